import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedTokens } from './tools/generate/tokens.mjs';

/**
 * `npm run manifest` writes custom-elements.json: the public contract of every element,
 * for Storybook, editors and the tables of the docs. What is private or protected, or
 * begins with an underscore, is nobody's contract.
 */
const isHidden = ({ name, privacy }) =>
  privacy === 'private' || privacy === 'protected' || /^[_#]/.test(name ?? '');

/** Lit's own: part of every element, of no interest to a page. */
const fromLit = new Set(['LitElement', 'ReactiveElement']);

/** Elements are registered by `defineElement('tcns-…', Class)` in a file of their own. */
const definedElements = {
  name: 'defined-elements',
  analyzePhase({ ts, node, moduleDoc, context }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElement') return;
    const [tag, element] = node.arguments;
    if (!tag || !element || !ts.isStringLiteralLike(tag) || !ts.isIdentifier(element)) return;
    const found = context.imports?.find(({ name }) => name === element.text);
    const module = found
      ? new URL(
          found.importPath.replace(/\.js$/, '.ts'),
          `file:///${moduleDoc.path}`,
        ).pathname.slice(1)
      : moduleDoc.path;
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []),
      {
        kind: 'custom-element-definition',
        name: tag.text,
        declaration: { name: element.text, module },
      },
    ];
  },
};

/** The events say what their `detail` is: the parameter of their constructor. */
const eventDetails = {
  name: 'event-details',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node) || !node.name?.text.endsWith('Event')) return;
    const made = node.members.find((member) => ts.isConstructorDeclaration(member));
    const detail = made?.parameters.find(({ name }) => name.getText() === 'detail');
    const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name.text);
    if (!detail?.type || !declaration) return;
    const words = ts.getJSDocCommentsAndTags(made).map(({ comment }) => comment);
    declaration.members = [
      {
        kind: 'field',
        name: 'detail',
        readonly: true,
        type: { text: detail.type.getText().replace(/readonly /g, '') },
        description: words.filter((word) => typeof word === 'string').join(' '),
      },
    ];
  },
};

const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      // The one call of customElements.define, whose tag is a variable, defines no element.
      module.exports = module.exports?.filter(
        ({ kind, name }) => kind !== 'custom-element-definition' || name.includes('-'),
      );
      for (const declaration of module.declarations ?? []) {
        const hidden = new Set(
          (declaration.members ?? []).filter(isHidden).map(({ name }) => name),
        );
        const isPublic = (member) => !isHidden(member) && !fromLit.has(member.inheritedFrom?.name);
        const keep = (key, test) => {
          if (declaration[key]) declaration[key] = declaration[key].filter(test);
        };
        keep('members', (member) => isPublic(member) && !(member.static ?? false));
        keep('attributes', ({ fieldName, name }) => !hidden.has(fieldName ?? name));
        keep('events', ({ name }) => name); // dispatchEvent(event) of a variable has no name
        keep('cssProperties', ({ name }) => !name.startsWith('--_'));
        for (const key of ['slots', 'cssParts', 'cssProperties', 'events', 'attributes']) {
          declaration[key] = unique(declaration[key]);
        }
      }
    }
  },
};

/** The tokens that all widgets share, as if the base class had said them. */
const withTokens = {
  name: 'with-tokens',
  packageLinkPhase({ customElementsManifest }) {
    const inheritedFrom = { name: 'TcnsElement', module: 'src/parts/base/element.ts' };
    const tokens = sharedTokens().flatMap(({ name, value, meaning, dark }) => [
      { name, description: meaning, default: value, inheritedFrom },
      ...(dark
        ? [
            {
              name: dark.name,
              description: `${meaning} On a dark page.`,
              default: dark.value,
              inheritedFrom,
            },
          ]
        : []),
    ]);
    for (const { declarations = [] } of customElementsManifest.modules)
      for (const declaration of declarations)
        if (declaration.tagName)
          declaration.cssProperties = [
            ...(declaration.cssProperties ?? []),
            ...structuredClone(tokens),
          ];
  },
};

