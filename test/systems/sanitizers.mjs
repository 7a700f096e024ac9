/**
 * Filters for HTML from npm, as forums, comment boxes and headless systems run them over what an author has written
 * before they keep or show it: their defaults, and no setting of ours.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packagesOf, versionOf } from './packages.mjs';
import { asMarkdown } from './pipelines.mjs';

/** A package's own module, found from its folder. */
const load = (at) => (name) =>
  import(pathToFileURL(createRequire(join(at, 'package.json')).resolve(name)));

/** A pipeline of unified, its first part with options. */
async function unifiedOf(from, names, options) {
  const [{ unified }, ...plugins] = await Promise.all(['unified', ...names].map(from));
  const [parse, ...rest] = plugins.map((one) => one.default);
  return rest.reduce((pipe, plugin) => pipe.use(plugin), unified().use(parse, options));
}

/** Each makes `filter(html)` with its packages; the first one gives the version. */
const FILTERS = {
  DOMPurify: {
    packages: ['dompurify', 'jsdom'],
    async make(from) {
      const [{ default: purify }, { JSDOM }] = [await from('dompurify'), await from('jsdom')];
      const { sanitize } = purify(new JSDOM('').window);
      return (html) => sanitize(html);
    },
  },
  'sanitize-html': {
    packages: ['sanitize-html'],
    async make(from) {
      const { default: sanitize } = await from('sanitize-html');
      return (html) => sanitize(html);
    },
  },
  'js-xss': {
    packages: ['xss'],
    async make(from) {
      const { filterXSS } = (await from('xss')).default;
      return (html) => filterXSS(html);
    },
  },
  'rehype-sanitize': {
    packages: ['rehype-sanitize', 'unified', 'rehype-parse', 'rehype-stringify'],
    async make(from) {
      const names = ['rehype-parse', 'rehype-sanitize', 'rehype-stringify'];
      const pipe = await unifiedOf(from, names, { fragment: true });
      return (html) => String(pipe.processSync(html));
    },
  },
  Readability: {
    packages: ['@mozilla/readability', 'jsdom'],
    async make(from) {
      const [{ Readability }, { JSDOM }] = [
        await from('@mozilla/readability'),
        await from('jsdom'),
      ];
      // An article long enough to be taken for one, as a reading view finds it.
      const text = '<p>Bài báo nói về tổ công nghệ số cộng đồng, và về người dân.</p>'.repeat(12);
      return (html) => {
        const page = `<title>Bài</title><body><article>${text}${html}${text}</article></body>`;
        return new Readability(new JSDOM(page).window.document).parse().content;
      };
    },
  },
  'markdown-it': {
    packages: ['markdown-it'],
    async make(from) {
      const { default: MarkdownIt } = await from('markdown-it');
      const write = new MarkdownIt();
      return (html) => write.render(asMarkdown(html));
    },
  },
  'commonmark.js': {
    packages: ['commonmark'],
    async make(from) {
      const { Parser, HtmlRenderer } = await from('commonmark');
      return (html) => new HtmlRenderer().render(new Parser().parse(html));
    },
  },
  marked: {
    packages: ['marked'],
    async make(from) {
      const { marked } = await from('marked');
      return (html) => marked.parse(html);
    },
  },
  'remark-rehype': {
    packages: ['remark-rehype', 'unified', 'remark-parse', 'rehype-stringify'],
    async make(from) {
      const pipe = await unifiedOf(from, ['remark-parse', 'remark-rehype', 'rehype-stringify']);
      return (html) => String(pipe.processSync(asMarkdown(html)));
    },
  },
};

/** The rows of the table. */
export async function sanitizers(forms) {
  const rows = [];
  for (const [name, { packages, make }] of Object.entries(FILTERS)) {
    const at = await packagesOf(name, packages);
    if (!at) {
      console.log(`${name}: not run, ${packages.join(', ')} cannot be had`);
      continue;
    }
    const filter = await make(load(at));
    const html = {};
    for (const [form, code] of Object.entries(forms)) html[form] = filter(code);
    rows.push({ name, version: versionOf(at, packages[0]), html });
  }
  return { rows };
}
