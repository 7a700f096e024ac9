/** What the build does to the code on its way to `dist/cdn`. */
import { resolve } from 'node:path';
import { minify } from 'terser';
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
          `${id}: Lit's Trusted Types policy was not found; mend tools/build/build-plugins.ts`,
        );
      }
      return { code: renamed, map: null };
    },
  };
}

const LIT =
  /[\\/]node_modules[\\/](?:lit-html|lit-element|@lit[\\/]reactive-element)[\\/].*\.js(?:\?|$)/;
const LIT_PAGE = resolve(import.meta.dirname, '../../src/data/lit-page.ts');

/**
 * Elements of the page can take every name that Lit reads from `window` and `document`
 * (`<a id="litHtmlVersions">`, `<img name="createElement">`): Lit gets a page that no element can change.
 */
export function litPage(): Plugin {
  return {
    name: 'tcns:lit-page',
    enforce: 'pre',
    transform(code, id) {
      if (!LIT.test(id) || !/\b(globalThis|document|litPropertyMetadata)\b/.test(code))
        return undefined;
      return { code: withLitPage(code), map: null };
    },
  };
}

/** A module of Lit that reads its globals from `src/data/lit-page.ts`. */
export function withLitPage(code: string): string {
  const alias = /([\w$]+)\s*=\s*document\b/.exec(code)?.[1];
  const read = code
    .replace(/\bglobalThis\b/g, 'litPage')
    .replace(/(?<![\w$.])litPropertyMetadata\b/g, 'litPage.litPropertyMetadata')
    .replace(/(?<![\w$.])document\b/g, 'pageDocument')
    // A tree walker needs the node itself.
    .replace(/\.createTreeWalker\(\w+,/g, '.createTreeWalker(document,')
    .replace(/\.currentNode\s*=\s*(\w+)(?=[,;])/g, (whole, name: string) =>
      name === alias ? '.currentNode=document' : whole,
    );
  return `import { litPage, pageDocument } from ${JSON.stringify(LIT_PAGE)};\n${read}`;
}

/**
 * What i18next does that this library never asks of it: backends, plural rules, formats, nesting, keys
 * of objects, namespaces and whole-instance housekeeping. The texts are flat and given at once, without counts, formats
 * or `$t(…)` (`src/i18n/translator.ts`), so the bodies of these methods can go: a third of the library, on
 * every page that shows one figure. A method that a new version renames fails the build.
 */
const nothing = (...names: string[]) => Object.fromEntries(names.map((name) => [name, '{}']));

const UNUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Nobody listens to the private instance, and what it would log goes nowhere.
  EventEmitter: { constructor: '{}', on: '{ return this }', ...nothing('off', 'once', 'emit') },
  Logger: nothing(
    'constructor',
    'init',
    'log',
    'warn',
    'error',
    'deprecate',
    'once',
    'forward',
    'create',
    'clone',
  ),
  // Texts by language: a key is one flat name, and there is one namespace.
  ResourceStore: {
    constructor: '{ super(); this.data = arguments[0] }',
    getResource: `{
      const texts = this.data[arguments[0]]?.translation;
      return texts && Object.prototype.hasOwnProperty.call(texts, arguments[2])
        ? texts[arguments[2]]
        : undefined;
    }`,
    addResourceBundle: `{
      const languages = this.data;
      const own = languages[arguments[0]] || (languages[arguments[0]] = { translation: {} });
      deepExtend(own.translation, JSON.parse(JSON.stringify(arguments[2])), arguments[4]);
    }`,
    ...nothing(
      'addNamespaces',
      'removeNamespaces',
      'addResource',
      'addResources',
      'removeResourceBundle',
      'hasResourceBundle',
      'getResourceBundle',
      'getDataByLanguage',
      'hasLanguageSomeTranslations',
      'deprecateDottedLng',
      'toJSON',
    ),
  },
  // Values are filled in by `src/i18n/translator.ts`, which asks for texts as they are written.
  Translator: {
    constructor: `{
      super();
      this.resourceStore = arguments[0].resourceStore;
      this.languageUtils = arguments[0].languageUtils;
    }`,
    exists: '{ return this.resolve(arguments[0], arguments[1]).res !== undefined }',
    // A key without a text is its own text.
    translate: '{ return this.resolve(arguments[0], arguments[1]).res ?? arguments[0] }',
    resolve: `{
      const { lng, fallbackLng } = arguments[1];
      const texts = this.languageUtils
        .toResolveHierarchy(lng || this.language, fallbackLng)
        .map((code) => this.resourceStore.getResource(code, 'translation', arguments[0]));
      return { res: texts.find((text) => text !== undefined && text !== null) };
    }`,
    getUsedParamsDetails: '{ return {} }',
    extendTranslation: '{ return arguments[0] }',
    ...nothing('extractFromKey', 'isValidLookup', 'getResource', 'hasDefaultValue'),
  },
  LanguageUtil: {
    constructor: `{
      this.options = arguments[0];
      this.resolveHierarchyCache = {};
      this.logger = {};
    }`,
    isSupportedCode: '{ return true }',
    getFallbackCodes: '{ return arguments[0] }',
    getBestMatchFromCodes: '{ return arguments[0][0] }',
    ...nothing('clearCache', 'deprecateBareCode'),
  },
  // The instance makes no others than these three: the rest of the library is then without a use, and goes.
  I18n: {
    constructor: '{ super(); this.options = transformOptions(arguments[0] || {}) }',
    init: `{
      const resourceStore = new ResourceStore(this.options.resources);
      const languageUtils = new LanguageUtil(this.options);
      this.addResourceBundle = (...given) => resourceStore.addResourceBundle(...given);
      this.translator = new Translator({ resourceStore, languageUtils });
      this.translator.changeLanguage(this.options.lng);
    }`,
    getFixedT: '{ return (key, values) => this.t(key, { ...values, lng: arguments[0] }) }',
    ...nothing(
      'loadResources',
      'reloadResources',
      'use',
      'hydrate',
      'changeLanguage',
      'setDefaultNamespace',
      'hasLoadedNamespace',
      'loadNamespaces',
      'loadLanguages',
      'dir',
      'cloneInstance',
      'toJSON',
      'setResolvedLanguage',
    ),
  },
};

