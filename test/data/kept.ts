/** What is kept across reloads is the same for all tests of a run: a test that counts on it clears it. */
import { clear, createStore } from 'idb-keyval';

export async function forgetAll(): Promise<void> {
  await clear(createStore('tcns', 'answers'));
  localStorage.clear();
}
