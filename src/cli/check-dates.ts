/** Dates that no calendar has, and spans that end before they begin: a schema cannot see either. */
import { memberPath } from '../api/faults.js';
import { AT } from '../api/patterns.js';
import { listOf, membersOf, type Members } from '../api/raw-members.js';
import { eachText } from '../api/walk.js';
import { parseAt } from '../domain/calendar.js';
import { eachItem, quoted, type Finding } from './finding.js';

/** Members that hold dates, wherever they stand. */
const DATES = new Set([
  'at',
  'updated',
  'since',
  'from',
  'until',
  'start',
  'end',
  'due',
  'founded',
  'consent',
]);

/** The findings on all dates of a document and on its spans. */
export function dateFindings(raw: Members): Finding[] {
  const findings: Finding[] = [];
  eachText(raw, (text, key, path) => {
    const reason = DATES.has(key) ? dateFault(text) : undefined;
    if (reason !== undefined) findings.push({ path, reason, warning: false });
  });
  return [...findings, ...spanFindings(raw)];
}

/** What is wrong with a date of the right form. */
function dateFault(text: string): string | undefined {
  if (!AT.test(text) || parseAt(text)) return undefined;
  const [from = '', to] = text.split('/');
  const isReversed = to !== undefined && parseAt(from) && parseAt(to);
  const expected = isReversed ? 'an interval that ends after it begins' : 'a date that exists';
  return `${expected}, not ${quoted(text)}`;
}

/** Spans whose last day is before their first, and ranges whose upper end is below the lower. */
function spanFindings(raw: Members): Finding[] {
  const findings: Finding[] = [];
  const span = (item: Members, path: string, [first, last]: [string, string]) => {
    const [from, to] = [item[first], item[last]];
    if (typeof from !== 'string' || typeof to !== 'string' || to >= from) return;
    if (!parseAt(from) || !parseAt(to)) return;
    const reason = `not before ${quoted(from)}, which is "${first}", but ${quoted(to)}`;
    findings.push({ path: memberPath(path, last), reason, warning: false });
  };
  span(raw, '', ['start', 'end']);
  span(raw, '', ['from', 'until']);
  for (const [id, area] of Object.entries(membersOf(raw['areas'])))
    span(membersOf(area), memberPath('areas', id), ['from', 'until']);
  eachItem(raw, 'observations', (o, path) => {
    const [low, high] = listOf(o['range']);
    if (typeof low === 'number' && typeof high === 'number' && high < low) {
      const reason = `the upper end ${high} is below the lower end ${low}`;
      findings.push({ path: `${path}.range`, reason, warning: true });
    }
  });
  return findings;
}
