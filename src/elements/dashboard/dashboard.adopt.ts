/**
 * Editors that make a paragraph of each line (`wpautop` of WordPress) close a dashboard with its `<p>`: its
 * widgets then stand behind it, in paragraphs of their own. They are brought back.
 */
import { isEdited, pageDocument } from '../../data/page-base.js';

/** @param board - a dashboard that is the content of a `<p>` */
export async function adopt(board: HTMLElement): Promise<void> {
  if (pageDocument.readyState === 'loading')
    await new Promise((done) =>
      pageDocument.addEventListener('DOMContentLoaded', done, { once: true }),
    );
  if (isEdited(board)) return;
  const lost: Element[] = [];
  let next = board.parentElement?.nextElementSibling;
  for (; next && isOfWidgets(next); next = next.nextElementSibling) lost.push(next);
  // `<p></tcns-dashboard></p>` leaves an empty paragraph. Without one, only an empty dashboard has lost any.
  const hasEnd = next?.localName === 'p' && !next.firstElementChild && !next.textContent?.trim();
  if (hasEnd || !board.firstElementChild) board.append(...lost);
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
