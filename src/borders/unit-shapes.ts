/** The rows of a layer as shapes of units: matched with the list, brought to degrees, made areas. */
import { choice, forFile } from './choices.js';
import { systemFor, type ZoneChoice } from './choose-system.js';
import type { Layer, Row } from './layer.js';
import { matchRows, type Matched } from './match-rows.js';
import type { Outline } from './province-outline.js';
import type { Polygon } from './rings.js';
import { MOST, type Sentences } from './sentences.js';
import { areasOf, type Areas, type Shape } from './shapes.js';
import { convertToDegrees, systemWords } from './systems.js';
import { unitWords, type UnitList } from './unit-list.js';

/** A row with its unit and its polygons in degrees. */
export interface UnitShape {
  readonly layer: Layer;
  readonly row: Row;
  readonly id: string;
  readonly polygons: readonly Polygon[];
}

interface ShapesRequest {
  readonly zones?: readonly ZoneChoice[];
  readonly key?: string | undefined;
  readonly lines?: boolean;
}

/** What all layers of a run share. */
interface Run {
  readonly layers: number;
  readonly list: UnitList;
  readonly outline: Outline;
  readonly request: ShapesRequest;
  readonly sentences: Sentences;
}

/** The shapes of a layer; none where a sentence says why. */
export function shapesOfLayer(layer: Layer, run: Run): UnitShape[] {
  const { request, sentences } = run;
  const at = (row?: number): string => sentences.where(layer, row);
  if (layer.deleted > 0)
    sentences.report.push(`${at()}Bỏ qua ${layer.deleted} hàng đã đánh dấu xóa trong bảng .dbf.`);
  if (!layer.rows.some(({ shape }) => mayHaveAreas(shape, request.lines === true))) {
    sentences.foreign.push(`${at()}${noPolygons(layer)}`);
    return [];
  }
  const matched = matchedRows(layer, run);
  return matched && isInDegrees(layer, run) ? shapesOfRows(layer, matched, run) : [];
}

/** The units of the rows; nothing where the layer is of something else. */
function matchedRows(layer: Layer, { list, request, sentences }: Run): Matched | undefined {
  const at = (row?: number): string => sentences.where(layer, row);
  const matched = matchRows(layer, list, request.key);
  if ('message' in matched) {
    (matched.isForeign ? sentences.foreign : sentences.faults).push(`${at()}${matched.message}`);
    return undefined;
  }
  const total = Object.keys(list.units).length;
  sentences.report.push(`${at()}${matched.key}: ${matched.count}/${total}`);
  for (const kind of ['problems', 'warnings'] as const)
    addRows(
      matched[kind].map(({ row, message }) => `${at(row)}${message}`),
      kind === 'problems' ? sentences.faults : sentences.warnings,
      at(),
    );
  return matched;
}

/** Brings a layer to degrees; false where its system is not known. */
function isInDegrees(layer: Layer, { layers, outline, request, sentences }: Run): boolean {
  const at = sentences.where(layer);
  const ofLayer = (sentence: string): string =>
    layers > 1 ? forFile(sentence, layer.file.replace(/^.*[\\/]/, '')) : sentence;
  const chosen = systemFor(layer, layers, request.zones ?? [], outline);
  if (typeof chosen === 'string') {
    sentences.faults.push(`${at}${ofLayer(chosen)}`);
    return false;
  }
  if (chosen.note) sentences.warnings.push(`${at}${ofLayer(chosen.note)}`);
  sentences.report.push(`${at}Hệ tọa độ: ${systemWords(chosen.system)}.`);
  convertToDegrees(layer.xy, chosen.system, chosen.swapped);
  return true;
}

/** A row that names no unit of the area, or one of several. */
function unknownUnit(row: Layer['rows'][number], matched: Matched, list: Run['list']): string {
  const value = row.attributes[matched.key] ?? '';
  const several = matched.several(value).map((one) => unitWords(one, list.units));
  const reason =
    several.length > 0
      ? `có thể là ${several.slice(0, 3).join(', ')}`
      : `không có trong danh mục của ${list.area}`;
  return `${matched.key} “${String(value).slice(0, 60)}” ${reason}, nên không vẽ.`;
}

/** What is wrong with the coordinates of a row; absurd ones are not drawn. */
function coordinateFault(shape: Shape, unit: string): { fault: string; isAbsurd: boolean } {
  const degrees = noDegrees(shape);
  const fault =
    degrees !== undefined
      ? `${unit} có tọa độ khác hẳn các hàng khác (đổi ra ${degrees}): khác hệ, đảo thứ tự hoặc gõ sai`
      : shape.broken !== undefined
        ? `tọa độ không đọc được: ${shape.broken}`
        : '';
  return { fault, isAbsurd: degrees !== undefined };
}

