/** The search and the choices of area, level, order and contact above the list. */
import { html, nothing, type TemplateResult } from 'lit';
import { firstOfEach } from '../../domain/first-of-each.js';
import { hasContact } from '../../domain/roster.js';
import type { Order } from '../../domain/roster-items.js';
import type { Wording } from '../../i18n/figures.js';
import { formatNumber } from '../../i18n/numbers.js';
import { selectOf, type Option } from '../../parts/base/select-field.js';
import type { Place } from '../../i18n/places.js';
import type { Translate } from '../../i18n/translator.js';
import type { Filters, RosterFilters } from './team-roster.filters.js';
import { searchInput } from './team-roster.search-input.js';
import type { RosterContext } from './team-roster.view.js';

/** More areas than this are not offered in a list. */
const MOST_AREAS = 150;
/** The number of teams that are looked at to decide which choices are offered. */
const SAMPLE = 2000;

export interface Controls {
  readonly filters: RosterFilters;
  readonly hasSearch: boolean;
  readonly hasChoices: boolean;
  /** True where the search shows texts near the query, because none has it as it was typed. */
  readonly isNear: boolean;
  /** Takes a change of the reader. */
  readonly change: (change: Partial<Filters>) => void;
}

/** The search, the choices, and how many results there are. */
export function controlsView(controls: Controls, context: RosterContext): TemplateResult {
  const result = resultText(controls, context);
  return html`<div class="controls" part="controls">
    ${controls.hasSearch ? searchBox(controls, context.wording) : nothing}
    ${controls.hasChoices ? choices(controls, context) : nothing}
    <p class=${result ? 'found-line muted' : 'sr'} role="status">${result}</p>
  </div>`;
}

/** "12 kết quả"; empty where nothing is searched for or left out. */
function resultText({ filters, isNear }: Controls, { items, wording }: RosterContext): string {
  const { t, language } = wording;
  const count = items.teamIndexes.length;
  if (!filters.isActive) return '';
  if (count === 0) return t('rosterNone');
  return t(isNear ? 'rosterFoundNear' : 'rosterFound', { n: formatNumber(count, language) });
}

function searchBox({ filters, change }: Controls, { t }: Wording): TemplateResult {
  return html`<label class="field search-field"
    >${t('rosterSearch')}
    ${searchInput({
      query: filters.value.query,
      search: (query) => change({ query }),
      end: () => filters.writeQuery(),
    })}
  </label>`;
}

function choices({ filters, change }: Controls, context: RosterContext): TemplateResult {
  const { feed, wording } = context;
  const { t } = wording;
  const { area, level, contact } = filters.value;
  const first = feed.roster.teams.slice(0, SAMPLE);
  const hasBothLevels = new Set(first.map((team) => team.level)).size > 1;
  const areas = areasOf(context, area);
  const levelOptions = [
    ['', t('rosterAnyLevel')],
    ['commune', t('rosterCommuneLevel')],
    ['hamlet', t('rosterHamletLevel')],
  ] as const;
  const orderOptions = [
    ['name', t('rosterOrderName')],
    ['members', t('rosterOrderMembers')],
    ['source', t('rosterOrderSource')],
  ] as const;
  const areaOptions = [
    ['', t('rosterAllAreas')] as const,
    ...areas.map(({ id, name }) => [id, name] as const),
  ];
  return html`${
    areas.length > 1
      ? select(t('rosterColumnArea'), area, areaOptions, (id) => change({ area: id }))
      : mayBring(feed)
        ? html`<span class="field" aria-hidden="true"></span>`
        : nothing
  }
  ${
    hasBothLevels
      ? select(t('rosterLevel'), level, levelOptions, (value) => change({ level: value }))
      : nothing
  }
  ${select(t('rosterOrder'), filters.orderOf(feed.isLong), orderOptions, (order) =>
    change({ order: order as Order }),
  )}
  ${first.some(hasContact) ? contactBox(contact, change, t) : nothing}`;
}

function contactBox(checked: boolean, change: Controls['change'], t: Translate): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${checked}
      @change=${(e: Event) => change({ contact: (e.target as HTMLInputElement).checked })}
    />
    ${t('rosterHasContact')}</label
  >`;
}

/** True while pages are on their way that may bring the list of areas: its room is kept, so that nothing moves. */
const mayBring = ({ isLong, isWhole, roster }: RosterContext['feed']): boolean =>
  isLong && !isWhole && roster.groups.length <= MOST_AREAS;

/** The areas to choose from; of a list with too many, only the chosen one. */
function areasOf({ feed, places }: RosterContext, chosen: string): readonly Place[] {
  const { groups } = feed.roster;
  const isTooLong = groups.length > MOST_AREAS || (feed.isLong && !feed.isWhole);
  return isTooLong
    ? groups.filter(({ id }) => id === chosen).map(({ id }) => places.named(id))
    : firstOfEach(places.sorted, ({ id }) => id);
}

const select = (
  label: string,
  value: string,
  options: readonly Option[],
  choose: (value: string) => void,
): TemplateResult =>
  html`<label class="field">${label} ${selectOf(options, value, choose, label)}</label>`;
