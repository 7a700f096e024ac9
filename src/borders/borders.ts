/**
 * From an office's files of borders to the borders of an area in the API: read, brought to WGS 84, matched
 * with the official list, joined, simplified, and reported in Vietnamese. Pure: no disk, no network.
 */
import type { Area } from '../api/figures.js';
import { bordersPath } from '../api/document-paths.js';
import { documentKey, editionOf } from '../domain/editions.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { misfits } from './cracks.js';
import { matchRows } from './match-rows.js';
import { nameOf, unitWords, type OfficialLists, type UnitList } from './unit-list.js';
import { meet, overlapOf } from './overlap.js';
import { outlineOf, type Outline } from './province-outline.js';
import type { Layer, Row } from './layer.js';
import { readLayers, type BordersFile } from './read-layers.js';
import { boxOf, ringArea, type Box, type Polygon } from './rings.js';
import { systemFor, type ZoneChoice } from './choose-system.js';
import { areasOf } from './shapes.js';
import { convertToDegrees, systemWords } from './systems.js';
import type { Inflate } from './unzip.js';
import { unitsTopology, type UnitResult } from './topology.js';

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

const DEFAULT_SIZE = 100_000;
/** Share of the units that must have a border. */
const LEAST_SHARE = 0.9;
/** Lines of a kind that are printed. */
const MOST = 20;

/** A row with its unit and its polygons in degrees. */
interface Shape {
  readonly layer: Layer;
  readonly row: Row;
  readonly id: string;
  readonly polygons: readonly Polygon[];
}

/** Sentences of one run. */
class Said {
  readonly faults: string[] = [];
  readonly warnings: string[] = [];
  readonly report: string[] = [];
  /** Layers of something else: a fault where no other layer has units. */
  readonly foreign: string[] = [];

  constructor(private readonly several: boolean) {}

  /** Warns of the first ones, and says how many there are more. */
  warn(notes: readonly string[]): void {
    this.warnings.push(...notes.slice(0, MOST));
    if (notes.length > MOST) this.warnings.push(`Còn ${notes.length - MOST} đơn vị nữa như thế.`);
  }

  place({ file }: Layer, row?: number): string {
    const parts = [this.several && `tệp “${file}”`, row && `hàng ${row}`]
      .filter(Boolean)
      .join(', ');
    return parts ? `${parts.charAt(0).toUpperCase()}${parts.slice(1)}: ` : '';
  }
}

/** Makes the borders of an area. */
export async function makeBorders(request: BordersRequest): Promise<BordersResult> {
  const progress = request.progress ?? (() => undefined);
  progress('đọc tệp');
  const { layers, refused, passed } = await readLayers(request.files, request);
  const said = new Said(layers.length > 1);
  said.faults.push(...refused);
  said.warnings.push(...passed);
  const list = await unitsOf(request, said);
  const done = (more: Partial<BordersResult> = {}): BordersResult => ({
    faults: said.faults,
    warnings: said.warnings,
    report: said.report,
    file: undefined,
    area: request.area,
    units: [],
    missing: [],
    ...more,
  });
  if (!list || said.faults.length > 0) return done();
  const outline = await outlineOf(request.area.startsWith('vn') ? 'vn' : request.area);
  progress('khớp danh mục và đổi tọa độ');
  const shapes: Shape[] = [];
  for (const layer of layers)
    shapes.push(...shapesOf(layer, layers.length, list, outline, request, said));
  if (shapes.length > 0)
    said.warnings.push(...said.foreign.map((sentence) => `${sentence} Lớp này được bỏ qua.`));
  else said.faults.push(...said.foreign);
  checkPlaces(shapes, outline, list, request, said);
  checkTwins(shapes, list, said);
  const byUnit = group(shapes);
  checkShare(byUnit, list, request, said);
  checkVersions(byUnit, list, said);
  checkFar(byUnit, list, request, said);
  if (said.faults.length > 0) return done();
  progress('thu gọn đường ranh giới');
  const made = await unitsTopology(
    [...byUnit].map(([id, own]) => ({ id, polygons: own.flatMap(({ polygons }) => polygons) })),
    {
      size: request.size ?? DEFAULT_SIZE,
      head: headOf(request, layers),
      properties: (id) => ({ name: nameOf(list.units[id]) }),
    },
  );
  reportUnits(made.units, byUnit, list, said);
  progress('tìm khe hở và chỗ chồng');
  const bad = misfits(made.detailed);
  for (const {
    kind,
    ids: [a, b],
    metres,
  } of bad.slice(0, MOST))
    said.warnings.push(
      `${kind === 'crack' ? 'Khe hở' : 'Chồng lên nhau'} giữa ${unitWords(a, list.units)} và ${unitWords(b, list.units)}, trên khoảng ${metersWords(metres)} ranh giới.`,
    );
  if (bad.length > MOST) said.warnings.push(`Còn ${bad.length - MOST} chỗ hở hoặc chồng nữa.`);
  if (bad.length === 0) said.report.push('Không thấy khe hở hay chỗ chồng nào giữa các đơn vị.');
  const bytes = new TextEncoder().encode(made.text).length;
  said.report.push(
    `${made.points[0].toLocaleString('vi')} điểm còn ${made.points[1].toLocaleString('vi')} điểm, ${Math.ceil(bytes / 1000)} KB; lưới ${(made.grid * 111_320).toFixed(made.grid < 1e-6 ? 3 : 1).replace('.', ',')} m.`,
  );
  if (bytes > (request.size ?? DEFAULT_SIZE))
    said.warnings.push(
      `Không thu gọn được đến ${Math.round((request.size ?? DEFAULT_SIZE) / 1000)} KB mà vẫn giữ đủ các đảo và hình; tệp nặng ${Math.ceil(bytes / 1000)} KB.`,
    );
  return done({
    file: { path: `${bordersPath(documentKey(request.area))}.json`, text: made.text },
    units: made.units,
    missing: missingOf(byUnit, list),
  });
}

