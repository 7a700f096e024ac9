/** A day in the life of a page: twenty widgets that poll, an API that fails half the time, hidden hours, removals. */
import { advance, pendingTimers, simulatedNow } from './clock.js';
import '../../src/register.js';

const HOUR = 3_600_000;
const WIDGETS = 20;
const DOCUMENTS = 10;
/** Hours of the run in which the page is in the background. */
const HIDDEN = [2, 3, 9, 10, 11, 17];

export interface Hour {
  readonly hour: number;
  readonly hidden: boolean;
  readonly requests: number;
  readonly failed: number;
  /** The most requests of one simulated second. */
  readonly burst: number;
  readonly timers: number;
  readonly elements: number;
}

export interface Day {
  readonly hours: readonly Hour[];
  /** Requests of a healthy API at these periods, without one failure. */
  readonly planned: number;
  readonly errors: readonly string[];
  readonly left: { readonly timers: number; readonly elements: number };
}

let state = 7;
const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;

let [requests, failed, second, inSecond, burst] = [0, 0, 0, 0, 0];
globalThis.fetch = (async (address: RequestInfo | URL) => {
  requests++;
  const at = Math.floor(simulatedNow() / 1000);
  inSecond = at === second ? inSecond + 1 : 1;
  second = at;
  burst = Math.max(burst, inSecond);
  await Promise.resolve();
  const kind = random();
  if (kind < 0.5) failed++;
  if (kind < 0.2) throw new TypeError('Failed to fetch');
  if (kind < 0.35) return new Response('busy', { status: 503, headers: { 'Retry-After': '1' } });
  if (kind < 0.45)
    return new Response('<html>login</html>', { headers: { 'Content-Type': 'text/html' } });
  if (kind < 0.5) return new Response('{"version":"1"}');
  return new Response(documentOf(String(address), at));
}) as typeof fetch;

function documentOf(address: string, at: number): string {
  const value = Math.floor(at / 600) + address.length;
  const areas = Object.fromEntries(
    ['01@2025', '48@2025', '79@2025'].map((id) => [id, { name: id, parent: 'vn' }]),
  );
  return JSON.stringify({
    version: '1',
    area: 'vn',
    areas: { vn: { name: 'Việt Nam', kind: 'country' }, ...areas },
    indicators: { teams: { name: 'Số tổ', unit: 'tổ' } },
    observations: ['vn', '01@2025', '48@2025', '79@2025'].flatMap((area) =>
      [2024, 2025, 2026].map((year) => ({
        area,
        indicator: 'teams',
        at: String(year),
        value: value + year,
      })),
    ),
  });
}

let hidden = false;
Object.defineProperty(Document.prototype, 'visibilityState', {
  get: () => (hidden ? 'hidden' : 'visible'),
});
function hide(now: boolean): void {
  hidden = now;
  document.dispatchEvent(new Event('visibilitychange'));
}

const errors: string[] = [];
addEventListener('error', ({ message }) => {
  if (!message.startsWith('ResizeObserver')) errors.push(message);
});
addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
console.warn = console.info = () => undefined;

const TAGS = ['kpi-card', 'stat', 'kpi-card', 'ranking', 'trend'];
const periodOf = (i: number): number => [60, 120, 300, 600, 900][i % 5] as number;
const grid = document.createElement('div');
grid.style.cssText = 'display:grid;grid-template-columns:repeat(5,220px);gap:4px';
document.body.append(grid);

function mount(i: number): void {
  const widget = document.createElement(`tcns-${TAGS[i % TAGS.length]}`);
  const attributes = {
    src: `/so-lieu-${i % DOCUMENTS}.json`,
    area: 'vn',
    indicator: 'teams',
    refresh: String(periodOf(i % DOCUMENTS)),
  };
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  grid.append(widget);
}

function elements(root: ParentNode = document): number {
  let count = 0;
  for (const element of root.querySelectorAll('*'))
    count += 1 + (element.shadowRoot ? elements(element.shadowRoot) : 0);
  return count;
}

const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));

/** Runs the day; `looked` is called at the end of each hour. */
export async function live(): Promise<Day> {
  const before = elements();
  for (let i = 0; i < WIDGETS; i++) mount(i);
  await frame();
  await frame();
  const hours: Hour[] = [];
  for (let hour = 0; hour < 24; hour++) {
    if (HIDDEN.includes(hour) !== hidden) hide(!hidden);
    [requests, failed, burst] = [0, 0, 0];
    for (let part = 0; part < 4; part++) {
      // A page that is built anew around the widgets: one goes, another comes.
      grid.children[Math.floor(random() * grid.children.length)]?.remove();
      mount(Math.floor(random() * WIDGETS));
      await frame();
      await advance(HOUR / 4);
    }
    hours.push({
      hour,
      hidden,
      requests,
      failed,
      burst,
      timers: pendingTimers(),
      elements: elements(),
    });
  }
  grid.replaceChildren();
  await frame();
  await advance(10 * 60_000);
  const seen = 24 - HIDDEN.length;
  const planned = Array.from({ length: DOCUMENTS }, (_, i) => (seen * 3600) / periodOf(i)).reduce(
    (a, b) => a + b,
  );
  return {
    hours,
    planned,
    errors,
    left: { timers: pendingTimers(), elements: elements() - before },
  };
}

(globalThis as unknown as { live: typeof live }).live = live;
