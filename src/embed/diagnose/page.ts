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

/** The widgets of the page, those of an earlier version too. */
export const widgets = (): Element[] => [
  ...pageDocument.querySelectorAll(
    Object.keys(ATTRIBUTES)
      .map((name) => `tcns-${name}`)
      .join(),
  ),
];

/** Faults in a widget's tag. */
export function tagFindings(widget: Element): Finding[] {
  const tag = widget.localName;
  const kinds = ATTRIBUTES[tag.slice('tcns-'.length)] ?? {};
  const findings: Finding[] = [];
  const swallows =
    'main, nav, header, footer, aside, section, article, form, h1, h2, h3, h4, h5, h6';
  if (tag !== 'tcns-dashboard' && widget.querySelector(swallows))
    findings.push(finding('notClosed', [tag], widget));
  for (const { name, value } of [...widget.attributes]) {
    const kind = kinds[name];
    const meant = name.startsWith('data-') ? name.slice('data-'.length) : '';
    if (meant && kinds[meant] !== undefined && !widget.hasAttribute(meant)) {
      findings.push(finding('dataAttribute', [tag, meant, value], widget));
    } else if (kind === undefined) {
      if (!GLOBAL.test(name) && !FOREIGN.test(name)) {
        findings.push(
          finding('unknownAttribute', [tag, name, Object.keys(kinds).join(', ')], widget),
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

/** Code that stands on the page as text, because it was pasted in the visual editor. */
export function shownAsText(): Finding[] {
  const walker = pageDocument.createTreeWalker(pageDocument.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const tagAsText = /<\/?tcns-[a-z-]+[^>]{0,40}|<div data-tcns[^>]{0,40}/.exec(
      node.nodeValue ?? '',
    );
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
