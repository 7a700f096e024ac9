/** The commands of `tcns-data` that read spreadsheets, or another API. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Skipped } from '../tables/table-rows.js';
import { csvLine } from '../tables/csv.js';
import { DataError } from '../api/errors.js';
import { requestJson } from '../data/request.js';
import { removedWords } from '../desk/changes.js';
import { runDesk, type DeskResult } from '../desk/desk.js';
import { keyLike } from '../desk/workbook-context.js';
import { STANDARD_INDICATORS } from '../desk/indicators.js';
import { decode } from '../desk/decode.js';
import { takeIn, type InputFile } from '../desk/read-files.js';
import { noteText } from '../desk/notes.js';
import { officialHint } from '../desk/area-lines.js';
import { officialArea, officialIn, officialUnitsIn } from '../desk/gazetteer.js';
import { reasonWords, skippedWords } from '../desk/reasons.js';
import { areaGiven } from './data-area.js';
import { pipedTable } from './piped-table.js';
import { requestText } from './request-text.js';
import { publish, readPublished, type Published } from './publish.js';
import { Usage } from './usage.js';
import { EXIT, Failure, isPipe, progress, text, type Desk, type Values } from './data-options.js';

/* ---- init ---- */

/** `tcns-data init`: writes a new workbook or CSV files for an area; returns the exit code. */
export async function init(files: readonly string[], values: Values, desk: Desk): Promise<number> {
  if (files.length > 0) throw new Usage(`init không nhận tệp: ${files.join(' ')}`);
  const area = areaGiven(text(values.area), text(values.edition));
  const target = text(values.out) ?? (values.csv ? 'so-lieu' : 'so-lieu.xlsx');
  if (existsSync(target))
    throw new Failure(
      `${target} đã có. Hãy chọn tên khác bằng --out, để không ghi đè số liệu đã nhập.`,
    );
  if (values.csv) {
    const { templateSheets } = await import('../desk/template.js');
    mkdirSync(target, { recursive: true });
    for (const { file, columns, rows, key } of templateSheets(area, text(values.edition))) {
      if (key === 'guide' || key === 'example') continue;
      const lines = [columns.map(({ header }) => header), ...rows].map((row) => csvLine(row));
      // The mark tells Excel that the file is UTF-8.
      writeFileSync(join(target, `${file}.csv`), `\ufeff${lines.join('\r\n')}\r\n`);
    }
  } else {
    const { templateXlsx } = await import('../desk/xlsx-write.js');
    writeFileSync(target, await templateXlsx(area, new Date(desk.now()), text(values.edition)));
  }
  desk.print(
    values.json
      ? JSON.stringify({ ok: true, file: target, area })
      : `Đã tạo ${target} cho ${area}. Hãy điền rồi chạy: tcns-data build ${target} --out v1`,
  );
  return EXIT.done;
}

/* ---- build and diff ---- */

/** `tcns-data build`: writes the files of the API; nothing is written where there is a fault. */
export async function build(files: readonly string[], values: Values, desk: Desk): Promise<number> {
  const out = text(values.out);
  if (!out) throw new Usage('build cần --out THƯ-MỤC');
  const published = readPublished(out);
  const result = await resultOf(files, values, published, desk);
  const dry = values['dry-run'] === true;
  const changed = result.files.filter(({ status }) => status !== 'same');
  const gone = values.prune ? result.orphans.map((path) => `${path}.json`) : [];
  if (!dry && result.faults.length === 0) publish(out, changed, gone);
  if (values.json) printJson(result, { out, dryRun: dry, deleted: gone }, desk);
  else printBuild(result, out, dry, gone, desk);
  return result.faults.length > 0 ? EXIT.faults : EXIT.done;
}

/** `tcns-data diff`: prints what `build` would change, and writes nothing. */
export async function diff(files: readonly string[], values: Values, desk: Desk): Promise<number> {
  const source = text(values.published) ?? text(values.out);
  if (!source)
    throw new Usage(
      'diff cần --out THƯ-MỤC hoặc --published THƯ-MỤC|ĐỊA-CHỈ của bundle.json đang công bố',
    );
  const published = await publishedAt(source);
  const result = await resultOf(files, values, published, desk);
  if (values.json) printJson(result, { published: source }, desk);
  else {
    printNotes(result, desk);
    if (result.faults.length === 0) printChanges(result, desk);
  }
  return result.faults.length > 0 ? EXIT.faults : EXIT.done;
}

