/** The live preview, and the facts that the code takes from it: the figure in words, and the height. */
import { boardWidgets } from '../../api/widget-catalogue.js';
import { takesMany, type Choice } from './choice.js';
import { attributesOf, type Facts } from './codes.js';

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

const textOf = (widget: Element, part: string): string =>
  widget.shadowRoot
    ?.querySelector<HTMLElement>(`[part~="${part}"]`)
    ?.innerText.replace(/\s+/g, ' ')
    .trim() ?? '';

/** "Số thành viên, Đà Nẵng: hơn 15.000 thành viên (tháng 12/2022)", as far as the widget says so. */
export function wordsOf(widget: Element): string {
  const value = textOf(widget, 'value');
  if (widget.localName === 'tcns-stat') return value;
  const title = textOf(widget, 'title');
  const figure = value && !value.includes('\n') ? value : textOf(widget, 'summary');
  const date = textOf(widget, 'date');
  const words = [title, figure].filter(Boolean).join(': ');
  return words && date && widget.localName === 'tcns-kpi-card' ? `${words} (${date})` : words;
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
