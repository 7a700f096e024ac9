/* global document -- inside the page */
/**
 * `npm run test:wordpress`: the plugin in a real WordPress of two versions, with a block theme and a
 * classic one, as an administrator, an author and a reader. Ends with `N passed, N failed`.
 *
 *   node test/wordpress/run.mjs [--suite trixie] [--shots FOLDER]
 *
 * The plugin is that of `dist/hosts`: `npm run build:cdn && npm run build:kits` before. What failed
 * leaves a picture in `.cache/wordpress/failures`.
 */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { env, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../tools/test/find-browser.mjs';
import { root } from '../../tools/test/run.mjs';
import * as by from './editor.mjs';
import { missing, SUITES, wordpressOf } from './packages.mjs';
import { boxes, open } from './reader.mjs';
import { startDatabase, startSite } from './site.mjs';

const { values } = parseArgs({ options: { suite: { type: 'string' }, shots: { type: 'string' } } });
if (!existsSync(join(root, 'dist/hosts/wordpress/tcns-widgets/tcns-widgets.php'))) {
  console.error('There is no dist/hosts: run npm run build:cdn && npm run build:kits first.');
  exit(1);
}
const lack = missing();
if (lack) {
  console.log(`test:wordpress: not run, ${lack}`);
  console.log('0 passed, 0 failed');
  exit(0);
}

const { version: VERSION } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const PLUGIN = 'tcns-widgets/tcns-widgets.php';
const failures = join(root, '.cache/wordpress/failures');
rmSync(failures, { recursive: true, force: true });
mkdirSync(failures, { recursive: true });
if (values.shots) mkdirSync(values.shots, { recursive: true });

/** The two editions of the administrative map, as the list of areas says them. */
const OLD = /đến 30\/6\/2025/;
const NEW = /từ 01\/7\/2025/;

/** Each widget with what an author types to find its area, and where its figure stands. */
const WIDGETS = [
  {
    name: 'kpi-card',
    title: 'Thẻ số liệu',
    area: 'da nang',
    words: OLD,
    shows: ['tcns-kpi-card', 'value'],
  },
  {
    name: 'coverage-map',
    title: 'Bản đồ',
    area: 'ca nuoc',
    words: OLD,
    shows: ['tcns-coverage-map', 'title'],
  },
  {
    name: 'ranking',
    title: 'Bảng xếp hạng',
    area: 'ca nuoc',
    words: OLD,
    shows: ['tcns-ranking', 'value'],
  },
  {
    name: 'trend',
    title: 'Biểu đồ theo thời gian',
    area: 'ca nuoc',
    words: OLD,
    shows: ['tcns-trend', 'summary'],
  },
  { name: 'campaign-tracker', title: 'Chiến dịch', shows: ['tcns-campaign-tracker', 'title'] },
  {
    name: 'team-roster',
    title: 'Danh sách tổ',
    area: 'tinh quang tri',
    words: OLD,
    shows: ['tcns-team-roster', 'title'],
  },
  {
    name: 'service-guide',
    title: 'Việc tổ giúp người dân',
    area: 'Đà Nẵng',
    words: OLD,
    shows: ['tcns-service-guide', 'title'],
  },
  {
    name: 'dashboard',
    title: 'Bảng tổng hợp',
    area: 'ca nuoc',
    words: OLD,
    shows: ['tcns-dashboard tcns-kpi-card', 'value'],
  },
  { name: 'stat', title: 'Con số', area: 'da nang', words: OLD, shows: ['tcns-stat', 'value'] },
];
const CARD =
  '<!-- wp:tcns-widgets/kpi-card {"indicator":"members","area":"48@2008"} -->\n<p class="wp-block-tcns-widgets-kpi-card">Đà Nẵng có hơn 15.000 thành viên tổ.</p>\n<!-- /wp:tcns-widgets/kpi-card -->';

let passed = 0;
const broken = [];
let shown = {};

/** Runs a step; the picture of what is open stays where it fails. */
async function step(name, run) {
  const since = Date.now();
  try {
    await run();
    passed++;
    console.log(`✔ ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
  } catch (error) {
    broken.push(name);
    console.log(
      `✘ ${name}\n  ${String(error.stack ?? error)
        .split('\n')
        .slice(0, 8)
        .join('\n  ')}`,
    );
    const file = join(failures, `${broken.length}.png`);
    await shown.page?.screenshot({ path: file }).catch(() => undefined);
  }
}

const shoot = async (page, name, options = {}) => {
  if (values.shots) await page.screenshot({ path: join(values.shots, `${name}.png`), ...options });
};

const quoted = (value) =>
  `json_decode( base64_decode( '${Buffer.from(JSON.stringify(value)).toString('base64')}' ), true )`;
const contentOf = (site, id) => site.php(`echo get_post( ${id} )->post_content;`);
/** A published post of the author's, stored as WordPress stores an author's. */
const postOf = (site, title, content) =>
  JSON.parse(
    site.php(`wp_set_current_user( get_user_by( 'login', 'author' )->ID ); kses_init();
      $id = wp_insert_post( wp_slash( array( 'post_title' => ${quoted(title)}, 'post_content' => ${quoted(content)}, 'post_status' => 'publish' ) ) );
      echo wp_json_encode( array( 'id' => $id, 'link' => get_permalink( $id ) ) );`),
  );
const theme = (site, name) => site.php(`switch_theme( '${name}' );`);

async function administrator(browser, site) {
  await step(
    'From an installed plugin to the first published figure: at most 8 clicks',
    async () => {
      const admin = (shown = await by.logIn(browser, site, 'admin'));
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
      await by.insert(admin, 'Thẻ số liệu');
      await by.chooseArea(admin, canvas, 'da nang', OLD);
      assert.match(await by.figureIn(canvas, 'tcns-kpi-card'), /\d/);
      const { link } = await by.publish(admin);
      console.log(`  ${admin.clicks()} clicks`);
      assert.ok(admin.clicks() <= 8, `${admin.clicks()} clicks`);
      assert.deepEqual(admin.faults, []);
      await admin.close();
      const reader = (shown = await open(browser, link));
      assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
      await reader.close();
    },
  );
  await step(
    'A wrong address of the API is refused with a sentence and the former one stays',
    async () => {
      const admin = (shown = await by.logIn(browser, site, 'admin'));
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
    const author = (shown = await by.logIn(browser, site, 'author'));
    const answer = await author.page.goto(
      `${site.url}/wp-admin/options-general.php?page=tcns-widgets`,
    );
    assert.equal(answer.status(), 403);
    await author.close();
  });
}

async function author(browser, site) {
  const post = {};
  const writer = (shown = await by.logIn(browser, site, 'author'));
  const { page } = writer;
  let canvas = await by.newPost(writer, 'Mọi số liệu trên một trang');
  for (const widget of WIDGETS)
    await step(`An author inserts ${widget.name} by keyboard and sees it live`, async () => {
      await by.insert(writer, widget.title);
      if (widget.name === 'kpi-card') await shoot(page, 'choose-area');
      if (widget.area) await by.chooseArea(writer, canvas, widget.area, widget.words);
      const words = await by.figureIn(canvas, ...widget.shows);
      assert.ok(words.length > 0);
      if (widget.name === 'kpi-card') await shoot(page, 'live-preview');
      await page.waitForFunction(
        (name) => globalThis.wp.data.select('core/block-editor').getSelectedBlock()?.name === name,
        `tcns-widgets/${widget.name}`,
      );
      // The block has the focus again: Enter goes on below it.
      await page.keyboard.press('Enter');
    });
  await step(
    'The author publishes all of them, and the editor takes them back as valid',
    async () => {
      Object.assign(post, await by.publish(writer));
      assert.deepEqual(writer.faults, []);
      await page.reload();
      canvas = await by.canvasOf(writer);
      await by.figureIn(canvas, 'tcns-stat');
      assert.deepEqual(await by.invalidBlocks(writer), []);
    },
  );
  await step('The post holds a plain sentence for each block, made of the figure', () => {
    const content = contentOf(site, post.id);
    for (const { name } of WIDGETS.filter(({ name }) => name !== 'dashboard'))
      assert.match(
        content,
        new RegExp(`<p class="wp-block-tcns-widgets-${name}">[^<]{4,}</p>`),
        `${name}\n${content}`,
      );
    assert.doesNotMatch(content, /"api"|"src"/);
  });
  await step('A new title loses nothing of the blocks', async () => {
    const before = contentOf(site, post.id);
    const title = canvas.locator('.editor-post-title__input');
    await title.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' (bản sửa)');
    await by.save(writer);
    assert.equal(contentOf(site, post.id), before);
    assert.match(site.php(`echo get_post( ${post.id} )->post_title;`), /bản sửa/);
  });
  await step('The editor asks for no more than one figure needs', async () => {
    const { id } = postOf(site, 'Một thẻ', CARD);
    const asked = [];
    const listen = (request) => {
      const { pathname } = new URL(request.url());
      if (/\/tcns\/v1\/|plugins\/tcns-widgets\//.test(pathname))
        asked.push(pathname.replace(/.*\/(tcns\/v1|tcns-widgets)\//, ''));
    };
    page.on('request', listen);
    await page.goto(`${site.url}/wp-admin/post.php?post=${id}&action=edit`);
    await by.figureIn(await by.canvasOf(writer), 'tcns-kpi-card');
    page.off('request', listen);
    console.log(`  ${asked.join(', ')}`);
    const figures = asked.filter(
      (path) =>
        path.startsWith('observations/') ||
        path.startsWith('areas/') ||
        path.startsWith('campaigns/'),
    );
    assert.deepEqual(figures, ['observations/48@2008.json']);
    assert.equal(
      new Set(asked).size,
      asked.length -
        asked.filter((path) => /\.css$/.test(path)).length +
        new Set(asked.filter((path) => /\.css$/.test(path))).size,
      `asked twice: ${asked.join()}`,
    );
  });
  await step('An area without figures in today’s edition offers the former one', async () => {
    canvas = await by.newPost(writer, 'Địa bàn cũ');
    await by.insert(writer, 'Thẻ số liệu');
    await by.chooseArea(writer, canvas, 'thanh pho da nang', NEW);
    const button = canvas.locator('.components-notice button').first();
    await button.waitFor();
    await button.press('Enter');
    assert.match(await by.figureIn(canvas, 'tcns-kpi-card'), /\d/);
  });
  await step('Words with & and < of an author stay as written', async () => {
    const words = 'Tổ "A" & B < C > D';
    const fields = async () => {
      await page.waitForFunction(() => {
        const { select, dispatch } = globalThis.wp.data;
        const [first] = select('core/block-editor').getBlocks();
        if (first) dispatch('core/block-editor').selectBlock(first.clientId);
        return !!first;
      });
      await page.getByRole('button', { name: 'Cách hiển thị' }).click();
      return ['Tiêu đề riêng', 'Câu văn'].map((label) => page.getByLabel(label, { exact: true }));
    };
    for (const field of await fields()) await field.fill(words);
    const { id, link } = await by.publish(writer);
    await page.goto(`${site.url}/wp-admin/post.php?post=${id}&action=edit`);
    canvas = await by.canvasOf(writer);
    await by.figureIn(canvas, 'tcns-kpi-card');
    assert.deepEqual(await by.invalidBlocks(writer), []);
    for (const field of await fields()) assert.equal(await field.inputValue(), words);
    const reader = await open(browser, link);
    assert.equal(await by.figureIn(reader.page, 'tcns-kpi-card', 'title'), words);
    assert.equal(await reader.page.locator('tcns-kpi-card > p').textContent(), words);
    await reader.close();
  });
  await transforms(writer);
  await writer.close();
  return post;
}

const SCRIPT = '<script src="https://example.org/tcns/tcns.js"></script>';
const FORMS = {
  'the pasted tag':
    '<tcns-kpi-card area="48@2008" indicator="members" lang="vi">Câu của báo.</tcns-kpi-card>',
  'the pasted placeholder':
    '<div data-tcns="kpi-card" data-area="48@2008" data-indicator="members"><a href="https://example.org/tcns/embed.html?widget=kpi-card">Câu của báo.</a></div>',
  'the pasted blockquote':
    '<blockquote data-tcns="kpi-card" data-area="48@2008" data-indicator="members"><p>Câu của báo.</p></blockquote>',
};

async function transforms({ page, site }) {
  await page.goto(`${site.url}/wp-admin/post-new.php`);
  await by.canvasOf({ page });
  const wanted = {
    name: 'tcns-widgets/kpi-card',
    area: '48@2008',
    indicator: 'members',
    sentence: 'Câu của báo.',
  };
  const read = (blocks) =>
    blocks.map(({ name, attributes: { area, indicator, sentence } }) => ({
      name,
      area,
      indicator,
      sentence,
    }));
  for (const [name, code] of Object.entries(FORMS))
    await step(`${name[0].toUpperCase()}${name.slice(1)} becomes the block`, async () => {
      // WordPress takes a tag alone on one line for words: it is pasted with its script, as the builder writes it.
      const typed = code.startsWith('<tcns-') ? `${SCRIPT}\n\n${code}` : code;
      const made = await page.evaluate(
        ([text, code]) => {
          const { blocks } = globalThis.wp;
          const plain = ({ name, attributes }) => ({ name, attributes: { ...attributes } });
          return {
            html: blocks.pasteHandler({ HTML: code, plainText: '' }).map(plain),
            plain: blocks.pasteHandler({ HTML: '', plainText: text }).map(plain),
          };
        },
        [typed, code],
      );
      assert.deepEqual(read(made.html), [wanted]);
      assert.deepEqual(read(made.plain), [wanted]);
    });
  const from = {
    'A Custom HTML block with script and tag': [
      'core/html',
      {
        content: `${SCRIPT}\n\n${FORMS['the pasted tag']}`,
      },
    ],
    'A Custom HTML block with a placeholder': [
      'core/html',
      { content: FORMS['the pasted placeholder'] },
    ],
    'A paragraph that is a link': [
      'core/paragraph',
      {
        content:
          '<a href="https://example.org/tcns/embed.html?widget=kpi-card&amp;area=48@2008&amp;indicator=members">Câu của báo.</a>',
      },
    ],
  };
  for (const [name, [block, attributes]] of Object.entries(from))
    await step(`${name} can be changed into the block`, async () => {
      const made = await page.evaluate(
        ([type, given]) => {
          const { blocks } = globalThis.wp;
          const one = blocks.createBlock(type, given);
          const offers = blocks
            .getPossibleBlockTransformations([one])
            .map(({ name }) => name)
            .filter((offer) => offer.startsWith('tcns'));
          return {
            offers,
            blocks: blocks
              .switchToBlockType(one, 'tcns-widgets/kpi-card')
              .map(({ name, attributes }) => ({ name, attributes: { ...attributes } })),
          };
        },
        [block, attributes],
      );
      assert.deepEqual(made.offers, ['tcns-widgets/kpi-card']);
      assert.deepEqual(read(made.blocks), [wanted]);
    });
  await step(
    'A paragraph of other text is not offered the blocks, nor one with a figure inside it',
    async () => {
      const offers = await page.evaluate(() => {
        const { blocks } = globalThis.wp;
        return [
          'Một câu.',
          'Trước <a href="https://example.org/embed.html?widget=kpi-card&amp;area=vn">câu</a> sau.',
        ].flatMap((content) =>
          blocks
            .getPossibleBlockTransformations([blocks.createBlock('core/paragraph', { content })])
            .map(({ name }) => name)
            .filter((name) => name.startsWith('tcns')),
        );
      });
      assert.deepEqual(offers, []);
    },
  );
}

async function readers(browser, site, kind, all) {
  const wide = postOf(
    site,
    'Khối rộng',
    `<!-- wp:paragraph -->\n<p>Một đoạn văn của bài báo.</p>\n<!-- /wp:paragraph -->\n\n${CARD}\n\n${CARD.replace('"area"', '"align":"wide","area"').replace('class="', 'class="alignwide ')}`,
  );
  for (const width of [1200, 360])
    await step(`${kind}: the figure stands in the article’s column at ${width} px`, async () => {
      const reader = (shown = await open(browser, wide.link, { width }));
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
    const reader = (shown = await open(browser, all.link));
    for (const { shows } of WIDGETS) assert.ok(await by.figureIn(reader.page, ...shows));
    assert.deepEqual(reader.faults, []);
    await reader.close();
  });
  await step(`${kind}: without JavaScript the sentences are read`, async () => {
    const reader = (shown = await open(browser, wide.link, { javaScriptEnabled: false }));
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

async function elsewhere(browser, site, wide) {
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
    const reader = (shown = await open(browser, link));
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
    const reader = (shown = await open(browser, link));
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
    const reader = (shown = await open(browser, link));
    assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
    await reader.close();
  });
  await step(
    'The address is a page with an oEmbed document, and words in it are not shown',
    async () => {
      const reader = (shown = await open(
        browser,
        `${address}&heading=Bịa&api=https://example.org/`,
      ));
      assert.match(await by.figureIn(reader.page, 'tcns-kpi-card'), /\d/);
      assert.doesNotMatch(await reader.page.content(), /Bịa<|example\.org\/"/);
      const oembed = await reader.page.getAttribute('link[type="application/json+oembed"]', 'href');
      const answer = await (await fetch(oembed)).json();
      assert.equal(answer.type, 'rich');
      assert.match(
        answer.html,
        /^<blockquote class="wp-embedded-content"><a href="[^"]+">[^<]+<\/a><\/blockquote><iframe [^>]*sandbox="allow-scripts/,
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
      const reader = (shown = await open(browser, wide.link));
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
      const reader = (shown = await open(browser, link));
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

async function ends(browser, site, all, wide) {
  await step('Export and import as an author give the same blocks', () => {
    const before = contentOf(site, all.id);
    const copy = site.php(`
      require_once ABSPATH . 'wp-admin/includes/export.php';
      ob_start(); export_wp( array( 'content' => 'post' ) ); $wxr = ob_get_clean();
      $xml = new SimpleXMLElement( $wxr );
      foreach ( $xml->channel->item as $item ) {
        $wp = $item->children( 'wp', true );
        if ( (int) $wp->post_id !== ${all.id} ) { continue; }
        wp_set_current_user( get_user_by( 'login', 'author' )->ID ); kses_init();
        $id = wp_insert_post( wp_slash( array( 'post_title' => 'Nhập lại', 'post_status' => 'publish', 'post_content' => (string) $item->children( 'content', true )->encoded ) ) );
        echo "\\n<copy>", get_post( $id )->post_content;
      }`);
    assert.equal(copy.slice(copy.indexOf('<copy>') + 6), before);
  });
  await step(
    'With the plugin off readers keep the sentences, and with it on again the figures',
    async () => {
      const before = contentOf(site, wide.id);
      site.php(`deactivate_plugins( '${PLUGIN}' );`);
      const reader = (shown = await open(browser, wide.link));
      assert.match(
        await reader.page.locator('body').innerText(),
        /Đà Nẵng có hơn 15\.000 thành viên tổ\./,
      );
      assert.equal(await reader.page.locator('tcns-kpi-card, script[src*="tcns"]').count(), 0);
      await reader.close();
      const writer = (shown = await by.logIn(browser, site, 'author'));
      await writer.page.goto(`${site.url}/wp-admin/post.php?post=${wide.id}&action=edit`);
      const title = (await by.canvasOf(writer)).locator('.editor-post-title__input');
      await title.focus();
      await writer.page.keyboard.press('End');
      await writer.page.keyboard.type(' 2');
      await by.save(writer);
      assert.equal(contentOf(site, wide.id), before);
      site.php(`activate_plugin( '${PLUGIN}' );`);
      await writer.page.reload();
      await by.figureIn(await by.canvasOf(writer), 'tcns-kpi-card');
      assert.deepEqual(await by.invalidBlocks(writer), []);
      await writer.close();
    },
  );
  await step('Uninstalling leaves no option', () => {
    const left = site.php(`
      deactivate_plugins( '${PLUGIN}' );
      uninstall_plugin( '${PLUGIN}' );
      echo "\\n", $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->options} WHERE option_name LIKE '%tcns%'" );`);
    assert.equal(left.trim().split('\n').pop(), '0');
  });
  await step('Uninstalling leaves no option on any site of a network', () => {
    site.becomeNetwork();
    const left = site.php(`
      $sites = array( 1 );
      foreach ( array( 'hai', 'ba' ) as $name ) {
        $sites[] = wpmu_create_blog( DOMAIN_CURRENT_SITE, "/$name/", $name, 1 );
      }
      foreach ( $sites as $id ) { switch_to_blog( $id ); update_option( 'tcns_widgets', array( 'api' => '/tcns/v1' ) ); restore_current_blog(); }
      activate_plugin( '${PLUGIN}', '', true );
      deactivate_plugins( '${PLUGIN}', true, true );
      uninstall_plugin( '${PLUGIN}' );
      foreach ( $sites as $id ) { switch_to_blog( $id ); $found[] = get_option( 'tcns_widgets', 'none' ); restore_current_blog(); }
      echo "\n", wp_json_encode( $found ), count( $sites );`);
    assert.equal(left.trim().split('\n').pop(), '["none","none","none"]3');
  });
  await step('PHP complained about nothing of the plugin', () =>
    assert.deepEqual(site.complaints(), []),
  );
}

const started = Date.now();
/** The WordPress of a suite; undefined where the mirror does not have it. */
function fetched(suite) {
  try {
    return wordpressOf(suite);
  } catch (error) {
    console.log(
      `test:wordpress: ${suite} not run, its packages cannot be had (${error.message.split('\n')[0]})`,
    );
    return undefined;
  }
}
const systems = (values.suite ? [values.suite] : SUITES).map(fetched).filter(Boolean);
if (systems.length === 0) {
  console.log('0 passed, 0 failed');
  exit(0);
}
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
const database = await startDatabase();
try {
  for (const [index, system] of systems.entries()) {
    const site = await startSite(database, system, `site${index}`);
    try {
      console.log(`WordPress ${site.version}`);
      await administrator(browser, site);
      const all = await author(browser, site);
      const wide = await readers(browser, site, 'block theme', all);
      theme(site, 'classic-theme');
      await readers(browser, site, 'classic theme', all);
      await elsewhere(browser, site, wide);
      await ends(browser, site, all, wide);
    } finally {
      site.stop();
    }
  }
} catch (error) {
  broken.push('the run itself');
  console.error(error);
} finally {
  await browser.close();
  await database.stop();
}
if (env.TCNS_COUNTS)
  writeFileSync(env.TCNS_COUNTS, JSON.stringify({ passed, failed: broken.length }));
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${passed} passed, ${broken.length} failed`);
exit(broken.length > 0 ? 1 : 0);
