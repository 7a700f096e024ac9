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
  plugins: [definedElements, publicOnly],
};
