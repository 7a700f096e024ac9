/**
 * From an office's files of borders to the borders of an area in the API: read, brought to WGS 84, matched
 * with the official list, joined, simplified, and reported in Vietnamese. Pure: no disk, no network.
 */
import type { Area } from '../api/figures.js';
import { bordersPath } from '../api/document-paths.js';
import { documentKey, editionOf } from '../domain/editions.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { choice, forCommand } from './choices.js';
import type { ZoneChoice } from './choose-system.js';
import { misfits } from './cracks.js';
import type { Layer } from './layer.js';
import { outlineOf } from './province-outline.js';
import { readLayers, type BordersFile } from './read-layers.js';
import { reportMisfits, reportSize, reportUnits } from './report.js';
import { Sentences } from './sentences.js';
import {
  checkFar,
  checkPlaces,
  checkShare,
  checkTwins,
  checkVersions,
  missingOf,
} from './shape-checks.js';
import { unitsTopology, type UnitResult } from './topology.js';
import { nameOf, type OfficialLists, type UnitList } from './unit-list.js';
import { shapesOfLayer, type UnitShape } from './unit-shapes.js';
import type { Inflate } from './unzip.js';

export interface BordersRequest {
  readonly files: readonly BordersFile[];
  /** The area whose map this is: `44@2025`, `44@2008`, `vn@2025`. */
  readonly area: string;
  /** Coordinate systems that a person named, for all files or for one. */
  readonly zones?: readonly ZoneChoice[];
  /** The attribute that says the unit; found where absent. */
  readonly key?: string | undefined;
  /** The object of a TopoJSON file. */
  readonly object?: string | undefined;
  /** Bytes of the result; 100,000 where absent. */
  readonly size?: number | undefined;
  /** Writes a part of the area, too. */
  readonly allowMissing?: boolean;
  /** Units whose rows may lie far apart, by code; all where true. */
  readonly allowFar?: boolean;
  /** Closed lines become areas. */
  readonly lines?: boolean;
  /** The units, in place of the official list: for areas that no list has. */
  readonly units?: Readonly<Record<string, Area>> | undefined;
  /** Where the borders come from, for the footer of the page. */
  readonly source?:
    | {
        readonly title: string;
        readonly url?: string | undefined;
        readonly at?: string | undefined;
      }
    | undefined;
  /** The borders are invented: the page calls them a sketch. */
  readonly sample?: boolean;
  /** The sentences keep the marks of `choices.ts`, for a page that offers the choices as fields. */
  readonly marked?: boolean;
  readonly progress?: ((step: string) => void) | undefined;
  /** Inflates the files of a zip; fflate does where absent. */
  readonly inflate?: Inflate | undefined;
}

export interface BordersResult {
  /** Sentences; while there is one, nothing is made. */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  /** What was done, a line each. */
  readonly report: readonly string[];
  /** The document's path below the API's base, and its text. */
  readonly file: { readonly path: string; readonly text: string } | undefined;
  readonly area: string;
  readonly units: readonly UnitResult[];
  readonly missing: readonly string[];
}

/** Bytes. */
const DEFAULT_SIZE = 100_000;

/** Makes the borders of an area. */
export async function makeBorders(request: BordersRequest): Promise<BordersResult> {
  const progress = request.progress ?? (() => undefined);
  progress('đọc tệp');
  const { layers, refused, passed } = await readLayers(request.files, request);
  const sentences = new Sentences(layers.length > 1);
  sentences.faults.push(...refused);
  sentences.warnings.push(...passed);
  const list = await unitsOf(request, sentences);
  const done = (made: Made): BordersResult => ({
    ...saidIn(sentences, request.marked),
    area: request.area,
    ...made,
  });
  const nothing = { file: undefined, units: [], missing: [] };
  if (!list || sentences.faults.length > 0) return done(nothing);
  progress('khớp danh mục và đổi tọa độ');
  const byUnit = await checkedShapes(layers, list, request, sentences);
  if (sentences.faults.length > 0) return done(nothing);
  progress('thu gọn đường ranh giới');
  const most = request.size ?? DEFAULT_SIZE;
  const made = await unitsTopology(
    [...byUnit].map(([id, shapes]) => ({ id, polygons: shapes.flatMap((s) => s.polygons) })),
    {
      size: most,
      head: headOf(request, layers),
      properties: (id) => ({ name: nameOf(list.units[id]) }),
    },
  );
  reportUnits(made.units, byUnit, list, sentences);
  progress('tìm khe hở và chỗ chồng');
  reportMisfits(misfits(made.detailed), list, sentences);
  reportSize(made, most, sentences);
  return done({
    file: { path: `${bordersPath(documentKey(request.area))}.json`, text: made.text },
    units: made.units,
    missing: missingOf(byUnit, list),
  });
}

