/** The area that is chosen, by the reader, by the page or by the page's address. */
import type { UrlState } from '../../parts/base/url-state.js';
import type { Drill } from './coverage-map.drill.js';

interface SelectionHost {
  readonly drill: Drill;
  readonly url: UrlState;
  /** True where the picture has this area. */
  readonly has: (id: string) => boolean;
  /** Opens the map of an area. */
  readonly open: (id: string) => void;
  /** Tells the page of another choice; `undefined` where nothing is chosen. */
  readonly announce: (id: string | undefined) => void;
  readonly changed: () => void;
}

export class Selection {
  /** The id of the area chosen on the map that is drawn. */
  area: string | undefined;
  /** The last choice that the page made or was told. */
  private announced: string | undefined;

  constructor(private readonly host: SelectionHost) {}

  /** Chooses an area for the reader. Without one, the choice is the area whose map is open. */
  readonly select = (id: string | undefined): void => {
    const { drill, url, announce, changed } = this.host;
    this.area = id;
    changed();
    const area = id ?? drill.innermost;
    if (area === this.announced) return;
    this.announced = area;
    url.set('area', area);
    announce(area);
  };

  /** A click, a tap or Enter: a second choice of the same area opens its map, where it has one. */
  readonly choose = (id: string | undefined): void => {
    const { drill, open } = this.host;
    if (id !== undefined && id === this.area && drill.canOpen(id)) open(id);
    else this.select(id);
  };

  /** Shows a choice that was made elsewhere; closes open maps that do not have the area. */
  follow(id: string | undefined): void {
    if (id === this.announced) return;
    const { drill, has, changed } = this.host;
    this.announced = id;
    const depth = drill.depthOf(id);
    this.area = depth > 0 ? undefined : id;
    if (!id || !has(id)) drill.backTo(depth);
    changed();
  }
}
