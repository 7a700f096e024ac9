/** Medians, ratios and tables. */

/** The middle of a list; `Infinity` stands for a run that was stopped. */
export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** "1.46×"; of a run that was stopped, what it is more than. */
export const times = (value, base, digits = 1) => `${(value / base).toFixed(digits)}×`;

/** Prints a table as Markdown: the first column is text, the others are numbers. */
export function printTable(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(`\n${line(head)}\n${line(head.map((_, i) => (i === 0 ? '---' : '--:')))}`);
  for (const row of rows) console.log(line(row));
}
