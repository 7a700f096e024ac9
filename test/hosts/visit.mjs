/* global document -- inside the page */
/** Opens one host page as a reader who was never here, and says what is wrong on it. */
import { join } from 'node:path';
import { differences, fallbacks, look, parseLook } from './look.mjs';
import { NAMES, WIDGETS } from './widgets.mjs';

const PATIENCE = 15_000;
const STEP = 150;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What each widget of a page should be: `same`, `fallback`, `own`, `drawn`, `any`. */
function expectations({ expect = 'same', widgets = NAMES }) {
  const of = (name) => (typeof expect === 'string' ? expect : (expect[name] ?? 'same'));
  return Object.fromEntries(widgets.map((name) => [name, of(name)]));
}

/** Everything that a tab says and asks for while it is open. */
async function listen(tab) {
  const heard = { errors: [], notes: [], csp: [], requests: new Map() };
  tab.on('console', (message) => {
    const [type, text] = [message.type(), message.text()];
    if (text.startsWith('__csp ')) heard.csp.push(text.slice(6));
    else if (type === 'error') heard.errors.push(`${text} ${message.location().url ?? ''}`);
    else heard.notes.push(text);
  });
  tab.on('pageerror', (error) => heard.errors.push(`uncaught: ${error.message}`));
  tab.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) return;
    heard.requests.set(pathname, (heard.requests.get(pathname) ?? 0) + 1);
  });
  await tab.addInitScript(() => {
    const say = console.debug.bind(console);
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, sample } = event;
      say(`__csp ${violatedDirective}: ${blockedURI} ${sample} at ${sourceFile}`);
    });
  });
  return heard;
}

/** An https page without a certificate: what the server says, handed to the browser by hand. */
async function overHttps(context, port) {
  await context.route('https://portal.test/**', async (route) => {
    const url = new URL(route.request().url());
    const answer = await fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`);
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
}

/** The faults of the widgets that should look as on a clean page, once they do or time is up. */
async function compare(frame, names, wanted) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const looks = parseLook(await frame.evaluate(look, names));
    const faults = Object.fromEntries(
      names.map((name) => [
        name,
        (looks[name] ?? [undefined]).flatMap((one) => differences(one, wanted[name])),
      ]),
    );
    const failing = names.filter((name) => faults[name].length > 0);
    if (failing.length === 0 || Date.now() > end) return faults;
    await wait(STEP);
  }
}

/** The look of a clean page: what stays the same for a while, with the words that it must have. */
async function reference(frame) {
  const end = Date.now() + 2 * PATIENCE;
  let [before, same] = ['', 0];
  for (;;) {
    const answer = await frame.evaluate(look, NAMES);
    const looks = parseLook(answer);
    const missing = NAMES.filter((name) => {
      const texts = (looks[name]?.[0] ?? []).map(({ text }) => text).join(' ');
      return !WIDGETS[name].says.test(texts);
    });
    same = answer === before && missing.length === 0 ? same + 1 : 0;
    before = answer;
    if (same >= 6) return { looks: Object.fromEntries(NAMES.map((n) => [n, looks[n][0]])), missing };
    if (Date.now() > end) {
      const all = Object.fromEntries(NAMES.map((n) => [n, looks[n]?.[0] ?? []]));
      return { looks: all, missing: missing.length > 0 ? missing : ['rest'] };
    }
    await wait(STEP);
  }
}

async function drawn(frame, names) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const looks = parseLook(await frame.evaluate(look, names));
    const lost = names.filter((name) => {
      const texts = (looks[name]?.[0] ?? []).map(({ text }) => text).join(' ');
      return !WIDGETS[name].says.test(texts);
    });
    if (lost.length === 0 || Date.now() > end) return lost;
    await wait(STEP);
  }
}

async function widgetFaults(page, frame, tab, expected, looks) {
  const of = (kind) => Object.keys(expected).filter((name) => expected[name] === kind);
  if (page.key) {
    const { looks: found, missing } = await reference(frame);
    looks[page.key] = found;
    return Object.fromEntries(missing.map((name) => [name, ['does not say what it should']]));
  }
  const faults = await compare(frame, of('same'), looks[page.like ?? 'clean']);
  for (const name of await drawn(frame, of('drawn'))) faults[name] = ['not drawn'];
  if (of('fallback').length > 0) {
    await tab.waitForLoadState('networkidle');
    const seen = (await frame.evaluate(fallbacks, of('fallback'))).split(' ');
    for (const name of of('fallback'))
      if (!seen.includes(name)) faults[name] = ['its fallback is not visible'];
  }
  return faults;
}

/** What the page itself says about its own behaviour. */
async function hostFaults(page, tab, frame) {
  const said = [
    page.host && (await frame.evaluate(page.host)),
    page.after && (await page.after(tab, frame)),
  ];
  return said.filter(Boolean);
}

function otherFaults({ allow = {}, notes = [], requests = 1 }, heard) {
  const not = (patterns = []) => (text) => !patterns.some((pattern) => pattern.test(text));
  const unsaid = notes.filter((pattern) => !heard.notes.some((text) => pattern.test(text)));
  return {
    console: [
      ...heard.errors.filter(not(allow.console)),
      ...unsaid.map((pattern) => `never said: ${pattern}`),
    ],
    csp: heard.csp.filter(not(allow.csp)),
    requests: [...heard.requests]
      .filter(([, times]) => times > requests)
      .map(([path, times]) => `${path}: ${times} requests`),
  };
}

/** @returns `{ page, expected, faults }`: faults by column of the table */
export async function visit(page, { browser, port, looks, shots }) {
  const expected = expectations(page);
  if (page.skip) return { page, expected, faults: {} };
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Higher than any page: under the window a chart waits, and a widget gives back room that it does not need.
    viewport: { width: 900, height: page.windowHeight ?? 24_000 },
    reducedMotion: 'reduce',
  });
  const faults = {};
  try {
    const tab = await context.newPage();
    const heard = await listen(tab);
    if (page.init) await tab.addInitScript(page.init);
    if (page.block) await context.route(page.block, (route) => route.abort('blockedbyclient'));
    if (page.origin?.startsWith('https:')) await overHttps(context, port);
    const origin = (page.origin ?? 'http://127.0.0.1:%PORT%').replace('%PORT%', port);
    await tab.goto(origin + page.path);
    // A frame that is moved in the page is another one.
    const frameNow = () => (page.frame ? tab.frames()[1] : tab.mainFrame());
    if (page.act) await page.act(tab, frameNow());
    const frame = frameNow();
    Object.assign(faults, await widgetFaults(page, frame, tab, expected, looks));
    if (shots) await tab.screenshot({ path: join(shots, `${page.id}.png`) });
    faults.host = await hostFaults(page, tab, frame);
    await tab.waitForLoadState('networkidle');
    Object.assign(faults, otherFaults(page, heard));
  } catch (error) {
    (faults.host ??= []).push(`the visit failed: ${error.message.split('\n')[0]}`);
  } finally {
    await context.close();
  }
  return { page, expected, faults };
}
