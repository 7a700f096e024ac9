/** `npx tcns-data init|build|diff|match`: from a spreadsheet to the files of the API. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { adapterNamed, adapt } from '../src/data/adapters.js';
import { csvLine } from '../src/data/csv.js';
import { DataError } from '../src/data/errors.js';
import { requestJson } from '../src/data/request.js';
import { runDesk, type DeskResult } from '../src/desk/desk.js';
import { keyNamed } from '../src/desk/office.js';
import { STANDARD_INDICATORS } from '../src/desk/indicators.js';
import { takeIn, type InputFile } from '../src/desk/intake.js';
import { noteText } from '../src/desk/notes.js';
import { publishDocument } from '../src/desk/from-document.js';
import { templateSheets } from '../src/desk/template.js';
import { proposeMatching } from '../src/desk/workbook.js';
import { templateXlsx } from '../src/desk/xlsx-write.js';
import { matchArea } from '../src/domain/names.js';
import { editionOf } from '../src/domain/editions.js';
import { PROVINCES } from '../src/domain/provinces.generated.js';
import { HELP } from './lib/data-help.js';
import { publish, readPublished, type Published } from './lib/publish.js';

/** Where the words go, and what time it is: tests bring their own. */
export interface Desk {
  print: (line: string) => void;
  /** Progress of long work. */
  report: (line: string) => void;
  now: () => number;
}

const EXIT = { done: 0, faults: 1, usage: 2, failed: 3 } as const;

const OPTIONS = {
  area: { type: 'string' },
  edition: { type: 'string' },
  out: { type: 'string' },
  csv: { type: 'boolean' },
  match: { type: 'string' },
  published: { type: 'string' },
  from: { type: 'string' },
  adapter: { type: 'string' },
  'keep-history': { type: 'boolean' },
  prune: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = Partial<Record<keyof typeof OPTIONS, string | boolean>>;

class Usage extends Error {}
class Failure extends Error {}

const DESK: Desk = {
  print: (line) => console.log(line),
  report: (line) => console.error(line),
  now: () => Date.now(),
};

/** Does what the arguments say, prints, and returns the exit code. */
export async function main(args: readonly string[], desk: Desk = DESK): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    const [command, ...rest] = positionals;
    if (values.help || command === undefined || command === 'help') {
      desk.print(HELP.trimEnd());
      return values.help || command === 'help' ? EXIT.done : EXIT.usage;
    }
    const run = COMMANDS[command];
    if (!run) throw new Usage(`không có lệnh “${command}”`);
    return await run(rest, values, desk);
  } catch (error) {
    if (error instanceof Usage) {
      desk.print(`tcns-data: ${error.message}\n\n${HELP.trimEnd()}`);
      return EXIT.usage;
    }
    const { code, message } = error as NodeJS.ErrnoException;
    desk.print(
      `tcns-data: ${code === 'ENOENT' ? `không có tệp hoặc thư mục này: ${message}` : message}`,
    );
    return EXIT.failed;
  }
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}

type Command = (files: readonly string[], values: Values, desk: Desk) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { init, build, diff, match };

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/* ---- init ---- */

async function init(files: readonly string[], values: Values, desk: Desk): Promise<number> {
  if (files.length > 0) throw new Usage(`init không nhận tệp: ${files.join(' ')}`);
  const area = areaGiven(text(values.area), text(values.edition));
  const target = text(values.out) ?? (values.csv ? 'so-lieu' : 'so-lieu.xlsx');
  if (existsSync(target))
    throw new Failure(
      `${target} đã có. Hãy chọn tên khác bằng --out, để không ghi đè số liệu đã nhập.`,
    );
  if (values.csv) {
    mkdirSync(target, { recursive: true });
    for (const { file, columns, rows, key } of templateSheets(area, text(values.edition))) {
      if (key === 'guide' || key === 'example') continue;
      const lines = [columns.map(({ header }) => header), ...rows].map((row) => csvLine(row));
      // The mark tells Excel that the file is UTF-8.
      writeFileSync(join(target, `${file}.csv`), `\ufeff${lines.join('\r\n')}\r\n`);
    }
  } else {
    writeFileSync(target, await templateXlsx(area, new Date(desk.now()), text(values.edition)));
  }
  desk.print(
    values.json
      ? JSON.stringify({ ok: true, file: target, area })
      : `Đã tạo ${target} cho ${area}. Hãy điền rồi chạy: tcns-data build ${target} --out v1`,
  );
  return EXIT.done;
}

