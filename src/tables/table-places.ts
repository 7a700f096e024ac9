/** The areas that a table's rows name: by name, by code, or by both, which must agree. */
import { ownMember } from '../api/own-member.js';
import { emptyRecord } from '../api/read-plain.js';
import type { Area } from '../api/figures.js';
import { codeOf, editionOf, isUnmergedProvince, type Edition } from '../domain/editions.js';
import { fold, matchArea, tidy, typedName, type Match } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { areaHeaderOf, isRunning } from './headers.js';
import { shortCode, shortCodes } from './short-codes.js';
import { textIn } from './table-figures.js';

/** The official units below the provinces, which only the tools know. */
export interface OfficialList {
  /** What a name or code means in an area. */
  find(typed: string, top: string): Match;
  get(id: string): Area | undefined;
  /** Whether the list has the units that lie in an area, so that what is not in it is none of them. */
  covers(top: string): boolean;
  /** What may have been meant by a name that is not in the list, in words; empty for no idea. */
  hint(typed: string, top: string): string;
}

/** Why a row's area cannot be told. */
export type PlaceFault = 'area' | 'which' | 'contradiction' | 'edition';

export type Place =
  | { readonly id: string; readonly isStated: boolean }
  | {
      readonly why: PlaceFault;
      readonly cell: string;
      readonly column: string;
      /** What may have been meant. */
      readonly hint?: string;
    };

type Row = readonly unknown[];
type Reader = (row: Row) => unknown;

/** What the address says of areas, and where the table has them. */
export interface PlaceOptions {
  readonly fields: readonly string[];
  readonly rows: readonly Row[];
  /** A word behind the `#` of the address. */
  readonly word: (name: string) => string | undefined;
  /** The column that the address names, or the constant. */
  readonly chosen: { readonly read: Reader; readonly index: number } | undefined;
  readonly official?: OfficialList | undefined;
}

const plainName = ({ name }: Area): string => (typeof name === 'string' ? name : (name.vi ?? ''));
const isPlainText = (text: string): boolean => /^[\x20-\x7e]*$/.test(tidy(text));
const NATION = /^(ca nuoc|toan quoc|viet ?nam)$/;

interface Part {
  readonly field: string;
  readonly read: Reader;
}

/** The columns of areas: the row's own, its code beside, and the unit that it lies in. */
interface Columns {
  readonly unit: Part | undefined;
  readonly code: Part | undefined;
  readonly within: Part | undefined;
}

const DEPTH = { any: 1, province: 1, district: 2, commune: 3 } as const;

function columnsOf({ fields, chosen: stated }: PlaceOptions): Columns {
  const all = fields.flatMap((field, index) => {
    const header = areaHeaderOf(field);
    const part = { field, read: (row: Row) => row[index] };
    return header ? [{ ...part, index, depth: DEPTH[header.level], isCode: header.isCode }] : [];
  });
  type One = (typeof all)[number];
  const deepest = (list: readonly One[]): One | undefined =>
    list.reduce<One | undefined>(
      (best, next) => (best && best.depth >= next.depth ? best : next),
      undefined,
    );
  const names = all.filter(({ isCode }) => !isCode);
  const codes = all.filter(({ isCode }) => isCode);
  const chosen = stated ? all.find(({ index }) => index === stated.index) : undefined;
  if (stated && !chosen)
    return {
      unit: { field: fields[stated.index] ?? '', read: stated.read },
      code: undefined,
      within: undefined,
    };
  const name = deepest(names);
  const code = deepest(codes);
  const unit = chosen ?? (name && (!code || code.depth <= name.depth) ? name : code);
  if (!unit) return { unit, code: undefined, within: undefined };
  const beside = unit.isCode ? undefined : codes.find(({ depth }) => depth === unit.depth);
  const above = names.filter(({ depth }) => depth < unit.depth);
  return { unit, code: beside, within: deepest(above) };
}

/** Names without a province's list, made areas of it: one for each name and kind. */
class Made {
  private readonly codes: (name: string) => string;
  private readonly kinds = new Map<string, Set<string>>();
  private readonly spellings = new Map<string, Set<string>>();

  constructor(texts: Iterable<string>) {
    const names = [...texts].map(typedName);
    const full = new Set(names.flatMap(({ name }) => (isPlainText(name) ? [] : [shortCode(name)])));
    // "Ba To" beside "Ba Tơ" is that name without its diacritics, not another one.
    this.codes = shortCodes(
      names
        .map(({ name }) => name)
        .filter((name) => !isPlainText(name) || !full.has(shortCode(name))),
    );
    for (const { name, kind } of names) {
      const key = tidy(name).toLowerCase();
      const kinds = this.kinds.get(key) ?? new Set();
      this.kinds.set(key, kind ? kinds.add(kind) : kinds);
      const code = shortCode(name);
      this.spellings.set(code, (this.spellings.get(code) ?? new Set()).add(key));
    }
  }

