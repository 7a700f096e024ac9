/* global document, window, Prototype, MooTools, $$ -- inside the pages */
/** Host pages whose scripts, optimizers and builtins are in the way. */
import { all, NAMES } from './widgets.mjs';
import { box, js, lib, LOADER } from './host-page.mjs';
import { cdnFile, hasLibrary, library } from './server.mjs';

const loader = () => cdnFile('tcns.js');
const META = '<meta name="tcns-base" content="/cdn/"><meta name="tcns-api" content="/api/v1">';
const placed = (name, script, more = {}) => ({ name, parts: { script, ...more.parts }, ...more });
const atEnd = (script) => ({ script: '', body: box() + script });

export const scriptPages = [
  /* ---- Libraries ---- */
  {
    name: 'jQuery 1.12',
    parts: { head: lib('jquery.js'), body: `${box()}<b id="b"></b>${js('jQuery(function($){$("#b").text("jq")})')}` },
    host: () => (document.querySelector('#b').textContent === 'jq' ? '' : 'jQuery did not run'),
  },
  {
    name: 'RequireJS before',
    parts: {
      head: lib('require.js') + js('define("mine", [], function () { return 7 })'),
      body: `${box()}<b id="b"></b>${js('require(["mine"], function (n) { document.getElementById("b").textContent = n })')}`,
    },
    host: () => (document.querySelector('#b').textContent === '7' ? '' : 'the module did not load'),
  },
  {
    name: 'RequireJS after',
    parts: {
      ...atEnd(lib('require.js') + js('define("mine", [], 7); require(["mine"], function (n) { window.mine = n })')),
      script: LOADER,
    },
    host: () => (window.mine === 7 ? '' : 'the module did not load'),
  },
  {
    name: 'core-js 2',
    parts: { head: lib('core-js2.js') },
    host: () => (window.core ?? window.__core__ ?? window['__core-js_shared__'] ? '' : 'core-js did not run'),
  },
  { name: 'zone.js', parts: { head: lib('zone.js') }, host: () => (window.Zone ? '' : 'no Zone') },
  {
    name: 'MooTools',
    parts: { head: lib('mootools.js') },
    host: () => (MooTools.version === '1.5.2' && Array.from(5)[0] === 5 ? '' : 'MooTools is changed'),
  },
  {
    name: 'Prototype',
    needs: 'prototype.js',
    parts: { head: lib('prototype.js') },
    host: () =>
      Prototype.Version && [1, 2].include(2) && $$('#tcns').length === 1
        ? ''
        : 'Prototype is changed',
  },
  {
    name: 'forced polyfill of custom elements',
    parts: { head: js('customElements.forcePolyfill = true') + lib('webcomponents.js') },
  },
  {
    name: 'enumerable additions to builtins',
    parts: {
      head: js(
        `Object.prototype.extend = function () {}; Array.prototype.remove = function () {}; String.prototype.trimAll = function () {};
         Function.prototype.method = function () {};`,
      ),
    },
    host: () => (typeof {}.extend === 'function' ? '' : 'the additions are gone'),
  },
  {
    name: 'fetch wrapped, Promise replaced, JSON by toJSON',
    parts: {
      head: js(
        `var real = window.fetch; window.fetch = function () { window.calls = (window.calls || 0) + 1; return real.apply(window, arguments) };
         var P = window.Promise; window.Promise = class Promise extends P {}; Array.prototype.toJSON = function () { return 'x' };
         delete Array.prototype.at; delete window.structuredClone; delete Object.hasOwn;
         if (window.crypto) try { Object.defineProperty(window.crypto, 'randomUUID', { value: undefined }) } catch (e) {}`,
      ),
    },
    host: () => (window.calls > 0 ? '' : 'the wrapper is passed by'),
  },
  /* ---- Placement ---- */
  placed('script at the end of the body', '', { parts: atEnd(LOADER) }),
  placed('async', LOADER.replace('<script', '<script async')),
  placed('defer', LOADER.replace('<script', '<script defer')),
  placed('injected by a tag manager', js(
    `setTimeout(function () { var s = document.createElement('script'); s.src = '/cdn/tcns.js'; s.setAttribute('data-api', '/api/v1'); document.head.appendChild(s) }, 300)`,
  )),
  placed('written by document.write', js(`document.write('<script src="/cdn/tcns.js" data-api="/api/v1"><\\/script>')`)),
  placed('injected by jQuery, as $.getScript', META + lib('jquery.js') + js(`jQuery(function ($) { $.getScript('/cdn/tcns.js') })`)),
  placed('type=module', LOADER.replace('<script', '<script type="module"')),
  placed('tcns-all.js alone', LOADER.replace('tcns.js', 'tcns-all.js')),
  placed('settings in a script', LOADER.replace(' data-api="/api/v1"', '') + js(`tcns.configure({ api: '/api/v1' })`)),
  placed('settings on an element', LOADER.replace(' data-api="/api/v1"', ''), {
    parts: { body: box(all().replaceAll('data-w=', 'api="/api/v1" data-w=')) },
  }),
  /* ---- Optimizers ---- */
  {
    name: 'Rocket Loader: types rewritten, inserted one by one',
    parts: {
      script: LOADER.replace('<script', '<script type="9f2c-text/javascript"'),
      body: `${box()}${js(
        `window.addEventListener('load', function () { [].forEach.call(document.querySelectorAll('script[type$="-text/javascript"]'), function (old) {
           var s = document.createElement('script'); [].forEach.call(old.attributes, function (a) { if (a.name !== 'type') s.setAttribute(a.name, a.value) });
           old.parentNode.replaceChild(s, old) }) })`,
      )}`,
    },
  },
  {
    name: 'delayed until the reader moves (WP Rocket)',
    parts: {
      script: `<script type="rocketlazyloadscript" data-rocket-src="/cdn/tcns.js" data-api="/api/v1"></script>`,
      body: `${box()}${js(
        `document.addEventListener('mousemove', function () { var old = document.querySelector('[data-rocket-src]'); if (!old) return;
           old.src = old.getAttribute('data-rocket-src'); old.removeAttribute('data-rocket-src'); old.removeAttribute('type');
           var s = document.createElement('script'); s.src = old.src; s.setAttribute('data-api', old.getAttribute('data-api')); old.replaceWith(s) })`,
      )}`,
    },
    act: async (tab) => {
      await tab.mouse.move(10, 10);
      await tab.mouse.move(20, 20);
    },
  },
  {
    name: 'concatenated with jQuery, in strict mode',
    files: { '/gop.js': () => `"use strict";\n${library('jquery.js')}\n;${loader()}\n;window.end = 1` },
    parts: { script: `${META}<script src="/gop.js"></script>` },
    host: () => (window.end === 1 && window.jQuery ? '' : 'the rest of the file did not run'),
  },
  {
    name: 'concatenated without the meta',
    files: { '/gop.js': () => `${loader()};window.end = 1` },
    parts: { script: '<script src="/gop.js"></script>' },
    expect: 'fallback',
    notes: [/tcns-base/],
    host: () => (window.end === 1 ? '' : 'the rest of the file did not run'),
  },
  {
    name: 'concatenated with every module: tcns-all.js in try, in a function',
    files: { '/gop.js': () => `(function () { try { ${cdnFile('tcns-all.js')} } catch (e) { console.error(e) } })()` },
    parts: { script: `${META}<script src="/gop.js"></script>` },
  },
  {
    name: 'inlined in the page',
    parts: {
      script: META + '<script>%LOADER%</script>',
    },
  },
  {
    name: 'evaluated from a string',
    parts: { script: `${META}${js("fetch('/cdn/tcns.js').then(function (r) { return r.text() }).then(function (t) { (0, eval)(t) })")}` },
  },
  /* ---- Twice ---- */
  {
    name: 'the script twice',
    parts: { script: LOADER + LOADER, body: box() + LOADER },
  },
  {
    name: 'two versions',
    parts: { script: LOADER + LOADER.replace('/cdn/', '/cdn-old/') },
    notes: [],
    requests: 2,
  },
  {
    name: 'two versions, async',
    parts: {
      script:
        LOADER.replace('<script', '<script async') +
        LOADER.replace('/cdn/', '/cdn-old/').replace('<script', '<script async'),
    },
    requests: 2,
  },
  {
    name: 'tcns.js and tcns-all.js',
    parts: { script: LOADER + LOADER.replace('tcns.js', 'tcns-all.js') },
    requests: 2,
  },
  {
    name: 'a name is taken',
    parts: {
      head: js(
        `customElements.define('tcns-kpi-card', class extends HTMLElement { connectedCallback() { this.textContent = 'mine' } })`,
      ),
    },
    expect: { 'kpi-card': 'own' },
    notes: [/tcns-kpi-card> is already defined/],
    host: () => (document.querySelector('tcns-kpi-card').textContent.includes('mine') ? '' : 'overwritten'),
  },
  /* ---- Blocked ---- */
  {
    name: 'a blocker takes the script',
    parts: { script: LOADER.replace('/cdn/', '/cdn-none/') },
    expect: 'fallback',
    allow: { console: [/404/] },
  },
  {
    name: 'a blocker takes the modules',
    parts: { script: LOADER.replace('/cdn/', '/cdn-nomodules/') },
    allow: { console: [/404/] },
    notes: [/loading tcns-all\.js/],
  },
  {
    name: 'a blocker takes modules and tcns-all.js',
    parts: { script: LOADER.replace('/cdn/', '/cdn-loader/') },
    expect: 'fallback',
    allow: { console: [/404/] },
    notes: [/loading tcns-all\.js/],
  },
  {
    name: 'a blocker takes the figures',
    block: '**/api/**',
    expect: 'fallback',
    requests: 9,
    allow: { console: [/ERR_BLOCKED|ERR_FAILED/] },
  },
  {
    name: 'a blocker takes one chunk for good',
    block: '**/cdn/chunks/chart*',
    widgets: NAMES.filter((name) => name !== 'trend'),
    allow: { console: [/ERR_BLOCKED|ERR_FAILED/] },
  },
];

for (const page of scriptPages) {
  if (page.needs && !hasLibrary(page.needs)) page.skip = `${page.needs} is not installed`;
}
