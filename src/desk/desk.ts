/**
 * The data desk in one call: sheets in, files and notes out. Pure, so that the command line, the
 * page's worker and the tests run the same.
 */
import { ownMember } from '../api/own-member.js';
import type { Observation } from '../api/figures.js';
import { compareAt, vietnamDay } from '../domain/calendar.js';
import type { SheetTable } from './cells.js';
import { changesBetween, type Change } from './changes.js';
import { documentsOf, type Document } from './documents.js';
import { figureKey } from './figures.js';
import { filesOf, refusals, stamped, type ApiFile } from './files.js';
import type { Matching } from './matching.js';
import { Notes, type Note } from './notes.js';
import type { Info } from './workbook-context.js';
import { membersOf } from '../api/raw-members.js';
import { publishedFigures, withCorrections, type Documents } from './published.js';
import { warn } from './warnings.js';
import { readWorkbook, type Model } from './workbook.js';

export interface DeskInput {
  readonly tables: readonly SheetTable[];
  readonly info?: Info;
  readonly matching?: Matching | undefined;
  /** Documents that are published now, by path without `.json`. */
  readonly published?: Documents;
  /** The published files as they stand, by path. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Keeps published figures of earlier dates that the sheets no longer have. */
  readonly keepHistory?: boolean | undefined;
  /** Deletes documents of the workbook's area that its sheets no longer make. */
  readonly prune?: boolean | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly progress?: ((step: string) => void) | undefined;
}

export interface DeskResult {
  readonly faults: readonly Note[];
  readonly warnings: readonly Note[];
  /** Empty while there is a fault. */
  readonly documents: Readonly<Record<string, Document>>;
  readonly files: readonly ApiFile[];
  readonly changes: readonly Change[];
  /** Published documents that the sheets no longer make. */
  readonly orphans: readonly string[];
  /** The area that the documents are of. */
  readonly area: string | undefined;
}

const NOTHING = { documents: {}, files: [], changes: [], orphans: [] };

/** Reads the sheets, checks them, and makes the files; none where there is a fault. */
export function runDesk(input: DeskInput): DeskResult {
  const { published = {}, texts = {}, now, progress } = input;
  const notes = new Notes();
  const today = vietnamDay(now);
  const areas = publishedAreas(published);
  const model = readWorkbook(input.tables, { today, published: areas, ...pickGiven(input) }, notes);
  const figures = publishedFigures(published);
  const nationwide = [...figures].filter(([key]) => key.startsWith('|')).map(([, o]) => o);
  if (model) {
    progress?.('kiểm tra số liệu');
    warn(model.context, [...model.figures, ...model.progress], nationwide, now, notes);
  }
  const area = model?.context.area;
  const { faults, warnings } = notes;
  if (!model || faults.length > 0) return { faults, warnings, ...NOTHING, area };
  progress?.('tạo tài liệu');
  const made = make(model, input, figures, today);
  const wrong = refusals(made);
  if (wrong.length > 0) {
    const message = `tài liệu tạo ra không hợp lệ, đây là lỗi của công cụ: ${wrong[0]}`;
    return { faults: [{ sheet: '', cell: '', message }], warnings, ...NOTHING, area };
  }
  const documents = stamped(made, published, now);
  const mine = Object.keys(published).filter(
    (path) => path in documents || isMine(model, path, published[path]),
  );
  const orphans = mine.filter((path) => !(path in documents));
  const stays = input.prune ? without(published, orphans) : published;
  return {
    faults,
    warnings,
    documents,
    files: filesOf(documents, stays, texts),
    changes: changesBetween(only(published, mine), { ...only(stays, orphans), ...documents }),
    orphans,
    area,
  };
}

/** The ids of areas that published documents speak of. */
const publishedAreas = (documents: Documents): Set<string> =>
  new Set(
    Object.values(documents).flatMap((doc) => Object.keys(membersOf(membersOf(doc)['areas']))),
  );

const only = (documents: Documents, paths: readonly string[]): Documents =>
  Object.fromEntries(
    paths.filter((path) => path in documents).map((path) => [path, documents[path]]),
  );
const without = (documents: Documents, paths: readonly string[]): Documents =>
  Object.fromEntries(Object.entries(documents).filter(([path]) => !paths.includes(path)));

function pickGiven({
  info,
  matching,
  progress,
}: DeskInput): Pick<DeskInput, 'info' | 'matching' | 'progress'> {
  return { ...(info ? { info } : {}), matching, progress };
}

/** Whether a published document speaks of this workbook's area, or of one that lies right in it. */
function isMine({ context }: Model, path: string, doc: unknown): boolean {
  if (!/^(observations|teams|services|campaigns)\//.test(path) || path === 'campaigns/index')
    return false;
  const { area, areas } = membersOf(doc);
  if (typeof area !== 'string') return false;
  const parent = membersOf(membersOf(areas)[area])['parent'];
  return area === context.area || context.book.ownIds.includes(area) || parent === context.area;
}

function make(
  model: Model,
  input: DeskInput,
  published: ReadonlyMap<string, Observation>,
  today: string,
): Record<string, Document> {
  const figures = withCorrections(model.figures, published, today);
  const byCampaign = new Map<string, Observation[]>();
  for (const item of model.progress) {
    const [o] = withCorrections([item], published, today);
    const id = item.campaign ?? '';
    if (o) byCampaign.set(id, [...(byCampaign.get(id) ?? []), o]);
  }
  const kept = input.keepHistory ? earlier(model, published) : [];
  return documentsOf({
    model,
    figures: [...kept, ...figures],
    progress: byCampaign,
    published: input.published ?? {},
  });
}

/** Published figures of the workbook's areas that are older than the newest one in the sheets. */
function earlier(
  { context: context, figures }: Model,
  published: ReadonlyMap<string, Observation>,
): Observation[] {
  const now = new Set(figures.map(({ observation }) => figureKey(observation)));
  const newest = new Map<string, string>();
  for (const { observation: o } of figures) {
    const key = `${o.area}|${o.indicator}`;
    if (compareAt(o.at ?? '', newest.get(key) ?? '') > 0) newest.set(key, o.at ?? '');
  }
  return [...published].flatMap(([key, o]) => {
    const known =
      context.book.get(o.area) && ownMember(context.indicators, o.indicator) !== undefined;
    const isOlder = compareAt(o.at ?? '', newest.get(`${o.area}|${o.indicator}`) ?? '9999') < 0;
    return key.startsWith('|') &&
      known &&
      !now.has(key) &&
      (isOlder || !newest.has(`${o.area}|${o.indicator}`))
      ? [o]
      : [];
  });
}
