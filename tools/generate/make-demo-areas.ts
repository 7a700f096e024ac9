/**
 * Gives the demo's documents the whole lists of what lies in the provinces that they speak of, so that a map and
 * a ranking may say "4/10": districts of before 01/7/2025, communes of today. Run
 * `npx tsx tools/generate/make-demo-areas.ts`, then `make-bundle.ts`. Figures are left as they are.
 *
 * The names are those of `src/desk/communes.generated.ts`; where they come from stands in `tools/data/README.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { officialAreasIn } from '../../src/desk/gazetteer.ts';
import { API_FOLDER } from './make-bundle.ts';

type Item = Record<string, unknown>;
type Areas = Record<string, Item>;

/** Provinces with figures of some of their districts, and those whose communes of today the demo names. */
const DISTRICTS_OF = ['14@2008', '24@2008', '45@2008'];
const COMMUNES_OF = ['44@2025', '48@2025'];

/**
 * Where the list, which is of the last day of its edition, differs from the time of the articles, 2022 and 2023:
 * in Bắc Giang the district Yên Dũng became part of the city and a part of Lục Ngạn the town Chũ on 01/01/2025.
 */
const LATER = new Set(['224@2008']);
const EARLIER: Readonly<Record<string, Areas>> = {
  '24@2008': {
    '221@2008': {
      name: 'Yên Dũng',
      kind: 'district',
      parent: '24@2008',
      until: '2024-12-31',
    },
  },
};

/** What lies right in a province, by the official list. */
function unitsIn(province: string): Areas {
  const units = Object.entries(officialAreasIn(province)).filter(
    ([id, { parent }]) => parent === province && !LATER.has(id),
  );
  return { ...(Object.fromEntries(units) as Areas), ...EARLIER[province] };
}

/** The areas of a document with all units of some provinces; an area that is there already stays. */
function withUnits(areas: Areas, provinces: readonly string[]): Areas {
  const filled = { ...areas };
  for (const province of provinces) {
    const units = unitsIn(province);
    filled[province] = { ...filled[province], children: Object.keys(units).length };
    // What a unit became is in no document of the demo, so it is not named.
    for (const [id, { next: _, ...unit }] of Object.entries(units)) filled[id] ??= unit;
  }
  return filled;
}

/** The documents of the demo that hold whole lists, by their path. */
export async function demoAreas(): Promise<Record<string, string>> {
  const wanted: [path: string, provinces: readonly string[]][] = [
    ['areas/2008', DISTRICTS_OF],
    ['areas/2025', COMMUNES_OF],
    ...DISTRICTS_OF.map((id): [string, string[]] => [`observations/${id}`, [id]]),
  ];
  const texts = wanted.map(async ([path, provinces]) => {
    const file = `${path}.json`;
    const document = JSON.parse(readFileSync(join(API_FOLDER, file), 'utf8')) as { areas: Areas };
    const whole = { ...document, areas: withUnits(document.areas, provinces) };
    const text = await format(JSON.stringify(whole, null, 2), { parser: 'json', printWidth: 100 });
    return [file, text] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(await demoAreas()))
    writeFileSync(join(API_FOLDER, file), text);
}
