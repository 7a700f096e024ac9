/**
 * The bench: see README.md.
 *   tsx bench/run.mjs [--job map,phone] [--runs 7] [--throttle 4] [--baseline dir] [--shots dir] [--traces dir] [--pages map,card] [--json file] [--write] [--cdn dist/cdn]
 */
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { GROWING, JOBS } from './jobs.ts';
import { borders } from './borders.mjs';
import { growing } from './growing.mjs';
import { chains, phone } from './phone.mjs';
import { pictures } from './pictures.mjs';
import { printTargets, TARGET_JOBS, writeRatios } from './targets.mjs';

const { values: options } = parseArgs({
  options: {
    job: { type: 'string', default: Object.keys(JOBS).join() },
    runs: { type: 'string' },
    throttle: { type: 'string', default: '4' },
    rest: { type: 'string', default: '100' },
    limit: { type: 'string', default: '60' },
    json: { type: 'string' },
    cdn: { type: 'string', default: 'dist/cdn' },
    baseline: { type: 'string' },
    shots: { type: 'string' },
    traces: { type: 'string' },
    pages: { type: 'string' },
    write: { type: 'boolean' },
  },
});

const root = fileURLToPath(new URL('..', import.meta.url));
const known = [...Object.keys(JOBS), ...Object.keys(GROWING), 'phone', 'chain', 'borders'];
const jobs = options.job.split(',').flatMap((job) => (job === 'targets' ? TARGET_JOBS : job));
const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};
const unknown = jobs.find((job) => !known.includes(job));
if (unknown) stop(`There is no job "${unknown}"; the jobs are ${known.join(', ')} and targets.`);
const folder = (path) => {
  const full = resolve(root, path);
  if (!existsSync(join(full, 'tcns.js')))
    stop(
      `There is no build in ${path}: npm run build:cdn makes one (--out DIR for another folder).`,
    );
  return full;
};
const cdn = folder(options.cdn);
const baseline = options.baseline && folder(options.baseline);
if (options.write && (!jobs.includes('phone') || !baseline || options.pages))
  stop('--write needs the whole job phone and a baseline: --job phone --baseline DIR --write.');
const some = (list) => jobs.filter((job) => job in list);
const runs = (usual) => Number(options.runs ?? usual);
const throttle = Number(options.throttle);

const results = {};
console.log(`CPU slowed ${throttle}×, medians; ratios are within this run`);
if (jobs.includes('phone'))
  results.phone = await phone({
    cdn,
    baseline,
    runs: runs(3),
    throttle,
    shots: options.shots,
    traces: options.traces,
    pages: options.pages,
  });
if (jobs.includes('borders')) results.borders = await borders({ cdn, runs: runs(3), throttle });
if (jobs.includes('chain')) results.chain = await chains({ cdn });
Object.assign(
  results,
  await pictures(some(JOBS), {
    cdn,
    baseline,
    runs: runs(7),
    throttle,
    rest: Number(options.rest),
  }),
  await growing(some(GROWING), { cdn, baseline, runs: runs(3), limit: Number(options.limit) }),
);
printTargets(results);
const [load] = loadavg();
if (load > 1.5 * availableParallelism())
  console.log(
    `\nThe machine was busy (load ${load.toFixed(0)}): trust the counts, and measure the times again.`,
  );
if (options.write) writeRatios(results, join(root, 'README.md'));
if (options.json) writeFileSync(options.json, JSON.stringify(results, null, 1));
