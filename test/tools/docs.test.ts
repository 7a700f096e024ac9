/** What the docs name exists: files, commands, attributes, tokens; what they show as data is right. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { readDocument } from '../../src/data/read-document.js';
import { figuresShape } from '../../src/data/shapes.js';

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};
const elements = readFileSync('docs/elements.md', 'utf8');

/** Heading to anchor, as code hosts do it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

describe('the docs', () => {
  it('are all there', () => {
    for (const page of ['README.md', 'docs/api.md', 'docs/guide.md', 'docs/guide.vi.md'])
      assert.ok(pages.includes(page), page);
  });

  for (const page of pages) {
    const text = readFileSync(page, 'utf8');

    it(`${page} links to files and headings that exist`, () => {
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        const [path = '', anchor] = target.split('#');
        const file = path ? join(dirname(page), path) : page;
        assert.ok(existsSync(file), `${target} is not there`);
        if (!anchor) continue;
        const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)];
        assert.ok(
          headings.some(([, heading = '']) => anchorOf(heading) === anchor),
          `${target} is no heading`,
        );
      }
    });

    it(`${page} names commands and files that exist`, () => {
      for (const [, name = ''] of text.matchAll(/npm run ([\w:]+)/g))
        assert.ok(scripts[name], `npm run ${name}`);
      for (const [, path = ''] of text.matchAll(/`((?:tools|src|test|demo)\/[\w./-]+)`/g))
        assert.ok(existsSync(path), `${path} is not there`);
    });

    it(`${page} uses tags, attributes and tokens that exist`, () => {
      for (const [, tag = '', attributes = ''] of text.matchAll(
        /<(tcns-[\w-]+)((?:\s+[^<>]*)?)>/g,
      )) {
        const from = elements.indexOf(`## \`<${tag}>\``);
        assert.ok(from >= 0, `<${tag}>`);
        const own = elements.slice(from, elements.indexOf('\n## ', from + 1));
        const names = attributes.replace(/"[^"]*"/g, '').matchAll(/[a-z][\w-]*/g);
        for (const [name] of names) assert.ok(own.includes(`| \`${name}\` `), `${tag} ${name}`);
      }
      for (const [token] of text.matchAll(/--tcns-(?!color-\*|dark-color-\*)[a-z][\w-]*\w/g))
        assert.ok(elements.includes(`\`${token}\``), token);
    });

    it(`${page} shows inline documents that a widget can read`, () => {
      const blocks = text.matchAll(/<script type="application\/json">([\s\S]*?)<\/script>/g);
      for (const [, json = ''] of blocks)
        assert.deepEqual(readDocument(figuresShape, JSON.parse(json)).faults, []);
    });
  }
});
