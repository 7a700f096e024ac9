/**
 * Writes demo/api/sample/province/v1, the API of invented figures behind the demo's dashboard: a
 * province with a history, its made-up communes, and a document of each. Run
 * `npx tsx tools/make-sample-province.ts`. The same bytes each time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { Observation, Observations } from '../src/data/schemas.ts';
import { communeTeams } from './lib/sample-teams.ts';
import { chance, communeBorders, communesDocument } from '../test/support/fixtures/map.ts';

export const PROVINCE_FOLDER = fileURLToPath(
  new URL('../demo/api/sample/province/v1/', import.meta.url),
);

const PROVINCE = '44@2025';
const COMMUNES = 12;
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

/** A history that grows unevenly, and here and there falls. */
function historyOf(area: string, size: number): Observation[] {
  const full = Math.round(size * (0.6 + chance(area, 'teams') * 0.6));
  const found: Observation[] = [];
  MONTHS.forEach((at, i) => {
    const grown = (0.42 + 0.03 * i) * (0.8 + 0.5 * chance(area, 'pace'));
    const swing = (salt: string) => (chance(area + at, salt) - 0.5) * 0.06;
    const teams = Math.round(full * Math.min(1, grown + 0.02));
    const values = {
      teams,
      members: Math.round(teams * (4.6 + swing('members') * 20)),
      'coverage.hamlet': round(Math.min(100, 100 * (grown + swing('coverage')))),
      'dossier.online': round(
        Math.min(
          100,
          100 * (0.2 + 0.035 * i + 0.2 * chance(area, 'dossier') + swing('dossier') * 2),
        ),
      ),
    };
    for (const [indicator, value] of Object.entries(values)) {
      const missing = at === MISSING && indicator === 'dossier.online';
      const estimated = indicator === 'dossier.online' && i === MONTHS.length - 1;
      found.push({
        area,
        indicator,
        at,
        ...(missing ? { value: null, status: 'missing' as const } : { value }),
        ...(estimated ? { status: 'estimated' as const } : {}),
        ...(indicator === 'dossier.online' ? { target: 80 } : {}),
        source: 'sample',
      });
    }
  });
  return found;
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** The province's document: its own history, and that of its communes, but for one without figures. */
export function provinceDocument(): Observations {
  const base = communesDocument(PROVINCE, COMMUNES);
  const ids = Object.keys(base.areas).filter((id) => id.startsWith('mau'));
  const { level: _, ...indicators } = base.indicators;
  return {
    ...base,
    indicators: { ...indicators, 'dossier.online': dossiers },
    observations: [
      ...historyOf(PROVINCE, 12 * COMMUNES),
      ...ids.filter((id) => id !== 'mau07@2025').flatMap((id) => historyOf(id, 12)),
    ],
  };
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
  const communes = Object.keys(whole.areas).filter((area) => area.startsWith('mau'));
  files[`teams/${PROVINCE}.json`] = await pretty(communeTeams(whole.areas, PROVINCE, communes));
  for (const id of communes) {
    const own = whole.observations.filter(({ area }) => area === id);
    const { vn, [PROVINCE]: province, [id]: commune } = whole.areas;
    const areas = { vn, [PROVINCE]: province, [id]: commune };
    files[`teams/${id}.json`] = await pretty(communeTeams(areas, id, [id]));
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