const metersWords = (metres: number): string =>
  metres >= 1000 ? `${(metres / 1000).toFixed(1).replace('.', ',')} km` : `${metres} m`;

/* ---- the list of units ---- */

async function unitsOf({ area, units }: BordersRequest, said: Said): Promise<UnitList | undefined> {
  const official = units ? undefined : await import('../desk/gazetteer.js');
  const list = official ? officialUnits(area, official) : childrenIn(units ?? {}, area);
  if (Object.keys(list).length > 0) return { area, units: list, official };
  said.faults.push(
    `Không có danh mục đơn vị nằm trong ${area}. Hãy ghi mã tỉnh kèm danh mục, ví dụ 44@2025, hoặc đưa danh mục riêng bằng --list TỆP.`,
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

/* ---- rows to shapes ---- */

function shapesOf(
  layer: Layer,
  layers: number,
  list: UnitList,
  outline: Outline,
  request: BordersRequest,
  said: Said,
): Shape[] {
  const at = (row?: number): string => said.place(layer, row);
  if (layer.deleted > 0)
    said.report.push(`${at()}Bỏ qua ${layer.deleted} hàng đã đánh dấu xóa trong bảng .dbf.`);
  if (!layer.rows.some(({ shape }) => mayHaveAreas(shape, request.lines === true))) {
    said.foreign.push(`${at()}${noPolygons(layer)}`);
    return [];
  }
  const matched = matchRows(layer, list, request.key);
  if ('message' in matched) {
    (matched.isForeign ? said.foreign : said.faults).push(`${at()}${matched.message}`);
    return [];
  }
  const total = Object.keys(list.units).length;
  said.report.push(`${at()}${matched.key}: ${matched.count}/${total}`);
  const cut = (notes: readonly string[], into: string[]): void => {
    into.push(...notes.slice(0, MOST));
    if (notes.length > MOST) into.push(`${at()}còn ${notes.length - MOST} hàng nữa.`);
  };
  cut(
    matched.problems.map(({ row, message }) => `${at(row)}${message}`),
    said.faults,
  );
  cut(
    matched.warnings.map(({ row, message }) => `${at(row)}${message}`),
    said.warnings,
  );
  const chosen = systemFor(layer, layers, request.zones ?? [], outline);
  if (typeof chosen === 'string') {
    said.faults.push(`${at()}${chosen}`);
    return [];
  }
  if (chosen.note) said.warnings.push(`${at()}${chosen.note}`);
  said.report.push(`${at()}Hệ tọa độ: ${systemWords(chosen.system)}.`);
  convertToDegrees(layer.xy, chosen.system, chosen.swapped);
  const shapes: Shape[] = [];
  const unknown: string[] = [];
  const broken: string[] = [];
  const others: number[] = [];
  for (const row of layer.rows) {
    const id = matched.ids.get(row);
    const value = row.attributes[matched.key];
    if (id === undefined) {
      unknown.push(
        `${at(row.row)}${matched.key} “${value === undefined ? '' : String(value).slice(0, 60)}” không có trong danh mục của ${list.area}, nên không vẽ.`,
      );
      continue;
    }
    if (!row.shape) {
      said.warnings.push(`${at(row.row)}${unitWords(id, list.units)} không có hình.`);
      continue;
    }
    const {
      polygons,
      flat,
      doubled,
      others: more,
    } = areasOf(row.shape, { lines: request.lines === true });
    if (row.shape.broken !== undefined)
      broken.push(`${at(row.row)}tọa độ không đọc được: ${row.shape.broken}.`);
    if (flat > 0) said.warnings.push(`${at(row.row)}bỏ ${flat} vòng không có diện tích.`);
    if (doubled > 0)
      said.warnings.push(`${at(row.row)}bỏ ${doubled} vòng trong trùng với vòng ngoài.`);
    if (more > 0) others.push(row.row);
    if (polygons.length === 0)
      said.warnings.push(
        `${at(row.row)}${unitWords(id, list.units)} không có vùng nào${request.lines && row.shape.lines.length > 0 ? ': đường không khép kín' : ''}.`,
      );
    else shapes.push({ layer, row, id, polygons });
  }
  cut(broken, said.faults);
  cut(unknown, said.warnings);
  if (others.length > 0)
    said.warnings.push(
      `${at()}điểm và đường không thành vùng, đã bỏ, ở hàng ${others.slice(0, 10).join(', ')}.`,
    );
  return shapes;
}

const mayHaveAreas = (shape: Row['shape'], lines: boolean): boolean =>
  shape !== undefined && (shape.polygons.length > 0 || (lines && shape.lines.length > 0));

function noPolygons({ rows }: Layer): string {
  if (rows.every(({ shape }) => shape === undefined)) return 'không hàng nào có hình.';
  return rows.some(({ shape }) => shape && shape.lines.length > 0)
    ? 'chỉ có đường, không có vùng. Nếu mỗi đường khép kín là ranh giới của một đơn vị, hãy thêm --lines.'
    : 'chỉ có điểm, không có vùng: không vẽ được ranh giới.';
}

function group(shapes: readonly Shape[]): Map<string, Shape[]> {
  const byUnit = new Map<string, Shape[]>();
  for (const shape of shapes) byUnit.set(shape.id, [...(byUnit.get(shape.id) ?? []), shape]);
  return byUnit;
}

/* ---- checks ---- */

const missingOf = (byUnit: ReadonlyMap<string, unknown>, { units }: UnitList): string[] =>
  Object.keys(units).filter((id) => !byUnit.has(id));

function checkShare(
  byUnit: ReadonlyMap<string, unknown>,
  list: UnitList,
  request: BordersRequest,
  said: Said,
): void {
  const missing = missingOf(byUnit, list);
  if (missing.length === 0 || said.faults.length > 0) return;
  const total = Object.keys(list.units).length;
  const some = missing
    .slice(0, MOST)
    .map((id) => unitWords(id, list.units))
    .join(', ');
  const words = `${missing.length}/${total} đơn vị chưa có ranh giới: ${some}${missing.length > MOST ? `, và ${missing.length - MOST} đơn vị nữa` : ''}.`;
  if (byUnit.size / total >= LEAST_SHARE || request.allowMissing) said.warnings.push(words);
  else
    said.faults.push(
      `${words} Chỉ có ${byUnit.size}/${total}, dưới 90%. Nếu chỉ cần một phần, hãy thêm --allow-missing; trang sẽ ghi rõ số đơn vị chưa có ranh giới.`,
    );
}

/** Share of a shape in another of the same unit: from here on both are the unit, not two parts of it. */
const SAME_LAND = 0.5;
/** Share that is no longer a line drawn twice. */
const SOME_LAND = 0.05;
/** Units that two files have twice by chance. */
const BY_CHANCE = 2;

/** Two files that both have the same units are two versions: their borders would be drawn over one another. */
function checkVersions(
  byUnit: ReadonlyMap<string, readonly Shape[]>,
  list: UnitList,
  said: Said,
): void {
  const twice = new Map<string, string[]>();
  const notes: string[] = [];
  for (const [id, shapes] of byUnit) {
    const keys = shapes.map(shapeKey);
    const boxes = shapes.map(({ polygons }) => boxOf(polygons.flat()));
    shapes.forEach((one, i) => {
      for (let j = 0; j < i; j++) {
        const other = shapes[j];
        if (!other || keys[i] === keys[j] || !meet(boxes[i], boxes[j])) continue;
        const share = overlapOf(one.polygons, other.polygons);
        if (share < SOME_LAND) continue;
        const files = [other, one].map(({ layer }) => `“${layer.file}”`).join(' và ');
        if (one.layer !== other.layer && share >= SAME_LAND)
          twice.set(files, [...(twice.get(files) ?? []), unitWords(id, list.units)]);
        notes.push(
          `${unitWords(id, list.units)} có hai hình chồng lên nhau khoảng ${Math.round(share * 100)}%: ${placeOf(other)} và ${placeOf(one)}. Nếu là hai bản của một đơn vị, hãy bỏ một.`,
        );
      }
    });
  }
  said.warn(notes);
  for (const [files, units] of twice)
    if (units.length > BY_CHANCE)
      said.faults.push(
        `${files} là hai bản của cùng các đơn vị (${units.length} đơn vị: ${units.slice(0, 5).join(', ')}${units.length > 5 ? ', …' : ''}). Hãy chỉ đưa một bản.`,
      );
}

/** One code in two far places is a wrong code: a unit would be drawn as two. */
function checkFar(
  byUnit: ReadonlyMap<string, readonly Shape[]>,
  list: UnitList,
  request: BordersRequest,
  said: Said,
): void {
  if (request.allowFar) return;
  for (const [id, shapes] of byUnit) {
    if (shapes.length < 2 || list.units[id]?.kind === 'special') continue;
    const boxes = shapes.map((shape) => ({
      shape,
      box: boxOf(shape.polygons.flat()),
      size: areaOf(shape),
    }));
    const largest = boxes.reduce((a, b) => (b.size > a.size ? b : a));
    for (const other of boxes) {
      const gap = gapKm(largest.box, other.box);
      const wide = diagonalKm(largest.box);
      if (other === largest || gap <= Math.max(5, wide) || other.size < largest.size * 0.1)
        continue;
      said.faults.push(
        `${unitWords(id, list.units)} có hai hình cách nhau ${Math.round(gap)} km: ${placeOf(largest.shape)} và ${placeOf(other.shape)}. Một trong hai hàng ghi sai mã; nếu đúng là một đơn vị, hãy thêm --allow-far.`,
      );
    }
  }
}

/** A shape far outside of the province is a wrong position: another system, or latitude in front, in one row. */
function checkPlaces(
  shapes: readonly Shape[],
  outline: Outline,
  list: UnitList,
  request: BordersRequest,
  said: Said,
): void {
  if (request.allowFar) return;
  const outside = shapes.flatMap((shape) => {
    const far = shape.polygons.find(([outer]) => {
      const { west, south, east, north } = boxOf(outer ? [outer] : []);
      return !outline.isNear((west + east) / 2, (south + north) / 2);
    });
    return far ? [{ shape, far }] : [];
  });
  for (const { shape, far } of outside.slice(0, MOST)) {
    const { west, south } = boxOf(far);
    said.faults.push(
      `${said.place(shape.layer, shape.row.row)}${unitWords(shape.id, list.units)} có hình nằm xa ngoài tỉnh (kinh độ ${degreesWords(west)}, vĩ độ ${degreesWords(south)}). Hãy sửa tọa độ hoặc mã của hàng; nếu đúng, hãy thêm --allow-far.`,
    );
  }
  if (outside.length > MOST)
    said.faults.push(`còn ${outside.length - MOST} hàng nữa nằm xa ngoài tỉnh.`);
}

const degreesWords = (degrees: number): string => degrees.toFixed(3).replace('.', ',');

/** The same for shapes that are one, to a decimetre, because the two may come from files of different zones. */
function shapeKey(shape: Shape): string {
  const { west, south, east, north } = boxOf(shape.polygons.flat());
  return [west, south, east, north]
    .map((degrees) => degrees.toFixed(6))
    .concat(areaOf(shape).toPrecision(4))
    .join(' ');
}

/** One shape under two codes is a wrong map that looks right: one of the two lies somewhere else. */
function checkTwins(shapes: readonly Shape[], list: UnitList, said: Said): void {
  const first = new Map<string, Shape>();
  const notes: string[] = [];
  for (const shape of shapes) {
    const key = shapeKey(shape);
    const other = first.get(key);
    if (!other) first.set(key, shape);
    else if (other.id !== shape.id)
      said.faults.push(
        `${unitWords(other.id, list.units)} và ${unitWords(shape.id, list.units)} có cùng một hình: ${placeOf(other)} và ${placeOf(shape)}. Một trong hai hàng ghi sai mã hoặc sai hình.`,
      );
    else
      notes.push(
        `${unitWords(shape.id, list.units)} có cùng một hình hai lần: ${placeOf(other)} và ${placeOf(shape)}. Chỉ giữ một.`,
      );
  }
  said.warn(notes);
}

const placeOf = ({ layer, row }: Shape): string => `hàng ${row.row} của tệp “${layer.file}”`;
const areaOf = ({ polygons }: Shape): number =>
  polygons.reduce((sum, [outer]) => sum + (outer ? Math.abs(ringArea(outer)) : 0), 0);
const KM = 111.32;

function gapKm(a: Box, b: Box): number {
  const x = Math.max(0, a.west - b.east, b.west - a.east) * Math.cos((a.south * Math.PI) / 180);
  return Math.hypot(x, Math.max(0, a.south - b.north, b.south - a.north)) * KM;
}

const diagonalKm = ({ west, south, east, north }: Box): number =>
  Math.hypot((east - west) * Math.cos((south * Math.PI) / 180), north - south) * KM;

/* ---- report ---- */

function reportUnits(
  units: readonly UnitResult[],
  byUnit: ReadonlyMap<string, readonly Shape[]>,
  list: UnitList,
  said: Said,
): void {
  const joined = [...byUnit].filter(([, shapes]) => shapes.length > 1);
  if (joined.length > 0)
    said.report.push(
      `Ghép nhiều hàng thành một đơn vị: ${joined
        .slice(0, MOST)
        .map(([id, shapes]) => `${unitWords(id, list.units)} (${shapes.length} hàng)`)
        .join(', ')}.`,
    );
  const rings = units.reduce((sum, unit) => sum + unit.rings, 0);
  const islands = units.reduce((sum, { parts }) => sum + parts - 1, 0);
  said.report.push(
    `${units.length} đơn vị, ${rings} vòng, giữ đủ; ${islands} đảo hoặc phần tách rời.`,
  );
  const changed = units.filter(({ change }) => Math.abs(change) > 0.02);
  for (const { id, change } of changed.slice(0, MOST))
    said.warnings.push(
      `${unitWords(id, list.units)}: diện tích đổi ${(change * 100).toFixed(1).replace('.', ',')}% sau khi thu gọn. Muốn sát hơn, hãy tăng --size.`,
    );
  if (changed.length > MOST)
    said.warnings.push(`Còn ${changed.length - MOST} đơn vị nữa đổi diện tích trên 2%.`);
}

/** What the file says of itself: the area, its source, and that it is invented. */
function headOf(
  { area, source, sample }: BordersRequest,
  layers: readonly Layer[],
): Record<string, unknown> {
  const own = layers
    .map(({ properties }) => properties)
    .find((properties) => properties['source'] !== undefined);
  const given = source
    ? {
        source: { title: source.title, ...(source.url ? { url: source.url } : {}) },
        ...(source.at ? { at: source.at } : {}),
      }
    : own
      ? { source: own['source'], ...(own['at'] === undefined ? {} : { at: own['at'] }) }
      : {};
  return { properties: { area: documentKey(area), ...given, ...(sample ? { sample: true } : {}) } };
}
