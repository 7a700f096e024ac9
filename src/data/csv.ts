/** CSV (RFC 4180) as spreadsheets write it: quotes, line ends of any kind, comma, semicolon or tab. */

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
    [field, at] = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
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

function quoted(text: string, start: number): [field: string, end: number] {
  let field = '';
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return [field + text.slice(at), text.length];
    field += text.slice(at, end);
    if (text[end + 1] !== '"') return [field, end + 1];
    field += '"';
    at = end + 2;
  }
}

function plain(text: string, start: number, separator: string): [field: string, end: number] {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1;
  return [text.slice(start, at), at];
}

/** One line of CSV; a field that spreadsheets would take for a formula is quoted as text. */
export function csvLine(fields: readonly string[], separator = ','): string {
  const quote = (field: string): string =>
    /["\r\n;,\t]/.test(field) || /^\s|\s$/.test(field) ? `"${field.replace(/"/g, '""')}"` : field;
  return fields.map(quote).join(separator);
}
