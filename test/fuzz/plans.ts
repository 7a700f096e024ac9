/**
 * What the fuzzer does to a document: a plan says which document of the demo, or a made one, and what is
 * changed in it. A plan is made of a seed alone (`plansOf`), and a document of a plan alone (`documentOf`).
 */
import fc from 'fast-check';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Members = { [key: string]: Json };

/** One change: which node of the document, what is done there, and with which value. */
export interface Change {
  readonly where: number;
  readonly what: number;
  readonly value: number;
}

export interface Plan {
  /** Which document it begins with; a made one where `made` says so. */
  readonly base: number;
  readonly made: boolean;
  readonly changes: readonly Change[];
  /** Decides the attributes of the widgets, and whether their menus are opened. */
  readonly page: number;
}

const nat = fc.nat({ max: 2 ** 31 - 1 });
const change = fc.record({ where: nat, what: nat, value: nat });
const plan: fc.Arbitrary<Plan> = fc.record({
  base: nat,
  made: fc.boolean(),
  changes: fc.array(change, { minLength: 1, maxLength: 8 }),
  page: nat,
});

/** Plans of a seed: the same seed gives the same plans. */
export const plansOf = (seed: number, count: number): Plan[] =>
  fc.sample(plan, { seed, numRuns: count });

/** Written into the JSON as `1e999`, which is `Infinity` when read, and as `-0`. */
const ENDLESS = 987654321987;
const NEGATIVE_ZERO = 876543219876;
/** Written as so many lists in each other that a recursion over them throws. */
const DEEP = '@deep@';
const DEEP_JSON = `${'['.repeat(12_000)}${']'.repeat(12_000)}`;
export const jsonOf = (document: Json): string =>
  JSON.stringify(document)
    .replaceAll(String(ENDLESS), '1e999')
    .replaceAll(String(NEGATIVE_ZERO), '-0')
    .replaceAll(JSON.stringify(DEEP), DEEP_JSON);

export const NUMBERS = [
  ENDLESS,
  NEGATIVE_ZERO,
  13,
  20,
  0,
  -0,
  1,
  -1,
  5,
  21,
  101,
  2.5,
  1e9,
  0.1 + 0.2,
  1e-7,
  -1e-7,
  1e-300,
  5e-324,
  99.9999999,
  100.0000001,
  1e15,
  1e16,
  1e21,
  1e300,
  1e308,
  -1e308,
  Number.MAX_VALUE,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  123456789.123456789,
];
const DATES = [
  '0000',
  '0001-01-01',
  '1970',
  '2022',
  '2922',
  '9999',
  '9999-12',
  '9999-12-31',
  '2022-02-30',
  '2022-13',
  '2022-00',
  '2022-06/2022-06',
  '2022/2021',
  '0000/9999',
  '2022-06-01/2922-06-30',
  '2022-01-01T24:00',
  '2022-12-31T23:59:59Z',
  '9999-12-31T23:59:59-23:59',
  '0000-01-01T00:00+23:59',
  '2022-01-01T00:00:00+99:99',
  '',
  'x',
  '-2022',
  '+012022-01',
  '2022-06',
  '2022-08-31',
  '2023-01/2023-06',
];
export const NAMES = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'isPrototypeOf',
  'vn',
  'vi',
  '0',
  'constructor@2025',
  'toString@2008',
  '44@2025',
  '45@2008',
  'vn@2008',
];
const TEXTS = [
  '',
  ' ',
  '%',
  '<img src=x onerror=alert(1)>',
  '{n} {title} {{n}}',
  '$t(table)',
  '\u0001',
  '\u0001\u0001',
  '\u202e\u2066abc',
  'Đ'.repeat(400),
  'tổ '.repeat(900),
  '\ud800',
  '👩‍👩‍👧‍👦'.repeat(40),
  'javascript:alert(1)',
  'http://',
  'https://a.vn/?' + 'q'.repeat(5000),
  '../../..',
  '\n\n\n',
  '\u0000',
  'e\u0301\u0323'.repeat(50),
  '=1+1',
  ',";\r\n',
  ...NAMES,
];

