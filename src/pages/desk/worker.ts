/** The desk page's worker: reads, checks and builds aside, so that the page stays awake. */
import { makeBorders } from '../../borders/borders.js';
import { systemTyped } from '../../borders/systems.js';
import { codeOf } from '../../domain/editions.js';
import { slug } from '../../desk/area-book.js';
import { removedWords } from '../../desk/changes.js';
import { runDesk } from '../../desk/desk.js';
import type { ApiFile } from '../../desk/files.js';
import { takeIn } from '../../desk/read-files.js';
import { packageFiles, packageWords } from '../../desk/package-files.js';
import { membersOf, type Documents } from '../../desk/published.js';
import { templateXlsx } from '../../desk/xlsx-write.js';
import type { Ask, BordersAsk, Built, Tell } from './messages.js';

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

async function borders({ files, area, zone, allowMissing, source }: BordersAsk): Promise<void> {
  const system = systemTyped(zone);
  if (zone.trim() && !system)
    throw new Error(
      `múi chiếu là kinh tuyến trục (105-45) hoặc số EPSG của VN-2000 (9210), không phải “${zone}”`,
    );
  const { report, faults, warnings, file } = await makeBorders({
    files,
    area,
    zones: system ? [{ system }] : [],
    allowMissing,
    source: source.trim() ? { title: source.trim() } : undefined,
    progress: (step) => tell({ type: 'progress', step }),
  });
  tell({ type: 'borders', report, faults, warnings, file });
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
  const intake = await takeIn(files);
  const before = documentsIn(published);
  if (intake.refused.length > 0) {
    const faults = intake.refused.map((message) => ({ sheet: '', cell: '', message }));
    tell({
      type: 'built',
      faults,
      warnings: [],
      changes: [],
      orphans: [],
      files: [],
      preview: {},
      before: {},
      area: undefined,
      howTo: [],
      zip: undefined,
    });
    return;
  }
  const result = runDesk({
    tables: intake.tables,
    matching: intake.matching,
    published: before,
    texts: published === undefined ? {} : { 'bundle.json': published },
    keepHistory,
    now,
    progress,
  });
  const removed = result.changes.filter(({ kind }) => kind === 'removed').length;
  const made = result.files.length > 0;
  if (made) progress('đóng gói');
  const zip = made
    ? packageFiles(result.files, { documents: result.documents, published: before, now })
    : undefined;
  const built: Built = {
    type: 'built',
    faults: result.faults,
    warnings: result.warnings,
    changes: result.changes,
    orphans: result.orphans,
    files: result.files.map((file) => ({
      path: file.path,
      status: file.status,
      size: sizeOf(file),
    })),
    preview: figuresOf(result.documents),
    before: figuresOf(before),
    area: result.area,
    howTo: [...packageWords(result.files, before), ...(removed > 0 ? [removedWords(removed)] : [])],
    zip,
  };
  tell(built, zip);
}

function sizeOf(file: ApiFile): number {
  let size = 0;
  for (const part of file.parts()) size += part.length;
  return size;
}

function documentsIn(bundle: string | undefined): Documents {
  if (bundle === undefined) return {};
  return membersOf(membersOf(JSON.parse(bundle))['documents']);
}

/** Teams may be tens of thousands: what is looked at are figures. */
function figuresOf(documents: Documents): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(documents).filter(([path]) => /^(observations|campaigns)\//.test(path)),
  );
}
