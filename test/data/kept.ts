/** What is kept across reloads is the same for all tests of a run: a test that counts on it clears it. */
import { clear, createStore, type UseStore } from 'idb-keyval';

let store: UseStore | undefined;

/** Through one connection a page, because each that stays open makes WebKit slower to open the next. */
export async function forgetAll(): Promise<void> {
  await clear((store ??= createStore('tcns', 'answers')));
  localStorage.clear();
}
