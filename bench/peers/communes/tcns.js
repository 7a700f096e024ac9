/* global document */
import '/cdn/coverage-map.js';
import { drawn } from '/drawn.js';

let map;

export async function mount(at, { document: figures }) {
  map = document.createElement('tcns-coverage-map');
  map.area = 'mau@2025';
  map.indicator = 'coverage.hamlet';
  map.geoSrc = '/geo/communes.json';
  map.data = figures;
  at.append(map);
  await drawn(map);
}

export async function update({ document: figures }) {
  map.data = figures;
  await map.updateComplete;
}
