/** The Chromium at hand: CHROME_PATH, else the system's Chrome, Chromium or Edge, else what Playwright has downloaded. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { homedir } from 'node:os';
import { env, platform } from 'node:process';

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Where a Linux has its programs, whatever the PATH says. */
const SYSTEM = ['/usr/bin', '/usr/local/bin', '/snap/bin'];

function onPath(names) {
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inApplications(apps) {
  return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  );
}

function inProgramFiles(paths) {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
  return folders.flatMap((folder) => paths.map((path) => join(folder, ...path)));
}

const candidates = {
  darwin: () => inApplications(['Google Chrome', 'Chromium', 'Microsoft Edge']),
  win32: () =>
    inProgramFiles([
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ]),
};

/** Where Playwright keeps its browsers: in the user's cache. */
function playwrightFolder() {
  if (env.PLAYWRIGHT_BROWSERS_PATH) return env.PLAYWRIGHT_BROWSERS_PATH;
  const caches = {
    darwin: () => join(homedir(), 'Library', 'Caches'),
    win32: () => env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'),
  };
  const cache = caches[platform]?.() ?? (env.XDG_CACHE_HOME || join(homedir(), '.cache'));
  return join(cache, 'ms-playwright');
}

/** The headless shells that Playwright has downloaded, the newest first. */
function downloaded() {
  const folder = playwrightFolder();
  const list = (path) => (existsSync(path) ? readdirSync(path) : []);
  return list(folder)
    .filter((name) => name.startsWith('chromium_headless_shell-'))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((name) => list(join(folder, name)).map((inner) => join(folder, name, inner)))
    .flatMap((inner) =>
      ['headless_shell', 'chrome-headless-shell'].map((program) =>
        join(inner, platform === 'win32' ? `${program}.exe` : program),
      ),
    );
}

function isRunnable(file) {
  try {
    accessSync(file, platform === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const noBrowser =
  'No browser to test in: install Chrome, Chromium or Edge (Debian and Ubuntu: apt-get install chromium), or set CHROME_PATH to the program.';

/** The program's path; throws with one sentence when there is none. */
export function findBrowser() {
  if (env.CHROME_PATH) {
    if (isRunnable(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH is "${env.CHROME_PATH}", and no program is there.`);
  }
  const system = candidates[platform]?.() ?? onPath(names);
  const found = [...system, ...downloaded()].find(isRunnable);
  if (!found) throw new Error(noBrowser);
  return found;
}

/** Arguments under which it also runs as root, in a container and without a network. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** What Playwright turns off by itself; Chromium hears only the last list. A test compares the two. */
const OFF_IN_PLAYWRIGHT = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['TcpPortRandomizationWin', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  ...['PreconnectToSearch', 'msForceBrowserSignIn', 'msEdgeUpdateLaunchServicesPreferredVersion'],
];
/** Parts of the browser's own window that are pages: half a second of CPU for each context, and nobody sees them. */
const PAGES_OF_THE_WINDOW = ['WebUIReloadButton', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** The same for Playwright (Puppeteer turns those parts of the window off by itself). */
export const playwrightArgs = [
  ...chromiumArgs,
  `--disable-features=${[...OFF_IN_PLAYWRIGHT, ...PAGES_OF_THE_WINDOW].join(',')}`,
];

/** Firefox for the element tests: FIREFOX_PATH, else the system's. */
export function findFirefox() {
  const mac = inApplications(['Firefox']).map((path) => path.replace(/Firefox$/, 'firefox'));
  const windows = inProgramFiles([['Mozilla Firefox', 'firefox.exe']]);
  const all = { darwin: mac, win32: windows }[platform] ?? onPath(['firefox-esr', 'firefox']);
  const found = [env.FIREFOX_PATH, ...all].find((path) => path && existsSync(path));
  if (!found)
    throw new Error(
      'No Firefox to test in: install it (Debian: apt-get install firefox-esr), or set FIREFOX_PATH.',
    );
  return found;
}
