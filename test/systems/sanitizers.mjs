/**
 * Filters for HTML from npm, as forums, comment boxes and headless systems run them over what an author has written
 * before they keep or show it: their defaults, and no setting of ours.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packagesOf, versionOf } from './packages.mjs';

/** A package's own module, found from its folder. */
const load = (at) => (name) =>
  import(pathToFileURL(createRequire(join(at, 'package.json')).resolve(name)));

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
      const [{ unified }, ...plugins] = await Promise.all(
        ['unified', 'rehype-parse', 'rehype-sanitize', 'rehype-stringify'].map(from),
      );
      const [parse, sanitize, stringify] = plugins.map((one) => one.default);
      const pipe = unified().use(parse, { fragment: true }).use(sanitize).use(stringify);
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
      // A link is written in Markdown's own way, as the guide says.
      return (html) =>
        write.render(
          html
            .replace(/^<p>(.*)<\/p>$/, '$1')
            .replace(/<a href="([^"]+)">([^<]*)<\/a>/g, '[$2]($1)'),
        );
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
