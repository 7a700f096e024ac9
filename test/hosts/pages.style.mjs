/* global document -- inside the pages */
/** Host pages whose style sheets reach for everything. */
import { all } from './widgets.mjs';
import { box, css, hostPage, lib, openTables } from './host-page.mjs';

/**
 * A dashboard is a box of the page, as a `div` is, and what is in it is the page's: rules that give
 * every box another width give it one, too.
 */
const BOX = { dashboard: 'drawn' };
const styled = (name, text, more = {}) => ({ name, parts: { head: css(text) }, ...more });

const HARD = `* { margin: 7px 0 !important; padding: 9px !important; border: 3px solid red !important;
  font: italic 700 27px/3 serif !important; color: red !important; background: yellow !important;
  float: left !important; display: inline-block !important; position: relative !important;
  letter-spacing: 4px !important; text-transform: uppercase !important; text-align: right !important;
  box-sizing: content-box !important; height: 40px !important;
  max-height: 60px !important; overflow: hidden !important; transform: rotate(2deg) !important;
  opacity: .5 !important; transition: all 5s !important; box-shadow: 0 0 9px red !important }
  head, head * { display: none !important }
  html, body { display: block !important; float: none !important; width: auto !important;
  height: auto !important; max-height: none !important; overflow: visible !important;
  transform: none !important; opacity: 1 !important }`;

