/** What a workbook says about itself: area, edition, indicators, sources, areas. */
import { ownMember } from '../api/own-member.js';
import type { Area, Indicator, Source } from '../api/figures.js';
import { codeOf, editionOf, type Edition } from '../domain/editions.js';
import { fold } from '../domain/fold.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { AreaBook, areaIdOf } from './area-book.js';
import { hasName, unknownArea } from './area-lines.js';
import { cellAddress, cellText, isBlank, quote, type SheetTable } from './cells.js';
import { INFO_LINES, planOf } from './columns.js';
import { idsIn, officialArea, officialIn } from './gazetteer.js';
import { standardIndicators } from './indicators.js';
import type { Notes } from './notes.js';
import { LineReader } from './line-reader.js';
import { exactKey, headerKey } from './layout.js';
import type { Row } from './rows.js';
import { shortCodes } from '../tables/short-codes.js';

/** The settings of the sheet "Thông tin", as they were typed. */
export type Info = Readonly<Partial<Record<string, string>>>;

export interface WorkbookContext {
  readonly book: AreaBook;
  readonly edition: Edition;
  /** The area that the documents are of. */
  readonly area: string;
  readonly info: Info;
  readonly indicators: Record<string, Indicator>;
  readonly sources: Record<string, Source>;
  /** The source of figures that name none. */
  readonly source: string | undefined;
}

/** The settings of the sheet, where each stands; `settings` (options, a matching file) win. */
export function readInfo(
  table: SheetTable | undefined,
  settings: Info,
): { info: Info; cellOf: Map<string, string> } {
  const info: Record<string, string> = {};
  const cellOf = new Map<string, string>();
  table?.rows.forEach((cells, line) => {
    const label = headerKey(cellText(cells[0]));
    const known = INFO_LINES.find(
      (item) =>
        [item.header, ...(item.also ?? [])].some((name) => headerKey(name) === label) ||
        item.key === cellText(cells[0]),
    );
    if (!known || isBlank(cells[1])) return;
    info[known.key] = cellText(cells[1]);
    cellOf.set(known.key, cellAddress(1, line));
  });
  for (const [key, value] of Object.entries(settings)) if (value) info[key] = value;
  return { info, cellOf };
}

/**
 * The edition and the area; a fault where the sheet does not say them.
 *
 * @param published - ids of areas that are published now: pages name them, so they stay
 */
export function openBook(
  sheet: string,
  { info, cellOf }: ReturnType<typeof readInfo>,
  rows: readonly Row[],
  notes: Notes,
  published: ReadonlySet<string> = new Set(),
): AreaBook | undefined {
  const refuse = (line: 'edition' | 'area', message: string): undefined => {
    notes.fault(sheet, cellOf.get(line) ?? '', message);
    return undefined;
  };
  const edition = editionIn(info);
  if (!edition) return refuse('edition', noEdition(info['edition']));
  const typed = info['area'];
  if (!typed)
    return refuse(
      'area',
      'chưa ghi “Địa bàn công bố”. Hãy ghi tên tỉnh, thành phố, xã mà bảng này nói về.',
    );
  const book = new AreaBook(edition);
  const first = book.find(typed);
  if (first.kind === 'one') book.setMain(first.id);
  readAreas(book, rows, notes, published);
  const main = book.find(typed);
  if (main.kind !== 'one')
    return refuse('area', unknownArea(book, typed, main.kind === 'many' ? main.ids : []));
  book.setMain(main.id);
  return book;
}

const noEdition = (typed: string | undefined): string =>
  typed
    ? `${quote(typed)} không phải đơn vị hành chính trước hoặc từ 01/7/2025. Hãy chọn trong danh sách: từ 01/7/2025 (2025) hoặc trước 01/7/2025 (2008).`
    : 'chưa ghi “Đơn vị hành chính”. Hãy chọn từ 01/7/2025 hay trước 01/7/2025, vì cùng một mã có thể là hai tỉnh khác nhau.';

function editionIn(info: Info): Edition | undefined {
  const typed = info['edition'] ?? '';
  const areaEdition = editionOf((info['area'] ?? '').replace(/\s/g, ''));
  if (!typed) return areaEdition;
  if (/2008|truoc|\b63\b/.test(fold(typed))) return '2008';
  return /2025|\b34\b/.test(fold(typed)) ? '2025' : undefined;
}

