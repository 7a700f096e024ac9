/**
 * A table from a pipe, as clients of databases print it: `psql --csv`, `mysql --batch`, `sqlcmd`. It
 * becomes plain CSV, so that the adapter's rules and line numbers hold.
 */
import { csvLine, separatorOf } from '../tables/csv.js';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '0': '\u0000', '\\': '\\' };

/** Cells of `mysql --batch`: a tab between them, `\t` and `\n` inside, `NULL` for nothing. */
function batchCell(cell: string): string {
  if (cell === 'NULL') return '';
  return cell.replace(/\\([nt0\\])/g, (_, mark: string) => ESCAPES[mark] ?? mark);
}

/** The text that the adapter reads, with as many lines as the pipe had. */
export function pipedTable(source: string): string {
  const text = source.replace(/^\ufeff/, '');
  const lines = text.split(/\r?\n/);
  const isDashes = /^[-\s,;|\t]*-{2,}[-\s,;|\t]*$/.test(lines[1] ?? '');
  // sqlcmd draws a line under its headers and counts the rows below them.
  const kept = lines.map((line, i) =>
    (isDashes && i === 1) || /^\(\d+ rows? affected\)$/i.test(line.trim()) ? '' : line,
  );
  if (separatorOf(text) !== '\t') return kept.join('\n');
  return kept
    .map((line) => (line === '' ? '' : csvLine(line.split('\t').map(batchCell))))
    .join('\n');
}
