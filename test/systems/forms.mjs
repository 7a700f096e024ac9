/* global DOMParser -- `leftOf` runs in a page */
/** The forms in which a card is pasted, and what a system has left of one. */

/** What the author wrote: it has to be readable wherever the card is not. */
export const SENTENCE = 'Đà Nẵng: hơn 15.000 thành viên (12/2022)';
const QUERY = 'widget=kpi-card&amp;area=48@2008&amp;indicator=members';
/** The name of the fixed page. */
export const FIXED = 'da-nang';
/** The address of `embed.html` with the view of the card. */
export const viewOf = (base) => `${base}embed.html?${QUERY.replaceAll('&amp;', '&')}`;
const DATA = 'data-tcns="kpi-card" data-area="48@2008" data-indicator="members"';

/**
 * The code of each form, by its name.
 *
 * @param base - whole address of the folder of `tcns.js`, with its slash
 */
export function formsOf(base) {
  const address = `${base}embed.html?${QUERY}`;
  const link = `<a href="${address}">${SENTENCE}</a>`;
  return {
    script: `<script src="${base}tcns.js"></script>`,
    tag: `<tcns-kpi-card area="48@2008" indicator="members">${SENTENCE}</tcns-kpi-card>`,
    div: `<div ${DATA}>${link}</div>`,
    blockquote: `<blockquote ${DATA}>${link}</blockquote>`,
    span: `<p>Hiện có <span ${DATA}>${link}</span> trong thành phố.</p>`,
    link: `<p>${link}</p>`,
    frame: `<iframe src="${address}" width="360" height="262" title="${SENTENCE}" frameborder="0" style="display:block;max-width:100%" sandbox="allow-scripts allow-popups"></iframe>`,
    fixed: `<iframe src="${base}embed/${FIXED}.html" width="360" height="262" title="${SENTENCE}" frameborder="0" style="display:block;max-width:100%" sandbox="allow-scripts allow-popups"></iframe>`,
    address: `<p>${address}</p>`,
  };
}

/** The columns of the table. */
export const FORMS = Object.keys(formsOf(''));

/**
 * What is left of a form: a word of `WORDS`. Runs in a page.
 *
 * @param given - `{ form, html }`
 */
export function leftOf({ form, html, sentence }) {
  const { body } = new DOMParser().parseFromString(`<body>${html}`, 'text/html');
  const find = (selector) => body.querySelector(selector);
  // Markup that readers see as letters.
  if (/<\/?(tcns-|iframe|script|div|span|blockquote)/.test(body.textContent)) return 'code';
  if (form === 'script')
    return new DOMParser()
      .parseFromString(html, 'text/html')
      .querySelector('script[src*="tcns.js"]')
      ? 'kept'
      : 'gone';
  if (form === 'tag' && find('tcns-kpi-card'))
    return find('tcns-kpi-card[area="48@2008"][indicator="members"]') ? 'kept' : 'attributes';
  if (['div', 'blockquote', 'span'].includes(form)) {
    const whole = `${form}[data-tcns="kpi-card"][data-area="48@2008"][data-indicator="members"]`;
    if (find(whole)) return 'kept';
  }
  if (form === 'frame' || form === 'fixed') {
    const frame = find('iframe[src*="/embed"]');
    if (frame) return frame.getAttribute('sandbox') === '' ? 'sandbox' : 'kept';
  }
  if (form === 'address')
    return /embed\.html\?widget=kpi-card/.test(body.textContent) ? 'kept' : 'gone';
  if (form === 'fixed') return find('a[href*="/embed/"]') ? 'link' : 'gone';
  const address = 'a[href*="embed.html?widget=kpi-card&area=48@2008&indicator=members"]';
  if (find(address)) return form === 'link' ? 'kept' : 'link';
  return body.textContent.replace(/\s+/g, ' ').includes(sentence) ? 'text' : 'gone';
}

/** What a word of `leftOf` means in the table. */
export const WORDS = {
  vi: {
    kept: 'giữ',
    attributes: 'mất thuộc tính',
    sandbox: 'giữ, `sandbox=""`',
    link: 'còn liên kết',
    text: 'còn chữ',
    code: 'hiện thành mã',
    gone: 'mất',
    refused: 'bị từ chối',
  },
  en: {
    kept: 'kept',
    attributes: 'no attributes',
    sandbox: 'kept, `sandbox=""`',
    link: 'its link',
    text: 'its text',
    code: 'shown as code',
    gone: 'gone',
    refused: 'refused',
  },
};

/** What a reader of a page with the script in its template has to see of what is left. */
const SHOWN = {
  script: { kept: undefined },
  tag: { kept: 'widget' },
  div: { kept: 'widget', link: 'widget' },
  blockquote: { kept: 'widget', link: 'widget' },
  span: { kept: 'widget', link: 'widget' },
  link: { kept: 'widget' },
  frame: { kept: 'frame', sandbox: 'message', link: 'widget' },
  fixed: { kept: 'frame', sandbox: 'sentence' },
  address: { kept: undefined },
};

/**
 * What a reader has to see of what is left of a form; undefined where nothing is to be seen.
 *
 * @param noLoader - the reader's page is not the office's (a reader of feeds): the author's words have to be there
 */
export const shownOf = (form, left, noLoader) =>
  !noLoader
    ? SHOWN[form][left]
    : ['tag', 'div', 'blockquote', 'span', 'link'].includes(form) && left !== 'gone'
      ? 'words'
      : undefined;

/**
 * What the guide tells authors to paste, by what is left: a word of `PASTE`. A placeholder before the link,
 * because its attributes can be read and changed by people.
 */
export const pasted = (cells) => {
  const keeps = (form) => cells[form] === 'kept';
  if (['tag', 'div', 'blockquote', 'span', 'link', 'frame', 'fixed'].every(keeps)) return 'any';
  return ['div', 'blockquote', 'link'].find(keeps) ?? 'none';
};

/** What a word of `pasted` means in the table. */
export const PASTE = {
  vi: {
    any: 'cách nào cũng được',
    div: '`div` giữ chỗ',
    blockquote: '`blockquote` giữ chỗ',
    link: 'liên kết',
    none: 'không dán được',
  },
  en: {
    any: 'any',
    div: '`div` placeholder',
    blockquote: '`blockquote` placeholder',
    link: 'link',
    none: 'nothing',
  },
};
