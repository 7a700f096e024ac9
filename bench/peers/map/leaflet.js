/* global CSSStyleSheet, document */
/** Leaflet without tiles: a GeoJSON layer in the colours of the figures. */
import { GeoJSON, Map as LeafletMap } from 'leaflet/dist/leaflet-src.esm.js';
import css from 'leaflet/dist/leaflet.css?inline';
import { boxIn, colour, valuesOf } from '../figures.js';

let layer;
let values;

const style = ({ id }) => ({
  fillColor: colour(values.get(id)),
  fillOpacity: 1,
  color: '#fff',
  weight: 1,
});

export function mount(at, { document: figures, geo }) {
  values = valuesOf(figures);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const map = new LeafletMap(boxIn(at), {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0,
    fadeAnimation: false,
    zoomAnimation: false,
  });
  layer = new GeoJSON(geo, {
    style,
    onEachFeature: ({ id }, shape) => shape.bindTooltip(() => `${id}: ${values.get(id)}`),
  }).addTo(map);
  map.fitBounds(layer.getBounds(), { animate: false });
}

export function update({ document: figures }) {
  values = valuesOf(figures);
  layer.setStyle(style);
}
