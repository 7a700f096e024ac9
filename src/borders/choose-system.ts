/** The coordinate system of a file: what it says, checked against where the province lies. */
import { choice, offers } from './choices.js';
import type { Outline } from './province-outline.js';
import type { Layer } from './layer.js';
import type { Polygon, Ring } from './rings.js';
import { capital } from './sentences.js';
import {
  convertToDegrees,
  sameSystem,
  systemWords,
  VN2000,
  WEB_MERCATOR,
  WGS84,
  zoneName,
  type System,
} from './systems.js';

/** A system that a person named, for one file or for all that name none. */
export interface ZoneChoice {
  readonly file?: string | undefined;
  readonly system: System;
}

export interface Chosen {
  readonly system: System;
  /** Latitude stands first. */
  readonly swapped: boolean;
  readonly note?: string | undefined;
}

/** The share of positions that lie inside the province's outline, which is simplified. */
const MOSTLY = 0.9;
const HARDLY = 0.25;
const HALF = 0.5;
/** A zone whose share is this much below the best one may be right, too. */
const NEARLY = 0.05;
/** Positions looked at. */
const SAMPLE = 400;
/** Sentences as one text; what follows a sentence begins with a capital. */
const together = (...notes: readonly (string | false | undefined)[]): string | undefined =>
  notes
    .filter((note) => typeof note === 'string' && note !== '')
    .map((note, i) => (i === 0 ? note : capital(String(note))))
    .join(' ') || undefined;

/** Positions one after another: x, y, x, y … */
type Sample = Float64Array;

/** Chooses the system of a layer, or says in a sentence what is needed. */
export function systemFor(
  layer: Layer,
  layers: number,
  zones: readonly ZoneChoice[],
  outline: Outline,
): Chosen | string {
  const { stated } = layer;
  const sample = sampleOf(layer);
  if (sample.length === 0) return noNumbers(layer);
  const asked =
    zones.find(({ file }) => file !== undefined && isFile(layer.file, file)) ??
    zones.find(({ file }) => file === undefined);
  const system = stated && 'system' in stated ? stated.system : undefined;
  if (asked && (asked.file !== undefined || !system || layers === 1)) {
    const note =
      system && !sameSystem(system, asked.system)
        ? `tệp ghi ${systemWords(system)}, nhưng đọc theo ${choice('zone')}: ${systemWords(asked.system)}.`
        : undefined;
    return doubted(placed(asked.system, sample, outline, note), sample, outline, true);
  }
  if (system) return doubted(placed(system, sample, outline), sample, outline, false);
  if (stated && 'problem' in stated)
    return `${stated.problem}.${hasWayOut(stated.problem) ? '' : zoneWords(sample, outline)}`;
  return unstated(layer, sample, outline);
}

/** Whether a sentence about a system says what can be done. */
const hasWayOut = (problem: string): boolean => offers(problem, 'zone') || /chạy lại/.test(problem);

/** Behind a system that is not known: the zones that fit, or how one is named. */
function zoneWords(sample: Sample, outline: Outline): string {
  const zones = share(sample, isDegrees) > 0.9 ? [] : zonesInside(sample, outline);
  return zones.length > 0
    ? ` Hình nằm trong tỉnh với các múi: ${zones.join('; ')}. Hãy hỏi nơi cấp tệp rồi thêm một trong số đó.`
    : ` Nếu biết hệ tọa độ của tệp, hãy thêm ${choice('zone')}, ví dụ ${choice('zone', '105-45')}.`;
}

/** No position of the layer is two numbers: degrees and minutes as a text, empty texts. */
function noNumbers({ rows }: Layer): string {
  const first = rows.find(({ shape }) => shape?.broken !== undefined);
  return first
    ? `không có tọa độ nào đọc được (hàng ${first.row}: ${first.shape?.broken}). Tọa độ phải là mét hoặc độ thập phân (105.8342), không phải độ, phút, giây.`
    : 'không có tọa độ nào đọc được.';
}

