/* global document, CSSStyleSheet */
/** The floor: rows of one height, of which the visible ones are drawn; a filter in lower case, no more. */
const COLUMNS = ['id', 'leader', 'role', 'team', 'commune', 'province', 'members', 'kpi'];
const HEIGHT = 28;
const style = new CSSStyleSheet();
style.replaceSync(
  ':host{display:block;height:500px;overflow:auto;contain:strict;font:14px sans-serif}.r{display:grid;grid-template-columns:60px 2fr 1fr 1fr 1.5fr 1.5fr 60px 60px;height:28px;align-items:center;border-bottom:1px solid #ddd}#s{position:relative}#w{position:absolute;inset:0 0 auto}',
);

let host;
let all;
let view;
let space;
let part;

const escaped = (value) => String(value).replace(/[<&]/g, (c) => `&#${c.charCodeAt()};`);

function draw() {
  const first = Math.max(0, Math.floor(host.scrollTop / HEIGHT) - 4);
  space.style.height = `${view.length * HEIGHT}px`;
  part.style.transform = `translateY(${first * HEIGHT}px)`;
  let rows = '';
  for (let i = first; i < Math.min(view.length, first + 26); i++) {
    rows += `<div class="r" role="row" aria-rowindex="${i + 1}">`;
    for (const column of COLUMNS) rows += `<span role="cell">${escaped(view[i][column])}</span>`;
    rows += '</div>';
  }
  part.innerHTML = rows;
}

export function mount(at, { rows }) {
  host = at.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [style];
  root.innerHTML = '<div id="s" role="table"><div id="w"></div></div>';
  space = root.querySelector('#s');
  part = root.querySelector('#w');
  host.onscroll = draw;
  all = view = rows;
  draw();
}

export function update({ query }) {
  const q = query.toLowerCase();
  view = all.filter((r) =>
    [r.leader, r.commune, r.province].some((text) => text.toLowerCase().includes(q)),
  );
  host.scrollTop = 0;
  draw();
}
