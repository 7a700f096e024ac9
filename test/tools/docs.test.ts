/** What the docs name exists: files, commands, attributes, tokens; what they show as data is right. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { readDocument } from '../../src/api/read-document.js';
import { figuresSchemas } from '../../src/api/figures.js';

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const { scripts, bin: bins } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  bin: Record<string, string>;
  scripts: Record<string, string>;
};
const elements = readFileSync('docs/elements.md', 'utf8');

/** The folders that people write in. */
const FOLDERS = [
  ...['.storybook', 'bench', 'demo', 'docs', 'examples', 'findings', 'hosting', 'hosts', 'schemas'],
  ...['src', 'stories', 'test', 'tools'],
];
/** A path in backticks that begins with one of these folders, and the name of a source file. */
const PATH = new RegExp(`\`((?:${FOLDERS.join('|').replace('.', '\\.')})/[\\w./@-]+)\``, 'g');
const SOURCE = /`([\w./-]+(?<!\.d|\.config)\.ts)`/g;
const sources = ['src', 'test', 'tools', 'stories', '.storybook', 'bench'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(ts|mjs|js)$/.test(name) && !name.includes('/node_modules/')),
);
/** True for a source file by the end of its path: `domain/names.ts`. */
const isSource = (path: string): boolean =>
  sources.some((file) => file === path || file.endsWith(`/${path}`));

/** Heading to anchor, as code hosts do it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** The code blocks of a page, by language. */
const blocksOf = (text: string): { language: string; code: string }[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));

/** What each command of the project says of itself. */
const helpOf = new Map<string, string>();
function help(name: string): string {
  let text = helpOf.get(name);
  if (text === undefined) {
    const script = bins[name];
    assert.ok(script, `there is no command ${name}`);
    const { stdout } = spawnSync(process.execPath, [script, '--help'], { encoding: 'utf8' });
    helpOf.set(name, (text = stdout));
  }
  return text;
}

/** Fails for a line of shell that names a program, a file or an option that is not there. */
function checkCommand(line: string): void {
  const words = line
    .replace(/\s#.*$/, '')
    .trim()
    .split(/\s+/);
  const [program = '', first = '', second = ''] = words;
  if (program === 'npm' && first === 'run') assert.ok(scripts[second], line);
  else if (program === 'npx' && first === 'tsx') {
    const file = words.slice(2).find((word) => !word.startsWith('-')) ?? '';
    assert.ok(existsSync(file.replace(/\/\*.*$/, '')), line);
  } else if (program === 'npx' && first.startsWith('tcns-')) {
    const options = words.filter((word) => word.startsWith('--'));
    for (const option of options) assert.ok(help(first).includes(option), `${line}: ${option}`);
    assert.ok(help(first).length > 100, line);
  } else if (program === 'node') assert.ok(existsSync(first), line);
}

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
      for (const [, path = ''] of text.matchAll(PATH))
        assert.ok(existsSync(path), `${path} is not there`);
      for (const [, path = ''] of text.matchAll(SOURCE))
        assert.ok(isSource(path), `${path} is not there`);
    });

    it(`${page} shows commands and JSON that are right`, () => {
      for (const { language, code } of blocksOf(text)) {
        if (language === 'json' && !code.includes('…')) assert.ok(JSON.parse(code));
        if (/^(sh|bash)$/.test(language))
          for (const line of code.split('\n').filter((one) => one.trim())) checkCommand(line);
      }
    });

    it(`${page} uses tags, attributes and tokens that exist`, () => {
      // What is JSX or Vue is type-checked by test/examples.
      const plain = text.replace(/^```(tsx|vue)\n[\s\S]*?^```$/gm, '');
      for (const [, tag = '', attributes = ''] of plain.matchAll(
        /<(tcns-[\w-]+)((?:\s+[^<>]*)?)>/g,
      )) {
        const from = elements.indexOf(`## \`<${tag}>\``);
        assert.ok(from >= 0, `<${tag}>`);
        const own = elements.slice(from, elements.indexOf('\n## ', from + 1));
        const names = attributes.replace(/"[^"]*"|\{[^}]*\}/g, '').matchAll(/[a-z][\w-]*/g);
        for (const [name] of names) assert.ok(own.includes(`| \`${name}\` `), `${tag} ${name}`);
      }
      for (const [token] of text.matchAll(/--tcns-(?!color-\*|dark-color-\*)[a-z][\w-]*\w/g))
        assert.ok(elements.includes(`\`${token}\``), token);
    });

    it(`${page} shows inline documents that a widget can read`, () => {
      const blocks = text.matchAll(/<script type="application\/json">([\s\S]*?)<\/script>/g);
      for (const [, json = ''] of blocks)
        assert.deepEqual(readDocument(figuresSchemas, JSON.parse(json)).faults, []);
    });
  }
});

describe('the comments of the sources', () => {
  it('name files that exist', () => {
    const wrong = sources
      .filter((file) => /^(src|test|tools)\//.test(file))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => /^\s*(\/\*\*?|\*|\/\/) /.test(line))
          .flatMap((line) => line.match(/(?:[\w.-]+\/)+[\w.-]+\.(?:ts|mjs)\b/g) ?? [])
          .filter((path) => !isSource(path) && !existsSync(path))
          .map((path) => `${file}: ${path}`),
      );
    assert.deepEqual(wrong, []);
  });
});
