/** What looks wrong in figures that can be read: the office decides whether it is. */
import type { Area, Observation } from '../api/figures.js';
import { compareAt, isFuture, parseAt } from '../domain/calendar.js';
import { formatAt } from '../i18n/dates.js';
import { editionOf, isUnmergedProvince, LAST_DAY_OF_2008 } from '../domain/editions.js';
import { fold } from '../domain/fold.js';
import { isExact, isPercentage } from '../domain/observations.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { nameOf } from './area-book.js';
import { cellText, quote } from './cells.js';
import type { SheetFigure } from './figures.js';
import type { Notes } from './notes.js';
import type { WorkbookContext } from './workbook-context.js';

const format = (n: number): string => n.toLocaleString('vi', { maximumFractionDigits: 6 });

/** Adds the warnings for figures that can be read and look wrong. */
export function warn(
  context: WorkbookContext,
  figures: readonly SheetFigure[],
  published: Iterable<Observation>,
  now: number,
  notes: Notes,
): void {
  for (const item of figures) {
    warnDate(context, item, now, notes);
    if (!item.observation.source)
      say(notes, item, 'source', 'con số này chưa có nguồn. Hãy thêm tài liệu vào trang “Nguồn”.');
  }
  warnSums(context, figures, notes);
  warnJumps(context, figures, published, notes);
}

function say(notes: Notes, { row }: SheetFigure, key: string, message: string): void {
  notes.warn(row.sheet, row.cellOf(key), message);
}

function warnDate(context: WorkbookContext, item: SheetFigure, now: number, notes: Notes): void {
  const { at = '', area } = item.observation;
  const period = parseAt(at);
  if (!period) return;
  if (isFuture(at, now))
    say(
      notes,
      item,
      'at',
      `thời điểm ${formatAt(at, 'vi')} ở tương lai. Hãy kiểm tra ngày, tháng, năm.`,
    );
  const edition = editionOf(area);
  const isOld = period.lastDay <= LAST_DAY_OF_2008;
  if (edition && edition !== (isOld ? '2008' : '2025')) warnEdition(context, item, isOld, notes);
}

/** The date is of one edition, and the area of the other. */
function warnEdition(
  context: WorkbookContext,
  item: SheetFigure,
  isOld: boolean,
  notes: Notes,
): void {
  const { at = '', area } = item.observation;
  const name = nameOf(context.book.get(area) ?? { name: area });
  const twin = provinceOfOtherEdition(name, area);
  const typed = cellText(item.row.cell('area'));
  const date = formatAt(at, 'vi');
  const mismatch = isOld
    ? `số liệu ${date} là trước khi sắp xếp đơn vị hành chính (01/7/2025), nhưng địa bàn ${quote(name)} (${area}) là đơn vị mới.`
    : `số liệu ${date} là sau khi sắp xếp đơn vị hành chính (01/7/2025), nhưng địa bàn ${quote(name)} (${area}) là đơn vị cũ.`;
  // One name, two provinces: a date of before does not say which of them is meant, only a code does.
  if (isOld && twin && !typed.includes('@') && !isUnmergedProvince(twin)) {
    notes.fault(
      item.row.sheet,
      item.row.cellOf('area'),
      `${mismatch} Nếu là ${quote(name)} trước khi sắp xếp, hãy ghi mã ${twin}; nếu số đã được tính lại theo đơn vị mới, hãy ghi mã ${area}.`,
    );
    return;
  }
  const choice = twin
    ? ` Tên ${quote(name)} có cả trước và từ 01/7/2025; nếu ý là đơn vị ${isOld ? 'cũ' : 'mới'}, hãy ghi mã ${twin}.`
    : '';
  say(notes, item, 'area', `${mismatch}${choice}`);
}

/** The id of the province of the same name in the other edition. */
const provinceOfOtherEdition = (name: string, area: string): string | undefined =>
  Object.keys(PROVINCES).find((id) => {
    const edition = editionOf(id);
    const isOther = edition !== undefined && edition !== editionOf(area);
    return isOther && fold(nameOf(PROVINCES[id] as Area)) === fold(name);
  });

/** The children of an area add up to more than the area itself, at one date. */
function warnSums(
  { book, indicators }: WorkbookContext,
  figures: readonly SheetFigure[],
  notes: Notes,
): void {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { observation: o, campaign = '' } of figures) {
    if (indicators[o.indicator]?.aggregate !== 'sum' || !isExact(o)) continue;
    const parent = book.get(o.area)?.parent;
    if (!parent) continue;
    const key = `${campaign}|${parent}|${o.indicator}|${o.at ?? ''}`;
    const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 };
    sums.set(key, { sum: sum + o.value, count: count + 1 });
  }
  for (const item of figures) {
    const { observation: o, campaign = '' } = item;
    const total = sums.get(`${campaign}|${o.area}|${o.indicator}|${o.at ?? ''}`);
    if (!total || !isExact(o) || total.sum <= o.value) continue;
    say(
      notes,
      item,
      'value',
      `tổng của ${total.count} đơn vị trực thuộc là ${format(total.sum)}, lớn hơn ${format(o.value)} của cả địa bàn. Hãy kiểm tra lại.`,
    );
  }
}

/** A figure fell by half or grew tenfold since the one before it, in the sheet or as published. */
function warnJumps(
  { indicators }: WorkbookContext,
  figures: readonly SheetFigure[],
  published: Iterable<Observation>,
  notes: Notes,
): void {
  const series = new Map<string, Dated[]>();
  const add = (o: Observation, campaign: string, item?: SheetFigure): void => {
    if (!isExact(o)) return;
    const key = `${campaign}|${o.area}|${o.indicator}`;
    const line = series.get(key);
    if (line) line.push({ o, item });
    else series.set(key, [{ o, item }]);
  };
  for (const o of published) add(o, '');
  for (const item of figures) add(item.observation, item.campaign ?? '', item);
  for (const line of series.values())
    if (line.length > 1) warnLine(inOrder(line), indicators, notes);
}

interface Dated {
  readonly o: Observation;
  readonly item: SheetFigure | undefined;
}

/** One figure a date, the sheet's before the published one; oldest first. */
function inOrder(line: readonly Dated[]): readonly Dated[] {
  const dates = new Map(line.map((dated) => [dated.o.at ?? '', dated]));
  return [...dates.values()].sort((a, b) => compareAt(a.o.at ?? '', b.o.at ?? ''));
}

function warnLine(
  line: readonly Dated[],
  indicators: WorkbookContext['indicators'],
  notes: Notes,
): void {
  line.forEach(({ o, item }, i) => {
    const before = line[i - 1]?.o;
    const [is, was] = [o.value, before?.value];
    // A figure without a date is neither older nor newer.
    if (!item || !before?.at || typeof is !== 'number' || typeof was !== 'number' || was <= 0)
      return;
    const since = (): string => `${format(was)} (${formatAt(before.at ?? '', 'vi')})`;
    if (is < was / 2)
      say(
        notes,
        item,
        'value',
        `giảm hơn một nửa: từ ${since()} xuống ${format(is)}. Nếu đúng, không cần sửa.`,
      );
    else if (is >= was * 10 && !isPercentage(indicators[o.indicator]))
      say(
        notes,
        item,
        'value',
        `tăng hơn mười lần: từ ${since()} lên ${format(is)}. Hãy kiểm tra có thừa số 0 không.`,
      );
  });
}
