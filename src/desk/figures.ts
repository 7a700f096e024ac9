/** Lines of figures made observations. */
import type { Indicator, Observation } from '../api/figures.js';
import { compareAt } from '../domain/calendar.js';
import { fold } from '../domain/fold.js';
import { isPercentage } from '../domain/observations.js';
import type { TypedFigure } from '../tables/typed-numbers.js';
import { cellText, quote } from './cells.js';
import type { SheetPlan } from './columns.js';
import type { Notes } from './notes.js';
import { indicatorIn, sourceIn, type WorkbookContext } from './workbook-context.js';
import { areaIn, refuseRunning } from './area-lines.js';
import { LineReader, wholeFault } from './line-reader.js';
import { isCount, questionOf, targetOf } from './number-questions.js';
import type { Row } from './rows.js';

/** An observation, and the line that says it. */
export interface SheetFigure {
  readonly observation: Observation;
  readonly row: Row;
  /** Why a published figure was mended, where the line says so. */
  readonly reason: string | undefined;
  readonly campaign: string | undefined;
}

/** What makes two observations the same figure. */
export const figureKey = (o: Observation, campaign = ''): string =>
  `${campaign}|${o.area}|${o.indicator}|${o.at ?? ''}`;

/** Reads the lines of a sheet of figures; `areaOf` gives the area of a line that names none. */
export function readFigures(
  context: WorkbookContext,
  plan: SheetPlan,
  rows: readonly Row[],
  notes: Notes,
  campaignIn?: (reader: LineReader) => { id: string; area: string } | undefined,
): SheetFigure[] {
  const byKey = new Map<string, SheetFigure>();
  if (refuseRunning(rows, notes)) return [];
  const lines = new Set<string>();
  for (const row of rows) {
    const reader = new LineReader(row, plan, notes);
    const campaign = campaignIn?.(reader);
    if (campaignIn && !campaign) continue;
    const next = readLine(context, reader, campaign);
    if (!next) continue;
    const key = figureKey(next.observation, next.campaign);
    const twin = byKey.get(key);
    if (!twin) byKey.set(key, next);
    else {
      // Two lines of one commune contradict each other in each of their columns: it is said once.
      const pair = `${row.sheet}|${row.line}|${twin.row.sheet}|${twin.row.line}`;
      const isFirst = !lines.has(pair);
      if (reportTwin(reader, twin, next, isFirst)) lines.add(pair);
    }
  }
  return [...byKey.values()];
}

/** Reports that two lines are the same figure; returns true where they contradict each other. */
function reportTwin(
  reader: LineReader,
  twin: SheetFigure,
  next: SheetFigure,
  isFirst: boolean,
): boolean {
  const { sheet, line } = twin.row;
  const first = `${sheet === reader.row.sheet ? '' : `trang tính ${quote(sheet)}, `}dòng ${line}`;
  const isSame = JSON.stringify(twin.observation) === JSON.stringify(next.observation);
  if (isSame)
    reader.warn(
      'value',
      `lặp lại ${first}: cùng địa bàn, chỉ số, thời điểm và số liệu. Nên xóa một dòng.`,
    );
  else if (isFirst)
    reader.fault(
      'value',
      `mâu thuẫn với ${first}: cùng địa bàn, chỉ số, thời điểm nhưng số khác. Hãy giữ một dòng.`,
    );
  return !isSame;
}

function readLine(
  context: WorkbookContext,
  reader: LineReader,
  campaign: { id: string; area: string } | undefined,
): SheetFigure | undefined {
  const area = areaIn(context, reader, 'area', campaign?.area);
  const key = reader.has('indicator')
    ? indicatorIn(context, reader, 'indicator')
    : reader.required('indicator');
  const date = reader.has('at') ? reader.date('at') : void reader.required('at');
  const indicator = key === undefined ? undefined : context.indicators[key];
  const figure = readFigure(reader, indicator);
  const [target, source] = [targetOf(reader, indicator), sourceIn(context, reader, 'source')];
  const [note, reason] = [reader.text('note'), reader.text('reason')];
  if (area === undefined || key === undefined || !date || !figure) return undefined;
  const observation: Observation = {
    area,
    indicator: key,
    at: date.at,
    ...(date.approx ? { atApprox: true } : {}),
    ...figure,
    ...(target !== undefined ? { target } : {}),
    ...(source !== undefined ? { source } : {}),
    ...(note ? { note } : {}),
  };
  return { observation, row: reader.row, reason, campaign: campaign?.id };
}

type Figure = Pick<Observation, 'value' | 'range' | 'num' | 'den' | 'approx' | 'status'>;