  /** The code and the area; `undefined` where the table has two that the text may mean. */
  find(text: string, parent: string): { code: string; area: Area } | undefined {
    const { name, kind, word } = typedName(text);
    const key = tidy(name).toLowerCase();
    const kinds = [...(this.kinds.get(key) ?? [])];
    const others = [...(this.spellings.get(shortCode(name)) ?? [])].filter((one) => one !== key);
    const isPlain = isPlainText(text);
    // "Xã Ba To" beside Ba Tơ and Ba Tô is one of them, or a third one.
    if (isPlainText(name) && others.length > 1) return undefined;
    if (!kind && kinds.length > 1) return undefined;
    // "Ba To" beside "Ba Tơ" alone is that one, as typed on a keyboard without diacritics.
    const full = isPlain && others[0] !== undefined ? others[0] : name;
    const code = (kinds.length > 1 ? shortCode(word) : '') + this.codes(full);
    const areaKind = kind ?? kinds[0];
    return {
      code,
      area: {
        name: /^\d+$/.test(name) ? tidy(text) : tidy(name),
        ...(areaKind ? { kind: areaKind } : {}),
        parent,
      },
    };
  }
}

/** The areas that the rows name, and the one that holds them. */
export class Places {
  readonly areas = emptyRecord<Area>();
  private readonly columns: Columns;
  private readonly edition: Edition;
  private readonly isEditionStated: boolean;
  private readonly parent: string | undefined;
  /** The area of the document, by the address. */
  private readonly documentArea: string | undefined;
  private readonly official: OfficialList | undefined;
  private readonly known = new Map<string, Place>();
  private readonly made = new Map<string, Made>();

  constructor(private readonly options: PlaceOptions) {
    const { word, official } = options;
    this.columns = columnsOf(options);
    this.isEditionStated = word('edition') !== undefined;
    this.edition = word('edition') === '2008' ? '2008' : '2025';
    this.parent = word('parent');
    this.documentArea = word('of');
    this.official = official;
    for (const id of [this.parent, this.documentArea]) if (id) this.add(id);
    this.refuseRunning();
    this.refuseFormer();
  }

  private values(part: Part | undefined): string[] {
    return part ? this.options.rows.map((row) => textIn(part.read(row))) : [];
  }

  /** Running numbers are no codes: taken for some, they would be a wrong map that looks right. */
  private refuseRunning(): void {
    const { unit } = this.columns;
    if (unit && isRunning(this.values(unit)))
      throw new Error(
        `column "${unit.field}" only counts the rows: say which one names the areas with "area=" behind "#"`,
      );
  }

  /** Provinces that exist only before 01/7/2025 prove the list is of then: all of its names are. */
  private refuseFormer(): void {
    if (this.isEditionStated || this.parent) return;
    const depth = this.columns.unit && areaHeaderOf(this.columns.unit.field)?.level;
    if (depth === 'commune' || depth === 'district') return;
    const former = [...new Set(this.values(this.columns.unit))].filter(
      (text) =>
        !text.includes('@') &&
        matchArea(text, PROVINCES, { edition: '2025', parent: 'vn' }).kind === 'none' &&
        matchArea(text, PROVINCES, { edition: '2008', parent: 'vn' }).kind !== 'none',
    );
    if (former.length > 0)
      throw new Error(
        `${former.length} of the areas are of before 01/7/2025 (${former.slice(0, 3).join(', ')}): say "edition=2008" behind "#"`,
      );
  }

  /** The area of a row; why there is none, with what stands there. */
  of(row: Row): Place {
    const { unit, code, within } = this.columns;
    const [text, coded, above] = [unit, code, within].map((part) => textIn(part?.read(row)));
    const key = JSON.stringify([text, coded, above]);
    let place = this.known.get(key);
    if (!place) this.known.set(key, (place = this.find(text ?? '', coded ?? '', above ?? '')));
    return place;
  }

