/**
 * `npm run test:wordpress`: the plugin in a real WordPress of two versions, with a block theme and a
 * classic one, as an administrator, an author and a reader. Ends with `N passed, N failed`.
 *
 *   node test/wordpress/run.mjs [--suite trixie] [--shots FOLDER]
 *
 * The plugin is that of `dist/hosts`: `npm run build:cdn && npm run build:kits` before. What failed
 * leaves a picture in `.cache/wordpress/failures`.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../tools/test/find-browser.mjs';
import { root } from '../../tools/test/run.mjs';
import { administrator } from './administrator.mjs';
import { author } from './author.mjs';
import { elsewhere } from './elsewhere.mjs';
import { ends } from './ends.mjs';
import { missing, SUITES, wordpressOf } from './packages.mjs';
import { theme } from './posts.mjs';
import { readers } from './readers.mjs';
import { startDatabase, startSite } from './site.mjs';
import { broken, counted, keepShots } from './steps.mjs';

const { values } = parseArgs({ options: { suite: { type: 'string' }, shots: { type: 'string' } } });
if (!existsSync(join(root, 'dist/hosts/wordpress/tcns-widgets/tcns-widgets.php'))) {
  console.error('There is no dist/hosts: run npm run build:cdn && npm run build:kits first.');
  exit(1);
}
const lack = missing();
if (lack) {
  console.log(`test:wordpress: not run, ${lack}`);
  console.log('0 passed, 0 failed');
  exit(0);
}

if (values.shots) keepShots(values.shots);

const started = Date.now();
/** The WordPress of a suite; undefined where the mirror does not have it. */
function fetched(suite) {
  try {
    return wordpressOf(suite);
  } catch (error) {
    console.log(
      `test:wordpress: ${suite} not run, its packages cannot be had (${error.message.split('\n')[0]})`,
    );
    return undefined;
  }
}
const systems = (values.suite ? [values.suite] : SUITES).map(fetched).filter(Boolean);
if (systems.length === 0) {
  console.log('0 passed, 0 failed');
  exit(0);
}
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
const database = await startDatabase();
try {
  for (const [index, system] of systems.entries()) {
    const site = await startSite(database, system, `site${index}`);
    try {
      console.log(`WordPress ${site.version}`);
      await administrator(browser, site);
      const all = await author(browser, site);
      const wide = await readers(browser, site, 'block theme', all);
      theme(site, 'classic-theme');
      await readers(browser, site, 'classic theme', all);
      await elsewhere(browser, site, wide);
      await ends(browser, site, all, wide);
    } finally {
      site.stop();
    }
  }
} catch (error) {
  broken.push('the run itself');
  console.error(error);
} finally {
  await browser.close();
  await database.stop();
}
const counts = counted();
if (env.TCNS_COUNTS) writeFileSync(env.TCNS_COUNTS, JSON.stringify(counts));
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
exit(counts.failed > 0 ? 1 : 0);
