/* global document, customElements, window, requestAnimationFrame, jQuery -- inside the pages */
/** Host pages whose scripts bring widgets, move them, draw them again, or show them later. */
import { all, NAMES, WIDGETS } from './widgets.mjs';
import { box, css, hostPage, js, lib, LOADER } from './host-page.mjs';

const defined = (tab) => tab.waitForFunction(() => customElements.get('tcns-kpi-card'));
const figure = (tab) => tab.waitForSelector('#tcns tcns-kpi-card .digits');
/** Those that stand in no sentence. */
const BLOCKS = NAMES.filter((name) => name !== 'stat');
const blocks = () => all(BLOCKS);
const COPIED = ['kpi-card', 'stat', 'service-guide', 'ranking'];
const FEW = ['kpi-card', 'ranking', 'trend'];

const jquery = [
  {
    name: 'jQuery: .html() brings the script and the tags',
    parts: { head: lib('jquery.js'), script: '', body: '<div id="part"></div>' },
    act: (tab) =>
      tab.evaluate((html) => {
        jQuery('#part').html(html);
      }, `${LOADER}${box()}`),
    host: () => (jQuery('#tcns').length === 1 ? '' : 'jQuery did not draw'),
  },
  {
    name: 'jQuery: .html() six times, script and tags each time',
    parts: { head: lib('jquery.js'), body: '<div id="part"></div>' },
    act: (tab) =>
      tab.evaluate((html) => {
        for (let i = 0; i < 6; i++) jQuery('#part').html(html);
      }, `${LOADER}${box()}`),
  },
  {
    name: 'jQuery: .load() of a part of another page',
    parts: { head: lib('jquery.js'), body: '<div id="part"></div>' },
    inner: hostPage(),
    act: (tab) => tab.evaluate(() => jQuery('#part').load(`${window.location.pathname}-inner #tcns`) && 0),
  },
  {
    name: 'jQuery: .append() of a tag, .wrap(), .detach() and back',
    widgets: FEW,
    parts: { head: lib('jquery.js'), body: '<div id="other"></div><div id="tcns"></div>' },
    act: async (tab) => {
      await tab.evaluate((html) => {
        jQuery('#tcns').append(html);
      }, all(FEW));
      await figure(tab);
      await tab.evaluate(() => {
        const taken = jQuery('#tcns').children().wrap('<div></div>').parent().detach();
        jQuery('#tcns').append(taken);
      });
    },
  },
];

/** React draws into `#tcns`; `change` runs in the page once the figures are there. */
const react = (name, change, more = {}) => ({
  name: `React 19: ${name}`,
  widgets: BLOCKS,
  parts: { head: lib('react.js'), body: box('') },
  act: async (tab) => {
    await tab.evaluate((html) => {
      window.draw = window.reactPage(document.querySelector('#tcns'), html);
    }, blocks());
    await figure(tab);
    await tab.evaluate(() => {
      window.kept = [...document.querySelectorAll('#tcns section > *')];
    });
    await tab.evaluate(change);
  },
  ...more,
});
const isSame = () =>
  window.kept.every((one) => one.isConnected) ? '' : 'React made other elements';

const reactPages = [
  react(
    'the same list drawn again, twenty times',
    () => {
      for (let i = 0; i < 20; i++) window.draw((list) => [...list]);
    },
    { host: isSame },
  ),
  react(
    'a keyed list in another order, and back',
    () => {
      window.draw((list) => [...list].reverse());
      window.draw((list) => [...list].reverse());
    },
    { host: isSame },
  ),
  react(
    'attributes changed, and back',
    () => {
      const other = (list, area) =>
        list.map(({ key, type, props: { children, ...props } }) =>
          window.reactElement(
            type,
            { ...props, key, ...(key === 'kpi-card' ? { area } : {}) },
            children,
          ),
        );
      window.draw((list) => other(list, '44@2025'));
      window.draw((list) => other(list, '48@2008'));
    },
    { host: isSame, requests: 2 },
  ),
  react('taken out and drawn anew, with other text between', () => {
    window.draw(() => []);
    window.draw(() => window.reactFirst);
  }),
];

