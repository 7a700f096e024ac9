/* global document -- inside the pages */
/** The administrator installs the plugin and says where the figures come from. */
import assert from 'node:assert/strict';
import * as by from './editor.mjs';
import { open } from './reader.mjs';
import { step, shoot, watched } from './steps.mjs';
import { OLD } from './widgets.mjs';

export async function administrator(browser, site) {
  await step(
    'From an installed plugin to the first published figure: at most 8 clicks',
    async () => {
      const admin = watched(await by.logIn(browser, site, 'admin'));
      await admin.page.goto(`${site.url}/wp-admin/plugins.php`);
      await admin.click('#activate-tcns-widgets, [data-slug="tcns-widgets"] .activate a');
      await admin.click('.notice a[href*="page=tcns-widgets"]');
      await admin.page.waitForFunction(() => document.activeElement?.id === 'tcns-widgets-api');
      await admin.page.keyboard.type('/tcns/v1');
      await shoot(admin.page, 'settings');
      await Promise.all([
        admin.page.waitForURL(/settings-updated/),
        admin.page.keyboard.press('Enter'),
      ]);
      await admin.click('#wp-admin-bar-new-content > a');
      const canvas = await by.writeTitle(admin, 'Tổ công nghệ số ở Đà Nẵng');
      await by.insert(admin, canvas, 'Thẻ số liệu');
      await by.chooseArea(admin, canvas, 'da nang', OLD);
      assert.match(await by.figureIn(canvas, 'tcns-kpi-card'), /\d/);
      const { link } = await by.publish(admin);
      console.log(`  ${admin.clicks()} clicks`);
      assert.ok(admin.clicks() <= 8, `${admin.clicks()} clicks`);
      assert.deepEqual(admin.faults, []);
      await admin.close();
      const reader = watched(await open(browser, link));
      assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
      await reader.close();
    },
  );
  await step(
    'A wrong address of the API is refused with a sentence and the former one stays',
    async () => {
      const admin = watched(await by.logIn(browser, site, 'admin'));
      await admin.page.goto(`${site.url}/wp-admin/options-general.php?page=tcns-widgets`);
      await admin.page.fill('#tcns-widgets-api', 'javascript:alert(1)');
      await Promise.all([
        admin.page.waitForURL(/settings-updated/),
        admin.page.press('#tcns-widgets-api', 'Enter'),
      ]);
      assert.match(
        await admin.page.locator('.settings-error').first().innerText(),
        /javascript:alert\(1\).*không phải/,
      );
      assert.equal(await admin.page.inputValue('#tcns-widgets-api'), '/tcns/v1');
      await admin.close();
    },
  );
  await step('An author has no page of settings', async () => {
    const author = watched(await by.logIn(browser, site, 'author'));
    const answer = await author.page.goto(
      `${site.url}/wp-admin/options-general.php?page=tcns-widgets`,
    );
    assert.equal(answer.status(), 403);
    await author.close();
  });
}
