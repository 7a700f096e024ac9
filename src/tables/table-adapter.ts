/**
 * Tables of other APIs made documents: CKAN's datastore (`datastore_search`) and CSV. Which column
 * is what is known by its name, or said behind the `#` of the address, which no server ever sees:
 *
 *   …#area=ten_tinh&at=nam&teams=so_to&members=so_tv     a column for each indicator
 *   …#area=ma&indicator=chi_so&value=gia_tri&at==2026-08  one figure a line; `=` begins a constant
 *
 * Further words there: `edition` (2025), `parent` (whose communes the names are), `of` (the
 * document's area), `source` (title), `numbers` (`vi`: 45.895 is a count, `en`: a decimal). Without
 * `numbers` the column's other figures say it, see `writingOf`.
 */
import { warn } from '../api/console.js';
import type { Source } from '../api/figures.js';
import { ownMember } from '../api/own-member.js';
import { membersOf } from '../api/raw-members.js';
import { parseCsv, separatorOf } from './csv.js';
import { TableColumns, type Table } from './table-columns.js';
import { textIn } from './table-figures.js';
import { Places, type OfficialList } from './table-places.js';
import { TableRows, type Report, type Skipped } from './table-rows.js';

/** What `datastore_search` or `datastore_search_sql` answered. */
export function fromCkan(
  raw: unknown,
  url: string,
  report?: Report,
  official?: OfficialList,
): unknown {
  const answer = membersOf(raw);
  const result = membersOf(answer['result']);
  if (answer['success'] === false || !Array.isArray(result['records']))
    throw new Error('no "result.records": is this the address of datastore_search?');
  const records = result['records'] as unknown[];
  const described = Array.isArray(result['fields'])
    ? (result['fields'] as { id: string; type?: unknown }[])
    : undefined;
  const types = described?.map(({ type }) => type);
  const fields = described?.map(({ id }) => id) ?? Object.keys(membersOf(records[0]));
  const total = result['total'];
  // An answer that is only a part of the table is refused, unless the address asks for a part, because nobody
  // would notice the missing rows.
  if (typeof total === 'number' && total > records.length && !/[?&](limit|offset)=/.test(url))
    throw new Error(`${records.length} of ${total} records: add "limit=${total}" to the address`);
  const rows = records.map((record) =>
    Array.isArray(record)
      ? (record as unknown[])
      : fields.map((field) => ownMember(membersOf(record), field)),
  );
  return documentOf({ fields, rows, types, vietnamese: false, first: 1 }, url, report, official);
}

/** A CSV file. Excel in Vietnamese writes semicolons, because the comma is its decimal mark. */
export function fromCsv(
  raw: unknown,
  url: string,
  report?: Report,
  official?: OfficialList,
): unknown {
  const text = String(raw);
  if (/^\s*</.test(text)) throw new Error('CSV is expected, this is an HTML or XML page');
  // A browser has made UTF-8 of it already, and letters are lost.
  if (/\u0000/.test(text)) throw new Error('CSV is expected in UTF-8, this is UTF-16');
  const lines = parseCsv(text);
  const head = lines.findIndex(isFilled);
  const table = { fields: lines[head] ?? [], rows: lines.slice(head + 1), first: head + 2 };
  return documentOf({ ...table, vietnamese: separatorOf(text) === ';' }, url, report, official);
}

const isFilled = (row: readonly unknown[]): boolean => row.some((cell) => textIn(cell) !== '');

function documentOf(
  table: Table,
  url: string,
  report: Report | undefined,
  official: OfficialList | undefined,
): unknown {
  const columns = new TableColumns(table, url);
  const places = new Places({
    fields: table.fields,
    rows: table.rows.filter(isFilled),
    word: (name) => columns.word(name),
    chosen: columns.chosenArea(),
    official,
  });
  const skipped: Skipped[] = [];
  const tell = report ?? ((row) => skipped.push(row));
  for (const column of columns.unread())
    tell({ line: table.first - 1, why: 'column', cell: column, column: '' });
  const lines = new TableRows(columns, table, places, tell);
  table.rows.forEach((row, i) => {
    if (isFilled(row)) lines.read(row, table.first + i);
  });
  const { indicators, dropped } = lines;
  const observations = lines.observations.filter((one) => !dropped.has(one));
  if (observations.length === 0)
    throw new Error(`no row has an area and a figure; the columns are: ${table.fields.join(', ')}`);
  if (skipped.length > 0) warnOnce(url, skipped);
  const sources = { table: sourceOf(url, columns) };
  return {
    version: '1',
    area: places.whole(),
    areas: places.areas,
    indicators,
    sources,
    observations,
  };
}

const WHY: Readonly<Record<Skipped['why'], string>> = {
  area: 'is no area',
  which: 'may be one of several areas: write its kind and its diacritics, or its code',
  contradiction: 'are two areas: the code and the name of this row disagree',
  edition:
    'is of before 01/7/2025, when another province had this name: say "edition=2008" or "edition=2025" behind "#", or write ids such as 45@2008',
  empty: 'the row has no figure',
  figure: 'is no number',
  ambiguous: 'may be a thousand or a decimal: say "numbers=vi" or "numbers=en" behind "#"',
  whole: 'is counted, but is no whole number from 0 up',
  share: 'may be 1% or 100%: write the percent sign behind each number',
  date: 'is no date, so the row is left out',
  twin: 'is one of two figures of one area, indicator and date: keep one',
  shared: 'is a column of one of several indicators, and nothing tells of which',
  column: 'is a column of codes, ranks, coordinates or dates: no indicator by itself',
};
const warned = new Set<string>();

/** One note a table, however often it is polled. */
function warnOnce(url: string, skipped: readonly Skipped[]): void {
  const [first] = skipped;
  if (!first || warned.has(url)) return;
  warned.add(url);
  const what = first.cell && `"${first.cell}" `;
  warn(
    `"${url}": ${skipped.length} left out; the first: line ${first.line}: ${what}${WHY[first.why]}`,
  );
}

function sourceOf(url: string, columns: TableColumns): Source {
  const address = url.replace(/#.*$/, '');
  const host = /^https?:\/\/([^/?]+)/.exec(address)?.[1];
  return {
    title: columns.word('source') ?? host ?? 'CSV',
    ...(host ? { publisher: host, url: address } : {}),
  };
}
