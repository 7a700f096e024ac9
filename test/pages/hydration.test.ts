/**
 * A page that React 19 renders on a server and hydrates: what it writes as attributes is read, what it
 * loses is set by an effect, and nobody is told of a fault meanwhile (docs/frameworks.md, "On a server").
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import * as ReactNamespace from 'react';
import { renderToString } from 'react-dom/server';
import { launch, openPage, startHost, type RunningServer } from '../support/browser.js';
import { page as pageOf } from './bare-page.js';

/** The app, on the server and in the browser the same text of code. */
function makeApp(React: typeof ReactNamespace, data: unknown) {
  const { createElement: h, useEffect: effect, useRef: ref, useState: state } = React;
  return function App() {
    const card = ref<HTMLElement & { data?: unknown }>(null);
    const [loads, setLoads] = state(0);
    effect(() => {
      const element = card.current;
      if (!element) return undefined;
      const loaded = () => setLoads((n) => n + 1);
      element.addEventListener('tcns-load', loaded);
      element.data = data;
      return () => element.removeEventListener('tcns-load', loaded);
    }, []);
    return h(
      'main',
      null,
      h(
        'tcns-kpi-card',
        {
          ref: card,
          indicator: 'teams',
          headingLevel: 2,
          noMenu: true,
          data,
        },
        'Đang chờ số liệu',
      ),
      h('p', { id: 'loads' }, String(loads)),
    );
  };
}

const figures = {
  version: '1',
  area: 'vn@2025',
  areas: { vn: { name: 'Cả nước' } },
  indicators: { teams: { name: 'Số tổ', unit: 'tổ' } },
  sources: { s: { title: 'Ví dụ', sample: true } },
  observations: [{ area: 'vn', indicator: 'teams', value: 1000, at: '2026-01', source: 's' }],
};

/** The browser's code, bundled with React's development build, which complains aloud. */
async function client(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import * as React from 'react';
        import { hydrateRoot } from 'react-dom/client';
        import './src/elements/kpi-card/kpi-card.ts';
        const makeApp = ${makeApp.toString()};
        addEventListener('tcns-error', ({ detail }) => console.error(detail.error.message), true);
        hydrateRoot(document.getElementById('app'), React.createElement(makeApp(React, ${JSON.stringify(figures)})));`,
      resolveDir: '.',
      loader: 'js',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"development"', __TCNS_VERSION__: '"0"' },
    // The helper of function names, which the bundle of this test file adds.
    banner: { js: 'globalThis.__name ??= (f) => f;' },
  });
  return outputFiles[0]?.text ?? '';
}

describe('a page that React hydrates', () => {
  let browser: Browser;
  let host: RunningServer;
  before(async () => {
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await host.close();
  });

  it('has its figure, its heading level and no menu, and no word on the console', async () => {
    const html = renderToString(ReactNamespace.createElement(makeApp(ReactNamespace, figures)));
    assert.match(html, /headingLevel="2" noMenu=""/);
    assert.doesNotMatch(html, /data=/);
    host = await startHost({
      '/': pageOf(`<div id="app">${html}</div><script type="module" src="/client.js"></script>`),
      '/client.js': await client(),
    });
    const { page, complaints, close } = await openPage(browser);
    await page.goto(host.origin);
    await page.locator('[part~=value]').filter({ hasText: '1.000' }).waitFor();
    await page.locator('#loads').filter({ hasText: '1' }).waitFor();
    assert.equal(await page.getByRole('heading').getAttribute('aria-level'), '2');
    assert.equal(await page.getByRole('button').count(), 0);
    const words = complaints.console.filter(
      (line) => !line.includes('Download the React DevTools'),
    );
    assert.deepEqual([...words, ...complaints.errors], []);
    await close();
  });
});