const plain = (name: string): string => name.replace(/^.*[\\/]/, '').toLowerCase();
const stem = (name: string): string => plain(name).replace(/\.[^.]*$/, '');
const isFile = (file: string, asked: string): boolean =>
  plain(file) === plain(asked) ||
  stem(file) === stem(asked) ||
  stem(file.split('/')[0] ?? '') === stem(asked);

/**
 * Some positions of the layer, spread evenly: of a long ring a few say enough. Of each row its largest part, because
 * an outline has none of the thousand islets of a bay.
 */
function sampleOf({ rows }: Layer): Sample {
  const all: number[] = [];
  for (const { shape } of rows)
    for (const ring of shape ? [...largestOf(shape.polygons), ...shape.lines] : []) {
      const count = ring.length / 2;
      const step = Math.max(1, Math.floor(count / 12));
      for (let i = 0; i < count; i += step) all.push(ring[i * 2] ?? NaN, ring[i * 2 + 1] ?? NaN);
    }
  const step = Math.max(1, Math.floor(all.length / 2 / SAMPLE));
  const sample: number[] = [];
  for (let i = 0; i < all.length; i += step * 2) sample.push(all[i] ?? NaN, all[i + 1] ?? NaN);
  return Float64Array.from(sample);
}

/** The outer ring of the polygon with the most positions. */
function largestOf(polygons: readonly Polygon[]): Ring[] {
  let largest: Ring | undefined;
  for (const [outer] of polygons)
    if (outer && outer.length > (largest?.length ?? 0)) largest = outer;
  return largest ? [largest] : [];
}

/** The share of the positions that pass a test. */
function share(sample: Sample, test: (x: number, y: number) => boolean): number {
  let passed = 0;
  for (let i = 0; i < sample.length; i += 2)
    if (test(sample[i] ?? NaN, sample[i + 1] ?? NaN)) passed += 1;
  return passed / Math.max(1, sample.length / 2);
}

const isDegrees = (x: number, y: number): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;
const isSwapped = (x: number, y: number): boolean => x >= 5 && x <= 25 && y >= 100 && y <= 120;

/** A sample in degrees of WGS 84. */
function degreesOf(sample: Sample, system: System, swapped = false): Sample {
  const degrees = sample.slice();
  convertToDegrees(degrees, system, swapped);
  return degrees;
}

/** The zone's number in front of the easting, as in 48 588 128 or 482 588 128; 0 where there is none. */
function prefixOf(sample: Sample, swapped: boolean): number {
  const millions = (i: number): number => Math.floor((sample[i] ?? NaN) / 1e6);
  const first = millions(swapped ? 1 : 0);
  // Eastings of a far zone reach 1,500,000 m of their own.
  if (!(first >= 10 && first < 1000)) return 0;
  const isSame = share(sample, (x, y) => Math.floor((swapped ? y : x) / 1e6) === first) > 0.9;
  return isSame ? first : 0;
}

/** A zone whose eastings have its number in front, where those of the sample have one. */
function withPrefix(system: System, sample: Sample, swapped: boolean): System {
  const prefix = system.kind === 'transverse-mercator' ? prefixOf(sample, swapped) : 0;
  const falseEasting = system.falseEasting ?? 500_000;
  return prefix === 0 || falseEasting >= 1e6 || (system.unit ?? 1) !== 1
    ? system
    : { ...system, falseEasting: falseEasting + prefix * 1e6 };
}

const near = (system: System, sample: Sample, outline: Outline, swapped = false): number =>
  share(degreesOf(sample, system, swapped), outline.isNear);

