/**
 * Teams that nobody could take for real: for the demo's finder, for tests and for the bench. People
 * are "Mẫu" (sample), phone numbers begin with 0000, mail addresses end in `.example`.
 */
import type { Observation } from '../../src/api/figures.ts';

export interface SampleTeam {
  id: string;
  name: string;
  level: 'commune' | 'hamlet';
  area: string;
  hamlet?: string;
  members: number;
  people: Record<string, unknown>[];
  contact?: Record<string, string>;
  source: string;
}

/** The nation's numbers of 08/2022, which the generated set has too. */
const NATION = { teams: 45_895, members: 211_737, communes: 3321 };

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đỗ', 'Vũ', 'Bùi'];
const MIDDLES = ['Văn', 'Thị', 'Minh', 'Thu'];
const SYLLABLES = [
  'An',
  'Bình',
  'Đắk',
  'Khánh',
  'Lộc',
  'Mỹ',
  'Phú',
  'Quế',
  'Sơn',
  'Thạnh',
  'Ưng',
  'Vĩnh',
  'Xuân',
  'Yên',
  'Hòa',
  'Trường',
  'Thuỷ',
];
const HAMLETS = ['Thôn', 'Bản', 'Ấp', 'Tổ dân phố', 'Khu phố', 'Buôn'];

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const two = (n: number): string => String(n).padStart(2, '0');

const SAMPLE = { title: { vi: 'Số liệu minh họa', en: 'Sample data' }, sample: true };
const TERM = { vi: 'Tổ công nghệ số cộng đồng', en: 'Community digital technology team' };
const INDICATORS = {
  teams: { name: { vi: 'Số tổ', en: 'Teams' }, unit: { vi: 'tổ', en: 'teams' }, aggregate: 'sum' },
  members: {
    name: { vi: 'Số thành viên tổ', en: 'Team members' },
    unit: { vi: 'người', en: 'people' },
    aggregate: 'sum',
  },
};

/** One team; every second leader has agreed to be named. */
function team(i: number, area: string, hamlet: string, members: number): SampleTeam {
  const phone = `0000 ${String(i)
    .padStart(6, '0')
    .replace(/(...)$/, ' $1')}`;
  const name = `${at(SURNAMES, i)} ${at(MIDDLES, i >> 3)} Mẫu ${at(SYLLABLES, i >> 5)}`;
  return {
    id: `mau-${i}`,
    name: `Tổ công nghệ số cộng đồng ${hamlet}`,
    level: 'hamlet',
    area,
    hamlet,
    members,
    people: [
      { role: 'leader', name, ...(i % 2 === 0 ? { consent: '2026-11-01' } : {}) },
      { role: 'deputy' },
      { role: 'member', count: members - 2 },
    ],
    contact: {
      phone,
      zalo: `https://zalo.me/0000${String(i).padStart(6, '0')}`,
      place: `Nhà văn hóa ${hamlet}`,
    },
    source: 'sample',
  };
}

export interface NationOptions {
  readonly teams?: number;
  readonly communes?: number;
  /** Teams on a page; absent: one document. */
  readonly pageSize?: number;
}

/**
 * As many teams and members as the nation had in 08/2022, in made-up communes: the pages of a list,
 * the first of which carries the totals.
 */
export function nationPages({
  teams = NATION.teams,
  communes = NATION.communes,
  pageSize = teams,
}: NationOptions = {}): Record<string, unknown>[] {
  const members = Math.round((NATION.members * teams) / NATION.teams);
  const all: SampleTeam[] = [];
  for (let i = 0; i < teams; i++) {
    const commune = Math.floor((i * communes) / teams);
    const hamlet = `${at(HAMLETS, commune)} ${at(SYLLABLES, i * 7)} ${at(SYLLABLES, i >> 2)} ${(i % 14) + 1}`;
    // 211.737 members in 45.895 teams: so many of five that the sum is right.
    const size = Math.floor((members * (i + 1)) / teams) - Math.floor((members * i) / teams);
    all.push(team(i, `mau${commune}@2025`, hamlet, size));
  }
  const areaOf = (id: string): Record<string, unknown> => {
    const n = Number(/\d+/.exec(id)?.[0]);
    return {
      name: `${at(SYLLABLES, n)} ${at(SYLLABLES, n >> 4)} ${two(n % 97)}`,
      kind: n % 4 === 0 ? 'ward' : 'commune',
      parent: `mautinh${n % 34}@2025`,
    };
  };
  const provinces = Object.fromEntries(
    Array.from({ length: 34 }, (_, n) => [
      `mautinh${n}@2025`,
      { name: `Mẫu ${at(SYLLABLES, n)} ${two(n)}`, kind: 'province', parent: 'vn' },
    ]),
  );
  const pages: Record<string, unknown>[] = [];
  for (let from = 0; from < all.length; from += pageSize) {
    const some = all.slice(from, from + pageSize);
    const ids = [...new Set(some.map(({ area }) => area))];
    const page = pages.length + 1;
    pages.push({
      version: '1',
      updated: '2026-11-22T08:00:00+07:00',
      area: 'vn',
      term: TERM,
      areas: {
        vn: { name: { vi: 'Cả nước', en: 'Viet Nam' }, kind: 'country' },
        ...provinces,
        ...Object.fromEntries(ids.map((id) => [id, areaOf(id)])),
      },
      indicators: INDICATORS,
      sources: { sample: SAMPLE },
      observations:
        page > 1
          ? []
          : [
              { area: 'vn', indicator: 'teams', at: '2026-11', value: teams, source: 'sample' },
              { area: 'vn', indicator: 'members', at: '2026-11', value: members, source: 'sample' },
            ],
      teams: some,
      ...(from + pageSize < all.length ? { next: `vn@2025-${page + 1}.json` } : {}),
    });
  }
  return pages;
}

