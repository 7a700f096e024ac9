/** The areas that a workbook may name: the provinces, and those of its own sheet. */
import type { Area } from '../api/figures.js';
import { childLabel } from '../i18n/area-names.js';
import { codeOf, editionOf, type Edition } from '../domain/editions.js';
import { fold, matchArea, stripPrefix, tidy, type Match } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';

type Areas = Readonly<Record<string, Area>>;

/** Latin letters and digits with dashes: "Thôn Mẫu 1" -> "thon-mau-1". */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Digits that codes of a kind have; a spreadsheet drops the zeros in front. */
const DIGITS: Readonly<Record<string, number>> = {
  province: 2,
  city: 2,
  district: 3,
  'district.urban': 3,
  town: 3,
};

/** The id of an area of the sheet: its official code, or its parent's code and a short name. */
export function areaIdOf(
  code: string,
  name: string,
  kind: string,
  parent: string,
  edition: string,
): string {
  if (!code) return `${codeOf(parent)}.${slug(name).replace(/-/g, '')}@${edition}`;
  const digits = kind === 'hamlet' ? 0 : (DIGITS[kind] ?? 5);
  return `${/^\d+$/.test(code) ? code.padStart(digits, '0') : code}@${edition}`;
}

export class AreaBook {
  private own: Record<string, Area> = {};
  private inEdition: Areas;
  private main = 'vn';
  private readonly found = new Map<string, Match>();

  constructor(readonly edition: Edition) {
    this.inEdition = this.withOwn();
  }

  private withOwn(): Areas {
    const provinces = Object.entries(PROVINCES).filter(
      ([id]) => id === 'vn' || editionOf(id) === this.edition,
    );
    return { ...Object.fromEntries(provinces), ...this.own };
  }

  /** The area that the workbook speaks of: its children are looked for first. */
  setMain(id: string): void {
    this.main = id;
  }
  get mainId(): string {
    return this.main;
  }

  /** Adds the areas of the sheet; returns nothing, as ids that are there twice are the reader's matter. */
  add(areas: Areas): void {
    this.own = { ...this.own, ...areas };
    this.inEdition = this.withOwn();
    this.found.clear();
  }

  get ownIds(): string[] {
    return Object.keys(this.own);
  }

  readonly get = (id: string): Area | undefined => this.own[id] ?? PROVINCES[id];

  /** What a name or code means: the main area and what lies in it first, then all of the edition. */
  find(text: string): Match {
    const known = this.found.get(text);
    if (known) return known;
    const match = this.look(text);
    this.found.set(text, match);
    return match;
  }

  private look(text: string): Match {
    // "45@2008", and "tỉnh Quảng Trị (45@2008)" as the desk's own sentences write it.
    const id = (/\(([^()]+@\d{4})\)\s*$/.exec(text)?.[1] ?? text).replace(/\s/g, '');
    if (/@\d{4}$/.test(id) && this.get(id)) return { kind: 'one', id };
    const main = this.asMain(text);
    if (main) return main;
    const parts = text.split(/\s*,\s*/);
    if (parts.length > 1) {
      const parent = this.find(parts.slice(1).join(', '));
      if (parent.kind === 'one') {
        const inside = matchArea(parts[0] ?? '', this.inEdition, { parent: parent.id });
        if (inside.kind !== 'none') return inside;
      }
    }
    const near = matchArea(text, this.inEdition, { parent: this.main });
    return near.kind === 'none' ? matchArea(text, this.inEdition) : near;
  }

  /**
   * The area of the workbook by its code or name. Beside a commune of the same name (phường Quảng
   * Trị in tỉnh Quảng Trị) the bare name is both: the line has to say which.
   */
  private asMain(text: string): Match | undefined {
    const area = this.get(this.main);
    if (!area) return undefined;
    const one = { kind: 'one', id: this.main } as const;
    if (text === codeOf(this.main)) return one;
    const name = fold(nameOf(area));
    if (fold(text) !== name && fold(stripPrefix(text)) !== name) return undefined;
    if (/^(tỉnh|thành phố|tp)[.\s]/i.test(tidy(text))) return one;
    const near = matchArea(text, this.inEdition, { parent: this.main });
    if (near.kind === 'none') return fold(text) === name ? one : undefined;
    if (fold(text) !== name) return near;
    return { kind: 'many', ids: [this.main, ...(near.kind === 'one' ? [near.id] : near.ids)] };
  }

  /** "phường An Khê, TP. Đà Nẵng (20224@2008)": an area in a message. */
  label(id: string): string {
    const area = this.get(id);
    return area ? `${childLabel(area, this.get, 'vi')} (${id})` : id;
  }

  /** Names like the one typed, for "có phải …?". */
  similar(text: string): string | undefined {
    const wanted = fold(stripPrefix(text)).replace(/[^a-z0-9]/g, '');
    if (wanted.length < 3) return undefined;
    const names = Object.values(this.inEdition).map(nameOf);
    return names.find(
      (name) =>
        distance(fold(name).replace(/[^a-z0-9]/g, ''), wanted) <= (wanted.length > 6 ? 2 : 1),
    );
  }

  /** The area's ancestors, and what they and it became: what a document must embed to name it. */
  embed(ids: Iterable<string>): Record<string, Area> {
    const wanted = new Set<string>();
    const add = (id: string | undefined): void => {
      const area = id === undefined ? undefined : this.get(id);
      if (!id || !area || wanted.has(id)) return;
      wanted.add(id);
      add(area.parent);
      area.next?.forEach(add);
    };
    for (const id of ids) add(id);
    return Object.fromEntries([...wanted].sort().map((id) => [id, this.get(id) as Area]));
  }

  /** The areas of the sheet, and the provinces of the nation, that lie right below an area. */
  childrenOf(id: string): string[] {
    return Object.entries(this.inEdition)
      .filter(([, area]) => area.parent === id)
      .map(([child]) => child);
  }
}

export const nameOf = (area: Area): string =>
  typeof area.name === 'string' ? area.name : (area.name['vi'] ?? '');

/** Edits between two short words; more than two count as three. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before = [...b, ''].map((_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((before[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (before[j - 1] ?? 9) + same));
    }
    before = row;
  }
  return before[b.length] ?? 3;
}
