/**
 * Editors that make a paragraph of each line (`wpautop` of WordPress) close a dashboard with its `<p>`: its
 * widgets then stand behind it, in paragraphs of their own. They are brought back.
 */
import { inform } from '../../api/console.js';
import { isEdited } from '../../data/page-base.js';
import { pageParsed } from '../../data/page-parsed.js';

const HOW = 'paste the code in the HTML view, without blank lines between the tags.';

const noted = new WeakSet<Element>();

/**
 * Tells the author, once a dashboard, that an editor has put paragraphs around the widgets inside it.
 *
 * @param board - a dashboard with a widget that is the content of a `<p>`
 */
export function noteParagraphs(board: Element): void {
  if (noted.has(board) || isEdited(board as HTMLElement)) return;
  noted.add(board);
  inform(
    `<tcns-dashboard>: an editor has put <p> around the widgets inside it, whose margins stand between them now; ${HOW}`,
  );
}

/** @param board - a dashboard that is the content of a `<p>` */
export async function adopt(board: HTMLElement): Promise<void> {
  await pageParsed();
  if (isEdited(board)) return;
  const lost: Element[] = [];
  let next = board.parentElement?.nextElementSibling;
  for (; next && isOfWidgets(next); next = next.nextElementSibling) lost.push(next);
  // `<p></tcns-dashboard></p>` leaves an empty paragraph. Without one, only an empty dashboard has lost any.
  const hasEnd = next?.localName === 'p' && !next.firstElementChild && !next.textContent?.trim();
  if (lost.length === 0 || !(hasEnd || !board.firstElementChild)) return;
  noted.add(board);
  inform(
    `<tcns-dashboard>: a <p> of an editor had closed it before its widgets, which were put back into it; ${HOW}`,
  );
  board.append(...lost);
}

/** A paragraph of widgets and line breaks, without words of its own and without a dashboard. */
function isOfWidgets(element: Element): boolean {
  if (element.localName !== 'p' || !element.firstElementChild) return false;
  return [...element.childNodes].every((node) => {
    const { localName = '' } = node as Partial<Element>;
    if (!localName) return !node.textContent?.trim();
    return localName === 'br' || (/^tcns-/.test(localName) && localName !== 'tcns-dashboard');
  });
}
