/* global document */
/** The floor: projects the corners, one string of paths, no more. */
const COLOURS = ['#dcebf7', '#a9cde9', '#6ca6d4', '#2f78b4', '#0b4a82'];
const colour = (value) =>
  value === undefined ? '#eee' : COLOURS[[40, 60, 80, 100].filter((from) => value >= from).length];
const valuesOf = (document) => new Map(document.observations.map((o) => [o.area, o.value]));
const ordinate = (lat) => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

let paths;

export async function mount(at, { document: figures }) {
  const geo = await (await fetch('/geo/communes.json')).json();
  const values = valuesOf(figures);
  const points = geo.features.flatMap((f) => f.geometry.coordinates[0]);
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon, lat] of points) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, ordinate(lat));
    north = Math.max(north, ordinate(lat));
  }
  const k = 1000 / (north - south);
  const place = ([lon, lat]) =>
    `${((lon - west) * k).toFixed(1)} ${((north - ordinate(lat)) * k).toFixed(1)}`;
  const root = at.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.innerHTML = `<style>path{stroke:#fff}</style>
    <svg role="img" viewBox="0 0 ${(east - west) * k} 1000" width="100%">${geo.features
      .map(
        ({ id, geometry }) =>
          `<path id="${id}" d="M${geometry.coordinates[0].map(place).join('L')}Z" fill="${colour(values.get(id))}"/>`,
      )
      .join('')}</svg>`;
  paths = root.querySelectorAll('path');
}

export function update({ document: figures }) {
  const values = valuesOf(figures);
  for (const path of paths) path.setAttribute('fill', colour(values.get(path.id)));
}
