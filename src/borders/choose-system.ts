/** The coordinate system of a file: what it says, checked against where the province lies. */
import type { Geometry, Position } from 'geojson';
import { numberIn } from './polygons.js';
import type { Outline } from './province-outline.js';
import type { Layer } from './read-layers.js';
import {
  sameSystem,
  systemWords,
  toDegrees,
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

/** Positions looked at. */
const SAMPLE = 400;

/** Chooses the system of a layer, or says in a sentence what is needed. */
export async function systemFor(
  layer: Layer,
  layers: number,
  zones: readonly ZoneChoice[],
  outline: Outline,
): Promise<Chosen | string> {
  const { stated } = layer;
  const sample = sampleOf(layer);
  const asked =
    zones.find(({ file }) => file !== undefined && isFile(layer.file, file)) ??
    zones.find(({ file }) => file === undefined);
  const system = stated && 'system' in stated ? stated.system : undefined;
  if (asked && (asked.file !== undefined || !system || layers === 1)) {
    const note =
      system && !sameSystem(system, asked.system)
        ? `tệp ghi ${systemWords(system)}, nhưng đọc theo --zone: ${systemWords(asked.system)}.`
        : undefined;
    return placed(asked.system, sample, outline, note);
  }
  if (system) return placed(system, sample, outline);
  if (stated && 'problem' in stated) return `${stated.problem}.`;
  return unstated(sample, outline);
}

const plain = (name: string): string => name.replace(/^.*[\\/]/, '').toLowerCase();
const stem = (name: string): string => plain(name).replace(/\.[^.]*$/, '');
const isFile = (file: string, asked: string): boolean =>
  plain(file) === plain(asked) ||
  stem(file) === stem(asked) ||
  stem(file.split('/')[0] ?? '') === stem(asked);

/** Some positions of the layer, spread evenly. */
function sampleOf({ rows }: Layer): Position[] {
  const all: Position[] = [];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value) || value.length === 0) return;
    const list = value as unknown[];
    const isPosition = (one: unknown): boolean => Array.isArray(one) && !Array.isArray(one[0]);
    if (isPosition(list)) all.push([numberIn(list[0]), numberIn(list[1])]);
    else {
      // Of a long ring a few positions say enough.
      const step = isPosition(list[0]) ? Math.max(1, Math.floor(list.length / 12)) : 1;
      for (let i = 0; i < list.length; i += step) visit(list[i]);
    }
  };
  const open = (geometry: Geometry | null): void => {
    if (geometry?.type === 'GeometryCollection') geometry.geometries.forEach(open);
    else if (geometry) visit(geometry.coordinates);
  };
  for (const { geometry } of rows) open(geometry);
  const step = Math.max(1, Math.floor(all.length / SAMPLE));
  return all.filter(([x, y], i) => i % step === 0 && Number.isFinite(x) && Number.isFinite(y));
}

const share = (sample: readonly Position[], test: (x: number, y: number) => boolean): number =>
  sample.filter(([x = NaN, y = NaN]) => test(x, y)).length / Math.max(1, sample.length);

const isDegrees = (x: number, y: number): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;
const isSwapped = (x: number, y: number): boolean => x >= 5 && x <= 25 && y >= 100 && y <= 120;

async function near(
  system: System,
  sample: readonly Position[],
  outline: Outline,
): Promise<number> {
  const to = await toDegrees(system);
  return share(sample, (x, y) => outline.isNear(...to([x, y])));
}

