/* global document, innerWidth -- inside the pages */
/**
 * A whole WordPress without our plugin, as the guide says: the script in the Header part (block theme) or in the
 * theme's own header, posts of an author and of an administrator with every form in a block "Custom HTML", and a reader
 * at two widths. Each sentence of the guide on roles and losses is asked of WordPress itself.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/test/run.mjs';
import { missing, SUITES, wordpressOf } from '../wordpress/packages.mjs';
import { contentOf, postOf, theme } from '../wordpress/posts.mjs';
import { startDatabase, startSite } from '../wordpress/site.mjs';
import { formsOf } from './forms.mjs';
import { WIDTHS } from './pictures.mjs';

const BOX = 'area="45@2008" indicator="members"';
const block = (html) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;
const paragraph = (text) =>
  `<!-- wp:paragraph -->\n<p>${text} ${'Bài báo nói về tổ công nghệ số cộng đồng. '.repeat(4)}</p>\n<!-- /wp:paragraph -->`;

/** What stands in a post, in the order in which it is read; a widget without a width of its own is compared with a figure. */
function bodyOf(forms, names, boxed) {
  const parts = names.flatMap((name) => [paragraph(`Dạng ${name}:`), block(forms[name])]);
  return [
    ...parts,
    paragraph('Hình của bài:'),
    block('<figure class="wp-block-image"><figcaption>Chú thích hình.</figcaption></figure>'),
    block(boxed),
    paragraph('Hết bài.'),
  ].join('\n\n');
}

const AUTHORS = ['div', 'blockquote', 'span', 'link'];
const ADMINISTRATORS = ['tag', ...AUTHORS, 'frame', 'fixed'];

/** The script where the guide says it belongs; both themes. */
function scriptInto(site) {
  const tag = `<script src="${site.url}/tcns/tcns.js" data-api="${site.url}/tcns/v1"></script>`;
  const save = (login) =>
    JSON.parse(
      site.php(`wp_set_current_user( get_user_by( 'login', '${login}' )->ID ); kses_init();
        $get = rest_do_request( new WP_REST_Request( 'GET', '/wp/v2/template-parts/twentytwentyfive//header' ) );
        $request = new WP_REST_Request( 'POST', '/wp/v2/template-parts/twentytwentyfive//header' );
        $old = get_block_template( 'twentytwentyfive//header', 'wp_template_part' )->content;
        $request->set_body_params( array( 'content' => $old . base64_decode( '${Buffer.from(`\n\n${block(tag)}`).toString('base64')}' ) ) );
        $answer = rest_do_request( $request );
        echo wp_json_encode( array( 'status' => $answer->get_status(), 'code' => $answer->get_data()['code'] ?? '' ) );`),
    );
  assert.equal(save('editor').code, 'rest_cannot_manage_templates', 'an editor may not');
  assert.equal(save('admin').status, 200, 'an administrator may');
  const header = join(site.home, 'wp-content/themes/classic-theme/index.php');
  const text = readFileSync(header, 'utf8');
  assert.ok(text.includes('<?php wp_head(); ?>'));
  writeFileSync(header, text.replace('<?php wp_head(); ?>', `${tag}\n<?php wp_head(); ?>`));
}

const LOST = /<tcns-|<iframe|<script/;
/** The sentences of the guide on roles and losses. */
function asksGuide(site, post, content) {
  const can = (login) =>
    site.php(
      `echo user_can( get_user_by( 'login', '${login}' ), 'unfiltered_html' ) ? 'yes' : 'no';`,
    );
  assert.deepEqual(['admin', 'editor', 'author'].map(can), ['yes', 'yes', 'no'], 'roles');
  // By what is in the file, as an upload is looked at.
  for (const name of ['tcns-all.js', 'v1/bundle.json'])
    assert.equal(
      site.php(
        `wp_set_current_user( get_user_by( 'login', 'admin' )->ID ); $file = '${site.home}/tcns/${name}'; echo is_file( $file ) ? wp_check_filetype_and_ext( $file, basename( $file ) )['ext'] : 'no file';`,
      ),
      '',
      `the library refuses ${name}`,
    );
  // The post of an administrator, whose title an author changes.
  assert.match(content, LOST);
  site.php(`wp_update_post( array( 'ID' => ${post.id}, 'post_author' => get_user_by( 'login', 'author' )->ID ) );
    wp_set_current_user( get_user_by( 'login', 'author' )->ID ); kses_init();
    $request = new WP_REST_Request( 'POST', '/wp/v2/posts/${post.id}' );
    $request->set_body_params( array( 'title' => 'Tên mới', 'content' => get_post( ${post.id} )->post_content ) );
    rest_do_request( $request );`);
  const after = contentOf(site, post.id);
  assert.doesNotMatch(after, LOST, 'an author’s change takes an administrator’s tags');
  assert.equal((after.match(/data-tcns=/g) ?? []).length, 3, 'placeholders stay');
}

