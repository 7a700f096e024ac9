/** The body of a roster: its choices, and the teams as a list, as cards or as one page. */
import { html, nothing, type TemplateResult } from 'lit';
import { controlsView } from './team-roster.controls.js';
import type { RosterFilters } from './team-roster.filters.js';
import { listView, pageView } from './team-roster.list.js';
import type { RosterPrint } from './team-roster.print.js';
import type { RosterRows } from './team-roster.rows.js';
import type { RosterContext } from './team-roster.view.js';

export interface RosterBody {
  /** What the page asks for. */
  readonly page: {
    readonly view: string;
    readonly plain: boolean;
    readonly noSearch: boolean;
    readonly noFilters: boolean;
  };
  readonly rows: RosterRows;
  readonly filters: RosterFilters;
  readonly print: RosterPrint;
  /** True where a search found only names that are spelt alike. */
  readonly isNear: boolean;
  readonly isWide: boolean;
  /** The level of the headings of groups. */
  readonly level: number;
}

/** The controls, and the teams in the form that the page asks for. */
export function bodyView(body: RosterBody, context: RosterContext, title: string): TemplateResult {
  const { page, print } = body;
  const close = page.plain ? undefined : () => print.show(false);
  return html`${print.isPrinting ? nothing : controls(body, context)}
  ${print.isPage ? pageView(context, title, print.groups, close) : list(body, context, title)}`;
}

function list({ page, rows, isWide, level }: RosterBody, context: RosterContext, label: string) {
  if (context.items.length === 0) return nothing;
  const view = page.view === 'cards' ? 'cards' : 'list';
  return listView({ context, rows, view, label, wide: isWide, level });
}

function controls({ page, rows, filters, isNear }: RosterBody, context: RosterContext): unknown {
  return controlsView(
    {
      filters,
      hasSearch: !page.noSearch,
      hasChoices: !page.noFilters,
      isNear,
      change: (change) => {
        if (change.query !== undefined) rows.openAll();
        filters.change(change);
      },
    },
    context,
  );
}
