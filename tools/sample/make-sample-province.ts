/**
 * Writes demo/api/sample/province/v1, the API of invented figures behind the demo's dashboard: an
 * invented province with a history, its made-up communes and borders, and a document of each. Run
 * `npx tsx tools/sample/make-sample-province.ts`. The same bytes each time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { Observation, Observations } from '../../src/api/figures.ts';
import { communeTeams } from './sample-teams.ts';
import { chance, communeBorders, communesDocument } from '../../test/support/fixtures/map.ts';

export const PROVINCE_FOLDER = fileURLToPath(
  new URL('../../demo/api/sample/province/v1/', import.meta.url),
);

/** An invented one, because invented borders never carry the name of a real province. */
export const PROVINCE = 'mau@2025';
export const COMMUNES = 12;
const MONTHS = [
  '2025-08',
  '2025-09',
  '2025-10',
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
];
/** No figures came in this month. */
const MISSING = '2026-02';

const dossiers = {
  name: { vi: 'Tỷ lệ hồ sơ nộp trực tuyến', en: 'Applications filed online' },
  unit: '%',
  better: 'higher' as const,
  definition: {
    vi: 'Số hồ sơ nộp trực tuyến trên tổng số hồ sơ tiếp nhận trong tháng. Số liệu minh họa.',
    en: 'Applications filed online, of all received in the month. Sample figures.',
  },
};

type Count = readonly [part: number, whole: number];

/** What a commune counts in each month: all of its figures, and those of the province, come of these. */
interface Month {
  readonly at: string;
  readonly teams: number;
  readonly members: number;
  /** Hamlets with a team, of all. */
  readonly hamlets: Count;
  /** Applications filed online, of all received. */
  readonly dossiers: Count;
}

/** A history that grows unevenly, and here and there falls: one team a hamlet that has one. */
function countsOf(area: string): Month[] {
  const full = Math.round(12 * (0.6 + chance(area, 'teams') * 0.6));
  const pace = 0.8 + 0.5 * chance(area, 'pace');
  const reached = (i: number) => Math.min(1, (0.42 + 0.03 * i) * pace + 0.02);
  const last = MONTHS.length - 1;
  const hamlets = Math.round(Math.round(full * reached(last)) / reached(last));
  return MONTHS.map((at, i) => {
    const swing = (salt: string) => (chance(area + at, salt) - 0.5) * 0.06;
    const teams = Math.round(full * reached(i));
    const online = 0.2 + 0.035 * i + 0.2 * chance(area, 'dossier') + swing('dossier') * 2;
    const received = 60 + Math.round(120 * chance(area + at, 'received'));
    return {
      at,
      teams,
      members: Math.round(teams * (4.6 + swing('members') * 20)),
      hamlets: [teams, hamlets],
      dossiers: [Math.round(received * Math.min(1, online)), received],
    };
  });
}

/** The counts of all communes together. */
function sumOf(counts: readonly Month[][]): Month[] {
  return MONTHS.map((at, i) => {
    const sum = (count: (month: Month) => number) =>
      counts.reduce((all, months) => all + (months[i] ? count(months[i]) : 0), 0);
    return {
      at,
      teams: sum(({ teams }) => teams),
      members: sum(({ members }) => members),
      hamlets: [sum(({ hamlets }) => hamlets[0]), sum(({ hamlets }) => hamlets[1])],
      dossiers: [sum(({ dossiers }) => dossiers[0]), sum(({ dossiers }) => dossiers[1])],
    };
  });
}

const rate = ([num, den]: Count) => ({ value: Math.round((1000 * num) / den) / 10, num, den });

/** The figures of an area, from its counts. */
function historyOf(area: string, counts: readonly Month[]): Observation[] {
  return counts.flatMap(({ at, teams, members, hamlets, dossiers }, i) => {
    const figure = (indicator: string, rest: Partial<Observation>): Observation => ({
      area,
      indicator,
      at,
      ...rest,
      source: 'sample',
    });
    return [
      figure('teams', { value: teams }),
      figure('members', { value: members }),
      figure('coverage.hamlet', rate(hamlets)),
      figure('dossier.online', {
        ...(at === MISSING ? { value: null, status: 'missing' } : rate(dossiers)),
        ...(i === counts.length - 1 ? { status: 'estimated' } : {}),
        target: 80,
      }),
    ];
  });
}

/** The one that has sent nothing: it has no figures, no teams in the list and no part in the sums. */
const SILENT = 'mau07@2025';

/** The ids of the communes of a document. */
const communesOf = ({ areas }: Observations): string[] =>
  Object.keys(areas).filter((id) => areas[id]?.kind === 'commune');

/** A province's document: the history of its communes, but for the silent one, and their sums. */
export function provinceDocument(province = PROVINCE): Observations {
  const base = communesDocument(province, COMMUNES);
  const ids = communesOf(base).filter((id) => id !== SILENT);
  const counts = ids.map(countsOf);
  const { level: _, ...indicators } = base.indicators;
  return {
    ...base,
    indicators: { ...indicators, 'dossier.online': dossiers },
    observations: [
      ...historyOf(province, sumOf(counts)),
      ...ids.flatMap((id, i) => historyOf(id, counts[i] ?? [])),
    ],
  };
}

/** The figures of the last month, as the other pages of the demo show them too. */
export function latestFigures({ observations }: Observations): Observation[] {
  return observations.filter(({ at }) => at === MONTHS[MONTHS.length - 1]);
}

/** Every file of the folder, by its path. */
export async function provinceFiles(): Promise<Record<string, string>> {
  const pretty = (value: unknown) =>
    format(JSON.stringify(value, null, 2), { parser: 'json', printWidth: 100 });
  const whole = provinceDocument();
  const files: Record<string, string> = {
    [`observations/${PROVINCE}.json`]: await pretty(whole),
    [`geo/${PROVINCE}.json`]: `${JSON.stringify(communeBorders(COMMUNES, [106.9, 16.9], 1.2))}\n`,
  };
  const latest = latestFigures(whole);
  files[`teams/${PROVINCE}.json`] = await pretty(communeTeams(whole.areas, PROVINCE, latest));
  for (const id of communesOf(whole)) {
    const own = whole.observations.filter(({ area }) => area === id);
    const { vn, [PROVINCE]: province, [id]: commune } = whole.areas;
    const areas = { vn, [PROVINCE]: province, [id]: commune };
    files[`teams/${id}.json`] = await pretty(communeTeams(areas, id, latest));
    files[`observations/${id}.json`] = await pretty({
      ...whole,
      area: id,
      areas,
      observations: own,
    });
  }
  return files;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await provinceFiles())) {
    const file = join(PROVINCE_FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
