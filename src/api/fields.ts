/**
 * The small checks that all documents share: texts, numbers, ids and dates. The message of each check
 * says what was expected; `faults.ts` makes `observations[3].value: a number or null, not "15.000"` of it.
 */
import {
  array,
  finite,
  integer,
  maxValue,
  minValue,
  nonEmpty,
  nullable,
  number,
  pipe,
  record,
  regex,
  string,
  tuple,
  union,
  unknown,
  type InferOutput,
} from 'valibot';
import { AREA_ID, AT, DAY } from './patterns.js';

export { AREA_ID, AT };

/** Any text. */
export const text = () => string('a text');
/** Any finite number. */
export const num = () => pipe(number('a number'), finite('a finite number'));
/** A finite number from 0 up. */
export const count = () =>
  pipe(number('a number'), finite('a finite number'), minValue(0, 'a number from 0 up'));
/** How many digits stand behind the decimal mark: what the formatter of every browser takes. */
export const decimals = () =>
  pipe(number('a number'), integer(DECIMALS), minValue(0, DECIMALS), maxValue(20, DECIMALS));
const DECIMALS = 'a whole number from 0 to 20';
/** A text that is not empty. */
export const required = () => pipe(text(), nonEmpty('a text that is not empty'));

/** An area id, such as `44@2025` or `vn`. */
export const areaId = () => pipe(text(), regex(AREA_ID, 'an area id such as "44@2025"'));

/** The date of a figure: ISO 8601 with reduced precision, or an interval. */
export const at = () =>
  pipe(text(), regex(AT, 'an ISO 8601 date such as "2023-09" or "2023-01/2023-06"'));
/** A day, `YYYY-MM-DD`; that it exists is checked by `tcns-check`. */
export const day = () => pipe(text(), regex(/^\d{4}-\d\d-\d\d$/, 'a day such as "2022-06-01"'));
/** A day with a time and an offset. */
export const moment = () =>
  pipe(
    text(),
    regex(new RegExp(`^${DAY}$`), 'a date and time such as "2023-12-12T08:00:00+07:00"'),
  );

/** A string (Vietnamese), or a text for each language. */
export const TextSchema = union(
  [string(), record(string(), string())],
  'a text, or an object of texts by language',
);
/** A name or sentence for readers, in one language or several. */
export const label = () => TextSchema;

/** A lower and an upper end; `null` as the upper end means "or more". */
export const range = () => tuple([num(), nullable(num())], 'a range such as [5, 10] or [10, null]');

/** A list whose items are checked one by one afterwards. */
export const list = () => array(unknown(), 'a list');

/** A text in Vietnamese, or a text for each language (`{vi, en}`). */
export type Text = InferOutput<typeof TextSchema>;
