/** The portal shows every headline figure of the articles, each on its own card, at once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch, openPage, startDemo, type RunningServer } from '../support/browser.js';

type Row = readonly [figure: string, vi: string, en: string];

/** `area indicator` or `area indicator at`, and what its card or stat says in both languages. */
const HEADLINES: readonly Row[] = [
  ['vn teams 2022-06', '27.200 tổ', '27,200 teams'],
  ['vn teams 2022-08', '45.895 tổ', '45,895 teams'],
  ['vn members 2022-08', '211.737 người', '211,737 people'],
  ['vn coverage.province 2022-08', '51/63', '51 of 63'],
  ['vn teams 2025-03', 'hơn 74.000 tổ', 'more than 74,000 teams'],
  ['vn members 2025-03', 'hơn 340.000 người', 'more than 340,000 people'],
  ['vn coverage.province 2025-03', '63/63', '63 of 63'],
  ['vn teams', 'hơn 74.000 tổ', 'more than 74,000 teams'],
  ['vn members', 'hơn 340.000 người', 'more than 340,000 people'],
  ['vn committees.coverage', '100%', '100%'],
  ['vn plans.ministry', '100%', '100%'],

  ['48@2008 members', 'hơn 15.000 người', 'more than 15,000 people'],
  ['48@2008 trained', 'hơn 14.000 người', 'more than 14,000 people'],
  ['48@2008 coverage.commune', '56/56', '56 of 56'],
  ['48@2008 training.commune', '56/56', '56 of 56'],
  ['48@2008 training.district', '7/7', '7 of 7'],
  ['20224.tdp11@2008 account.citizen', 'hơn 60%', 'more than 60%'],
  ['48@2008 account.citizen.adult', 'Chỉ tiêu 100%', 'Target 100%'],
  ['48@2008 trained.members', 'Chỉ tiêu 100%', 'Target 100%'],
  ['48@2008 trained.adults', 'Chỉ tiêu 90%', 'Target 90%'],
  ['20224@2008 teams', '90 tổ', '90 teams'],
  ['20224@2008 members', '450 người', '450 people'],
  ['20209@2008 teams', '58 tổ', '58 teams'],
  ['20209@2008 members', '290 người', '290 people'],

  ['45@2008 teams.commune', '115 tổ', '115 teams'],
  ['45@2008 teams.hamlet', '715 tổ', '715 teams'],
  ['45@2008 members', '4.327 người', '4,327 people'],
  ['45@2008 pilot.communes 2022-05', '2 đơn vị cấp xã', '2 communes'],
  ['45@2008 teams.perCommune 2022-05', '1', '1'],
  ['45@2008 members.perTeam.commune 2022-05', '5 người', '5 people'],
  ['45@2008 pilot.hamlets 2022-05', '2 thôn', '2 hamlets'],
  ['45@2008 teams.perHamlet 2022-05', '1', '1'],
  ['45@2008 members.perTeam.hamlet 2022-05', 'từ 5 đến 8 người', '5 to 8 people'],
  ['45@2008 dti.rank', 'thứ 55/63', 'rank 55 of 63'],
  ['45@2008 dti.rank', 'tăng 2 bậc', 'up 2 in rank'],
  ['45@2008 dti.government.rank', 'thứ 55/63', 'rank 55 of 63'],
  ['45@2008 dti.economy.rank', 'thứ 51/63', 'rank 51 of 63'],
  ['45@2008 dti.society.rank', 'thứ 54/63', 'rank 54 of 63'],
  ['45@2008 economy.share', '9,03%', '9.03%'],
  ['45@2008 economy.share.rank', 'thứ 26/63', 'rank 26 of 63'],
  ['45@2008 smartphone.adult', '99,53%', '99.53%'],
  ['45@2008 smartphone.household', '95,22%', '95.22%'],
  ['45@2008 fibre.household', '80,51%', '80.51%'],
  ['45@2008 network.agency', '100%', '100%'],
  ['45@2008 committees.coverage', '100%', '100%'],
  ['462@2008 committees.commune', '5 ban', '5 committees'],
  ['462@2008 teams.hamlet', '6 tổ', '6 teams'],
  ['467@2008 teams.commune', '13 tổ', '13 teams'],
  ['467@2008 teams.hamlet', '71 tổ', '71 teams'],
  ['467@2008 members', '532 người', '532 people'],
  ['468@2008 teams', '91 tổ', '91 teams'],
  ['468@2008 teams.commune', '8 tổ', '8 teams'],
  ['468@2008 teams.hamlet', '83 tổ', '83 teams'],
  ['468@2008 members', '565 người', '565 people'],
  ['468@2008 dvc.level3 2023-01/2023-06', '98,5%', '98.5%'],
  ['468@2008 dvc.level3.district 2023-01/2023-06', '100%', '100%'],
  ['468@2008 dvc.level3.commune 2023-01/2023-06', '98,5%', '98.5%'],
  ['468@2008 dvc.level4 2023-01/2023-06', '97,3%', '97.3%'],
  ['468@2008 dvc.level4.district 2023-01/2023-06', '100%', '100%'],
  ['468@2008 dvc.level4.commune 2023-01/2023-06', '97,2%', '97.2%'],
  ['468@2008 payment.online', '42,8%', '42.8%'],
  ['468@2008 payment.online', 'vượt 30% so với chỉ tiêu', 'vượt 30% so với chỉ tiêu'],

  ['70@2008 teams', '956 tổ', '956 teams'],
  ['70@2008 members', 'hơn 5.400 người', 'more than 5,400 people'],
  ['70@2008 trained', '163.410 người', '163,410 people'],
  ['70@2008 zalo.participants', '116 người', '116 people'],
  ['70@2008 trained.members', '100%', '100%'],
  ['70@2008 smartphones.donated', '900 chiếc', '900 phones'],
  ['70@2008 smartphones.value', 'hơn 2 tỷ đồng', 'more than 2 billion VND'],
  ['70@2008 ecommerce.enterprises', 'hơn 220 đơn vị', 'more than 220 businesses'],
  ['70@2008 ecommerce.products', '466 sản phẩm', '466 products'],
  ['70@2008 einvoice.enterprises', 'hơn 8.000 đơn vị', 'more than 8,000 businesses'],
  ['70@2008 dvc.active', 'Chỉ tiêu 80%', 'Target 80%'],
  ['70@2008 dossier.online', 'Chỉ tiêu 50%', 'Target 50%'],
  ['70@2008 dossier.digitised', 'Chỉ tiêu 100%', 'Target 100%'],
  ['70@2008 report.online', 'Chỉ tiêu 50%', 'Target 50%'],
  ['70@2008 dossier.ontime', 'Chỉ tiêu 100%', 'Target 100%'],
  ['70@2008 dossier.overdue', 'Chỉ tiêu 0 hồ sơ', 'Target 0 applications'],

  ['24@2008 teams.commune', '209 tổ', '209 teams'],
  ['24@2008 members.commune', '3.870 người', '3,870 people'],
  ['24@2008 coverage.commune', '100%', '100%'],
  ...[217, 222, 223, 216, 215, 219].map((code): Row => [
    `${code}@2008 coverage.hamlet 2022-08`,
    '100%',
    '100%',
  ]),
  ['20@2008 teams', 'hơn 1.600 tổ', 'more than 1,600 teams'],
  ['20@2008 members', 'hơn 7.700 người', 'more than 7,700 people'],
  ['20@2008 coverage.hamlet', '100%', '100%'],
  ['128@2008 teams.commune', '14 tổ', '14 teams'],
  ['128@2008 teams.hamlet', '68 tổ', '68 teams'],
  ['128@2008 members.perTeam', 'từ 5 đến 10 người', '5 to 10 people'],
  ['128@2008 members.perTeam.collaborators', 'từ 10 người trở lên', '10 people or more'],
];

