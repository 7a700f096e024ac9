/** The colours and the font that a chart takes from the style sheet of its widget. */
import { media } from '../../data/observe.js';
import { COLOURS } from './chart-model.js';
import type { ChartLook } from './chart-request.js';

/** px: a narrower chart has smaller letters. */
const NARROW = 260;

/** The colours and the font as the widget's style sheet has them now. */
export function lookOf(plot: HTMLElement, width: number): ChartLook {
  const style = getComputedStyle(plot);
  const token = (name: string) => style.getPropertyValue(`--_${name}`).trim();
  const size = parseFloat(style.fontSize) || 14;
  const look = {
    font: style.fontFamily,
    size: width < NARROW ? Math.max(11, size - 2) : size,
  };
  if (media('(forced-colors: active)').matches) {
    const series = ['Highlight', 'CanvasText', 'LinkText', 'CanvasText', 'Highlight', 'LinkText'];
    return {
      ...look,
      ink: 'CanvasText',
      muted: 'CanvasText',
      line: 'GrayText',
      surface: 'Canvas',
      series,
    };
  }
  const numbers = [...Array(COLOURS).keys()];
  return {
    ...look,
    ink: token('text'),
    muted: token('muted'),
    line: token('line'),
    surface: token('surface'),
    series: numbers.map((i) => token(`series-${i + 1}`)),
  };
}
