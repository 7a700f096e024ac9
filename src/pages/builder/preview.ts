/** The live preview, and the facts that the code takes from it: the figure in words, and the height. */
import { boardWidgets } from '../../api/widget-catalogue.js';
import { takesMany, type Choice } from './choice.js';
import { wordsOf } from '../../parts/share/sentence.js';
import { attributesOf, type Facts } from '../../parts/share/embed-codes.js';

/** The widget as it is chosen. */
export function previewOf(choice: Choice, facts: Facts): HTMLElement {
  const element = document.createElement(`tcns-${choice.widget}`);
  for (const [name, value] of attributesOf(choice, facts))
    if (name !== 'url-state') element.setAttribute(name, value);
  element.setAttribute('api', facts.api);
  if (choice.widget !== 'dashboard') return element;
  for (const name of boardWidgets()) {
    const part = document.createElement(`tcns-${name}`);
    const [first = ''] = choice.indicators;
    part.setAttribute('indicator', takesMany(name) ? choice.indicators.join(' ') : first);
    element.appendChild(part);
  }
  return element;
}

/** Resolves when the widget has its figures, or has failed: true or false. */
export function settled(widget: HTMLElement): Promise<boolean> {
  if (widget.localName === 'tcns-dashboard') {
    const [first] = widget.children;
    return first ? settled(first as HTMLElement) : Promise.resolve(false);
  }
  return new Promise((done) => {
    const drawn = async (): Promise<void> => {
      // The words of another language may come after the figures.
      for (let frames = 0; frames < 120 && !wordsOf(widget); frames++)
        await new Promise((next) => requestAnimationFrame(next));
      done(true);
    };
    widget.addEventListener('tcns-load', () => void drawn(), { once: true });
    widget.addEventListener('tcns-error', () => done(false), { once: true });
  });
}