/** The figure of a line, out of the cell "Giá trị" and the columns beside it. */
function readFigure(reader: LineReader, indicator: Indicator | undefined): Figure | undefined {
  const typed = reader.figure('value');
  if (reader.has('value') && !typed) return undefined;
  const figure = typed && 'figure' in typed ? typed.figure : undefined;
  const [approx, status] = [reader.choice('approx'), reader.choice('status')];
  const range = rangeOf(reader, figure);
  const pair = pairOf(reader, figure);
  if (range === false || pair === false) return undefined;
  if (approx && figure?.approx && approx !== figure.approx)
    return reader.fault(
      'approx',
      `cột này ghi ${quote(cellText(reader.row.cell('approx')))} mà ô “Giá trị” ghi ${quote(cellText(reader.row.cell('value')))}. Hãy giữ một từ.`,
    );
  if (figure && !fits(reader, figure, indicator)) return undefined;
  const value = figure?.value ?? rateOf(pair, indicator);
  if (range && value !== undefined)
    return reader.fault('from', 'dòng này có cả một giá trị và một khoảng Từ, Đến. Hãy giữ một.');
  if (!checkSize(reader, value, range, pair, indicator)) return undefined;
  return figureOf(
    { value, range, pair, approx: approx || figure?.approx, status },
    figure?.missing,
    reader,
  );
}

interface Parts {
  readonly value: number | undefined;
  readonly range: readonly [number, number | null] | undefined;
  readonly pair: readonly [number, number] | undefined;
  readonly approx: string | undefined;
  readonly status: string | undefined;
}

function figureOf(
  { value, range, pair, approx, status }: Parts,
  missing: boolean | undefined,
  reader: LineReader,
): Figure | undefined {
  const none = value === undefined && !range && !pair;
  if (!none && (status === 'missing' || missing))
    return reader.fault(
      'status',
      'tình trạng là “Chưa có số liệu” nhưng dòng này có số. Hãy xóa số hoặc đổi tình trạng.',
    );
  if (none && approx)
    return reader.fault(
      'approx',
      `ghi ${quote(cellText(reader.row.cell('approx')))} mà chưa ghi số. Hãy ghi số vào ô “Giá trị”, hoặc xóa từ này.`,
    );
  if (none) return { value: null, status: 'missing' };
  return {
    ...(value !== undefined ? { value } : {}),
    ...(range ? { range: [range[0], range[1]] } : {}),
    ...(pair ? { num: pair[0], den: pair[1] } : {}),
    ...(approx ? { approx: approx as '>' } : {}),
    ...(status ? { status: status as 'estimated' } : {}),
  };
}

function rangeOf(reader: LineReader, figure: TypedFigure | undefined): Parts['range'] | false {
  const [from, to] = [reader.number('from'), reader.number('to')];
  if ((reader.has('from') && from === undefined) || (reader.has('to') && to === undefined))
    return false;
  if (from === undefined && to === undefined) return figure?.range;
  if (figure?.range) {
    reader.fault(
      'from',
      'khoảng được ghi hai lần: ở ô “Giá trị” và ở hai cột Từ, Đến. Hãy giữ một.',
    );
    return false;
  }
  if (from === undefined) {
    reader.fault(
      'to',
      'có “Đến” mà thiếu “Từ”. Hãy ghi đủ hai đầu; “từ 10 trở lên” thì ghi Từ là 10 và để trống Đến.',
    );
    return false;
  }
  if (to !== undefined && to < from) {
    reader.fault('to', `“Đến” (${to}) nhỏ hơn “Từ” (${from}). Hãy đổi lại thứ tự.`);
    return false;
  }
  return [from, to ?? null];
}

function pairOf(reader: LineReader, figure: TypedFigure | undefined): Parts['pair'] | false {
  const [num, den] = [reader.number('num'), reader.number('den')];
  if ((reader.has('num') && num === undefined) || (reader.has('den') && den === undefined))
    return false;
  const a = num ?? figure?.num;
  const b = den ?? figure?.den;
  if (a === undefined && b === undefined) return undefined;
  if (a === undefined || b === undefined) {
    reader.fault(
      a === undefined ? 'num' : 'den',
      `thiếu ${a === undefined ? '“Tử số”' : '“Mẫu số”'}. Hãy ghi đủ cả hai, hoặc xóa cả hai.`,
    );
    return false;
  }
  if (b <= 0) {
    reader.fault('den', 'mẫu số phải lớn hơn 0. Hãy kiểm tra lại.');
    return false;
  }
  if (a < 0) {
    reader.fault('num', 'tử số là số âm. Hãy kiểm tra lại.');
    return false;
  }
  if (a > b) reader.warn('num', `tử số (${a}) lớn hơn mẫu số (${b}). Hãy kiểm tra lại.`);
  return [a, b];
}

