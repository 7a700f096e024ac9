/** The picture of the map: areas, hatching, labels, and the ring around a choice. */
import { html, isServer, nothing, svg, type TemplateResult } from 'lit';
import { pageDocument } from '../../data/page-base.js';
import { hatch, ringsOf } from '../../domain/hatch.js';
import type { Wording } from '../../i18n/figures.js';
import type { DrawnArchipelago, DrawnShape, Drawing } from '../../maps/drawing.js';
import type { Basemap } from './coverage-map.basemap.js';
import { rowText, type MapModel } from './coverage-map.model.js';

/**
 * More areas than this are hidden from screen readers, but for the one that the keyboard is on, and
 * drawn by `coverage-map.path-layer.ts`.
 */
export const MOST_NAMED = 100;
/** The distance between hatching lines, in label lines. */
const HATCH_GAP = 0.55;

export interface Picture {
  readonly model: MapModel;
  readonly drawing: Drawing;
  /** The areas as elements, kept from one drawing to the next; absent for a picture that is drawn once. */
  readonly layer?: ShapeLayer;
  /** Writes the names on tiles; absent for borders. */
  readonly labels: Basemap['labels'];
  readonly label: string;
  /** The area under the pointer or the keyboard. */
  readonly active: string | undefined;
  readonly selected: string | undefined;
  /** The class that the legend highlights, while the others are faded. -1 is "no data". */
  readonly filter: number | undefined;
  /** The name and the figure beside the area under the pointer; absent until its code is there. */
  readonly tip: ((shape: DrawnShape, drawing: Drawing, text: string) => unknown) | undefined;
  /** True in a first drawing, which has the colours alone: areas with names and states come a frame later. */
  readonly bare?: boolean;
  /** True on paper, where classes are hatched for printers without colours. */
  readonly printing: boolean;
}

/** The class of an area's colour: `c1` … `c5`, `none` without data. */
export function colourOf(model: MapModel, id: string): string {
  const index = model.classOf(id);
  return index < 0 ? 'none' : colourOfClass(model, index);
}

/** Few classes use the whole colour scale, so that they differ clearly. */
export function colourOfClass({ classes }: MapModel, index: number): string {
  return `c${classes.length === 1 ? 4 : 1 + Math.round((index * 4) / (classes.length - 1))}`;
}

/** The picture of the map as an SVG. */
export function pictureView(picture: Picture, w: Wording): TemplateResult {
  const { model, drawing, label, active, selected, filter } = picture;
  const { width, height, shapes, archipelagos, fontSize } = drawing;
  const named = shapes.length <= MOST_NAMED;
  const activeShape = shapes.find((s) => s.id === active);
  const chosenShape = shapes.find((s) => s.id === selected);
  return html`<svg
    class="map ${drawing.kind} ${(filter ?? -1) < 0 ? '' : 'held'}"
    part="map"
    viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}"
    role="listbox"
    aria-label=${label}
    aria-activedescendant=${activeShape ? `area-${activeShape.id}` : nothing}
    tabindex="0"
  >
    ${
      isServer
        ? svg`<g role="presentation">
            ${shapes.map((shape) => shapeView(shape, picture, w))}
          </g>`
        : !named
          ? svg`<g class="path-layer" aria-hidden="true"></g>`
          : picture.bare
            ? sketch(picture)
            : (picture.layer ?? new ShapeLayer()).draw(picture, w)
    }
    ${hatchView(model, shapes, fontSize)}
    ${picture.printing ? classHatches(model, shapes, fontSize) : nothing}
    ${picture.labels?.(drawing, (id) => (isFaded(model, id, filter) ? 'none' : colourOf(model, id)))}
    ${archipelagos.map((group) => archipelagoView(group, picture, fontSize))}
    ${chosenShape ? svg`<path class="ring chosen" d=${chosenShape.path} aria-hidden="true"></path>` : nothing}
    ${activeShape && (named ? ringView(activeShape) : namedRing(activeShape, picture, w))}
    ${activeShape ? picture.tip?.(activeShape, drawing, nameOf(activeShape.id, model, w)) : nothing}
  </svg>`;
}

