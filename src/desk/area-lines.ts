/** The area that a line of a sheet names: by name, by code, or by both, which must agree. */
import type { Area } from '../api/figures.js';
import { editionOf } from '../domain/editions.js';
import { matchArea, stripPrefix, type Match } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { isRunning } from '../tables/headers.js';
import { CODE, WITHIN } from './area-columns.js';
import { AreaBook } from './area-book.js';
import { cellText, quote } from './cells.js';
import type { LineReader } from './line-reader.js';
import type { Notes } from './notes.js';
import type { Row } from './rows.js';

/** Whether the lines' areas are only counted, 1 to n: that is said once, and no line is read. */
export function refuseRunning(rows: readonly Row[], notes: Notes): boolean {
  const [row] = rows;
  if (!row || !isRunning(rows.map((one) => cellText(one.cell('area'))))) return false;
  notes.fault(
    row.sheet,
    row.cellOf('area'),
    'cột địa bàn chỉ có số thứ tự 1, 2, 3…, không phải mã đơn vị hành chính. Hãy chọn cột ghi tên hoặc mã.',
  );
  return true;
}

/** The area that a line names; a fault where it can be read in two ways, or in none. */
export function areaIn(
  { book }: { readonly book: AreaBook },
  reader: LineReader,
  key: string,
  fallback?: string,
): string | undefined {
  if (!reader.has(key)) return fallback ?? reader.required(key);
  const typed = reader.text(key);
  if (typed === undefined) return undefined;
  const within = reader.has(WITHIN) ? reader.text(WITHIN) : undefined;
  const match = book.find(within ? `${typed}, ${within}` : typed);
  const code = reader.has(CODE) ? reader.text(CODE) : undefined;
  return code === undefined
    ? chosen(book, reader, key, typed, match)
    : withCode(book, reader, key, typed, match, code);
}

function chosen(
  book: AreaBook,
  reader: LineReader,
  key: string,
  typed: string,
  match: Match,
): string | undefined {
  if (match.kind === 'one') return match.id;
  return reader.fault(key, unknownArea(book, typed, match.kind === 'many' ? match.ids : []));
}

/** A code settles which of several areas of a name is meant, but never another name. */
function withCode(
  book: AreaBook,
  reader: LineReader,
  key: string,
  typed: string,
  match: Match,
  code: string,
): string | undefined {
  const coded = book.find(code);
  const ids = coded.kind === 'one' ? [coded.id] : coded.kind === 'many' ? coded.ids : [];
  const named = match.kind === 'one' ? [match.id] : match.kind === 'many' ? match.ids : [];
  const agreed = ids.filter((id) => named.includes(id));
  if (agreed.length === 1) return agreed[0];
  if (ids.length === 0) return chosen(book, reader, key, typed, match);
  const shown = ids.map((id) => book.label(id)).join('; ');
  const other =
    named.length > 0 ? ` là ${named.map((id) => book.label(id)).join('; ')}` : ' là địa bàn khác';
  return reader.fault(
    key,
    `mã và tên không khớp: mã ${quote(code)} là ${shown}, còn tên ${quote(typed)}${other}. Hãy sửa mã hoặc tên.`,
  );
}

/** What a name that is in no official list of an area may have meant: a former unit, or a similar one. */
export function officialHint(typed: string, top: string): string {
  const edition = editionOf(top);
  if (!edition) return '';
  const book = new AreaBook(edition);
  book.setMain(top);
  const [former] = book.former(typed);
  if (former && former.next.length > 0)
    return `Đây là đơn vị trước khi sắp xếp (01/7/2025), nay thuộc ${listedIn(book, former.next)}.`;
  const nearly = book.nearly(typed);
  if (nearly.length > 0)
    return `Có ${listedIn(book, nearly)}: nếu đúng, hãy ghi lại đúng loại, đúng dấu, hoặc ghi mã.`;
  const similar = book.similar(typed);
  return similar ? `Có phải ${quote(similar)}?` : '';
}

const listedIn = (book: AreaBook, ids: readonly string[]): string =>
  `${ids
    .slice(0, 4)
    .map((id) => book.label(id))
    .join('; ')}${ids.length > 4 ? '; …' : ''}`;

/** Why a name is no area, and what it may have been meant to be. */
export function unknownArea(book: AreaBook, typed: string, many: readonly string[]): string {
  const listed = (ids: readonly string[]): string => listedIn(book, ids);
  if (many.length > 0)
    return `có ${many.length} đơn vị tên ${quote(typed)}: ${listed(many)}. Hãy ghi mã, hoặc ghi rõ loại (xã, phường, tỉnh…) và đơn vị cấp trên sau dấu phẩy.`;
  const [former] = book.former(typed);
  if (former && former.next.length > 0)
    return `${quote(typed)} là đơn vị trước khi sắp xếp (01/7/2025), nay thuộc ${listed(former.next)}. Hãy ghi đơn vị hiện nay, hoặc chọn đơn vị hành chính trước 01/7/2025.`;
  const other = otherEdition(book, typed);
  if (other)
    return `${quote(typed)} không có trong các đơn vị hành chính ${book.edition === '2025' ? 'từ' : 'trước'} 01/7/2025. Nếu đúng là đơn vị ${book.edition === '2025' ? 'trước khi sắp xếp' : 'hiện nay'}, hãy ghi mã ${other}.`;
  const nearly = book.nearly(typed);
  if (nearly.length > 0)
    return `không có địa bàn ${quote(typed)}; có ${listed(nearly)}. Nếu đúng là đơn vị này, hãy ghi lại đúng loại, đúng dấu, hoặc ghi mã; nếu không, hãy thêm vào trang “Địa bàn”.`;
  const similar = book.similar(typed);
  return `không có địa bàn ${quote(typed)}. ${similar ? `Có phải ${quote(similar)}? ` : ''}Hãy kiểm tra tên, hoặc thêm vào trang “Địa bàn”.`;
}

/** The province of the other edition that a name means. */
function otherEdition(book: AreaBook, typed: string): string | undefined {
  const edition = book.edition === '2025' ? '2008' : '2025';
  const match = matchArea(typed, PROVINCES, { edition });
  return match.kind === 'one' && editionOf(match.id) ? match.id : undefined;
}

/** Whether an official unit has the name that a line gives it beside its code, whatever its kind. */
export const hasName = ({ name }: Area, typed: string): boolean =>
  matchArea(stripPrefix(typed), { unit: { name } }).kind === 'one';
