/** `npm start`, also on a fresh clone: installs, builds what is missing, serves the demo. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bin, checkNode, filesIn, install, newest, node, root } from './test/run.mjs';
import { main } from './serve.mjs';

checkNode();
if (!(await install())) process.exit(1);

const sources = [
  ...filesIn('src'),
  ...filesIn('tools/build'),
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
// tcns-all.js is the last file that a build writes
const isBuilt = existsSync(join(root, 'dist/cdn/tcns-all.js'));
if (!isBuilt || newest(['dist/cdn/tcns-all.js']) < newest(sources)) {
  console.log('Building dist/cdn …');
  const { code } = await node([bin('tsx'), 'tools/build/build-cdn.ts']);
  if (code !== 0) process.exit(code);
}
await main();