function readAreas(
  book: AreaBook,
  rows: readonly Row[],
  notes: Notes,
  published: ReadonlySet<string>,
): void {
  const plan = planOf('areas');
  const seen = new Map<string, Row>();
  const waiting: { reader: LineReader; name: string; kind: string; code: string }[] = [];
  for (const row of rows) {
    const reader = new LineReader(row, plan, notes);
    const [name, kind, code] = [
      reader.required('name'),
      reader.requiredChoice('kind'),
      reader.text('code') ?? '',
    ];
    if (name === undefined || kind === undefined) continue;
    waiting.push({
      reader,
      name: name.replace(/\s+/g, ' '),
      kind,
      code,
    });
  }
  const codes = shortCodes(waiting.filter(({ code }) => !code).map(({ name }) => name));
  // A parent may stand below its children: what finds none is tried again after the others.
  for (let left = waiting, before = Infinity; left.length > 0 && left.length < before;) {
    before = left.length;
    const added: Record<string, Area> = {};
    left = left.filter((line) => !placeArea(book, line, { added, seen, codes, published }));
    book.add(added);
    if (left.length === before) left.forEach(({ reader }) => reportParent(book, reader));
  }
}

/** What is known while the lines of the sheet "Địa bàn" are read. */
interface Register {
  readonly added: Record<string, Area>;
  readonly seen: Map<string, Row>;
  readonly codes: (name: string) => string;
  readonly published: ReadonlySet<string>;
}

/** The unit of the official list that a line without a code means, because one commune has one id. */
function officialUnit(name: string, kind: string, parent: string): string | undefined {
  const ids = idsIn(officialIn(name, parent)).filter((id) => officialArea(id)?.kind === kind);
  return ids.length === 1 ? ids[0] : undefined;
}

/** Says that an official unit keeps the id that it was published under, or that it may be mistyped. */
function warnOfUnit(
  book: AreaBook,
  reader: LineReader,
  { id, unit, name }: { id: string; unit: string | undefined; name: string },
): void {
  if (unit !== undefined)
    reader.warn(
      'code',
      `${quote(name)} đã được công bố với mã riêng ${id}, nên giữ mã ấy; mã chính thức là ${codeOf(unit)}. Để chuyển, hãy ghi mã này và sửa các trang đã nhúng.`,
    );
  const near = book.nearly(name).filter((other) => officialArea(other) !== undefined);
  if (unit === undefined && near.length > 0)
    reader.warn(
      'kind',
      `${quote(name)} không có trong danh mục với loại này; có ${near.map((other) => book.label(other)).join('; ')}. Hãy kiểm tra loại và dấu, hoặc ghi mã.`,
    );
}

function placeArea(
  book: AreaBook,
  { reader, name, kind, code }: { reader: LineReader; name: string; kind: string; code: string },
  { added, seen, codes, published }: Register,
): boolean {
  const typed = reader.has('parent') ? (reader.text('parent') ?? '') : '';
  const parent = typed ? book.find(typed) : ({ kind: 'one', id: book.mainId } as const);
  if (parent.kind !== 'one') return false;
  const typedCode = code.replace(/@.*$/, '');
  const unit = typedCode || kind === 'hamlet' ? undefined : officialUnit(name, kind, parent.id);
  const madeId = areaIdOf(typedCode, codes(name), kind, parent.id, book.edition);
  const id = unit === undefined || published.has(madeId) ? madeId : unit;
  const official = typedCode ? book.get(id) : undefined;
  const twin = seen.get(id);
  if (!/^[0-9A-Za-z][\w.-]*@\d{4}$/.test(id)) {
    reader.fault(
      'code',
      `mã ${quote(code)} chỉ được có chữ số và chữ không dấu. Hãy ghi mã đơn vị hành chính, hoặc để trống.`,
    );
  } else if (official && !hasName(official, name)) {
    reader.fault(
      'code',
      `mã và tên không khớp: mã ${quote(code)} là ${book.label(id)}, còn tên ghi ${quote(name)}. Hãy sửa mã hoặc tên; chưa rõ mã thì để trống ô mã.`,
    );
  } else if (twin) {
    reader.fault(
      code ? 'code' : 'name',
      `trùng với ô ${twin.cellOf(code ? 'code' : 'name')}: hai đơn vị cùng mã ${quote(id)}. Hãy xóa một dòng hoặc sửa mã.`,
    );
  } else {
    seen.set(id, reader.row);
    // The provinces are known: their lines are there for the drop-down list.
    if (ownMember(PROVINCES, id)) return true;
    added[id] = officialOf(id, unit) ?? { name, kind, parent: parent.id };
    if (!typedCode && kind !== 'hamlet' && id !== unit)
      warnOfUnit(book, reader, { id, unit, name });
  }
  return true;
}

const officialOf = (id: string, unit: string | undefined): Area | undefined =>
  id === unit ? officialArea(id) : undefined;

function reportParent(book: AreaBook, reader: LineReader): void {
  const typed = reader.text('parent') ?? '';
  const match = book.find(typed);
  reader.fault('parent', unknownArea(book, typed, match.kind === 'many' ? match.ids : []));
}

