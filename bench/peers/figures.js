/** What the peers share: five colours, and the figure of each area. */
export const COLOURS = ['#dcebf7', '#a9cde9', '#6ca6d4', '#2f78b4', '#0b4a82'];
export const STEPS = [40, 60, 80, 100];
export const colour = (value) =>
  value === undefined ? '#eee' : COLOURS[STEPS.filter((from) => value >= from).length];
export const valuesOf = (document) => new Map(document.observations.map((o) => [o.area, o.value]));

/** A box of the height that all peers have. */
export function boxIn(at) {
  const box = at.appendChild(at.ownerDocument.createElement('div'));
  box.style.height = '640px';
  return box;
}