/** The polygons of each row that names a unit; all other rows are reported. */
function shapesOfRows(layer: Layer, matched: Matched, run: Run): UnitShape[] {
  const { list, request, sentences } = run;
  const shapes: UnitShape[] = [];
  const [unknown, broken]: [string[], string[]] = [[], []];
  const [noAreas, looped]: [number[], number[]] = [[], []];
  for (const row of layer.rows) {
    const at = sentences.where(layer, row.row);
    const id = matched.ids.get(row);
    if (id === undefined) {
      unknown.push(`${at}${unknownUnit(row, matched, list)}`);
      continue;
    }
    const unit = unitWords(id, list.units);
    if (!row.shape) {
      sentences.warnings.push(`${at}${unit} không có hình.`);
      continue;
    }
    const { fault, isAbsurd } = coordinateFault(row.shape, unit);
    if (fault) broken.push(`${at}${fault}.`);
    if (isAbsurd) continue;
    const { polygons, ...left } = areasOf(row.shape, { lines: request.lines === true });
    warnOfRings(at, left, sentences);
    if (left.others > 0) noAreas.push(row.row);
    if (left.loops > 0) looped.push(row.row);
    if (polygons.length > 0) shapes.push({ layer, row, id, polygons });
    else
      sentences.warnings.push(
        `${at}${unit} không có vùng nào${request.lines && row.shape.lines.length > 0 ? ': đường không khép kín' : ''}.`,
      );
  }
  const at = sentences.where(layer);
  addRows(broken, sentences.faults, at);
  // Rows of another edition have been named as a whole.
  if (matched.problems.length === 0) addRows(unknown, sentences.warnings, at);
  warnOfRows(at, noAreas, looped, sentences);
  return shapes;
}

/** What was left out of rows, or stays as it is, in one sentence each. */
function warnOfRows(
  at: string,
  noAreas: readonly number[],
  looped: readonly number[],
  sentences: Sentences,
): void {
  if (noAreas.length > 0)
    sentences.warnings.push(
      `${at}điểm, đường và loại hình lạ không thành vùng, đã bỏ, ở hàng ${rowWords(noAreas)}.`,
    );
  if (looped.length > 0)
    sentences.warnings.push(
      `${at}đường ranh giới tự cắt thành nút nhỏ (dưới 5% diện tích), giữ nguyên, ở hàng ${rowWords(looped)}.`,
    );
}

/** The first rows, and how many there are more. */
const rowWords = (rows: readonly number[]): string =>
  `${rows.slice(0, 10).join(', ')}${rows.length > 10 ? ` và ${rows.length - 10} hàng nữa` : ''}`;

/** The first position that is no longitude and latitude. */
function noDegrees({ polygons, lines }: Shape): string | undefined {
  for (const rings of [...polygons, lines])
    for (const ring of rings)
      for (let i = 0; i < ring.length; i += 2) {
        const x = ring[i] ?? NaN;
        const y = ring[i + 1] ?? NaN;
        // Not so for NaN, which far too large metres become.
        if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90))
          return `kinh độ ${degreesWords(x)}, vĩ độ ${degreesWords(y)}`;
      }
  return undefined;
}

const degreesWords = (degrees: number): string =>
  String(Math.round(degrees * 1000) / 1000).replace('.', ',');

function warnOfRings(
  at: string,
  { flat, doubled, crossed, tangled }: Omit<Areas, 'polygons' | 'others' | 'loops'>,
  { warnings }: Sentences,
): void {
  if (flat > 0) warnings.push(`${at}bỏ ${flat} vòng không có diện tích.`);
  if (crossed > 0)
    warnings.push(`${at}${crossed} vòng tự cắt hoặc tự chạm, đã tách thành các vòng đơn.`);
  if (tangled > 0)
    warnings.push(
      `${at}${tangled} vòng tự cắt ở quá nhiều chỗ, giữ nguyên: hình có thể sai. Hãy sửa ở tệp gốc.`,
    );
  if (doubled > 0) warnings.push(`${at}bỏ ${doubled} vòng trong trùng với vòng ngoài.`);
}

/** Adds the sentences of the first rows, and how many more there are. */
function addRows(notes: readonly string[], into: string[], at: string): void {
  into.push(...notes.slice(0, MOST));
  if (notes.length > MOST) into.push(`${at}còn ${notes.length - MOST} hàng nữa.`);
}

const mayHaveAreas = (shape: Shape | undefined, lines: boolean): boolean =>
  shape !== undefined && (shape.polygons.length > 0 || (lines && shape.lines.length > 0));

function noPolygons({ rows }: Layer): string {
  if (rows.every(({ shape }) => shape === undefined)) return 'không hàng nào có hình.';
  return rows.some(({ shape }) => shape && shape.lines.length > 0)
    ? `chỉ có đường, không có vùng. Nếu mỗi đường khép kín là ranh giới của một đơn vị, hãy thêm ${choice('lines')}.`
    : 'chỉ có điểm, không có vùng: không vẽ được ranh giới.';
}
