import 'tcns-widgets/kpi-card';
import { figures } from '../../shared/document';

const card = document.querySelector<HTMLElementTagNameMap['tcns-kpi-card']>('#card');
const loaded = document.querySelector('#loaded');
let teams = 1000;
let count = 0;

if (card && loaded) {
  card.addEventListener('tcns-load', ({ detail }) => {
    loaded.textContent = `${++count} ${typeof detail.document}`;
  });
  card.data = figures(teams);
  document.querySelector('#more')?.addEventListener('click', () => {
    card.data = figures((teams += 1));
  });
}
