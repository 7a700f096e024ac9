/** What the shared lists of tests of the widgets of one figure have in common. */
import { eachApi } from '../data/faulty-api.js';
import { ready } from '../support/fixtures/observations.js';
import { put, type Widget } from './support.js';

export interface Kind {
  readonly tag: keyof HTMLElementTagNameMap & `tcns-${string}`;
  /** Attributes with which its figure has a unit. */
  readonly attributes: string;
  /** True for a widget that stands in a sentence: without data it shows its fallback and nothing else. */
  readonly inline: boolean;
  /** Opens what tells the date and the source, where that is not always there. */
  readonly unfold: (widget: Widget) => Promise<void>;
}

export const VALUE = 'value';
export const FALLBACK = '<span>Theo tòa soạn: 45.895 tổ</span>';
export const fallbackOf = (widget: Widget): Element => widget.querySelector('span')!;

export type Asking = ReturnType<typeof asking>;

/** Before each test an API with one figure; and widgets that ask it. */
export function asking({ tag, attributes }: Kind) {
  const api = eachApi(ready);
  const ask = (behaviour = 'ok', { fallback = '', more = '' } = {}): Promise<Widget> =>
    put(
      `<${tag} api="${api.base(behaviour)}" area="vn" indicator="teams" ${attributes} ${more}>${fallback}</${tag}>`,
    );
  return { api, ask };
}
