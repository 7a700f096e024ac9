/**
 * The white of each demo page: pixels of height that a widget keeps free and does not fill at 360 px.
 * `node bench/white.mjs [WIDTH]` after `npm run build:cdn`; CHROMIUM names another browser. A widget's white
 * is its height less the height that it has without a minimum, once all figures are there.
 */
/* global document */
import { readdirSync } from 'node:fs';
import { argv, env } from 'node:process';
import { chromium } from 'playwright-core';
import { createServer } from '../tools/serve.mjs';

const width = Number(argv[2] ?? 360);
const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: env.CHROMIUM ?? '/usr/bin/chromium' });

/** Heights of the widgets that are boxes, as they stand and without their minimum. */
function heights() {
  const widgets = [...document.querySelectorAll('*')].filter(
    ({ localName, shadowRoot }) =>
      /^tcns-(?!stat|dashboard)/.test(localName) && shadowRoot !== null,
  );
  const measure = () => widgets.map((widget) => widget.getBoundingClientRect().height);
  const kept = measure();
  for (const widget of widgets) {
    widget.style.minHeight = '0';
    widget.style.setProperty(`--${widget.localName}-min-height`, '0px');
    widget.style.alignSelf = 'start';
  }
  const needed = measure();
  return widgets.map(({ localName }, i) => ({ name: localName, white: kept[i] - needed[i] }));
}

let all = 0;
for (const folder of ['', 'en/']) {
  const pages = readdirSync(new URL(`../demo/${folder}`, import.meta.url));
  for (const file of pages.filter((name) => name.endsWith('.html')).sort()) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${origin}/${folder}${file}`, { waitUntil: 'networkidle' });
    const found = await page.evaluate(heights);
    const white = Math.round(found.reduce((sum, one) => sum + one.white, 0));
    const worst = found.sort((a, b) => b.white - a.white)[0];
    all += white;
    const most = worst ? `, most: ${worst.name} ${Math.round(worst.white)} px` : '';
    console.log(`${folder}${file}: ${white} px in ${found.length} widgets${most}`);
    await page.close();
  }
}
console.log(`all pages: ${all} px`);
await browser.close();
server.close();
