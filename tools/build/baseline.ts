/**
 * What a file of `dist/cdn` may hold, checked on its syntax tree: ASCII only, and nothing
 * that the oldest browsers of the baseline (Chrome 87, Edge 88, Firefox 91, Safari 14.1)
 * cannot parse or run.
 */
import { parse, type Node } from 'acorn';

/** Any node of the tree, read without a type for each kind. */
export type AnyNode = Node & Record<string, unknown>;

export const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Calls `visit` for a node and everything below it. */
export function walk(node: AnyNode, visit: (node: AnyNode, parent?: AnyNode) => void): void {
  const stack: [AnyNode, AnyNode?][] = [[node]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [current, parent] = next;
    visit(current, parent);
    for (const value of Object.values(current)) {
      if (isNode(value)) stack.push([value, current]);
      else if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) stack.push([item, current]);
      }
    }
  }
}

export const parseScript = (
  code: string,
  sourceType: 'script' | 'module',
  ecmaVersion: 2022 | 'latest',
) => parse(code, { ecmaVersion, sourceType }) as unknown as AnyNode;

/** Where the first character beyond ASCII stands, or -1. */
export const firstNonAscii = (code: string) => code.search(/[^\x00-\x7f]/);

/** Methods and functions that came after the baseline; a library that probes for them is fine. */
const lateMethods = new Set([
  'at',
  'findLast',
  'findLastIndex',
  'toSorted',
  'toReversed',
  'toSpliced',
  'isWellFormed',
  'toWellFormed',
]);
const lateStatics: Record<string, string[]> = {
  Object: ['hasOwn', 'groupBy'],
  Array: ['fromAsync'],
  Promise: ['withResolvers', 'try'],
  AbortSignal: ['timeout', 'any'],
  URL: ['canParse', 'parse'],
};

const nameOf = (node: unknown) =>
  isNode(node) && (node.type === 'Identifier' || node.type === 'PrivateIdentifier')
    ? (node['name'] as string)
    : undefined;

/** Whether a call may be skipped by a `?.` in it or before it. */
function isInChain(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === 'CallExpression') return node['optional'] === true || isInChain(node['callee']);
  return (
    node.type === 'MemberExpression' && (node['optional'] === true || isInChain(node['object']))
  );
}

/** Chrome rewrote a spread that is not the last argument, and lost the `?.` before version 91. */
const hasEarlySpread = (node: AnyNode) =>
  (node['arguments'] as AnyNode[]).slice(0, -1).some(({ type }) => type === 'SpreadElement');

function faultOf(node: AnyNode): string | undefined {
  switch (node.type) {
    case 'StaticBlock':
      return 'a static block (Chrome 94)';
    case 'MethodDefinition':
      return isNode(node['key']) && node['key'].type === 'PrivateIdentifier'
        ? 'a private method (Safari 15)'
        : undefined;
    case 'BinaryExpression':
      return isNode(node['left']) && node['left'].type === 'PrivateIdentifier'
        ? 'an `in` check of a private name (Chrome 91)'
        : undefined;
    case 'Literal': {
      const regex = node['regex'] as { pattern: string; flags: string } | undefined;
      if (!regex) return undefined;
      if (/\(\?<[=!]/.test(regex.pattern)) return 'a lookbehind in a regex (Safari 16.4)';
      return /[dv]/.test(regex.flags) ? `the regex flag in /${regex.flags}` : undefined;
    }
    case 'CallExpression': {
      if (isInChain(node) && hasEarlySpread(node)) return 'a?.b(...c, d) (wrong before Chrome 91)';
      const callee = node['callee'];
      if (!isNode(callee) || callee.type !== 'MemberExpression' || callee['computed'])
        return undefined;
      const method = nameOf(callee['property']) ?? '';
      const owner = nameOf(callee['object']) ?? '';
      if (lateStatics[owner]?.includes(method)) return `${owner}.${method}()`;
      // `.at?.()` and `x.at ? x.at() : …` are probes; the plain call with one argument is not.
      return lateMethods.has(method) && !node['optional'] ? `.${method}()` : undefined;
    }
    default:
      return undefined;
  }
}

/** Everything wrong with one built file, in sentences; empty when it is fine. */
export function faultsOf(code: string, sourceType: 'script' | 'module'): string[] {
  const faults: string[] = [];
  const place = firstNonAscii(code);
  if (place >= 0) {
    faults.push(
      `not ASCII at character ${place}: …${JSON.stringify(code.slice(Math.max(0, place - 20), place + 20))}`,
    );
  }
  let tree: AnyNode;
  try {
    tree = parseScript(code, sourceType, 2022);
  } catch (error) {
    return [...faults, `does not parse as a ${sourceType} of ES2022: ${(error as Error).message}`];
  }
  walk(tree, (node) => {
    const fault = faultOf(node);
    if (fault) {
      faults.push(
        `${fault} at character ${node.start}: ${code.slice(Math.max(0, node.start - 20), node.start + 60)}`,
      );
    }
    if (sourceType === 'module' && node.type === 'AwaitExpression' && isTopLevel(tree, node)) {
      faults.push(`a top-level await at character ${node.start}`);
    }
  });
  return faults;
}

function isTopLevel(tree: AnyNode, target: AnyNode): boolean {
  let inside = false;
  walk(tree, (node) => {
    if (/Function/.test(node.type) && node.start <= target.start && node.end >= target.end)
      inside = true;
  });
  return !inside;
}
