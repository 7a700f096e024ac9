/**
 * Element tests in a real browser: TCNS_BROWSER is chromium (the default), firefox or
 * webkit. `npm run test:elements`, `test:firefox`, `test:webkit` (tools/test/test-elements.mjs)
 * start it.
 */
import { writeFileSync } from 'node:fs';
import { argv, env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { bundledTests } from './tools/test/bundle-elements.mjs';
import { chromiumArgs, findBrowser, findFirefox } from './tools/test/find-browser.mjs';
import { filesIn, isElementTest } from './tools/test/run.mjs';
import { startApiServer } from './test/support/api-server.mjs';

const browser = env.TCNS_BROWSER ?? 'chromium';

const launchers = {
  chromium: async () => {
    const { chromeLauncher } = await import('@web/test-runner-chrome');
    return chromeLauncher({
      launchOptions: { executablePath: findBrowser(), args: chromiumArgs },
      concurrency: 1,
      // A window that an earlier test opened may keep the focus, and no page hears of its own then.
      async createPage({ context }) {
        const page = await context.newPage();
        const devtools = await page.createCDPSession();
        await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    });
  },
  firefox: async () => {
    const { puppeteerLauncher } = await import('@web/test-runner-puppeteer');
    return puppeteerLauncher({
      launchOptions: { browser: 'firefox', executablePath: findFirefox(), headless: true },
      concurrency: 1,
    });
  },
  webkit: async () => {
    const { webdriverLauncher } = await import('@web/test-runner-webdriver');
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port: Number(env.TCNS_WEBDRIVER_PORT ?? 4444),
      path: '/',
      logLevel: 'error',
      capabilities: { browserName: 'MiniBrowser', 'wdio:enforceWebDriverClassic': true },
    });
  },
};

const api = await startApiServer();

/** Counts for tools/test/test.mjs; a file that fails outside of its tests counts as one failure. */
const countReporter = {
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0 };
    const suite = ({ tests = [], suites = [] }) => {
      for (const { passed, skipped } of tests)
        if (!skipped) counts[passed ? 'passed' : 'failed'] += 1;
      suites.forEach(suite);
    };
    for (const session of sessions) {
      const before = counts.failed;
      if (session.testResults) suite(session.testResults);
      if (!session.passed && counts.failed === before) counts.failed += 1;
    }
    if (env.TCNS_WTR_COUNTS) writeFileSync(env.TCNS_WTR_COUNTS, JSON.stringify(counts));
  },
};

/** What a hand does and `sendMouse` cannot: a turn of the wheel, and a finger that drags. */
const hand = {
  name: 'hand',
  async executeCommand({ command, payload, session }) {
    if (command !== 'turn-wheel' && command !== 'drag-finger') return undefined;
    const page = session.browser.getPage(session.id);
    const { x, y, by } = payload;
    if (command === 'turn-wheel') {
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: by });
      return true;
    }
    const touch = await page.touchscreen.touchStart(x, y);
    for (let step = 1; step <= 8; step++) await touch.move(x, y - (by * step) / 8);
    await touch.end();
    return true;
  },
};

const tests = filesIn('test', isElementTest);
const named = argv.includes('--files') ? argv.slice(argv.indexOf('--files') + 1) : [];
/** With a pattern among the names, all are bundled and the runner chooses. */
const bundled = named.length > 0 && named.every((file) => tests.includes(file)) ? named : tests;
/** Each edit is served at once in a watched run, file by file. */
const isWatched = argv.includes('--watch');

export default {
  rootDir: '.',
  files: tests,
  nodeResolve: isWatched && { exportConditions: ['production'] },
  browsers: [await launchers[browser]()],
  concurrentBrowsers: 1,
  // What only a failing test takes: a busy machine is many times slower than an idle one.
  testsStartTimeout: 120_000,
  testsFinishTimeout: 900_000,
  testFramework: { config: { ui: 'bdd', timeout: '60000' } },
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: isWatched }),
    countReporter,
  ],
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <script>
      globalThis.process = { env: { NODE_ENV: 'production' } };
      globalThis.__TCNS_VERSION__ = '0.0.0-test';
      globalThis.__API_ORIGIN__ = ${JSON.stringify(api.origin)};
      globalThis.__API_OTHER_ORIGIN__ = ${JSON.stringify(api.otherOrigin)};
      globalThis.__BROWSER__ = ${JSON.stringify(browser)};
    </script>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  plugins: [
    hand,
    {
      name: 'where-the-api-is',
      serve(context) {
        if (context.path === '/__tcns/config.json') {
          return {
            body: JSON.stringify({
              apiOrigin: api.origin,
              apiOtherOrigin: api.otherOrigin,
              browser,
            }),
            type: 'json',
          };
        }
        return undefined;
      },
    },
    isWatched
      ? esbuildPlugin({
          ts: true,
          target: 'es2022',
          tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
        })
      : bundledTests(bundled),
    { name: 'api-server', serverStop: () => api.close() },
  ],
};
