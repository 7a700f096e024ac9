/**
 * The host pages, as data. Each has
 *   name      as the table shows it
 *   html      the page, or `parts` of `hostPage`
 *   headers   what the server sends with it
 *   like      the clean page whose look the widgets must have: `clean` (default), `180`, `dark`
 *   expect    `same` (default), `fallback`, or by widget; `own` where the page has the name itself
 *   act       what a reader or the page does (`tab`, `frame`: Playwright's), before looking
 *   host      runs inside the page: '' where its own behaviour is intact, else what is broken
 *   after     the same, with Playwright's `tab` and `frame`
 *   notes     what the console must say; `allow`: `{ console, csp }` what it may complain of, with a reason
 *   requests  how often one document may be asked for (1)
 *   needs     a library that may be absent
 *   control   columns that must FAIL: the suite's own check that it sees faults
 */
import { arrivalPages } from './pages.arrivals.mjs';
import { domPages } from './pages.dom.mjs';
import { modernPages } from './pages.modern.mjs';
import { policyPages } from './pages.policy.mjs';
import { scriptPages } from './pages.scripts.mjs';
import { stylePages } from './pages.style.mjs';
import { box, css, hostPage, js, openTables } from './host-page.mjs';

/** What the others are compared with. */
export const references = [
  { name: 'clean', key: 'clean' },
  {
    name: 'clean, 180 px',
    key: '180',
    parts: { body: box(undefined, ' class="w180"') },
  },
  { name: 'clean, tables open', key: 'open', act: openTables },
  { name: 'clean, dark', key: 'dark', parts: { head: css(':root{color-scheme:dark}') } },
];

const controls = [
  {
    name: 'control: a token of the page changes the look',
    parts: { head: css(':root{--tcns-radius:24px}') },
    control: ['kpi-card', 'coverage-map'],
  },
  {
    name: 'control: a script of the page throws',
    parts: { head: js('setTimeout(function(){throw new Error("host")})') },
    control: ['console'],
  },
  {
    name: 'control: an inline style is refused',
    headers: { 'Content-Security-Policy': "style-src 'self'" },
    parts: { head: css('b{color:red}') },
    control: ['console', 'csp'],
  },
  {
    name: 'control: a document is asked for twice',
    parts: { head: js('fetch("/api/v1/observations/48@2008.json")') },
    control: ['requests'],
  },
  {
    name: 'control: no script, no widget',
    parts: { script: '' },
    control: ['kpi-card', 'stat', 'dashboard'],
  },
  {
    name: 'control: the host is broken',
    host: () => 'broken',
    control: ['host'],
  },
];

const NAMES = new Set();
export const pages = [
  ...references,
  ...stylePages,
  ...domPages,
  ...arrivalPages,
  ...scriptPages,
  ...policyPages,
  ...modernPages,
  ...controls,
].map((page) => {
  if (NAMES.has(page.name)) throw new Error(`two pages are called ${page.name}`);
  NAMES.add(page.name);
  return { ...page, html: page.html ?? hostPage(page.parts) };
});