/** Opens the post, and looks at what a reader sees. */
async function read(browser, { link, forms, width, picture }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi' });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  try {
    await page.goto(link);
    const isShown = (one) => one.locator('[part="value"]').first().waitFor({ timeout: 20_000 });
    const wanted = forms.filter((name) => !/frame|fixed/.test(name)).length;
    const cards = page.locator(
      '.entry-content tcns-kpi-card, .wp-block-post-content tcns-kpi-card',
    );
    await cards.nth(wanted - 1).waitFor({ timeout: 20_000 });
    assert.equal(await cards.count(), wanted, 'a card for each form');
    for (const card of await cards.all()) await isShown(card);
    if (forms.includes('frame')) {
      for (const frame of await page.locator('iframe').all()) await frame.scrollIntoViewIfNeeded();
      for (const address of ['embed.html?', 'embed/da-nang.html'])
        await isShown(page.frameLocator(`iframe[src*="${address}"]`).locator('tcns-kpi-card'));
    }
    await page.locator('tcns-ranking [part="footer"]').waitFor({ timeout: 20_000 });
    const seen = await page.evaluate(() => {
      const boxOf = (selector) => {
        const { left, right } = document.querySelector(selector).getBoundingClientRect();
        return [Math.round(left), Math.round(right)];
      };
      const all = [...document.querySelectorAll('tcns-kpi-card, tcns-ranking, iframe')];
      return {
        figure: boxOf('figure.wp-block-image'),
        widget: boxOf('tcns-ranking'),
        frames: [...document.querySelectorAll('iframe')].map((one) => {
          const { left, right } = one.getBoundingClientRect();
          return [Math.round(left), Math.round(right)];
        }),
        widest: Math.max(...all.map((one) => one.getBoundingClientRect().right)),
        scroll: document.documentElement.scrollWidth,
        width: innerWidth,
      };
    });
    assert.deepEqual(seen.widget, seen.figure, 'the box is that of a figure');
    for (const [left, right] of seen.frames)
      assert.ok(left >= seen.figure[0] && right <= seen.figure[1], `a frame at ${left}–${right}`);
    assert.ok(seen.widest <= seen.width && seen.scroll <= seen.width, JSON.stringify(seen));
    await picture(page);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

/**
 * The checks, by their name; the reason why there are none.
 *
 * @param looks - `{ browser, files, picture(page, name, width) }`; `files` makes the files of a fixed page for a base
 */
export async function wordpressSite(_, { browser, files, picture }) {
  const lack = missing();
  if (lack) return { notRun: lack };
  const checks = [];
  const check = async (name, run) => {
    try {
      await run();
      checks.push({ name });
    } catch (error) {
      checks.push({ name, fault: error.message.split('\n').slice(0, 4).join(' ') });
    }
  };
  const database = await startDatabase();
  try {
    for (const [index, suite] of SUITES.entries()) {
      const site = await startSite(database, wordpressOf(suite), `forms${index}`, {
        plugin: false,
      });
      try {
        cpSync(join(root, 'dist/cdn'), join(site.home, 'tcns'), { recursive: true });
        const base = `${site.url}/tcns/`;
        for (const [path, text] of Object.entries(files(base))) writeInto(site.home, path, text);
        writeFileSync(join(site.home, 'tcns/embed.config.json'), '{"api":"/tcns/v1"}');
        site.php(
          `wp_insert_user( array( 'user_login' => 'editor', 'user_pass' => 'editor', 'role' => 'editor', 'user_email' => 'editor@example.org' ) );`,
        );
        const title = `WordPress ${site.version}`;
        await check(`${title}: the script goes into the Header part, by an administrator`, () =>
          scriptInto(site),
        );
        const forms = formsOf(base);
        const placeholder = `<div data-tcns="ranking" ${BOX.replace(/(\w+)=/g, 'data-$1=')}><a href="/">Xếp hạng</a></div>`;
        const author = postOf(site, 'Bài của tác giả', bodyOf(forms, AUTHORS, placeholder));
        const content = bodyOf(forms, ADMINISTRATORS, `<tcns-ranking ${BOX}></tcns-ranking>`);
        const asAdmin = { ...site, php: (code) => site.php(code.replace("'author'", "'admin'")) };
        const administrator = postOf(asAdmin, 'Bài của quản trị viên', content);
        const posts = [
          ['author', author.link, AUTHORS],
          ['administrator', administrator.link, ADMINISTRATORS],
        ];
        for (const kind of ['twentytwentyfive', 'classic-theme']) {
          theme(site, kind);
          for (const [who, link, names] of posts)
            for (const width of WIDTHS)
              await check(`${title}, ${kind}, ${who}’s post at ${width} px`, () =>
                read(browser, {
                  link,
                  forms: names,
                  width,
                  picture: (page) => picture(page, `${title} ${kind} ${who}`, width),
                }),
              );
        }
        await check(`${title}: what the guide says of roles, uploads and an author’s change`, () =>
          asksGuide(site, administrator, content),
        );
      } finally {
        site.stop();
      }
    }
  } finally {
    await database.stop();
  }
  return { checks };
}

function writeInto(home, path, text) {
  const file = join(home, 'tcns', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}