/** A named system, where the shapes come to lie at the province with it. */
async function placed(
  system: System,
  sample: readonly Position[],
  outline: Outline,
  note?: string,
): Promise<Chosen | string> {
  const swapped = system.kind === 'geographic' && share(sample, isSwapped) > 0.5;
  const turned: Position[] = swapped ? sample.map(([x = NaN, y = NaN]) => [y, x]) : [...sample];
  if (system.kind === 'geographic' && share(turned, isDegrees) < 0.9)
    return `tệp ghi ${systemWords(system)}, nhưng tọa độ là mét (${show(sample)}). ${await metresWords(sample, outline)}`;
  if ((await near(system, turned, outline)) >= 0.5) {
    const turnedNote = swapped ? 'vĩ độ đứng trước kinh độ; đã đọc đúng thứ tự.' : undefined;
    return { system, swapped, note: [note, turnedNote].filter(Boolean).join(' ') || undefined };
  }
  // Northing before easting, as Vietnamese surveyors write X and Y.
  const northFirst = sample.map(([x = NaN, y = NaN]): Position => [y, x]);
  if (system.kind === 'transverse-mercator' && (await near(system, northFirst, outline)) >= 0.5)
    return {
      system,
      swapped: true,
      note: 'cột X (bắc) đứng trước cột Y (đông); đã đọc đúng thứ tự.',
    };
  const zones = await zonesInside(sample, outline);
  return `với ${systemWords(system)}, hình nằm ngoài tỉnh (${show(sample)}). ${zones.length > 0 ? `Hình nằm trong tỉnh với: ${zones.join('; ')}. Nếu đúng, hãy thêm --zone.` : 'Hãy xem lại --area và hệ tọa độ của tệp.'}`;
}

/** Coordinates without a system: degrees are WGS 84 (RFC 7946); metres are asked about. */
async function unstated(sample: readonly Position[], outline: Outline): Promise<Chosen | string> {
  if (sample.length === 0) return 'không có tọa độ nào đọc được.';
  if (share(sample, isSwapped) > 0.5)
    return `vĩ độ đứng trước kinh độ (${show(sample)}): GeoJSON phải ghi kinh độ trước. Nếu đúng là độ kinh vĩ, hãy thêm --zone WGS84 (hoặc --zone VN2000); thứ tự sẽ được đọc đúng.`;
  if (share(sample, isDegrees) > 0.9)
    return share(sample, outline.isNear) >= 0.5
      ? { system: WGS84, swapped: false }
      : `hình nằm ngoài tỉnh (${show(sample)}). Hãy xem lại --area và tọa độ của tệp.`;
  return metresWords(sample, outline);
}

async function metresWords(sample: readonly Position[], outline: Outline): Promise<string> {
  if ((await near(WEB_MERCATOR, sample, outline)) >= 0.5)
    return `tọa độ là mét của Web Mercator (EPSG:3857) (${show(sample)}), không phải VN-2000. Nếu đúng, hãy thêm --zone 3857.`;
  const zones = await zonesInside(sample, outline);
  const first = /--zone (\S+)/.exec(zones[0] ?? '')?.[1];
  return zones.length > 0
    ? `tọa độ là mét (${show(sample)}), không ghi hệ tọa độ. Hình nằm trong tỉnh với các múi: ${zones.join('; ')}. Hãy hỏi nơi cấp tệp rồi thêm một trong số đó, ví dụ --zone ${first}.`
    : `tọa độ là mét (${show(sample)}), không ghi hệ tọa độ, và không múi nào của VN-2000 đặt hình vào trong tỉnh. Hãy xem lại --area, hoặc hỏi nơi cấp tệp.`;
}

/** The zones of VN-2000 with which the shapes lie inside the province. */
async function zonesInside(sample: readonly Position[], outline: Outline): Promise<string[]> {
  const found: { words: string; inside: number }[] = [];
  for (const [epsg, system] of Object.entries(VN2000)) {
    if (system.kind !== 'transverse-mercator') continue;
    const to = await toDegrees(system);
    const inside = share(sample, (x, y) => outline.contains(...to([x, y])));
    const typed = system.scale === 0.9996 ? `${epsg}` : zoneName(system.meridian ?? 0);
    if (inside >= 0.9) found.push({ words: `--zone ${typed} (EPSG:${epsg})`, inside });
  }
  return found.sort((a, b) => b.inside - a.inside).map(({ words }) => words);
}

const show = (sample: readonly Position[]): string => {
  const [x = NaN, y = NaN] = sample[0] ?? [];
  return `ví dụ ${String(Math.round(x * 1000) / 1000)}, ${String(Math.round(y * 1000) / 1000)}`;
};
