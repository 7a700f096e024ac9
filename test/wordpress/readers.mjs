/* global document -- inside the pages */
/** Readers of a post, by theme and width. */
import assert from 'node:assert/strict';
import * as by from './editor.mjs';
import { postOf } from './posts.mjs';
import { boxes, open } from './reader.mjs';
import { step, shoot, watched } from './steps.mjs';
import { WIDGETS, CARD } from './widgets.mjs';

export async function readers(browser, site, kind, all) {
  const wide = postOf(
    site,
    'Khối rộng',
    `<!-- wp:paragraph -->\n<p>Một đoạn văn của bài báo.</p>\n<!-- /wp:paragraph -->\n\n${CARD}\n\n${CARD.replace('"area"', '"align":"wide","area"').replace('class="', 'class="alignwide ')}`,
  );
  for (const width of [1200, 360])
    await step(`${kind}: the figure stands in the article’s column at ${width} px`, async () => {
      const reader = watched(await open(browser, wide.link, { width }));
      assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
      const { widget, column, page } = await boxes(reader.page, 'tcns-kpi-card');
      assert.ok(
        widget.left >= column.left - 1 && widget.right <= column.right + 1,
        JSON.stringify({ widget, column }),
      );
      assert.ok(
        page.scroll <= page.width,
        `the page scrolls sideways: ${page.scroll} of ${page.width}`,
      );
      await shoot(reader.page, `reader-${width}-${kind.includes('classic') ? 'classic' : 'block'}`);
      const both = await reader.page.evaluate(() => {
        const [one, other] = [...document.querySelectorAll('tcns-kpi-card')].map(
          (card) => card.getBoundingClientRect().width,
        );
        return {
          one,
          other,
          wrapper: document.querySelector('.alignwide').getBoundingClientRect().width,
        };
      });
      assert.equal(Math.round(both.other), Math.round(both.wrapper), JSON.stringify(both));
      if (width === 1200) assert.ok(both.other > both.one + 100, JSON.stringify(both));
      assert.deepEqual(reader.faults, []);
      await reader.close();
    });
  await step(`${kind}: every widget of the author’s post shows its figures`, async () => {
    const reader = watched(await open(browser, all.link));
    for (const { shows } of WIDGETS) assert.ok(await by.figureIn(reader.page, ...shows));
    assert.deepEqual(reader.faults, []);
    await reader.close();
  });
  await step(`${kind}: without JavaScript the sentences are read`, async () => {
    const reader = watched(await open(browser, wide.link, { javaScriptEnabled: false }));
    assert.equal(
      await reader.page.locator('tcns-kpi-card').first().innerText(),
      'Đà Nẵng có hơn 15.000 thành viên tổ.',
    );
    await reader.close();
  });
  await step(
    `${kind}: the script stands once, in the head, from the folder of its version`,
    async () => {
      const html = await (await fetch(wide.link)).text();
      const tags = html.match(/<script[^>]*\/tcns\.js"[^>]*>/g);
      assert.equal(tags?.length, 1);
      assert.match(tags[0], /\/assets\/\d+\.\d+\.\d+\/tcns\.js"/);
      assert.match(tags[0], /data-api="http[^"]*\/tcns\/v1"/);
      assert.ok(html.indexOf(tags[0]) < html.indexOf('</head>'));
      assert.doesNotMatch(await (await fetch(`${site.url}/wp-login.php`)).text(), /tcns\.js/);
    },
  );
  return wide;
}
