/** What the late parts know of the page: the library's folder, its defaults, and its console. */
import { inform } from '../api/console.js';
import type { Settings } from '../data/settings.js';
import { findBase, madeGlobal, ownScript, type TcnsGlobal } from './global.js';

/** The one global, once a script has made it. */
export const tcnsGlobal = (): Partial<TcnsGlobal> => madeGlobal() ?? {};

/** The folder of the library's files. */
export const baseOf = (): string | undefined => tcnsGlobal().base ?? findBase(ownScript());

export const pageSettings = (): Settings => tcnsGlobal().settings ?? {};

const messages = new Set<string>();

/** Says something about the host page, once. */
export function note(message: string): void {
  if (messages.has(message)) return;
  messages.add(message);
  inform(message);
}
