/** The npm package as somebody gets it: what is in it, what it exports, what a bundler takes of it. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, type Rolldown } from 'vite';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { bin } from '../../tools/test/run.mjs';
import { pack, type Packed } from './packed.ts';

interface Package {
  exports: Record<string, string | { types: string; default: string }>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  sideEffects: string[];
  bin: Record<string, string>;
  files: string[];
}

let packed: Packed;
let json: Package;
before(() => {
  // The command that writes a template asks for exceljs by name.
  packed = pack(['exceljs']);
  json = JSON.parse(readFileSync(join(packed.folder, 'package.json'), 'utf8')) as Package;
});
after(() => packed.remove());

const widgets = readdirSync('src/elements', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const read = (file: string): string => readFileSync(join(packed.folder, file), 'utf8');

const ALLOWED = [
  /^(package\.json|README\.md|LICENSE|(CHANGELOG|CONTRIBUTING|SECURITY)\.md|custom-elements\.json)$/,
  /^dist\/esm\/(api|borders|cli|data|desk|domain|elements|i18n|maps|parts|tables)\/[\w./-]+\.(js|js\.map|d\.ts)$/,
  /^dist\/esm\/(index|register|version)\.(js|js\.map|d\.ts)$/,
  /^dist\/cdn\/(chunks\/)?[\w.~-]+\.js$/,
  /^dist\/cdn\/licenses\.md$/,
  /^dist\/types\/(jsx|preact|react|solid|svelte|vue)\.d\.ts$|^dist\/types\/empty\.js$/,
  /^dist\/types\/(vscode\.(html|css)-custom-data|web-types)\.json$/,
  /^docs\/[\w.-]+\.md$|^docs\/images\/(wordpress\/)?[\w-]+\.png$/,
  /^(bench|demo\/api)\/README\.md$/,
  /^hosting\/([\w-]+\.(conf|mjs|php)|apache\/\.htaccess|iis\/web\.config)$/,
  /^schemas\/v1\/\w+\.json$/,
  /^themes\/\w+\.css$/,
  /^src\/cli\/bin\/tcns-\w+\.mjs$/,
];

describe('the tarball', () => {
  it('has what belongs there and nothing else', () => {
    assert.ok(packed.files.length > 200);
    const strange = packed.files.filter((file) => !ALLOWED.some((form) => form.test(file)));
    assert.deepEqual(strange, []);
    for (const form of ALLOWED)
      assert.ok(
        packed.files.some((file) => form.test(file)),
        `nothing fits ${String(form)}`,
      );
    assert.deepEqual(
      packed.files.filter((file) => file.startsWith('dist/esm/pages')),
      [],
    );
  });

  it('says nothing of the machine that it was made on', () => {
    // The home of root is short enough to be a route of somebody's site.
    const homes = [process.cwd(), ...(homedir().length > 6 ? [homedir()] : []), 'file:///'];
    for (const file of packed.files) {
      const text = read(file);
      for (const home of homes) assert.ok(!text.includes(home), `${file} has ${home}`);
    }
  });

  it('has a map and types for each module, and the source in each map', () => {
    const modules = packed.files.filter((file) => /^dist\/esm\/.*\.js$/.test(file));
    for (const file of modules) {
      assert.ok(packed.files.includes(`${file}.map`), `${file} has no map`);
      assert.ok(packed.files.includes(file.replace(/\.js$/, '.d.ts')), `${file} has no types`);
      const map = JSON.parse(read(`${file}.map`)) as {
        sources: string[];
        sourcesContent?: string[];
      };
      assert.equal(map.sourcesContent?.length, map.sources.length, file);
      for (const source of map.sources) assert.match(source, /^\.\.\//, file);
    }
  });

  it('names the licences of what the files for a page hold', () => {
    for (const name of ['lit', 'i18next', 'valibot', 'chart.js'])
      assert.match(read('dist/cdn/licenses.md'), new RegExp(`\\b${name}\\b`), name);
  });

  it('has what its texts lead to', () => {
    const texts = packed.files.filter((file) => file.endsWith('.md') && !file.startsWith('dist/'));
    const dead = texts.flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
        .map(([, link = '']) => posix.join(posix.dirname(file), link))
        .filter((path) => !packed.files.some((one) => one === path || one.startsWith(`${path}/`)))
        .map((path) => `${file}: ${path}`),
    );
    assert.deepEqual(dead, []);
  });

  it('knows its version', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    assert.ok(read('dist/esm/version.js').includes(JSON.stringify(version)));
  });
});

describe('the exports', () => {
  it('lead to files that are there', () => {
    for (const [name, target] of Object.entries(json.exports)) {
      for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
        if (path.includes('*'))
          assert.ok(
            packed.files.some((file) => file.startsWith(path.slice(2, path.indexOf('*')))),
            name,
          );
        else assert.ok(packed.files.includes(path.slice(2)), `${name}: ${path}`);
      }
    }
    for (const path of Object.values(json.bin)) assert.ok(packed.files.includes(path), path);
  });

  it('have a registering entry and a class for each widget; only what registers has side effects', () => {
    assert.equal(widgets.length > 8, true);
    for (const name of widgets) {
      assert.ok(json.exports[`./${name}`], `./${name}`);
      assert.ok(json.exports[`./${name}/element`], `./${name}/element`);
    }
    const built = json.sideEffects.filter((path) => path.startsWith('./dist/esm'));
    assert.deepEqual(
      built.sort(),
      [
        './dist/esm/register.js',
        ...widgets.map((name) => `./dist/esm/elements/${name}/${name}.js`),
      ].sort(),
    );
  });

  it('work in Node: nothing is registered by a class, one element by its entry', () => {
    const script = `
      const { TcnsStat } = await import('tcns-widgets');
      await import('tcns-widgets/stat/element');
      await import('tcns-widgets/kpi-card');
      const schema = await import('tcns-widgets/schemas/v1/teams.json', { with: { type: 'json' } });
      const there = ['stat', 'kpi-card'].map((name) => !!customElements.get('tcns-' + name));
      console.log(JSON.stringify([typeof TcnsStat, there, typeof schema.default, 'window' in globalThis]));`;
    const output = execFileSync(
      process.execPath,
      ['--input-type=module', '--no-warnings', '-e', script],
      {
        cwd: packed.project,
        encoding: 'utf8',
      },
    );
    assert.deepEqual(JSON.parse(output), ['function', [false, true], 'object', false]);
  });

  it('are right for publint', async () => {
    const { messages } = await publint({ pkgDir: packed.folder, pack: false, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, json as never)),
      [],
    );
  });

  it('have types that every resolver of ES modules finds (attw)', () => {
    const attw = bin('attw', '@arethetypeswrong/cli');
    const args = [attw, packed.tarball, '--profile', 'esm-only', '--no-color', '--no-emoji'];
    // Files that are no modules have no types.
    const data = Object.entries(json.exports).filter(([, target]) => typeof target === 'string');
    const skipped = data.map(([name]) => name.replace(/^\.\//, ''));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...args, '--exclude-entrypoints', ...skipped],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, `${stdout}${stderr}`);
  });
});

describe('a bundler', () => {
  /** The modules that a bundle of some code is made of, late ones too. */
  async function bundled(code: string): Promise<string[]> {
    const entry = join(packed.project, 'entry.js');
    writeFileSync(entry, code);
    const result = (await build({
      configFile: false,
      root: packed.project,
      logLevel: 'error',
      build: { write: false, minify: false, rolldownOptions: { input: entry } },
    })) as Rolldown.RolldownOutput;
    return result.output.flatMap((chunk) =>
      chunk.type === 'chunk'
        ? Object.entries(chunk.modules)
            .filter(([, { renderedLength }]) => renderedLength > 0)
            .map(([id]) => id.replaceAll('\\', '/'))
        : [],
    );
  }
  const HEAVY =
    /\/(maps|desk)\/|\/elements\/(?!kpi-card)|\/parts\/(chart|qr|area-|fuzzy)|roster|chart\.js|d3-geo|topojson|exceljs|ufuzzy|lean-qr/;

  for (const [title, code] of [
    ['the entry of the KPI card', `import 'tcns-widgets/kpi-card';`],
    [
      'its class',
      `import { TcnsKpiCard } from 'tcns-widgets/kpi-card/element'; console.log(TcnsKpiCard);`,
    ],
    [
      'its class from the root',
      `import { TcnsKpiCard } from 'tcns-widgets'; console.log(TcnsKpiCard);`,
    ],
  ] as const)
    it(`takes of ${title} no map, chart or roster code`, async () => {
      const modules = await bundled(code);
      assert.ok(
        modules.some((id) => id.endsWith('/kpi-card/kpi-card.element.js')),
        modules.join('\n'),
      );
      // English words of all widgets come on demand; they are no code.
      assert.deepEqual(
        modules.filter((id) => HEAVY.test(id) && !id.includes('/i18n/')),
        [],
      );
    });

  it('takes the map where it is asked for: the pattern above finds it', async () => {
    const modules = await bundled(`import 'tcns-widgets/coverage-map';`);
    assert.ok(modules.some((id) => HEAVY.test(id) && !id.includes('/i18n/')));
    assert.ok(modules.some((id) => /provinces-2025\.generated/.test(id)));
  });

  it('has no `this` of a script to warn of, as Rollup does, in any module', () => {
    const wrong = packed.files.filter(
      (file) => /^dist\/esm\/.*\.js$/.test(file) && /\(this && this\./.test(read(file)),
    );
    assert.deepEqual(wrong, []);
  });

  it('takes nothing of the root where nothing is used', async () => {
    const modules = await bundled(`import 'tcns-widgets'; console.log(1);`);
    assert.deepEqual(
      modules.filter((id) => id.includes('tcns-widgets')),
      [],
    );
  });
});

