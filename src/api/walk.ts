/** Walks through what a document holds, whatever its depth: a recursion of thousands of levels would throw. */
import { memberPath } from './faults.js';

/**
 * Calls `visit` for every text of a document, with its member's name and its path, in the document's order.
 *
 * @param pathOf - how a member is written below a path; `memberPath` where absent
 */
export function eachText(
  root: unknown,
  visit: (text: string, key: string, path: string) => void,
  pathOf: (path: string, key: string) => string = memberPath,
): void {
  const open: { readonly value: unknown; readonly key: string; readonly path: string }[] = [
    { value: root, key: '', path: '' },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, key, path } = next;
    if (typeof value === 'string') visit(value, key, path);
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    const members = Object.entries(value);
    for (let i = members.length - 1; i >= 0; i--) {
      const [name, member] = members[i] as [string, unknown];
      // The path of what lies deep says nothing more.
      const below =
        path.length > LONGEST_PATH ? path : isList ? `${path}[${name}]` : pathOf(path, name);
      open.push({ value: member, key: isList ? '' : name, path: below });
    }
  }
}

/** Characters. */
const LONGEST_PATH = 500;
