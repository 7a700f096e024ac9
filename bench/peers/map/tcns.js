/* global document, MutationObserver */
import '/cdn/coverage-map.js';

let map;

/** The drawing is there; looking for it every millisecond would be measured, too. */
const drawn = () =>
  new Promise((done) => {
    const look = () => map.shadowRoot.querySelector('svg.map') && done(seen.disconnect());
    const seen = new MutationObserver(look);
    seen.observe(map.shadowRoot, { childList: true, subtree: true });
    look();
  });

export async function mount(at, { document: figures }) {
  map = document.createElement('tcns-coverage-map');
  map.area = 'vn@2008';
  map.indicator = 'coverage.hamlet';
  map.data = figures;
  at.append(map);
  await drawn();
}

export async function update({ document: figures }) {
  map.data = figures;
  await map.updateComplete;
}
