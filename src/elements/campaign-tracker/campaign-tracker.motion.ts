/** Moves what an update changed, and nothing else; nothing at all with reduced motion. */

const SHORT: KeyframeAnimationOptions = { duration: 150, easing: 'ease-out' };

const isStill = (): boolean =>
  !('animate' in Element.prototype) || matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where the rows of the standings stand, by their area. */
export function placesIn(root: ParentNode): Map<string, number> {
  const places = new Map<string, number>();
  root.querySelectorAll<HTMLElement>('.rank').forEach((row) => {
    places.set(row.dataset['area'] ?? '', row.offsetTop);
  });
  return places;
}

/** Lets the changed figures appear, and the rows that changed places slide to their new ones. */
export function moveChanged(
  root: ParentNode,
  keys: readonly string[],
  before: ReadonlyMap<string, number>,
): void {
  if (isStill()) return;
  root.querySelectorAll<HTMLElement>('[data-figure]').forEach((figure) => {
    if (keys.indexOf(figure.dataset['figure'] ?? '') >= 0)
      figure.animate([{ opacity: 0.3 }, { opacity: 1 }], SHORT);
  });
  root.querySelectorAll<HTMLElement>('.rank').forEach((row) => {
    const from = before.get(row.dataset['area'] ?? '');
    const shift = from === undefined ? 0 : from - row.offsetTop;
    if (shift !== 0)
      row.animate([{ transform: `translateY(${shift}px)` }, { transform: 'none' }], SHORT);
  });
}
