/* global document, getComputedStyle, Node -- inside the page */
/** What runs inside a page to see how the widgets look there. */

/**
 * One line for each element of each widget's shadow tree: where it is, what it says, how it is drawn.
 * Lines and no objects, because host pages replace `toJSON`.
 */
export function look(names) {
  const STYLES = [
    'display visibility opacity position float direction writing-mode cursor pointer-events',
    'font-family font-size font-weight font-style font-stretch font-feature-settings',
    'line-height letter-spacing word-spacing text-transform text-align text-indent white-space',
    'text-decoration-line text-shadow color background-color background-image box-shadow',
    'border-top-width border-right-width border-bottom-width border-left-width border-top-color',
    'border-top-left-radius padding-top padding-right padding-bottom padding-left',
    'margin-top margin-right margin-bottom margin-left overflow-x overflow-y transform filter',
    'fill stroke stroke-width list-style-type user-select outline-style clip-path',
  ]
    .join(' ')
    .split(' ');
  // A stat takes these from its sentence, or they say nothing about a word in a line.
  const INHERITED =
    /^(font|line-height|letter|word|text-(transform|align|indent|shadow)|white|color|direction|writing|cursor|pointer|visibility|user|list|fill|stroke|border-top-color|overflow|transform)/;
  // What a host inherits ends at its root; its width and margins are the page's matter.
  const OF_THE_PAGE =
    /^(font|line-height|letter|word|text-(transform|align|indent|shadow)|white|color|direction|cursor|pointer|visibility|list|fill|stroke|border-top-color|margin)/;
  const round = (n) => Math.round(n * 2) / 2;

  function* inside(root) {
    for (const child of root.children) {
      if (/^(style|script|slot|template)$/.test(child.localName)) continue;
      yield child;
      yield* inside(child);
    }
  }
  const text = (element) => {
    let own = '';
    for (let node = element.firstChild; node; node = node.nextSibling)
      if (node.nodeType === Node.TEXT_NODE) own += node.nodeValue;
    return own.replace(/\s+/g, ' ').trim();
  };
  function line(element, origin, name, host) {
    const style = getComputedStyle(element);
    const rect = element.getBoundingClientRect();
    const inline = name === 'stat';
    // What is not drawn (an option, a part of display: none) has no place.
    const box = inline || (rect.width === 0 && rect.height === 0)
      ? '-'
      : [rect.left - origin.left, rect.top - origin.top, rect.width, rect.height]
          .map(round)
          .join(' ');
    const skipped = inline ? INHERITED : host ? OF_THE_PAGE : /^$/;
    const values = STYLES.filter((key) => !skipped.test(key)).map(
      (key) => `${key}: ${style.getPropertyValue(key).replace(/^start$/, 'left')}`,
    );
    const id = host
      ? 'host'
      : `${element.localName}.${String(element.getAttribute('class') ?? '').replace(' quirks', '').trim()}`;
    return [id, box, host ? '' : text(element), ...values].join('\t');
  }
  function pseudo(element) {
    const drawn = ['::before', '::after'].filter((which) => {
      const { content, display } = getComputedStyle(element, which);
      return content !== 'none' && content !== 'normal' && display !== 'none';
    });
    return drawn.length > 0 ? `host${drawn.join('')}\t-\tdrawn` : undefined;
  }
  /** A stat is as its sentence. */
  function asSentence(element) {
    const [own, around] = [
      element.shadowRoot.querySelector('.value') ?? element,
      element.parentElement,
    ].map((e) => getComputedStyle(e));
    const other = ['font-size', 'font-family', 'font-weight', 'color', 'letter-spacing'].filter(
      (key) => own.getPropertyValue(key) !== around.getPropertyValue(key),
    );
    return `sentence\t-\t${other.join(' ') || 'as the sentence'}`;
  }
  function linesOf(element, name) {
    const origin = element.getBoundingClientRect();
    const lines = [];
    // A dashboard is as tall as what the page puts into it.
    if (name !== 'dashboard') lines.push(line(element, origin, name, true));
    const drawn = pseudo(element);
    if (drawn) lines.push(drawn);
    if (name === 'stat') lines.push(asSentence(element));
    for (const child of inside(element.shadowRoot)) lines.push(line(child, origin, name, false));
    return lines.join('\n');
  }
  const answer = [];
  for (const name of names) {
    const found = document.querySelectorAll(`[data-w="${name}"]`);
    if (found.length === 0) answer.push(`${name}\nabsent`);
    for (const element of found) {
      const upgraded = element.shadowRoot && element.shadowRoot.children.length > 0;
      answer.push(`${name}\n${upgraded ? linesOf(element, name) : 'not upgraded'}`);
    }
  }
  return answer.join('\f');
}

/** Names of the widgets whose fallback content a reader can see, and that are not upgraded. */
export function fallbacks(names) {
  const seen = [];
  for (const name of names) {
    const element = document.querySelector(`[data-w="${name}"]`);
    if (!element) continue;
    const slot = element.shadowRoot?.querySelector('slot');
    const content = element.textContent ?? '';
    const range = document.createRange();
    range.selectNodeContents(element);
    const { width, height } = range.getBoundingClientRect();
    const shown = !element.shadowRoot || (slot && getComputedStyle(slot).display !== 'none');
    if (shown && content.indexOf('fallback') >= 0 && width > 0 && height > 0) seen.push(name);
  }
  return seen.join(' ');
}

/** What a look answered, by widget: a list of looks, each a list of elements. */
export function parseLook(answer) {
  const looks = {};
  for (const part of answer.split('\f')) {
    const [name, ...lines] = part.split('\n');
    (looks[name] ??= []).push(
      lines.map((l) => {
        const [id, box = '-', text = '', ...styles] = l.split('\t');
        return { id, box: box === '-' ? [] : box.split(' ').map(Number), text, styles };
      }),
    );
  }
  return looks;
}

const NEAR = 1;

/** In what two looks differ, as sentences; empty where they are the same. */
export function differences(is, wanted) {
  if (!is) return ['not looked at'];
  if (is.length === 1 && !is[0].id.startsWith('host') && wanted.length > 1) return [is[0].id];
  const ids = (list) => list.map(({ id }) => id).join('\n');
  if (ids(is) !== ids(wanted)) {
    const at = is.findIndex(({ id }, i) => id !== wanted[i]?.id);
    const i = at < 0 ? is.length : at;
    return [`element ${i} is ${is[i]?.id ?? 'absent'}, not ${wanted[i]?.id ?? 'absent'}`];
  }
  return is.flatMap((element, i) => elementDifferences(element, wanted[i]));
}

function elementDifferences(is, wanted) {
  const found = [];
  if (is.text !== wanted.text) found.push(`says "${is.text}", not "${wanted.text}"`);
  if (
    is.box.length !== wanted.box.length ||
    is.box.some((n, i) => Math.abs(n - wanted.box[i]) > NEAR)
  )
    found.push(`x y w h ${is.box.join(' ')}, not ${wanted.box.join(' ')}`);
  is.styles.forEach((style, i) => {
    if (style !== wanted.styles[i]) found.push(`${style}, not ${wanted.styles[i]}`);
  });
  return found.map((fault) => `${wanted.id}: ${fault}`);
}