const WARDS: readonly (readonly [id: string, name: string, district: string])[] = [
  ['20224@2008', 'An Khê', 'quận Thanh Khê'],
  ['20209@2008', 'Xuân Hà', 'quận Thanh Khê'],
  ['48.mau1@2008', 'Mẫu Một', 'quận Mẫu'],
  ['48.mau2@2008', 'Mẫu Hai', 'quận Mẫu'],
];

/** The wards of the demo's finder: two whose names are in the articles, two invented; all teams are. */
export function sampleWards(): Record<string, unknown> {
  let i = 0;
  const teams = WARDS.flatMap(([id], ward) =>
    Array.from({ length: 3 + ward }, (_, n) => team(++i, id, `Tổ dân phố mẫu ${n + 1}`, 5)),
  );
  return {
    version: '1',
    updated: '2026-11-22T08:00:00+07:00',
    area: '48@2008',
    term: TERM,
    areas: {
      vn: { name: { vi: 'Cả nước', en: 'Viet Nam' }, kind: 'country' },
      '48@2025': { name: 'Đà Nẵng', kind: 'city', parent: 'vn', from: '2025-07-01' },
      '48@2008': {
        name: 'Đà Nẵng',
        kind: 'city',
        parent: 'vn',
        until: '2025-06-30',
        next: ['48@2025'],
      },
      '20305@2025': { name: 'An Khê', kind: 'ward', parent: '48@2025', from: '2025-07-01' },
      '20209@2025': { name: 'Thanh Khê', kind: 'ward', parent: '48@2025', from: '2025-07-01' },
      ...Object.fromEntries(
        WARDS.map(([id, name, district]) => [
          id,
          {
            name,
            kind: 'ward',
            parent: '48@2008',
            district,
            until: '2025-06-30',
            ...(id === '20224@2008' ? { next: ['20305@2025'] } : {}),
            ...(id === '20209@2008' ? { next: ['20209@2025'] } : {}),
          },
        ]),
      ),
    },
    indicators: INDICATORS,
    sources: { sample: SAMPLE },
    observations: [],
    teams,
  };
}

/**
 * The made-up teams of an area of the demo's dashboard: so many in each commune below it, and with so
 * many members, as its figures of that month say.
 */
export function communeTeams(
  areas: Readonly<Record<string, unknown>>,
  area: string,
  figures: readonly Observation[],
): Record<string, unknown> {
  const count = (id: string, indicator: string): number =>
    figures.find((o) => o.area === id && o.indicator === indicator)?.value ?? 0;
  const teams = Object.keys(areas).flatMap((id) => {
    if (!/^mau\d/.test(id)) return [];
    const [own, members] = [count(id, 'teams'), count(id, 'members')];
    const first = Number(/\d+/.exec(id)?.[0]) * 20;
    return Array.from({ length: own }, (_, n) => {
      const size = Math.floor((members * (n + 1)) / own) - Math.floor((members * n) / own);
      return team(first + n, id, `thôn mẫu ${n + 1}`, size);
    });
  });
  return {
    version: '1',
    updated: '2026-11-22T08:00:00+07:00',
    area,
    areas,
    indicators: INDICATORS,
    sources: { sample: SAMPLE },
    observations: figures.filter(
      (o) => o.area === area && (o.indicator === 'teams' || o.indicator === 'members'),
    ),
    teams,
  };
}
