/** Reads the data of the builder: from an API, and from the folder of the scripts. */
import { INDEX_PATH } from '../../api/document-paths.js';
import { addressIn } from '../../data/addresses.js';
import { tryJson } from '../../data/request.js';
import type { Area, Envelope, Observation } from '../../api/figures.js';
import { canonicalAreaId, documentKey, editionOf, type Edition } from '../../domain/editions.js';
import { PROVINCES } from '../../domain/provinces.generated.js';

export type Areas = Readonly<Record<string, Area>>;

/** All areas that an API names, with the provinces, which are known here. */
export async function loadAreas(api: string): Promise<Areas> {
  const lists = await Promise.all(
    ['2025', '2008'].map((edition) => tryJson(addressIn(api, `areas/${edition}`))),
  );
  const areasOfLists = lists.map((list) => (list as { areas?: Areas } | undefined)?.areas ?? {});
  return Object.assign({}, PROVINCES, ...areasOfLists) as Areas;
}

/** The areas of an edition; the nation is in both. */
export const areasOf = (areas: Areas, edition: Edition): Areas =>
  Object.fromEntries(
    Object.entries(areas).filter(([id]) => id === 'vn' || editionOf(id) === edition),
  );

/** The indicators and names in an area's document. */
export interface Offer {
  readonly indicators: Envelope['indicators'];
  /** Keys of indicators that have figures for what the widget shows. */
  readonly keys: readonly string[];
  readonly observations: readonly Observation[];
}

/** The indicators that an area has figures of, or its children; of `both`, the area's own first. */
export async function loadOffer(
  api: string,
  area: string,
  whose: 'area' | 'children' | 'both',
): Promise<Offer | undefined> {
  const raw = await tryJson(addressIn(api, `observations/${documentKey(area)}`));
  const { indicators, observations } = (raw ?? {}) as Partial<Envelope> & {
    observations?: Observation[];
  };
  if (!indicators || !Array.isArray(observations)) return undefined;
  const id = canonicalAreaId(area);
  const [ofArea, ofChildren] = [true, false].map((is) =>
    observations.filter((one) => (one.area === id) === is),
  ) as [Observation[], Observation[]];
  const figures =
    whose === 'children' || (whose === 'both' && !ofArea.length) ? ofChildren : ofArea;
  const keys = Object.keys(indicators).filter((key) =>
    figures.some((one) => one.indicator === key),
  );
  return { indicators, keys, observations: figures };
}

/** The campaigns of an API: id and name. */
export async function loadCampaigns(api: string): Promise<readonly (readonly [string, unknown])[]> {
  const raw = await tryJson(addressIn(api, INDEX_PATH));
  const { campaigns } = (raw ?? {}) as { campaigns?: { id?: string; name?: unknown }[] };
  return (Array.isArray(campaigns) ? campaigns : []).flatMap(({ id, name }) =>
    id ? [[id, name ?? id] as const] : [],
  );
}

/** One attribute of a widget, as `elements.json` lists it. */
export interface Attribute {
  readonly name: string;
  readonly kind: 'text' | 'flag' | 'number' | readonly string[];
  readonly description: string;
}

/** The attributes of each widget, from the manifest of the build. */
export async function loadElements(
  folder: string,
): Promise<Readonly<Record<string, { readonly attributes: readonly Attribute[] }>>> {
  return ((await tryJson(`${folder}elements.json`)) ?? {}) as Record<
    string,
    { attributes: Attribute[] }
  >;
}