/** What the sheets, or another API, say; not both, as one would be left out without a word. */
function resultOf(
  files: readonly string[],
  values: Values,
  published: Published,
  desk: Desk,
): Promise<DeskResult> {
  const from = text(values.from);
  if (from === undefined) {
    if (values.adapter !== undefined) throw new Usage('--adapter chỉ dùng cùng --from ĐỊA-CHỈ');
    return fromSheets(files, values, published, desk);
  }
  if (files.length > 0 || values.match !== undefined)
    throw new Usage(
      `chỉ dùng một trong hai: tệp (${files.join(' ') || text(values.match)}) hoặc --from ĐỊA-CHỈ`,
    );
  if (!/^https?:\/\//i.test(from) && !isPipe(from))
    throw new Usage(
      `--from cần địa chỉ http:// hoặc https://, hoặc dấu - để đọc từ đầu vào chuẩn (stdin), không phải “${from}”`,
    );
  return fromUrl(from, values, published, desk);
}

async function publishedAt(source: string): Promise<Published> {
  if (!/^https?:\/\//i.test(source)) return readPublished(source);
  const { raw } = await ask(source);
  const documents = (raw as { documents?: Record<string, unknown> } | null)?.documents;
  if (!documents) throw new Failure(`${source} không phải bundle.json của API`);
  return { documents, texts: {} };
}

async function ask(url: string): Promise<{ raw: unknown }> {
  try {
    return await requestJson(url);
  } catch (error) {
    throw new Failure(
      error instanceof DataError ? `không tải được ${url}: ${errorWords(error)}` : String(error),
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
    throw new Usage(
      'chưa chỉ định tệp nào: cần một tệp .xlsx hoặc .ods, một thư mục CSV, hoặc vài tệp .csv',
    );
  const say = progress(values, desk);
  say('đọc tệp');
  const matchFile = text(values.match);
  const intake = await takeIn([
    ...files.flatMap(filesAt),
    ...(matchFile ? filesAt(matchFile) : []),
  ]);
  if (matchFile && !intake.matching && intake.refused.length === 0)
    throw new Usage(`--match cần một tệp ghép cột (.json), không phải ${matchFile}`);
  if (intake.refused.length > 0) return refusedResult(intake.refused);
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

/** The result of files that cannot be read: a fault for each, and no document. */
const refusedResult = (refused: readonly string[]): DeskResult => ({
  faults: refused.map((message) => ({ sheet: '', cell: '', message })),
  warnings: [],
  documents: {},
  files: [],
  changes: [],
  orphans: [],
  area: undefined,
});

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

const OFFICIAL = {
  find: officialIn,
  get: officialArea,
  covers: (id: string) => officialUnitsIn(id) > 0,
  hint: officialHint,
};

async function fromUrl(
  url: string,
  values: Values,
  published: Published,
  desk: Desk,
): Promise<DeskResult> {
  const name = text(values.adapter) ?? (isPipe(url) ? 'csv' : undefined);
  if (name !== undefined && name !== 'ckan' && name !== 'csv')
    throw new Usage(`không có bộ chuyển đổi “${name}”; hiện có: ckan, csv`);
  if (!isPipe(url)) progress(values, desk)(`tải ${url}`);
  const skipped: Skipped[] = [];
  try {
    const raw = await rawFrom(url, name, desk);
    const { fromCkan, fromCsv } = await import('../tables/table-adapter.js');
    const { publishDocument } = await import('../desk/from-document.js');
    const adapters = { ckan: fromCkan, csv: fromCsv } as const;
    const doc = name ? adapters[name](raw, url, (row) => skipped.push(row), OFFICIAL) : raw;
    const result = publishDocument(doc, published, desk.now());
    const warnings = skipped.map((row) => ({ sheet: '', cell: '', message: skippedWords(row) }));
    return { ...result, warnings: [...warnings, ...result.warnings] };
  } catch (error) {
    const lines = skipped.slice(0, 20).map((row) => `\n  ${skippedWords(row)}`);
    throw new Failure(`không dùng được ${url}: ${errorWords(error as Error)}${lines.join('')}`);
  }
}

async function rawFrom(url: string, adapter: string | undefined, desk: Desk): Promise<unknown> {
  if (!isPipe(url))
    return adapter === 'csv' ? await requestText(url) : (await requestJson(url)).raw;
  const input = decode(desk.stdin?.() ?? new Uint8Array());
  if (input === undefined) throw new Error('CSV is expected in UTF-8, this is another encoding');
  if (input.trim() === '') throw new Error('the pipe is empty: the query gave no rows');
  return adapter === 'ckan' ? (JSON.parse(input) as unknown) : pipedTable(input);
}

/** Why an address or an adapter failed. The address itself is named beside it. */
function errorWords(error: Error): string {
  if (!(error instanceof DataError)) return reasonWords(error.message);
  return `${error.path && `${error.path}: `}${reasonWords(error.reason)}`;
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
  const removed = result.changes.filter(({ kind }) => kind === 'removed').length;
  if (removed > 0) desk.print(`Nhắc. ${removedWords(removed)}`);
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

/** `tcns-data match`: drafts a matching file for an office's own table. */
export async function match(files: readonly string[], values: Values, desk: Desk): Promise<number> {
  if (files.length === 0) throw new Usage('match cần một tệp .xlsx, .ods hoặc .csv của cơ quan');
  const intake = await takeIn(files.flatMap(filesAt));
  if (intake.refused.length > 0) throw new Failure(intake.refused.join('\n'));
  const { proposeMatching } = await import('../desk/propose-matching.js');
  const matching = proposeMatching(intake.tables, (header) => keyLike(STANDARD_INDICATORS, header));
  if (Object.keys(matching.sheets ?? {}).length === 0)
    throw new Failure(
      `không thấy cột nào ghi tên địa bàn (xã, phường, tỉnh…) trong ${intake.tables.map(({ name }) => `“${name}”`).join(', ')}. Nếu mỗi cột là một địa bàn, hãy đổi hàng thành cột (Excel: Copy → Paste Special → Transpose). Nếu bảng chỉ nói một địa bàn, hãy chép số vào mẫu của lệnh tcns-data init.`,
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
