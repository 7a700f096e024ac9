/**
 * The examples that have a server or a generator of pages: types, production build, what is sent, and the
 * page in Chromium. `tools/test/test-examples.mjs` installs `examples/package.json` before.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { pack } from '../package/packed.ts';
import { launch, openPage } from '../support/browser.ts';

const ROOT = resolve('examples');
const MODULES = join(ROOT, 'node_modules');
/** Nothing is told to anybody, and nothing asks. */
const ENV = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  CI: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NODE_ENV: 'production',
  NUXT_TELEMETRY_DISABLED: '1',
};

interface App {
  readonly name: string;
  /** The folder whose files are served as they are. */
  readonly assets: string;
  /** The programs that check and build it, each with its arguments; a path is one below `node_modules`. */
  readonly steps: readonly (readonly string[])[];
  /** The program that serves it, or the folder of a site that any server can serve. */
  readonly served: readonly string[] | string;
  /** Its page also has a card that is given `data`. */
  readonly hasData: boolean;
}

const APPS: readonly App[] = [
  {
    name: 'next',
    assets: 'public',
    steps: [['next/dist/bin/next', 'build']],
    served: ['next/dist/bin/next', 'start', '--hostname', '127.0.0.1'],
    hasData: true,
  },
  {
    name: 'nuxt',
    assets: 'public',
    steps: [
      ['nuxt/bin/nuxt.mjs', 'build'],
      ['vue-tsc/bin/vue-tsc.js', '-b', '--noEmit'],
    ],
    served: ['../nuxt/dist/server/index.mjs'],
    hasData: true,
  },
  {
    name: 'sveltekit',
    assets: 'static',
    steps: [
      ['vite/bin/vite.js', 'build', '--logLevel', 'error'],
      ['svelte-check/bin/svelte-check', '--fail-on-warnings'],
    ],
    served: ['../sveltekit/dist/index.js'],
    hasData: true,
  },
  {
    name: 'angular',
    assets: 'public',
    steps: [['@angular/cli/bin/ng.js', 'build']],
    served: 'dist/browser',
    hasData: true,
  },
  {
    name: 'astro',
    assets: 'public',
    steps: [
      ['astro/astro.js', 'check'],
      ['astro/astro.js', 'build'],
    ],
    served: 'dist',
    hasData: true,
  },
  {
    name: 'eleventy',
    assets: 'public',
    steps: [
      ['@11ty/eleventy/cmd.cjs', '--quiet'],
      ['tcns-widgets/src/cli/bin/tcns-prerender.mjs', 'dist/index.html', '--from', 'public'],
    ],
    served: 'dist',
    hasData: false,
  },
];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

interface Served {
  readonly origin: string;
  stop(): void;
}

async function serveFolder(folder: string): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const found = existsSync(file);
    response.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' });
    response.end(found ? readFileSync(file) : '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a framework's own server, and waits for its first answer or its end. */
async function serveByProgram(cwd: string, [program = '', ...args]: readonly string[]) {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [join(MODULES, program), ...args], {
    cwd,
    env: { ...ENV, HOST: '127.0.0.1', NITRO_HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout?.on('data', (text) => (said += String(text)));
  child.stderr?.on('data', (text) => (said += String(text)));
  const origin = `http://127.0.0.1:${port}`;
  const answers = () => fetch(origin).then(Boolean, () => false);
  while (child.exitCode === null && !(await answers()))
    await new Promise((again) => setTimeout(again, 100));
  assert.equal(child.exitCode, null, said);
  return { origin, stop: () => child.kill() } satisfies Served;
}

let browser: Browser;
before(async () => {
  assert.ok(
    existsSync(join(MODULES, 'next')),
    'the frameworks are not installed: npm run test:examples installs them, or npm ci in examples/',
  );
  const packed = pack();
  const folder = join(MODULES, 'tcns-widgets');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  execFileSync('tar', ['xzf', packed.tarball, '-C', folder, '--strip-components=1']);
  packed.remove();
  browser = await launch();
});
after(() => browser?.close());

describe('examples/package.json', () => {
  it('has what the package depends on, in the same versions', () => {
    const read = (file: string) =>
      (JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> })
        .dependencies;
    assert.deepEqual(read('examples/package.json'), read('package.json'));
  });
});

/** `TCNS_EXAMPLES=PATTERN` takes those whose name matches. */
const only = new RegExp(process.env['TCNS_EXAMPLES'] ?? '');

for (const { name, assets, steps, served, hasData } of APPS.filter(({ name }) => only.test(name)))
  describe(name, () => {
    const folder = join(ROOT, name);
    let server: Served;
    before(async () => {
      rmSync(join(folder, 'dist'), { recursive: true, force: true });
      rmSync(join(folder, assets, 'tcns'), { recursive: true, force: true });
      cpSync('demo/api/v1', join(folder, assets, 'tcns/v1'), { recursive: true });
      for (const [program = '', ...args] of steps) {
        const { status, stdout, stderr } = spawnSync(
          process.execPath,
          [join(MODULES, program), ...args],
          { cwd: folder, encoding: 'utf8', env: ENV },
        );
        assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}${stderr}`);
        assert.doesNotMatch(
          stdout + stderr,
          /tcns-widgets\/[^\n]*\n?[^\n]*(warning|cannot|error)/i,
        );
      }
      server =
        typeof served === 'string'
          ? await serveFolder(join(folder, served))
          : await serveByProgram(folder, served);
    });
    after(() => server?.stop());

    it('has right types, is built and sends the tags with what stands between them', async () => {
      const html = await (await fetch(server.origin)).text();
      assert.match(html, /<tcns-kpi-card[^>]* id="asked"[^>]*>[\s\S]*?Đang chờ số liệu/);
      assert.match(html, / api="\/tcns\/v1"/);
      assert.doesNotMatch(html, /\[object Object\]/);
      if (!hasData) assert.match(html, /<template shadowrootmode="open"/);
    });

    it('shows its figures in Chromium, and says nothing', async () => {
      const { page, all, close } = await openPage(browser);
      const said: string[] = [];
      page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
      await page.exposeFunction('__tcnsError', (text: string) => said.push(text));
      await page.addInitScript(() =>
        document.addEventListener('tcns-error', ({ target, detail }) => {
          const report = (window as unknown as { __tcnsError: (text: string) => void }).__tcnsError;
          report(`tcns-error of ${(target as Element).id}: ${JSON.stringify(detail)}`);
        }),
      );
      await page.goto(server.origin);
      const asked = page.locator('#asked [part=value]').filter({ hasText: /\d{2,3}\.\d{3}/ });
      await asked.waitFor();
      assert.equal(await page.locator('#asked [role=heading]').getAttribute('aria-level'), '2');
      assert.equal(await page.locator('#asked [part=menu-button]').count(), 0);
      if (hasData) {
        const value = page.locator('#card [part=value]');
        await value.filter({ hasText: '1.000' }).waitFor();
        await page.locator('#loaded').filter({ hasText: '1 object' }).waitFor();
        await page.locator('#more').click();
        await value.filter({ hasText: '1.001' }).waitFor();
        await page.locator('#loaded').filter({ hasText: '2 object' }).waitFor();
      }
      assert.deepEqual([...said, ...all()], []);
      await close();
    });

    it('has words without JavaScript', async () => {
      const { page, close } = await openPage(browser, { javaScriptEnabled: false });
      await page.goto(server.origin);
      const words = hasData ? 'Đang chờ số liệu' : /\d{2,3}\.\d{3}/;
      await page.locator('#asked').getByText(words).first().waitFor();
      await close();
    });
  });
