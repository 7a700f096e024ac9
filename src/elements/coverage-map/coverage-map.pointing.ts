/** Which area of the picture is pointed at, by pointer, touch or keyboard alike. */
import type { Edition } from '../../domain/editions.js';
import type { DrawnShape } from '../../maps/drawing.js';

interface PointingHost {
  /** The areas of the picture. */
  readonly shapes: () => readonly DrawnShape[];
  readonly chosen: () => string | undefined;
  /** The edition of the provinces, where the list of neighbours fits what is drawn. */
  readonly bordering: () => Edition | undefined;
  /** A click, a tap or Enter on an area; `undefined` clears. */
  readonly choose: (id: string | undefined) => void;
  readonly changed: () => void;
}

/** The handlers of the picture, and the one area that they lead to. */
export class Pointing {
  /** The area under the pointer or the keyboard. */
  active: string | undefined;
  /** Steps of the arrow keys that are not finished: Enter waits, and chooses the area to which they lead. */
  private steps: Promise<void> | undefined;

  constructor(private readonly host: PointingHost) {}

  readonly over = (event: PointerEvent): void => {
    // A finger chooses by a tap only; areas that it passes over are ignored.
    if (event.pointerType !== 'touch') this.point(idOf(event));
  };

  readonly leave = (): void => this.point(undefined);

  readonly click = (event: MouseEvent): void => {
    const id = idOf(event);
    // The tap replaces the area that was pointed at before.
    this.point(undefined);
    this.host.choose(id);
  };

  readonly key = (event: KeyboardEvent): void => {
    const { key } = event;
    if (/^Arrow|^Home$|^End$/.test(key)) {
      event.preventDefault();
      this.step(key);
    } else if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      if (this.steps) void this.steps.then(this.enter);
      else this.enter();
    } else if (key === 'Escape') {
      this.leave();
      this.host.choose(undefined);
    }
  };

  /** Loads the code of the arrow keys when the keyboard comes to the map. */
  readonly focus = (): void => void stepping().catch(() => undefined);

  private readonly enter = (): void => {
    if (this.active !== undefined) this.host.choose(this.active);
  };

  private step(key: string): void {
    const steps = this.move(key)
      .catch(() => undefined)
      .then(() => {
        if (this.steps === steps) this.steps = undefined;
      });
    this.steps = steps;
  }

  private async move(key: string): Promise<void> {
    const { step } = await stepping();
    const { shapes, chosen, bordering } = this.host;
    this.point(step(shapes(), this.active ?? chosen(), key, bordering()));
  }

  private point(id: string | undefined): void {
    if (id === this.active) return;
    this.active = id;
    this.host.changed();
  }
}

const stepping = () => import('./coverage-map.arrow-keys.js');

function idOf(event: Event): string | undefined {
  return (event.composedPath()[0] as Partial<SVGElement>).dataset?.['id'];
}
