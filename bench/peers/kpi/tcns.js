/* global document */
import '/cdn/kpi-card.js';

let card;

export async function mount(at, { document: figures }) {
  const [{ area, indicator }] = figures.observations;
  card = document.createElement('tcns-kpi-card');
  card.area = area;
  card.indicator = indicator;
  card.data = figures;
  at.append(card);
  await card.updateComplete;
}

export async function update({ document: figures }) {
  card.data = figures;
  await card.updateComplete;
}
