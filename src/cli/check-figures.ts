/** What is legal in a document of figures and surely wrong: it is said, and the widgets work on. */
import { ownMember } from '../api/own-member.js';
import { listOf, membersOf, type Members } from '../api/raw-members.js';
import { eachText } from '../api/walk.js';
import { safeLink } from '../data/addresses.js';
import { isFuture, parseAt } from '../domain/calendar.js';
import { isCountName } from '../tables/count-names.js';
import { editionOf, LAST_DAY_OF_2008 } from '../domain/editions.js';
import { quoted } from './finding.js';

export interface FigureFinding {
  readonly path: string;
  readonly reason: string;
}

/** Years between a date and the middle one of its document beyond which it is a typing error. */
const FAR = 30;

/** The text of a member; empty for what is none, because a deep list as a text would throw. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const indicatorOf = (raw: Members, o: Members): Members =>
  membersOf(ownMember(membersOf(raw['indicators']), textOf(o['indicator'])));

/** Findings of a document; `now` is milliseconds since the epoch. */
export function figureFindings(raw: Members, now: number): FigureFinding[] {
  const list = listOf(raw['observations']).map((item, i) => ({
    o: membersOf(item),
    path: `observations[${i}]`,
  }));
  return [
    ...list.flatMap(({ o, path }) => [
      ...dateFindings(o, path, now),
      ...numberFindings(o, path, indicatorOf(raw, o)),
    ]),
    ...farDates(list),
    ...undated(list),
    ...contradictions(list),
    ...editionFindings(list),
    ...addressFindings(raw),
  ];
}

function dateFindings(o: Members, path: string, now: number): FigureFinding[] {
  const { at } = o;
  if (typeof at !== 'string' || !parseAt(at) || !isFuture(at, now)) return [];
  return [{ path: `${path}.at`, reason: `a date in the future: "${at}"` }];
}

type FiguresAtPaths = readonly { readonly o: Members; readonly path: string }[];

/** Dates far from the middle one: 0202 or 2922 among dates of 2022. */
function farDates(list: FiguresAtPaths): FigureFinding[] {
  const dated = list.flatMap(({ o, path }) => {
    const at = o['at'];
    return typeof at === 'string' && parseAt(at)
      ? [{ at, path, year: Number(at.slice(0, 4)) }]
      : [];
  });
  const years = dated.map(({ year }) => year).sort((a, b) => a - b);
  const middle = years[Math.floor(years.length / 2)] ?? 0;
  return dated
    .filter(({ year }) => year < 1900 || (years.length > 2 && Math.abs(year - middle) > FAR))
    .map(({ at, path }) => ({
      path: `${path}.at`,
      reason: `a date many years away from the others: "${at}"`,
    }));
}

/** A figure without a date beside dated ones of its area and indicator: no widget can tell whether it is newer. */
function undated(list: FiguresAtPaths): FigureFinding[] {
  const keyOf = (o: Members): string => `${textOf(o['area'])} ${textOf(o['indicator'])}`;
  const dated = new Set(list.flatMap(({ o }) => (o['at'] === undefined ? [] : [keyOf(o)])));
  return list
    .filter(({ o }) => o['at'] === undefined && dated.has(keyOf(o)))
    .map(({ path }) => ({
      path: `${path}.at`,
      reason: 'no date, beside figures of its area and indicator that have one: it is not shown',
    }));
}

/** Two figures of one area, indicator and date that differ: a widget would show one of them. */
function contradictions(list: FiguresAtPaths): FigureFinding[] {
  const seen = new Map<string, { text: string; path: string }>();
  return list.flatMap(({ o, path }) => {
    const { value, range, num, den, approx } = o;
    // What is no number is a fault of its own.
    if ([value, num, den].some((n) => typeof n === 'string')) return [];
    const key = ['area', 'indicator', 'at'].map((name) => textOf(o[name])).join(' ');
    const text = JSON.stringify([value, range, num, den, approx].map(plainOf));
    const first = seen.get(key);
    if (!first) seen.set(key, { text, path });
    if (!first || first.text === text) return [];
    return [{ path, reason: `contradicts ${first.path}: one area, indicator and date` }];
  });
}

/** A number, a text or a range of two; nothing of what lies deeper, because thousands of levels would throw. */
function plainOf(value: unknown): unknown {
  const flat = (one: unknown): unknown => (typeof one === 'object' ? null : one);
  return Array.isArray(value) ? value.slice(0, 2).map(flat) : flat(value);
}

/** Percentages beyond this were multiplied by 100 once too often. */
const MOST_PERCENT = 1000;

