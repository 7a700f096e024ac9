/**
 * A browser to test in, also on a machine that has none: Playwright's headless Chromium, which goes into
 * the user's cache; where the net does not allow that, and as root on Debian or Ubuntu, the system's package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env, getuid, platform } from 'node:process';
import { findBrowser } from './find-browser.mjs';
import { node, root, run, seconds } from './run.mjs';

/** Downloads the headless shell that fits the pinned Playwright; true when it is there. */
async function download() {
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  const { code } = await node([cli, 'install', '--only-shell', 'chromium'], {
    capture: true,
    extra: {
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
    },
  });
  return code === 0;
}

/** What dpkg and its scripts call, where the PATH is short. */
const systemPath = [env.PATH, '/usr/local/sbin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].join(
  ':',
);
const APT = '/usr/bin/apt-get';

/** Installs the system's Chromium; true when it is there. Debian and Ubuntu call it differently. */
async function installPackage() {
  const extra = { DEBIAN_FRONTEND: 'noninteractive', PATH: systemPath };
  const apt = (...args) => run(APT, args, { capture: true, extra });
  await apt('update', '-qq');
  for (const name of ['chromium', 'chromium-browser'])
    if ((await apt('install', '-y', '-qq', '--no-install-recommends', name)).code === 0)
      return true;
  return false;
}

const mayInstall = () => platform === 'linux' && getuid?.() === 0 && existsSync(APT);

/** Whether a program starts: a download lacks the system's libraries on a bare machine. A slow one starts. */
const starts = (file) => {
  const { status, error } = spawnSync(file, ['--version'], { timeout: 30_000 });
  return status === 0 || error?.code === 'ETIMEDOUT';
};

const WAYS = [
  {
    what: 'downloading Playwright’s headless Chromium into the user’s cache',
    may: () => true,
    get: download,
  },
  { what: 'installing Chromium by apt-get', may: mayInstall, get: installPackage },
];

/**
 * The program's path; gets one where there is none, and says so.
 *
 * @throws Error with one sentence where none is to be had or none starts, or where CHROME_PATH names none
 */
export async function getBrowser({
  find = findBrowser,
  works = starts,
  ways = WAYS,
  say = console.log,
} = {}) {
  const look = () => {
    try {
      const file = find();
      return works(file) ? file : undefined;
    } catch {
      return undefined;
    }
  };
  // Who names a browser means that one.
  if (env.CHROME_PATH) return find();
  let found = look();
  for (const { what, may, get } of found ? [] : ways) {
    if (!may()) continue;
    const since = Date.now();
    say(`No browser here: ${what} …`);
    // A way that is closed (no right to run apt) is one that did not work.
    await get().catch(() => false);
    found = look();
    say(`  ${found ? `it is ${found}` : 'that did not work'} (${seconds(since)})`);
    if (found) break;
  }
  if (found) return found;
  const broken = find(); // where there is none, this says in one sentence what to do
  throw new Error(
    `${broken} does not start, and no other browser was to be had: see what "${broken} --version" says.`,
  );
}
