/** The dates that a report's titles and its sheet's name say, as they are typed there. */
import { parseAt } from '../domain/calendar.js';
import { parseTypedDate } from '../tables/typed-dates.js';
import { cellText, type SheetTable } from './cells.js';

/** "đến 15/10/2026", "tháng 8/2026", "T10/2026": the surest form first. */
const FORMS = [
  /(?:tính đến|đến hết|đến|hết)\s+((?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/giu,
  /((?:tháng|quý)\s*[\dIVX]{1,3}\s*(?:[/.-]|năm)\s*\d{4})/giu,
  /\b(T\s*\d{1,2}\s*[/.-]\s*\d{4})/giu,
];
/** "Đông Hà, ngày 05 tháng 11 năm 2026": when a paper was signed says nothing of its figures. */
const DATELINE = /(đến|hết)?\s*ngày\s*[\d.…]*\s*tháng\s*[\d.…]*\s*năm\s*[\d.…]*/giu;

/** The dates above the headers and in the sheet's name, the surest first. */
export function titleDates({ rows, name }: SheetTable, header: number): string[] {
  const titles = rows
    .slice(0, header)
    .flatMap((row) => row.filter((cell) => typeof cell === 'string').map(cellText));
  const texts = [...titles, name].map((text) =>
    text.replace(DATELINE, (all, until: string | undefined) => (until ? all : ' ')),
  );
  return FORMS.flatMap((form) =>
    texts.flatMap((text) => [...text.matchAll(form)].map(([, typed = '']) => typed)),
  )
    .map((typed) => typed.replace(/\s+/g, ' '))
    .filter((typed) => 'at' in parseTypedDate(typed));
}

/** Whether two typed dates may be one: "tháng 10/2026" and "15/10/2026". A text that is no date contradicts none. */
export function mayBeOneDate(a: string, b: string): boolean {
  const [first, second] = [periodOf(a), periodOf(b)];
  if (!first || !second) return true;
  return first.firstDay <= second.lastDay && second.firstDay <= first.lastDay;
}

function periodOf(typed: string): ReturnType<typeof parseAt> {
  const read = parseTypedDate(typed);
  return 'at' in read ? parseAt(read.at) : undefined;
}