/** What a number of a count, a percentage or a rank cannot be; `undefined` for a sound one. */
function sizeFault(n: number, indicator: Members): string | undefined {
  const unit = indicator['unit'];
  const isRate = unit === '%' || membersOf(unit)['vi'] === '%';
  const isCount = indicator['aggregate'] === 'sum' && !isRate;
  const { of } = indicator;
  if (n < 0 && (isCount || isRate)) return `a ${isRate ? 'percentage' : 'count'} below 0: ${n}`;
  const name = textOf(membersOf(indicator['name'])['vi'] ?? indicator['name']);
  if (isCount && isCountName(name) && !Number.isInteger(n)) return `a count with decimals: ${n}`;
  if (isRate && n > MOST_PERCENT) return `a percentage of ${n}`;
  if (typeof of === 'number' && (n < 1 || n > of)) return `a rank of ${n} among ${of}`;
  return undefined;
}

function numberFindings(o: Members, path: string, indicator: Members): FigureFinding[] {
  const findings: FigureFinding[] = [];
  const { num, den } = o;
  const ends = listOf(o['range']).slice(0, 2);
  const numbers: readonly (readonly [string, unknown])[] = [
    ['value', o['value']],
    ['target', o['target']],
    ...ends.map((end, i) => [`range[${i}]`, end] as const),
  ];
  for (const [name, n] of numbers) {
    const reason = typeof n === 'number' ? sizeFault(n, indicator) : undefined;
    if (reason !== undefined) findings.push({ path: `${path}.${name}`, reason });
  }
  if (typeof num === 'number' && num < 0)
    findings.push({ path: `${path}.num`, reason: `a numerator below 0: ${num}` });
  if (den === 0) findings.push({ path: `${path}.den`, reason: 'a denominator of 0' });
  else if (typeof num === 'number' && typeof den === 'number' && num > den)
    findings.push({ path: `${path}.num`, reason: `${num} is more than its denominator, ${den}` });
  return findings;
}

/** Figures of before 01/7/2025 under the units of after, and the other way round: said once each. */
function editionFindings(list: FiguresAtPaths): FigureFinding[] {
  const findings = new Map<string, { path: string; reason: string; count: number }>();
  for (const { o, path } of list) {
    const { area, at } = o;
    const period = typeof at === 'string' ? parseAt(at) : undefined;
    const edition = typeof area === 'string' ? editionOf(area) : undefined;
    if (!period || !edition) continue;
    const isOld = period.lastDay <= LAST_DAY_OF_2008;
    if (isOld === (edition === '2008')) continue;
    const reason = isOld
      ? `of before 01/7/2025, but "${String(area)}" is a unit of after`
      : `of after 01/7/2025, but "${String(area)}" is a unit of before`;
    const before = findings.get(edition);
    if (before) before.count += 1;
    else
      findings.set(edition, {
        path: `${path}.at`,
        reason: `"${String(at)}" is ${reason}`,
        count: 1,
      });
  }
  return [...findings.values()].map(({ path, reason, count }) => ({
    path,
    reason: count > 1 ? `${reason} (and ${count - 1} more such figures)` : reason,
  }));
}

/** Members that become links. */
const ADDRESSES = new Set(['url', 'href', 'link']);

/** A page that an address of a document is resolved against. */
const PAGE = 'https://page.example/';

/** Addresses of which no widget makes a link: `javascript:`, `data:`, what is no address. */
function addressFindings(raw: unknown): FigureFinding[] {
  const findings: FigureFinding[] = [];
  eachText(
    raw,
    (text, key, path) => {
      if (!ADDRESSES.has(key) || text === '' || safeLink(text, PAGE)) return;
      // Browsers take white space and control characters out of an address.
      const address = text.replace(/[\s\u0000-\u0020]/g, '');
      const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
      const what = scheme === undefined || /^https?$/.test(scheme) ? quoted(text) : `"${scheme}:"`;
      findings.push({ path, reason: `${what} is no address of a page: it becomes no link` });
    },
    (path, key) => (path === '' ? key : `${path}.${key}`),
  );
  return findings;
}

/**
 * Members that stand twice in one object of a JSON text, as paths: of two sources under one key only
 * the last one is left after reading.
 */
export function doubledKeys(text: string): string[] {
  const doubled: string[] = [];
  const stack: { keys: Set<string> | undefined; path: string; index: number }[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
  let key: string | undefined;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [mark] = match;
    const top = stack[stack.length - 1];
    if (mark === '{' || mark === '[') {
      const step = top?.keys ? (key ?? '') : top ? `[${top.index}]` : '';
      const path =
        step.startsWith('[') || !top?.path ? (top?.path ?? '') + step : `${top.path}.${step}`;
      stack.push({ keys: mark === '{' ? new Set() : undefined, path, index: 0 });
    } else if (mark === '}' || mark === ']') stack.pop();
    else if (mark === ',' && top && !top.keys) top.index += 1;
    else if (
      mark.startsWith('"') &&
      top?.keys &&
      /^\s*:/.test(text.slice(token.lastIndex, token.lastIndex + 20))
    ) {
      key = JSON.parse(mark) as string;
      if (top.keys.has(key)) doubled.push(top.path === '' ? key : `${top.path}.${key}`);
      top.keys.add(key);
    }
  }
  return doubled;
}
