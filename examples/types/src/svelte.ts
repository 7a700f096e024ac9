/** What Svelte's types take of a widget, and what they refuse: the attributes as its compiler checks them. */
import type {} from 'tcns-widgets/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Uses<Tag extends keyof SvelteHTMLElements> = readonly SvelteHTMLElements[Tag][];

export const cards: Uses<'tcns-kpi-card'> = [
  { indicator: 'teams', headingLevel: 2, noMenu: true, data: {}, class: 'wide' },
  { 'heading-level': '2', 'no-menu': '', theme: 'dark', lang: 'en', onclick: () => undefined },
  { 'ontcns-load': ({ detail }) => console.log(detail.document) },
  // @ts-expect-error it is no number
  { 'heading-level': 'two' },
  // @ts-expect-error in HTML this would be true
  { 'no-menu': 'false' },
  // @ts-expect-error none of the words
  { theme: 'night' },
  // @ts-expect-error there is no such member
  { 'ontcns-load': ({ detail }) => console.log(detail.documents) },
];

export const maps: Uses<'tcns-coverage-map'> = [
  { scale: 'quantile', layout: 'tiles', drill: true },
  { 'on:tcns-select': ({ detail }) => console.log(detail.area) },
  // @ts-expect-error none of the words
  { scale: 'linear' },
];
