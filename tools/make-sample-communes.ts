/**
 * Writes demo/api/sample/v1, the API of invented figures behind the demo's maps: the provinces of
 * both editions, and one province with made-up communes and made-up borders. Run
 * `npx tsx tools/make-sample-communes.ts`. The same bytes each time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { communeBorders, communesDocument, nationDocument } from '../test/support/fixtures/map.ts';

export const SAMPLE_FOLDER = fileURLToPath(new URL('../demo/api/sample/v1/', import.meta.url));

/** The province whose map can be opened: the figures and the communes in it are made up. */
const OPENED = '44@2025';
const COMMUNES = 42;

/** Every file of the folder, by its path. */
export async function sampleFiles(): Promise<Record<string, string>> {
  const pretty = (value: unknown) =>
    format(JSON.stringify(value, null, 2), { parser: 'json', printWidth: 100 });
  return {
    'observations/vn@2025.json': await pretty(nationDocument('2025', { without: ['11@2025'] })),
    // Without Bình Phước and Kon Tum, Đồng Nai and Quảng Ngãi of today have no sum.
    'observations/vn@2008.json': await pretty(
      nationDocument('2008', { without: ['70@2008', '62@2008'], at: '2024-12' }),
    ),
    [`observations/${OPENED}.json`]: await pretty(communesDocument(OPENED, COMMUNES)),
    [`geo/${OPENED}.json`]: `${JSON.stringify(communeBorders(COMMUNES, [106.9, 16.9], 1.2))}\n`,
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await sampleFiles())) {
    const file = join(SAMPLE_FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
