/**
 * `npx tcns-check URL|FILE|FOLDER…`: says where documents of the API are wrong, one line a fault.
 * It asks with the widgets' own request and reads with the widgets' own schemas; where a widget
 * stops at the first fault of an item, this goes on and names them all.
 */
import { LARGEST_KEPT, MOST_BYTES } from '../api/limits.js';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '../api/errors.js';
import { requestJson, type Answer } from '../data/request.js';
import { faultsOfDocument, type Finding } from './check-document.js';
import { doubledKeys } from './check-figures.js';
import { headerWarnings } from './check-headers.js';
import { plainText } from './plain-text.js';
import { jsonFault } from './json-position.js';
import { walkApi } from './walk-api.js';

const HELP = `tcns-check: kiểm tra tài liệu của API tcns-widgets, phiên bản 1

Cách dùng:  npx tcns-check URL|TỆP|THƯ-MỤC…
  URL       http(s); kiểm tra cả tiêu đề HTTP: CORS, ETag, Cache-Control; với địa chỉ gốc của API
            (https://ten-mien/tcns/v1) thì kiểm tra mọi tài liệu tìm thấy bên dưới
  TỆP       một tài liệu JSON, hoặc bundle.json
  THƯ-MỤC   mọi tệp .json bên trong

Mỗi lỗi một dòng: nơi có lỗi trong tài liệu, rồi lý do. Dòng có chữ "warning" là lời nhắc:
tiện ích vẫn chạy. Mã thoát: 0 không có lỗi, 1 có lỗi, 2 gọi sai cách.

tcns-check: checks documents of the tcns-widgets API, version 1

Usage:  npx tcns-check URL|FILE|FOLDER…
  URL       http(s); looks at the HTTP headers too: CORS, ETag, Cache-Control; of an API's base
            (https://your.host/tcns/v1) every document that is found below it
  FILE      a JSON document, or a bundle.json
  FOLDER    every .json file in it

One line a fault: where it is in the document, then why. A line with "warning" is advice: the
widgets still work. Exit code: 0 no faults, 1 faults, 2 wrong usage.

  --help    shows this
`;

interface Result {
  readonly findings: readonly Finding[];
  readonly documents: number;
}

/** The documents in a piece of JSON: one, or those of a bundle. */
function checkJson(raw: unknown, source: string): Result {
  const findings: Finding[] = [];
  const documents = faultsOfDocument(raw, source, findings);
  return { findings, documents };
}

const fault = (path: string, reason: string): Finding => ({ path, reason, warning: false });
const warning = (path: string, reason: string): Finding => ({ path, reason, warning: true });

/** The document of an address, and what its server says beside it. */
async function checkUrl(url: string): Promise<Result> {
  try {
    return checkAnswer(url, await requestJson(url), await headerWarnings(url));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { findings: [fault('', error.reason)], documents: 0 };
  }
}

function checkAnswer(url: string, { raw, text }: Answer, headers: readonly Finding[]): Result {
  const { findings, documents } = checkJson(raw, pathOf(url));
  const more = text.length > LARGEST_KEPT ? [tooLarge(text.length)] : [];
  return { findings: [...findings, ...doubledIn(text), ...more, ...headers], documents };
}

/** What was found of each source: of an address that is no document, at the documents below it. */
async function* checkSources(arg: string): AsyncGenerator<[source: string, result: Result]> {
  if (!/^https?:\/\//i.test(arg)) {
    const files = filesOf(arg);
    for (const file of files) yield [file, checkFile(file)];
    if (files.length === 0)
      yield [arg, { findings: [fault('', 'no .json file in this folder')], documents: 0 }];
  } else if (await isBase(arg)) yield* checkApi(arg);
  else yield [arg, await checkUrl(arg)];
}

