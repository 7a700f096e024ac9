/** The data of each job: what is drawn first, and what it changes to. */
import type { FeatureCollection, MultiPolygon, Position } from 'geojson';
import { MAP } from '../src/maps/provinces-2008.generated.ts';
import {
  chance,
  communeBorders,
  communesDocument,
  nationDocument,
} from '../test/support/fixtures/map.ts';
import { foundBorders } from './lib/found-borders.mjs';
import { nationPages, type SampleTeam } from '../tools/sample/sample-teams.ts';

const COMMUNES = 3321;

/** The same document with other figures. */
function changed<D extends { observations: readonly { area: string; value?: number | null }[] }>(
  document: D,
  turn: number,
): D {
  const observations = document.observations.map((o) => ({
    ...o,
    value: Math.round(100 * chance(o.area, `turn ${turn}`)),
  }));
  return { ...document, observations };
}

/** A document with one indicator, so that both peers have as much to read. */
function only<D extends { observations: readonly { indicator: string }[] }>(document: D): D {
  const observations = document.observations.filter((o) => o.indicator === 'coverage.hamlet');
  return { ...document, observations };
}

const turns = [1, 2, 3, 4];

/** The rings of a path of the built-in map in degrees: the map's Mercator backwards. */
function ringsOf(path: string): Position[][] {
  const degrees = ([x, y]: Position): Position => {
    const ordinate = (MAP.y0 - (y ?? 0) / MAP.k) * (Math.PI / 180);
    const lat = (Math.atan(Math.exp(ordinate)) * 360) / Math.PI - 90;
    return [(x ?? 0) / MAP.k + MAP.x0, lat].map((n) => Number(n.toFixed(3)));
  };
  let [x, y] = [0, 0];
  return path
    .split('z')
    .filter(Boolean)
    .map((part) => {
      const steps = (part.match(/-?\d+/g) ?? []).map(Number);
      const ring: Position[] = [];
      for (let i = 0; i < steps.length; i += 2) {
        x += steps[i] ?? 0;
        y += steps[i + 1] ?? 0;
        ring.push([x, y]);
      }
      // Behind `z` the pen is where the part began.
      [x = 0, y = 0] = ring[0] ?? [];
      return [...ring, [x, y]];
    })
    .map((ring) => (isClockwise(ring) ? ring : ring.reverse()).map(degrees));
}

/** On the screen, where y goes down: d3 takes a ring the other way round for all the rest of the globe. */
function isClockwise(ring: readonly Position[]): boolean {
  let area = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [ring[i - 1], ring[i]];
    area += ax * by - bx * ay;
  }
  return area > 0;
}

/** The built-in outlines of the 63 provinces, as paths and as GeoJSON of the same corners. */
const OWN = {
  paths: {
    width: MAP.width,
    height: MAP.height,
    shapes: MAP.provinces.map(([code, path]) => [`${code}@2008`, path] as const),
  },
  geo: {
    type: 'FeatureCollection',
    features: MAP.provinces.map(([code, path]) => ({
      type: 'Feature',
      id: `${code}@2008`,
      properties: { id: `${code}@2008` },
      geometry: { type: 'MultiPolygon', coordinates: ringsOf(path).map((ring) => [ring]) },
    })),
  } satisfies FeatureCollection<MultiPolygon>,
};

/** Borders for all peers; those that a newspaper finds only where their package is installed. */
export async function borders() {
  const ids = OWN.geo.features.map(({ id }) => id);
  const geo = await foundBorders(ids).catch(() => OWN.geo);
  return { paths: OWN.paths, geo, ownGeo: OWN.geo };
}

/** The teams of a document as flat rows, as the floor reads them. */
function rowsOf(document: Record<string, unknown>) {
  const areas = document['areas'] as Record<string, { name: string; parent: string }>;
  return (document['teams'] as SampleTeam[]).map((team, i) => {
    const commune = areas[team.area];
    return {
      id: i + 1,
      team: team.name,
      province: areas[commune?.parent ?? '']?.name,
      commune: commune?.name,
      leader: team.people[0]?.['name'],
      role: 'Tổ trưởng',
      members: team.members,
      kpi: i % 100,
    };
  });
}

