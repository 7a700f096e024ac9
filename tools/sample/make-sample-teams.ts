/**
 * Writes demo/api/sample/v1/teams/: teams that nobody could take for real, for the finder of the
 * demo. Run `npx tsx tools/sample/make-sample-teams.ts`. Of the real world they have the names of two wards
 * of Đà Nẵng before July 2025 and of the wards that these went into.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { sampleWards } from './sample-teams.ts';

const folder = fileURLToPath(new URL('../../demo/api/sample/v1/teams/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}48@2008.json`,
  await format(JSON.stringify(sampleWards()), { parser: 'json', printWidth: 100 }),
);
console.log('demo/api/sample/v1/teams/48@2008.json');
