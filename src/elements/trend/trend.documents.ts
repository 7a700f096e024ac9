/** The documents of a trend: that of the first area, which the element follows, and one for each further area. */
import type { Observations } from '../../api/figures.js';
import { figuresShape } from '../../api/document-shapes.js';
import { settings } from '../../data/settings.js';
import { canonicalAreaId } from '../../domain/editions.js';
import type { DataElement } from '../../parts/base/data-element.js';
import { inlineData } from '../../parts/base/light-dom.js';
import { memo } from '../../parts/base/memo.js';
import { MoreDocuments } from '../../parts/base/more-documents.js';
import { wordsOf } from '../../parts/base/word-list.js';
import type { TrendDocument } from './trend.model.js';

/** The documents of a trend, and the one that each area has of its own. */
export interface TrendDocuments {
  readonly documents: readonly TrendDocument[];
  readonly ownDocument: (area: string) => TrendDocument | undefined;
  /** The areas that are asked for, in their order; without one the document's own. */
  readonly areas: readonly string[];
}

export class FurtherAreas {
  private readonly more: MoreDocuments<Observations>;

  constructor(private readonly host: DataElement<Observations>) {
    this.more = new MoreDocuments<Observations>(
      host,
      () => figuresShape,
      (area) => ({
        data: undefined,
        src: undefined,
        api: host.api ?? settings().api,
        bundle: host.bundle ?? (host.api ? undefined : settings().bundle),
        area,
        adapter: host.adapter,
        refresh: host.refresh,
      }),
    );
  }

  /** The areas beside the first, each with a document of its own. */
  private get areas(): string[] {
    return wordsOf(this.host.area).slice(1);
  }

  private get states() {
    return this.areas.map((area) => this.more.stateOf(area));
  }

  /** Asks for the documents of the areas; called before each drawing. */
  follow(): void {
    const { host } = this;
    const isOneDocument =
      host.src !== undefined || host.data !== undefined || inlineData(host) !== undefined;
    this.more.follow(isOneDocument ? [] : this.areas);
  }

  reload(): Promise<void> {
    return this.more.reload();
  }

  get isWaiting(): boolean {
    return this.states.some((state) => state?.status === 'waiting');
  }

  /** The areas whose documents could not be loaded. */
  get failed(): string[] {
    return this.areas.filter((area) => this.more.stateOf(area)?.status === 'failed');
  }

  /** True where the source has none of those that failed: asking again is no help. */
  get isAbsent(): boolean {
    return this.failed.every((area) => {
      const state = this.more.stateOf(area);
      return !!state && 'error' in state && state.error.absent;
    });
  }

  /** The same object while no document is another. */
  with(doc: Observations, url: string): TrendDocuments {
    return this.documentsOf(this.host.area, doc, url, ...this.states);
  }

  private readonly documentsOf = memo(
    (
      area: string | undefined,
      doc: Observations,
      url: string,
      ...states: readonly ReturnType<MoreDocuments<Observations>['stateOf']>[]
    ): TrendDocuments => {
      const [first, ...others] = wordsOf(area).map(canonicalAreaId);
      const ownDocuments = new Map<string, TrendDocument>();
      others.forEach((id, i) => {
        const state = states[i];
        if (state && 'read' in state)
          ownDocuments.set(id, { doc: state.read.document, url: state.url });
      });
      const main = { doc, url };
      if (first) ownDocuments.set(first, main);
      return {
        documents: [...new Set([main, ...ownDocuments.values()])],
        ownDocument: (id) => ownDocuments.get(id),
        areas: first ? [...new Set([first, ...others])] : [doc.area ?? 'vn'],
      };
    },
  );
}
