/** Host pages with headers: CSP, Trusted Types, sandboxes, origins. */
import { hostPage, LOADER, NONCE } from './host-page.mjs';

const csp = (...directives) => ({ 'Content-Security-Policy': directives.join('; ') });
const LOADER_NONCE = LOADER.replace('<script', `<script nonce="${NONCE}"`);
const CDN = LOADER.replace('/cdn/', 'http://cdn.test:%PORT%/cdn/');
const NOCORS = LOADER.replace('/cdn/', 'http://cdn.test:%PORT%/cdn-nocors/');
const TIGHT = ["default-src 'none'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data:"];
const TT = "require-trusted-types-for 'script'";

export const policyPages = [
  {
    name: "CSP 'self'",
    headers: csp(...TIGHT, "script-src 'self'"),
  },
  {
    name: "CSP nonce, 'strict-dynamic', Trusted Types",
    headers: csp(...TIGHT, `script-src 'nonce-${NONCE}' 'strict-dynamic'`, TT),
    parts: { script: LOADER_NONCE },
  },
  {
    name: 'CSP nonce alone',
    headers: csp(...TIGHT, `script-src 'nonce-${NONCE}'`),
    parts: { script: LOADER_NONCE },
  },
  {
    name: 'CSP nonce, tcns-all.js, Trusted Types',
    headers: csp(...TIGHT, `script-src 'nonce-${NONCE}'`, TT),
    parts: { script: LOADER_NONCE.replace('tcns.js', 'tcns-all.js') },
  },
  {
    name: 'CSP of hosts, scripts from another host',
    headers: csp(...TIGHT, 'script-src http://cdn.test:%PORT%'),
    parts: { script: CDN },
  },
  {
    name: 'CSP in a meta',
    parts: {
      head: `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:">`,
    },
  },
  {
    name: 'CSP without images, fonts, workers, frames, objects, forms',
    headers: csp(
      "default-src 'self'",
      "img-src data:",
      "font-src 'none'",
      "worker-src 'none'",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "media-src 'none'",
      "manifest-src 'none'",
    ),
  },
  {
    name: 'CSP without scripts',
    headers: csp(...TIGHT, "script-src 'none'"),
    expect: 'fallback',
    allow: { console: [/Content Security Policy/], csp: [/script-src/] },
  },
  {
    name: 'CSP without the API',
    headers: csp("default-src 'self'", "connect-src 'none'", "img-src data:"),
    expect: 'fallback',
    requests: 9,
    allow: { console: [/Content Security Policy|Refused to connect|violates/], csp: [/connect-src/] },
  },
  {
    name: 'Trusted Types, our policies listed',
    headers: csp("default-src 'self'", "img-src data:", TT, 'trusted-types tcns#html tcns#loader'),
  },
  {
    name: 'Trusted Types, lit-html taken by the page',
    headers: csp("default-src 'self'", "img-src data:", `script-src 'self' 'nonce-${NONCE}'`, TT, 'trusted-types lit-html tcns#html tcns#loader'),
    parts: {
      head: `<script nonce="${NONCE}">trustedTypes.createPolicy('lit-html', { createHTML: function (s) { return s } })</script>`,
    },
  },
  {
    name: 'Trusted Types, our names taken by an older copy',
    headers: csp("default-src 'self'", "img-src data:", `script-src 'self' 'nonce-${NONCE}'`, TT, "trusted-types tcns#html tcns#loader 'allow-duplicates'"),
    parts: { script: LOADER + LOADER.replace('tcns.js', 'tcns-all.js') },
    requests: 2,
  },
  {
    name: 'Trusted Types, a foreign list and a default policy',
    headers: csp("default-src 'self'", "img-src data:", `script-src 'self' 'nonce-${NONCE}'`, TT, 'trusted-types default dompurify'),
    parts: {
      head: `<script nonce="${NONCE}">trustedTypes.createPolicy('default', { createHTML: function (s) { return s }, createScriptURL: function (s) { return s } })</script>`,
    },
    // No name can be tried without a report.
    allow: { console: [/tcns#(html|loader)/], csp: [/trusted-types.*tcns#/] },
  },
  {
    name: 'Trusted Types, a foreign list alone',
    headers: csp("default-src 'self'", "img-src data:", TT, 'trusted-types dompurify'),
    expect: 'fallback',
    allow: { console: [/tcns#(html|loader)|TrustedHTML|Trusted Type/], csp: [/trusted-types/] },
  },
  {
    name: 'COEP require-corp, COOP, nosniff, no referrer',
    headers: {
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': 'storage-access=(), clipboard-write=()',
    },
    parts: { script: CDN.replace('<script', '<script crossorigin') },
  },
  {
    name: 'scripts from a host without CORS',
    parts: { script: NOCORS },
    allow: { console: [/CORS|ERR_FAILED/] },
    notes: [/loading tcns-all\.js/],
  },
  {
    name: 'scripts served as text/plain',
    parts: { script: LOADER.replace('/cdn/', '/cdn-text/') },
    allow: { console: [/MIME type/] },
    notes: [/loading tcns-all\.js/],
  },
  {
    name: 'null-origin sandbox iframe',
    frame: true,
    parts: {
      script: '',
      body: '<iframe sandbox="allow-scripts" src="%INNER%" width="800" height="6400"></iframe>',
    },
    inner: hostPage(),
  },
  {
    name: 'null-origin sandbox by header, CSP',
    headers: csp('sandbox allow-scripts', "default-src 'self' http://127.0.0.1:%PORT%", 'img-src data:'),
  },
  {
    name: 'null-origin iframe, a policy, no CORS on scripts',
    frame: true,
    parts: {
      script: '',
      body: '<iframe sandbox="allow-scripts" src="%INNER%" width="800" height="6400"></iframe>',
    },
    inner: hostPage({ script: NOCORS }),
    allow: { console: [/CORS|ERR_FAILED/] },
    notes: [/loading tcns-all\.js/],
  },
  {
    name: 'storage denied',
    init: () => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
    },
  },
  {
    name: 'insecure context',
    origin: 'http://portal.test:%PORT%',
    host: () => (globalThis.isSecureContext ? 'the context is secure' : ''),
  },
  {
    name: 'https',
    origin: 'https://portal.test',
    host: () => (globalThis.isSecureContext ? '' : 'the context is not secure'),
  },
  {
    name: 'mixed content: https page, API over http',
    origin: 'https://portal.test',
    parts: { script: LOADER.replace('/api/v1', 'http://api.test:%PORT%/api/v1') },
    expect: 'fallback',
    requests: 9,
    allow: { console: [/Mixed Content/] },
  },
  {
    name: 'mixed content: https page, script over http',
    origin: 'https://portal.test',
    parts: { script: LOADER.replace('/cdn/', 'http://cdn.test:%PORT%/cdn/') },
    expect: 'fallback',
    allow: { console: [/Mixed Content/] },
  },
];
