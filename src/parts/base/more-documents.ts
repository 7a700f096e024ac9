/** The documents of a widget that shows several areas, beside the one that `DataElement` follows. */
import type { ReactiveControllerHost } from 'lit';
import type { Envelope } from '../../api/figures.js';
import type { Shape } from '../../api/document-shapes.js';
import { DocumentController, type DocumentState, type Wanted } from './document-controller.js';

type Host = ReactiveControllerHost & HTMLElement;

export class MoreDocuments<D extends Envelope> {
  private readonly open = new Map<string, DocumentController<D>>();

  constructor(
    private readonly host: Host,
    private readonly shape: () => Shape<D>,
    /** What is wanted for an area, now. */
    private readonly wanted: (area: string) => Wanted,
  ) {}

  /** Opens the documents of these areas, and closes all others; called before each drawing. */
  follow(areas: readonly string[]): void {
    this.open.forEach((controller, area) => {
      if (areas.includes(area)) return;
      this.open.delete(area);
      this.host.removeController(controller);
      controller.hostDisconnected();
    });
    for (const area of areas) {
      if (this.open.has(area)) continue;
      const controller = new DocumentController(this.host, this.shape, () => this.wanted(area));
      this.open.set(area, controller);
      controller.follow();
    }
  }

  stateOf(area: string): DocumentState<D> | undefined {
    return this.open.get(area)?.state;
  }

  async reload(): Promise<void> {
    await Promise.all([...this.open.values()].map((controller) => controller.reload()));
  }
}
