/* global document, innerWidth -- inside the page */
/** What a reader sees of a post. */

/** Opens a page at a width. */
export async function open(browser, address, { width = 1200, javaScriptEnabled = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled,
    locale: 'vi',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
      faults.push(message.text());
  });
  await page.goto(address);
  return { page, faults, close: () => context.close() };
}

/** Where an element and the column around it stand, in px. */
export const boxes = (page, tag) =>
  page.evaluate((name) => {
    const round = (element) => {
      const { left, right, height } = element.getBoundingClientRect();
      return { left: Math.round(left), right: Math.round(right), height: Math.round(height) };
    };
    const widget = document.querySelector(name);
    const column = widget.closest('.entry-content, .wp-block-post-content');
    const paragraph = column.querySelector(':scope > p');
    return {
      widget: round(widget),
      wrapper: round(widget.parentElement),
      column: round(paragraph ?? column),
      page: { width: innerWidth, scroll: document.documentElement.scrollWidth },
    };
  }, tag);