/** The figures that no source gives: a target at most. */
const GOALS = /^(48@2008 (account|trained\.)|70@2008 (dvc|dossier|report))/;

describe('the portal', () => {
  let browser: Browser;
  let server: RunningServer;

  before(async () => {
    [browser, server] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  for (const [index, path] of ['portal.html', 'en/portal.html'].entries()) {
    for (const width of [1200, 360]) {
      it(`${path} at ${width} px shows every headline figure, dated and sourced`, async () => {
        const { page, all, close } = await openPage(browser, { viewport: { width, height: 900 } });
        await page.goto(`${server.origin}/${path}`);
        await page.waitForFunction(() =>
          [...document.querySelectorAll('tcns-kpi-card, tcns-stat')].every((widget) =>
            widget.shadowRoot?.querySelector('[part="value"]'),
          ),
        );
        // innerText holds what is drawn, not what is hidden
        const shown = await page.locator('tcns-kpi-card, tcns-stat').evaluateAll((widgets) =>
          widgets.map((widget) => {
            const names = ['area', 'indicator', 'at'].map((name) => widget.getAttribute(name));
            const drawn = widget.shadowRoot?.querySelector<HTMLElement>('.root, .stat');
            const text = (drawn?.innerText ?? '').replace(/\s+/g, ' ').replace(/ (?=[%/])/g, '');
            return { figure: names.filter(Boolean).join(' '), text, tag: widget.localName };
          }),
        );
        for (const [figure, ...words] of HEADLINES) {
          const found = shown.filter((widget) => widget.figure === figure);
          assert.ok(
            found.some(({ text }) => text.includes(words[index] ?? '')),
            `${figure}: "${words[index]}" in ${JSON.stringify(found)}`,
          );
        }
        const missing = index === 0 ? 'Chưa có số liệu' : 'No data';
        for (const { figure, text, tag } of shown) {
          assert.equal(text.includes(missing), GOALS.test(figure), text);
          if (tag === 'tcns-kpi-card') assert.match(text, index === 0 ? /Nguồn: / : /Source: /);
        }
        const menus = await page
          .locator('tcns-kpi-card .menu-button')
          .evaluateAll((buttons) =>
            buttons.map((button) => button.getAttribute('aria-label') ?? ''),
          );
        const twice = menus.filter((name, i) => menus.indexOf(name) !== i);
        assert.ok(menus.length > 40, `${menus.length} menus`);
        assert.deepEqual(twice, [], 'menus of one name');
        assert.deepEqual(all(), []);
        await close();
      });
    }
  }
});
