/** The table of pages × widgets, and the counts. */
import { NAMES } from './widgets.mjs';

export const COLUMNS = [...NAMES, 'console', 'csp', 'requests', 'host'];
const SHORT = {
  'kpi-card': 'kpi',
  'coverage-map': 'map',
  'campaign-tracker': 'camp',
  'team-roster': 'team',
  'service-guide': 'serv',
  ranking: 'rank',
  requests: 'req',
  console: 'cons',
  dashboard: 'dash',
};

/** `pass`, `fallback` (as it should be), `fail`, or nothing where the page has no such widget. */
function cell({ page, faults, expected }, column) {
  if (page.skip) return '';
  if (page.control) {
    if (!page.control.includes(column)) return '';
    return faults[column]?.length ? 'pass' : 'fail';
  }
  if (NAMES.includes(column) && !expected[column]) return '';
  if (faults[column]?.length) return 'fail';
  if (/fallback|own/.test(expected[column] ?? '')) return 'fallback';
  return 'pass';
}

const SIGN = { pass: '✔', fallback: 'f', fail: '✘', '': '·' };

export function table(rows) {
  let [passed, failed] = [0, 0];
  const width = Math.max(...rows.map(({ page }) => page.name.length));
  const heads = COLUMNS.map((column) => (SHORT[column] ?? column).padEnd(5));
  const lines = [`${''.padEnd(width)}  ${heads.join(' ')}`];
  const faults = [];
  for (const row of rows) {
    const cells = COLUMNS.map((column) => cell(row, column));
    passed += cells.filter((c) => c === 'pass' || c === 'fallback').length;
    failed += cells.filter((c) => c === 'fail').length;
    const note = row.page.skip ? `  skipped: ${row.page.skip}` : '';
    lines.push(
      `${row.page.name.padEnd(width)}  ${cells.map((c) => SIGN[c].padEnd(5)).join(' ')}${note}`,
    );
    COLUMNS.forEach((column, i) => {
      if (cells[i] !== 'fail') return;
      const said = row.page.control ? ['should have failed'] : row.faults[column];
      faults.push(
        `✘ ${row.page.name} / ${column} (${said.length})`,
        ...said.slice(0, 6).map((fault) => `    ${fault}`),
      );
    });
  }
  lines.push('', '✔ as on a clean page   f fallback or the page’s own, as it should be   · not here');
  return { text: [...lines, '', ...faults].join('\n'), passed, failed };
}
