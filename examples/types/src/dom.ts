/** What the DOM's types know of a widget and its events, and what they refuse. */
import { configure, type TcnsEventMap } from 'tcns-widgets';
import 'tcns-widgets/coverage-map';
import 'tcns-widgets/kpi-card';

configure({ api: '/tcns/v1', theme: 'dark' });

const card = document.createElement('tcns-kpi-card');
card.theme = 'light';
card.variant = 'compact';
card.addEventListener('tcns-load', ({ detail }) => console.log(detail.document));
document.addEventListener('tcns-select', ({ detail }) => console.log(detail.area?.length));
window.addEventListener('tcns-error', ({ detail }) => console.log(detail.error.kind));
document.body.addEventListener('tcns-load', ({ detail }) => console.log(detail.document));
card.shadowRoot?.addEventListener('tcns-load', ({ detail }) => console.log(detail.document));
export const names: readonly (keyof TcnsEventMap)[] = ['tcns-load', 'tcns-error', 'tcns-select'];

// @ts-expect-error none of the words
configure({ theme: 'night' });
// @ts-expect-error none of the words
card.theme = 'night';
// @ts-expect-error none of the words
document.createElement('tcns-coverage-map').scale = 'linear';
// @ts-expect-error there is no such member
document.addEventListener('tcns-select', ({ detail }) => console.log(detail.areas));
// @ts-expect-error there is no such member
window.addEventListener('tcns-error', ({ detail }) => console.log(detail.errors));
// @ts-expect-error there is no such property
card.headingLevels = 2;
