/**
 * A drawing for readers without JavaScript: what only scripts can serve is no control there. A list to choose from is
 * the words of its choice; a button that holds figures is these; any other keeps its room until the widget takes over.
 */
import { withoutRepeatedNames } from './prerender-short.js';
import { withShortMaps, type AreaWords } from './prerender-areas.js';
import { attributesOf, parser, textOf, type Node, type Span } from './prerender-page.js';

/** Attributes that count only where a script runs. */
const SCRIPTED =
  /^(tabindex|aria-(pressed|expanded|selected|activedescendant|controls|haspopup|autocomplete|checked|busy|rowindex|rowcount)|data-(?!state).*|autocomplete|spellcheck|type|value|for)$/;
/** Attributes that name other elements by their ids. */
const NAMES_IDS = /^(aria-(labelledby|describedby|details|owns|flowto)|href|headers)$/;
/** States that a server writes as texts: `selected="false"` would select. */
const STATES = /^(selected|checked|disabled|open|hidden|readonly|required)$/;
const ROLES: Readonly<Record<string, string>> = {
  listbox: 'group',
  application: 'group',
  option: 'img',
  combobox: '',
};
const BLOCKS =
  'div|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|h[1-6]|section|details|summary|figure|figcaption|g|path|rect|circle|line|text|defs|pattern|style';

interface Edit extends Span {
  readonly text: string;
}

const elementsOf = (node: Node): Node[] => (node.childNodes ?? []).filter((one) => one.tagName);

const isHiddenText = (node: Node): boolean => {
  const attributes = attributesOf(node);
  return attributes.get('aria-hidden') === 'true' || /\bsr\b/.test(attributes.get('class') ?? '');
};

/** True for a button that shows figures, names or what a colour means, and not only what it does. */
const isShown = (button: Node): boolean =>
  /\bvalue\b/.test(attributesOf(button).get('part') ?? '') ||
  elementsOf(button).some(
    (child) => !isHiddenText(child) || /\bswatch\b/.test(attributesOf(child).get('class') ?? ''),
  );

