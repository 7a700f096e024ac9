/** CSV (RFC 4180) as spreadsheets write it: quotes, line ends of any kind, comma, semicolon or tab; and how numbers are written in a column. */

/** The separator of a text: the one that its first line has most of, outside quotes. */
export function separatorOf(text: string): ',' | ';' | '\t' {
  const line = /^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(text)?.[0] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (mark: string): number => bare.split(mark).length;
  const marks = [',', ';', '\t'] as const;
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The rows of a CSV text. A byte order mark and Excel's `sep=;` line are left out. */
export function parseCsv(source: string): string[][] {
  let text = source.replace(/^\ufeff/, '');
  const told = /^sep=(.)\r?\n/i.exec(text);
  if (told) text = text.slice(told[0].length);
  const separator = told?.[1] ?? separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field: string;
    [field, at] = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator);
    row.push(field);
    const mark = text[at];
    if (mark === separator) {
      at += 1;
      // A separator at the very end has an empty field behind it.
      if (at >= text.length || text[at] === '\r' || text[at] === '\n') row.push('');
      if (at < text.length && text[at] !== '\r' && text[at] !== '\n') continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function quoted(text: string, start: number, separator: string): [field: string, end: number] {
  let field = '';
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return [field + text.slice(at), text.length];
    field += text.slice(at, end);
    if (text[end + 1] !== '"') {
      // `"x"y` is not valid CSV; it is read as one field, so that the line does not end inside it.
      const [rest, stop] = plain(text, end + 1, separator);
      return [field + rest, stop];
    }
    field += '"';
    at = end + 2;
  }
}

function plain(text: string, start: number, separator: string): [field: string, end: number] {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n')
    at += 1;
  return [text.slice(start, at), at];
}

/**
 * One line of CSV that reads back as it was. Formulas are not disarmed here, because readers download only what
 * `parts/download/table.ts` writes, and that does it.
 */
export function csvLine(fields: readonly string[], separator = ','): string {
  const quote = (field: string): string =>
    /["\r\n;,\t]/.test(field) || /^\s|\s$/.test(field) ? `"${field.replace(/"/g, '""')}"` : field;
  return fields.map(quote).join(separator);
}

/** `vi`: 1.234,5. `en`: 1,234.5. `undefined`: nothing tells, or both are there. */
export type Writing = 'vi' | 'en' | undefined;

/** 12.345.678 and 98,5: written so in Vietnamese alone. The same with marks exchanged is English. */
const CLEAR =
  /^[-+]?(?:\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|(?![1-9]\d{0,2},\d{3}$)\d+,\d+)$/;
/** 1.234: a thousand and more, or one and less than two. */
export const AMBIGUOUS = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;

const exchanged = (text: string): string =>
  text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

/** How a column's numbers are written, by those of its cells that can be read in one way only. */
export function writingOf(cells: readonly unknown[]): Writing {
  const texts = cells.map((cell) =>
    typeof cell === 'string' ? cell.trim().replace(/\s*%$/, '') : '',
  );
  const [vi, en] = [
    texts.some((text) => CLEAR.test(text)),
    texts.some((text) => CLEAR.test(exchanged(text))),
  ];
  return vi === en ? undefined : vi ? 'vi' : 'en';
}
