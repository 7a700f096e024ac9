/** The names of the places in a roster, in one language on one day, and which of them are shown. */
import type { Team } from '../../api/teams.js';
import type { RosterFeed } from '../../data/roster-feed.js';
import { areaKind } from '../../domain/areas.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { capital } from '../../i18n/capital.js';
import { childLabel, formerAndPresent, fullAreaName } from '../../i18n/area-names.js';
import { nameOrder } from '../../i18n/order.js';
import { placeOf, placesOf, type Place } from '../../i18n/places.js';
import { textOf } from '../../i18n/texts.js';
import type { Translate } from '../../i18n/translator.js';
import { memo } from '../../parts/base/memo.js';

/** The most parents of an area that are followed; more would be a circle. */
const MOST_LEVELS = 6;

export class RosterPlaces {
  /** The area of the document. */
  readonly root: string;
  private readonly asked: string;
  private readonly names = new Map<string, Place>();

  constructor(
    private readonly feed: RosterFeed,
    readonly language: string,
    /** The day in Viet Nam, `YYYY-MM-DD`. */
    private readonly today: string,
    askedArea: string | undefined,
  ) {
    this.root = canonicalAreaId(feed.doc.area);
    this.asked = askedArea ? canonicalAreaId(askedArea) : this.root;
  }

  /** The area that is shown: the one asked for where the list has it by now, else that of the document. */
  get scope(): string {
    return this.asked in this.feed.doc.areas ? this.asked : this.root;
  }

  /** True for an area inside the one that is shown. */
  includes(id: string): boolean {
    if (this.scope === this.root) return true;
    let at: string | undefined = id;
    for (let level = 0; at && level < MOST_LEVELS; level++) {
      if (at === this.scope) return true;
      at = this.feed.areas[at]?.parent;
    }
    return false;
  }

  /** The teams inside the area that is shown. */
  get teams(): Team[] {
    const { teams, groupOf } = this.feed.roster;
    if (this.scope === this.root) return teams;
    return teams.filter((_, i) => this.includes(groupOf[i]?.id ?? ''));
  }

  named(id: string): Place {
    let place = this.names.get(id);
    if (!place) {
      const { areas } = this.feed;
      place = placeOf(id, (a) => areas[a], this.language, this.today);
      // A later page may bring the area.
      if (areas[id]) this.names.set(id, place);
    }
    return place;
  }

  /** A place without the words that the title of the list has already. */
  brief(id: string): Place {
    const place = this.named(id);
    const scope = this.named(this.scope);
    if (place.id === scope.id) return { ...place, above: '', present: '' };
    const { areas } = this.feed.doc;
    const area = areas[scope.id];
    const end = area ? childLabel(area, (a) => areas[a], this.language) : '';
    const above =
      end && place.above.endsWith(end) ? place.above.slice(0, -end.length) : place.above;
    const present = place.present === scope.present ? '' : place.present;
    return { ...place, above: above.replace(/, $/, ''), present };
  }

  /** The places under which a reader may look: communes, and the former ones that went into them. */
  get all(): readonly Place[] {
    return this.placesOf(this.feed.roster.groups.length, this.scope);
  }

  /** The same by name. */
  get sorted(): readonly Place[] {
    return this.sort(this.all);
  }

  /** The hamlet of a team; empty where the data names none. */
  hamletOf(team: Team): string {
    const hamlet = textOf(team.hamlet, this.language);
    const area = this.feed.areas[team.area];
    return hamlet || !area || areaKind(area) !== 'hamlet'
      ? hamlet
      : textOf(area.name, this.language);
  }

  /** "Tổ công nghệ số cộng đồng, phường An Khê": the place's own term for its teams. */
  title(t: Translate): string {
    const { feed, language, scope } = this;
    const area = feed.areas[scope];
    const title = textOf(feed.doc.term, language) || t('rosterTerm');
    if (!area || areaKind(area) === 'country')
      return t('titleWithArea', { title, area: scope === 'vn' ? t('nationwide') : scope });
    return t('titleWithArea', { title, area: this.history.former ?? fullAreaName(area, language) });
  }

  /** "Nay thuộc phường An Khê", where the area that is shown is no more. */
  get presentLine(): string {
    const { present = '' } = this.history;
    return capital(present);
  }

  private get history() {
    const { areas } = this.feed;
    return formerAndPresent(this.scope, (id) => areas[id], this.language, { today: this.today });
  }

  private readonly placesOf = memo((_groups: number, _scope: string): readonly Place[] => {
    const { roster, areas } = this.feed;
    const groups = roster.groups.filter(({ id }) => this.includes(id));
    return placesOf(groups, areas, this.language, this.today, (id) => this.named(id));
  });

  private readonly sort = memo((places: readonly Place[]): readonly Place[] => {
    const compare = nameOrder(this.language);
    return [...places].sort((a, b) => compare(a.name, b.name) || compare(a.above, b.above));
  });
}
