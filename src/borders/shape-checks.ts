/** What is wrong with the shapes of an area: units without a border, versions, twins, wrong codes and places. */
import { choice } from './choices.js';
import { meet, overlapOf } from './overlap.js';
import type { Outline } from './province-outline.js';
import { boxOf, ringArea, type Box } from './rings.js';
import { MOST, type Sentences } from './sentences.js';
import { unitWords, type UnitList } from './unit-list.js';
import type { UnitShape } from './unit-shapes.js';

/** True where shapes may lie far apart. */
interface AllowFar {
  readonly allowFar?: boolean;
}

/** Share of the units that must have a border. */
const LEAST_SHARE = 0.9;

/** The units without a border. */
export const missingOf = (byUnit: ReadonlyMap<string, unknown>, { units }: UnitList): string[] =>
  Object.keys(units).filter((id) => !byUnit.has(id));

export function checkShare(
  byUnit: ReadonlyMap<string, unknown>,
  list: UnitList,
  { allowMissing }: { readonly allowMissing?: boolean },
  sentences: Sentences,
): void {
  const missing = missingOf(byUnit, list);
  if (missing.length === 0 || sentences.faults.length > 0) return;
  const total = Object.keys(list.units).length;
  const some = missing
    .slice(0, MOST)
    .map((id) => unitWords(id, list.units))
    .join(', ');
  const words = `${missing.length}/${total} đơn vị chưa có ranh giới: ${some}${missing.length > MOST ? `, và ${missing.length - MOST} đơn vị nữa` : ''}.`;
  if (byUnit.size / total >= LEAST_SHARE || allowMissing) sentences.warnings.push(words);
  else
    sentences.faults.push(
      `${words} Chỉ có ${byUnit.size}/${total}, dưới 90%. Nếu chỉ cần một phần, hãy thêm ${choice('allow-missing')}; trang sẽ ghi rõ số đơn vị chưa có ranh giới.`,
    );
}

/** Share of a shape in another of the same unit: from here on both are the unit, not two parts of it. */
const SAME_LAND = 0.5;
/** Share that is no longer a line drawn twice. */
const SOME_LAND = 0.05;
/** Units that two files have twice by chance. */
const BY_CHANCE = 2;

/** Two files that both have the same units are two versions: their borders would be drawn over one another. */
export function checkVersions(
  byUnit: ReadonlyMap<string, readonly UnitShape[]>,
  list: UnitList,
  sentences: Sentences,
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
          `${unitWords(id, list.units)} có hai hình chồng lên nhau khoảng ${Math.round(share * 100)}%: ${rowWords(other)} và ${rowWords(one)}. Nếu là hai bản của một đơn vị, hãy bỏ một.`,
        );
      }
    });
  }
  sentences.warn(notes);
  for (const [files, units] of twice)
    if (units.length > BY_CHANCE)
      sentences.faults.push(
        `${files} là hai bản của cùng các đơn vị (${units.length} đơn vị: ${units.slice(0, 5).join(', ')}${units.length > 5 ? ', …' : ''}). Hãy chỉ đưa một bản.`,
      );
}

/** One code in two far places is a wrong code: a unit would be drawn as two. */
export function checkFar(
  byUnit: ReadonlyMap<string, readonly UnitShape[]>,
  list: UnitList,
  { allowFar }: AllowFar,
  sentences: Sentences,
): void {
  if (allowFar) return;
  for (const [id, shapes] of byUnit) {
    if (list.units[id]?.kind === 'special') continue;
    for (const shape of shapes) {
      const km = partsApartKm(shape);
      if (km > 0)
        sentences.faults.push(
          `${sentences.where(shape.layer, shape.row.row)}${unitWords(id, list.units)} có hai phần lớn cách nhau ${Math.round(km)} km. Có thể hàng này ghép nhầm hai đơn vị; nếu đúng là một đơn vị, hãy thêm ${choice('allow-far')}.`,
        );
    }
    if (shapes.length < 2) continue;
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
      sentences.faults.push(
        `${unitWords(id, list.units)} có hai hình cách nhau ${Math.round(gap)} km: ${rowWords(largest.shape)} và ${rowWords(other.shape)}. Một trong hai hàng ghi sai mã; nếu đúng là một đơn vị, hãy thêm ${choice('allow-far')}.`,
      );
    }
  }
}

/** Kilometres between two parts of a row that are no islands of one commune: two units joined by one wrong code. */
const FAR_KM = 20;

