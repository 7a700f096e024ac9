/* global document */
import '/cdn/coverage-map.js';
import { drawn } from '/drawn.js';

let map;

export async function mount(at, { document: figures }) {
  map = document.createElement('tcns-coverage-map');
  map.area = 'vn@2008';
  map.indicator = 'coverage.hamlet';
  map.data = figures;
  at.append(map);
  await drawn(map);
}

export async function update({ document: figures }) {
  map.data = figures;
  await map.updateComplete;
}
