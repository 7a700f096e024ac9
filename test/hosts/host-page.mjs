/** The frame of a host page. `%PORT%` becomes the server's port; `NONCE` is the nonce of strict pages. */
import { all } from './widgets.mjs';

export const NONCE = 'bm9uY2U';
export const LOADER = '<script src="/cdn/tcns.js" data-api="/api/v1"></script>';
export const box = (inside = all(), attributes = '') => `<div id="tcns"${attributes}>${inside}</div>`;
/** Styles and scripts of the host stand before this one, which only says how wide the column is. */
export const BOX_CSS = '<link rel="stylesheet" href="/box.css">';

/** @param [parts] `doctype lang charset script head body`; each has what a clean page has */
export function hostPage(parts = {}) {
  const {
    doctype = '<!doctype html>',
    lang = ' lang="vi"',
    charset = '<meta charset="utf-8">',
    script = LOADER,
    head = '',
    body = box(),
  } = parts;
  return `${doctype}<html${lang}><head>${charset}<title>host</title><link rel="icon" href="data:,">
${head}${BOX_CSS}
${script}</head><body>
${body}
</body></html>`;
}

export const lib = (...names) =>
  names
    .map((name) =>
      name.endsWith('.css')
        ? `<link rel="stylesheet" href="/lib/${name}">`
        : `<script src="/lib/${name}"></script>`,
    )
    .join('\n');

export const css = (text) => `<style>${text}</style>`;
export const js = (text) => `<script>${text}</script>`;
