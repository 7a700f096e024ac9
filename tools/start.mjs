/**
 * `npm start`, also on a fresh clone: installs, serves the demo at once, and builds `dist/cdn` where it is
 * missing or old: first what the demo's pages need, in a few seconds, then the rest while it serves.
 */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bin, checkNode, filesIn, install, newest, root, seconds } from './test/run.mjs';
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

/** Builds `dist/cdn`; ends everything where that fails. */
function build() {
  const since = Date.now();
  const folder = join(root, '.cache/cdn-first');
  console.log(
    'Building dist/cdn. Pages are served now and get their figures in about ten seconds; the rest takes about a minute.',
  );
  const child = fork(bin('tsx'), ['tools/build/build-cdn.ts', '--first', folder], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  process.once('exit', () => child.kill());
  const first = new Promise((done) => child.once('message', done));
  const whole = new Promise((done) => child.once('exit', done)).then((code) => {
    if (code !== 0) {
      console.error('The build failed: see above.');
      process.exit(code ?? 1);
    }
    console.log(`dist/cdn is whole after ${seconds(since)}: the next start serves it at once.`);
  });
  void first.then(() => console.log(`The demo shows its figures after ${seconds(since)}.`));
  return { folder, first, whole };
}

const isOld = !isBuilt || newest(['dist/cdn/tcns-all.js']) < newest(sources);
await main(isOld ? build() : undefined);
