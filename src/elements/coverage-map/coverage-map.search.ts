/** What the search of the map knows, and how its results look. Loaded when a reader comes to the box. */
import { css, type LitElement } from 'lit';
import type { Area, Observations } from '../../api/figures.js';
import { vietnamDay } from '../../domain/calendar.js';
import { editionOf } from '../../domain/editions.js';
import { areaName, formerAndPresent, fullAreaName } from '../../i18n/area-names.js';
import type { Wording } from '../../i18n/figures.js';
import { islandsOf } from '../../maps/islands.js';
import { FoundAreas } from '../../parts/area-search/results-list.js';
import { addStyles } from '../../parts/base/late-styles.js';
import type { MapContent, MapFigures } from './coverage-map.content.js';

interface Searched {
  readonly content: MapContent;
  readonly doc: () => Observations | undefined;
  readonly wording: () => Wording;
  readonly selection: { readonly select: (id: string) => void };
}

/** The list of what was found on a map. */
export function mapSearch(
  host: LitElement,
  { content, doc, wording, selection }: Searched,
): FoundAreas {
  addStyles(host, styles);
  const changed = () => host.requestUpdate();
  return new FoundAreas(changed, selection.select, () => {
    const shown = doc();
    const { model, drawing, basemap } = content;
    if (!shown || !model || !drawing) return [];
    const areas = content.areas(shown);
    const map = { model, drawing, areas, today: vietnamDay(Date.now()) };
    return namesOf(map, basemap?.former, wording());
  });
}

/** Names that the search knows, and the area of the map that each means. */
function namesOf(
  { model, drawing, areas, today }: Pick<MapFigures, 'model' | 'drawing' | 'areas' | 'today'>,
  former: Readonly<Record<string, Area>> | undefined,
  { language, t }: Wording,
): { readonly id: string; readonly name: string; readonly note?: string | undefined }[] {
  const { rows, byId } = model;
  const edition = editionOf(rows[0]?.id ?? '');
  const islands = edition ? islandsOf(edition) : [];
  return [
    ...rows.map((row) => ({ id: row.id, name: model.nameOf(row, language) })),
    ...drawing.archipelagos
      .filter(({ areaId }) => byId.has(areaId))
      .map(({ areaId: id, lines: [name = '', note] }) => ({ id, name, note })),
    // Only the map of the nation has provinces.
    ...islands.flatMap(({ name, province: id }) => {
      const row = byId.get(id);
      const area = row && fullAreaName(row.area, language, row.at);
      return area ? [{ id, name, note: t('searchWithin', { area }) }] : [];
    }),
    ...Object.entries(former ?? {}).flatMap(([oldId, area]) => {
      const name = areaName(area, language);
      const id = area.next?.find((heir) => byId.has(heir));
      const heir = id && byId.get(id)?.area;
      if (!id || !heir || areaName(heir, language) === name) return [];
      const { present } = formerAndPresent(oldId, (key) => areas[key], language, { today });
      return [{ id, name, note: present }];
    }),
  ];
}

const styles = css`
  .found {
    position: absolute;
    z-index: 2;
    top: 100%;
    left: 0;
    right: 0;
    margin: 2px 0 0;
    padding: var(--_space);
    list-style: none;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: var(--_text);
  }

  .found[hidden] {
    display: none;
  }

  .found li {
    padding: calc(var(--_space) * 2);
    border-radius: 4px;
    cursor: pointer;
  }

  .found li[aria-selected='true'] {
    background: var(--_sunken);
  }
`;
