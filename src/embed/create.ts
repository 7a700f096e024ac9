/** From what an address or a placeholder asks for to an element. */
import type { Embed } from './request.js';

/** What a dashboard that an address asks for is made of. */
const BOARD = ['coverage-map', 'kpi-card', 'ranking', 'trend'] as const;

/** The element, with its attributes; a dashboard also with its widgets. */
export function create({ widget, attributes }: Embed): HTMLElement {
  const made = document.createElement(`tcns-${widget}`);
  const { indicator, ...own } = attributes;
  const isBoard = widget === 'dashboard';
  for (const [name, value] of Object.entries(isBoard ? own : attributes))
    made.setAttribute(name, value);
  for (const name of isBoard && indicator ? BOARD : []) {
    const part = document.createElement(`tcns-${name}`);
    part.setAttribute('indicator', indicator ?? '');
    made.appendChild(part);
  }
  return made;
}
