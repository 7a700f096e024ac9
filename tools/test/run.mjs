/** Running the project's own programs, from a fresh clone on. Node only, no dependencies. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { env, execPath, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

// Tests use the browser at hand; a download would only fail off line.
env.PUPPETEER_SKIP_DOWNLOAD = '1';
env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = '1';

/** The script behind a package's command. */
export function bin(name, pack = name) {
  const folder = join(root, 'node_modules', pack);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bins === 'string' ? bins : bins[name]);
}

/** Runs a program in the repository; resolves with its exit code and, when asked, its output. */
export function run(
  program,
  args,
  { capture = false, shell = false, stdin = 'ignore', extra = {}, cwd = root } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      shell,
      env: { ...env, ...extra },
      stdio: [stdin, capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => (output += part));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

export const node = (args, options) => run(execPath, args, options);

// What npm runs finds the same Node also where it is not on the PATH.
env.PATH = [dirname(execPath), env.PATH].filter(Boolean).join(delimiter);

/** npm's own script: the one that runs this, or the one that came with Node. */
function npmScript() {
  const besideNode = join(dirname(execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const script = env.npm_execpath?.endsWith('.js') ? env.npm_execpath : besideNode;
  return existsSync(script) ? script : undefined;
}

/** npm, also where it is a .cmd file that only a shell can start. */
export function npm(args, options) {
  const script = npmScript();
  if (script) return node([script, ...args], options);
  return run('npm', args, { ...options, shell: platform === 'win32' });
}

/** Whether node_modules holds what the lock says (packages for other systems may be absent). */
export function isInstalled() {
  const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = read('package-lock.json');
  const have = read('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer, link }]) =>
      path === '' ||
      link ||
      (!have[path] && (optional || devOptional || peer)) ||
      have[path]?.version === version,
  );
}

/** `npm ci` where it is needed; true when everything is there. */
export async function install() {
  if (isInstalled()) return true;
  console.log('Installing what package-lock.json lists (npm ci), about a minute …');
  const since = Date.now();
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0) console.log(`Installed in ${seconds(since)}.`);
  if (code !== 0)
    console.error('npm ci failed: see above. It needs Node 20.19 or later and the npm registry.');
  return code === 0;
}

/** Node that is too old fails in strange places: say it at the door. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: this project needs 20.19 or later.`);
  process.exit(1);
}

/** Files below a folder, as paths from the repository with slashes. */
export function filesIn(folder, matches = () => true) {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => matches(name) && statSync(join(root, name)).isFile())
    .sort();
}

export const isTest = (file) => /\.test\.(ts|mjs)$/.test(file);

/** Those that run inside a browser, by web-test-runner. */
export const isElementTest = (file) =>
  isTest(file) && /^test\/(elements|parts)\/|\.browser\.test\.ts$/.test(file);

/** Every page of the demo in every light: minutes, and so a run of its own (`npm run test:demo`). */
const EVERY_PAGE = 'test/pages/index.test.ts';

/** The tests of whole pages that `npm test` runs. */
export const pageTests = () => filesIn('test/pages', (file) => isTest(file) && file !== EVERY_PAGE);

/** The time since a moment, in words. */
export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

export const newest = (files) =>
  Math.max(0, ...files.map((file) => statSync(join(root, file)).mtimeMs));
