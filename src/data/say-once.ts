import { warn } from '../api/console.js';

const messages = new Set<string>();

/** Says something to a developer on the console, once a page, however many widgets have the same to say. */
export function sayOnce(message: string): void {
  if (messages.has(message)) return;
  messages.add(message);
  warn(message);
}
