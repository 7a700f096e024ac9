/** What the loader looks for on a page, and which attributes have to be read by `late.ts`. */
import { ENUMERATED, ENUMERATION_WORDS } from './enumerations.generated.js';

/** What `late.ts` serves: placeholders, links and frames. */
export const FORMS =
  '[data-tcns],a[data-embed],a[href*="embed.html?"],iframe[src*=embed][src*=".html"]';

/** The attributes that hold an id, a list of ids or an address. */
const IDS = 'area|at|indicator|campaign|edition|mark|api|src';

/** The attributes whose values `normalize-attributes.ts` mends. */
export const watched = (): string[] => `${IDS}|${ENUMERATED}`.split('|');

/** `attribute=value` that is not written as it should be: another word, capitals, spaces, a name. */
const ODD = new RegExp(
  `^(${ENUMERATED})=(?!(|${ENUMERATION_WORDS})$)|^(${IDS})=(\\s|.*([^(-~ ]|\\s\\s|\\s$))|^area=(?!vn)[A-z]`,
);

/** True for a widget with such an attribute. */
export const hasOdd = (widget: Element): boolean =>
  [...widget.attributes].some(({ name, value }: Attr) => ODD.test(`${name}=${value}`));
