/** The public contract of every element is complete: Storybook and the docs are made of it. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
// @ts-expect-error: it has no types
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

interface Item {
  name: string;
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
  modules: { path: string; declarations?: Declaration[] }[];
}

const manifest = (await cli({
  argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
  noWrite: true,
})) as Manifest;
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
      const own = tagName === 'tcns-dashboard' ? ['theme', 'area', 'api'] : ['theme', 'src', 'api'];
      for (const name of own)
        assert.ok(names.includes(name), `${name} is not among ${names.join(', ')}`);
      const event = tagName === 'tcns-dashboard' ? 'tcns-select' : 'tcns-load';
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
});
