/** The maps that a reader has opened, one inside the other, and the way back. */
import type { Observations } from '../../api/figures.js';

interface DrillHost {
  /** True where the page offers to open the map of an area. */
  readonly offered: () => boolean;
  /** True where each area can have a document of its own. */
  readonly hasMoreDocuments: () => boolean;
  readonly document: () => Observations | undefined;
}

interface OpenArea {
  readonly id: string;
  readonly name: string;
}

export class Drill {
  /** The areas whose maps are open, the outermost first; empty at the start. */
  trail: readonly OpenArea[] = [];
  private rootName = '';

  constructor(private readonly host: DrillHost) {}

  /** The id of the area whose map is drawn; `undefined` for the map of the page. */
  get innermost(): string | undefined {
    return this.trail[this.trail.length - 1]?.id;
  }

  /** The names of the breadcrumb, the map of the page first. */
  get names(): string[] {
    return [this.rootName, ...this.trail.map(({ name }) => name)];
  }

  /** True where the area has a map of its own: in the data of the page, or in a document of its own. */
  canOpen(id: string): boolean {
    const doc = this.host.document();
    if (!this.host.offered() || !doc) return false;
    if (this.host.hasMoreDocuments()) return true;
    return Object.values(doc.areas).some(({ parent }) => parent === id);
  }

  /** @param rootName - the name of the map of the page, for the way back */
  open(area: OpenArea, rootName: string): void {
    if (this.trail.length === 0) this.rootName = rootName;
    this.trail = [...this.trail, area];
  }

  /** Closes the maps after the first `depth` ones. */
  backTo(depth: number): void {
    this.trail = this.trail.slice(0, depth);
  }

  /** The number of maps that are open when the one of this area is; 0 where it is not among them. */
  depthOf(id: string | undefined): number {
    return this.trail.findIndex((area) => area.id === id) + 1;
  }
}