/** Source files to the files of the npm package; what no class stands in is nobody's contract. */
const ofPackage = {
  name: 'of-package',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path?.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/esm/$1.js');
    const walk = (value) => {
      if (Array.isArray(value)) return value.forEach(walk);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'module') value[key] = built(inner);
        else walk(inner);
      }
    };
    const { modules } = customElementsManifest;
    const elements = new Map();
    for (const module of modules)
      for (const declaration of module.declarations ?? [])
        if (declaration.kind === 'class') elements.set(declaration.name, declaration);
    /** The elements, and what they inherit from. */
    const known = new Set();
    for (const declaration of elements.values()) {
      if (!declaration.tagName) continue;
      for (let one = declaration; one; one = elements.get(one.superclass?.name)) known.add(one);
    }
    // `PageEvent` is the browser's own `Event` (src/parts/base/events.ts).
    const isEvent = ({ superclass }) => /^(Page)?Event$/.test(superclass?.name ?? '');
    for (const module of modules) {
      module.declarations = module.declarations?.filter((one) => known.has(one) || isEvent(one));
      const names = new Set(module.declarations?.map(({ name }) => name));
      module.exports = module.exports?.filter(
        ({ kind, name }) => kind === 'custom-element-definition' || names.has(name),
      );
      module.path = built(module.path);
      walk(module.declarations);
      walk(module.exports);
      for (const declaration of module.declarations ?? [])
        if (isEvent(declaration)) declaration.superclass = { name: 'Event' };
    }
    customElementsManifest.modules = modules.filter(
      ({ declarations, exports }) => declarations?.length || exports?.length,
    );
  },
};

/** The types of the sources that are one of some words, by their names: `Scale`. */
function wordTypes() {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'),
  );
  const types = new Map();
  for (const file of files)
    for (const [, name, words] of readFileSync(join('src', file), 'utf8').matchAll(
      /^(?:export )?type (\w+) =\s*((?:\|?\s*'[^']*'\s*)+);/gm,
    ))
      types.set(name, words.match(/'[^']*'/g).join(' | '));
  return types;
}

const partsOf = (type) => type.split(/\s*\|\s*/);
/** Whether HTML can say a value of a type. */
const isWritable = (type) => /^(string|number|boolean|undefined|'.*')$/.test(type);

/** Editors and frameworks know the words of an enumeration, not the name that it has in our sources. */
const withWords = {
  name: 'with-words',
  packageLinkPhase({ customElementsManifest }) {
    const types = wordTypes();
    for (const { declarations = [] } of customElementsManifest.modules)
      for (const { members = [], attributes = [] } of declarations) {
        for (const { type } of [...members, ...attributes])
          if (type)
            type.text = partsOf(type.text)
              .map((part) => types.get(part) ?? part)
              .join(' | ');
        // A function, which the property also takes, is no value of an attribute. Where the property is read
        // from a text of its own form, the attribute is that text.
        for (const attribute of attributes) {
          if (!attribute.type) continue;
          const writable = partsOf(attribute.type.text).filter(isWritable).join(' | ');
          if (writable) attribute.type.text = writable;
          else attribute.type = { text: 'string' };
        }
      }
  },
};

/** Each name once: an element's own word goes before the inherited one. */
function unique(list) {
  if (!list) return undefined;
  const byName = new Map();
  for (const item of list) {
    const known = byName.get(item.name);
    if (
      !known ||
      (known.inheritedFrom && !item.inheritedFrom) ||
      (!known.description && item.description)
    ) {
      byName.set(item.name, item);
    }
  }
  return [...byName.values()];
}

export default {
  globs: ['src/elements/**/*.ts', 'src/parts/**/*.ts'],
  exclude: ['**/*.styles.ts', '**/*.view.ts', '**/*.test.ts'],
  outdir: '.',
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [definedElements, eventDetails, publicOnly, withWords, withTokens, ofPackage],
};
