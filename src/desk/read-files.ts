/** Files as they are dropped or named: which kind each is, by its bytes; and its sheets. */
import { unzipSync } from 'fflate';
import { parseCsv } from '../tables/csv.js';
import type { SheetTable } from './cells.js';
import { decode } from './decode.js';
import { readMatching, type Matching } from './matching.js';
import { LockedFile, readOds } from './ods-read.js';
import { readXlsx } from './xlsx-read.js';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Intake {
  readonly tables: readonly SheetTable[];
  readonly matching: Matching | undefined;
  /** A sentence for each file that cannot be read. */
  readonly refused: readonly string[];
}

/** Reads workbooks, CSV files and a matching file (JSON). */
export async function takeIn(files: readonly InputFile[]): Promise<Intake> {
  const tables: SheetTable[] = [];
  const refused: string[] = [];
  let matching: Matching | undefined;
  for (const file of files) {
    const read = await readFile(file);
    if (typeof read === 'string') refused.push(`Tệp “${file.name}”: ${read}`);
    else if (Array.isArray(read)) tables.push(...read);
    else matching = read;
  }
  return { tables, matching, refused };
}

async function readFile({ name, bytes }: InputFile): Promise<SheetTable[] | Matching | string> {
  const kind = kindOf(bytes, name);
  if (kind === 'xlsx') {
    try {
      return readXlsx(bytes);
    } catch {
      return 'tệp Excel bị hỏng hoặc không đúng định dạng .xlsx. Hãy mở bằng Excel rồi lưu lại (Save As → Excel Workbook).';
    }
  }
  if (kind === 'ods') {
    try {
      return readOds(bytes);
    } catch (error) {
      if (error instanceof LockedFile) return REFUSALS.locked;
      return 'tệp OpenDocument bị hỏng. Hãy mở bằng LibreOffice rồi lưu lại.';
    }
  }
  if (kind === 'json') {
    const matching = readMatching(new TextDecoder().decode(bytes));
    return matching;
  }
  if (kind !== 'csv') return REFUSALS[kind];
  const text = decode(bytes);
  if (text === undefined)
    return 'bảng mã của tệp CSV không phải UTF-8. Hãy lưu lại trong Excel: Save As → CSV UTF-8 (Comma delimited).';
  return [{ name: name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''), rows: parseCsv(text) }];
}

type Kind = 'xlsx' | 'ods' | 'json' | 'csv' | keyof typeof REFUSALS;

const REFUSALS = {
  xls: 'đây là tệp Excel cũ (.xls, Excel 97–2003). Hãy mở bằng Excel và lưu lại thành .xlsx (Save As → Excel Workbook).',
  locked:
    'tệp được đặt mật khẩu mở nên không đọc được. Hãy bỏ mật khẩu (File → Info → Protect Workbook → Encrypt with Password, xóa mật khẩu) rồi lưu lại.',
  xlsb: 'đây là tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel và lưu lại thành .xlsx (Save As → Excel Workbook).',
  office:
    'đây là tệp văn bản hoặc trình chiếu, không phải bảng tính. Hãy gửi tệp .xlsx, .ods hoặc .csv.',
  html: 'tệp có đuôi Excel nhưng bên trong là trang HTML (thường do phần mềm khác xuất ra). Hãy mở bằng Excel và lưu lại thành .xlsx.',
  xml: 'đây là tệp XML Spreadsheet 2003. Hãy mở bằng Excel và lưu lại thành .xlsx.',
  pdf: 'đây là tệp PDF, không phải bảng tính. Hãy gửi tệp .xlsx, .ods hoặc .csv.',
  zip: 'đây là tệp nén, không phải bảng tính. Hãy giải nén rồi chọn tệp .xlsx, .ods hoặc .csv bên trong.',
  empty: 'tệp trống.',
  image: 'đây là ảnh, không phải bảng tính. Hãy gửi tệp .xlsx, .ods hoặc .csv.',
} as const;

function kindOf(bytes: Uint8Array, name: string): Kind {
  const start = latin(bytes.subarray(0, 512));
  if (bytes.length === 0) return 'empty';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return isLocked(bytes) ? 'locked' : 'xls';
  if (start.startsWith('PK')) return zipKind(bytes);
  if (start.startsWith('%PDF')) return 'pdf';
  if (/^(\u0089PNG|\u00ff\u00d8\u00ff|GIF8)/.test(start)) return 'image';
  // BIFF2 to BIFF5: Excel before 97, without a container.
  if (/^\u0009[\u0000\u0002\u0004\u0008][\u0004-\u0010]\u0000/.test(start)) return 'xls';
  const text = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (
    /^<\?xml[^>]*\?>\s*<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet/.test(text)
  )
    return 'xml';
  if (/<office:document\s|urn:oasis:names:tc:opendocument/.test(text)) return 'ods';
  if (/^<(!doctype html|html|table|head|meta|style)/i.test(text)) return 'html';
  return /\.json$/i.test(name) || text.startsWith('{') ? 'json' : 'csv';
}

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** A workbook with a password is a container that holds "EncryptedPackage", in UTF-16. */
function isLocked(bytes: Uint8Array): boolean {
  const mark = 'EncryptedPackage';
  const end = Math.min(bytes.length, 200_000) - mark.length * 2;
  for (let at = 0; at < end; at++) {
    let i = 0;
    while (
      i < mark.length &&
      bytes[at + i * 2] === mark.charCodeAt(i) &&
      bytes[at + i * 2 + 1] === 0
    )
      i++;
    if (i === mark.length) return true;
  }
  return false;
}

/** What a zip is: a workbook says so in its list of content types, whatever its parts are called. */
function zipKind(bytes: Uint8Array): Kind {
  const kind = /mimetypeapplication\/vnd\.oasis\.opendocument\.([\w-]+)/.exec(
    latin(bytes.subarray(0, 4096)),
  )?.[1];
  if (kind !== undefined) return kind.startsWith('spreadsheet') ? 'ods' : 'office';
  const types = contentTypes(bytes) ?? new TextDecoder('latin1').decode(bytes);
  if (/spreadsheetml\.(sheet|template)\.main|\.sheet\.macroEnabled\.main/.test(types))
    return 'xlsx';
  if (types.includes('.sheet.binary.')) return 'xlsb';
  if (/wordprocessingml|presentationml/.test(types)) return 'office';
  return /xl\/(workbook|worksheets)/.test(types) ? 'xlsx' : 'zip';
}

/** The list of content types; `undefined` for a zip that is broken or no package of Office. */
function contentTypes(bytes: Uint8Array): string | undefined {
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => name === '[Content_Types].xml' });
    const [list] = Object.values(files);
    return list && new TextDecoder().decode(list);
  } catch {
    return undefined;
  }
}
