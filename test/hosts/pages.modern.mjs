/* global document, Document, window, customElements -- inside the pages */
/** Host pages that change parts by script, hold back what is asked for, or have a browser's newer layers. */
import { box, css, hostPage, js, lib, LOADER, NONCE } from './host-page.mjs';
import { NAMES } from './widgets.mjs';

const drawn = (act, selector = '#tcns tcns-kpi-card') => async (tab) => {
  await tab.waitForFunction(() => customElements.get('tcns-kpi-card') || window.tcns);
  await act(tab);
  await tab.waitForSelector(selector);
};
/** What a browser's own sheet says of a layer would be the box's, too. */
const BARE = 'padding:0;border:0;margin:0;width:auto;max-width:none;max-height:none;overflow:visible;color:inherit;background:none';
const csp = (...directives) => ({ 'Content-Security-Policy': directives.join('; ') });

export const modernPages = [
  /* ---- Pages that change parts of themselves ---- */
  {
    name: 'senna.js (Liferay 7.4): a link changes the surface',
    parts: {
      head: lib('senna.js'),
      body: `<a id="go" href="%INNER%">Go</a><div id="content"><div id="content-default">First</div></div>${js(
        `var app = new senna.default(); app.setLinkSelector('a'); app.addSurfaces(['content']);
         app.addRoutes([new senna.Route(/-inner/, senna.HtmlScreen)]);`,
      )}`,
    },
    inner: hostPage({ body: `<div id="content">${box()}</div>` }),
    act: drawn((tab) => tab.click('#go')),
    host: () => (/-inner$/.test(window.location.pathname) ? '' : 'senna did not navigate'),
  },
  {
    name: 'Turbo 8: a visit replaces the body',
    parts: { head: lib('turbo.js'), body: '<a id="go" href="%INNER%">Go</a>' },
    inner: hostPage({ head: lib('turbo.js') }),
    act: drawn((tab) => tab.click('#go')),
    host: () => (window.Turbo && /-inner$/.test(window.location.pathname) ? '' : 'Turbo did not navigate'),
  },
  {
    name: 'Turbo 8: there and back, the page of its cache',
    parts: { head: lib('turbo.js'), body: `<a id="go" href="%INNER%">Go</a>${box()}` },
    inner: hostPage({ head: lib('turbo.js'), body: '<p id="second">Second</p>' }),
    act: drawn(async (tab) => {
      await tab.waitForSelector('tcns-kpi-card .digits');
      await tab.click('#go');
      await tab.waitForSelector('#second');
      await tab.goBack();
    }),
  },
  {
    name: 'htmx 2: a part is fetched',
    parts: {
      head: lib('htmx.js'),
      body: '<button id="go" hx-get="%INNER%" hx-target="#part">Go</button><div id="part"></div>',
    },
    inner: box(),
    act: drawn((tab) => tab.click('#go')),
  },
  {
    name: 'a view transition brings the widgets',
    // Chromium ends a transition of a window that is higher.
    windowHeight: 9000,
    parts: { body: '<div id="part"></div>' },
    act: drawn((tab) =>
      tab.evaluate(async (html) => {
        const change = () => (document.querySelector('#part').innerHTML = html);
        await document.startViewTransition(change).finished;
      }, box()),
    ),
  },
  {
    name: 'an observer that takes back every class and style it did not write',
    parts: {
      body: `${box()}${js(
        `window.taken = 0; new MutationObserver(function (list) { list.forEach(function (m) {
           if (m.attributeName === 'style' && m.target.hasAttribute('style')) { m.target.removeAttribute('style'); window.taken++ }
         }) }).observe(document, { subtree: true, attributes: true, childList: true })`,
      )}`,
    },
    host: () => (window.taken < 50 ? '' : `${window.taken} styles were taken back: a loop`),
  },
  /* ---- What is asked for ---- */
  {
    name: 'a consent manager holds back fetch until consent',
    parts: {
      head: js(
        `var real = window.fetch, given = new Promise(function (done) { window.consent = done });
         window.fetch = function () { var a = arguments; return given.then(function () { return real.apply(window, a) }) }`,
      ),
    },
    act: async (tab) => {
      await tab.waitForFunction(() => customElements.get('tcns-kpi-card'));
      await tab.evaluate(() => window.setTimeout(window.consent, 600));
    },
  },
  {
    name: 'a consent manager refuses fetch until consent',
    parts: {
      head: js(
        `var real = window.fetch, open = false; setTimeout(function () { open = true }, 900);
         window.fetch = function () { return open ? real.apply(window, arguments) : Promise.reject(new TypeError('blocked')) }`,
      ),
    },
  },
  {
    name: 'fetch answers with an object that has no stream',
    parts: {
      head: js(
        `var real = window.fetch; window.fetch = function () { return real.apply(window, arguments).then(function (r) {
           return { ok: r.ok, status: r.status, statusText: r.statusText, url: r.url, headers: r.headers, text: function () { return r.text() }, json: function () { return r.json() } } }) }`,
      ),
    },
  },
  {
    name: 'a service worker keeps everything',
    parts: { body: box() },
    files: {
      '/sw.js': () => `self.addEventListener('install', function () { self.skipWaiting() });
        self.addEventListener('activate', function (e) { e.waitUntil(self.clients.claim()) });
        self.addEventListener('fetch', function (e) { e.respondWith(caches.open('all').then(function (c) { return c.match(e.request).then(function (hit) {
          return hit || fetch(e.request).then(function (r) { c.put(e.request, r.clone()); return r }) }) })) })`,
    },
    fileHeaders: { 'Service-Worker-Allowed': '/', 'Content-Type': 'text/javascript' },
    requests: 9,
    act: async (tab) => {
      await tab.evaluate(async () => {
        await navigator.serviceWorker.register(`${window.location.pathname}/sw.js`, { scope: '/p/' });
        await navigator.serviceWorker.ready;
      });
      await tab.reload();
      await tab.reload();
    },
    host: () => (navigator.serviceWorker.controller ? '' : 'the worker does not control the page'),
  },
  {
    name: 'COEP credentialless',
    headers: { 'Cross-Origin-Embedder-Policy': 'credentialless', 'Cross-Origin-Opener-Policy': 'same-origin' },
    host: () => (window.crossOriginIsolated ? '' : 'the page is not isolated'),
  },
  {
    name: 'Trusted Types, a default policy that throws',
    headers: csp("default-src 'self'", 'img-src data:', `script-src 'self' 'nonce-${NONCE}'`, "require-trusted-types-for 'script'", 'trusted-types default tcns#html tcns#loader'),
    parts: {
      head: `<script nonce="${NONCE}">var no = function (s) { throw new Error('no ' + s) }; trustedTypes.createPolicy('default', { createHTML: no, createScriptURL: no, createScript: no })</script>`,
    },
  },
  /* ---- Builtins ---- */
  {
    name: 'frozen prototypes',
    parts: {
      head: js(
        `[Object, Array, Function, Promise, Error, TypeError, RegExp, Map, Set, WeakMap, Date, String, Number].forEach(function (c) { Object.freeze(c.prototype); Object.freeze(c) })`,
      ),
    },
    host: () => (Object.isFrozen(Object.prototype) ? '' : 'not frozen'),
  },
  {
    name: 'Event replaced, as MooTools 1.4 with its compatibility layer does',
    parts: {
      head: js(
        `window.heard = []; var Native = window.Event; window.DOMEvent = function (e) { this.event = e || window.event; this.type = this.event && this.event.type };
         window.Event = window.DOMEvent; document.addEventListener('tcns-select', function (e) { window.heard.push(e.detail.area) });
         document.addEventListener('tcns-ready', function () { window.heard.push('ready') });`,
      ),
    },
    after: async (tab) => {
      await tab.locator('tcns-ranking .rows button').first().click();
      const heard = await tab.evaluate(() => window.heard.join(' '));
      return /ready.*@2008/.test(heard) ? '' : `the page heard "${heard}"`;
    },
  },
  {
    name: 'matchMedia of an old polyfill',
    parts: {
      head: js(
        `window.matchMedia = function (q) { return { matches: false, media: q, addListener: function () {}, removeListener: function () {} } }`,
      ),
    },
  },
  {
    name: 'JSON.parse wrapped, requestIdleCallback and IntersectionObserver gone',
    parts: {
      head: js(
        `var parse = JSON.parse; JSON.parse = function (t) { window.parsed = (window.parsed || 0) + 1; return parse.apply(JSON, arguments) };
         delete window.requestIdleCallback; delete window.IntersectionObserver;`,
      ),
    },
    // Without an observer nothing is known to be out of view.
    host: () => (window.parsed > 0 ? '' : 'the wrapper is passed by'),
  },
  {
    name: 'ResizeObserver wrapped, requestAnimationFrame by timers',
    parts: {
      head: js(
        `var R = window.ResizeObserver; window.ResizeObserver = function (f) { var o = new R(function (l) { setTimeout(function () { f(l, o) }, 5) }); return o };
         window.requestAnimationFrame = function (f) { return setTimeout(function () { f(Date.now()) }, 16) }; window.cancelAnimationFrame = clearTimeout;`,
      ),
    },
  },
  {
    name: 'a console of one method',
    parts: { head: js('window.console = { log: function () {} }'), body: `${box()}<tcns-kpi-card area="vn" indicator="none" refresh="60000000"></tcns-kpi-card>` },
    // A card of an indicator that no document has stands beside the others.
    requests: 2,
  },
  {
    name: 'no ResizeObserver, no IntersectionObserver, no matchMedia',
    parts: {
      head: js('delete window.ResizeObserver; window.IntersectionObserver = null; window.matchMedia = function () { return null };'),
    },
    expect: 'drawn',
  },
  {
    name: 'observers of a polyfill that throw and know no sizes',
    parts: {
      head: js(
        `var R = window.ResizeObserver; window.IntersectionObserver = function () { throw new Error('refused') };
         window.ResizeObserver = function (f) { var o = new R(function (l) { f(l.map(function (e) { return { target: e.target } }), o) });
           this.observe = function (e) { o.observe(e) }; this.disconnect = function () { o.disconnect() } }`,
      ),
    },
    expect: 'drawn',
  },
  {
    name: 'methods of arrays as in Prototype.js 1.6.0',
    parts: {
      head: js(
        `var A = Array.prototype; A.each = function (f) { for (var i = 0; i < this.length; i++) f(this[i], i); return this };
         A.some = A.any = function (f, c) { var r = false; this.each(function (v, i) { r = r || !!f.call(c, v, i) }); return r };
         A.every = A.all = function (f, c) { var r = true; this.each(function (v, i) { r = r && !!f.call(c, v, i) }); return r };
         A.map = A.collect = function (f, c) { var r = []; this.each(function (v, i) { r.push(f.call(c, v, i)) }); return r };
         A.filter = A.findAll = function (f, c) { var r = []; this.each(function (v, i) { if (f.call(c, v, i)) r.push(v) }); return r };
         A.entries = A.toArray = function () { return this.slice() }`,
      ),
    },
    expect: 'drawn',
    host: () => ([1, 2].entries()[1] === 2 ? '' : 'the additions are gone'),
  },
  {
    name: 'no MutationObserver',
    parts: { head: js('delete window.MutationObserver') },
    expect: 'drawn',
  },
  {
    name: 'no TextDecoder',
    parts: { head: js('delete window.TextDecoder') },
    expect: 'drawn',
    host: () => ('TextDecoder' in window ? 'the decoder is there' : ''),
  },
  { name: 'no Intl, performance without now', parts: {
      head: js(`window.Intl = undefined; Object.defineProperty(window, 'performance', { value: { timing: {} } })`),
    },
    expect: 'drawn',
  },
  {
    name: 'var tcns of the page throws wherever it is read',
    parts: {
      head: js(
        `window.tcns = { get configure() { throw new Error('mine') }, get settings() { throw new Error('mine') } }; window.tcnsBase = { href: 5 };`,
      ),
    },
  },
  {
    name: 'settings of wrong kinds, one that throws',
    parts: {
      body: `${box()}${js(
        `tcns.configure({ lang: {}, theme: [], adapters: 'x', bundle: 7 }); Object.defineProperty(tcns.settings, 'mine', { enumerable: true, get: function () { throw new Error('mine') } })`,
      )}`,
    },
    notes: [/"lang" has to be a text/],
  },
  /* ---- The browser's layers ---- */
  {
    name: 'in a modal dialog (top layer)',
    parts: {
      head: css(`dialog{${BARE}}`),
      body: `<dialog>${box()}</dialog>${js(`document.querySelector('dialog').showModal()`)}`,
    },
    host: () => (document.querySelector('dialog').matches(':modal') ? '' : 'not in the top layer'),
  },
  {
    name: 'in a popover',
    parts: { head: css(`[popover]{${BARE};position:static}`), body: `<button id="go" popovertarget="p">Go</button><div popover id="p">${box()}</div>` },
    act: drawn((tab) => tab.click('#go')),
    host: () => (document.querySelector('#p').matches(':popover-open') ? '' : 'not open'),
  },
  {
    name: 'back and forward',
    act: async (tab) => {
      await tab.waitForSelector('tcns-kpi-card .digits');
      await tab.goto('about:blank');
      await tab.goBack();
    },
    requests: 2,
  },
  {
    name: 'prerendered: hidden first, seen later',
    init: () => {
      let state = 'hidden';
      Object.defineProperty(Document.prototype, 'visibilityState', { get: () => state });
      Object.defineProperty(Document.prototype, 'prerendering', { get: () => state === 'hidden' });
      window.setTimeout(() => {
        state = 'visible';
        document.dispatchEvent(new window.Event('prerenderingchange'));
        document.dispatchEvent(new window.Event('visibilitychange'));
      }, 900);
    },
  },
  {
    name: 'a translating extension wraps the words of the page',
    act: async (tab) => {
      await tab.waitForSelector('tcns-kpi-card .digits');
      await tab.evaluate(() => {
        document.documentElement.className = 'translated-ltr';
        const walker = document.createTreeWalker(document.body, window.NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
          if (!text.nodeValue.trim() || text.parentElement.localName === 'script') continue;
          const font = document.createElement('font');
          font.innerHTML = '<font style="vertical-align: inherit"></font>';
          text.replaceWith(font);
          font.firstChild.append(text);
        }
      });
    },
    host: () => (document.querySelector('font') ? '' : 'nothing was wrapped'),
  },
  {
    name: 'zoom: 1.5 on the body',
    parts: { head: css('body{zoom:1.5}') },
    expect: 'drawn',
  },
  {
    name: 'content-visibility on every block',
    parts: { head: css('#tcns > *{content-visibility:auto}') },
    expect: 'drawn',
  },
  {
    name: '* { all: unset }',
    parts: { head: css('*{all:unset}script,style,head,title{display:none}') },
    expect: 'drawn',
  },
  {
    name: '* { float: left } and a dashboard',
    parts: { head: css('*{float:left}') },
    expect: 'drawn',
    host: () => {
      const bar = document.querySelector('tcns-dashboard').shadowRoot.querySelector('.bar');
      return bar && bar.getBoundingClientRect().width < 200 ? 'the bar of the dashboard is squeezed' : '';
    },
  },
  {
    name: 'a print sheet hides everything, and the page prints itself',
    parts: { head: css('@media print{nav,aside{display:none}body *{color:#000!important}}') },
    act: async (tab) => {
      await tab.waitForSelector('tcns-team-roster [part]');
      // What a print tells a page, there and back.
      await tab.evaluate(() => {
        for (const type of ['beforeprint', 'afterprint']) window.dispatchEvent(new window.Event(type));
      });
    },
  },
  {
    name: 'a strict page: nonce, no inline style, sandboxed forms, no eval, tcns.js deferred',
    headers: csp("default-src 'none'", "style-src 'self'", "connect-src 'self'", 'img-src data:', `script-src 'nonce-${NONCE}' 'strict-dynamic'`, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'"),
    parts: { script: LOADER.replace('<script', `<script defer nonce="${NONCE}"`) },
    widgets: NAMES,
  },
];
