/** Writes package.json's version into `dist/esm/version.js`, as Vite does for `dist/cdn`. */
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = 'dist/esm/version.js';
const code = readFileSync(file, 'utf8');
if (!code.includes('__TCNS_VERSION__')) throw new Error(`${file}: __TCNS_VERSION__ not found`);
writeFileSync(file, code.replaceAll('__TCNS_VERSION__', JSON.stringify(version)));
console.log(`dist/esm: version ${version}`);
