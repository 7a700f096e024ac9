/** Announces in one sentence what a new answer changed for the reader; only changed parts move. */
import { media } from '../../data/observe.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Campaign } from '../../api/campaign.js';
import type { Wording } from '../../i18n/figures.js';
import { announcement, figuresIn, type TrackerModel } from './campaign-tracker.model.js';

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: ParentNode; readonly hasUpdated: boolean };

/** The content before the newest answer. */
interface Seen {
  readonly id: string;
  readonly doc: Campaign;
  readonly figures: ReadonlyMap<string, string>;
}

export class Changes implements ReactiveController {
  /** One sentence about what the newest answer changed. */
  sentence = '';
  private seen: Seen | undefined;
  private keys: readonly string[] = [];
  private tops: ReadonlyMap<string, number> = new Map();

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** Called before each drawing. Another campaign or language is no change. */
  compare(doc: Campaign, model: TrackerModel, w: Wording): void {
    const id = `${doc.id} ${model.area} ${w.language}`;
    const { seen } = this;
    if (seen?.id === id && seen.doc === doc) return;
    const figures = figuresIn(model, w);
    this.seen = { id, doc, figures };
    const news = seen?.id === id ? announcement(seen.figures, figures, w) : undefined;
    this.sentence = news?.text ?? '';
    this.keys = news?.keys ?? [];
    const follows = seen?.id === id && this.host.hasUpdated;
    this.tops = follows ? topsIn(this.host.renderRoot) : new Map();
  }

  hostUpdated(): void {
    if (this.keys.length === 0 && this.tops.size === 0) return;
    moveChanged(this.host.renderRoot, this.keys, this.tops);
    this.keys = [];
    this.tops = new Map();
  }
}
const SHORT: KeyframeAnimationOptions = { duration: 150, easing: 'ease-out' };

const isStill = (): boolean =>
  !('animate' in Element.prototype) || !!media('(prefers-reduced-motion: reduce)').matches;

/** The positions of the rows of the standings, by area. */
function topsIn(root: ParentNode): Map<string, number> {
  const tops = new Map<string, number>();
  root.querySelectorAll<HTMLElement>('.rank').forEach((row) => {
    tops.set(row.dataset['area'] ?? '', row.offsetTop);
  });
  return tops;
}

/** Lets the changed figures appear, and the rows that changed ranks slide to their new ones. */
function moveChanged(
  root: ParentNode,
  keys: readonly string[],
  before: ReadonlyMap<string, number>,
): void {
  if (isStill()) return;
  root.querySelectorAll<HTMLElement>('[data-figure]').forEach((figure) => {
    if (keys.indexOf(figure.dataset['figure'] ?? '') >= 0)
      figure.animate([{ opacity: 0.3 }, { opacity: 1 }], SHORT);
  });
  root.querySelectorAll<HTMLElement>('.rank').forEach((row) => {
    const from = before.get(row.dataset['area'] ?? '');
    const shift = from === undefined ? 0 : from - row.offsetTop;
    if (shift !== 0)
      row.animate([{ transform: `translateY(${shift}px)` }, { transform: 'none' }], SHORT);
  });
}
