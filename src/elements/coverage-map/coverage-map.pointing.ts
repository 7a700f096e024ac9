/** Which area of the picture is pointed at, by pointer, touch or keyboard alike. */
import { inDirection, type Direction } from '../../domain/directions.js';
import type { DrawnShape } from '../../maps/drawing.js';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

interface PointingHost {
  /** The areas of the picture. */
  readonly shapes: () => readonly DrawnShape[];
  readonly chosen: () => string | undefined;
  /** The areas that border on one, where the drawing knows them; loaded with the first focus. */
  readonly neighbours: () => Promise<((id: string) => ReadonlySet<string>) | undefined>;
  /** A click, a tap or Enter on an area; `undefined` clears. */
  readonly choose: (id: string | undefined) => void;
  readonly changed: () => void;
}

/** The handlers of the picture, and the one area that they lead to. */
export class Pointing {
  /** The area under the pointer or the keyboard. */
  active: string | undefined;
  private neighbours: ((id: string) => ReadonlySet<string>) | undefined;

  constructor(private readonly host: PointingHost) {}

  readonly over = (event: PointerEvent): void => {
    // A finger chooses by its tap; what it passes over is not meant.
    if (event.pointerType !== 'touch') this.point(idOf(event));
  };

  readonly leave = (): void => this.point(undefined);

  readonly click = (event: MouseEvent): void => {
    const id = idOf(event);
    // What was pointed at before the tap gives way to what was tapped.
    this.point(undefined);
    this.host.choose(id);
  };

  readonly key = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    if (direction) {
      event.preventDefault();
      this.move(direction);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (this.active !== undefined) this.host.choose(this.active);
    } else if (event.key === 'Escape') {
      this.leave();
      this.host.choose(undefined);
    }
  };

  /** The borders load when the keyboard comes to the map; until then the nearest area counts. */
  readonly focus = (): void => {
    void this.host.neighbours().then((neighbours) => (this.neighbours = neighbours));
  };

  private move(direction: Direction): void {
    const shapes = this.host.shapes();
    const at = this.active ?? this.host.chosen();
    const from = shapes.find(({ id }) => id === at);
    const next = from
      ? inDirection(shapes, from, direction, this.neighbours?.(from.id))
      : shapes[0];
    this.point((next ?? from)?.id);
  }

  private point(id: string | undefined): void {
    if (id === this.active) return;
    this.active = id;
    this.host.changed();
  }
}

function idOf(event: Event): string | undefined {
  return (event.composedPath()[0] as Partial<SVGElement>).dataset?.['id'];
}