function areaGiven(typed: string | undefined, edition = '2025'): string {
  if (!typed) throw new Usage('init cần --area "Tên tỉnh, thành phố" (hoặc mã, hoặc “Cả nước”)');
  if (edition !== '2025' && edition !== '2008')
    throw new Usage(`--edition là 2025 hoặc 2008, không phải “${edition}”`);
  const own = editionOf(typed);
  if (own && !(typed in PROVINCES)) return typed;
  const found = matchArea(typed, PROVINCES, { edition: own ?? edition });
  if (found.kind === 'one') return found.id;
  if (matchArea(typed, PROVINCES).kind === 'one' && /^(vn|cả nước|viet nam|việt nam)$/i.test(typed))
    return 'vn';
  const other = matchArea(typed, PROVINCES, { edition: edition === '2025' ? '2008' : '2025' });
  const hint =
    other.kind === 'one'
      ? ` Tên này có trong danh mục kia: thêm --edition ${edition === '2025' ? '2008' : '2025'}.`
      : '';
  throw new Usage(`không có tỉnh, thành phố “${typed}” trong danh mục ${edition}.${hint}`);
}

/* ---- build and diff ---- */

async function build(files: readonly string[], values: Values, desk: Desk): Promise<number> {
  const out = text(values.out);
  if (!out) throw new Usage('build cần --out THƯ-MỤC');
  const published = readPublished(out);
  const result = text(values.from)
    ? await fromUrl(values, published, desk)
    : await fromSheets(files, values, published, desk);
  const dry = values['dry-run'] === true;
  const wanted = result.files.filter(({ status }) => status !== 'same');
  const gone = values.prune ? result.orphans.map((path) => `${path}.json`) : [];
  if (!dry && result.faults.length === 0) publish(out, wanted, gone);
  if (values.json) printJson(result, { out, dryRun: dry, deleted: gone }, desk);
  else printBuild(result, out, dry, gone, desk);
  return result.faults.length > 0 ? EXIT.faults : EXIT.done;
}

async function diff(files: readonly string[], values: Values, desk: Desk): Promise<number> {
  const place = text(values.published) ?? text(values.out);
  if (!place)
    throw new Usage(
      'diff cần --out THƯ-MỤC hoặc --published THƯ-MỤC|ĐỊA-CHỈ của bundle.json đang công bố',
    );
  const published = await publishedAt(place);
  const result = await fromSheets(files, values, published, desk);
  if (values.json) printJson(result, { published: place }, desk);
  else {
    printNotes(result, desk);
    if (result.faults.length === 0) printChanges(result, desk);
  }
  return result.faults.length > 0 ? EXIT.faults : EXIT.done;
}

