/** Feeds, shortcodes, addresses, policies and other plugins. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/test/run.mjs';
import * as by from './editor.mjs';
import { postOf } from './posts.mjs';
import { open } from './reader.mjs';
import { step, watched } from './steps.mjs';

const { version: VERSION } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

export async function elsewhere(browser, site, wide) {
  await step('Feed, excerpt and search have the sentence and no tag', async () => {
    const feed = await (await fetch(`${site.url}/feed/`)).text();
    assert.match(feed, /Đà Nẵng có hơn 15\.000 thành viên tổ\./);
    assert.doesNotMatch(feed, /tcns-kpi-card /);
    assert.match(
      site.php(`echo get_the_excerpt( ${wide.id} );`),
      /Đà Nẵng có hơn 15\.000 thành viên tổ\./,
    );
    assert.match(
      await (await fetch(`${site.url}/?s=${encodeURIComponent('hơn 15.000 thành viên')}`)).text(),
      /Khối rộng/,
    );
  });
  await step('A shortcode forgives the quotes of Word', async () => {
    const { link } = postOf(
      site,
      'Mã ngắn',
      '[tcns_widget name=“kpi-card” area=”48@2008” indicator=„members”]Câu “trích” &amp; đủ[/tcns_widget]\n\n[tcns_widget name="trend" area="vn" indicator=“teams members”]Hai chỉ số[/tcns_widget]',
    );
    const html = await (await fetch(link)).text();
    assert.match(
      html,
      /<tcns-kpi-card indicator="members" area="48@2008"><p>Câu “trích” &amp; đủ<\/p><\/tcns-kpi-card>/,
    );
    assert.match(html, /<tcns-trend indicator="teams members" area="vn">/);
    const reader = watched(await open(browser, link));
    assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
    await reader.close();
  });
  await step(
    'No attribute of a post names a source, and nothing written escapes from its quotes',
    async () => {
      const { link } = postOf(
        site,
        'Nguồn lạ',
        `[tcns_widget name="kpi-card" area='48@2008"><img src=x onerror=alert(1)>' api="https://example.org/" src="https://example.org/x.json" onclick="alert(1)" indicator="members"]<b>x</b>[/tcns_widget]`,
      );
      const html = await (await fetch(link)).text();
      const [tag] = html.match(/<tcns-kpi-card[^>]*>/) ?? [''];
      assert.doesNotMatch(tag, /example\.org|onclick/);
      assert.doesNotMatch(html, /<img src=x/);
    },
  );
  await step('A placeholder of an author takes the site’s source, whatever it names', async () => {
    const { link } = postOf(
      site,
      'Thẻ giữ chỗ',
      '<div data-tcns="kpi-card" data-area="48@2008" data-indicator="members" data-api="https://example.org/v1" data-src="https://example.org/x.json"><a href="https://example.org/">Câu của báo.</a></div>',
    );
    const reader = watched(await open(browser, link));
    assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /15\.000/);
    assert.equal(
      await reader.page
        .locator('[data-api*="example.org"], [data-src], tcns-kpi-card[api]')
        .count(),
      0,
    );
    await reader.close();
  });
  const address = `${site.url}/?tcns-widgets=kpi-card&area=48@2008&indicator=members`;
  await step('An address of the site on a line of its own becomes the widget', async () => {
    const { link } = postOf(
      site,
      'Địa chỉ',
      `<!-- wp:embed {"url":"${address}"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${address}\n</div></figure>\n<!-- /wp:embed -->`,
    );
    const reader = watched(await open(browser, link));
    assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
    await reader.close();
  });
  await step(
    'The address is a page with an oEmbed document, and words in it are not shown',
    async () => {
      const reader = watched(
        await open(browser, `${address}&heading=Bịa&api=https://example.org/`),
      );
      assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
      assert.doesNotMatch(await reader.page.content(), /Bịa<|example\.org\/"/);
      const oembed = await reader.page.getAttribute('link[type="application/json+oembed"]', 'href');
      const answer = await (await fetch(oembed)).json();
      assert.equal(answer.type, 'rich');
      assert.match(
        answer.html,
        /^<blockquote><a href="[^"]+" data-no-embed>[^<]+<\/a><\/blockquote>\n<iframe src="[^"]+[?;]fit=1" [^>]*sandbox="allow-scripts/,
      );
      assert.doesNotMatch(answer.html, /example\.org|heading/);
      assert.equal((await fetch(`${site.url}/?tcns-widgets=khong-co`)).status, 404);
      assert.equal(
        (
          await fetch(
            `${site.url}/wp-json/tcns-widgets/v1/oembed?url=${encodeURIComponent('https://example.org/?tcns-widgets=kpi-card')}`,
          )
        ).status,
        404,
      );
      await reader.close();
    },
  );
  await step('A frame of the size that was asked for shows all of the map', async () => {
    const reader = await open(
      browser,
      `${site.url}/?tcns-widgets=coverage-map&area=vn@2008&indicator=coverage.commune`,
    );
    const link = 'link[type="application/json+oembed"]';
    const document = await reader.page.getAttribute(link, 'href');
    const answer = await (await fetch(`${document}&maxwidth=420&maxheight=400`)).json();
    assert.deepEqual([answer.width, answer.height], [420, 400]);
    await reader.page.setContent(answer.html);
    const frame = await (await reader.page.waitForSelector('iframe')).contentFrame();
    await frame.waitForFunction(() => {
      const root = globalThis.document.documentElement;
      return (
        root.classList.contains('fit-shorter') && root.scrollHeight <= globalThis.innerHeight + 1
      );
    });
    await reader.close();
  });
  await step(
    'Beside another plug-in with an older copy of the library there is no error',
    async () => {
      const other = join(site.home, 'other');
      cpSync(join(site.home, 'wp-content/plugins/tcns-widgets/assets', VERSION), other, {
        recursive: true,
      });
      for (const file of readdirSync(other).filter((name) => name.endsWith('.js')))
        writeFileSync(
          join(other, file),
          readFileSync(join(other, file), 'utf8').replaceAll(VERSION, '0.0.9'),
        );
      const folder = join(site.home, 'wp-content/mu-plugins');
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, 'other.php'),
        `<?php add_action( 'wp_enqueue_scripts', fn() => wp_enqueue_script( 'other', home_url( '/other/tcns.js' ), array(), null ), 0 );`,
      );
      const reader = watched(await open(browser, wide.link));
      assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
      assert.deepEqual(reader.faults, []);
      await reader.close();
      rmSync(join(folder, 'other.php'));
    },
  );
  await step('Under a strict policy the nonce of the site’s hook is enough', async () => {
    const folder = join(site.home, 'wp-content/mu-plugins');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'policy.php'),
      `<?php
add_filter( 'wp_script_attributes', fn( $all ) => $all + array( 'nonce' => 'abc123' ) );
add_filter( 'wp_inline_script_attributes', fn( $all ) => $all + array( 'nonce' => 'abc123' ) );
add_action( 'send_headers', function () {
	header( "Content-Security-Policy: default-src 'self'; script-src 'nonce-abc123' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'" );
} );
`,
    );
    for (const link of [wide.link, address]) {
      const reader = watched(await open(browser, link));
      assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
      assert.deepEqual(
        reader.faults.filter((text) => /tcns/.test(text)),
        [],
      );
      await reader.close();
    }
    rmSync(join(folder, 'policy.php'));
  });
}