/** Kilometres from the largest part of a row to a large part far away; 0 where there is none. */
function partsApartKm({ polygons }: UnitShape): number {
  if (polygons.length < 2) return 0;
  const parts = polygons.map(([outer = new Float64Array()]) => ({
    box: boxOf([outer]),
    size: Math.abs(ringArea(outer)),
  }));
  const largest = parts.reduce((a, b) => (b.size > a.size ? b : a));
  const least = Math.max(FAR_KM, 2 * diagonalKm(largest.box));
  const gaps = parts
    .filter(({ size }) => size >= largest.size * 0.25)
    .map(({ box }) => gapKm(largest.box, box));
  return Math.max(0, ...gaps.filter((gap) => gap > least));
}

/** A shape far outside of the province is a wrong position: another system, or latitude in front, in one row. */
export function checkPlaces(
  shapes: readonly UnitShape[],
  outline: Outline,
  list: UnitList,
  { allowFar }: AllowFar,
  sentences: Sentences,
): void {
  if (allowFar) return;
  const outside = shapes.flatMap((shape) => {
    const far = shape.polygons.find(([outer]) => {
      const { west, south, east, north } = boxOf(outer ? [outer] : []);
      return ![
        [(west + east) / 2, (south + north) / 2],
        // One wrong position makes a spike as long as the way to it.
        [west, south],
        [east, north],
      ].every(([x = NaN, y = NaN]) => outline.isNear(x, y));
    });
    return far ? [{ shape, far }] : [];
  });
  for (const { shape, far } of outside.slice(0, MOST)) {
    const { west, south } = boxOf(far);
    sentences.faults.push(
      `${sentences.where(shape.layer, shape.row.row)}${unitWords(shape.id, list.units)} có hình nằm xa ngoài tỉnh (kinh độ ${degreesWords(west)}, vĩ độ ${degreesWords(south)}). Hãy sửa tọa độ hoặc mã của hàng; nếu đúng, hãy thêm ${choice('allow-far')}.`,
    );
  }
  if (outside.length > MOST)
    sentences.faults.push(`còn ${outside.length - MOST} hàng nữa nằm xa ngoài tỉnh.`);
}

const degreesWords = (degrees: number): string => degrees.toFixed(3).replace('.', ',');

/** The same for shapes that are one, to a decimetre, because the two may come from files of different zones. */
function shapeKey(shape: UnitShape): string {
  const { west, south, east, north } = boxOf(shape.polygons.flat());
  return [west, south, east, north]
    .map((degrees) => degrees.toFixed(6))
    .concat(areaOf(shape).toPrecision(4))
    .join(' ');
}

/** One shape under two codes is a wrong map that looks right: one of the two lies somewhere else. */
export function checkTwins(
  shapes: readonly UnitShape[],
  list: UnitList,
  sentences: Sentences,
): void {
  const first = new Map<string, UnitShape>();
  const notes: string[] = [];
  for (const shape of shapes) {
    const key = shapeKey(shape);
    const other = first.get(key);
    if (!other) first.set(key, shape);
    else if (other.id !== shape.id)
      sentences.faults.push(
        `${unitWords(other.id, list.units)} và ${unitWords(shape.id, list.units)} có cùng một hình: ${rowWords(other)} và ${rowWords(shape)}. Một trong hai hàng ghi sai mã hoặc sai hình.`,
      );
    else
      notes.push(
        `${unitWords(shape.id, list.units)} có cùng một hình hai lần: ${rowWords(other)} và ${rowWords(shape)}. Chỉ giữ một.`,
      );
  }
  sentences.warn(notes);
}

const rowWords = ({ layer, row }: UnitShape): string => `hàng ${row.row} của tệp “${layer.file}”`;
const areaOf = ({ polygons }: UnitShape): number =>
  polygons.reduce((sum, [outer]) => sum + (outer ? Math.abs(ringArea(outer)) : 0), 0);
const KM = 111.32;

function gapKm(a: Box, b: Box): number {
  const x = Math.max(0, a.west - b.east, b.west - a.east) * Math.cos((a.south * Math.PI) / 180);
  return Math.hypot(x, Math.max(0, a.south - b.north, b.south - a.north)) * KM;
}

const diagonalKm = ({ west, south, east, north }: Box): number =>
  Math.hypot((east - west) * Math.cos((south * Math.PI) / 180), north - south) * KM;