/** A rate that only its pair gives: 51/63 is 80,95 %. */
function rateOf(pair: Parts['pair'] | false, indicator: Indicator | undefined): number | undefined {
  if (!pair || !isPercentage(indicator ?? { name: '' })) return undefined;
  return Number(((100 * pair[0]) / pair[1]).toFixed(2));
}

/** The unit typed behind the number is the indicator's. */
function fits(
  reader: LineReader,
  { unit: typedUnit, percent }: TypedFigure,
  indicator: Indicator | undefined,
): boolean {
  if (!indicator) return true;
  const unit = typeof indicator.unit === 'string' ? indicator.unit : (indicator.unit?.['vi'] ?? '');
  const shown = quote(cellText(reader.row.cell('value')));
  if (percent && !isPercentage(indicator)) {
    reader.fault(
      'value',
      `${shown} là phần trăm, mà chỉ số này tính bằng ${quote(unit || 'số đếm')}. Hãy ghi con số, hoặc chọn chỉ số tỷ lệ.`,
    );
    return false;
  }
  if (
    typedUnit &&
    unit &&
    unit !== '%' &&
    !fold(unit).startsWith(typedUnit.slice(0, 3)) &&
    !typedUnit.startsWith(fold(unit))
  ) {
    reader.fault(
      'value',
      `${shown} có đơn vị khác với chỉ số (${quote(unit)}). Hãy kiểm tra chỉ số đã chọn, hoặc chỉ ghi số.`,
    );
    return false;
  }
  return true;
}

function checkSize(
  reader: LineReader,
  value: number | undefined,
  range: Parts['range'] | false,
  pair: Parts['pair'] | false,
  indicator: Indicator | undefined,
): boolean {
  if (!indicator) return true;
  const cell = reader.row.cell('value');
  const isTold = pair && value !== undefined && Math.abs((100 * pair[0]) / pair[1] - value) <= 0.51;
  const question =
    value === undefined || isTold || !reader.has('value')
      ? undefined
      : questionOf(value, cell, indicator);
  if (question !== undefined) {
    reader.fault('value', question);
    return false;
  }
  if (isCount(indicator)) {
    const numbers: [string, number | null | undefined][] = [
      ['value', value],
      ['from', range ? range[0] : undefined],
      ['to', range ? range[1] : undefined],
    ];
    for (const [key, n] of numbers) {
      if (typeof n !== 'number' || (n >= 0 && Number.isInteger(n))) continue;
      reader.fault(key, wholeFault(n, key === 'value' ? cell : n));
      return false;
    }
  }
  if (indicator.of !== undefined && value !== undefined && (value > indicator.of || value < 1)) {
    reader.fault(
      'value',
      `thứ hạng ${value} nằm ngoài 1 đến ${indicator.of}. Hãy kiểm tra thứ hạng, hoặc cột “Xếp hạng trong số” ở trang “Chỉ số”.`,
    );
    return false;
  }
  if (isPercentage(indicator)) warnPercentage(reader, value, pair);
  return true;
}

function warnPercentage(
  reader: LineReader,
  value: number | undefined,
  pair: Parts['pair'] | false,
): void {
  if (value === undefined) return;
  if (value > 100)
    reader.warn('value', `tỷ lệ ${cellText(value)}% lớn hơn 100%. Nếu đúng, không cần sửa.`);
  if (value < 0) reader.warn('value', `tỷ lệ ${cellText(value)}% nhỏ hơn 0. Hãy kiểm tra lại.`);
  if (!pair) return;
  const rate = (100 * pair[0]) / pair[1];
  if (Math.abs(rate - value) > 0.51)
    reader.warn(
      'value',
      `tỷ lệ ${cellText(value)}% không khớp với ${pair[0]}/${pair[1]} (${cellText(Number(rate.toFixed(2)))}%). Hãy kiểm tra lại.`,
    );
}

/** One order for the same figures, however the lines stood: by area, indicator and date. */
export function sortFigures(list: readonly Observation[]): Observation[] {
  const by = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...list].sort(
    (a, b) =>
      by(a.area, b.area) ||
      by(a.indicator, b.indicator) ||
      compareAt(a.at ?? '', b.at ?? '') ||
      by(a.at ?? '', b.at ?? ''),
  );
}