/** A named system, where the shapes come to lie at the province with it. */
function placed(system: System, sample: Sample, outline: Outline, note?: string): Chosen | string {
  if (system.kind === 'transverse-mercator')
    return placedInZone(system, sample, outline, note) ?? outsideWords(system, sample, outline);
  const swapped = system.kind === 'geographic' && share(sample, isSwapped) > 0.5;
  if (system.kind === 'geographic' && share(sample, swapped ? isSwapped : isDegrees) < 0.9)
    return metresWords(sample, outline, `nhưng tệp ghi ${systemWords(system)}`);
  if (near(system, sample, outline, swapped) >= 0.5) {
    const turnedNote = swapped ? 'vĩ độ đứng trước kinh độ; đã đọc đúng thứ tự.' : undefined;
    return { system, swapped, note: together(note, turnedNote) };
  }
  return outsideWords(system, sample, outline);
}

/** A zone: as it is, with northing in front as Vietnamese surveyors write X and Y, or with its number before eastings. */
function placedInZone(
  given: System,
  sample: Sample,
  outline: Outline,
  note: string | undefined,
): Chosen | undefined {
  for (const swapped of [false, true]) {
    const system = withPrefix(given, sample, swapped);
    if (near(system, sample, outline, swapped) < 0.5) continue;
    const notes = together(
      note,
      swapped && 'cột X (bắc) đứng trước cột Y (đông); đã đọc đúng thứ tự.',
      system !== given &&
        `số múi ${prefixOf(sample, swapped)} đứng trước tọa độ đông; đã bỏ khi đọc.`,
    );
    return { system, swapped, note: notes };
  }
  return undefined;
}

function outsideWords(system: System, sample: Sample, outline: Outline): string {
  const words = systemWords(system);
  if (system.kind !== 'geographic' && share(sample, isDegrees) > 0.9)
    return `tọa độ là độ (${show(sample)}), nhưng tệp ghi ${words}. Nếu đúng là độ kinh vĩ, hãy thêm ${choice('zone', 'VN2000')} hoặc ${choice('zone', 'WGS84')} (hai hệ lệch nhau khoảng 200 m).`;
  const east = zonesInside(sample, outline);
  const zones = east.length > 0 ? east : zonesInside(sample, outline, true);
  return `với ${words}, hình nằm ngoài tỉnh (${show(sample)}). ${zones.length > 0 ? `Hình nằm trong tỉnh với: ${zones.join('; ')}. Nếu đúng, hãy thêm một trong số đó.` : `Hãy xem lại ${choice('area')} và hệ tọa độ của tệp.`}`;
}

/** A word where shapes reach out of the province, and lie inside of it with another zone; a question where most do. */
function doubted(
  chosen: Chosen | string,
  sample: Sample,
  outline: Outline,
  isTyped: boolean,
): Chosen | string {
  if (typeof chosen === 'string' || chosen.system.kind !== 'transverse-mercator') return chosen;
  const { system, swapped, note } = chosen;
  const inside = share(degreesOf(sample, system, swapped), outline.contains);
  const zones = inside < MOSTLY ? zonesInside(sample, outline, swapped, inside + NEARLY) : [];
  if (zones.length === 0) return chosen;
  const words = `với ${systemWords(system)}, chỉ ${Math.round(inside * 100)}% hình nằm trong tỉnh; hình nằm trong tỉnh với: ${zones.join('; ')}. Múi của tệp có thể bị ghi sai.`;
  // A person who has named the zone knows more than an outline that is simplified.
  return inside < HARDLY && !isTyped
    ? `${words} Hãy hỏi nơi cấp tệp rồi thêm ${choice('zone')}.`
    : { ...chosen, note: together(note, words) };
}

/** Only GeoJSON without a system is WGS 84 by its standard. */
const NO_PRJ = `không có tệp .prj, tọa độ là độ: đọc như WGS 84. Nếu là VN-2000 (lệch khoảng 200 m), hãy thêm ${choice('zone', 'VN2000')}.`;

