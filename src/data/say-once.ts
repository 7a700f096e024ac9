const said = new Set<string>();

/** Says something to a developer on the console, once a page, however many widgets have the same to say. */
export function sayOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`[tcns] ${message}`);
}
