import { configure } from 'tcns-widgets';
import 'tcns-widgets/kpi-card';
import 'tcns-widgets/stat';
import 'tcns-widgets/themes/portal.css';
import { figures } from '../../shared/document.ts';

configure({ theme: 'light' });

const find = <K extends keyof HTMLElementTagNameMap>(selector: string) =>
  document.querySelector(selector) as HTMLElementTagNameMap[K];

const card = find<'tcns-kpi-card'>('#card');
const stat = find<'tcns-stat'>('#stat');
const loaded = find<'p'>('#loaded');
let teams = 1000;
let count = 0;

// The event is typed: `detail.document` is the document that is shown.
card.addEventListener('tcns-load', ({ detail }) => {
  loaded.textContent = `${++count} ${typeof detail.document}`;
});
card.data = stat.data = figures(teams);
find<'button'>('#more').addEventListener('click', () => (card.data = figures((teams += 1))));
find<'button'>('#toggle').addEventListener('click', () =>
  card.isConnected ? card.remove() : document.querySelector('h1')?.after(card),
);
