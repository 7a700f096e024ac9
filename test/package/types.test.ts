/** What frameworks and editors know of the widgets: uses and misuses of `examples/types` compile as they say. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bin } from '../../tools/test/run.mjs';
import { pack, type Packed } from './packed.ts';

const FRAMEWORKS = [
  '@types/react',
  '@types/react-dom',
  'react',
  'preact',
  'solid-js',
  'svelte',
  'vue',
];

let packed: Packed;
before(() => {
  packed = pack(FRAMEWORKS);
  writeFileSync(join(packed.project, 'package.json'), '{ "type": "module", "private": true }\n');
  cpSync('examples/types', join(packed.project, 'types'), { recursive: true });
});
after(() => packed.remove());

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(join(packed.folder, file), 'utf8')) as T;

describe('types for frameworks', () => {
  it('take what is right and refuse what is wrong, in strict mode', () => {
    const folder = join(packed.project, 'types');
    for (const name of ['dom.ts', 'preact.tsx', 'react.tsx', 'solid.tsx', 'svelte.ts', 'vue.vue'])
      assert.match(readFileSync(join(folder, 'src', name), 'utf8'), /expect-error/, name);
    const { status, stdout } = spawnSync(process.execPath, [bin('vue-tsc'), '-p', folder], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout);
  });

  it('compile with every entry and every strict option in TypeScript 7, as Node finds modules', () => {
    const folder = join(packed.project, 'types');
    const { exports } = read<{ exports: Record<string, { types?: string }> }>('package.json');
    const entries = Object.keys(exports).filter((name) => exports[name]?.types);
    assert.ok(entries.length > 20);
    const lines = entries.map(
      (name, i) => `export * as m${i} from 'tcns-widgets${name.slice(1)}';`,
    );
    writeFileSync(join(folder, 'src/every-entry.ts'), `${lines.join('\n')}\n`);
    const config = {
      extends: './tsconfig.json',
      compilerOptions: {
        module: 'Node16',
        moduleResolution: 'node16',
        isolatedModules: true,
        noImplicitOverride: true,
        noImplicitReturns: true,
        noPropertyAccessFromIndexSignature: true,
        // The types of the package themselves, too.
        skipLibCheck: false,
      },
      include: ['src/*.ts', 'src/*.tsx'],
    };
    const file = join(folder, 'tsconfig.strict.json');
    writeFileSync(file, JSON.stringify(config));
    const compiler = join('node_modules', 'typescript-7', 'bin', 'tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', file], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout);
  });
});

interface Attribute {
  name: string;
  type?: { text: string };
  values?: { name: string }[];
  value?: { type: string };
}

/** The words of each enumeration of an element, as the sources say them. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'tcns-campaign-tracker': { view: ['full', 'compact', 'headline'] },
  'tcns-coverage-map': {
    layout: ['geo', 'tiles'],
    scale: ['threshold', 'quantile', 'category'],
    theme: ['light', 'dark'],
  },
  'tcns-kpi-card': { variant: ['standard', 'compact'] },
  'tcns-ranking': { order: ['best', 'worst'] },
  'tcns-stat': { theme: ['light', 'dark'] },
  'tcns-team-roster': { view: ['list', 'cards', 'finder'] },
};

const wordsOf = (type = ''): string[] =>
  [...type.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);

describe('data for editors', () => {
  it('name the words of every enumeration: the manifest, VS Code, JetBrains', () => {
    const manifest = read<{
      modules: { declarations?: { tagName?: string; attributes?: Attribute[] }[] }[];
    }>('custom-elements.json');
    const code = read<{ tags: { name: string; attributes: Attribute[] }[] }>(
      'dist/types/vscode.html-custom-data.json',
    );
    const web = read<{
      contributions: { html: { elements: { name: string; attributes: Attribute[] }[] } };
    }>('dist/types/web-types.json');
    const declarations = manifest.modules.flatMap(({ declarations = [] }) => declarations);
    for (const [tag, enumerations] of Object.entries(WORDS))
      for (const [name, words] of Object.entries(enumerations)) {
        const of = (list: readonly Attribute[] = []) => list.find((one) => one.name === name);
        const inManifest = declarations.find(({ tagName }) => tagName === tag)?.attributes;
        assert.deepEqual(wordsOf(of(inManifest)?.type?.text), words, `${tag} ${name}`);
        const inCode = of(code.tags.find((one) => one.name === tag)?.attributes)?.values;
        assert.deepEqual(
          inCode?.map((value) => value.name),
          words,
          `${tag} ${name} in VS Code`,
        );
        const inWeb = web.contributions.html.elements.find((one) => one.name === tag)?.attributes;
        assert.deepEqual(wordsOf(of(inWeb)?.value?.type), words, `${tag} ${name} in JetBrains`);
      }
  });

  it('propose nothing that is the name of a type', () => {
    const { tags } = read<{ tags: { name: string; attributes: Attribute[] }[] }>(
      'dist/types/vscode.html-custom-data.json',
    );
    const strange = tags.flatMap(({ name: tag, attributes }) =>
      attributes
        .filter(({ values = [] }) => values.some(({ name }) => /^[A-Z]/.test(name)))
        .map(({ name }) => `${tag} ${name}`),
    );
    assert.deepEqual(strange, []);
  });

  it('are made for every element', () => {
    const elements = readdirSync('src/elements', { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    const { tags } = read<{ tags: { name: string }[] }>('dist/types/vscode.html-custom-data.json');
    assert.deepEqual(
      tags.map(({ name }) => name).sort(),
      elements.map(({ name }) => `tcns-${name}`).sort(),
    );
  });
});
