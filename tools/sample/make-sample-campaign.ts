/**
 * Writes demo/api/sample/v1/campaigns/mau-92-ngay.json: the sample campaign as it was at one
 * moment, for hosts that serve files alone. `demo/assets/live.js` moves its dates to today there;
 * `tools/serve.mjs` answers with a document of the very minute instead.
 *
 *   npx tsx tools/sample/make-sample-campaign.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { SAMPLE_ID, sampleText } from './sample-campaign.mjs';

/** The moment of the file: the same source always gives the same bytes. */
export const SNAPSHOT = Date.parse('2026-11-22T08:00:00+07:00');
export const SAMPLE_FILE = fileURLToPath(
  new URL(`../../demo/api/sample/v1/campaigns/${SAMPLE_ID}.json`, import.meta.url),
);

/** The text of the file. */
export const snapshotText = (): Promise<string> =>
  format(sampleText(SNAPSHOT), { parser: 'json', printWidth: 100 });

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  mkdirSync(dirname(SAMPLE_FILE), { recursive: true });
  writeFileSync(SAMPLE_FILE, await snapshotText());
}
