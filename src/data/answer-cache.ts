/**
 * The last good answers, kept across reloads in IndexedDB, else in `localStorage`, else not at all (private
 * windows, sandboxed frames). No function here throws or rejects.
 */
import { createStore, delMany, get, set, update, type UseStore } from 'idb-keyval';

/** An answer as it was received, and when. */
export interface StoredAnswer {
  readonly raw: unknown;
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly loadedAt: number;
}

const MOST = 40;
const INDEX = 'index';
const PREFIX = 'tcns:';

let store: UseStore | null | undefined;

function database(): UseStore | null {
  if (store === undefined) {
    try {
      store = createStore('tcns', 'answers');
    } catch {
      store = null;
    }
  }
  return store;
}

/**
 * Keeps an answer under its address. People are never kept: a consent can be withdrawn, and a
 * stored copy would outlive it.
 */
export async function keep(key: string, answer: StoredAnswer): Promise<void> {
  const db = database();
  const kept = { ...answer, raw: withoutPeople(answer.raw) };
  try {
    if (!db) throw new Error('no IndexedDB');
    await set(key, kept, db);
    await prune(key, answer.loadedAt, db);
  } catch {
    // Old libraries (Prototype) give arrays a `toJSON`, and would have them kept as something else.
    if ('toJSON' in []) return;
    attempt(() => localStorage.setItem(PREFIX + key, JSON.stringify(kept)));
  }
}

/** A copy without `people`. In steps, because a recursion of thousands of levels would throw. */
function withoutPeople(root: unknown): unknown {
  const whole: { copy?: unknown } = {};
  const open: { from: unknown; to: object; name: string }[] = [
    { from: root, to: whole, name: 'copy' },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { from, to, name } = next;
    let value = from;
    if (typeof from === 'object' && from !== null) {
      const copy: object = (value = Array.isArray(from) ? [] : {});
      // In reverse, so that the copy has the order of the original.
      for (const [key, member] of Object.entries(from).reverse())
        if (key !== 'people' || Array.isArray(from))
          open.push({ from: member, to: copy, name: key });
    }
    // Defined, because an assignment to `__proto__` would set the prototype.
    Object.defineProperty(to, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return whole.copy;
}

/**
 * The answer kept under an address, or `undefined`.
 *
 * @param isWanted - asked before `localStorage` is read, because the page stands still while it is
 */
export async function recall(
  key: string,
  isWanted = (): boolean => true,
): Promise<StoredAnswer | undefined> {
  const db = database();
  try {
    const kept = db && (await get<StoredAnswer>(key, db));
    if (kept) return kept;
  } catch {
    // A closed or blocked database counts as empty.
  }
  if (!isWanted()) return undefined;
  return attempt(() => JSON.parse(localStorage.getItem(PREFIX + key) ?? '') as StoredAnswer);
}

/** Drops the oldest answers beyond the newest `MOST`. */
async function prune(key: string, at: number, db: UseStore): Promise<void> {
  let old: string[] = [];
  await update<Record<string, number>>(
    INDEX,
    (before = {}) => {
      const entries = Object.entries({ ...before, [key]: at }).sort((a, b) => b[1] - a[1]);
      old = entries.slice(MOST).map(([k]) => k);
      return Object.fromEntries(entries.slice(0, MOST));
    },
    db,
  );
  if (old.length > 0) await delMany(old, db);
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
