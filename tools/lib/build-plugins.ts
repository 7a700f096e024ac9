/** What the build does to the code on its way to `dist/cdn`. */
import type { Plugin } from 'vite';
import { firstNonAscii, isNode, parseScript, walk, type AnyNode } from './baseline.ts';

const POLICY =
  /([\w$]+)\.createPolicy\(\s*(['"])lit-html\2\s*,\s*\{\s*createHTML:\s*\(?(\w+)\)?\s*=>\s*\3,?\s*\}\s*\)/;

/**
 * Lit makes a Trusted Types policy named `lit-html` on import, and that throws on a page
 * which does not list the name or has a Lit of its own. Ours is `tcns#html`, and a page
 * that refuses it costs a policy, not the widgets.
 */
export function litPolicy(): Plugin {
  return {
    name: 'tcns:lit-policy',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/](?:development[\\/]|node[\\/])*lit-html\.js(?:\?|$)/.test(id))
        return undefined;
      if (/[\\/]development[\\/]/.test(id))
        this.error(`${id}: the build must use Lit's production files`);
      const renamed = code.replace(
        POLICY,
        (_, types: string) =>
          `(()=>{try{return ${types}.createPolicy("tcns#html",{createHTML:h=>h})}catch{}})()`,
      );
      if (renamed === code || renamed.includes('lit-html"')) {
        this.error(
          `${id}: Lit's Trusted Types policy was not found; mend tools/lib/build-plugins.ts`,
        );
      }
      return { code: renamed, map: null };
    },
  };
}

/**
 * Pages in windows-1258 or without a charset turn our Vietnamese into mojibake, so no
 * character beyond ASCII leaves the build. The escapes are checked against the code they
 * stand for, so that a regex, a template or a name can never change its meaning.
 */
export function asciiOnly(): Plugin {
  return {
    name: 'tcns:ascii-only',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        try {
          file.code = toAscii(file.code);
        } catch (error) {
          this.error(`${file.fileName}: ${(error as Error).message}`);
        }
      }
    },
  };
}

const hex = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The same program in ASCII; throws where that cannot be had by escapes alone. */
export function toAscii(code: string): string {
  if (firstNonAscii(code) < 0) {
    refuseRaw(parseScript(code, 'module', 'latest'));
    return code;
  }
  if (/(?<!\\)(?:\\\\)*\\[\u2028\u2029]/.test(code))
    throw new Error('a line continuation by U+2028');
  // A backslash before the character is an identity escape (`\đ` is `đ`): it goes.
  const ascii = code.replace(
    /(\\+)?([^\x00-\x7f])/g,
    (_, slashes: string | undefined, unit: string) =>
      (slashes && slashes.length % 2 ? slashes.slice(1) : (slashes ?? '')) + hex(unit),
  );
  if (firstNonAscii(ascii) >= 0) throw new Error('a character beyond ASCII is left');
  const before = parseScript(code, 'module', 'latest');
  refuseRaw(before);
  const [was, is] = [meaningOf(before), meaningOf(parseScript(ascii, 'module', 'latest'))];
  const at = was.findIndex((value, i) => value !== is[i]);
  if (at >= 0 || was.length !== is.length) {
    throw new Error(`escaping changed ${JSON.stringify(was[at])} to ${JSON.stringify(is[at])}`);
  }
  return ascii;
}

/** Every string, template and regex of a program, by value. */
function meaningOf(tree: AnyNode): string[] {
  const values: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'TemplateElement') {
      values.push(`template ${(node['value'] as { cooked?: string }).cooked}`);
    } else if (node.type === 'Literal') {
      const regex = node['regex'] as { pattern: string; flags: string } | undefined;
      values.push(
        regex
          ? `regex /${plain(regex.pattern)}/${regex.flags}`
          : `literal ${String(node['value'])}`,
      );
    } else if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') {
      values.push(`name ${String(node['name'])}`);
    }
  });
  return values;
}

const plain = (pattern: string) =>
  pattern
    .replace(/\\u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
    .replace(/\\([^\x00-\x7f])/g, '$1');

/** `String.raw` sees the escapes themselves: it may not meet a character that we escape. */
function refuseRaw(tree: AnyNode): void {
  walk(tree, (node, parent) => {
    if (
      node.type !== 'MemberExpression' ||
      !isName(node['object'], 'String') ||
      !isName(node['property'], 'raw')
    )
      return;
    if (parent?.type !== 'TaggedTemplateExpression' || parent['tag'] !== node) {
      throw new Error('String.raw under another name: its texts cannot be checked');
    }
    const { quasis } = parent['quasi'] as unknown as { quasis: { value: { raw: string } }[] };
    if (quasis.some((quasi) => firstNonAscii(quasi.value.raw) >= 0)) {
      throw new Error('String.raw with a character beyond ASCII: write an ordinary string');
    }
  });
}

const isName = (node: unknown, name: string) =>
  isNode(node) && node.type === 'Identifier' && node['name'] === name;
