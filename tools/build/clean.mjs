/** Removes the folders that it is given: `rm -rf`, on Windows too. */
import { rmSync } from 'node:fs';

for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true });
