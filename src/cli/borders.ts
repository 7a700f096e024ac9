/** `npx tcns-data borders FILE…`: from an office's file of borders to `geo/44@2025.json`. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Area } from '../api/figures.js';
import { makeBorders, type BordersRequest, type BordersResult } from '../borders/borders.js';
import type { ZoneChoice } from '../borders/choose-system.js';
import { systemTyped } from '../borders/systems.js';
import type { BordersFile } from '../borders/read-layers.js';
import { parseAt } from '../domain/calendar.js';
import { codeOf, documentKey, editionOf } from '../domain/editions.js';
import { capital } from '../i18n/capital.js';
import { areaGiven } from './data-area.js';
import { publish } from './publish.js';
import { Usage } from './usage.js';

type Values = Readonly<Record<string, string | boolean | string[] | undefined>>;

interface Printer {
  readonly print: (line: string) => void;
  readonly progress: (step: string) => void;
}

const text = (value: Values[string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Does the command; returns the exit code. */
export async function borders(
  paths: readonly string[],
  values: Values,
  { print, progress }: Printer,
): Promise<number> {
  const out = text(values['out']);
  if (paths.length === 0)
    throw new Usage(
      'borders cần một tệp ranh giới: .zip của shapefile, .shp, .geojson hoặc .topojson',
    );
  if (!out) throw new Usage('borders cần --out THƯ-MỤC');
  const result = await makeBorders({ ...requestOf(paths, values), progress });
  const { file, faults } = result;
  const isDry = values['dry-run'] === true;
  const status = file && statusOf(join(out, file.path), file.text);
  if (file && !isDry && status !== 'same') publish(out, [file]);
  if (values['json'] === true)
    print(
      JSON.stringify(
        { ok: faults.length === 0, out, dryRun: isDry, ...result, file: file?.path },
        null,
        2,
      ),
    );
  else printResult(result, status, isDry, out, print);
  return faults.length > 0 ? 1 : 0;
}

/** What the options of the command ask for. */
function requestOf(paths: readonly string[], values: Values): BordersRequest {
  const units = listOf(text(values['list']));
  return {
    files: paths.flatMap(filesAt),
    area: areaOf(text(values['area']), text(values['edition']), units),
    zones: zonesOf(values['zone']),
    key: text(values['key']),
    object: text(values['object']),
    size: sizeOf(text(values['size'])),
    allowMissing: values['allow-missing'] === true,
    allowFar: values['allow-far'] === true,
    lines: values['lines'] === true,
    units,
    source: sourceOf(values),
    sample: values['sample'] === true,
    inflate: (bytes, size) => inflateRawSync(bytes, { maxOutputLength: size || 1 }),
  };
}

const statusOf = (path: string, now: string): 'new' | 'changed' | 'same' =>
  !existsSync(path) ? 'new' : readFileSync(path, 'utf8') === now ? 'same' : 'changed';

function printResult(
  { faults, warnings, report, file }: BordersResult,
  status: 'new' | 'changed' | 'same' | undefined,
  isDry: boolean,
  out: string,
  print: (line: string) => void,
): void {
  for (const line of report) print(line);
  for (const line of faults) print(`Lỗi. ${capital(line)}`);
  for (const line of warnings) print(`Nhắc. ${capital(line)}`);
  if (!file || !status)
    return print(`${faults.length} lỗi, ${warnings.length} lời nhắc. Chưa ghi gì.`);
  const words = { new: 'mới', changed: 'sửa', same: 'giữ nguyên' }[status];
  print(
    `${isDry ? 'Chạy thử, chưa ghi gì: ' : ''}${words}  ${join(out, file.path)}; ${warnings.length} lời nhắc.`,
  );
}

