/** The kits: made of the manifest and the catalogue, whole, and without a source that an author could name. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { CATALOGUE } from '../../src/api/widget-catalogue.ts';
import { SYSTEMS } from '../../src/pages/builder/systems.ts';
import { ATTRIBUTES } from '../../src/embed/attributes.generated.ts';
import { fragmentFiles } from '../../tools/kits/liferay.ts';
import { addToZip, writeZip } from '../../tools/kits/files.ts';
import { kitWidgets } from '../../tools/kits/kit-model.ts';
import { phpBlock } from '../../tools/kits/nukeviet.ts';
import { stepFiles } from '../../tools/kits/steps.ts';
import { sourceFiles, wordpressText } from '../../tools/kits/wordpress.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const widgets = await kitWidgets();
const wordpressTexts = await wordpressText(widgets, root, '9.8.7');
const SITE = ['src', 'api', 'bundle', 'adapter', 'geo-src', 'geo-key', 'geo-object', 'theme'];

describe('the kits', () => {
  it('have every widget of the catalogue with every attribute of the manifest but those of the site', () => {
    assert.deepEqual(widgets.map(({ name }) => name).sort(), Object.keys(CATALOGUE).sort());
    for (const { name, attributes } of widgets) {
      const wanted = Object.keys(ATTRIBUTES[name] ?? {}).filter((one) => !SITE.includes(one));
      if (name === 'dashboard') wanted.push('indicator');
      assert.deepEqual(attributes.map((one) => one.name).sort(), wanted.sort());
    }
  });
  it('name everything in both languages', () => {
    for (const { title, summary, attributes } of widgets)
      for (const { en, vi } of [
        title,
        summary,
        ...attributes.flatMap((one) => [one.label, ...one.values]),
      ]) {
        assert.ok(en && vi, `${en} | ${vi}`);
        assert.notEqual(en, vi);
      }
  });
});

describe('the zip of a release', () => {
  it('takes the kits in, keeps all that is in it, and is the same when they are taken in again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tcns-zip-'));
    const zip = join(folder, 'release.zip');
    writeZip(zip, { 'tcns/tcns.js': 'loader', 'tcns/9/kits/a.zip': 'an older kit' });
    addToZip(zip, { 'tcns/9/kits/a.zip': 'kit', 'tcns/9/kits/kits.json': '{}' });
    const once = readFileSync(zip);
    addToZip(zip, { 'tcns/9/kits/a.zip': 'kit', 'tcns/9/kits/kits.json': '{}' });
    assert.deepEqual(readFileSync(zip), once);
    const files = Object.entries(unzipSync(new Uint8Array(once))).map(([path, bytes]) => [
      path,
      strFromU8(bytes),
    ]);
    rmSync(folder, { recursive: true });
    assert.deepEqual(files, [
      ['tcns/9/kits/a.zip', 'kit'],
      ['tcns/9/kits/kits.json', '{}'],
      ['tcns/tcns.js', 'loader'],
    ]);
  });
  it('has each kit that the embed builder names', () => {
    const build = readFileSync(join(root, 'tools/kits/build-kits.ts'), 'utf8');
    const steps = Object.keys(stepFiles(widgets, '9.8.7')).map((file) => file.replace('.html', ''));
    for (const kit of Object.values(SYSTEMS).flatMap(({ kits }) => kits))
      assert.ok(steps.includes(kit) || new RegExp(`^ +'?${kit}'?: `, 'm').test(build), kit);
  });
});

describe('the WordPress plugin', () => {
  const files = wordpressTexts;
  it('has a block of API version 3 for each widget, found by Vietnamese words', () => {
    for (const { name } of widgets) {
      const block = JSON.parse(String(files[`blocks/${name}/block.json`])) as {
        apiVersion: number;
        name: string;
        version: string;
        keywords: string[];
        attributes: Record<string, { source?: string }>;
      };
      assert.equal(block.apiVersion, 3);
      assert.equal(block.name, `tcns-widgets/${name}`);
      assert.equal(block.version, '9.8.7');
      assert.ok(block.keywords.includes('số liệu') && block.keywords.includes('so lieu'));
      assert.equal(block.attributes['sentence']?.source, 'text');
      for (const site of SITE) assert.equal(block.attributes[site], undefined, `${name} ${site}`);
    }
  });
  it('leaves no placeholder of the version and no text untranslated', () => {
    for (const [file, text] of Object.entries(files))
      assert.doesNotMatch(String(text), /\{\{/, file);
    assert.match(
      String(files['languages/tcns-widgets-vi.l10n.php']),
      /'block title' \. "\\4" \. 'Map' => 'Bản đồ'/,
    );
  });
  it('carries every file that the build of its scripts reads', () => {
    const build = readFileSync(join(root, 'tools/build/build-cdn.ts'), 'utf8');
    const read = [...build.matchAll(/resolve\('([\w./-]+\.\w+)'\)/g)].map(([, file = '']) => file);
    assert.ok(read.includes('package.json'));
    const carried = sourceFiles(root);
    assert.deepEqual(
      read.filter((file) => !carried.includes(file)),
      [],
    );
  });
  it('does each thing of the review list at the line that the guide names', () => {
    const guide = readFileSync(join(root, 'docs/wordpress.md'), 'utf8');
    const rows = [...guide.matchAll(/`([\w/.-]+):(\d+)` `([^`]+)`/g)];
    assert.ok(rows.length >= 15, `${rows.length} rows`);
    for (const [, file = '', line = '', code = ''] of rows) {
      const lines = readFileSync(join(root, 'hosts/wordpress', file), 'utf8').split('\n');
      const at = lines.findIndex((text) => text.includes(code)) + 1;
      assert.ok(
        lines[Number(line) - 1]?.includes(code),
        `${file}:${line} has no ${code}: it is line ${at}`,
      );
    }
  });
});

/** A part of a fragment's configuration, by `configuration-json-schema.json` of Liferay's public sources. */
interface FieldSet {
  label: string;
  fields: {
    name: string;
    type: string;
    label?: string;
    description?: string;
    dataType?: string;
    defaultValue?: unknown;
    typeOptions?: { validValues: { value: string; label: string }[] };
  }[];
}

