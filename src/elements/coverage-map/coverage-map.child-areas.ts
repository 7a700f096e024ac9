/** Which areas have areas inside, as the API says: the maps that a reader can open. Part of the drill's code. */
import type { ReactiveControllerHost } from 'lit';
import { DataError } from '../../api/errors.js';
import type { Area, Envelope, Observations } from '../../api/figures.js';
import { areaItem } from '../../api/figures.plain.generated.js';
import { figuresShape, type Shape } from '../../api/document-shapes.js';
import { emptyRecord } from '../../api/read-plain.js';
import { addressIn } from '../../data/addresses.js';
import { DEFAULT_EDITION, editionOf } from '../../domain/editions.js';
import { DocumentController, type Wanted } from '../../parts/base/document-controller.js';
import { MoreDocuments } from '../../parts/base/more-documents.js';

type Areas = Readonly<Record<string, Area>>;

/** Where the documents of the map come from, without an area. */
export type DocumentsFrom = Pick<Wanted, 'api' | 'bundle' | 'adapter'>;

/** The areas of a list that are plainly right: a wrong one has no map, and takes no other with it. */
function areasIn(raw: unknown): Areas | undefined {
  const { edition, areas } = (raw ?? {}) as { edition?: unknown; areas?: unknown };
  if (typeof edition !== 'string' || typeof areas !== 'object' || areas === null) return undefined;
  const good = Object.entries(areas).filter(([, area]) => areaItem(area));
  return emptyRecord(Object.fromEntries(good) as Areas);
}

const listShape: Shape<Envelope> = {
  kind: 'areas',
  read(raw, url) {
    const areas = areasIn(raw);
    if (!areas) throw new DataError('shape', 'no list of the areas of an edition', { url });
    const rest = { indicators: {}, sources: {}, observations: [] };
    return { document: { version: '1', areas, ...rest }, faults: [] };
  },
};

export class ChildAreas {
  private list: DocumentController<Envelope> | undefined;
  private readonly documents: MoreDocuments<Observations>;
  private edition: string = DEFAULT_EDITION;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly from: () => DocumentsFrom,
  ) {
    this.documents = new MoreDocuments<Observations>(
      host,
      () => figuresShape,
      (area) => this.wanted({ area }),
    );
  }

  private wanted(more: Partial<Wanted>): Wanted {
    return { data: undefined, src: undefined, refresh: undefined, ...this.from(), ...more };
  }

  /**
   * Asks the API's list of the edition, once. Where it has none, the document of the one area that a reader has
   * chosen answers, which its map needs anyway; a bundle holds it already.
   *
   * @param id - an area of the map
   * @param isChosen - true where a reader has chosen it, and does not only point at it
   */
  ask(id: string, isChosen: boolean): void {
    const { api, bundle } = this.from();
    if (!api && !bundle) return;
    this.edition = editionOf(id) ?? DEFAULT_EDITION;
    if (!this.list && !bundle)
      this.list = new DocumentController(
        this.host,
        () => listShape,
        () => {
          const { api = '' } = this.from();
          const src = addressIn(api, `areas/${this.edition}`);
          return this.wanted({ src, bundle: undefined });
        },
      );
    this.list?.follow();
    if (isChosen && (this.list?.state.status ?? 'failed') === 'failed') this.documents.follow([id]);
  }

  /** The areas inside an area, as far as it is known. */
  of(id: string): Areas {
    const state = [this.list?.state, this.documents.stateOf(id)].find(
      (one) => one && 'read' in one,
    );
    const areas = state && 'read' in state ? state.read.document.areas : {};
    return emptyRecord(
      Object.fromEntries(Object.entries(areas).filter(([, { parent }]) => parent === id)),
    );
  }
}
