/** What can be seen in the page itself: tags, attributes, language. */
import { isAreaId } from '../../domain/editions.js';
import { ATTRIBUTES } from '../attributes.generated.js';
import { finding, type Finding } from './findings.js';
import { seemsToBe } from './language.js';
import { closestOf, pageDocument } from '../../data/page-base.js';

const GLOBAL =
  /^(id|class|style|title|lang|dir|slot|hidden|part|role|tabindex|is|data-.*|aria-.*)$/;
/** What frameworks and editors leave on every element. */
const FOREIGN = /^(_ng|ng-|v-|x-|:|@)|[:.]/;

const TAGS = Object.keys(ATTRIBUTES).map((name) => `tcns-${name}`);

/** The widgets of the page, those of an earlier version too. */
export const widgets = (): Element[] => [...pageDocument.querySelectorAll(TAGS.join())];

/** A name with its signs that nobody sees or that look like others written out: `tcns[U+2013]kpi`. */
const spelled = (name: string): string =>
  name
    .slice(0, 60)
    .replace(/[^!-~]/gu, (sign) =>
      /\p{L}/u.test(sign)
        ? sign
        : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );

/** The letters of a name, without the dashes, blanks and signs that came in on its way. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[="<>/][^]*|[^a-z]/g, '');

/** Tags that look like those of widgets and are none. */
export function unknownTags(): Finding[] {
  const like = [...pageDocument.querySelectorAll('*')].filter(
    ({ localName }) => localName.startsWith('tcns') && !TAGS.includes(localName),
  );
  return like.map((element) => {
    const letters = lettersOf(element.localName);
    const meant = TAGS.find((tag) => letters.startsWith(lettersOf(tag)));
    return finding(
      'unknownTag',
      [spelled(element.localName), (meant ? [meant] : TAGS).map((tag) => `<${tag}>`).join(', ')],
      element,
    );
  });
}

/** Faults that only the source of the page tells: tags closed by `/>`, which closes nothing in HTML, or by a `<p>`. */
export async function sourceFindings(): Promise<Finding[]> {
  if (pageDocument.contentType !== 'text/html' || widgets().length === 0) return [];
  try {
    const answer = await fetch(location.href, {
      cache: 'force-cache',
      credentials: 'same-origin',
    });
    const source = (await answer.text()).replace(/<!--[^]*?-->|<script[^]*?<\/script>/gi, '');
    return [...selfClosedTags(source), ...tagsClosedByParagraphs(source)];
  } catch {
    return [];
  }
}

function selfClosedTags(source: string): Finding[] {
  const tags = [...source.matchAll(/<(tcns-[a-z-]+)\b[^<>]*\/>/gi)].map(([, tag = '']) =>
    tag.toLowerCase(),
  );
  return tags.filter((tag) => TAGS.includes(tag)).map((tag) => finding('notClosed', [tag]));
}

/** Widgets in a paragraph whose source has the end of one between their tags; a dashboard takes its widgets back. */
function tagsClosedByParagraphs(source: string): Finding[] {
  return TAGS.flatMap((tag) => {
    const [element] = pageDocument.querySelectorAll(`p > ${tag}`);
    const isBoard = tag === 'tcns-dashboard';
    const contents = source.matchAll(new RegExp(`<${tag}\\b[^<>]*>([^]*?)</${tag}\\s*>`, 'gi'));
    const isClosed = [...contents].some(([, inside = '']) => /<\/?p[\s>]/i.test(inside));
    if (!element || !isClosed || (!isBoard && element.firstChild)) return [];
    return [finding('closedByParagraph', [tag, tag.slice('tcns-'.length)], element)];
  });
}