/** The indicators of the sheet, on top of the standard ones. */
export function readIndicators(
  rows: readonly Row[],
  edition: Edition,
  notes: Notes,
): Record<string, Indicator> {
  const plan = planOf('indicators');
  const indicators: Record<string, Indicator> = {};
  for (const row of rows) {
    const reader = new LineReader(row, plan, notes);
    const [id, name] = [reader.id('id'), reader.required('name')];
    const made = name === undefined ? undefined : indicatorOf(reader, name);
    if (id === undefined || !made) continue;
    if (indicators[id])
      reader.fault('id', `mã chỉ số ${quote(id)} có hai lần. Hãy xóa một dòng hoặc đổi mã.`);
    else indicators[id] = made;
  }
  return { ...standardIndicators(edition), ...indicators };
}

const bilingual = (vi: string, en: string | undefined): Indicator['name'] => (en ? { vi, en } : vi);

function indicatorOf(reader: LineReader, name: string): Indicator {
  const [unit, better, of] = [reader.text('unit'), reader.choice('better'), reader.count('of')];
  const [decimals, definition] = [reader.count('decimals'), reader.text('definition')];
  const sum = reader.choice('sum') === 'yes';
  if (sum && (unit === '%' || of !== undefined))
    reader.fault('sum', 'tỷ lệ và thứ hạng không cộng được theo địa bàn. Hãy chọn “Không”.');
  return {
    name: bilingual(name, reader.text('nameEn')),
    ...(unit ? { unit: bilingual(unit, reader.text('unitEn')) } : {}),
    ...(better ? { better: better as 'higher' | 'lower' } : {}),
    ...(of !== undefined ? { of } : {}),
    ...(sum ? { aggregate: 'sum' as const } : {}),
    ...(definition ? { definition } : {}),
    ...(decimals !== undefined ? { decimals } : {}),
  };
}

/** The sources of the sheet, by key. */
export function readSources(rows: readonly Row[], notes: Notes): Record<string, Source> {
  const plan = planOf('sources');
  const sources: Record<string, Source> = {};
  for (const row of rows) {
    const reader = new LineReader(row, plan, notes);
    const [id, title] = [reader.id('id'), reader.required('title')];
    const [publisher, url] = [reader.text('publisher'), reader.link('url')];
    const sample = reader.choice('sample') === 'yes';
    if (id === undefined || title === undefined) continue;
    if (sources[id])
      reader.fault('id', `mã nguồn ${quote(id)} có hai lần. Hãy xóa một dòng hoặc đổi mã.`);
    sources[id] = {
      title,
      ...(publisher ? { publisher } : {}),
      ...(url ? { url } : {}),
      ...(sample ? { sample } : {}),
    };
  }
  return sources;
}

const keysByName = new WeakMap<object, Map<string, string>>();

/** The key of an item of a record by its key or its name, folded. */
export function keyNamed(
  items: Readonly<Record<string, { name?: unknown; title?: unknown }>>,
  typed: string,
): string | undefined {
  if (ownMember(items, typed)) return typed;
  let names = keysByName.get(items);
  if (!names) {
    keysByName.set(items, (names = new Map<string, string>()));
    for (const [key, item] of Object.entries(items)) {
      const text = item.name ?? item.title;
      const texts =
        typeof text === 'string' ? [text] : Object.values((text ?? {}) as Record<string, string>);
      for (const name of [...texts, key])
        if (!names.has(exactKey(name))) names.set(exactKey(name), key);
    }
  }
  return names.get(exactKey(typed));
}

/** The key of the one item whose name goes on with a comma after the typed words; else by its name. */
export function keyLike(
  items: Readonly<Record<string, { name?: unknown; title?: unknown }>>,
  typed: string,
): string | undefined {
  const exact = keyNamed(items, typed);
  if (exact !== undefined) return exact;
  const like = Object.entries(items).filter(([, { name }]) => {
    const text =
      typeof name === 'string' ? name : ((name as { vi?: string } | undefined)?.vi ?? '');
    return fold(text).startsWith(`${fold(typed)},`);
  });
  return like.length === 1 ? like[0]?.[0] : undefined;
}

/** The key of the indicator that a cell names; a fault where there is none. */
export function indicatorIn(
  context: WorkbookContext,
  reader: LineReader,
  key: string,
): string | undefined {
  const typed = reader.text(key);
  if (typed === undefined) return undefined;
  const indicator = keyNamed(context.indicators, typed);
  return (
    indicator ??
    reader.fault(
      key,
      `không có chỉ số ${quote(typed)}. Hãy chọn trong danh sách, hoặc thêm chỉ số này vào trang “Chỉ số”.`,
    )
  );
}

/** The key of the source that a cell names; a fault where there is none. */
export function sourceIn(
  context: WorkbookContext,
  reader: LineReader,
  key: string,
): string | undefined {
  const typed = reader.text(key);
  if (typed === undefined) return context.source;
  const source = keyNamed(context.sources, typed);
  return (
    source ??
    reader.fault(key, `không có nguồn ${quote(typed)}. Hãy thêm tài liệu này vào trang “Nguồn”.`)
  );
}