/** `44@2025`, `44`, a name, `vn@2025`; a commune's or a district's code stays. */
function areaOf(
  typed: string | undefined,
  edition: string | undefined,
  units: Readonly<Record<string, Area>> | undefined,
): string {
  if (typed && units?.[typed]) return typed;
  if (!typed) throw new Usage('borders cần --area, ví dụ --area 44@2025 hoặc --area "Quảng Trị"');
  const id = areaGiven(typed, edition);
  if (codeOf(id) !== 'vn') return id;
  return documentKey(editionOf(typed) ? typed : `vn@${edition ?? '2025'}`);
}

/** `--zone 105-45`, `--zone huyen-a.shp=105-45`. */
function zonesOf(values: Values[string]): ZoneChoice[] {
  return (Array.isArray(values) ? values : []).map((one) => {
    const [, file, typed = ''] = /^(?:(.*)=)?([^=]*)$/.exec(one) ?? [];
    const system = systemTyped(typed);
    if (!system)
      throw new Usage(
        `--zone là kinh tuyến trục (105-45), số EPSG của VN-2000 (9210), WGS84 hoặc 3857, không phải “${typed}”`,
      );
    return { file, system };
  });
}

/** Bytes: `100KB`, `0,5MB`, `80000`. */
function sizeOf(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const [, number = '', unit = ''] =
    /^(\d+(?:[.,]\d+)?)\s*(k|kb|m|mb|b)?$/i.exec(typed.trim()) ?? [];
  const size =
    Number(number.replace(',', '.')) * (/^m/i.test(unit) ? 1e6 : /^k/i.test(unit) ? 1e3 : 1);
  if (!number || size < 1000)
    throw new Usage(`--size là dung lượng như 100KB hay 0,5MB, không phải “${typed}”`);
  return size;
}

function sourceOf(values: Values) {
  const [title, url, at] = ['source', 'source-url', 'at'].map((name) => text(values[name]));
  if (at !== undefined && !parseAt(at))
    throw new Usage(`--at là ngày dạng 2026-11-28 (hoặc 2026-11, 2026), không phải “${at}”`);
  if (url !== undefined && !/^https?:\/\//i.test(url))
    throw new Usage(`--source-url cần địa chỉ http:// hoặc https://, không phải “${url}”`);
  if (!title && (url || at))
    throw new Usage('--source-url và --at cần đi cùng --source "Tên nguồn"');
  return title ? { title, url, at } : undefined;
}

/** The areas of a document of the API. */
function listOf(path: string | undefined): Record<string, Area> | undefined {
  if (path === undefined) return undefined;
  let areas: unknown;
  try {
    areas = (JSON.parse(readFileSync(path, 'utf8')) as { areas?: unknown }).areas;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw error;
  }
  if (typeof areas !== 'object' || areas === null)
    throw new Usage(`--list cần một tài liệu của API có "areas", không phải ${path}`);
  return areas as Record<string, Area>;
}

const BESIDE = /\.(dbf|prj|cpg|shx)$/i;

/** A file with those that belong to it: a shapefile is several; a folder is all of its files. */
function filesAt(path: string): BordersFile[] {
  if (statSync(path).isDirectory()) {
    if (/\.gdb$/i.test(path)) return [{ name: basename(path), bytes: new Uint8Array([0x20]) }];
    return readdirSync(path)
      .filter((name) => !name.startsWith('.') && !statSync(join(path, name)).isDirectory())
      .sort()
      .map((name) => ({ ...read(join(path, name)), isInside: true }));
  }
  if (!/\.shp$/i.test(path)) return [read(path)];
  const stem = basename(path, extname(path)).toLowerCase();
  const beside = readdirSync(dirname(path)).filter(
    (name) => BESIDE.test(name) && basename(name, extname(name)).toLowerCase() === stem,
  );
  return [read(path), ...beside.map((name) => read(join(dirname(path), name)))];
}

const read = (path: string): BordersFile => ({
  name: path.replaceAll('\\', '/'),
  bytes: new Uint8Array(readFileSync(path)),
});
