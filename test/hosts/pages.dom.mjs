/* global document, customElements, window, location, jQuery -- inside the pages */
/** Host pages that damage, hide, move or replace what was pasted. */
import { all, NAMES, WIDGETS } from './widgets.mjs';
import { box, css, hostPage, js, lib, LOADER } from './host-page.mjs';

const VN = Buffer.from([0xd5, 0xea, 0xf4]); // õ ê ô in windows-1258
const legacy = (charset) =>
  Buffer.concat([
    Buffer.from(hostPage({ charset, body: '<p id="word">' }), 'latin1').subarray(0, -16),
    VN,
    Buffer.from(`</p>${box()}</body></html>`, 'latin1'),
  ]);

/** `<tcns-x …>fallback</tcns-x>` as `<tcns-x … />`. */
const selfClosed = (name) => WIDGETS[name].html.replace(/>fallback[^]*?<\/tcns-[\w-]+>/, ' />');

export const domPages = [
  {
    name: 'windows-1258',
    html: legacy(''),
    headers: { 'Content-Type': 'text/html; charset=windows-1258' },
    host: () => (document.characterSet === 'windows-1258' ? '' : document.characterSet),
  },
  {
    name: 'no charset',
    html: legacy(''),
    headers: { 'Content-Type': 'text/html' },
    host: () => (document.characterSet === 'UTF-8' ? 'the page is UTF-8' : ''),
  },
  {
    name: 'base href',
    parts: { script: `<base href="/khac/thu-muc/" target="_blank">${LOADER}` },
  },
  {
    name: 'base href and a choice kept in the address',
    parts: {
      script: `<base href="/khac/thu-muc/">${LOADER}`,
      body: box(all().replace('<tcns-coverage-map', '<tcns-coverage-map url-state')),
    },
    host: () => (location.pathname.startsWith('/p/') ? '' : location.pathname),
  },
  {
    name: 'self-closing tags, each in a column',
    parts: {
      body: NAMES.map(
        (name) =>
          `<div style="width:640px">${selfClosed(name)}${name === 'stat' ? '' : '<h2>Next</h2><p class="next">The rest of the column</p>'}</div>`,
      ).join(''),
    },
    // A dashboard with nothing in it has nothing to say.
    expect: { ...Object.fromEntries(NAMES.map((name) => [name, 'drawn'])), stat: 'same', dashboard: 'any' },
    notes: [/holds other parts of the page/],
    host: () => {
      const lost = [...document.querySelectorAll('.next')].filter((p) => !p.getClientRects().length);
      return lost.length ? `${lost.length} paragraphs lost` : '';
    },
  },
  {
    name: 'self-closing tag before an article',
    widgets: ['kpi-card'],
    parts: {
      body: `<div style="width:640px">${selfClosed('kpi-card')}
        <p class="next">One.</p><p class="next">Two.</p><p class="next">Three.</p></div>`,
    },
    expect: 'drawn',
    notes: [/holds other parts of the page/],
    host: () => {
      const lost = [...document.querySelectorAll('.next')].filter((p) => !p.getClientRects().length);
      return lost.length ? `${lost.length} paragraphs lost` : '';
    },
  },
  {
    name: 'fallback of two paragraphs, and more after it',
    widgets: ['kpi-card'],
    parts: {
      body: box(
        WIDGETS['kpi-card'].html.replace('fallback: kpi-card', '<p>fallback</p><p>of two</p>') +
          '<p class="next">Next</p>',
      ),
    },
    host: () => (document.querySelector('tcns-kpi-card p').getClientRects().length ? 'shown twice' : ''),
  },
  {
    name: 'wpautop',
    parts: {
      // What WordPress makes of tags on lines of their own.
      body: box(
        NAMES.map((name) =>
          name === 'stat' || name === 'dashboard'
            ? WIDGETS[name].html
            : `<p>${WIDGETS[name].html.replace('>fallback', '><br />\nfallback').replace('</tcns', '<br />\n</tcns')}</p>`,
        ).join('\n<p>&nbsp;</p>\n'),
      ),
    },
  },
  {
    name: 'curly quotes and entities of an editor',
    widgets: ['stat', 'kpi-card'],
    parts: {
      body: `<div id="tcns"><p>${WIDGETS.stat.html.replace(/<\/?p>/g, '').replace('2022-08', '&#50;022-08')}</p>
        ${WIDGETS['kpi-card'].html.replace('48@2008', '48&#64;2008').replace('<tcns-kpi-card', '<TCNS-KPI-CARD CLASS="MsoNormal" ')}</div>`,
    },
  },
  {
    name: 'hidden tabs (Bootstrap 3, jQuery 1.12)',
    parts: {
      head: lib('bootstrap.css', 'jquery.js', 'bootstrap.js'),
      body: `<ul class="nav nav-tabs"><li class="active"><a href="#a" data-toggle="tab">A</a></li>
        <li><a href="#b" id="open" data-toggle="tab">B</a></li></ul>
        <div class="tab-content"><div class="tab-pane active" id="a">A</div>
        <div class="tab-pane" id="b">${box()}</div></div>`,
    },
    act: async (tab) => {
      await tab.waitForFunction(() => customElements.get('tcns-kpi-card'));
      await tab.click('#open');
    },
    host: () =>
      document.querySelector('#b').className.includes('active') && jQuery.fn.jquery === '1.12.4'
        ? ''
        : 'the tab did not open',
  },
  {
    name: 'accordions: collapse, details, height 0',
    parts: {
      head: lib('bootstrap.css', 'jquery.js', 'bootstrap.js') + css('.shut{height:0;overflow:hidden}'),
      body: `<a id="open" data-toggle="collapse" href="#c">Open</a><div id="c" class="collapse">
        <details><summary>More</summary><div class="shut">${box()}</div></details></div>`,
    },
    act: async (tab) => {
      await tab.waitForFunction(() => customElements.get('tcns-kpi-card'));
      await tab.click('#open');
      await tab.waitForSelector('#c.in');
      await tab.click('summary');
      await tab.evaluate(() => document.querySelector('.shut').classList.remove('shut'));
    },
    host: () => (document.querySelector('#c').className.includes('in') ? '' : 'stays shut'),
  },
  {
    name: 'moved, taken out and put back',
    parts: { body: `<div id="other"></div>${box()}` },
    act: (tab) =>
      tab.evaluate(async () => {
        const home = document.querySelector('#tcns');
        const other = document.querySelector('#other');
        for (let round = 0; round < 8; round++) {
          const [from, to] = round % 2 ? [other, home] : [home, other];
          while (from.firstChild) to.appendChild(from.firstChild);
          await new Promise((done) => setTimeout(done, 60));
        }
        home.remove();
        await new Promise((done) => setTimeout(done, 60));
        document.body.appendChild(home);
      }),
  },
  {
    name: 'cloned, ten times',
    like: 'clean',
    act: (tab) =>
      tab.evaluate(async () => {
        await customElements.whenDefined('tcns-trend');
        const home = document.querySelector('#tcns');
        for (let i = 0; i < 10; i++) {
          for (const name of ['kpi-card', 'stat', 'service-guide', 'ranking']) {
            const from = document.querySelector(`[data-w="${name}"]`);
            home.appendChild((name === 'stat' ? from.parentElement : from).cloneNode(true));
          }
        }
      }),
    host: () => (document.querySelectorAll('tcns-kpi-card').length === 11 ? '' : 'clones are lost'),
  },
  {
    name: 'UpdatePanel: replaced by innerHTML, six times',
    parts: { body: `<form id="aspnetForm"><div id="UpdatePanel1">${box()}</div></form>` },
    act: (tab) =>
      tab.evaluate(async () => {
        const panel = document.querySelector('#UpdatePanel1');
        const html = panel.innerHTML;
        for (let i = 0; i < 6; i++) {
          panel.innerHTML = html;
          await new Promise((done) => setTimeout(done, 80));
        }
      }),
  },
  {
    name: 'the whole body replaced (PJAX, Turbolinks)',
    act: (tab) =>
      tab.evaluate(async () => {
        await customElements.whenDefined('tcns-kpi-card');
        const body = document.createElement('body');
        body.innerHTML = document.body.innerHTML;
        document.documentElement.replaceChild(body, document.body);
      }),
  },
  {
    name: 'the whole document rewritten (document.open)',
    parts: { body: '<p>Soon</p>' },
    act: (tab) =>
      tab.evaluate((html) => {
        document.open();
        document.write(`<!doctype html><html lang="vi"><link rel="stylesheet" href="/box.css">${html}`);
        document.close();
      }, box()),
  },
  {
    name: 'infinite scroll: 20 articles',
    parts: { body: '<main></main>' },
    widgets: ['kpi-card', 'stat', 'ranking'],
    act: (tab) =>
      tab.evaluate(async (html) => {
        for (let i = 0; i < 20; i++) {
          const article = document.createElement('article');
          article.innerHTML = html;
          article.style.width = '640px';
          document.querySelector('main').appendChild(article);
          await new Promise((done) => setTimeout(done, 20));
        }
      }, all(['kpi-card', 'stat', 'ranking'])),
    host: () => (document.querySelectorAll('article').length === 20 ? '' : 'articles are lost'),
  },
  {
    name: 'Vue 3 compiles the page',
    parts: {
      head: lib('vue.js'),
      body: `<div id="app"><b id="sum">{{ 1 + 1 }}</b>${box()}</div>${js(
        `var app = Vue.createApp({}); app.config.compilerOptions.isCustomElement = function (t) { return /^tcns-/.test(t) }; app.mount('#app')`,
      )}`,
    },
    host: () => (document.querySelector('#sum').textContent === '2' ? '' : 'Vue did not draw'),
  },
  {
    name: 'inside another component’s shadow root',
    parts: { body: '<host-shell></host-shell>' },
    widgets: ['kpi-card'],
    // The loader looks at the page, not into other components: it says so, and loads by one tag.
    expect: 'any',
    act: (tab) =>
      tab.evaluate((html) => {
        document.querySelector('host-shell').attachShadow({ mode: 'open' }).innerHTML = html;
      }, all(['kpi-card'])),
  },
  {
    name: 'id="tcns" and var tcns of the page',
    parts: { head: js('var tcns = "mine"; var html = 1, t = 2, e = 3, base = 4, script = 5;') },
    host: () => (window.html === 1 && window.base === 4 ? '' : 'a variable of the page changed'),
  },
  {
    name: 'WebForms: Enter in a search box',
    parts: {
      body: `<form id="aspnetForm" method="post" action="/p/posted" onsubmit="window.posted = true">
        <input type="hidden" name="__VIEWSTATE" value="x"><div id="panel">${box()}</div>
        <input type="submit" id="go" value="Go"></form>${js(
          `function fire(e) { if ((e || event).keyCode === 13 && !(e.target && e.target.tagName === 'TEXTAREA')) { document.getElementById('go').click(); return false } }
           document.getElementById('panel').onkeypress = fire; document.onkeydown = fire;
           document.getElementById('go').addEventListener('click', function () { window.posted = true })`,
        )}`,
    },
    after: async (tab) => {
      const inputs = await tab.locator('tcns-team-roster input, tcns-coverage-map input').all();
      if (inputs.length === 0) return 'no search box was found';
      for (const input of inputs) {
        if (!['text', 'search'].includes((await input.getAttribute('type')) ?? 'text')) continue;
        await input.fill('da');
        await input.press('Enter');
      }
      const url = tab.url();
      return (await tab.evaluate(() => window.posted)) || /posted/.test(url) ? 'posted back' : '';
    },
  },
  {
    name: 'scroll hijacker and keyboard shortcuts',
    parts: {
      body: `${box()}${js(
        `window.turns = 0; window.keys = ''; window.addEventListener('wheel', function (e) { e.preventDefault(); window.turns++ }, { passive: false });
         document.addEventListener('keydown', function (e) { if (/INPUT|TEXTAREA/.test(e.target.tagName)) return;
           window.keys += e.key; if (' /jk'.indexOf(e.key) >= 0) e.preventDefault() })`,
      )}`,
    },
    after: async (tab) => {
      await tab.mouse.move(300, 60);
      await tab.mouse.wheel(0, 120);
      await tab.waitForFunction(() => window.turns > 0);
      const input = tab.locator('tcns-team-roster input').first();
      await input.click();
      await tab.keyboard.type('j k/ ');
      const typed = await input.inputValue();
      await tab.evaluate(() => document.activeElement?.blur());
      await tab.keyboard.press('j');
      const keys = await tab.evaluate(() => window.keys);
      if (typed !== 'j k/ ') return `typing gives "${typed}"`;
      return keys === 'j' ? '' : `the page heard "${keys}"`;
    },
  },
];
