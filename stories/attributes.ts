/** The controls that all data widgets share. Descriptions come from the manifest. */
import type { ArgTypes } from '@storybook/web-components-vite';
import { nothing } from 'lit';

/** The attributes of a data widget, and its events as the actions panel hears them. */
export interface DataArgs {
  src?: string;
  api?: string;
  area?: string;
  indicator?: string;
  at?: string;
  bundle?: string;
  adapter?: string;
  lang?: string;
  theme?: string;
  heading?: string;
  'heading-level'?: number;
  refresh?: number;
  'no-menu'?: boolean;
  'no-download'?: boolean;
  /** What the page puts between the tags. */
  fallback?: unknown;
  onTcnsLoad?: (event: Event) => void;
  onTcnsError?: (event: Event) => void;
}

/** An attribute that is only there when it says something. */
export const given = <T>(value: T | undefined): T | typeof nothing =>
  value === undefined || value === '' || value === null ? nothing : value;

const text = { control: 'text' } as const;
const hidden = { table: { disable: true } } as const;

/** The properties behind attributes of another name: one control is enough. */
export const hiddenProperties = (...names: string[]): ArgTypes =>
  Object.fromEntries(names.map((name) => [name, hidden]));

export const dataArgTypes: ArgTypes = {
  indicator: text,
  src: text,
  api: text,
  area: text,
  at: text,
  bundle: text,
  adapter: text,
  heading: text,
  'heading-level': { control: { type: 'number', min: 2, max: 6 } },
  refresh: { control: { type: 'number', min: 15 } },
  theme: { control: 'select', options: [undefined, 'light', 'dark'] },
  lang: {
    control: 'select',
    options: [undefined, 'vi', 'en'],
    description:
      'Language of this widget; absent: the dashboard’s, the page-wide setting, or the nearest `lang` in the page.',
    table: { category: 'attributes', type: { summary: 'string | undefined' } },
  },
  'no-menu': { control: 'boolean' },
  'no-download': { control: 'boolean' },
  data: { control: false },
  fallback: {
    name: '(default)',
    control: 'text',
    description: 'Shown until the figure is there, and kept if it never comes.',
    table: { category: 'slots', type: { summary: 'HTML' } },
  },
  // the properties behind attributes of another name, and the actions of the events
  ...hiddenProperties('headingLevel', 'noMenu', 'noDownload', 'onTcnsLoad', 'onTcnsError'),
};
