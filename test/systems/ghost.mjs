/** Ghost's own code for posts: HTML that comes in (pasted, or by its API with `source=html`), and the HTML of a reader. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packagesOf, versionOf } from './packages.mjs';

const PACKAGES = [
  '@tryghost/kg-html-to-lexical',
  '@tryghost/kg-lexical-html-renderer',
  '@tryghost/kg-default-nodes',
];

/** Two rows of the table, or the reason why there are none. */
export async function ghost(forms) {
  const at = await packagesOf('ghost', PACKAGES);
  if (!at) return { notRun: `${PACKAGES.join(', ')} cannot be had` };
  const require = createRequire(join(at, 'package.json'));
  const [{ htmlToLexical }, { LexicalHTMLRenderer }, { DEFAULT_NODES: nodes }] =
    PACKAGES.map(require);
  const through = async (html) => {
    const post = htmlToLexical(html);
    // Of a script alone nothing is left, which the renderer does not take.
    if (post.root.children.length === 0) return '';
    return new LexicalHTMLRenderer({ nodes }).render(JSON.stringify(post), {});
  };
  const version = versionOf(at, PACKAGES[2]);
  const rows = [];
  for (const [name, start, end] of [
    ['Ghost kg-default-nodes, khối HTML', '<!--kg-card-begin: html-->', '<!--kg-card-end: html-->'],
    ['Ghost kg-default-nodes, dán vào bài', '', ''],
  ]) {
    const html = {};
    for (const [form, code] of Object.entries(forms))
      html[form] = await through(start + code + end);
    rows.push({ name, version, html });
  }
  return { rows };
}
