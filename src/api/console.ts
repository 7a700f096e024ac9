/**
 * The console, for all rooms. A page may have put a console of fewer methods in the place of the browser's, or
 * none, and a note to a developer is never worth an exception.
 */
function attempt(say: () => void): void {
  try {
    say();
  } catch {
    // Nobody is told, and the widget goes on.
  }
}

/** Tells a developer of a fault that costs a figure, a row or a drawing. */
export const warn = (message: string, ...more: unknown[]): void =>
  attempt(() => console.warn(`[tcns] ${message}`, ...more));

/** Tells a developer what is a matter of the page. */
export const inform = (message: string): void => attempt(() => console.info(`[tcns] ${message}`));
