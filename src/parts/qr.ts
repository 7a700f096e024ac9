/** QR codes, drawn as SVG without a canvas; loaded on demand (`import('./qr.js')`). */
import { inform } from '../api/console.js';
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { html, type TemplateResult } from 'lit';
import { hostName } from './base/host-name.js';

/** Modules of quiet zone around a code, without which many readers do not find it. */
const QUIET = 4;
/** A code as one path, and how many modules it has on a side, without the quiet zone. */
interface QrOutline {
  readonly path: string;
  readonly size: number;
}

/** Codes that were made already, so that a list that is drawn again makes none anew. */
const outlines = new Map<string, QrOutline | undefined>();
const MOST_KEPT = 200;

/** The code of a text; `undefined` for a text that no code can hold: some 2,900 bytes. */
export function qrOutline(text: string): QrOutline | undefined {
  if (!outlines.has(text)) {
    if (outlines.size >= MOST_KEPT) outlines.clear();
    outlines.set(text, outlineOf(text));
  }
  return outlines.get(text);
}

function outlineOf(text: string): QrOutline | undefined {
  try {
    const bitmap = generate(text);
    return { path: toSvgPath(bitmap), size: bitmap.size };
  } catch {
    inform(`${text.length} characters are too many for a QR code: "${text.slice(0, 80)}…"`);
    return undefined;
  }
}

/**
 * A code with what it opens in words under it. Always black on white, also in the dark: many
 * readers take no other. An address that is too long for a code is the link alone.
 *
 * @param label - what a reader who cannot see the code hears: "Mã QR của VNeID"
 */
export function qrView(href: string, label: string): TemplateResult {
  const code = qrOutline(href);
  if (!code) return html`<p class="line"><a href=${href} rel="noopener">${hostName(href)}</a></p>`;
  const { path, size } = code;
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
