/** Bare d3: a projection fitted to the borders, a path each. */
import { geoMercator, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { colour, valuesOf } from '../figures.js';

const [WIDTH, HEIGHT] = [600, 640];
let paths;

export function mount(at, { document: figures, geo }) {
  const values = valuesOf(figures);
  const outline = geoPath(geoMercator().fitSize([WIDTH, HEIGHT], geo));
  const box = select(at);
  paths = box
    .append('svg')
    .attr('viewBox', `0 0 ${WIDTH} ${HEIGHT}`)
    .attr('width', '100%')
    .attr('height', HEIGHT)
    .selectAll('path')
    .data(geo.features)
    .join('path')
    .attr('d', outline)
    .attr('stroke', '#fff')
    .attr('fill', ({ id }) => colour(values.get(id)));
  const said = box.append('p');
  paths.on('pointerover', (_event, { id }) => said.text(id));
}

export function update({ document: figures }) {
  const values = valuesOf(figures);
  paths.attr('fill', ({ id }) => colour(values.get(id)));
}