type Made = Pick<BordersResult, 'file' | 'units' | 'missing'>;

/** The sentences as the command prints them, or with their marks. */
function saidIn({ faults, warnings, report }: Sentences, marked = false) {
  const words = (list: readonly string[]): readonly string[] =>
    marked ? list : list.map(forCommand);
  return { faults: words(faults), warnings: words(warnings), report: words(report) };
}

/** The shapes of each unit; the sentences say what is wrong with them. */
async function checkedShapes(
  layers: readonly Layer[],
  list: UnitList,
  request: BordersRequest,
  sentences: Sentences,
): Promise<ReadonlyMap<string, readonly UnitShape[]>> {
  const outline = await outlineOf(request.area.startsWith('vn') ? 'vn' : request.area);
  const run = { layers: layers.length, list, outline, request, sentences };
  const shapes = layers.flatMap((layer) => shapesOfLayer(layer, run));
  const { foreign } = sentences;
  if (shapes.length === 0) sentences.faults.push(...foreign);
  else sentences.warnings.push(...foreign.map((sentence) => `${sentence} Lớp này được bỏ qua.`));
  checkPlaces(shapes, outline, list, request, sentences);
  checkTwins(shapes, list, sentences);
  const byUnit = group(shapes);
  checkShare(byUnit, list, request, sentences);
  checkVersions(byUnit, list, sentences);
  checkFar(byUnit, list, request, sentences);
  return byUnit;
}

function group(shapes: readonly UnitShape[]): Map<string, UnitShape[]> {
  const byUnit = new Map<string, UnitShape[]>();
  for (const shape of shapes) byUnit.set(shape.id, [...(byUnit.get(shape.id) ?? []), shape]);
  return byUnit;
}

async function unitsOf(
  { area, units }: BordersRequest,
  sentences: Sentences,
): Promise<UnitList | undefined> {
  // A list of one's own for a province that there is leaves what is known of its former units.
  const isKnown = units === undefined || area in PROVINCES || area.startsWith('vn@');
  const official = isKnown ? await import('../desk/gazetteer.js') : undefined;
  const list = units || !official ? childrenIn(units ?? {}, area) : officialUnits(area, official);
  if (Object.keys(list).length > 0) return { area, units: list, official };
  sentences.faults.push(
    `Không có danh mục đơn vị nằm trong ${area}. Hãy ghi mã tỉnh kèm năm, ví dụ 44@2025, hoặc đưa danh mục riêng: ${choice('list', 'TỆP')}.`,
  );
  return undefined;
}

function officialUnits(
  area: string,
  { officialAreasIn, provinceOf }: OfficialLists,
): Record<string, Area> {
  const edition = editionOf(area) ?? '2025';
  if (area.startsWith('vn'))
    return Object.fromEntries(
      Object.entries(PROVINCES).filter(([id]) => editionOf(id) === edition),
    );
  return childrenIn(officialAreasIn(area in PROVINCES ? area : (provinceOf(area) ?? '')), area);
}

const childrenIn = (
  areas: Readonly<Record<string, Area>>,
  parent: string,
): Record<string, Area> => {
  const top = parent.startsWith('vn') ? 'vn' : parent;
  return Object.fromEntries(
    Object.entries(areas).filter(([id, area]) => area.parent === top && id !== parent),
  );
};

/** What the file says of itself: the area, its source, and that it is invented. */
function headOf(
  { area, source, sample }: BordersRequest,
  layers: readonly Layer[],
): Record<string, unknown> {
  const layerProperties = layers
    .map(({ properties }) => properties)
    .find((properties) => properties['source'] !== undefined);
  const provenance = source
    ? {
        source: { title: source.title, ...(source.url ? { url: source.url } : {}) },
        ...(source.at ? { at: source.at } : {}),
      }
    : layerProperties
      ? {
          source: layerProperties['source'],
          ...(layerProperties['at'] === undefined ? {} : { at: layerProperties['at'] }),
        }
      : {};
  return {
    properties: { area: documentKey(area), ...provenance, ...(sample ? { sample: true } : {}) },
  };
}
