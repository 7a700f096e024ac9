/** Text of a coordinate system in WKT 1 or 2 as a tree of nodes. */

export interface Node {
  readonly name: string;
  readonly values: readonly (string | number | Node)[];
}

/** `NAME["text",1.5,OTHER[…]]`, with either kind of bracket. */
export function parseWkt(text: string): Node | undefined {
  let at = 0;
  const space = (): void => {
    while (/\s/.test(text[at] ?? '')) at += 1;
  };
  const node = (): Node | string | number | undefined => {
    space();
    if (text[at] === '"') {
      const end = text.indexOf('"', at + 1);
      if (end < 0) return undefined;
      const value = text.slice(at + 1, end);
      at = end + 1;
      return value;
    }
    const word = /^[^\s"[\](),]+/.exec(text.slice(at, at + 80))?.[0];
    if (!word) return undefined;
    at += word.length;
    space();
    if (text[at] !== '[' && text[at] !== '(')
      return Number.isNaN(Number(word)) ? word : Number(word);
    const values: (string | number | Node)[] = [];
    do {
      at += 1;
      const value = node();
      if (value === undefined) return undefined;
      values.push(value);
      space();
    } while (text[at] === ',');
    at += 1;
    return { name: word.toUpperCase(), values };
  };
  const root = node();
  return typeof root === 'object' ? root : undefined;
}

export const nodesOf = ({ values }: Node): Node[] =>
  values.filter((value) => typeof value === 'object');
/** The first node of one of the names, at any depth. */
export function find(node: Node, ...names: readonly string[]): Node | undefined {
  for (const below of nodesOf(node)) {
    const node = names.includes(below.name) ? below : find(below, ...names);
    if (node) return node;
  }
  return undefined;
}
export const textOf = (node: Node | undefined): string =>
  String(node?.values.find((value) => typeof value === 'string') ?? '');
export const numberOf = (node: Node | undefined, index = 0): number | undefined =>
  node?.values.filter((value) => typeof value === 'number')[index];

/** Letters and digits in lower case: "Central_Meridian" and "Central meridian" are one. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