const ringView = ({ path }: DrawnShape) =>
  svg`<path class="ring" d=${path} aria-hidden="true"></path>`;

/** The ring of an area whose own path is hidden from screen readers: it has the name. */
function namedRing({ id, path }: DrawnShape, { model, selected }: Picture, w: Wording) {
  return svg`<path
      class="ring"
      d=${path}
      id="area-${id}"
      role="option"
      aria-selected=${id === selected ? 'true' : 'false'}
      aria-label=${nameOf(id, model, w)}
    ></path>`;
}

/** What stays of an area's path while its shape does, in the order of `FIXED`. */
const fixedOf = ({ id, path, islands }: DrawnShape): string[] => [
  `area-${id}`,
  id,
  path + (islands ?? ''),
  'option',
];

const FIXED = ['id', 'data-id', 'd', 'role'];

/** What other figures and readers change of an area's path, in the order of `CHANGING`. */
const changingOf = (
  { id }: DrawnShape,
  { model, selected, filter }: Picture,
  w: Wording,
): string[] => [
  shapeClass(model, id, filter),
  id === selected ? 'true' : 'false',
  nameOf(id, model, w),
];

const CHANGING = ['class', 'aria-selected', 'aria-label'];

/** An area as a server draws it. */
function shapeView(shape: DrawnShape, picture: Picture, w: Wording): unknown {
  const [elementId, id, path, role] = fixedOf(shape);
  const [colour, isSelected, name] = changingOf(shape, picture, w);
  return svg`<path
      class=${colour}
      id=${elementId}
      data-id=${id}
      d=${path}
      role=${role}
      aria-selected=${isSelected}
      aria-label=${name}
    ></path>`;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';

const svgElement = <K extends keyof SVGElementTagNameMap>(name: K): SVGElementTagNameMap[K] =>
  pageDocument.createElementNS(NAMESPACE, name);

/** The areas as one path for each colour: it looks the same, and has a tenth of the elements to style, lay out and paint. */
function sketch({ model, drawing, filter }: Picture): SVGGElement {
  const paths = new Map<string, string>();
  for (const { id, path, islands } of drawing.shapes) {
    const colour = shapeClass(model, id, filter);
    // A path may begin where the pen is, which is the origin for each of them.
    paths.set(colour, `${paths.get(colour) ?? ''}M0 0${path}${islands ?? ''}`);
  }
  const group = svgElement('g');
  group.setAttribute('aria-hidden', 'true');
  paths.forEach((path, colour) => {
    const element = svgElement('path');
    setAll(element, ['class', 'd'], [colour, path]);
    group.append(element);
  });
  return group;
}

interface DrawnPath {
  readonly element: SVGPathElement;
  readonly shape: DrawnShape;
  readonly values: readonly string[];
}

/**
 * The areas of one picture as elements, without a template, because a template a path took half of the time of other
 * figures: only attributes that have changed are set.
 */
export class ShapeLayer {
  private group: SVGGElement | undefined;
  private readonly paths: DrawnPath[] = [];

  /** The group with all areas as a picture shows them. */
  draw(picture: Picture, w: Wording): SVGGElement {
    const { shapes } = picture.drawing;
    const { paths } = this;
    if (!this.group) {
      this.group = svgElement('g');
      this.group.setAttribute('role', 'presentation');
    }
    paths.splice(shapes.length).forEach(({ element }) => element.remove());
    const { group } = this;
    shapes.forEach((shape, i) => {
      const before = paths[i];
      const element = before?.element ?? svgElement('path');
      if (before?.shape !== shape) setAll(element, FIXED, fixedOf(shape));
      const values = changingOf(shape, picture, w);
      setAll(element, CHANGING, values, before?.values);
      paths[i] = { element, shape, values };
      if (!before) group.append(element);
    });
    return group;
  }
}

function setAll(
  element: Element,
  names: readonly string[],
  values: readonly string[],
  before?: readonly string[],
): void {
  values.forEach((value, at) => {
    if (value !== before?.[at]) element.setAttribute(names[at] ?? '', value);
  });
}

const names = new WeakMap<MapModel, Map<string, string>>();

/** The accessible name of an area; made once for a model, which has one language. */
function nameOf(id: string, model: MapModel, w: Wording): string {
  let ofModel = names.get(model);
  if (!ofModel) names.set(model, (ofModel = new Map<string, string>()));
  let name = ofModel.get(id);
  if (name === undefined) {
    const row = model.byId.get(id);
    ofModel.set(id, (name = row ? rowText(row, model, w) : id));
  }
  return name;
}

/** True for an area that is faded, because the legend highlights another class. */
function isFaded(model: MapModel, id: string, filter: number | undefined): boolean {
  return filter !== undefined && model.classOf(id) !== filter;
}

/** The classes of an area's path: its colour, and whether the legend points at others. */
export function shapeClass(model: MapModel, id: string, filter: number | undefined): string {
  return `shape ${colourOf(model, id)}${isFaded(model, id, filter) ? ' faded' : ''}`;
}

const hatched = new WeakMap<readonly DrawnShape[], Map<string, string>>();

/** The lines over the areas without data; worked out once for a drawing and a set of areas. */
function hatchView(model: MapModel, shapes: readonly DrawnShape[], fontSize: number): unknown {
  const missing = shapes.filter((s) => model.byId.get(s.id)?.value === undefined);
  if (missing.length === 0) return nothing;
  const gap = HATCH_GAP * fontSize;
  let paths = hatched.get(shapes);
  if (!paths) hatched.set(shapes, (paths = new Map<string, string>()));
  const key = `${gap} ${missing.map((s) => s.id).join()}`;
  let path = paths.get(key);
  if (path === undefined) {
    path = missing.map((s) => hatch(ringsOf(s.path), gap)).join('');
    paths.set(key, path);
  }
  return svg`<path class="hatch" d=${path} aria-hidden="true"></path>`;
}

/** Lines over the areas of each class but the lowest, closer from class to class. */
function classHatches(model: MapModel, shapes: readonly DrawnShape[], fontSize: number): unknown {
  return model.classes.map((_, index) => {
    const gap = classGap(model, index) * fontSize;
    const members = gap > 0 ? shapes.filter((s) => model.classOf(s.id) === index) : [];
    return svg`<path
      class="hatch ink"
      d=${members.map((s) => hatch(ringsOf(s.path), gap, true)).join('')}
      aria-hidden="true"
    ></path>`;
  });
}

/**
 * The distance between the hatching lines of a class, in label lines; 0 for the lowest class, which has none.
 */
export function classGap(model: MapModel, index: number): number {
  const step = Number(colourOfClass(model, index).slice(1)) - 1;
  return step && 1.5 / step;
}

/** Hoàng Sa and Trường Sa: always there, always labelled. */
function archipelagoView(
  { areaId, path, lines, labelX, labelY, frame }: DrawnArchipelago,
  { model, filter }: Picture,
  fontSize: number,
): unknown {
  const [x = 0, y = 0, width = 0, height = 0] = frame ?? [];
  return svg`<g class="archipelago" aria-hidden="true">
    ${frame ? svg`<rect class="frame" x=${x} y=${y} width=${width} height=${height} rx=${fontSize / 2}></rect>` : nothing}
    <path
      class="islands ${isFaded(model, areaId, filter) ? 'none' : colourOf(model, areaId)}"
      data-id=${model.byId.has(areaId) ? areaId : nothing}
      d=${path}
    ></path>
    ${lines.map(
      (line, i) =>
        svg`<text class=${i > 0 ? 'second' : ''} x=${labelX} y=${labelY + i * fontSize * 1.3} font-size=${fontSize}>${line}</text>`,
    )}
  </g>`;
}
