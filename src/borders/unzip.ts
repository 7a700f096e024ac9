/** Files of a zip by its list at the end. The tool inflates with Node's own zlib, which is five times as fast as fflate. */
import { decode1252 } from './text-readings.js';

/** Inflates raw deflate data of a known size. */
export type Inflate = (bytes: Uint8Array, size: number) => Uint8Array;

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes that a file in a zip may have: a larger one is a mistake or a trap. */
const MOST = 1_000_000_000;
const LIST_END = 0x06054b50;
const LIST_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/** The files of a zip that `wanted` takes, or a sentence that says what is wrong. */
export async function unzip(
  zip: Uint8Array,
  wanted: (name: string) => boolean,
  inflate?: Inflate,
): Promise<ZipEntry[] | string> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const inflateData = inflate ?? (await inflateOfFflate());
  try {
    const entries: ZipEntry[] = [];
    for (const { name, method, flags, start, length, size } of listOf(zip, view)) {
      if (!wanted(name)) continue;
      if (flags & 1)
        return 'tệp nén có mật khẩu. Hãy giải nén bằng mật khẩu rồi chọn các tệp bên trong.';
      if (method !== STORED && method !== DEFLATED)
        return 'tệp nén theo cách lạ. Hãy giải nén rồi chọn các tệp bên trong.';
      if (size > MOST) return `“${name}” trong tệp nén lớn hơn 1 GB.`;
      const data = zip.subarray(start, start + length);
      const bytes = method === STORED ? data : inflateData(data, size);
      if (data.length !== length || bytes.length !== size) return BROKEN;
      entries.push({ name, bytes });
    }
    return entries;
  } catch {
    return BROKEN;
  }
}

const BROKEN = 'tệp nén bị hỏng. Hãy tải hoặc chép lại.';

async function inflateOfFflate(): Promise<Inflate> {
  const { inflateSync } = await import('fflate');
  return (bytes, size) => inflateSync(bytes, { out: new Uint8Array(size) });
}

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly start: number;
  readonly length: number;
  readonly size: number;
}

/** The list of the files. A RangeError where it points outside the zip. */
function* listOf(zip: Uint8Array, view: DataView): Generator<Listed> {
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== LIST_END) end--;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== LIST_ENTRY) throw new RangeError('zip');
    const [nameLength, extra, comment] = [28, 30, 32].map((i) => view.getUint16(at + i, true));
    const local = view.getUint32(at + 42, true);
    const flags = view.getUint16(at + 8, true);
    const name = zip.subarray(at + 46, at + 46 + (nameLength ?? 0));
    yield {
      // Backslashes are folders of old Windows programs.
      name: textOf(name).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      flags,
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      length: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
    };
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

/** UTF-8 with or without the flag for it, else as Windows writes names. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode1252(bytes);
  }
}
