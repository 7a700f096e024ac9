/** The plain drawing of a chart that needs no library: before Chart.js is there, on a server, in a print. */
import { html, isServer, nothing, svg, type TemplateResult } from 'lit';
import {
  COLOURS,
  ESTIMATED_DASH,
  planDash,
  SHAPES,
  timeSpan,
  valueSpan,
  type ChartPoint,
  type LineChartModel,
} from './chart-model.js';
import { thin } from './thin.js';

/** Columns of the plain drawing, which is stretched over the plot. */
const COLUMNS = 200;

/** The class of a line's colour. */
const colourClass = (index: number): string => `s${(index % COLOURS) + 1}`;

/** The lines alone, in a box of 100 × 100 that is stretched over the plot. */
export function previewOf(model: LineChartModel, span = valueSpan(model)): TemplateResult {
  const time = timeSpan(model);
  const x = (end: number) => share(end, time.min, time.max) * 100;
  const y = (value: number) => {
    const up = share(value, span.min, span.max) * 100;
    return model.reverse ? up : 100 - up;
  };
  const place = (end: number, value: number) => `${round(x(end))} ${round(y(value))}`;
  // A figure without a date has no place.
  const lines = model.series.map(({ points }) => points.filter(({ end }) => Number.isFinite(end)));
  return html`<svg
      class="preview"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="base" d="M0 0V100H100"></path>
      ${(model.plans ?? []).map(
        ({ points }, index) =>
          svg`<path class="plan" stroke-dasharray=${planDash(index).join(' ')} d=${points
            .map(({ end, value }, i) => `${i ? 'L' : 'M'}${place(end, value)}`)
            .join('')}></path>`,
      )}
      ${lines.map((points, i) => svg`<path class=${colourClass(i)} d=${runs(thin(points, COLUMNS, time), place)}></path>`)}
    </svg>
    ${isServer ? nothing : wordsOf(lines, x, y)}`;
}

/** More lines than this have their figures in the table alone, because their words would lie on each other. */
const MOST_NAMED_LINES = 2;

/**
 * On paper a line says where it begins and ends: a chart that nobody has come to is printed without its library,
 * because a browser waits for no file then. Words stand in a picture of their own, which is not stretched.
 */
function wordsOf(
  lines: readonly (readonly ChartPoint[])[],
  x: (end: number) => number,
  y: (value: number) => number,
): TemplateResult {
  const ends = lines.map((points) => {
    const known = points.filter(({ value }) => value !== null);
    return [known[0], known.length > 1 ? known[known.length - 1] : undefined] as const;
  });
  const dated = [0, 1].map((side) => {
    const points = ends.flatMap((pair) => pair[side as 0 | 1] ?? []);
    return points.sort((a, b) => (side ? b.end - a.end : a.end - b.end))[0];
  });
  const text = (words: string, at: ChartPoint, top: number, dy: number) =>
    svg`<text x="${round(x(at.end))}%" y="${round(top)}%" dy=${dy} text-anchor=${x(at.end) > 50 ? 'end' : 'start'}>${words}</text>`;
  return html`<svg class="preview words" aria-hidden="true">
    ${dated.map((point) => point && text(point.at, point, 100, 16))}
    ${
      lines.length > MOST_NAMED_LINES
        ? nothing
        : ends.map((pair) =>
            pair.map((at) => at && text(at.short ?? at.text, at, y(at.value ?? 0), -4)),
          )
    }
  </svg>`;
}

const round = (n: number): number => Math.round(n * 10) / 10;
const share = (n: number, low: number, high: number): number =>
  high > low ? (n - low) / (high - low) : 0.5;

/** A line with gaps where there are no figures; a figure alone is a dot. */
function runs(
  points: readonly ChartPoint[],
  place: (end: number, value: number) => string,
): string {
  let open = false;
  return points
    .map(({ end, value }) => {
      if (value === null) {
        open = false;
        return '';
      }
      const at = place(end, value);
      const step = open ? `L${at}` : `M${at}h0.5`;
      open = true;
      return step;
    })
    .join('');
}

const MARKS: Readonly<Record<string, string>> = {
  circle: 'M18 6a4 4 0 1 1-8 0a4 4 0 1 1 8 0z',
  rect: 'M10.5 2.5h7v7h-7z',
  triangle: 'M14 1.5l4.5 8h-9z',
  rectRot: 'M14 1.5l4.5 4.5-4.5 4.5-4.5-4.5z',
  star: 'M14 1v10M9 6h10M10.5 2.5l7 7M17.5 2.5l-7 7',
  crossRot: 'M10 2l8 8M18 2l-8 8',
};

/** The path of a line's mark in a sample of 28 × 12. */
export const markPath = (index: number): string =>
  MARKS[SHAPES[index % SHAPES.length] ?? 'circle'] ?? '';

/** What a line looks like in its chart: with marks or without, dashed and hollow where it is estimated. */
export interface LineSigns {
  readonly marked: boolean;
  readonly estimated: boolean;
}

/** A piece of a line with its mark, for the legend. */
export function sampleOf(index: number, { marked, estimated }: LineSigns): TemplateResult {
  return html`<svg class=${colourClass(index)} viewBox="0 0 28 12" aria-hidden="true">
    <path d="M0 6H28" stroke-dasharray=${estimated ? ESTIMATED_DASH.join(' ') : nothing}></path>
    ${
      marked
        ? svg`<path class="mark ${estimated ? 'hollow' : ''}" d=${markPath(index)}></path>`
        : nothing
    }
  </svg>`;
}

/** A piece of a plan's line. */
export function planSample(index: number): TemplateResult {
  return html`<svg class="plan" viewBox="0 0 28 12" aria-hidden="true">
    <path d="M0 6H28" stroke-dasharray=${planDash(index).join(' ')}></path>
  </svg>`;
}
