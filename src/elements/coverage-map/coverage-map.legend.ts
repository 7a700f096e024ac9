/** The legend: the classes and the sign of "no data", and the class that a reader points at. */
import { html, svg, nothing, type TemplateResult } from 'lit';
import { hatch } from '../../domain/hatch.js';
import type { Wording } from '../../i18n/figures.js';
import { classLabel, type MapModel } from './coverage-map.model.js';
import { classGap, colourOfClass } from './coverage-map.view.js';

const SWATCH = [
  [0, 0],
  [14, 0],
  [14, 14],
  [0, 14],
] as const;

/** The highlighted class, while the others are faded; -1 is "no data". */
export class ClassFilter {
  private pointed: number | undefined;
  private kept: number | undefined;

  constructor(private readonly changed: () => void) {}

  /** The class under the pointer or the keyboard, else the one that a click keeps. */
  get index(): number | undefined {
    return this.pointed ?? this.kept;
  }

  holds(index: number): boolean {
    return this.kept === index;
  }

  point(index: number | undefined): void {
    this.pointed = index;
    this.changed();
  }

  /** Keeps a class highlighted; a second click on it ends that. */
  toggle(index: number): void {
    this.kept = this.holds(index) ? undefined : index;
    this.changed();
  }

  clear(): void {
    this.kept = undefined;
  }
}

/** The classes and the sign of "no data". Pointing at one fades the others, and a click keeps it so. */
export function legendView(
  model: MapModel,
  filter: ClassFilter,
  printing: boolean,
  w: Wording,
): TemplateResult {
  const entries = [
    ...model.classes.map((c, index) => ({
      index,
      colour: colourOfClass(model, index),
      label: classLabel(c, model, w),
    })),
    ...(model.rows.some((row) => row.value === undefined)
      ? [{ index: -1, colour: 'none', label: w.t('noData') }]
      : []),
  ];
  return html`<ul class="legend" part="legend" aria-label=${w.t('legend')}>
    ${entries.map(
      ({ index, colour, label }) =>
        html`<li>
          <button
            aria-pressed=${filter.holds(index) ? 'true' : 'false'}
            @click=${() => filter.toggle(index)}
            @pointerenter=${() => filter.point(index)}
            @pointerleave=${() => filter.point(undefined)}
            @focus=${() => filter.point(index)}
            @blur=${() => filter.point(undefined)}
          >
            <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
              <rect class="shape ${colour}" width="14" height="14" rx="2"></rect>
              ${swatchHatch(index < 0 ? 5 : printing ? 11 * classGap(model, index) : 0, index >= 0)}
            </svg>
            ${label}
          </button>
        </li>`,
    )}
  </ul>`;
}

function swatchHatch(gap: number, falling: boolean): unknown {
  return gap
    ? svg`<path class="hatch ${falling ? 'ink' : ''}" d=${hatch([SWATCH], gap, falling)}></path>`
    : nothing;
}
