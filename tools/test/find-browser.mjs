/** The Chromium at hand: CHROME_PATH, else the system's Chrome, Chromium or Edge. */
import { accessSync, constants, existsSync } from 'node:fs';
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

function onPath(names) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
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
  const found = (candidates[platform]?.() ?? onPath(names)).find(isRunnable);
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
