/** Reads JSON of unknown content: its members and lists, empty where they are none. */
import { isObject } from './plain.js';

export { isObject };
export type Members = Record<string, unknown>;

/** The members of an object; none of anything else. */
export const membersOf = (value: unknown): Members => (isObject(value) ? value : {});

/** The items of a list; none of anything else. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
