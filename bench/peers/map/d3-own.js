/** Bare d3 with as many corners as the widget's own borders have. */
import * as d3 from './d3.js';

export const mount = (at, { ownGeo, ...data }) => d3.mount(at, { ...data, geo: ownGeo });
export const { update } = d3;