export const stylePages = [
  { name: 'quirks mode, in plain boxes', parts: { doctype: '' } },
  {
    name: 'Bootstrap 3 in quirks mode, tables open',
    like: 'open',
    act: openTables,
    parts: {
      doctype: '',
      head: lib('bootstrap.css') + css('table, td, th { font: 11px Tahoma; border: 1px solid red }'),
    },
  },
  styled('* { … !important }, tables open', HARD, { like: 'open', act: openTables, expect: BOX }),
  { name: 'dir="rtl"', parts: { lang: ' lang="vi" dir="rtl"' } },
  { name: 'lang="vn"', parts: { lang: ' lang="vn"' } },
  { name: 'no lang', parts: { lang: '' } },
  {
    name: 'the body does not scroll, a box in it does (SharePoint)',
    parts: {
      head: css(
        'html, body { height: 100%; overflow: hidden; margin: 0 } #s4-workspace { height: 6400px; overflow: scroll; position: relative; font: 8pt Verdana }',
      ),
      body: `<form id="aspnetForm"><div id="s4-workspace">${box()}</div></form>`,
    },
  },
  {
    name: 'Bootstrap 3',
    parts: { head: lib('bootstrap.css', 'bootstrap-theme.css') },
  },
  { name: 'normalize.css', parts: { head: lib('normalize.css') } },
  styled(
    'Meyer reset',
    `html, body, div, span, p, b, i, tcns-stat, table, ul, li, button { margin: 0; padding: 0; border: 0;
     font-size: 100%; font: inherit; vertical-align: baseline } body { line-height: 1 }
     ol, ul { list-style: none } table { border-collapse: collapse; border-spacing: 0 }`,
  ),
  styled(
    '* { … }',
    `* { margin: 0; padding: 0; box-sizing: border-box; font-family: "Times New Roman", serif;
     font-size: 19px; line-height: 2.4; color: #800; text-align: justify }`,
  ),
  styled('* { … !important }', HARD, { expect: BOX }),
  styled('* { all: unset !important }', '* { all: unset !important } head, head * { display: none !important } body, div, p { display: block !important }', {
    // The width is the page's matter, and with it the most that a card takes.
    expect: { ...BOX, 'kpi-card': 'drawn' },
  }),
  styled(
    'pseudo-elements on everything',
    `*::before { content: "x" !important; display: block !important; height: 30px !important }
     *::after { content: "" ; display: table; clear: both }`,
    { expect: BOX },
  ),
  styled(
    'inherited styles',
    `body { font: italic 700 30px/3 fantasy; letter-spacing: 5px; word-spacing: 9px; text-align: right;
     text-transform: uppercase; text-indent: 40px; white-space: pre; color: red; cursor: wait;
     text-shadow: 1px 1px red; direction: rtl; user-select: none; list-style: square;
     font-variant: small-caps; font-feature-settings: "smcp"; font-stretch: 50%; text-decoration: line-through;
     hyphens: auto; tab-size: 20; quotes: none; border-collapse: collapse; border-spacing: 20px;
     font-variant-numeric: oldstyle-nums; caption-side: bottom; empty-cells: hide; fill: red; stroke: red }`,
  ),
  styled('root font 62.5 %', 'html { font-size: 62.5% } body { font-size: 1.4rem }'),
  styled('root font 40 px', 'html { font-size: 40px }'),
  styled('root font 1 px', 'html { font-size: 1px }'),
  styled(
    'rules for tags with a dash, by attribute, by :not()',
    `[area], [indicator], [data-w] { display: none; height: 10px !important; overflow: hidden !important }
     :not(:defined) { visibility: hidden } body :not(p):not(div) { font-size: 40px !important }`,
    // A rule for all but p and div is one for the words of a sentence, too.
    { expect: { ...BOX, stat: 'drawn' } },
  ),
  styled(
    'containment on everything',
    `* { contain: strict !important; content-visibility: auto !important; container-type: size !important;
     will-change: transform !important; filter: blur(0) !important; clip-path: inset(0) !important;
     columns: 2 !important; zoom: 1 !important } html, body, p, head, head *, #tcns { contain: none !important;
     container-type: normal !important; columns: auto !important; content-visibility: visible !important }`,
    { expect: BOX },
  ),
  {
    name: 'quirks mode',
    parts: {
      doctype: '',
      head: css('body, table, td { font: 11px Tahoma; color: #333 } img { border: 0 }'),
      body: `<table width="700"><tr><td>${box()}</td></tr></table>`,
    },
    host: () => (document.compatMode === 'BackCompat' ? '' : 'not in quirks mode'),
  },
  {
    name: 'XHTML 1.0 Transitional, layout tables',
    parts: {
      doctype:
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n',
      lang: ' xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi" lang="vi"',
      body: `<table cellpadding="4" border="1"><tr><td valign="top" align="center">${box()}</td></tr></table>`,
    },
  },
  {
    name: 'dark page with color-scheme',
    like: 'dark',
    parts: {
      head: css(':root { color-scheme: dark } body { background: #111; color: #eee } a { color: #9cf }'),
    },
  },
  styled(
    'dark page without color-scheme',
    'html, body { background: #000 !important; color: #fff !important } * { border-color: #333 }',
  ),
  styled(
    'forced inversion of a dark mode plug-in',
    'html { filter: invert(1) hue-rotate(180deg) } img, video, iframe { filter: invert(1) }',
  ),
  {
    name: 'sidebar of 180 px',
    like: '180',
    parts: { body: `<aside>${box(undefined, ' class="w180"')}</aside>` },
  },
  {
    name: 'floats, flex rows and grids',
    html: hostPage({
      head: css(
        `.row > * { width: 640px } .float > div { float: left } .flex { display: flex; align-items: flex-start }
         .grid { display: grid; grid-template-columns: 640px; justify-items: center; text-align: center }
         .cell { display: table } .cell > div { display: table-cell }
         .inline > div { display: inline-block } .abs { position: relative; height: 900px }
         .abs > div { position: absolute; top: 0 } .flex > div { flex: none }`,
      ),
      body: `<div class="row flex"><div>${all(['kpi-card', 'stat'])}</div></div>
        <div class="row float"><div>${all(['coverage-map'])}</div></div><br clear="all">
        <div class="row grid">${all(['ranking', 'trend'])}</div>
        <div class="row cell"><div>${all(['team-roster'])}</div></div>
        <div class="row inline"><div>${all(['service-guide'])}</div></div>
        <div class="row abs"><div>${all(['campaign-tracker'])}</div></div>
        <div class="row flex"><div>${all(['dashboard'])}</div></div>`,
    }),
  },
];
