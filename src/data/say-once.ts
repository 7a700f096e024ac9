const messages = new Set<string>();

/** Says something to a developer on the console, once a page, however many widgets have the same to say. */
export function sayOnce(message: string): void {
  if (messages.has(message)) return;
  messages.add(message);
  // A page may have put a console of fewer methods in the place of the browser's.
  (console as Partial<Console>).warn?.(`[tcns] ${message}`);
}