async function publishedAt(place: string): Promise<Published> {
  if (!/^https?:\/\//i.test(place)) return readPublished(place);
  const { raw } = await ask(place);
  const documents = (raw as { documents?: Record<string, unknown> } | null)?.documents;
  if (!documents) throw new Failure(`${place} không phải bundle.json của API`);
  return { documents, texts: {} };
}

async function ask(url: string): Promise<{ raw: unknown }> {
  try {
    return await requestJson(url);
  } catch (error) {
    throw new Failure(
      error instanceof DataError ? `không tải được: ${error.message}` : String(error),
    );
  }
}

async function fromSheets(
  files: readonly string[],
  values: Values,
  published: Published,
  desk: Desk,
): Promise<DeskResult> {
  if (files.length === 0)
    throw new Usage('chưa nói tệp nào: một tệp .xlsx, một thư mục CSV, hoặc vài tệp .csv');
  const say = progress(values, desk);
  say('đọc tệp');
  const matchFile = text(values.match);
  const intake = await takeIn([
    ...files.flatMap(filesAt),
    ...(matchFile ? filesAt(matchFile) : []),
  ]);
  if (intake.refused.length > 0) {
    const faults = intake.refused.map((message) => ({ sheet: '', cell: '', message }));
    return {
      faults,
      warnings: [],
      documents: {},
      files: [],
      changes: [],
      orphans: [],
      area: undefined,
    };
  }
  return runDesk({
    tables: intake.tables,
    matching: intake.matching,
    info: {
      ...(text(values.area) ? { area: text(values.area) } : {}),
      ...(text(values.edition) ? { edition: text(values.edition) } : {}),
    },
    published: published.documents,
    texts: published.texts,
    keepHistory: values['keep-history'] === true,
    prune: values.prune === true,
    now: desk.now(),
    progress: say,
  });
}

/** A file, or the CSV files of a folder. */
function filesAt(path: string): InputFile[] {
  const names = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => /\.csv$/i.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (names.length === 0) throw new Failure(`${path} không có tệp .csv nào`);
  return names.map((name) => ({ name: basename(name), bytes: new Uint8Array(readFileSync(name)) }));
}

async function fromUrl(values: Values, published: Published, desk: Desk): Promise<DeskResult> {
  const url = text(values.from) ?? '';
  const name = text(values.adapter);
  const adapter = name ? adapterNamed(name) : undefined;
  if (name && !adapter) throw new Usage(`không có bộ chuyển đổi “${name}”; hiện có: ckan, csv`);
  progress(values, desk)(`tải ${url}`);
  try {
    const { raw } = await requestJson(url, false, undefined, adapter?.reads === 'text');
    const document = adapter ? await adapt(adapter, raw, url) : raw;
    return publishDocument(document, published, desk.now());
  } catch (error) {
    throw new Failure(
      error instanceof DataError ? `không dùng được ${url}: ${error.message}` : String(error),
    );
  }
}

/** Steps of work that takes more than a second. */
function progress(values: Values, desk: Desk): (step: string) => void {
  const began = Date.now();
  return (step) => {
    if (values.quiet || values.json || Date.now() - began < 1000) return;
    desk.report(`… ${step} (${((Date.now() - began) / 1000).toFixed(0)} giây)`);
  };
}

/* ---- what is printed ---- */

function printNotes({ faults, warnings }: DeskResult, desk: Desk): void {
  for (const note of faults) desk.print(`Lỗi. ${noteText(note)}`);
  for (const note of warnings) desk.print(`Nhắc. ${noteText(note)}`);
}

function printChanges({ changes }: DeskResult, desk: Desk): void {
  for (const { text: line } of changes) desk.print(`• ${line}`);
  desk.print(
    changes.length === 0
      ? 'Không có gì thay đổi so với bản đang công bố.'
      : `${changes.length} thay đổi so với bản đang công bố.`,
  );
}

function printBuild(
  result: DeskResult,
  out: string,
  dry: boolean,
  gone: readonly string[],
  desk: Desk,
): void {
  printNotes(result, desk);
  const { faults, warnings, files, orphans } = result;
  if (faults.length > 0) {
    desk.print(`${faults.length} lỗi, ${warnings.length} lời nhắc. Chưa ghi gì.`);
    return;
  }
  const some = (status: string): number => files.filter((file) => file.status === status).length;
  for (const { path, status } of files)
    if (status !== 'same') desk.print(`${status === 'new' ? 'mới ' : 'sửa '} ${path}`);
  for (const path of gone) desk.print(`xóa  ${path}`);
  if (gone.length === 0 && orphans.length > 0)
    desk.print(
      `Nhắc. Bảng tính không còn nói đến ${orphans.map((path) => `${path}.json`).join(', ')}; các tệp này được giữ nguyên. Xóa bằng --prune.`,
    );
  desk.print(
    `${dry ? 'Chạy thử, chưa ghi gì: ' : ''}${out}: ${some('new')} tệp mới, ${some('changed')} tệp thay đổi, ${some('same')} tệp giữ nguyên; ${result.changes.length} thay đổi về số liệu, ${warnings.length} lời nhắc.`,
  );
}

function printJson(result: DeskResult, more: Record<string, unknown>, desk: Desk): void {
  const { faults, warnings, files, changes, orphans, area } = result;
  const note = (item: (typeof faults)[number]) => ({ ...item, text: noteText(item) });
  desk.print(
    JSON.stringify(
      {
        ok: faults.length === 0,
        area,
        ...more,
        faults: faults.map(note),
        warnings: warnings.map(note),
        files: files.map(({ path, status }) => ({ path, status })),
        changes,
        orphans,
      },
      null,
      2,
    ),
  );
}

/* ---- match ---- */

async function match(files: readonly string[], values: Values, desk: Desk): Promise<number> {
  if (files.length === 0) throw new Usage('match cần một tệp .xlsx hoặc .csv của cơ quan');
  const intake = await takeIn(files.flatMap(filesAt));
  if (intake.refused.length > 0) throw new Failure(intake.refused.join('\n'));
  const matching = proposeMatching(intake.tables, (header) =>
    keyNamed(STANDARD_INDICATORS, header),
  );
  const target = text(values.out) ?? 'ghep-cot.json';
  if (existsSync(target)) throw new Failure(`${target} đã có. Hãy chọn tên khác bằng --out.`);
  writeFileSync(
    target,
    `${JSON.stringify({ ...matching, info: { area: text(values.area) ?? '', edition: text(values.edition) ?? '2025' } }, null, 2)}\n`,
  );
  desk.print(
    `Đã ghi ${target}. Hãy mở ra, điền chỗ còn trống (địa bàn, thời điểm, chỉ số của từng cột), rồi chạy: tcns-data build ${files[0]} --match ${target} --out v1`,
  );
  return EXIT.done;
}
