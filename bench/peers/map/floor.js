/* global document */
/** The floor: paths, classes, one style sheet, one listener. */
const COLOURS = ['#dcebf7', '#a9cde9', '#6ca6d4', '#2f78b4', '#0b4a82'];
const colour = (value) =>
  value === undefined ? '#eee' : COLOURS[[40, 60, 80, 100].filter((from) => value >= from).length];
const valuesOf = (document) => new Map(document.observations.map((o) => [o.area, o.value]));

let paths;

export function mount(at, { document: figures, shapes, width, height }) {
  const values = valuesOf(figures);
  const root = at.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.innerHTML = `<style>path{stroke:#fff}path:hover{opacity:.8}</style>
    <svg role="img" viewBox="0 0 ${width} ${height}" height="640" width="100%">${shapes
      .map(([id, d]) => `<path id="${id}" d="${d}" fill="${colour(values.get(id))}"/>`)
      .join('')}</svg><p></p>`;
  paths = root.querySelectorAll('path');
  root.addEventListener('pointerover', ({ target }) => {
    root.querySelector('p').textContent = target.id;
  });
}

export function update({ document: figures }) {
  const values = valuesOf(figures);
  for (const path of paths) path.setAttribute('fill', colour(values.get(path.id)));
}
