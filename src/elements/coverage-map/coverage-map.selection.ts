/** The area that is chosen, by the reader, by the page or by the page's address. */
import type { UrlState } from '../../parts/base/url-state.js';
import type { Drill } from './coverage-map.drill.js';

interface SelectionHost {
  /** Absent where the page offers no maps of areas. */
  readonly drill: Drill | undefined;
  readonly url: UrlState;
}

export class Selection {
  /** The id of the area chosen on the map that is drawn. */
  area: string | undefined;
  /** The last choice that the page made or was told of. */
  private announced: string | undefined;

  /** @param announce - tells the page of another choice; without an area, that nothing is chosen */
  constructor(
    private readonly host: SelectionHost,
    private readonly announce: (id: string | undefined) => void,
    private readonly changed: () => void,
  ) {}

  /** Chooses an area for the reader. Without one, the choice is the area whose map is open. */
  readonly select = (id: string | undefined): void => {
    const { drill, url } = this.host;
    this.area = id;
    this.changed();
    const area = id ?? drill?.innermost;
    if (area === this.announced) return;
    this.announced = area;
    url.set('area', area);
    this.announce(area);
  };

  /** A click, a tap or Enter: a second choice of the same area opens its map, where it has one. */
  readonly choose = (id: string | undefined): void => {
    const { drill } = this.host;
    if (id !== undefined && id === this.area && drill) drill.openOnceKnown(id);
    else this.select(id);
  };

  /** Shows a choice that was made elsewhere; closes open maps that do not have the area. */
  follow(id: string | undefined): void {
    if (id === this.announced) return;
    this.announced = id;
    this.area = this.host.drill?.follow(id) ? undefined : id;
    this.changed();
  }
}
