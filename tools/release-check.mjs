/**
 * `npm run release:check`: everything that has to hold before a version is published, in one run. It
 * publishes nothing. `--quick` leaves out what needs browsers (npm test still has Chromium).
 */
import { readFileSync } from 'node:fs';
import { exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { npm, run } from './test/run.mjs';

/**
 * What can be said of a version without running anything.
 *
 * @returns the faults, in sentences
 */
export function faultsOfVersion({ version, lock, changelog, changes, tags }) {
  const faults = [];
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) faults.push(`"${version}" is no version.`);
  if (lock !== version) faults.push(`package-lock.json says ${lock}, package.json ${version}.`);
  const heading = /^## (.+)$/m.exec(changelog)?.[1] ?? 'nothing';
  if (!new RegExp(`^${version.replaceAll('.', '\\.')} \\(\\d{4}-\\d\\d-\\d\\d\\)$`).test(heading))
    faults.push(`CHANGELOG.md begins with "${heading}", not with "${version} (YYYY-MM-DD)".`);
  if (changes !== '') faults.push(`There are changes that are not committed:\n${changes}`);
  if (tags.includes(`v${version}`)) faults.push(`The tag v${version} is already there.`);
  return faults;
}

async function git(...args) {
  const { output } = await run('git', args, { capture: true });
  return output.trim();
}

async function main() {
  const read = (file) => readFileSync(file, 'utf8');
  const faults = faultsOfVersion({
    version: JSON.parse(read('package.json')).version,
    lock: JSON.parse(read('package-lock.json')).version,
    changelog: read('CHANGELOG.md'),
    changes: await git('status', '--porcelain'),
    tags: (await git('tag')).split('\n'),
  });
  const quick = process.argv.includes('--quick');
  const steps = [
    ['test'],
    ['run', 'test:examples'],
    ...(quick
      ? []
      : [
          ['run', 'test:browsers'],
          ['run', 'build:storybook'],
        ]),
    ...(quick
      ? []
      : [
          ['run', 'test:storybook'],
          ['run', 'test:visual'],
        ]),
  ];
  for (const step of steps) {
    const { code } = await npm(step);
    if (code !== 0) faults.push(`npm ${step.join(' ')} failed.`);
  }
  for (const fault of faults) console.error(`✘ ${fault}`);
  console.log(faults.length === 0 ? '✔ Ready to be published.' : `${faults.length} faults.`);
  exit(faults.length === 0 ? 0 : 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
