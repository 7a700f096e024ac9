/* global document -- inside the page */
/** What an author does in WordPress' block editor, with the clicks counted. */

const CANVAS = 'iframe[name="editor-canvas"]';

/** A page of a user who is logged in. */
export async function logIn(browser, site, user) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'vi',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults = [];
  // Errors of the plugin: WordPress has some of its own, now and then, while it saves.
  page.on('pageerror', (error) => {
    if (/tcns-widgets/.test(error.stack ?? '')) faults.push(error.stack);
    else console.log(`  (WordPress itself: ${error.message})`);
  });
  // The form is posted, not typed, because the script of that page moves the focus while one types.
  const form = `${site.url}/wp-login.php`;
  // The answer to the first request sets the cookie by which WordPress tests whether cookies are taken.
  await context.request.get(form);
  const answer = await context.request.post(form, {
    form: { log: user, pwd: user, testcookie: '1' },
    maxRedirects: 0,
    timeout: 60_000,
  });
  const cookies = await context.cookies(site.url);
  if (!cookies.some(({ name }) => name.startsWith('wordpress_logged_in_')))
    throw new Error(`WordPress did not log ${user} in: ${answer.status()} ${await answer.text()}`);
  let clicks = 0;
  return {
    page,
    faults,
    site,
    clicks: () => clicks,
    click: async (target) => {
      clicks++;
      await (typeof target === 'string' ? page.locator(target).first() : target).click();
    },
    close: () => context.close(),
  };
}

/** The canvas: a frame where WordPress makes one, else the page. */
export async function canvasOf({ page }) {
  await page.waitForSelector(`${CANVAS}, .editor-styles-wrapper`);
  const frame = await page.$(CANVAS);
  return frame ? await frame.contentFrame() : page;
}

/** A new post with a title; the cursor stands in the empty paragraph below it. */
export async function newPost(author, title) {
  await author.page.goto(`${author.site.url}/wp-admin/post-new.php`);
  return writeTitle(author, title);
}

export async function writeTitle(author, title) {
  const canvas = await canvasOf(author);
  const field = canvas.locator('.editor-post-title__input');
  await field.waitFor();
  await field.focus();
  await author.page.keyboard.type(title);
  await author.page.keyboard.press('Enter');
  return canvas;
}

/**
 * The cursor in an empty paragraph at the end, wherever it was: what an earlier step left half done is not written into.
 * Where the last paragraph is empty and has the cursor, nothing is changed.
 */
export async function goToEnd({ page }, canvas) {
  const hasCursor = () => {
    const last = [...document.querySelectorAll('[data-block]')].pop();
    return (
      last?.dataset.type === 'core/paragraph' &&
      last.contains(document.activeElement) &&
      last.textContent.replace(/\uFEFF/g, '').trim() === ''
    );
  };
  await canvas.waitForSelector('[data-block]');
  if (await canvas.evaluate(hasCursor)) return;
  await page.evaluate(() => {
    const { blocks, data } = globalThis.wp;
    data.dispatch('core/block-editor').insertBlock(blocks.createBlock('core/paragraph'));
  });
  await canvas.waitForFunction(hasCursor);
}

/** Inserts a block by typing "/" and its name, below everything. */
export async function insert(author, canvas, name) {
  const { page } = author;
  await goToEnd(author, canvas);
  await page.keyboard.type(`/${name}`);
  // The list is that of the letters so far: Enter takes what is selected, which may still be "Buttons".
  await page
    .locator('.components-autocomplete__result[aria-selected="true"]', { hasText: name })
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Types into the list of areas, which has the focus, and goes to the one whose words match. */
export async function selectArea({ page }, canvas, text, words) {
  const input = canvas.locator('.tcns-widgets-choices input[role="combobox"]').first();
  await input.waitFor();
  if (!(await input.evaluate((field) => field === field.ownerDocument.activeElement)))
    throw new Error('the list of areas has not the focus');
  await page.keyboard.type(text);
  await canvas.locator('[role="option"]', { hasText: words }).first().waitFor();
  const selected = canvas.locator('[role="option"][aria-selected="true"]');
  for (let presses = 0; presses < 8; presses++) {
    await selected.waitFor();
    if (words.test(await selected.innerText())) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no area of ${words} can be selected`);
}

/** Types into the list of areas, which has the focus, and takes the one whose words match. */
export async function chooseArea(author, canvas, text, words) {
  await selectArea(author, canvas, text, words);
  // The API's list may come now: what is selected stays selected.
  await author.page.keyboard.press('Enter');
}

/** The words of a part of a widget, once it has some. */
export async function figureIn(frame, tag, part = 'value') {
  const handle = await frame.waitForFunction(
    ([name, wanted]) => {
      const found = [...document.querySelectorAll(name)]
        .pop()
        ?.shadowRoot?.querySelector(`[part~="${wanted}"]`);
      return found?.textContent?.trim().replace(/\s+/g, ' ') || false;
    },
    [tag, part],
    { timeout: 12_000 },
  );
  return handle.jsonValue();
}

/** Publishes; the answer is the post's address. */
export async function publish(author) {
  const { page } = author;
  await author.click('.editor-post-publish-button__button');
  await page.locator('.editor-post-publish-panel .editor-post-publish-button').waitFor();
  await author.click('.editor-post-publish-panel .editor-post-publish-button');
  await page
    .locator('.editor-post-publish-panel__postpublish, .components-snackbar')
    .first()
    .waitFor();
  return page.evaluate(() => {
    const { select } = globalThis.wp.data;
    return {
      id: select('core/editor').getCurrentPostId(),
      link: select('core/editor').getPermalink(),
    };
  });
}

/** Saves a post that is published already. */
export async function save({ page }) {
  await page.keyboard.press('Control+s');
  await page.waitForFunction(() => {
    const editor = globalThis.wp.data.select('core/editor');
    return (
      !editor.isSavingPost() && editor.didPostSaveRequestSucceed() && !editor.isEditedPostDirty()
    );
  });
}

/** The blocks whose saved markup the editor does not accept. */
export const invalidBlocks = ({ page }) =>
  page.evaluate(() =>
    globalThis.wp.data
      .select('core/block-editor')
      .getBlocks()
      .filter((block) => !block.isValid || block.name === 'core/missing')
      .map((block) => block.name),
  );