  private find(text: string, coded: string, above: string): Place {
    const column = this.columns.unit?.field ?? '';
    const no = (why: PlaceFault, cell = text): Place => ({ why, cell, column });
    if (text === '') return no('area');
    const top = this.parent ?? (above === '' ? undefined : this.province(above));
    if (top === undefined && above !== '') return no('area', `${text}, ${above}`);
    const named = this.match(text, top);
    const alone = (): Place => {
      if (typeof named !== 'string') return this.place(named, text);
      const hint = named === 'area' && top ? this.official?.hint(text, top) : undefined;
      return hint ? { why: named, cell: text, column, hint } : no(named);
    };
    if (coded === '') return alone();
    const other = this.match(coded, top);
    if (typeof other === 'string') return alone();
    // A made-up area has no official code that could contradict.
    if (top && !this.official)
      return this.place(
        { id: other.id, area: typeof named === 'string' ? other.area : named.area },
        text,
      );
    if (typeof named !== 'string' && named.id === other.id) return this.place(named, text);
    if (named === 'which' && matchArea(text, { [other.id]: other.area }).kind === 'one')
      return this.place(other, text);
    return no('contradiction', `${coded} = ${plainName(other.area)}, ${text}`);
  }

  private place({ id, area }: { id: string; area: Area }, text: string): Place {
    return { id: this.add(id, area), isStated: text.includes('@') || this.isEditionStated };
  }

  private province(text: string): string | undefined {
    const match = matchArea(text, PROVINCES, { edition: this.edition, parent: 'vn' });
    return match.kind === 'one' ? match.id : undefined;
  }

  /** The area that a text means, right in `top` where that is given. */
  private match(
    text: string,
    top: string | undefined,
  ): { id: string; area: Area } | 'area' | 'which' {
    if (/^([\w.-]+@\d{4}|vn)$/.test(text)) return { id: text, area: this.areaOf(text) };
    if (top !== undefined) return this.below(text, top);
    const match = matchArea(text, PROVINCES, { edition: this.edition });
    if (match.kind === 'one') return { id: match.id, area: this.areaOf(match.id) };
    if (match.kind === 'many') return 'which';
    return NATION.test(fold(text)) ? { id: 'vn', area: this.areaOf('vn') } : 'area';
  }

  private below(text: string, top: string): { id: string; area: Area } | 'which' | 'area' {
    const match = this.official?.find(text, top);
    if (match?.kind === 'many') return 'which';
    if (match?.kind === 'one') return { id: match.id, area: this.areaOf(match.id) };
    const edition = editionOf(top) ?? this.edition;
    const isCovered = this.official?.covers(top) === true;
    if (/^\d+$/.test(text)) {
      const id = `${text.padStart(5, '0')}@${edition}`;
      return isCovered ? 'area' : { id, area: { name: text, parent: top } };
    }
    // The row of the total, among the rows of its parts.
    const whole = ownMember(PROVINCES, top);
    if (
      whole &&
      fold(text) !== fold(plainName(whole)) &&
      matchArea(text, { [top]: whole }).kind === 'one'
    )
      return { id: top, area: whole };
    // A former or mistyped commune gets no code of its own beside the official ones.
    if (isCovered) return 'area';
    let made = this.made.get(top);
    if (!made) this.made.set(top, (made = new Made(this.values(this.columns.unit))));
    const one = made.find(text, top);
    return one ? { id: `${codeOf(top)}.${one.code}@${edition}`, area: one.area } : 'which';
  }

  private areaOf(id: string): Area {
    return this.areas[id] ?? ownMember(PROVINCES, id) ?? this.official?.get(id) ?? { name: id };
  }

  /** Whether a date is of before the area was what it is, so that two provinces of its name may be meant. */
  isDoubtful({ id, isStated }: { id: string; isStated: boolean }, lastDay: string): boolean {
    return (
      !isStated &&
      lastDay <= '2025-06-30' &&
      editionOf(id) === '2025' &&
      ownMember(PROVINCES, id) !== undefined &&
      !isUnmergedProvince(`${codeOf(id)}@2008`)
    );
  }

  /** Adds an area with what it lies in and what it became. */
  private add(id: string, area: Area = this.areaOf(id)): string {
    if (id in this.areas) return id;
    this.areas[id] = area;
    for (const other of [area.parent, ...(area.next ?? [])])
      if (
        other &&
        !(other in this.areas) &&
        (ownMember(PROVINCES, other) ?? this.official?.get(other))
      )
        this.add(other);
    return id;
  }

  /** The area of the document: as the address names it, else the one that the rows have in common. */
  whole(): string {
    if (this.documentArea ?? this.parent) return this.documentArea ?? this.parent ?? '';
    const named = [...new Set([...this.known.values()].flatMap((p) => ('id' in p ? [p.id] : [])))];
    const [only = 'vn'] = named;
    if (named.length === 1) return only;
    const parents = new Set(
      named.map((id) => this.areas[id]?.parent ?? (editionOf(id) ? 'vn' : id)),
    );
    return parents.size === 1 ? ([...parents][0] ?? 'vn') : 'vn';
  }
}
