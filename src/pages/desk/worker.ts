/** The worker of the desk page: it reads, checks and builds, so that the page stays responsive. */
import { makeBorders } from '../../borders/borders.js';
import type { ZoneChoice } from '../../borders/choose-system.js';
import { systemTyped } from '../../borders/systems.js';
import { codeOf } from '../../domain/editions.js';
import { slug } from '../../desk/area-book.js';
import { removedWords } from '../../desk/changes.js';
import { runDesk, type DeskResult } from '../../desk/desk.js';
import { takeIn, type InputFile } from '../../desk/read-files.js';
import { packageFiles, packageWords } from '../../desk/package-files.js';
import { membersOf } from '../../api/raw-members.js';
import type { Documents } from '../../desk/published.js';
import { templateXlsx } from '../../desk/xlsx-write.js';
import { bordersLine } from './borders-words.js';
import { MOST, type Ask, type BordersAsk, type Built, type Some, type Tell } from './messages.js';
import { areasIn, previewOf } from './preview-data.js';

interface WorkerScope {
  onmessage: ((event: MessageEvent<Ask>) => void) | null;
  postMessage(message: Tell, transfer?: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;

const tell = (message: Tell, ...bytes: (Uint8Array | undefined)[]): void =>
  scope.postMessage(
    message,
    bytes.flatMap((part) => (part ? [part.buffer as ArrayBuffer] : [])),
  );

scope.onmessage = ({ data }) => {
  if (data.type === 'preview') return showArea(data.area);
  const work =
    data.type === 'template'
      ? template(data)
      : data.type === 'borders'
        ? borders(data)
        : build(data);
  work.catch((error: unknown) =>
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
};

/** The systems that a person chose, for single files and for all others. */
function zonesOf({ zone, zonesOfFiles }: BordersAsk): ZoneChoice[] {
  const typed: [string | undefined, string][] = [...Object.entries(zonesOfFiles)];
  if (zone.trim()) typed.push([undefined, zone]);
  return typed.map(([file, text]) => {
    const system = systemTyped(text);
    if (system) return { file, system };
    throw new Error(
      `hệ tọa độ là kinh tuyến trục (105-45), số EPSG của VN-2000 (9210), VN2000 hoặc WGS84, không phải “${text}”`,
    );
  });
}

async function borders(ask: BordersAsk): Promise<void> {
  const { files, area, key, object, size, allowMissing, allowFar, lines, source } = ask;
  const { report, faults, warnings, file } = await makeBorders({
    files,
    area,
    zones: zonesOf(ask),
    key: key.trim() || undefined,
    object,
    size,
    allowMissing,
    allowFar,
    lines,
    marked: true,
    source: source.trim() ? { title: source.trim() } : undefined,
    progress: (step) => tell({ type: 'progress', step }),
  });
  const [done, wrong, doubtful] = [report, faults, warnings].map((list) => list.map(bordersLine));
  tell({
    type: 'borders',
    report: done ?? [],
    faults: wrong ?? [],
    warnings: doubtful ?? [],
    file,
  });
}

/** What was built last, and what was published before it. */
let last: { readonly is: Documents; readonly was: Documents } = { is: {}, was: {} };

function showArea(area: string): void {
  tell({ type: 'preview', area, is: previewOf(last.is, area), was: previewOf(last.was, area) });
}

async function template({ area, now }: Extract<Ask, { type: 'template' }>): Promise<void> {
  const bytes = await templateXlsx(area, new Date(now));
  tell({ type: 'template', bytes, name: `so-lieu-${slug(codeOf(area))}.xlsx` }, bytes);
}

async function build({
  files,
  published,
  keepHistory,
  now,
}: Extract<Ask, { type: 'build' }>): Promise<void> {
  const progress = (step: string): void => tell({ type: 'progress', step });
  progress('đọc tệp');
  const intake = await takeIn(await Promise.all(files.map(bytesOf)));
  if (intake.refused.length > 0) {
    const faults = intake.refused.map((message) => ({ sheet: '', cell: '', message }));
    tell({ ...NOTHING, faults: some(faults) });
    return;
  }
  const bundle = await publishedBundle(published);
  const before = documentsIn(bundle);
  const result = runDesk({
    tables: intake.tables,
    matching: intake.matching,
    published: before,
    texts: bundle === undefined ? {} : { 'bundle.json': bundle },
    keepHistory,
    now,
    progress,
  });
  const isMade = result.files.length > 0;
  if (isMade) progress('đóng gói');
  const zip = isMade
    ? packageFiles(result.files, { documents: result.documents, published: before, now })
    : undefined;
  last = { is: result.documents, was: before };
  tell(builtOf(result, before, zip), zip);
}

/** What the page is told of a build. */
function builtOf(result: DeskResult, before: Documents, zip: Built['zip']): Built {
  const removed = result.changes.filter(({ kind }) => kind === 'removed').length;
  return {
    type: 'built',
    faults: some(result.faults),
    warnings: some(result.warnings),
    changes: some(result.changes),
    orphans: result.orphans,
    areas: areasIn(result.documents, result.area),
    area: result.area,
    howTo: [...packageWords(result.files, before), ...(removed > 0 ? [removedWords(removed)] : [])],
    zip,
  };
}

const NOTHING: Built = {
  type: 'built',
  faults: { shown: [], count: 0 },
  warnings: { shown: [], count: 0 },
  changes: { shown: [], count: 0 },
  orphans: [],
  areas: [],
  area: undefined,
  howTo: [],
  zip: undefined,
};

const some = <T>(list: readonly T[]): Some<T> => ({
  shown: list.slice(0, MOST),
  count: list.length,
});

async function bytesOf(file: File): Promise<InputFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    throw new Error(
      `không đọc được tệp “${file.name}” (${String(error)}). Nếu vừa lưu lại tệp, hãy chọn lại.`,
      { cause: error },
    );
  }
}

/** What is published now: nothing where the address is empty or has no bundle. */
async function publishedBundle(address: string | undefined): Promise<string | undefined> {
  if (address === undefined) return undefined;
  try {
    const response = await fetch(address, { credentials: 'omit', cache: 'no-cache' });
    if (!response.ok) throw new Error(String(response.status));
    const text = await response.text();
    JSON.parse(text);
    tell({ type: 'published', fault: '' });
    return text;
  } catch (error) {
    tell({ type: 'published', fault: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

function documentsIn(bundle: string | undefined): Documents {
  if (bundle === undefined) return {};
  return membersOf(membersOf(JSON.parse(bundle))['documents']);
}
