/**
 * Writes `hosting/oembed.mjs`, the handler for offices that run Node, out of `src/api/oembed.ts` and
 * `oembed-handler.mjs` beside this file, and the lists of `hosting/oembed.php`, the handler for PHP:
 *
 *     npx tsx tools/generate/make-oembed.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { transformWithOxc } from 'vite';
import { FRAMES, LEAST, SANDBOX, TITLES } from '../../src/api/oembed.ts';

export const OEMBED_FILE = fileURLToPath(new URL('../../hosting/oembed.mjs', import.meta.url));
export const OEMBED_PHP = fileURLToPath(new URL('../../hosting/oembed.php', import.meta.url));
const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

/** The text of the handler. */
export async function oembedHandler(): Promise<string> {
  const { code } = await transformWithOxc(read('../../src/api/oembed.ts'), 'oembed.ts', {
    sourcemap: false,
  });
  const text = `// Made by tools/generate/make-oembed.ts from src/api/oembed.ts: change it there.\n${read('oembed-handler.mjs').replace(/^.*\n/, '')}\n${code}`;
  return format(text, { ...(await resolveConfig(OEMBED_FILE)), parser: 'babel' });
}

const php = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** The sizes of the frames as an array of PHP: name to the best width and the heights from a width on. */
export function phpFrames(indent: string): string {
  const longest = Math.max(...Object.keys(FRAMES).map((name) => name.length));
  const rows = Object.entries(FRAMES).map(([name, { width, heights }]) => {
    const pairs = heights.map(([from, height]) => `${from} => ${height}`).join(', ');
    return `${indent}\t${php(name).padEnd(longest + 2)} => array( ${width}, array( ${pairs} ) ),`;
  });
  return `array(\n${rows.join('\n')}\n${indent})`;
}

/** `hosting/oembed.php` with its lists as they are in `src/api/oembed.ts`. */
export function oembedPhp(): string {
  const longest = Math.max(...Object.keys(TITLES).map((name) => name.length));
  const titles = Object.entries(TITLES).map(
    ([name, words]) =>
      `\t${php(name).padEnd(longest + 2)} => array( ${words.map(php).join(', ')} ),`,
  );
  const lists = `// px: the width at which a frame is best, and its height from a width on.
$tcns_frames  = ${phpFrames('')};
// px: in less width or height than this a link is the answer.
$tcns_least   = array( ${LEAST.width}, ${LEAST.height} );
$tcns_sandbox = ${php(SANDBOX)};
$tcns_titles  = array(
${titles.join('\n')}
);
`;
  return read('../../hosting/oembed.php')
    .replaceAll('\r\n', '\n')
    .replace(
      /(\/\/ Made by .*\n)[^]*(\/\/ end of what is made\n)/,
      (_, begin, end) => begin + lists + end,
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(OEMBED_FILE, await oembedHandler());
  writeFileSync(OEMBED_PHP, oembedPhp());
}