/** Members that documents have, with values that no office would write. */
const MEMBERS: Readonly<Record<string, (n: number) => Json>> = {
  decimals: number,
  of: number,
  value: number,
  num: number,
  den: number,
  target: number,
  baseline: number,
  count: number,
  day: number,
  range: (n) => [number(n), n % 3 ? number(n + 1 + (n >> 3)) : null],
  members: (n) =>
    n % 2 ? number(n) : { range: [number(n), number(n >> 2)], approx: pick(['>', '<', '~'], n) },
  change: (n) => ({ value: number(n), since: date(n >> 2) }),
  corrected: (n) => ({ at: date(n), was: n % 3 ? number(n) : null, reason: text(n) }),
  approx: (n) => pick(['>', '<', '~', 'x'], n),
  status: (n) => pick(['missing', 'estimated', 'provisional', 'x'], n),
  better: (n) => pick(['higher', 'lower', 'x'], n),
  aggregate: () => 'sum',
  pace: (n) => pick(['linear', 'level', 'x'], n),
  at: date,
  since: date,
  from: date,
  until: date,
  start: date,
  end: date,
  due: date,
  founded: date,
  consent: date,
  updated: date,
  parent: name,
  area: name,
  indicator: name,
  source: name,
  id: name,
  level: (n) => pick(['commune', 'hamlet', 'x'], n),
  next: (n) => (n % 2 ? [name(n), name(n >> 1)] : text(n)),
  names: (n) => [{ name: text(n), from: date(n), until: date(n >> 1) }],
  name: text,
  title: text,
  note: text,
  unit: text,
  definition: text,
  publisher: text,
  url: text,
  kind: text,
  label: text,
  hamlet: text,
  every: text,
  basis: text,
  about: text,
  zalo: text,
  phone: text,
  email: text,
  term: text,
  people: (n): Json[] => [
    { role: 'leader', name: text(n), consent: date(n) },
    { role: 'member', count: number(n) },
  ],
  platforms: (n) => [text(n), text(n >> 1)],
  sample: (n) => pick([true, false, 1], n),
  version: (n) => pick(['1', '1.5', '2', 1], n),
};
const MEMBER_NAMES = Object.keys(MEMBERS);

function pick<T>(list: readonly T[], n: number): T {
  return list[Math.abs(n) % list.length] as T;
}
function number(n: number): number {
  return pick(NUMBERS, n);
}
function date(n: number): string {
  return pick(DATES, n);
}
function name(n: number): string {
  return pick(NAMES, n);
}
function text(n: number): Json {
  return n % 11 === 0 ? { vi: pick(TEXTS, n), en: pick(TEXTS, n >> 3) } : pick(TEXTS, n);
}

function nested(depth: number): Json {
  let value: Json = 1;
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { people: value };
  return value;
}

/** A value of the kind that stands there, or of another. */
function other(key: string, before: Json, n: number): Json {
  if (Object.hasOwn(MEMBERS, key) && n % 4) return (MEMBERS[key] as (n: number) => Json)(n);
  if (typeof before === 'number' && n % 5) return number(n);
  if (typeof before === 'string' && n % 5) return /^\d{4}/.test(before) ? date(n) : text(n);
  return pick<Json>([null, {}, [], 'x', 7, true, [[]], { vi: 1 }, ''], n);
}

/** The objects and lists of a document, each once. */
function nodesOf(root: Json): (Json[] | Members)[] {
  const found: (Json[] | Members)[] = [];
  const open: Json[] = [root];
  while (open.length > 0 && found.length < 20_000) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    found.push(next);
    open.push(...Object.values(next).reverse());
  }
  return found;
}

function apply(root: Json, { where, what, value }: Change): void {
  const nodes = nodesOf(root);
  const node = pick(nodes, where);
  if (!node) return;
  const keys = Object.keys(node);
  const key = pick(keys, where >> 4) ?? 'x';
  const members = node as Members;
  switch (what % 12) {
    case 0:
      if (Array.isArray(node)) node.splice(Number(key), 1);
      else Reflect.deleteProperty(members, key);
      return;
    case 1: {
      // Repeated as it is, so that a list is long and every item is the same one.
      if (!Array.isArray(node) || node.length === 0) return;
      const one = node[Number(key)] as Json;
      for (let i = 0; i < value % 300; i++) node.push(JSON.parse(JSON.stringify(one)) as Json);
      return;
    }
    case 2: {
      if (Array.isArray(node)) return;
      const renamed = pick(NAMES, value);
      const moved = members[key];
      Reflect.deleteProperty(members, key);
      if (moved !== undefined)
        Object.defineProperty(members, renamed, {
          value: moved,
          enumerable: true,
          writable: true,
          configurable: true,
        });
      return;
    }
    case 3:
      members[key] = value % 40 === 0 ? DEEP : nested(3);
      return;
    case 4:
    case 5:
    case 6: {
      if (Array.isArray(node)) return;
      const added = pick(MEMBER_NAMES, value);
      members[added] = (MEMBERS[added] as (n: number) => Json)(value >> 5);
      return;
    }
    default:
      members[key] = other(key, members[key] ?? null, value);
  }
}