/** Faults in a widget's tag. */
export function tagFindings(widget: Element): Finding[] {
  const tag = widget.localName;
  const kinds = ATTRIBUTES[tag.slice('tcns-'.length)] ?? {};
  const findings: Finding[] = [];
  const swallows = `main, nav, header, footer, aside, section, article, form, h1, h2, h3, h4, h5, h6, ${TAGS.join()}`;
  const isBoard = tag === 'tcns-dashboard';
  if (!isBoard && widget.querySelector(swallows))
    findings.push(finding('notClosed', [tag], widget));
  else if (
    isBoard
      ? widget.querySelector(`p > :is(${TAGS.join()}):not(tcns-stat)`)
      : widget.querySelectorAll(':scope > p')[1]
  )
    findings.push(finding('paragraphs', [tag], widget));
  for (const { name, value } of [...widget.attributes]) {
    const kind = kinds[name];
    const meant = name.startsWith('data-') ? name.slice('data-'.length) : '';
    const alike = Object.keys(kinds).find((known) => lettersOf(known) === lettersOf(name));
    if (meant && kinds[meant] !== undefined && !widget.hasAttribute(meant)) {
      findings.push(finding('dataAttribute', [tag, meant, value], widget));
    } else if (kind === undefined && alike !== undefined && !GLOBAL.test(name)) {
      if (!widget.getAttribute(alike))
        findings.push(finding('mangledAttribute', [tag, spelled(name), alike], widget));
    } else if (kind === undefined) {
      if (!GLOBAL.test(name) && !FOREIGN.test(name)) {
        findings.push(
          finding('unknownAttribute', [tag, spelled(name), Object.keys(kinds).join(', ')], widget),
        );
      }
    } else if (Array.isArray(kind) && value && !kind.includes(value)) {
      findings.push(finding('wrongWord', [tag, name, value, kind.join(', ')], widget));
    }
  }
  const area = widget.getAttribute('area') ?? '';
  if (area && !isAreaId(area)) findings.push(finding('areaName', [tag, area], widget));
  return findings;
}

/** Whether nothing is left of what an author wrote into a widget's tag; inside a dashboard nothing need be there. */
export const isStripped = (widget: Element): boolean => {
  const kinds = ATTRIBUTES[widget.localName.slice('tcns-'.length)] ?? {};
  const isKnown = ({ name }: Attr): boolean => kinds[name.replace(/^data-/, '')] !== undefined;
  const board = closestOf(widget.parentElement, 'tcns-dashboard');
  return !board && ![...widget.attributes].some(isKnown);
};

/** Code of this library, escaped once or more often. */
const CODE =
  /(?:<|&(?:amp;)*lt;)(?:\/?tcns-[a-z-]+|(?:script|iframe)\s[^>]*(?:\/tcns\.js|embed\.html)|[a-z]+\s[^<>]{0,80}data-tcns=?)[^>]{0,40}/i;

/** Code that stands on the page as text, because it was pasted in the visual editor. */
export function shownAsText(): Finding[] {
  const walker = pageDocument.createTreeWalker(pageDocument.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const tagAsText = CODE.exec(node.nodeValue ?? '');
    const inside = closestOf(
      node.parentElement,
      'script,style,code,pre,textarea,template,noscript',
    );
    if (tagAsText && !inside)
      return [finding('asText', [tagAsText[0]], node.parentElement ?? undefined)];
  }
  return [];
}

/** A page whose `lang` contradicts its text. */
export function languageFindings(): Finding[] {
  const pageLanguage = pageDocument.documentElement.lang.trim();
  if (!pageLanguage) return [finding('noLang')];
  const seems = seemsToBe(pageDocument.body.innerText ?? '');
  if (
    !seems ||
    new RegExp(`^${seems}\\b`, 'i').test(pageLanguage) ||
    !/^(vi|en)\b/i.test(pageLanguage)
  )
    return [];
  return [
    finding('lang', [
      pageLanguage,
      seems === 'vi' ? 'Việt' : 'Anh',
      seems === 'vi' ? 'Vietnamese' : 'English',
    ]),
  ];
}
