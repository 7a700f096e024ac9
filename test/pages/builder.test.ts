/** The embed builder: choose, copy, paste into a bare page, see the widget; each form. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import {
  axe,
  launch,
  openPage,
  startDemo,
  startHost,
  type RunningServer,
} from '../support/browser.js';

const ready = (page: Page) =>
  page.waitForFunction(() => document.querySelector('#b-status')?.textContent !== '');

describe('the embed builder', () => {
  let browser: Browser;
  let demo: RunningServer;
  before(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), demo.close()]);
  });

  const open = async (query = '', path = 'builder.html') => {
    const opened = await openPage(browser, {
      viewport: { width: 1200, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await opened.page.goto(`${demo.origin}/${path}?${query}`);
    await ready(opened.page);
    return opened;
  };
  /** Presses the button of a form, and returns what is on the clipboard. */
  const copied = async (page: Page, form: string) => {
    await page.locator(`section.form:has(#b-code-${form}) button`).click();
    await page.waitForFunction(
      (name) => document.querySelector(`#b-copied-${name}`)?.textContent !== '',
      form,
    );
    return page.evaluate(() => navigator.clipboard.readText());
  };

  it('writes code that shows the widget on a bare page, in every form', async () => {
    const { page, all, close } = await open();
    const codes: Record<string, string> = {};
    for (const form of [
      'tag',
      'head',
      'all',
      'placeholder',
      'link',
      'frame',
      'oembed',
      'wordpress',
    ])
      codes[form] = await copied(page, form);
    assert.deepEqual(all(), []);
    assert.match(codes['tag'] ?? '', /0\.1\.0\/tcns\.js"\s+integrity="sha384-[^"]+" crossorigin/);
    assert.match(
      codes['tag'] ?? '',
      /area="48@2008" indicator="members" lang="vi">\n  .*15\.000.*\n</,
    );
    const { origin } = demo;
    const script = `<script src="${origin}/cdn/tcns.js"></script>`;
    const oembed = await (
      await fetch(`${origin}/oembed?url=${encodeURIComponent(codes['oembed'] ?? '')}`)
    ).json();
    const pages: Record<string, string> = {
      tag: codes['tag'] ?? '',
      head: `${codes['head']}${codes['tag']}`,
      all: codes['all'] ?? '',
      placeholder: `${script}${codes['placeholder']}`,
      link: `${script}<p>${codes['link']}</p>`,
      frame: codes['frame'] ?? '',
      oembed: (oembed as { html: string }).html,
      wordpress: `${script}${codes['wordpress']}`,
    };
    for (const [form, body] of Object.entries(pages)) {
      const host = await startHost({
        '/': `<!doctype html><html lang="vi"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
      });
      const bare = await openPage(browser);
      await bare.page.goto(host.origin);
      const inside = /frame|oembed/.test(form) ? bare.page.frameLocator('iframe') : bare.page;
      // placeholder and link take the API from the address or the script
      const value = inside.locator('tcns-kpi-card [part="value"]');
      assert.match(await value.innerText(), /15\.000/, form);
      assert.deepEqual(bare.all(), [], form);
      await Promise.all([bare.close(), host.close()]);
    }
    await close();
  });

  it('finds areas by name, keeps the choice in the address, and brings it back', async () => {
    const { page, close } = await open();
    await page.locator('#b-area').fill('quang tri');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => location.search.includes('area=45@2008'));
    await page.locator('#b-article').check();
    await page.waitForFunction(() => location.search.includes('recipe=article'));
    await ready(page);
    assert.match((await page.textContent('#b-code-tag')) ?? '', /area="45@2008".* at="20/);
    await page.locator('#b-lang').selectOption('en');
    await page.locator('#b-theme').selectOption('dark');
    await page.locator('#b-width-180').check();
    await page.locator('summary').click();
    await page.locator('#b-o-variant').selectOption('compact');
    await page.waitForFunction(() => location.search.includes('o-variant=compact'));
    await ready(page);
    const code = await page.textContent('#b-code-tag');
    assert.match(code ?? '', /variant="compact" theme="dark" lang="en"/);
    const again = await open(new URL(page.url()).search.slice(1));
    await again.page.waitForFunction(
      (text) => document.querySelector('#b-code-tag')?.textContent === text,
      code,
    );
    assert.equal(await again.page.locator('#b-stage').evaluate((one) => one.style.width), '180px');
    await Promise.all([close(), again.close()]);
  });

  it('offers no code where no indicator fits, and the first that fits once one does', async () => {
    const { page, close } = await open();
    const indicator = () => page.locator('#b-indicator').inputValue();
    await page.locator('#b-edition').selectOption('2025');
    await page.locator('#b-area').fill('Quảng Trị@2008');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => location.search.includes('area=45@2008'));
    assert.equal(await page.locator('#b-edition').inputValue(), '2008');
    await page.locator('#b-edition').selectOption('2025');
    await page.locator('#b-area').fill('Cả nước');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => location.search.includes('area=vn@2025'));
    await ready(page);
    await page.locator('#b-api').fill('/api/sample/v1');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelector<HTMLElement>('#b-codes')?.hidden);
    // Its document has figures of provinces alone, and none of the nation.
    assert.equal(await page.locator('#b-indicator-says').innerText(), 'Không có chỉ số phù hợp.');
    assert.match(await page.locator('#b-status').innerText(), /^Chưa có mã/);
    assert.equal(await page.locator('#b-stage > *').count(), 0);
    assert.equal(await page.textContent('#b-code-tag'), '');
    for (const [widget, chosen] of [
      ['ranking', 'members'],
      ['dashboard', 'members'],
    ] as const) {
      await page.locator('#b-widget').selectOption(widget);
      await page.waitForFunction(() => !document.querySelector<HTMLElement>('#b-codes')?.hidden);
      await ready(page);
      assert.equal(await page.locator('#b-indicator-says').innerText(), '');
      assert.match(await page.locator('#b-status').innerText(), /ứng với bản xem trước/, widget);
      assert.match((await page.textContent('#b-code-tag')) ?? '', new RegExp(`"${chosen}"`));
    }
    const query = 'widget=kpi-card&api=/api/v1&area=468@2008&indicator=coverage.province';
    await page.goto(`${demo.origin}/builder.html?${query}`);
    await ready(page);
    assert.equal(await page.locator('#b-indicator-says').innerText(), '');
    assert.notEqual(await indicator(), 'coverage.province');
    assert.match(
      (await page.textContent('#b-code-tag')) ?? '',
      new RegExp(`indicator="${await indicator()}"`),
    );
    assert.match(await page.locator('#b-status').innerText(), /ứng với bản xem trước/);
    await close();
  });

  it('names the hosts that a link brings before it writes any code', async () => {
    for (const [query, hosts] of [
      ['api=https://so-lieu.example/v1', ['so-lieu.example']],
      ['cdn=https://ma.example/&api=https://so-lieu.example/v1', ['ma.example', 'so-lieu.example']],
    ] as const) {
      const { page, close } = await open(query);
      const said = await page.locator('#b-hosts').innerText();
      for (const host of hosts) assert.ok(said.includes(host), said);
      assert.equal(await page.locator('#b-codes').isVisible(), false);
      assert.equal(await page.textContent('#b-code-tag'), '');
      await page.locator('#b-hosts button').click();
      assert.equal(await page.locator('#b-hosts').count(), 0);
      await close();
    }
    const { page, close } = await open('api=/api/v1');
    assert.equal(await page.locator('#b-hosts').count(), 0);
    assert.notEqual(await page.textContent('#b-code-tag'), '');
    await close();
  });

  const KITS = {
    version: '0.1.0',
    kits: {
      wordpress: { file: 'tcns-widgets-wordpress-0.1.0.zip', size: 1_800_000 },
      nukeviet: { file: 'tcns-widgets-nukeviet-0.1.0.zip', size: 573_000 },
      'liferay-fragments': { file: 'tcns-widgets-liferay-fragments-0.1.0.zip', size: 19_000 },
      'liferay-client-extension': {
        file: 'tcns-widgets-liferay-client-extension-0.1.0.zip',
        size: 570_000,
      },
      sharepoint: { file: 'steps/sharepoint.html', size: 5_000 },
      dotnetnuke: { file: 'steps/dotnetnuke.html', size: 300 },
    },
  };

  it('offers the kit of the chosen system first, then the forms that live in it', async () => {
    const { page, close } = await open();
    await page.route('**/cdn/kits/**', (route) =>
      route.request().url().endsWith('kits.json')
        ? route.fulfill({ json: KITS })
        : route.fulfill({ body: 'the kit', contentType: 'application/zip' }),
    );
    assert.equal(await page.locator('#b-kit *').count(), 0);
    assert.equal(await page.locator('#b-others').isVisible(), false);
    for (const [system, files, forms] of [
      ['wordpress', 1, ['wordpress', 'placeholder', 'link', 'oembed']],
      ['nukeviet', 1, ['placeholder', 'link']],
      ['liferay', 2, ['tag', 'placeholder', 'link']],
      ['sharepoint', 1, ['frame', 'tag']],
      ['dotnetnuke', 1, ['link', 'tag']],
    ] as const) {
      await page.locator('#b-system').selectOption(system);
      await page.waitForFunction((name) => location.search.includes(`system=${name}`), system);
      await page.waitForFunction(
        (count) => document.querySelectorAll('#b-kit-section a').length === count,
        files,
      );
      await ready(page);
      assert.match(await page.locator('#b-kit').innerText(), /Địa chỉ API cần nhập: http/, system);
      assert.match(await page.locator('#b-kit a').first().innerText(), /\([1-9]\d* KB\)$/);
      const shown = await page
        .locator('#b-codes > section[id^="b-form-"]')
        .evaluateAll((all) => all.map(({ id }) => id.replace('b-form-', '')));
      assert.deepEqual(shown, forms, system);
      assert.equal(
        await page.locator('#b-others > section[id^="b-form-"]').count(),
        8 - forms.length,
      );
    }
    await page.locator('#b-system').selectOption('wordpress');
    const link = page.locator('#b-kit a[download="tcns-widgets-wordpress-0.1.0.zip"]');
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    assert.equal(file.url(), `${demo.origin}/cdn/kits/tcns-widgets-wordpress-0.1.0.zip`);
    assert.equal(file.suggestedFilename(), 'tcns-widgets-wordpress-0.1.0.zip');
    const { violations } = await axe(page).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      [],
    );
    // A link to the page brings the system back, and everything stands as before without one.
    await page.goto(page.url());
    await page.waitForFunction(() => document.querySelector('#b-kit-section'));
    await page.locator('#b-system').selectOption('');
    await page.waitForFunction(() => !document.querySelector('#b-kit-section'));
    assert.equal(await page.locator('#b-codes > section[id^="b-form-"]').count(), 8);
    await close();
  });

  it('names the file of the kit where it does not lie beside the page', async () => {
    const { page, close } = await open();
    await page.route('**/cdn/kits/**', (route) => route.fulfill({ status: 404, body: 'none' }));
    await page.locator('#b-system').selectOption('liferay');
    await page.waitForFunction(() => document.querySelector('#b-kit-section'));
    const said = await page.locator('#b-kit').innerText();
    assert.match(said, /Không có tệp tcns-widgets-liferay-fragments cạnh trang này/);
    assert.match(said, /Không có tệp tcns-widgets-liferay-client-extension cạnh trang này/);
    assert.equal(await page.locator('#b-kit a').count(), 0);
    await close();
  });

  it('writes no address of a linked host into the kit before a reader has agreed', async () => {
    const { page, close } = await open('system=nukeviet&api=https://so-lieu.example/v1');
    await page.waitForFunction(() => document.querySelector('#b-kit-section'));
    assert.doesNotMatch(await page.locator('#b-kit').innerText(), /so-lieu\.example/);
    await page.locator('#b-hosts button').click();
    await page.waitForFunction(() =>
      document.querySelector('#b-kit')?.textContent.includes('https://so-lieu.example/v1'),
    );
    await close();
  });

  it('saves a fixed page with its oEmbed document, for those without Node', async () => {
    const { page, close } = await open('widget=kpi-card&area=48@2008&indicator=members');
    const sentence = page.locator('#b-sentence');
    assert.match(await sentence.inputValue(), /15\.000.*2022.*Nguồn: /);
    assert.equal(await page.locator('#b-name').inputValue(), 'kpi-card-48-2008');

    await sentence.fill('  ');
    await page.locator('#b-save').click();
    assert.match(await page.locator('#b-fixed-says').innerText(), /^Cần một câu/);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'b-sentence');
    await sentence.fill('Đà Nẵng: hơn 15.000 <b>thành viên</b> (12/2022). Nguồn: Báo Đà Nẵng');
    await page.locator('#b-name').fill('../Đà Nẵng');
    await page.locator('#b-save').click();
    assert.match(await page.locator('#b-fixed-says').innerText(), /^Tên trang chỉ gồm/);
    await page.locator('#b-name').fill('da-nang');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#b-save').click(),
    ]);
    assert.equal(file.suggestedFilename(), 'da-nang.zip');
    const address = `${demo.origin}/cdn/embed/da-nang.html`;
    assert.ok((await page.locator('#b-fixed-says').innerText()).includes(address));
    const files = Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(await readFile(await file.path())))).map(
        ([path, bytes]) => [path, strFromU8(bytes)],
      ),
    );
    assert.deepEqual(Object.keys(files).sort(), ['embed/da-nang.html', 'oembed/da-nang.json']);
    const oembed = JSON.parse(files['oembed/da-nang.json'] ?? '') as Record<string, string>;
    assert.ok(oembed['html']?.includes(`href="${address}"`), oembed['html']);

    // The loader makes no second widget of the sentence's link, whichever of the two scripts is first.
    const links = (files['embed/da-nang.html'] ?? '').match(/<a [^>]*embed\.html\?[^>]*>/g) ?? [];
    assert.equal(links.length, 1);
    assert.match(links[0] ?? '', / data-no-embed /);

    const frame = (await page.textContent('#b-fixed-code')) ?? '';
    assert.ok(frame.startsWith(`<iframe src="${address}"`), frame);
    assert.match(frame, /title="Đà Nẵng: hơn 15\.000 &lt;b&gt;/);
    // TinyMCE 7 and 8 write another sandbox, in which no script runs and no link opens a new tab.
    const forbidden = await openPage(browser);
    await forbidden.page.route(`${demo.origin}/cdn/embed/**`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: route.request().url().endsWith('/bai.html')
          ? frame.replace(/sandbox="[^"]*"/, 'sandbox=""')
          : (files['embed/da-nang.html'] ?? ''),
      }),
    );
    await forbidden.page.goto(`${demo.origin}/cdn/embed/bai.html`);
    const said = await forbidden.page.frameLocator('iframe').locator('#main').innerText();
    assert.match(said, /hơn 15\.000 <b>thành viên<\/b> \(12\/2022\)\. Nguồn: Báo Đà Nẵng/);
    assert.ok(said.includes(`trong thẻ mới: ${address}`), said);
    await forbidden.close();

    // The same page shows the live figure, and the sentence where no script may run.
    for (const javaScriptEnabled of [true, false]) {
      const reader = await openPage(browser, { javaScriptEnabled });
      await reader.page.route(address, (route) =>
        route.fulfill({ contentType: 'text/html', body: files['embed/da-nang.html'] ?? '' }),
      );
      await reader.page.goto(address);
      const found = javaScriptEnabled ? 'tcns-kpi-card [part="value"]' : '#main';
      assert.match(await reader.page.locator(found).innerText(), /15\.000/);
      if (!javaScriptEnabled)
        assert.match(await reader.page.locator('#main').innerText(), /<b>thành viên<\/b>/);
      await reader.close();
    }
    // Another view has another sentence and another name.
    await page.locator('#b-widget').selectOption('stat');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#b-name')?.value === 'stat-48-2008',
    );
    assert.doesNotMatch(await sentence.inputValue(), /<b>/);
    await close();
  });

  it('shows every widget', async () => {
    const { page, all, close } = await open();
    const names = await page
      .locator('#b-widget option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    assert.equal(names.length, 9);
    const areas: Record<string, string> = {
      'service-guide': '468@2008',
      'team-roster': '468@2008',
      'coverage-map': 'vn@2008',
      ranking: 'vn@2008',
      trend: 'vn@2025',
      dashboard: 'vn@2008',
    };
    for (const name of names) {
      const query = `widget=${name}&area=${areas[name] ?? '48@2008'}&indicator=members`;
      await page.goto(`${demo.origin}/builder.html?${query}`);
      await ready(page);
      assert.match((await page.textContent('#b-status')) ?? '', /ứng với bản xem trước/, name);
    }
    assert.deepEqual(all(), []);
    await close();
  });

  it('works by keyboard alone, and is accessible in both languages', async () => {
    const { page, close } = await open();
    await page.locator('#b-widget').focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => location.search.includes('widget=stat'));
    await ready(page);
    await page.locator('section.form:has(#b-code-tag) button').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#b-copied-tag')?.textContent);
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /<tcns-stat/);
    await close();
    for (const path of ['builder.html', 'en/builder.html']) {
      const opened = await open('', path);
      const { violations } = await axe(opened.page).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
      );
      await opened.close();
    }
  });
});