/** The document of a plan. `bases` stay as they are. */
export function documentOf(plan: Plan, bases: readonly string[]): Json {
  const root = plan.made ? madeDocument(plan.base) : (JSON.parse(pick(bases, plan.base)) as Json);
  for (const one of plan.changes) apply(root, one);
  return root;
}

/** A small document in which every figure is at the edge of something. */
function madeDocument(seed: number): Json {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) >> 4;
  const kinds = ['observations', 'teams', 'goals', 'services'] as const;
  const kind = pick(kinds, next());
  const areas: Members = { vn: { name: 'Việt Nam', kind: 'country' } };
  const ids = [
    'vn',
    ...Array.from({ length: 1 + (next() % 12) }, () => name(next())).filter((id) =>
      id.includes('@'),
    ),
  ];
  for (const id of ids.slice(1))
    areas[id] = {
      name: text(next()),
      parent: 'vn',
      ...(next() % 4 ? {} : { next: [name(next())] }),
    };
  const keys = ['teams', ...Array.from({ length: next() % 3 }, () => name(next()))];
  const indicators: Members = Object.create(null) as Members;
  for (const key of keys)
    indicators[key] = {
      name: text(next()),
      unit: pick(['%', 'tổ', 'người', ''], next()),
      ...(next() % 3 ? {} : { of: number(next()) }),
      ...(next() % 3 ? {} : { decimals: number(next()) }),
      ...(next() % 3 ? {} : { better: pick(['higher', 'lower'], next()) }),
      ...(next() % 3 ? {} : { aggregate: 'sum' }),
    };
  const observations = Array.from({ length: next() % 40 }, (): Json => {
    const o: Members = {
      area: pick(ids, next()),
      indicator: pick(keys, next()),
      value: number(next()),
      source: 'so',
    };
    if (next() % 8) o['at'] = date(next());
    for (const member of [
      'range',
      'num',
      'den',
      'approx',
      'status',
      'change',
      'target',
      'note',
      'corrected',
    ])
      if (next() % 6 === 0) o[member] = (MEMBERS[member] as (n: number) => Json)(next());
    return o;
  });
  const common = {
    version: '1',
    area: pick(ids, next()),
    areas,
    indicators,
    observations,
    sources: { so: { title: text(next()), url: text(next()), sample: next() % 2 === 0 } },
  };
  const many = (most: number, item: (i: number) => Json): Json[] =>
    Array.from({ length: next() % most }, (_, i) => item(i));
  if (kind === 'teams')
    return {
      ...common,
      teams: many(30, (i) => ({
        id: next() % 5 ? `t${i}` : name(next()),
        name: text(next()),
        level: pick(['commune', 'hamlet'], next()),
        area: pick(ids, next()),
        members: (MEMBERS['members'] as (n: number) => Json)(next()),
        parent: name(next()),
        founded: date(next()),
        contact: {
          zalo: text(next()),
          phone: text(next()),
          email: text(next()),
          place: text(next()),
        },
        people: (MEMBERS['people'] as (n: number) => Json)(next()),
      })),
      structure: many(3, () => ({
        level: 'commune',
        label: text(next()),
        count: [number(next()), number(next())],
      })),
      reporting: {
        every: pick(['P1M', 'P1D', 'x', 'P0M', 'P99999999M'], next()),
        day: number(next()),
        to: text(next()),
      },
    } as Json;
  if (kind === 'goals')
    return {
      ...common,
      id: name(next()),
      name: text(next()),
      start: date(next()),
      end: date(next()),
      basis: text(next()),
      goals: many(12, () => ({
        indicator: pick(keys, next()),
        target: number(next()),
        due: date(next()),
        baseline: number(next()),
        pace: pick(['linear', 'level'], next()),
      })),
      milestones: many(6, () => ({ at: date(next()), title: text(next()) })),
      activities: many(6, () => ({
        title: text(next()),
        url: text(next()),
        platforms: [text(next())],
      })),
      highlights: keys,
    } as Json;
  if (kind === 'services')
    return {
      ...common,
      services: many(12, (i) => ({
        id: `s${i}`,
        name: text(next()),
        about: text(next()),
        url: text(next()),
        indicator: pick(keys, next()),
        until: date(next()),
      })),
    } as Json;
  return common as Json;
}
