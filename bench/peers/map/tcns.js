/* global document */
import '/cdn/coverage-map.js';

let map;

const drawn = async () => {
  while (!map.shadowRoot.querySelector('svg.map')) {
    await map.updateComplete;
    await new Promise((done) => setTimeout(done));
  }
};

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
