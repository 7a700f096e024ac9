/** The areas that a workbook may name: those of its own sheet, the provinces, and the official list. */
import { ownMember } from '../api/own-member.js';
import type { Area } from '../api/figures.js';
import { childLabel } from '../i18n/area-names.js';
import { codeOf, editionOf, type Edition } from '../domain/editions.js';
import { fold, matchArea, nearlyNamed, stripPrefix, type Match } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import {
  formerUnits,
  officialArea,
  idsIn,
  matchOf,
  officialAreasIn,
  officialIn,
  officialUnitsIn,
  provinceOf,
  type Former,
} from './gazetteer.js';

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

/** The id of an area of the sheet: its official code, or its parent's code and a short one. */
export function areaIdOf(
  code: string,
  short: string,
  kind: string,
  parent: string,
  edition: string,
): string {
  if (!code) return `${codeOf(parent)}.${short}@${edition}`;
  const digits = kind === 'hamlet' ? 0 : (DIGITS[kind] ?? 5);
  return `${/^\d+$/.test(code) ? code.padStart(digits, '0') : code}@${edition}`;
}

const NONE: Match = { kind: 'none' };

const NEW_UNIT = /\s*\(\s*mới\s*\)\s*$/iu;
/** How a list numbers its names: "1. Phường Đông Hà", "- Xã Lao Bảo". */
const LIST_MARK = /^\s*(?:\d{1,3}[.)]\s+|[-–•+*]\s*)(?=\p{L})/u;

export class AreaBook {
  private sheetAreas: Record<string, Area> = {};
  /** Units of the official list that the workbook has named. */
  private readonly named: Record<string, Area> = {};
  private inEdition: Areas;
  private main = 'vn';
  private readonly matches = new Map<string, Match>();

  constructor(readonly edition: Edition) {
    this.inEdition = this.withOwn();
  }

  private withOwn(): Areas {
    const provinces = Object.entries(PROVINCES).filter(
      ([id]) => id === 'vn' || editionOf(id) === this.edition,
    );
    return { ...Object.fromEntries(provinces), ...this.sheetAreas };
  }

  /** The area that the workbook speaks of: its children are looked for first. */
  setMain(id: string): void {
    this.main = id;
    this.matches.clear();
    this.keep(id);
  }
  get mainId(): string {
    return this.main;
  }

  /**
   * Takes over the texts of the lines, once the workbook's area is known. Where the lines name communes without
   * a list of them, the area's bare name may be a commune's too ("Quảng Trị" in a list of the communes of Quảng
   * Trị).
   *
   * @param texts - the texts of the lines' cells; asked for only where the bare name stands in a line
   */
  open(texts: () => Iterable<string>): void {
    this.matches.clear();
    this.lineTexts = texts;
    this.isList = undefined;
  }
  private lineTexts: () => Iterable<string> = () => [];
  private isList: boolean | undefined;

  private get listsCommunes(): boolean {
    if (this.isList !== undefined) return this.isList;
    const main = this.mainOnly();
    for (const text of this.lineTexts()) {
      if (idsIn(matchArea(text, main)).length > 0) continue;
      if (this.official(text, this.main).kind !== 'none') return (this.isList = true);
    }
    return (this.isList = false);
  }

  /** Adds the areas of the sheet. An id that is there twice is reported by the reader of the sheet. */
  add(areas: Areas): void {
    this.sheetAreas = { ...this.sheetAreas, ...areas };
    this.children = undefined;
    this.inEdition = this.withOwn();
    this.matches.clear();
  }

  /** The areas of the sheet, and those of the official list that it has named. */
  get ownIds(): string[] {
    return [...new Set([...Object.keys(this.sheetAreas), ...Object.keys(this.named)])];
  }

  readonly get = (id: string): Area | undefined =>
    ownMember(this.sheetAreas, id) ?? ownMember(PROVINCES, id) ?? officialArea(id);

  /** What a name or code means: the main area and what lies in it first, then all of the edition. */
  find(text: string): Match {
    const known = this.matches.get(text);
    if (known) return known;
    const match = this.look(this.withoutMarks(text));
    if (match.kind === 'one') this.keep(match.id);
    this.matches.set(text, match);
    return match;
  }

  /** An official unit that the workbook names is one of its areas, with the district it lies in. */
  private keep(id: string): void {
    const area =
      ownMember(this.sheetAreas, id) || ownMember(PROVINCES, id) ? undefined : officialArea(id);
    if (!area || ownMember(this.named, id)) return;
    this.named[id] = area;
    this.children = undefined;
    if (area.parent) this.keep(area.parent);
  }

  /** A name without what a list writes around it; "(mới)" says that a unit is one of today. */
  private withoutMarks(text: string): string {
    const name = text.replace(LIST_MARK, '');
    return this.edition === '2025' ? name.replace(NEW_UNIT, '') : name;
  }

  private look(text: string): Match {
    // "45@2008", and "tỉnh Quảng Trị (45@2008)" as the desk's own sentences write it.
    const id = (/\(([^()]+@\d{4})\)\s*$/.exec(text)?.[1] ?? text).replace(/\s/g, '');
    if (/@\d{4}$/.test(id) && this.get(id)) return { kind: 'one', id };
    const main = this.asMain(text);
    if (main) return main;
    const parts = text.split(/\s*,\s*/);
    if (parts.length > 1) {
      // "Cam Lộ" is a district and its township: what lies in one of them is meant.
      const above = idsIn(this.find(parts.slice(1).join(', ')));
      const inside = matchOf(above.flatMap((id) => idsIn(this.inside(parts[0] ?? '', id))));
      if (inside.kind !== 'none') return inside;
    }
    const near = matchArea(text, this.inEdition, { parent: this.main });
    if (near.kind !== 'none') return near;
    const inSheet = matchArea(text, this.sheetAreas);
    if (inSheet.kind !== 'none') return inSheet;
    // "Quảng Ninh" in a workbook of Quảng Bình is its district as well as the province: a question.
    const official = this.main === 'vn' ? this.coded(text) : this.official(text, this.main);
    return matchOf([...idsIn(official), ...idsIn(matchArea(text, this.inEdition))]);
  }

