/**
 * Files of borders as offices have them, each by its bytes: shapefiles, plain or in a zip, GeoJSON, one
 * feature a line, TopoJSON. Other formats are named with the command that converts them.
 */
import { decode } from '../desk/decode.js';
import type { InputFile } from '../desk/read-files.js';
import { systemOfPrj } from './coordinate-system.js';
import type { Layer } from './layer.js';
import { convertWords, otherFormat } from './other-formats.js';
import { beginsAsJson, readJson } from './read-json.js';
import { BrokenShapefile, readShapefile } from './read-shapefile.js';
import { decode1252 } from './text-readings.js';
import { unzip, type Inflate } from './unzip.js';

export interface Layers {
  readonly layers: readonly Layer[];
  /** A sentence for each file that cannot be read. */
  readonly refused: readonly string[];
  /** A sentence for each file of a format of borders that lies beside layers that were read. */
  readonly passed: readonly string[];
}

/** A file that was named, or that lies in a zip or a folder beside others. */
export interface BordersFile extends InputFile {
  /** It was not named itself, so it may be something that only goes along with borders. */
  readonly isInside?: boolean;
}

/** Files of a shapefile, by the end of their names. */
type Parts = Partial<Record<'shp' | 'shx' | 'dbf' | 'prj' | 'cpg', Uint8Array>>;

const SHAPEFILE = /^(.*)\.(shp|shx|dbf|prj|cpg)$/i;
/** Files that go along with borders and say nothing of them. */
const BESIDE =
  /\.(db|ini|lnk|bak|tmp|jpe?g|png|gif|tiff?|sbn|sbx|qpj|qix|fix|qmd|qml|sld|cst|atx|ixs|mxs|ain|aih|fbn|fbx|lyrx?|mxd|aprx|qg[sz]|lock|log|xml|xsd|gfs|txt|pdf|docx?|xlsx?|html?|md)$/i;

/** Reads files; `object` chooses the object of a TopoJSON file. */
export async function readLayers(
  files: readonly BordersFile[],
  { object, inflate }: { object?: string | undefined; inflate?: Inflate | undefined } = {},
): Promise<Layers> {
  const layers: Layer[] = [];
  const refused: string[] = [];
  const formats: OtherFormats = new Map();
  const opened: BordersFile[] = [];
  for (const file of files) opened.push(...(await unpack(file, refused, inflate)));
  const shapefiles = new Map<string, { file: string; parts: Parts }>();
  const take = (file: string, layer: Layer | string): void => {
    if (typeof layer === 'string') refused.push(`Tệp “${file}”: ${layer}`);
    else layers.push(layer);
  };
  for (const { name, bytes, isInside = false } of opened) {
    const [, stem = '', ending = ''] = SHAPEFILE.exec(name) ?? [];
    const format = ending ? undefined : otherFormat(name, bytes);
    if (ending) {
      const key = stem.toLowerCase();
      const known = shapefiles.get(key) ?? { file: `${stem}.shp`, parts: {} };
      known.parts[ending.toLowerCase() as keyof Parts] = bytes;
      shapefiles.set(key, known);
    } else if (BESIDE.test(name) && opened.length > 1) continue;
    // The files of one format that belong together give one sentence.
    else if (format) formats.set(format, formats.get(format) ?? { name, isInside });
    else if (!isInside || beginsAsJson(bytes)) take(name, await readJson(name, bytes, object));
  }
  for (const { file, parts } of shapefiles.values()) take(file, shapefileLayer(file, parts));
  return withFormats(layers, refused, formats);
}

/** Sentences about other formats, each with the first file that it is of. */
type OtherFormats = Map<string, { readonly name: string; readonly isInside: boolean }>;

/** Files of other formats: refused where they were named, or where there is nothing else. */
function withFormats(layers: Layer[], refused: string[], formats: OtherFormats): Layers {
  const passed: string[] = [];
  for (const [sentence, { name, isInside }] of formats)
    (isInside && layers.length > 0 ? passed : refused).push(`Tệp “${name}”: ${sentence}`);
  if (layers.length === 0 && refused.length === 0)
    refused.push(
      'không có tệp ranh giới nào: cần .zip của shapefile, .shp, .geojson hoặc .topojson',
    );
  return { layers, refused, passed };
}

/** The files of a zip, and of the zips in it; any other file is itself. */
async function unpack(
  file: BordersFile,
  refused: string[],
  inflate: Inflate | undefined,
  depth = 0,
): Promise<BordersFile[]> {
  if (file.bytes[0] !== 0x50 || file.bytes[1] !== 0x4b) return [file];
  if (depth > 4) {
    refused.push(
      `Tệp “${file.name}”: quá nhiều lớp tệp nén lồng nhau. Hãy giải nén rồi chọn các tệp bên trong.`,
    );
    return [];
  }
  const inside = await unzip(file.bytes, (name) => !HIDDEN.test(name), inflate);
  if (typeof inside === 'string') {
    refused.push(`Tệp “${file.name}”: ${inside}`);
    return [];
  }
  if (inside.some(({ name }) => /(^|\/)doc\.kml$/i.test(name))) {
    refused.push(`Tệp “${file.name}”: ${convertWords('KMZ', file.name)}`);
    return [];
  }
  const layerFiles: BordersFile[] = [];
  for (const { name, bytes } of inside)
    if (!BESIDE.test(name))
      layerFiles.push(
        ...(await unpack(
          { name: `${file.name}/${name}`, bytes, isInside: true },
          refused,
          inflate,
          depth + 1,
        )),
      );
  if (layerFiles.length === 0)
    refused.push(`Tệp “${file.name}”: trong tệp nén không có tệp ranh giới`);
  return layerFiles;
}

/** Folders, and what macOS leaves in a zip. */
const HIDDEN = /(^|\/)(__MACOSX\/|\.)|\/$/;

function shapefileLayer(file: string, { shp, shx, dbf, prj }: Parts): Layer | string {
  if (!shp) return 'thiếu tệp .shp đi cùng (.shp, .dbf và .prj phải cùng tên, cùng chỗ)';
  if (!dbf)
    return 'thiếu tệp .dbf đi cùng: không có bảng thuộc tính thì không biết hình nào là xã nào';
  const stated = prj && systemOfPrj(decode(prj) ?? decode1252(prj));
  try {
    return { file, ...readShapefile({ shp, dbf, shx }), stated, properties: {} };
  } catch (error) {
    if (error instanceof BrokenShapefile) return error.message;
    throw error;
  }
}