/** What is typed: a syllable of many names, one commune, words apart, something that is nowhere. */
const QUERIES = ['Khánh', 'mỹ 45', 'Xuân Yên', 'khanh hoa'];

const PAGE_SIZE = 2000;

/** The pages of the job `pages`, by their names. */
export const PAGES = new Map(
  nationPages({ pageSize: PAGE_SIZE }).map((page, i) => [
    i === 0 ? 'vn@2025.json' : `vn@2025-${i + 1}.json`,
    JSON.stringify(page),
  ]),
);

export const JOBS = {
  roster: () => {
    const [document = {}] = nationPages();
    return {
      first: { document, rows: rowsOf(document) },
      next: QUERIES.map((query) => ({ query })),
    };
  },
  /** The same teams in pages, which the peers fetch. */
  pages: () => ({ first: {}, next: [{ query: QUERIES[0] }] }),
  map: async () => {
    const { paths, ...geo } = await borders();
    const first = only(nationDocument('2008'));
    const next = turns.map((turn) => ({ document: changed(first, turn) }));
    return { first: { document: first, ...paths, ...geo }, next };
  },
  communes: () => {
    const first = only(communesDocument('mau@2025', COMMUNES));
    const geo = communeBorders(COMMUNES, [106.9, 16.9], 1.2);
    const next = turns.map((turn) => ({ document: changed(first, turn) }));
    return { first: { document: first, geo }, next, geo };
  },
  kpi: () => {
    const first = only(nationDocument('2025'));
    const one = { ...first, observations: first.observations.slice(0, 1) };
    return {
      first: { document: one },
      next: turns.map((turn) => ({ document: changed(one, turn) })),
    };
  },
};

/* ---- The same widget with one and with many ---- */

const SAMPLE = {
  sample: { title: { vi: 'Số liệu minh họa', en: 'Sample figures' }, sample: true },
};
const TEAMS = { name: { vi: 'Số tổ', en: 'Teams' }, unit: { vi: 'tổ', en: 'teams' } };
const DAY = 86_400_000;
const LAST_DAY = Date.UTC(2026, 9, 31);

/** A document of the country with so many figures of one indicator. */
function figuresOf(
  observations: readonly { area: string; at: string; value: number }[],
  areas: Record<string, unknown> = {},
) {
  return {
    version: '1',
    updated: '2026-11-22T08:00:00+07:00',
    area: 'vn',
    areas: { vn: { name: { vi: 'Cả nước', en: 'Viet Nam' }, kind: 'country' }, ...areas },
    indicators: { teams: TEAMS },
    sources: SAMPLE,
    observations: observations.map((o) => ({ ...o, indicator: 'teams', source: 'sample' })),
  };
}

/** A figure of the country a day, the last on 31 October 2026. */
const history = (days: number) =>
  figuresOf(
    Array.from({ length: days }, (_, i) => {
      const at = new Date(LAST_DAY - (days - 1 - i) * DAY).toISOString().slice(0, 10);
      return { area: 'vn', at, value: 1000 + i + Math.round(100 * chance(at)) };
    }),
  );

/** A month's figures of so many made-up areas right below the country. */
function children(count: number) {
  const ids = Array.from({ length: count }, (_, i) => `mau${i + 1}@2025`);
  return figuresOf(
    ids.map((area) => ({ area, at: '2026-10', value: Math.round(1000 * chance(area)) })),
    Object.fromEntries(
      ids.map((id, i) => [
        id,
        { name: { vi: `Mẫu ${i + 1}`, en: `Sample ${i + 1}` }, kind: 'commune', parent: 'vn' },
      ]),
    ),
  );
}

/** Widgets whose document grows: what is drawn, and with how many. The first size is the base. */
export const GROWING = {
  ranking: {
    tag: 'ranking',
    sizes: [1, 3321, 10_000],
    document: children,
    drawn: '[part~="rows"] li',
  },
  trend: { tag: 'trend', sizes: [1, 10_000, 50_000], document: history, drawn: '[part~="chart"]' },
  history: { tag: 'kpi-card', sizes: [1, 10_000], document: history, drawn: '[part~="value"]' },
};
