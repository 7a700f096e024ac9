/** The misbehaving server (test/support/api-server.mjs), as a test in a browser talks to it. */

declare global {
  var __API_ORIGIN__: string;
  var __API_OTHER_ORIGIN__: string;
  var __BROWSER__: 'chromium' | 'firefox' | 'webkit';
}

/** One request that the server saw. */
export interface Seen {
  readonly n: number;
  readonly method: string;
  readonly path: string;
  readonly behaviour: string;
  readonly status: number | null;
  readonly ended: 'sent' | 'aborted' | null;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface FaultyApi {
  /** The address of a document: `url('ok', 'observations/vn@2025.json?cache=no-store')`. */
  url(behaviour: string, path?: string): string;
  /** The base URL for `api`. */
  base(behaviour?: string): string;
  /** Answers with this document, for one path or for all. */
  set(document: unknown, path?: string): Promise<void>;
  /** From now on every address behaves like this; null: as it says. */
  mode(mode: string | null, options?: Record<string, unknown>): Promise<void>;
  log(): Promise<Seen[]>;
}

/** Its own timers, so that a fake clock in the page does not stop a test. */
const { setTimeout: later } = window;
const request = window.fetch.bind(window);
const realNow = Date.now.bind(Date);
let keys = 0;

/** A server of the test's own, with one document for every path. */
export async function faultyApi(document?: unknown): Promise<FaultyApi> {
  const key = `k${realNow().toString(36)}${Math.random().toString(36).slice(2)}${keys++}`;
  const root = `${globalThis.__API_ORIGIN__}/t/${key}`;
  const post = async (path: string, body: unknown): Promise<void> => {
    await request(`${root}/${path}`, { method: 'POST', body: JSON.stringify(body) });
  };
  const api: FaultyApi = {
    url: (behaviour, path = 'observations/vn@2025.json') => `${root}/${behaviour}/${path}`,
    base: (behaviour = 'ok') => `${root}/${behaviour}`,
    set: (body, path = '') => post(`set/${path}`, body),
    mode: (mode, options = {}) => post('mode', { mode, ...options }),
    log: async () => {
      const answer = await request(`${root}/log`, { cache: 'no-store' });
      return (await answer.json()) as Seen[];
    },
  };
  if (document !== undefined) await api.set(document);
  return api;
}

/** A server of its own for each test of a group, with a document for every path. */
export function eachApi(document: () => unknown): FaultyApi {
  let current: FaultyApi;
  beforeEach(async () => {
    current = await faultyApi(document());
  });
  return {
    url: (...of) => current.url(...of),
    base: (...of) => current.base(...of),
    set: (...of) => current.set(...of),
    mode: (...of) => current.mode(...of),
    log: () => current.log(),
  };
}

/** ms until a test gives up: only a failing one waits so long, and a busy machine is slow. */
const PATIENCE = 30_000;

/** Waits in real time until something is so. */
export async function until(
  condition: () => unknown,
  what = 'what the test waits for',
): Promise<void> {
  const end = realNow() + PATIENCE;
  while (!(await condition())) {
    if (realNow() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => later(resolve, 5));
  }
}

/** Whether a browser asked if its copy still holds, and got 304 for it. */
export function isRevalidation(seen: Seen | undefined): boolean {
  // A WebKit under automation has no cache: it only says that it wants no copy.
  if (globalThis.__BROWSER__ === 'webkit')
    return /no-cache|max-age=0/.test(seen?.headers['cache-control'] ?? '');
  return /^"/.test(seen?.headers['if-none-match'] ?? '') && seen?.status === 304;
}
