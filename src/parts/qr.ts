/** QR codes, drawn as SVG without a canvas; loaded on demand (`import('./qr.js')`). */
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { html, type TemplateResult } from 'lit';
import { hostName } from './base/host-name.js';

/** Modules of quiet zone around a code, without which many readers do not find it. */
const QUIET = 4;
/** Codes drawn so far: a list that is drawn again makes none anew. */
const drawn = new Map<string, { readonly path: string; readonly size: number }>();
const MOST_KEPT = 200;

/** The outline of a code, and how many modules it has on a side, without the quiet zone. */
export function qrOutline(text: string): { readonly path: string; readonly size: number } {
  let code = drawn.get(text);
  if (!code) {
    const bitmap = generate(text);
    code = { path: toSvgPath(bitmap), size: bitmap.size };
    if (drawn.size >= MOST_KEPT) drawn.clear();
    drawn.set(text, code);
  }
  return code;
}

/**
 * A code with what it opens in words under it. Always black on white, also in the dark: many
 * readers take no other.
 *
 * @param label - what a reader who cannot see the code hears: "Mã QR của VNeID"
 */
export function qrView(href: string, label: string): TemplateResult {
  const { path, size } = qrOutline(href);
  const side = size + 2 * QUIET;
  return html`<figure class="qr" part="qr">
    <svg
      role="img"
      aria-label=${label}
      viewBox="${-QUIET} ${-QUIET} ${side} ${side}"
      shape-rendering="crispEdges"
    >
      <rect x=${-QUIET} y=${-QUIET} width=${side} height=${side} fill="#fff"></rect>
      <path d=${path} fill="#000"></path>
    </svg>
    <figcaption>${hostName(href)}</figcaption>
  </figure>`;
}
