/** The author writes posts with every widget, by keyboard. */
import assert from 'node:assert/strict';
import * as by from './editor.mjs';
import { contentOf, postOf } from './posts.mjs';
import { open } from './reader.mjs';
import { step, shoot, watched } from './steps.mjs';
import { transforms } from './transforms.mjs';
import { NEW, OLD, WIDGETS, CARD } from './widgets.mjs';

export async function author(browser, site) {
  const post = {};
  const writer = watched(await by.logIn(browser, site, 'author'));
  const { page } = writer;
  let canvas = await by.newPost(writer, 'Mọi số liệu trên một trang');
  for (const widget of WIDGETS)
    await step(`An author inserts ${widget.name} by keyboard and sees it live`, async () => {
      await by.insert(writer, canvas, widget.title);
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
  await step('A list of areas that comes late keeps the area that is selected', async () => {
    let release;
    const isLetGo = new Promise((done) => (release = done));
    const lists = /\/tcns\/v1\/areas\/20\d\d\.json$/;
    await page.route(lists, async (route) => {
      await isLetGo;
      await route.continue();
    });
    canvas = await by.newPost(writer, 'Danh sách đến muộn');
    await by.insert(writer, canvas, 'Thẻ số liệu');
    await by.selectArea(writer, canvas, 'da nang', OLD);
    release();
    // A ward of the list, which the editor does not know by itself.
    await canvas.locator('[role="option"]', { hasText: 'Hải Vân' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => globalThis.wp.data.select('core/block-editor').getBlocks()[0].attributes.area,
    );
    const area = await page.evaluate(
      () => globalThis.wp.data.select('core/block-editor').getBlocks()[0].attributes.area,
    );
    assert.equal(area, '48@2008');
    await by.figureIn(canvas, 'tcns-kpi-card');
    await page.unroute(lists);
  });
  await step('An area without figures in today’s edition offers the former one', async () => {
    canvas = await by.newPost(writer, 'Địa bàn cũ');
    await by.insert(writer, canvas, 'Thẻ số liệu');
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