/** Whether an address is an API's base: it names no file, and no document answers there. */
async function isBase(url: string): Promise<boolean> {
  const { pathname, search } = new URL(url);
  if (search || /\.(geo)?json$/i.test(pathname)) return false;
  try {
    const { raw } = await requestJson(url);
    return typeof raw !== 'object' || raw === null || !('version' in raw || 'documents' in raw);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.kind === 'http' || error.kind === 'format';
  }
}

/** The headers are looked at once a path of the API, because a server sets them by folders. */
async function* checkApi(base: string): AsyncGenerator<[source: string, result: Result]> {
  const asked = new Set<string>();
  let documents = 0;
  for await (const { url, path, answer, error } of walkApi(base)) {
    if (error) {
      yield [url, { findings: [fault('', error.reason)], documents: 0 }];
      continue;
    }
    documents += 1;
    const headers = asked.has(path) ? [] : await headerWarnings(url);
    asked.add(path);
    yield [url, checkAnswer(url, answer, headers)];
  }
  if (documents === 0)
    yield [
      base,
      { findings: [fault('', 'no document of the API answers below this address')], documents: 0 },
    ];
}

const tooLarge = (size: number) =>
  warning('', `${size} characters: above ${LARGEST_KEPT} the widgets keep no copy across a reload`);

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return url;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'UTF-8 is expected, this is another encoding',
};

function checkFile(file: string): Result {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = REASONS[code ?? ''] ?? message;
    return { findings: [fault('', reason)], documents: 0 };
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { findings: [fault('', notJson(text))], documents: 0 };
  }
  const { findings, documents } = checkJson(raw, file.replaceAll('\\', '/'));
  const more = text.length > LARGEST_KEPT ? [tooLarge(text.length)] : [];
  if (Buffer.byteLength(text) > MOST_BYTES)
    more.push(fault('', `the answer is larger than ${MOST_BYTES / 1e6} MB: the widgets refuse it`));
  return { findings: [...findings, ...doubledIn(text), ...more], documents };
}

const doubledIn = (text: string): Finding[] =>
  doubledKeys(text).map((path) =>
    warning(path, 'stands twice under one key: only the last is read'),
  );

/** What a text is that is no JSON, and where it stops being JSON. */
function notJson(text: string): string {
  if (/^\s*</.test(text)) return 'JSON is expected, this is an HTML or XML page';
  if (text.trim() === '') return 'JSON is expected, this is an empty file';
  return `JSON is expected, this is not JSON: ${jsonFault(text) ?? 'it cannot be parsed'}`;
}

function filesOf(path: string): string[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch {
    return [path];
  }
  if (!isFolder) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

/** Checks what the arguments name, prints, and returns the exit code. */
export async function main(
  args: readonly string[],
  print: (line: string) => void = (line) => console.log(line),
): Promise<number> {
  const unknown = args.find((arg) => /^-/.test(arg) && !/^(-h|--help)$/.test(arg));
  if (args.length === 0 || unknown !== undefined || args.some((arg) => /^-/.test(arg))) {
    if (unknown !== undefined) print(`tcns-check: unknown option ${unknown}\n`);
    print(HELP.trimEnd());
    return args.length > 0 && unknown === undefined ? 0 : 2;
  }
  const total = { documents: 0, faults: 0, warnings: 0 };
  for (const arg of args) {
    for await (const [source, { findings, documents }] of checkSources(arg)) {
      total.documents += documents;
      for (const { path, reason, warning } of findings) {
        total[warning ? 'warnings' : 'faults'] += 1;
        print(
          plainText(
            [source, ...(warning ? ['warning'] : []), ...(path ? [path] : []), reason].join(': '),
          ),
        );
      }
    }
  }
  print(
    `${total.documents} ${total.documents === 1 ? 'document' : 'documents'}, ${total.faults} ${total.faults === 1 ? 'fault' : 'faults'}, ${total.warnings} ${total.warnings === 1 ? 'warning' : 'warnings'}`,
  );
  return total.faults > 0 ? 1 : 0;
}