  /** What lies right in an area: of the sheet, else of the official list. */
  private inside(text: string, parent: string): Match {
    const unit = matchArea(text, this.inEdition, { parent });
    return unit.kind === 'none' ? this.official(text, parent) : unit;
  }

  /** The units of the official list that lie in an area, at any depth. */
  private official(text: string, top: string): Match {
    const province = ownMember(PROVINCES, top) ? top : provinceOf(top);
    return editionOf(province ?? '') === this.edition ? officialIn(text, top) : NONE;
  }

  /** A commune's code is one in the whole country, as far as it is written whole. */
  private coded(text: string): Match {
    const id = `${/^\d{4}$/.test(text) ? '0' : ''}${text}@${this.edition}`;
    return /^\d{4,5}$/.test(text) && officialArea(id) ? { kind: 'one', id } : NONE;
  }

  /**
   * The area of the workbook by its code or name. In a list of communes with one of the same name
   * (phường Quảng Trị in tỉnh Quảng Trị) the bare name is both: the line has to say which.
   */
  private asMain(text: string): Match | undefined {
    const area = this.get(this.main);
    if (!area) return undefined;
    if (text === codeOf(this.main)) return { kind: 'one', id: this.main };
    if (this.main === 'vn' || !idsIn(matchArea(text, this.mainOnly())).length) return undefined;
    const near = matchArea(text, this.inEdition, { parent: this.main });
    const official = this.official(text, this.main);
    const isBoth = official.kind !== 'none' && this.listsCommunes;
    return matchOf([this.main, ...idsIn(near), ...(isBoth ? idsIn(official) : [])]);
  }

  private mainRecord: Areas = {};
  private mainOnly(): Areas {
    if (!(this.main in this.mainRecord))
      this.mainRecord = { [this.main]: this.get(this.main) ?? { name: this.main } };
    return this.mainRecord;
  }

  /** "phường An Khê, TP. Đà Nẵng (20224@2008)": an area in a message. */
  label(id: string): string {
    const area = this.get(id);
    return area ? `${childLabel(area, this.get, 'vi')} (${id})` : id;
  }

  /** Areas with the typed name but another kind or other diacritics: of the sheet first. */
  nearly(text: string): string[] {
    const main = ownMember(PROVINCES, this.main) ? this.main : (provinceOf(this.main) ?? '');
    for (const areas of [this.sheetAreas, officialAreasIn(main), this.inEdition]) {
      const ids = nearlyNamed(text, areas);
      if (ids.length > 0) return ids;
    }
    return [];
  }

  /** The units of before 01/7/2025 that a name means in a workbook of today. */
  former(text: string): Former[] {
    if (this.edition === '2008') return [];
    const province = ownMember(PROVINCES, this.main) ? this.main : provinceOf(this.main);
    return province === undefined ? [] : formerUnits(text, province);
  }

  /** Names like the one typed, for "có phải …?": those of this sheet first. */
  similar(text: string): string | undefined {
    const letters = fold(stripPrefix(text)).replace(/[^a-z0-9]/g, '');
    if (letters.length < 3) return undefined;
    const main = ownMember(PROVINCES, this.main) ? this.main : (provinceOf(this.main) ?? '');
    for (const areas of [this.sheetAreas, officialAreasIn(main), this.inEdition]) {
      const near = Object.values(areas).find(
        (area) =>
          distance(fold(nameOf(area)).replace(/[^a-z0-9]/g, ''), letters) <=
          (letters.length > 6 ? 2 : 1),
      );
      if (near) return nameOf(near);
    }
    return undefined;
  }

  /** The area's ancestors, and what they and it became: what a document must embed to name it. */
  embed(ids: Iterable<string>): Record<string, Area> {
    const embedded = new Set<string>();
    const add = (id: string | undefined): void => {
      const area = id === undefined ? undefined : this.get(id);
      if (!id || !area || embedded.has(id)) return;
      embedded.add(id);
      add(area.parent);
      area.next?.forEach(add);
    };
    for (const id of ids) add(id);
    return withCounts(
      Object.fromEntries([...embedded].sort().map((id) => [id, this.get(id) as Area])),
    );
  }

  /** The areas of the sheet, and the provinces of the nation, that lie right below an area. */
  childrenOf(id: string): readonly string[] {
    if (!this.children) {
      this.children = new Map();
      for (const [child, { parent = '' }] of Object.entries({ ...this.inEdition, ...this.named })) {
        const list = this.children.get(parent);
        if (list) list.push(child);
        else this.children.set(parent, [child]);
      }
    }
    return this.children.get(id) ?? [];
  }
  /** Children by their parent; made anew where areas have been added. */
  private children: Map<string, string[]> | undefined;
}

/** Says how many units lie in an area where all of them are there: widgets then say "n of all". */
function withCounts(areas: Record<string, Area>): Record<string, Area> {
  const inside = new Map<string, number>();
  for (const { parent } of Object.values(areas))
    if (parent) inside.set(parent, (inside.get(parent) ?? 0) + 1);
  for (const [id, children] of inside)
    if (id !== 'vn' && officialUnitsIn(id) === children)
      areas[id] = { ...(areas[id] as Area), children };
  return areas;
}

/** The Vietnamese name of an area. */
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
