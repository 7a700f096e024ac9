/** The data of each job: what is drawn first, and what it changes to. */
import { MAP } from '../src/maps/provinces-2008.generated.ts';
import {
  chance,
  communeBorders,
  communesDocument,
  nationDocument,
} from '../test/support/fixtures/map.ts';
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
  map: () => {
    const first = only(nationDocument('2008'));
    const { width, height, provinces } = MAP;
    const shapes = provinces.map(([code, path]) => [`${code}@2008`, path]);
    const next = turns.map((turn) => ({ document: changed(first, turn) }));
    return { first: { document: first, shapes, width, height }, next };
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