export function trimI18next(): Plugin {
  return {
    name: 'tcns:trim-i18next',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]i18next[\\/]dist[\\/]esm[\\/]i18next\.js(?:\?|$)/.test(id)) return undefined;
      try {
        return { code: trimmedI18next(code), map: null };
      } catch (error) {
        return this.error(`${id}: ${(error as Error).message}; mend tools/build/build-plugins.ts`);
      }
    },
  };
}

/** i18next's module without what this library never asks of it. */
export const trimmedI18next = (code: string): string => withoutBodies(code, UNUSED);

/** The same module with other bodies for some methods. */
function withoutBodies(code: string, bodies: typeof UNUSED): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const logged: typeof edits = [];
  walk(parseScript(code, 'module', 'latest'), (node, parent) => {
    if (isLogging(node)) logged.push({ start: node.start, end: node.end, text: 'undefined' });
    if (node.type !== 'ClassBody' || !parent || !isNode(parent['id'])) return;
    const wanted = bodies[String(parent['id']['name'])];
    if (!wanted) return;
    const methods = node['body'] as AnyNode[];
    for (const [name, text] of Object.entries(wanted)) {
      const method = methods.find((m) => isNode(m['key']) && m['key']['name'] === name);
      const value = method?.['value'];
      if (!isNode(value) || !isNode(value['body'])) {
        throw new Error(`i18next has no method ${String(parent['id']['name'])}.${name}`);
      }
      edits.push({ start: value['body'].start, end: value['body'].end, text });
    }
  });
  const count = Object.values(bodies).reduce(
    (sum, methods) => sum + Object.keys(methods).length,
    0,
  );
  if (edits.length !== count) throw new Error('i18next has other classes than it had');
  const gone = (at: number) => edits.some(({ start, end }) => start <= at && at < end);
  return [...edits, ...logged.filter(({ start }) => !gone(start))]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: body }) => text.slice(0, start) + body + text.slice(end),
      code,
    );
}

/**
 * What host pages do to builtins breaks libraries that trust them: MooTools and Prototype.js have an
 * `Array.from` that knows no iterables, and old scripts add enumerable members to `Object.prototype`,
 * which every `for … in` then meets. Our own code has neither; these libraries get the same.
 */
export function hostProof(): Plugin {
  return {
    name: 'tcns:host-proof',
    enforce: 'pre',
    transform(code, id) {
      const ours = /[\\/]node_modules[\\/](chart\.js|i18next|valibot)[\\/].*\.m?js(?:\?|$)/.test(
        id,
      );
      return ours ? { code: ownBuiltins(code), map: null } : undefined;
    },
  };
}

/** `[...x]` for `Array.from(x)`, and own keys for `for … in`. */
export function ownBuiltins(code: string): string {
  return code
    .replace(/\bArray\.from\(((?:[^(),]|\([^()]*\))*)\)/g, '[...$1]')
    .replace(/\bfor \(const (\w+) in ([\w$.]+)\)/g, 'for (const $1 of Object.keys($2 || {}))');
}

/** `this.logger.warn(…)`: `Logger.forward` is empty, so the words would only be weight. */
function isLogging({ type, callee }: AnyNode): boolean {
  if (type !== 'CallExpression' || !isNode(callee) || !isNode(callee['object'])) return false;
  const { property, object } = callee;
  return (
    isNode(property) &&
    ['log', 'warn', 'error', 'deprecate', 'once'].includes(String(property['name'])) &&
    isNode(object['property']) &&
    object['property']['name'] === 'logger'
  );
}

/**
 * A second minifier, terser, which finds about one per cent more than the bundler's own. Two passes: a third one
 * made `tcns-all.js` larger by 336 bytes of brotli and all other files smaller by 45, for a fifth of the build's time.
 * Functions at the head of their scope save 80 bytes of a map's modules, and cost the loader 14.
 */
export function squeeze(module: boolean): Plugin {
  return {
    name: 'tcns:squeeze',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const compress = {
          passes: 2,
          ecma: 2020 as const,
          hoist_funs: module,
          unsafe_arrows: module,
        };
        const { code } = await minify(file.code, { module, ecma: 2020, compress, mangle: true });
        if (!code) this.error(`${file.fileName}: terser gave nothing`);
        file.code = code;
      }
    },
  };
}

/** Characters of a file from which it is worth the line. */
const WORTH_MARKING = 4000;

/**
 * What a widget loads at once runs nearly whole for the first picture. Chromium then need not parse
 * each function twice, and does it beside the main thread while the file arrives; other browsers see
 * a comment. What comes late is not marked: of Chart.js half is never called.
 */
export function compileAtOnce(): Plugin {
  return {
    name: 'tcns:compile-at-once',
    enforce: 'post',
    generateBundle(_, bundle) {
      const atOnce = new Set<string>();
      const add = (name: string) => {
        const file = bundle[name];
        if (file?.type !== 'chunk' || atOnce.has(name)) return;
        atOnce.add(name);
        file.imports.forEach(add);
      };
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.isEntry) add(file.fileName);
      }
      for (const name of atOnce) {
        const file = bundle[name];
        if (file?.type === 'chunk' && file.code.length > WORTH_MARKING)
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      }
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
