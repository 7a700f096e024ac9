/**
 * Minifies html`…`, svg`…` and css`…`. Nothing that can be seen may change: a space stays a
 * space, `<path/>` keeps its slash (without it the next path would nest in it and vanish),
 * and CSS loses comments and white space only. (The plugin's own CSS minifier rewrites
 * values and drops what it does not know, `@container` for one.)
 */
import htmlLiterals from 'rollup-plugin-html-literals';
import type { Plugin } from 'vite';

/** Before a template there is a name with one of these words. */
const TEMPLATE = /(html|svg|css)[^`\n]*`/i;
const minified = new Map<string, unknown>();

/**
 * Each source is parsed once, though six builds of one run read it, and one without a template not at all: parsing is
 * by TypeScript, and took a tenth of the whole build.
 */
export function minifyTemplates(): Plugin {
  const plugin = htmlLiterals({
    include: ['**/src/**/*.ts'],
    failOnError: true,
    options: {
      minifyOptions: {
        conservativeCollapse: true,
        keepClosingSlash: true,
        decodeEntities: false,
        removeEmptyAttributes: false,
        minifyCSS: minifyCss,
        minifyJS: false,
      },
    },
  } as Parameters<typeof htmlLiterals>[0]);
  const minify = plugin.transform as (code: string, id: string) => unknown;
  return {
    ...plugin,
    enforce: 'pre',
    transform(this: unknown, code: string, id: string) {
      if (!TEMPLATE.test(code)) return null;
      const key = `${id}\n${code}`;
      if (!minified.has(key)) minified.set(key, minify.call(this, code, id));
      return minified.get(key);
    },
  } as unknown as Plugin;
}

/** CSS without comments and needless white space; strings are left alone. */
export function minifyCss(css: string): string {
  return css
    .split(/("(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\/\*[^]*?\*\/)/)
    .map((part, i) => {
      if (i % 2 === 0)
        return part
          .replace(/\s+/g, ' ')
          .replace(/ ?([{};]) ?/g, '$1')
          .replace(/, /g, ',')
          .replace(/: (?=[^;}])/g, ':');
      return part.startsWith('/*') ? ' ' : part;
    })
    .join('')
    .trim();
}
