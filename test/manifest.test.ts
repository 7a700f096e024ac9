/** The public contract of every element is complete: Storybook and the docs are made of it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { readElementsManifest } from '../tools/generate/manifest.ts';
import { sharedTokens } from '../tools/generate/tokens.mjs';

interface Item {
  name: string;
  type?: { text: string };
  default?: string;
  readonly?: boolean;
  kind?: string;
  description?: string;
  privacy?: string;
}
interface Declaration extends Item {
  tagName?: string;
  summary?: string;
  members?: Item[];
  attributes?: Item[];
  events?: Item[];
  slots?: Item[];
  cssParts?: Item[];
  cssProperties?: Item[];
}
interface Manifest {
  modules: {
    path: string;
    declarations?: Declaration[];
    exports?: { kind: string; name: string; declaration: { name: string; module: string } }[];
  }[];
}

const manifest = await readElementsManifest<Manifest>();
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName);
const folders = readdirSync('src/elements', { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

describe('the manifest', () => {
  it('has every widget, under the tag of its folder', () => {
    assert.ok(folders.length > 0);
    assert.deepEqual(
      elements.map(({ tagName }) => tagName).sort(),
      folders.map(({ name }) => `tcns-${name}`).sort(),
    );
  });

  for (const element of elements) {
    const {
      tagName,
      summary,
      members = [],
      attributes = [],
      events = [],
      slots = [],
      cssParts = [],
      cssProperties = [],
    } = element;

    it(`${tagName} says in one sentence what it is`, () => {
      assert.match(summary ?? '', /^\S.*\.$/s);
    });

    it(`${tagName} describes all that a page may use`, () => {
      const all = { members, attributes, events, slots, cssParts, cssProperties };
      const bare = Object.entries(all).flatMap(([kind, items]) =>
        items
          .filter(({ description }) => !description?.trim())
          .map(({ name }) => `${kind}: ${name || '(default)'}`),
      );
      assert.deepEqual(bare, []);
    });

    it(`${tagName} lists its attributes, inherited ones too, its events and its parts`, () => {
      const names = attributes.map(({ name }) => name);
      // A dashboard shows no document of its own.
      const isBoard = tagName === 'tcns-dashboard';
      for (const name of ['theme', 'api', ...(isBoard ? [] : ['src', 'heading', 'no-menu'])])
        assert.ok(names.includes(name), `${name} is not among ${names.join(', ')}`);
      const event = isBoard ? 'tcns-select' : 'tcns-load';
      assert.ok(events.some(({ name }) => name === event));
      assert.ok(cssParts.length > 0);
      assert.ok(slots.length > 0, 'the fallback is a slot');
    });

    it(`${tagName} shows nothing that is private, and nothing twice`, () => {
      const hidden = members.filter(
        ({ name, privacy }) => /^[_#]/.test(name) || (privacy && privacy !== 'public'),
      );
      assert.deepEqual(
        hidden.map(({ name }) => name),
        [],
      );
      for (const list of [members, attributes, events, slots, cssParts, cssProperties]) {
        const names = list.map(({ name }) => name);
        assert.deepEqual(names, [...new Set(names)]);
        assert.ok(!names.some((name) => name === undefined));
      }
    });

    it(`${tagName} names attributes in kebab case, and events tcns-…`, () => {
      for (const { name } of attributes) assert.match(name, /^[a-z]+(-[a-z]+)*$/);
      for (const { name } of events) assert.match(name, /^tcns-[a-z]+(-[a-z]+)*$/);
      for (const { name } of cssProperties) assert.match(name, /^--tcns-[a-z0-9-]+$/);
    });
  }

  it('types each event, and each event says what its detail is', () => {
    const classes = manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ name }) => name.endsWith('Event'));
    for (const { tagName, events = [] } of elements)
      for (const { name, type } of events) {
        const declared = classes.find((one) => one.name === type?.text);
        assert.ok(declared, `${tagName} ${name}: ${type?.text ?? 'no type'}`);
        const detail = declared.members?.find((member) => member.name === 'detail');
        assert.match(detail?.type?.text ?? '', /^\{ \w/);
        assert.ok(detail?.description);
      }
  });

  it('names the shared tokens with their defaults, for every element', () => {
    const names = sharedTokens().flatMap(({ name, dark }) => [name, ...(dark ? [dark.name] : [])]);
    assert.ok(names.length > 20);
    for (const { cssProperties = [] } of elements)
      for (const name of names)
        assert.ok(
          cssProperties.some((token) => token.name === name && token.default),
          name,
        );
  });

  it('speaks of the files of the package, and of nothing that is not there', () => {
    for (const { path, declarations = [], exports = [] } of manifest.modules) {
      const source = path.replace(/^dist\/esm\/(.*)\.js$/, 'src/$1.ts');
      assert.ok(source !== path && existsSync(source), path);
      for (const { name } of declarations)
        assert.ok(readFileSync(source, 'utf8').search(`class ${name}\\b`) >= 0, `${path} ${name}`);
      for (const { declaration } of exports)
        assert.ok(
          manifest.modules.some(
            (module) =>
              module.path === declaration.module &&
              module.declarations?.some(({ name }) => name === declaration.name),
          ),
          `${path}: ${declaration.module} ${declaration.name}`,
        );
    }
  });

  it('has every public member of the classes, and no other', () => {
    const program = ts.createProgram(['src/index.ts'], {
      ...ts.parseJsonConfigFileContent(
        ts.readConfigFile('tsconfig.json', (file) => readFileSync(file, 'utf8')).config,
        ts.sys,
        '.',
      ).options,
      noEmit: true,
    });
    const checker = program.getTypeChecker();
    const index = checker.getSymbolAtLocation(program.getSourceFile('src/index.ts')!)!;
    const exported = checker.getExportsOfModule(index);
    for (const element of elements) {
      const alias = exported.find(({ name }) => name === element.name);
      assert.ok(alias, `src/index.ts does not export ${element.name}`);
      const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(alias));
      const own = checker.getPropertiesOfType(type).filter((member) => {
        const [declaration] = member.declarations ?? [];
        const file = declaration?.getSourceFile().fileName ?? '';
        // What Lit and the DOM have is theirs; what overrides a method of theirs is no news.
        if (!declaration || !/\/src\/(elements|parts)\//.test(file)) return false;
        if (LIT.has(member.name)) return false;
        return ts.isClassElement(declaration) && isPublic(declaration);
      });
      assert.deepEqual(
        (element.members ?? []).map(({ name }) => name).sort(),
        own.map(({ name }) => name).sort(),
        element.tagName,
      );
    }
  });
});

/** Methods of Lit and of custom elements, which an element may make its own. */
const LIT = new Set([
  'performUpdate',
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'adoptedCallback',
]);

const isPublic = (declaration: ts.Declaration): boolean =>
  (ts.getCombinedModifierFlags(declaration) &
    (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) ===
  0;