describe('an installation', () => {
  interface Lock {
    packages: Record<string, { dependencies?: Record<string, string> }>;
  }

  /** What npm puts beside the package: all that it depends on, and what that depends on. */
  function installed(): string[] {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
    const found = new Set<string>();
    const add = (from: string, name: string): void => {
      for (
        let folder = from;
        ;
        folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')
      ) {
        const path = `${folder && `${folder}/`}node_modules/${name}`;
        if (packages[path]) {
          if (found.has(path)) return;
          found.add(path);
          for (const next of Object.keys(packages[path].dependencies ?? {})) add(path, next);
          return;
        }
        assert.ok(folder, `${name} is not in the lock`);
      }
    };
    for (const name of Object.keys(packages['']?.dependencies ?? {})) add('', name);
    return [...found];
  }

  it('brings at most 25 packages, with itself', () => {
    const all = installed();
    assert.ok(all.includes('node_modules/lit-html'));
    assert.ok(all.length + 1 <= 25, `${all.length + 1}: ${all.join(' ')}`);
  });

  it('asks for no package that it does not name', () => {
    const { dependencies, peerDependencies } = json;
    const named = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
    const IMPORT =
      /(?:^\}? ?from |^import |^(?:im|ex)port .* from |\bimport\()['"]((?:@[\w.-]+\/)?\w[\w.-]*)/gm;
    const asked = packed.files
      .filter((file) => /^dist\/esm\/.*\.js$/.test(file))
      .flatMap((file) => [...read(file).matchAll(IMPORT)].map(([, name = '']) => [file, name]));
    assert.ok(asked.some(([, name]) => name === 'chart.js'));
    assert.deepEqual(
      asked.filter(([, name = '']) => name !== 'node' && !named.has(name)),
      [],
    );
  });
});

describe('the commands of the package', () => {
  const run = (name: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(packed.folder, json.bin[name] ?? ''), ...args], {
      cwd: packed.project,
      encoding: 'utf8',
    });

  it('need no tsx', () => assert.ok(!existsSync(join(packed.project, 'node_modules/tsx'))));

  it('tcns-check finds a fault', () => {
    const good = join(packed.project, 'good.json');
    copyFileSync('demo/api/v1/observations/45@2008.json', good);
    const fine = run('tcns-check', good);
    assert.equal(fine.status, 0, fine.stdout + fine.stderr);
    assert.match(fine.stdout, /1 document, 0 faults/);
    const bad = join(packed.project, 'bad.json');
    writeFileSync(
      bad,
      readFileSync(good, 'utf8').replace(/"indicator":\s*"[^"]*"/, '"indicator": 7'),
    );
    assert.equal(run('tcns-check', bad).status, 1);
  });

  it('tcns-data writes its spreadsheet', () => {
    const out = join(packed.project, 'so-lieu.xlsx');
    const { status, stdout, stderr } = run('tcns-data', 'init', '--area', '44@2025', '--out', out);
    assert.equal(status, 0, stdout + stderr);
    assert.equal(readFileSync(out).subarray(0, 2).toString(), 'PK');
  });

  it('tcns-prerender says what it needs where it is not installed', () => {
    const { status, stderr } = run('tcns-prerender', '--help');
    assert.equal(status, 2, stderr);
    assert.match(stderr, /npm install @lit-labs\/ssr/);
  });

  it('tcns-prerender draws a page, with the optional package', () => {
    mkdirSync(join(packed.project, 'node_modules/@lit-labs'));
    symlinkSync(
      resolve('node_modules/@lit-labs/ssr'),
      join(packed.project, 'node_modules/@lit-labs/ssr'),
      'junction',
    );
    const page = join(packed.project, 'page.html');
    writeFileSync(
      page,
      '<html lang="vi"><tcns-kpi-card area="45@2008" indicator="members">4.327</tcns-kpi-card></html>',
    );
    const { status, stdout, stderr } = run(
      'tcns-prerender',
      page,
      '--from',
      resolve('demo/api/v1'),
    );
    assert.equal(status, 0, stdout + stderr);
    assert.match(
      readFileSync(page, 'utf8'),
      /<template shadowrootmode="open"[^>]*><style>[\s\S]*4\.327/,
    );
  });
});