/** What an option list shows: the chosen option, else its first. */
function choiceOf(select: Node): string {
  const options = elementsOf(select).flatMap((one) =>
    one.tagName === 'optgroup' ? elementsOf(one) : [one],
  );
  const chosen = options.find((one) => {
    const state = attributesOf(one).get('selected');
    return state !== undefined && state !== 'false';
  });
  return textOf(chosen ?? options[0] ?? select)
    .replace(/\s+/g, ' ')
    .trim();
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A start tag without what needs scripts, and with a further class. */
function startTag(
  name: string,
  attributes: ReadonlyMap<string, string>,
  more: string,
  source: string,
  ids: ReadonlySet<string>,
): string {
  const classes = `${attributes.get('class') ?? ''} ${more}`.replace(/\s+/g, ' ').trim();
  const kept = new Map(attributes);
  if (classes) kept.set('class', classes);
  else kept.delete('class');
  const written = [...kept].flatMap(([key, value]) => {
    if (SCRIPTED.test(key) || (key === 'id' && !ids.has(value))) return [];
    // What stands for a control has no role, so it can have no name of its own.
    if (more.startsWith('was-') && /^aria-label/.test(key)) return [];
    if (STATES.test(key)) return value === 'false' ? [] : [key];
    const text = key === 'role' ? (ROLES[value] ?? value) : value;
    return key === 'role' && !text ? [] : [text ? `${key}="${escape(text)}"` : key];
  });
  return `<${[name, ...written].join(' ')}${name !== 'span' && source.endsWith('/>') ? '/' : ''}>`;
}

/** Takes out what only scripts can serve; `hints` are sentences on how to use the keyboard. */
export async function staticMarkup(
  source: string,
  words: AreaWords,
  hints: readonly string[] = [],
): Promise<string> {
  const parse = await parser();
  // Hints stand at the end of names (". Use the arrow keys…"), or alone.
  const markup = hints
    .map(escape)
    .reduce(
      (text, hint) =>
        text.replaceAll(`. ${hint}`, '').replace(`>${hint}<`, `><span class="off">${hint}</span><`),
      source,
    );
  const root = parse(markup, { sourceCodeLocationInfo: true });
  const edits = new StaticDrawing(markup, inputsIn(root), namedIds(root)).editsOf(root, false);
  const drawn = squeeze(apply(markup, edits, 0, markup.length));
  return withoutRepeatedNames(withShortMaps(drawn, words));
}

class StaticDrawing {
  constructor(
    private readonly markup: string,
    /** The ids of the fields to write in, whose labels go with them. */
    private readonly inputs: ReadonlySet<string>,
    /** The ids that other elements name; all others serve scripts alone. */
    private readonly ids: ReadonlySet<string>,
  ) {}

  /** The edits of a node and all inside it. `isOff`: it is out of sight already. */
  editsOf(node: Node, isOff: boolean): Edit[] {
    const { tagName, sourceCodeLocation: span } = node;
    const tag = span?.startTag;
    if (!tagName || !span || !tag) return this.insideOf(node, isOff);
    const attributes = attributesOf(node);
    const start = (name: string, more: string): string =>
      startTag(name, attributes, more, this.markup.slice(tag.startOffset, tag.endOffset), this.ids);
    const whole = (text: string): Edit[] => [
      { startOffset: span.startOffset, endOffset: span.endOffset, text },
    ];
    const off = isOff ? '' : ' off';
    if (tagName === 'select')
      return whole(`${start('span', 'was-select')}${escape(choiceOf(node))}</span>`);
    // What lies over the list says the same.
    if (attributes.get('class') === 'chosen') return whole('');
    if (tagName === 'input') {
      const box = /^(checkbox|radio)$/.test(attributes.get('type') ?? '') ? 'box' : 'input';
      return whole(`${start('span', `was-${box}${off}`)}&nbsp;</span>`);
    }
    if (tagName === 'button') {
      if (/\bmenu-button\b/.test(attributes.get('class') ?? '')) return whole('');
      const shown = isShown(node);
      const text = this.textInside(node, isOff || !shown);
      return whole(`${start('span', `was-button${shown ? '' : off}`)}${text}</span>`);
    }
    const serves = tagName === 'label' && this.isOfInput(node, attributes);
    const text = start(tagName, serves ? off.trim() : '');
    return [{ ...tag, text }, ...this.insideOf(node, isOff || serves)];
  }

  private insideOf(node: Node, isOff: boolean): Edit[] {
    return (node.childNodes ?? []).flatMap((child) => this.editsOf(child, isOff));
  }

  private textInside(node: Node, isOff: boolean): string {
    const { startTag: start, endTag: end } = node.sourceCodeLocation ?? {};
    if (!start || !end) return '';
    return apply(this.markup, this.insideOf(node, isOff), start.endOffset, end.startOffset);
  }

  private isOfInput(label: Node, attributes: ReadonlyMap<string, string>): boolean {
    return this.inputs.has(attributes.get('for') ?? '-') || hasInput(label);
  }
}

const hasInput = (node: Node): boolean =>
  elementsOf(node).some((one) => one.tagName === 'input' || hasInput(one));

/** The ids of the fields to write in. */
function inputsIn(node: Node, ids = new Set<string>()): Set<string> {
  const id = node.tagName === 'input' ? attributesOf(node).get('id') : undefined;
  if (id) ids.add(id);
  for (const child of node.childNodes ?? []) inputsIn(child, ids);
  return ids;
}

/** The ids that attributes of a drawing name, with `#` before them or without. */
function namedIds(node: Node, ids = new Set<string>()): Set<string> {
  const isControl = /^(input|select|button)$/.test(node.tagName ?? '');
  for (const [key, value] of isControl ? [] : attributesOf(node)) {
    const named = NAMES_IDS.test(key) ? value.replace(/^#/, '').split(/\s+/) : [];
    for (const [, id = ''] of value.matchAll(/url\(#([^)]+)\)/g)) named.push(id);
    named.forEach((id) => ids.add(id));
  }
  for (const child of node.childNodes ?? []) namedIds(child, ids);
  return ids;
}

/** A piece of a text with its edits, which do not overlap. */
function apply(text: string, edits: readonly Edit[], from: number, to: number): string {
  let at = from;
  let result = '';
  for (const edit of [...edits].sort((a, b) => a.startOffset - b.startOffset)) {
    result += text.slice(at, edit.startOffset) + edit.text;
    at = edit.endOffset;
  }
  return result + text.slice(at, to);
}

/** One blank for many, and none beside what is no line of text. */
const squeeze = (markup: string): string =>
  markup
    .replace(/\s+/g, ' ')
    .replace(new RegExp(` ?(</?(?:${BLOCKS})(?=[\\s>/])[^>]*>) ?`, 'g'), '$1')
    .trim();
