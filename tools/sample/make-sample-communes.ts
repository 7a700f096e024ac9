/**
 * Writes demo/api/sample/v1, the API of invented figures behind the demo's maps: the provinces of
 * both editions, and made-up communes of one province, without borders. Run
 * `npx tsx tools/sample/make-sample-communes.ts`. The same bytes each time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { Observations } from '../../src/api/figures.ts';
import { nationDocument } from '../../test/support/fixtures/map.ts';
import { latestFigures, provinceDocument } from './make-sample-province.ts';

export const SAMPLE_FOLDER = fileURLToPath(new URL('../../demo/api/sample/v1/', import.meta.url));

/** The province that can be opened on the map of the nation. */
const OPENED = '44@2025';
/** What the maps show of it; the dashboard has a history, and more. */
const SHOWN = ['teams', 'members', 'coverage.hamlet'];
/** What the province was made of, and how much of a province's sample its parts have: it is small. */
const FORMER: Readonly<Record<string, number>> = { '44@2008': 0.016, '45@2008': 0.016 };

/** Its document: the communes and figures of the dashboard's last month. They have no borders, as invented ones are no real province's. */
function openedDocument(): Observations {
  const whole = provinceDocument(OPENED);
  const { 'dossier.online': _, ...indicators } = whole.indicators;
  return {
    ...whole,
    indicators,
    observations: latestFigures(whole).filter(({ indicator }) => SHOWN.includes(indicator)),
  };
}

/** The nation, in which that province has the figures of its own document. */
function nationOf2025(opened: Observations): Observations {
  const nation = nationDocument('2025', { without: ['11@2025'] });
  const observations = nation.observations.map((o) => {
    const own = opened.observations.find(
      ({ area, indicator }) => area === o.area && indicator === o.indicator,
    );
    return own ? { ...o, value: own.value } : o;
  });
  return { ...nation, observations };
}

/** Without Bình Phước and Kon Tum, Đồng Nai and Quảng Ngãi of today have no sum. */
function nationOf2008(): Observations {
  const nation = nationDocument('2008', { without: ['70@2008', '62@2008'], at: '2024-12' });
  const observations = nation.observations.map((o) => {
    const share = /^(teams|members)$/.test(o.indicator) ? FORMER[o.area] : undefined;
    return share === undefined ? o : { ...o, value: Math.round((o.value ?? 0) * share) };
  });
  return { ...nation, observations };
}

/** The list of the areas of 2025, as the map of that one province finds it. */
function areasOf2025(opened: Observations): unknown {
  const { areas } = nationDocument('2025');
  return {
    version: '1',
    edition: '2025',
    from: '2025-07-01',
    areas: { ...areas, ...opened.areas },
  };
}

/** Every file of the folder, by its path. */
export async function sampleFiles(): Promise<Record<string, string>> {
  const pretty = (value: unknown) =>
    format(JSON.stringify(value, null, 2), { parser: 'json', printWidth: 100 });
  const opened = openedDocument();
  return {
    'areas/2025.json': await pretty(areasOf2025(opened)),
    'observations/vn@2025.json': await pretty(nationOf2025(opened)),
    'observations/vn@2008.json': await pretty(nationOf2008()),
    [`observations/${OPENED}.json`]: await pretty(opened),
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await sampleFiles())) {
    const file = join(SAMPLE_FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