const hidden = [
  {
    name: 'a carousel: display: none, then shown one after the other',
    parts: {
      head: css('.slide{display:none}.slide.on{display:block}'),
      body: box(BLOCKS.map((name) => `<div class="slide">${WIDGETS[name].html}</div>`).join('')),
    },
    widgets: BLOCKS,
    act: async (tab) => {
      await defined(tab);
      await tab.evaluate(async () => {
        const slides = [...document.querySelectorAll('.slide')];
        for (const slide of slides) {
          slides.forEach((one) => one.classList.toggle('on', one === slide));
          await new Promise((done) => requestAnimationFrame(done));
        }
        slides.forEach((one) => one.classList.add('on'));
      });
    },
  },
  {
    name: 'a tab of width 0, which grows',
    parts: { head: css('.thin{width:0!important;overflow:hidden}'), body: box(all(), ' class="thin"') },
    act: async (tab) => {
      await defined(tab);
      await tab.waitForFunction(() => document.querySelector('tcns-trend')?.shadowRoot);
      await tab.evaluate(() => document.querySelector('#tcns').classList.remove('thin'));
    },
  },
  {
    name: 'a modal of Bootstrap 3, opened, closed, opened again',
    parts: {
      head:
        lib('bootstrap.css', 'jquery.js', 'bootstrap.js') +
        css('.modal-body{padding:0}.modal-dialog{width:680px;margin:0}'),
      body: `<div class="modal" id="m"><div class="modal-dialog"><div class="modal-body">${box()}</div></div></div>`,
    },
    act: async (tab) => {
      await defined(tab);
      await tab.evaluate(() => {
        for (const act of ['show', 'hide', 'show']) jQuery('#m').modal(act);
      });
    },
    host: () => (jQuery('#m').hasClass('in') ? '' : 'the modal is shut'),
  },
  {
    name: 'a page of columns',
    parts: { head: css('#tcns{columns:2}'), body: box() },
    expect: 'drawn',
  },
  {
    name: 'a page printed in columns, and back on the screen',
    parts: { head: css('@media print{#tcns{columns:2}}') },
    act: async (tab) => {
      await figure(tab);
      await tab.emulateMedia({ media: 'print' });
      await tab.emulateMedia({ media: 'screen' });
    },
  },
];

const brought = [
  {
    name: 'a <template>, its content cloned twice',
    widgets: COPIED,
    parts: {
      body: `<template id="t">${all(COPIED)}</template><div id="first" style="width:640px"></div>${box('')}`,
    },
    act: (tab) =>
      tab.evaluate(() => {
        const { content } = document.querySelector('#t');
        document.querySelector('#tcns').append(document.importNode(content, true));
        document.querySelector('#first').append(content.cloneNode(true));
      }),
    host: () =>
      document.querySelector('#t').content.querySelector('tcns-kpi-card').shadowRoot
        ? 'the template was drawn'
        : '',
  },
  {
    name: 'a widget that is drawn, cloned with its insides, the first one gone',
    act: async (tab) => {
      await figure(tab);
      await tab.waitForFunction(() =>
        document.querySelector('tcns-trend').shadowRoot?.querySelector('[part~="footer"]'),
      );
      await tab.evaluate(() => {
        const home = document.querySelector('#tcns');
        const copy = home.cloneNode(true);
        home.replaceWith(copy);
      });
    },
  },
  {
    name: 'the HTML of a drawn page, put back as text',
    act: async (tab) => {
      await figure(tab);
      await tab.evaluate(() => {
        const home = document.querySelector('#tcns');
        const html = home.innerHTML;
        home.innerHTML = '';
        home.innerHTML = html;
      });
    },
  },
  {
    name: 'document.write of script and tags',
    parts: {
      script: '',
      body: js(`document.write(${JSON.stringify(`${LOADER}${box()}`).replaceAll('</', '<\\/')})`),
    },
  },
  {
    name: 'an iframe that is moved in the page',
    frame: true,
    parts: {
      script: '',
      body: '<div id="other"></div><iframe src="%INNER%" style="width:700px;height:20000px;border:0"></iframe>',
    },
    act: async (tab, frame) => {
      await frame.waitForSelector('#tcns tcns-kpi-card .digits');
      await tab.evaluate(
        () =>
          new Promise((done) => {
            const moved = document.querySelector('iframe');
            document.querySelector('#other').appendChild(moved);
            moved.addEventListener('load', done, { once: true });
          }),
      );
    },
    inner: hostPage(),
    // Each of its two lives asks.
    requests: 2,
  },
  {
    name: 'pjax: the body swapped four times, its scripts evaluated again',
    parts: { body: box() + LOADER },
    act: async (tab) => {
      await figure(tab);
      await tab.evaluate(() => {
        const html = document.body.innerHTML;
        for (let i = 0; i < 4; i++) {
          const body = document.createElement('body');
          body.innerHTML = html;
          document.body.replaceWith(body);
          for (const old of body.querySelectorAll('script')) {
            const script = document.createElement('script');
            for (const { name, value } of old.attributes) script.setAttribute(name, value);
            script.text = old.text;
            old.replaceWith(script);
          }
        }
      });
    },
  },
  {
    name: 'Turbo 8: the script in the body, evaluated at each visit',
    parts: { head: lib('turbo.js'), script: '', body: `<a id="go" href="%INNER%">Go</a>${LOADER}` },
    inner: hostPage({ head: lib('turbo.js'), script: '', body: box() + LOADER }),
    act: async (tab) => {
      await tab.click('#go');
      await tab.waitForSelector('#tcns');
    },
  },
];

export const arrivalPages = [...jquery, ...reactPages, ...hidden, ...brought];