/** Coordinates without a system: degrees are WGS 84 (RFC 7946); metres are asked about. */
function unstated({ file }: Layer, sample: Sample, outline: Outline): Chosen | string {
  if (share(sample, isSwapped) > 0.5)
    return `vĩ độ đứng trước kinh độ (${show(sample)}): GeoJSON phải ghi kinh độ trước. Nếu đúng là độ kinh vĩ, hãy thêm ${choice('zone', 'WGS84')} (hoặc ${choice('zone', 'VN2000')}); thứ tự sẽ được đọc đúng.`;
  if (share(sample, isDegrees) > 0.9)
    return share(sample, outline.isNear) >= 0.5
      ? {
          system: WGS84,
          swapped: false,
          note: /\.shp$/i.test(file) ? NO_PRJ : undefined,
        }
      : `hình nằm ngoài tỉnh (${show(sample)}). Hãy xem lại ${choice('area')} và tọa độ của tệp.`;
  return metresWords(sample, outline);
}

function metresWords(sample: Sample, outline: Outline, stated = 'không ghi hệ tọa độ'): string {
  if (near(WEB_MERCATOR, sample, outline) >= 0.5)
    return `tọa độ là mét của Web Mercator (EPSG:3857) (${show(sample)}), không phải VN-2000. Nếu đúng, hãy thêm ${choice('zone', '3857')}.`;
  const eastFirst = zonesInside(sample, outline);
  const northFirst = eastFirst.length === 0;
  const zones = northFirst ? zonesInside(sample, outline, true) : eastFirst;
  const prefix = prefixOf(sample, northFirst);
  if (
    zones.length === 0 &&
    share(sample, (x, y) => Math.max(Math.abs(x), Math.abs(y)) < 10_000) > 0.9
  )
    return `tọa độ (${show(sample)}) không phải độ kinh vĩ, cũng không phải mét của một múi VN-2000${thousandWords(sample, outline)}. Hãy xuất lại từ phần mềm bản đồ.`;
  return zones.length > 0
    ? `tọa độ là mét (${show(sample)}), ${stated}${northFirst ? ', cột X (bắc) đứng trước cột Y (đông)' : ''}${prefix > 0 ? `, số múi ${prefix} đứng trước tọa độ đông` : ''}. Hình nằm trong tỉnh với các múi: ${zones.join('; ')}. Hãy hỏi nơi cấp tệp rồi thêm một trong số đó.`
    : `tọa độ là mét (${show(sample)}), ${stated}, và không múi nào của VN-2000 đặt hình vào trong tỉnh. Hãy xem lại ${choice('area')}, hoặc hỏi nơi cấp tệp.`;
}

/** Kilometres are metres of a zone, divided by 1,000. */
const thousandWords = (sample: Sample, outline: Outline): string =>
  zonesInside(
    sample.map((kilometres) => kilometres * 1000),
    outline,
  ).length > 0
    ? ' (giống ki-lô-mét)'
    : '';

/**
 * The zones of VN-2000 with which the shapes lie inside the province; where there is none, those with which most do.
 *
 * @param above - share that a zone must put inside to be worth a word
 */
function zonesInside(sample: Sample, outline: Outline, swapped = false, above = 0): string[] {
  const fitting: { words: string; inside: number }[] = [];
  for (const [epsg, system] of Object.entries(VN2000)) {
    if (system.kind !== 'transverse-mercator') continue;
    const zone = withPrefix(system, sample, swapped);
    const inside = share(degreesOf(sample, zone, swapped), outline.contains);
    const typed = system.scale === 0.9996 ? `${epsg}` : zoneName(system.meridian ?? 0);
    const part = inside >= MOSTLY ? '' : `, ${Math.round(inside * 100)}% hình`;
    fitting.push({ words: `${choice('zone', typed)} (EPSG:${epsg}${part})`, inside });
  }
  fitting.sort((a, b) => b.inside - a.inside);
  const most = fitting[0]?.inside ?? 0;
  const least = Math.max(HALF, Math.min(MOSTLY, most - NEARLY));
  return fitting
    .filter(({ inside }) => inside >= least && inside > above)
    .map(({ words }) => words);
}

const show = (sample: Sample): string => {
  const [x = NaN, y = NaN] = sample;
  return `ví dụ ${String(Math.round(x * 1000) / 1000)}, ${String(Math.round(y * 1000) / 1000)}`;
};