describe('the Liferay fragments', () => {
  const files = fragmentFiles(widgets);
  it('name files that are there, and fields that their markup uses', () => {
    for (const { name } of widgets) {
      const folder = `tcns-widgets/fragments/${name}/`;
      const { cssPath, htmlPath, jsPath, configurationPath, type } = JSON.parse(
        String(files[`${folder}fragment.json`]),
      ) as Record<string, string>;
      assert.equal(type, 'component');
      for (const file of [cssPath, htmlPath, jsPath, configurationPath])
        assert.notEqual(files[folder + String(file)], undefined);
      const { fieldSets } = JSON.parse(String(files[folder + String(configurationPath)])) as {
        fieldSets: { fields: { name: string; type: string }[] }[];
      };
      const html = String(files[folder + String(htmlPath)]);
      for (const field of fieldSets.flatMap(({ fields }) => fields)) {
        assert.match(field.name, /^[a-zA-Z]+$/);
        assert.ok(html.includes(`configuration.${field.name}`), `${name} ${field.name}`);
      }
    }
  });
  it('have fields that the validator of Liferay takes, explained in Vietnamese', () => {
    for (const { name } of widgets) {
      const file = `tcns-widgets/fragments/${name}/index.json`;
      const { fieldSets } = JSON.parse(String(files[file])) as { fieldSets: FieldSet[] };
      const names = new Set<string>();
      for (const { fields, ...set } of fieldSets) {
        assert.deepEqual(Object.keys(set), ['label']);
        for (const { name: own, type, label, description, defaultValue, ...rest } of fields) {
          assert.match(own, /^[A-Za-z0-9]+$/);
          assert.ok(!names.has(own), `${file}: ${own} twice`);
          names.add(own);
          assert.ok(label);
          if (description !== undefined) assert.match(description, /[ạ-ỹà-ýăđơư]/i, own);
          const { dataType, typeOptions, ...unknown } = rest;
          assert.deepEqual(unknown, {});
          if (type === 'checkbox') assert.deepEqual([defaultValue, dataType], [false, undefined]);
          else assert.deepEqual([typeof defaultValue, dataType], ['string', 'string']);
          if (type === 'select') {
            const values = typeOptions?.validValues ?? [];
            assert.ok(
              values.some(({ value }) => value === defaultValue),
              `${file}: ${own}`,
            );
            assert.ok(values.every((one) => typeof one.value === 'string' && one.label !== ''));
          } else {
            assert.match(type, /^(text|checkbox)$/);
            assert.equal(typeOptions, undefined);
          }
        }
      }
    }
  });
  it('print no value without taking the characters of markup out of it', () => {
    for (const [file, text] of Object.entries(files))
      for (const [value] of String(text).matchAll(/\$\{[^}]*\}/g))
        assert.match(value, /\?replace\('\[<>&"\\'\]', ' ', 'r'\)\}$/, file);
  });
});

describe('the steps for SharePoint and DotNetNuke', () => {
  it('show the code of each widget as text', () => {
    for (const page of Object.values(stepFiles(widgets, '9.8.7'))) {
      assert.doesNotMatch(String(page), /<tcns-|<iframe|<script/);
      assert.match(String(page), /&lt;script src=/);
    }
  });
});

const hasPhp = (() => {
  try {
    execFileSync('php', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('the NukeViet block', { skip: hasPhp ? false : 'there is no PHP' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tcns-nukeviet-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'block.php'), phpBlock(widgets, root, '9.8.7'));
  /** The block with what it takes from NukeViet replaced. */
  const printed = (config: Record<string, string>): string => {
    const code = `<?php
      define('NV_MAINFILE', true); define('NV_SYSTEM', true); define('NV_BASE_SITEURL', '/');
      function nv_function_exists($name) { return function_exists($name); }
      $block_config = json_decode(base64_decode('${Buffer.from(JSON.stringify(config)).toString('base64')}'), true);
      require '${folder}/block.php'; echo $content;`;
    return execFileSync('php', ['-d', 'display_errors=stderr'], { input: code, encoding: 'utf8' });
  };
  it('prints the script once and a placeholder with the sentence', () => {
    // The order of attributes is that of the manifest, and says nothing.
    const parts = (html: string): string[] => html.split(/ |(?=>)/).sort();
    assert.deepEqual(
      parts(
        printed({
          widget: 'kpi-card',
          api: 'https://a.vn/v1',
          area: '48@2025',
          indicator: 'teams',
          options: 'variant=compact no-menu onclick=x',
          sentence: 'Một câu &amp; hai',
        }),
      ),
      parts(
        '<script src="/assets/tcns/9.8.7/tcns.js" data-api="https://a.vn/v1"></script><div data-tcns="kpi-card" data-api="https://a.vn/v1" data-variant="compact" data-indicator="teams" data-area="48@2025" data-no-menu=""><p>Một câu &amp; hai</p></div>',
      ),
    );
  });
  it('escapes what was typed and refuses an unknown widget', () => {
    const html = printed({
      widget: 'kpi-card',
      api: '/v1',
      area: '"><img src=x>',
      sentence: '<b>x</b>',
    });
    assert.doesNotMatch(html, /<img|<b>/);
    assert.equal(printed({ widget: 'x"><script>' }), '');
  });
});
