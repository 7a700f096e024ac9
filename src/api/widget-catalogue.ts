/**
 * The widget catalogue: one row a widget. The loader, the embed builder, the frame page, the self-check,
 * the dashboard and the scaffold read what a widget is from here, and from nowhere else.
 */
import type { DocumentKind } from './document-kinds.js';

/** What the rest of the project has to know of a widget before its module is loaded. */
export interface WidgetEntry {
  /** The kind of document that it shows. */
  readonly document: DocumentKind;
  /** How many indicators it shows. */
  readonly indicators: 'none' | 'one' | 'many';
  /** Whose figures it shows: the area's own, those of the area's children, or a dashboard's of both. */
  readonly figures: 'area' | 'children' | 'both';
  /** Whether the attribute `at` pins its figure to a date. */
  readonly pins: boolean;
  /** Whether a dashboard that is made from an address or by the builder shows it. */
  readonly onBoard?: true;
  /**
   * Height in px that is kept free before its module is there, by what follows the tag in a CSS selector;
   * empty where none is kept.
   */
  readonly heights: Readonly<Record<string, number>>;
}

const figures = {
  document: 'observations',
  indicators: 'one',
  figures: 'area',
  pins: true,
} as const;
const none = { indicators: 'none', figures: 'area', pins: false } as const;

/** All widgets, by the name of their module: `kpi-card` is `<tcns-kpi-card>`. */
export const CATALOGUE: Readonly<Record<string, WidgetEntry>> = {
  dashboard: { ...figures, indicators: 'many', figures: 'both', pins: false, heights: {} },
  'campaign-tracker': {
    ...none,
    document: 'campaign',
    heights: { '': 760, '[view=compact]': 480, '[view=headline]': 76 },
  },
  'coverage-map': {
    ...figures,
    indicators: 'many',
    figures: 'children',
    onBoard: true,
    heights: { '': 640 },
  },
  'kpi-card': { ...figures, onBoard: true, heights: { '': 236, '[variant=compact]': 176 } },
  ranking: { ...figures, figures: 'children', onBoard: true, heights: { '': 420 } },
  'service-guide': { ...none, document: 'services', heights: { '': 420 } },
  stat: { ...figures, heights: {} },
  'team-roster': { ...none, document: 'teams', heights: { '': 560 } },
  trend: { ...figures, indicators: 'many', onBoard: true, heights: { '': 440 } },
};

/** The names of all widgets. */
export const WIDGETS: readonly string[] = Object.keys(CATALOGUE);

/** The widgets of a dashboard that is made from an address or by the builder. */
export const boardWidgets = (): string[] => WIDGETS.filter((name) => CATALOGUE[name]?.onBoard);

/** The row of an element's tag: `tcns-kpi-card`; `undefined` for any other tag. */
export function entryOfTag(tag: string): WidgetEntry | undefined {
  const name = tag.replace(/^tcns-/, '');
  return name !== tag && WIDGETS.includes(name) ? CATALOGUE[name] : undefined;
}
