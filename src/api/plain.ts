/**
 * Quick checks: each is true only for a value that its schema accepts as it is. They say no word about what
 * is wrong, because the schemas do, which a page loads only then. `*.plain.generated.ts` are made of them.
 */
import { LONGEST_TEXT, MOST_ITEMS, MOST_OBSERVATIONS } from './limits.js';

export type Check = (value: unknown) => boolean;

/**
 * Control characters that no name contains. Those of text direction would reverse the text beside them,
 * wherever it is shown, and another one marks values inside our own sentences.
 */

export const CONTROLS = /[\0-\x08\x0e-\x1f\u202a-\u202e\u2066-\u2069]/;

/** A longer text, a longer list, or a text with such characters is left to the schemas, which correct it. */
export const text: Check = (v) =>
  typeof v === 'string' && v.length <= LONGEST_TEXT && !CONTROLS.test(v);
const number: Check = (v) => typeof v === 'number' && !Number.isNaN(v);
export const finite: Check = (v) => Number.isFinite(v);
export const flag: Check = (v) => typeof v === 'boolean';
export const anything: Check = () => true;

export const textThat =
  (rule: (v: string) => boolean): Check =>
  (v) =>
    text(v) && rule(v as string);
export const numberThat =
  (rule: (v: number) => boolean): Check =>
  (v) =>
    number(v) && rule(v as number);
export const finiteThat =
  (rule: (v: number) => boolean): Check =>
  (v) =>
    finite(v) && rule(v as number);

export const oneOf =
  (...words: readonly unknown[]): Check =>
  (v) =>
    words.includes(v);
export const optional =
  (check: Check): Check =>
  (v) =>
    v === undefined || check(v);
export const nullable =
  (check: Check): Check =>
  (v) =>
    v === null || check(v);
export const either =
  (...checks: readonly Check[]): Check =>
  (v) =>
    checks.some((check) => check(v));
export const listOf =
  (check: Check): Check =>
  (v) =>
    Array.isArray(v) &&
    v.length <= (check === anything ? MOST_OBSERVATIONS : MOST_ITEMS) &&
    v.every(check);
export const tupleOf =
  (...checks: readonly Check[]): Check =>
  (v) =>
    Array.isArray(v) && checks.every((check, i) => check(v[i]));

/** An object that is no list. */
export const isObject = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

export const recordOf =
  (check: Check): Check =>
  (v) =>
    isObject(v) && Object.values(v).every(check);
export function objectOf(members: Readonly<Record<string, Check>>): Check {
  const keys = Object.keys(members);
  const checks = Object.values(members);
  // No callback, because a roster's pages ask this half a million times.
  return (v) => {
    if (!isObject(v)) return false;
    for (let i = 0; i < keys.length; i++)
      if (!(checks[i] as Check)(v[keys[i] as string])) return false;
    return true;
  };
}
