/** A page with a button that calls `window.print()`: the roster on paper is whole, and no error is thrown. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, openPage, startDemo, type RunningServer } from '../support/browser.js';

describe('a page that prints itself', () => {
  let browser: Browser;
  let server: RunningServer;
  before(async () => ([browser, server] = await Promise.all([launch(), startDemo()])));
  after(() => Promise.all([browser.close(), server.close()]));

  it('prints every team of its roster', async () => {
    const { page, close } = await openPage(browser);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.origin}/roster.html`);
    const roster = page.locator('tcns-team-roster').first();
    await roster.locator('[data-row]').first().waitFor();
    const teams = await roster.locator('.team-row').count();
    const printed = await roster.evaluate(
      (element) =>
        new Promise<number>((done) => {
          // Heard after the roster, which was connected before.
          addEventListener('beforeprint', () => {
            done(element.shadowRoot!.querySelectorAll('tbody th[scope=row]').length);
          });
          requestIdleCallback(() => requestIdleCallback(() => print()));
        }),
    );
    assert.ok(teams > 0);
    assert.equal(printed, teams);
    assert.deepEqual(errors, []);
    await close();
  });

  /** Waits for the code of the tables on paper, which comes when the page has nothing else to do. */
  const tablesReady = (page: Page, tag: string) =>
    page.waitForFunction(
      (name) => {
        dispatchEvent(new Event('beforeprint'));
        const ready = [...document.querySelectorAll(name)].every(({ shadowRoot }) =>
          shadowRoot?.querySelector('.paper .caption'),
        );
        dispatchEvent(new Event('afterprint'));
        return ready;
      },
      tag,
      { polling: 300 },
    );

  /** The tables under the pictures of a page on paper, and how many are left afterwards. */
  async function printed(
    path: string,
    tag: string,
  ): Promise<{ tables: string[][]; after: number }> {
    const { page, close } = await openPage(browser);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.origin}/${path}`);
    await page.locator(`${tag} [part=footer]`).last().waitFor();
    await tablesReady(page, tag);
    const found = await page.evaluate((name) => {
      const widgets = [...document.querySelectorAll(name)];
      dispatchEvent(new Event('beforeprint'));
      const tables = widgets.map(({ shadowRoot }) =>
        [...shadowRoot!.querySelectorAll('.paper .caption, .paper tbody tr, .paper .blanks')].map(
          ({ textContent }) => textContent.replace(/\s+/g, ' ').trim(),
        ),
      );
      dispatchEvent(new Event('afterprint'));
      const left = widgets.filter(({ shadowRoot }) => shadowRoot?.querySelector('.paper .caption'));
      return { tables, after: left.length };
    }, tag);
    assert.deepEqual(errors, []);
    await close();
    return found;
  }

  it('prints the table of a map under it, whole, and takes it away again', async () => {
    const { tables, after: left } = await printed('map.html', 'tcns-coverage-map');
    const [first] = tables;
    assert.equal(first?.length, 1 + 34);
    assert.match(first[0]!, /Số liệu minh họa.*Thời điểm: tháng .*Nguồn: /);
    assert.match(first[1]!, /^An Giang\s?\d+([,.]\d+)*%$/);
    assert.match(first[34]!, /Chưa có số liệu$/);
    // Of 61 areas a row each, with nothing in it, would fill a page.
    const many = tables.find(([caption]) => caption?.startsWith('Tỷ lệ xã, phường'));
    const begins = ['Bắc Giang', 'Đà Nẵng', 'Chưa có số liệu: An Giang, '];
    assert.equal(many?.length, 1 + begins.length);
    begins.forEach((words, i) => assert.ok(many[i + 1]?.startsWith(words), many[i + 1]));
    assert.equal(left, 0);
  });

  it('leaves the table of a map in its row of a grid', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${server.origin}/map.html`);
    await page.locator('tcns-coverage-map [part=footer]').last().waitFor();
    await tablesReady(page, 'tcns-coverage-map');
    await page.emulateMedia({ media: 'print' });
    const [row, table] = await page.evaluate(() => {
      const map = document.querySelector('tcns-coverage-map')!;
      map.parentElement!.style.cssText = 'display: grid; grid-auto-rows: 1500px';
      dispatchEvent(new Event('beforeprint'));
      const bottoms = [map, map.shadowRoot!.querySelector('.paper tbody tr:last-child')!].map(
        (element) => element.getBoundingClientRect().bottom,
      );
      dispatchEvent(new Event('afterprint'));
      return bottoms;
    });
    assert.ok(table! <= row!, `the table ends at ${table}, the row at ${row}`);
    await close();
  });

  it('prints the table of a chart that nobody has seen', async () => {
    const { tables } = await printed('dashboard.html', 'tcns-trend');
    assert.ok(tables.length > 0);
    for (const table of tables) assert.ok(table.length > 2, table.join('\n'));
  });

  it('prints a chart without its library with the first and the last figure of its line', async () => {
    const { page, close } = await openPage(browser);
    // On paper a browser waits for no file; one that never comes is the same, at any speed.
    await page.route('**/chart-canvas-*', (route) => route.abort());
    await page.goto(`${server.origin}/dashboard.html`);
    const chart = page.locator('tcns-trend[indicator=teams]').first();
    await chart.locator('.words text').first().waitFor({ state: 'attached' });
    const words = chart.locator('.words');
    assert.equal(await words.isVisible(), false);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await words.isVisible(), true);
    assert.deepEqual(await words.locator('text').allTextContents(), [
      'tháng 6/2022',
      'tháng 3/2025',
      '27.200',
      'hơn 74.000',
    ]);
    const plot = (await chart.locator('.plot').boundingBox())!;
    for (const text of await words.locator('text').all()) {
      const box = (await text.boundingBox())!;
      assert.ok(box.x >= plot.x && box.x + box.width <= plot.x + plot.width, 'beside the plot');
      assert.ok(box.y >= plot.y && box.y + box.height <= plot.y + plot.height, 'cut by the plot');
    }
    await close();
  });

  it('breaks no card, and leaves the foot of a guide with its last cards', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${server.origin}/campaign.html`);
    await page.locator('tcns-service-guide [part=footer]').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const guide = page.locator('tcns-service-guide').first();
    const styleOf = (selector: string, name: string) =>
      guide
        .locator(selector)
        .first()
        .evaluate((element, key) => getComputedStyle(element).getPropertyValue(key), name);
    // Chromium looks for no earlier break inside a grid, but between the lines of a block.
    assert.equal(await styleOf('[part=services]', 'display'), 'block');
    assert.equal(await styleOf('.service', 'display'), 'inline-flex');
    assert.equal(await styleOf('[part=footer]', 'break-before'), 'avoid');
    const lefts = await guide
      .locator('.service')
      .evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().left)));
    assert.equal(new Set(lefts).size, 2, 'two columns');
    await page.goto(`${server.origin}/portal.html`);
    await page.locator('tcns-kpi-card [part=footer]').first().waitFor();
    const card = page.locator('tcns-kpi-card .box').first();
    assert.equal(await card.evaluate((box) => getComputedStyle(box).display), 'inline-flex');
    await close();
  });

  for (const [name, width, height] of [
    ['portrait', 718, 1047],
    ['landscape', 1047, 718],
  ] as const)
    it(`keeps a map with its date, source and the heading above on one page of A4 in ${name}`, async () => {
      const { page, close } = await openPage(browser, { viewport: { width: 1200, height: 900 } });
      await page.goto(`${server.origin}/map.html`);
      await page.locator('tcns-coverage-map [part=footer]').first().waitFor();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ media: 'print' });
      // A map is drawn anew once it has heard of the paper, and again once it has its width there.
      await page.waitForFunction((most) => {
        const maps = [...document.querySelectorAll('tcns-coverage-map')];
        const boxes = maps.flatMap(({ shadowRoot }) => [
          ...shadowRoot!.querySelectorAll<HTMLElement>('.box:has(.stage.paper)'),
        ]);
        return (
          boxes.length === maps.length &&
          boxes.every((box) => {
            const heading = (box.getRootNode() as ShadowRoot).host.closest(
              '.place',
            )?.firstElementChild;
            const whole = box.offsetHeight + (heading?.clientHeight ?? 0);
            return whole < most && getComputedStyle(box).breakInside === 'avoid';
          })
        );
      }, height);
      // Chromium counts the pages before a map is drawn for paper: it must not be higher then.
      const most = await page.locator('tcns-coverage-map svg.map').evaluateAll((all) =>
        all.map((svg) => {
          svg.closest('.stage')!.classList.remove('paper');
          return parseFloat(getComputedStyle(svg).maxHeight);
        }),
      );
      assert.ok(
        most.every((one) => one < height * 0.7),
        most.join(', '),
      );
      await close();
    });

  it('prints a map as paper has it before the browser counts the pages, and none behind the last', async () => {
    const { page, close } = await openPage(browser, { viewport: { width: 1200, height: 900 } });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.origin}/map.html`);
    const maps = page.locator('tcns-coverage-map');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('tcns-coverage-map')].every(({ shadowRoot }) =>
        shadowRoot?.querySelector('.stage'),
      ),
    );
    await tablesReady(page, 'tcns-coverage-map');
    const onPaper = (all: number) =>
      [...document.querySelectorAll('tcns-coverage-map')].filter(({ shadowRoot }) =>
        shadowRoot!.querySelector('.stage.paper'),
      ).length === all;
    assert.ok(await page.evaluate(onPaper, 0));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.ok(await page.evaluate(onPaper, await maps.count()));
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.ok(await page.evaluate(onPaper, 0));
    const pages = async () =>
      [...(await page.pdf({ format: 'A4' })).toString('latin1').matchAll(/\/Type\s*\/Page\b/g)]
        .length;
    const fromScreen = await pages();
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    await page.waitForFunction(onPaper, await maps.count());
    assert.equal(fromScreen, await pages());
    assert.deepEqual(errors, []);
    await close();
  });

  const hasReader = spawnSync('pdftotext', ['-v']).status === 0;
  it('has no page that ends with the head of a roster alone', { skip: !hasReader }, async () => {
    const { page, close } = await openPage(browser, { viewport: { width: 1200, height: 900 } });
    await page.goto(`${server.origin}/roster.html`);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('tcns-team-roster')].every(({ shadowRoot }) =>
        shadowRoot?.querySelector('[part=footer]'),
      ),
    );
    const input = await page.pdf({ format: 'A4' });
    const text = spawnSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }).stdout;
    const pages = text.split('\f').map((one) => one.trimEnd().split('\n'));
    assert.match(pages[0]!.join('\n'), /Tổ +Thành viên +Người phụ trách/);
    for (const lines of pages) {
      const last = lines.at(-1) ?? '';
      assert.doesNotMatch(last, /^ *Tổ +Thành viên/, last);
    }
    await close();
  });

  it('keeps little room free under the chart of a wide window', async () => {
    const { page, close } = await openPage(browser, { viewport: { width: 1200, height: 900 } });
    await page.goto(`${server.origin}/dashboard.html`);
    const plot = page.locator('tcns-trend .plot').first();
    await plot.waitFor({ state: 'attached' });
    // What stands above may still grow, so it is scrolled to until it is drawn.
    await page.waitForFunction(() => {
      const shown = document.querySelector('tcns-trend')!.shadowRoot!.querySelector('.plot')!;
      shown.scrollIntoView();
      return !shown.querySelector('.preview');
    });
    const [room, picture] = await plot.evaluate((element) => {
      // Paper is narrower, and nothing is drawn anew for it.
      const media = [...(element.getRootNode() as ShadowRoot).adoptedStyleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print');
      for (const rule of media) (rule as CSSMediaRule).media.mediaText = 'all';
      element.parentElement!.style.width = '620px';
      return [element.clientHeight, element.querySelector('canvas')!.clientHeight] as const;
    });
    assert.ok(picture <= room && room - picture < 80, `${picture} px in ${room} px`);
    await close();
  });

  it('keeps no room free on paper', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${server.origin}/article.html`);
    const heights = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('tcns-kpi-card, tcns-coverage-map')].map((widget) => {
          (widget as HTMLElement).style.setProperty(`--${widget.localName}-min-height`, '3000px');
          return [parseFloat(getComputedStyle(widget).minHeight), widget.clientHeight] as const;
        }),
      );
    await page.locator('tcns-kpi-card [part=value]').first().waitFor();
    assert.ok((await heights()).length > 0);
    await page.emulateMedia({ media: 'print' });
    for (const [kept, height] of await heights()) {
      assert.equal(kept, 0);
      assert.ok(height < 3000, `${height} px`);
    }
    await close();
  });
});
