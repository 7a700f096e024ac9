/** The code that a widget's menu gives ("Nhúng"), pasted into a page of nobody: it shows what was shown, in each form. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { launch, openPage, startDemo, startHost, type RunningServer } from '../support/browser.js';
import { page as bare } from './bare-page.js';

/** A widget of the demo: its page and its tag. */
const WIDGETS = [
  ['campaign.html', 'tcns-service-guide'],
  ['roster.html', 'tcns-team-roster'],
  ['map.html', 'tcns-coverage-map[area="24@2008"]'],
  ['dashboard.html', 'tcns-ranking[area="45@2008"]'],
  ['campaign.html', 'tcns-campaign-tracker'],
  ['portal.html', 'tcns-kpi-card[at="2022-08"]'],
] as const;
const FORMS = ['tag', 'frame', 'oembed', 'wordpress'];

describe('the code of exactly this view', () => {
  let browser: Browser;
  let demo: RunningServer;
  before(async () => ([browser, demo] = await Promise.all([launch(), startDemo()])));
  after(() => Promise.all([browser.close(), demo.close()]));

  /** What the widget says: its title and where its figures are from. */
  const shown = async (widget: Locator): Promise<string[]> => {
    await widget.locator('[part=footer]').first().waitFor();
    return widget.evaluate(({ shadowRoot }) =>
      ['[part=title]', '[part=source]'].map((one) =>
        (shadowRoot!.querySelector(one)?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      ),
    );
  };

  async function codesOf(page: Page, widget: Locator): Promise<Record<string, string>> {
    await widget.locator('.menu-button').press('Enter');
    await widget.locator('[part=menu] button', { hasText: 'Nhúng' }).press('Enter');
    const codes: Record<string, string> = {};
    for (const form of FORMS) {
      await widget.locator('.share select').selectOption(form);
      // The hashes of the script come with the list of the release.
      if (form === 'tag')
        await page.waitForFunction(
          (element) => element?.shadowRoot?.querySelector('textarea')?.value.includes('integrity'),
          await widget.elementHandle(),
        );
      codes[form] = await widget.locator('.share textarea').inputValue();
    }
    return codes;
  }

  async function bodyOf(form: string, code: string): Promise<string> {
    const script = `<script src="${demo.origin}/cdn/tcns.js"></script>`;
    if (form === 'wordpress') return script + code;
    if (form !== 'oembed') return code;
    const answer = await fetch(`${demo.origin}/oembed?url=${encodeURIComponent(code)}`);
    return ((await answer.json()) as { html: string }).html;
  }

  for (const [path, tag] of WIDGETS)
    it(`of ${tag} shows it on another page, in four forms`, async () => {
      const { page, close } = await openPage(browser, { viewport: { width: 1000, height: 900 } });
      await page.goto(`${demo.origin}/${path}`);
      const widget = page.locator(tag).first();
      const expected = await shown(widget);
      assert.ok(expected.every(Boolean), expected.join('; '));
      const codes = await codesOf(page, widget);
      for (const form of FORMS) {
        const host = await startHost({ '/': bare(await bodyOf(form, codes[form] ?? '')) });
        const other = await openPage(browser, { viewport: { width: 1000, height: 900 } });
        await other.page.goto(host.origin);
        const inside = /frame|oembed/.test(form) ? other.page.frameLocator('iframe') : other.page;
        assert.deepEqual(await shown(inside.locator(tag.split('[')[0]!).first()), expected, form);
        assert.deepEqual(other.all(), [], form);
        await Promise.all([other.close(), host.close()]);
      }
      await close();
    });
});
