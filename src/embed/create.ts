/** From what an address or a placeholder asks for to an element. */
import { boardWidgets } from '../api/widget-catalogue.js';
import type { Embed } from './request.js';
import { pageDocument } from '../data/page-base.js';

/** The element, with its attributes; a dashboard also with its widgets. */
export function create({ widget, attributes }: Embed): HTMLElement {
  const element = pageDocument.createElement(`tcns-${widget}`);
  const { indicator, ...boardAttributes } = attributes;
  const isBoard = widget === 'dashboard';
  for (const [name, value] of Object.entries(isBoard ? boardAttributes : attributes))
    element.setAttribute(name, value);
  for (const name of isBoard && indicator ? boardWidgets() : []) {
    const part = pageDocument.createElement(`tcns-${name}`);
    part.setAttribute('indicator', indicator ?? '');
    element.appendChild(part);
  }
  return element;
}
