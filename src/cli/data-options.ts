/** What the commands of `tcns-data` share: their options, their exit codes, and where their words go. */
import { BORDERS_OPTIONS } from './borders-options.js';

/** Where the words go, and what time it is: tests bring their own. */
export interface Desk {
  print: (line: string) => void;
  /** Progress of long work. */
  report: (line: string) => void;
  now: () => number;
  /** What came through the pipe. */
  stdin?: () => Uint8Array;
}

export const EXIT = { done: 0, faults: 1, usage: 2, failed: 3 } as const;

export const OPTIONS = {
  area: { type: 'string' },
  edition: { type: 'string' },
  out: { type: 'string' },
  csv: { type: 'boolean' },
  match: { type: 'string' },
  published: { type: 'string' },
  from: { type: 'string' },
  adapter: { type: 'string' },
  'keep-history': { type: 'boolean' },
  prune: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  name: { type: 'string' },
  sentence: { type: 'string' },
  ...BORDERS_OPTIONS,
  help: { type: 'boolean', short: 'h' },
} as const;

export type Values = Partial<Record<keyof typeof OPTIONS, string | boolean | string[]>>;

export class Failure extends Error {}

export const text = (value: Values[keyof Values]): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** `-`, or `-#…` with words for the adapter: the table comes through a pipe. */
export const isPipe = (from: string): boolean => /^-(#|$)/.test(from);

/** Steps of work that takes more than a second. */
export function progress(values: Values, desk: Desk): (step: string) => void {
  const began = Date.now();
  return (step) => {
    if (values.quiet || values.json || Date.now() - began < 1000) return;
    desk.report(`… ${step} (${((Date.now() - began) / 1000).toFixed(0)} giây)`);
  };
}
