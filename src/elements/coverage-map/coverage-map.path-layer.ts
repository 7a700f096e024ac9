/**
 * Draws thousands of areas, some hundreds in each frame, so that a cheap phone stays responsive; a new colour
 * changes only the areas of another class. Loaded with the basemaps that can have so many areas.
 */
import type { DrawnShape } from '../../maps/drawing.js';
import { pageDocument } from '../../data/page-base.js';

/** Areas a frame: about 40 ms on a phone four times slower than a desk. */
const SLICE = 500;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** The paths inside one group of a picture. They are for the eye and the pointer alone. */
export class PathLayer {
  private shapes: readonly DrawnShape[] = [];
  private paths: SVGPathElement[] = [];
  private classes: string[] = [];
  private classOf: (id: string) => string = () => '';
  private frame = 0;

  constructor(readonly group: SVGGElement) {}

  /** Draws other shapes, or gives the same ones other classes. */
  draw(shapes: readonly DrawnShape[], classOf: (id: string) => string): void {
    this.classOf = classOf;
    if (shapes === this.shapes) return this.colour();
    cancelAnimationFrame(this.frame);
    this.shapes = shapes;
    this.paths = [];
    this.classes = [];
    this.group.textContent = '';
    this.slice();
  }

  private readonly slice = (): void => {
    const from = this.paths.length;
    for (const { id, path, islands } of this.shapes.slice(from, from + SLICE)) {
      const element = pageDocument.createElementNS(NAMESPACE, 'path');
      const colour = this.classOf(id);
      element.setAttribute('class', colour);
      element.setAttribute('d', path + (islands ?? ''));
      element.dataset['id'] = id;
      this.paths.push(element);
      this.classes.push(colour);
    }
    this.group.append(...this.paths.slice(from));
    if (this.paths.length < this.shapes.length) this.frame = requestAnimationFrame(this.slice);
  };

  private colour(): void {
    this.paths.forEach((path, i) => {
      const colour = this.classOf(this.shapes[i]?.id ?? '');
      if (colour !== this.classes[i]) path.setAttribute('class', (this.classes[i] = colour));
    });
  }
}
