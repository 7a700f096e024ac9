/** The store in tests: a server and a clock for each, and what was opened is closed. */
import { watch, type Request, type Watch } from '../../src/data/store.js';
import { FakeClock } from './fake-clock.js';
import { eachApi, until } from './faulty-api.js';
import { closePages } from './fresh-page.js';

export const documentOf = (value: unknown) => ({
  version: '1',
  area: 'vn',
  observations: [{ area: 'vn', indicator: 'teams', at: '2022-08', value }],
});
export const DOCUMENT = documentOf(45895);

const opened = new Set<Watch>();
export function open(
  url: string,
  more: Partial<Request> = {},
  notify: () => void = () => {},
): Watch {
  const watched = watch({ url, ...more }, notify);
  opened.add(watched);
  return watched;
}
export const answered = (w: Watch) => until(() => !w.snapshot.fetching, 'an answer');

export function storeTests() {
  const api = eachApi(() => DOCUMENT);
  let clock: FakeClock | undefined;
  afterEach(() => {
    opened.forEach((w) => w.close());
    opened.clear();
    clock?.uninstall();
    clock = undefined;
    closePages();
  });
  return { api, stopTime: (): FakeClock => (clock = new FakeClock().install()) };
}
