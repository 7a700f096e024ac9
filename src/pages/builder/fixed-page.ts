/** The download of a fixed page: what `tcns-data embed-page` writes, for those without Node. */
import { strToU8, zipSync } from 'fflate';
import { viewFiles } from '../../api/oembed.js';
import { VIEW_NAME, viewName } from '../../api/view-name.js';
import { byId, h, save } from '../dom.js';
import { frameCode } from '../../parts/share/embed-codes.js';
import { filled, TEXTS } from './texts.js';

/** What the page of the moment shows. */
export interface FixedView {
  /** Whole address of the folder of `embed.html`, with its slash. */
  readonly base: string;
  /** Whole address of `embed.html` with the view. */
  readonly view: string;
  /** The figure in words, with date and source; empty where the preview has none. */
  readonly sentence: string;
  /** px of the frame. */
  readonly width: number;
  readonly height: number;
}

/** Ids of the fields: they change nothing of the choice. */
export const FIXED_FIELDS: readonly string[] = ['b-sentence', 'b-name'];

let shown: FixedView | undefined;
/** What this file has put into the field: a sentence of the author's own stays while the view does. */
let proposed = '';

const field = (id: string) => byId<HTMLInputElement>(id);

/** Takes over another view, or the words of the same one. */
export function showFixed(now: FixedView): void {
  const sentence = field('b-sentence');
  const isSame = shown?.view === now.view;
  if (!isSame) {
    field('b-name').value = viewName(now.view);
    byId('b-fixed-says').textContent = '';
    byId('b-fixed-frame').hidden = true;
  }
  if (!isSame || sentence.value === proposed) {
    sentence.value = now.sentence;
    proposed = now.sentence;
  }
  shown = now;
}

function download(page: 'vi' | 'en'): void {
  const texts = TEXTS[page].fixed;
  const sentence = field('b-sentence').value.replace(/\s+/g, ' ').trim();
  const name = field('b-name').value.trim();
  const faults: readonly (readonly [id: string, fault: string])[] = [
    ['b-sentence', sentence ? '' : texts.noSentence],
    ['b-name', VIEW_NAME.test(name) ? '' : texts.badName],
  ];
  for (const [id, fault] of faults) field(id).setAttribute('aria-invalid', String(fault !== ''));
  const [wrong, fault = ''] = faults.find((one) => one[1] !== '') ?? [];
  if (wrong) field(wrong).focus();
  byId('b-fixed-says').textContent = fault;
  if (fault || !shown) return;
  const { base, view } = shown;
  const files = viewFiles({ base, view, name, sentence });
  const zip = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  );
  save(`${name}.zip`, zip, 'application/zip');
  const address = `${base}embed/${name}.html`;
  byId('b-fixed-says').textContent = filled(texts.saved, base, address);
  byId('b-fixed-code').textContent = frameCode(address, sentence, shown);
  byId('b-fixed-frame').hidden = false;
}

/** The part of the page below the oEmbed address. */
export function fixedPage(page: 'vi' | 'en'): HTMLElement {
  const texts = TEXTS[page].fixed;
  const line = (id: string, label: string) =>
    h(
      'p',
      {},
      h('label', { for: id }, label),
      h('input', { id, type: 'text', autocomplete: 'off', 'aria-describedby': 'b-fixed-says' }),
    );
  return h(
    'section',
    { id: 'b-fixed', class: 'form' },
    h('h3', {}, texts.title),
    h('p', { class: 'quiet' }, texts.note),
    line('b-sentence', texts.sentence),
    line('b-name', texts.name),
    h(
      'p',
      { class: 'copy' },
      h('button', { type: 'button', id: 'b-save', onclick: () => download(page) }, texts.save),
    ),
    h('p', { class: 'says', id: 'b-fixed-says', role: 'status' }),
    h(
      'pre',
      {
        id: 'b-fixed-frame',
        hidden: true,
        tabindex: '0',
        role: 'region',
        'aria-label': texts.title,
      },
      h('code', { id: 'b-fixed-code' }),
    ),
  );
}
