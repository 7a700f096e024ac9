/** The example apps, as somebody has them who installed the package: types, build, server, browser. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { bin } from '../../tools/test/run.mjs';
import { pack, type Packed } from '../package/packed.ts';
import { launch, openPage } from '../support/browser.js';

const MORE = [
  '@lit-labs/ssr',
  '@types/react',
  '@types/react-dom',
  '@vitejs/plugin-vue',
  'preact',
  'react',
  'react-dom',
  'solid-js',
  'vite',
  'vue',
];
const APPS = ['vite', 'react', 'vue'] as const;

let packed: Packed;
let browser: Browser;
before(async () => {
  packed = pack(MORE);
  writeFileSync(join(packed.project, 'package.json'), '{ "type": "module", "private": true }\n');
  // Not the packages that are installed there: a second React would not know the types of ours.
  for (const folder of [...APPS, 'shared'])
    cpSync(join('examples', folder), join(packed.project, 'examples', folder), { recursive: true });
  browser = await launch();
});
after(async () => {
  await browser.close();
  packed.remove();
});

/** What is put in place of what, and what the type checker then says. */
const MISTAKES: Readonly<
  Record<
    (typeof APPS)[number],
    { file: string; mistakes: [from: string, to: string, said: RegExp][] }
  >
> = {
  vite: {
    file: 'main.ts',
    mistakes: [
      ['typeof detail.document', 'detail.documents', /'documents' does not exist/],
      ['card.data =', 'card.date =', /'date' does not exist on type 'TcnsKpiCard'/],
    ],
  },
  react: {
    file: 'app.tsx',
    mistakes: [
      ['headingLevel={2}', 'headingLevel="two"', /'string' is not assignable to type 'number'/],
      ['typeof detail.document', 'detail.documents', /'documents' does not exist/],
    ],
  },
  vue: {
    file: 'app.vue',
    mistakes: [
      [':heading-level="2"', ':heading-level="[2]"', /not assignable to type 'number/],
      [
        '@tcns-load="loaded"',
        '@tcns-load="(e) => e.wrong"',
        /'wrong' does not exist on type 'TcnsLoadEvent'/,
      ],
    ],
  },
};

const run = (cwd: string, script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
};

for (const app of APPS)
  describe(app, () => {
    const folder = () => join(packed.project, 'examples', app);
    const checker = () => (app === 'vue' ? bin('vue-tsc') : bin('tsc', 'typescript'));
    it('has right types', () => {
      run(folder(), checker(), '-p', '.');
    });

    it('notices a wrong attribute and a wrong event', () => {
      const { file, mistakes } = MISTAKES[app];
      const path = join(folder(), 'src', file);
      const code = readFileSync(path, 'utf8');
      const wrong = mistakes.reduce((text, [from, to]) => {
        assert.ok(text.includes(from), from);
        return text.replace(from, to);
      }, code);
      writeFileSync(path, wrong);
      const { stdout } = spawnSync(process.execPath, [checker(), '-p', '.'], {
        cwd: folder(),
        encoding: 'utf8',
      });
      writeFileSync(path, code);
      for (const [, , said] of mistakes) assert.match(stdout, said);
    });

    it('builds', () => {
      run(folder(), bin('vite'), 'build', '--logLevel', 'error');
    });

    it('is drawn on a server without crashing', () => {
      run(
        folder(),
        bin('vite'),
        'build',
        '--logLevel',
        'error',
        '--ssr',
        'src/server.' + (app === 'react' ? 'tsx' : 'ts'),
        '--outDir',
        'dist-server',
      );
      const script = join(folder(), 'serve.js');
      writeFileSync(
        script,
        `import { page } from './dist-server/server.js'; console.log(await page());`,
      );
      const html = run(folder(), script);
      assert.match(html, /<tcns-kpi-card[^>]* indicator="teams"/);
      assert.match(html, app === 'vite' ? /1\.000/ : /Đang chờ số liệu/);
    });

    it('runs in Chromium: properties, events, data, showing and hiding', async () => {
      const server: PreviewServer = await preview({
        root: folder(),
        configFile: false,
        logLevel: 'error',
        preview: { port: 0, host: '127.0.0.1' },
      });
      const { port } = server.httpServer.address() as { port: number };
      const { page, all, close } = await openPage(browser);
      await page.goto(`http://127.0.0.1:${port}/`);
      const value = page.locator('tcns-kpi-card [part=value]');
      await value.filter({ hasText: '1.000' }).waitFor();
      assert.match(await page.locator('tcns-stat').innerText(), /1\.000 tổ|^$/);
      assert.equal(
        await page.locator('tcns-kpi-card [role=heading]').getAttribute('aria-level'),
        '2',
      );
      await page.locator('#loaded').filter({ hasText: '1 object' }).waitFor();
      await page.locator('#more').click();
      await value.filter({ hasText: '1.001' }).waitFor();
      await page.locator('#loaded').filter({ hasText: '2 object' }).waitFor();
      await page.locator('#toggle').click();
      await page.locator('tcns-kpi-card').waitFor({ state: 'detached' });
      await page.locator('#toggle').click();
      await value.filter({ hasText: '1.001' }).waitFor();
      assert.deepEqual(all(), []);
      await close();
      await server.close();
    });
  });

describe('docs/frameworks.md', () => {
  it('shows code with right types', () => {
    const folder = join(packed.project, 'examples/docs');
    mkdirSync(join(folder, 'src'), { recursive: true });
    const blocks = [
      ...readFileSync('docs/frameworks.md', 'utf8').matchAll(/^```(tsx?|vue)\n([\s\S]*?)^```$/gm),
    ];
    assert.ok(blocks.length >= 6);
    blocks.forEach(([, language = '', code = ''], i) => {
      const isModule = language === 'vue' || /^(import|export)/m.test(code);
      writeFileSync(
        join(folder, 'src', `block-${i}.${language}`),
        isModule ? code : `${code}\nexport {};\n`,
      );
    });
    cpSync('examples/vue/tsconfig.json', join(folder, 'tsconfig.json'));
    run(folder, bin('vue-tsc'), '-p', '.');
  });
});
