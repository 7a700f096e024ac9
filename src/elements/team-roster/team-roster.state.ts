import { isServer, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { adapterNamed } from '../../data/adapters.js';
import { RosterFeed } from '../../data/roster-feed.js';
import { rosterShape, type RosterDocument } from '../../api/roster-document.js';
import type { Team } from '../../api/teams.js';
import { areaKind } from '../../domain/areas.js';
import { childLabel } from '../../i18n/area-names.js';
import { vietnamDay } from '../../domain/calendar.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { shownName } from '../../domain/people.js';
import { RosterItems, type Order } from '../../domain/roster-items.js';
import { placeOf, placesOf, type Place } from '../../i18n/places.js';
import { FIELD } from '../../domain/search-text.js';
import { textOf } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/translator.js';
import { viRoster } from '../../i18n/vi.roster.js';
import { DataElement } from '../../parts/base/data-element.js';
import { TcnsSelectEvent } from '../../parts/base/events.js';
import { UrlState } from '../../parts/base/url-state.js';
import { rowKey } from './team-roster.list.js';
import type { Filters } from './team-roster.panels.js';
import { RosterSearch, type Found } from './team-roster.search.js';
import type { Drawn, QrCode } from './team-roster.view.js';
import { RowWindow } from './team-roster.window.js';

const NO_FILTERS: Filters = { query: '', level: '', area: '', contact: false, order: 'name' };

let collator: Intl.Collator | undefined;
/** English readers, too, look for Vietnamese names in their own order. Made when first used: it is slow to make. */
const compare = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('vi', { numeric: true })).compare(a, b);

/** What a roster is asked to show, what has arrived of it, and what its reader chose. */
export abstract class TeamRosterState extends DataElement<RosterDocument> {
  protected static override readonly measured = true;

  /** `list`: rows by commune; `cards`; `finder`: a citizen's way to the own team. */
  @property() view: 'list' | 'cards' | 'finder' = 'list';
  /** Shows the whole list on one page, for the browser's own search and for print. */
  @property({ type: Boolean }) plain = false;
  /** Keeps the search and the choice in the page's address. */
  @property({ attribute: 'url-state', type: Boolean }) urlState = false;
  /** Hides the search. */
  @property({ attribute: 'no-search', type: Boolean }) noSearch = false;
  /** Hides the choices of area, level, order and contact. */
  @property({ attribute: 'no-filters', type: Boolean }) noFilters = false;

  @state() protected filters = NO_FILTERS;
  @state() protected closed: ReadonlySet<string> = new Set();
  /** The team whose QR code is open in the list. */
  @state() protected qrOf = -1;
  /** The team that the finder has come to. */
  @state() protected chosenTeam: string | undefined;

  protected readonly shape = rosterShape;
  protected feed: RosterFeed | undefined;
  protected items: RosterItems | undefined;
  protected found: Found | undefined;
  /** The row that Tab comes to, and its name. */
  protected active = 0;
  private readonly codes = new Map<string, QrCode | undefined>();
  private coming: RosterFeed | undefined;
  private worked:
    { readonly key: string; readonly feed: RosterFeed; readonly hits: unknown } | undefined;
  private placesFor:
    { readonly key: string; readonly feed: RosterFeed; readonly all: Place[] } | undefined;
  private ordering: { readonly of: Place[]; readonly sorted: Place[] } | undefined;
  private readonly placeNames = new Map<string, Place>();
  private namesFor = '';

  protected readonly url = new UrlState(
    this,
    () => this.urlState,
    () => this.readUrl(),
  );
  protected readonly window = new RowWindow(this, () => {
    const { feed } = this;
    if (feed?.hasMore && !feed.error && !isServer) void Promise.resolve().then(() => feed.more());
  });
  protected readonly search = new RosterSearch(() => this.requestUpdate());

  constructor() {
    super();
    useTexts(viRoster);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.readUrl();
  }

  /** The day in Viet Nam, as it was when the list was last drawn. */
  protected today = vietnamDay(Date.now());

  protected get shownView(): 'list' | 'cards' | 'finder' {
    return this.view === 'cards' || this.view === 'finder' ? this.view : 'list';
  }

  /** The area that is shown: the one asked for, where the document has it, else the document's. */
  protected scopeOf(document: RosterDocument): string {
    const asked = this.area ? canonicalAreaId(this.area) : '';
    const own = canonicalAreaId(document.area);
    return asked && asked !== own && asked in document.areas ? asked : own;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const now = this.documentState;
    if (!('read' in now)) {
      this.feed?.close();
      this.coming?.close();
      this.feed = this.coming = this.items = undefined;
      return;
    }
    this.today = vietnamDay(Date.now());
    this.follow(now.read.document, now.url);
    this.work();
  }

  /** Reads a new document; where pages had been loaded, the old list stays until as many are there. */
  private follow(document: RosterDocument, url: string): void {
    const shown = this.coming ?? this.feed;
    if (shown?.document === document) return;
    this.coming?.close();
    const { adapter } = this;
    const feed = new RosterFeed(document, {
      url: url || 'https://page.invalid/',
      adapter: typeof adapter === 'string' ? adapterNamed(adapter) : adapter,
      searchable: (team) => this.searchable(team),
      changed: () => this.arrived(feed),
      atOnce: isServer,
    });
    const old = this.feed;
    const more = !!old && old.pages > 1 && old.document.area === document.area && feed.hasMore;
    if (!more) {
      old?.close();
      this.coming = undefined;
      this.feed = feed;
      return;
    }
    this.coming = feed;
    void feed.more();
  }

  private arrived(feed: RosterFeed): void {
    const { coming, feed: old } = this;
    if (feed === coming && old && !feed.loading) {
      if (feed.pages < old.pages && feed.hasMore && !feed.error) return void feed.more();
      // A page that failed leaves the old list on the screen.
      if (!feed.error) {
        old.close();
        this.feed = feed;
        this.coming = undefined;
      }
    }
    if (feed.isLong && !feed.isReading)
      setTimeout(() => feed === this.feed && this.search.prepare(feed, () => this.placesIn(feed)));
    this.requestUpdate();
  }

  /** The words of a team that a search may find: of its people only those who agreed. */
  private searchable(team: Team): string {
    const { name, hamlet, people } = team;
    let line = typeof name === 'string' ? name : Object.values(name).join(FIELD);
    if (hamlet)
      line += FIELD + (typeof hamlet === 'string' ? hamlet : Object.values(hamlet).join(FIELD));
    if (people)
      for (const person of people) {
        const shown = person.consent && shownName(person, this.today);
        if (shown) line += FIELD + shown;
      }
    return line;
  }

  /** Works out the rows, where something that decides them has changed. */
  private work(): void {
    const { feed } = this;
    if (!feed || this.shownView === 'finder') return;
    const { query, ...filters } = this.filters;
    const asked = query.trim();
    if (asked && feed.hasMore && !feed.error) void Promise.resolve().then(() => feed.all());
    this.found = asked ? this.search.teams(feed, asked, () => this.placesIn(feed)) : undefined;
    const closed = [...this.closed].join();
    const { language } = this.wording;
    const key = JSON.stringify([
      filters,
      this.columns,
      closed,
      language,
      this.area,
      feed.roster.teams.length,
    ]);
    const hits = this.found?.hits;
    const { worked } = this;
    if (worked?.key === key && worked.feed === feed && worked.hits === hits) return;
    const same = worked?.hits === hits && !!this.items;
    this.worked = { key, feed, hits };
    const before = same && this.items ? rowKey(this.items, this.window.top) : '';
    const keyOfActive = this.items ? rowKey(this.items, this.active) : '';
    this.items = this.itemsOf(feed, hits, this.filters.order);
    const { items } = this;
    const top = before && this.window.isScrolled ? this.rowNamed(items, before) : -1;
    this.active = Math.max(0, same ? this.rowNamed(items, keyOfActive) : 0);
    this.window.setRows(
      { length: items.length, isHead: (i) => items.headAt(i) !== undefined },
      top < 0 ? undefined : top,
    );
  }

  /** The row of a name that `rowKey` gave, in other items. */
  private rowNamed(items: RosterItems, key: string): number {
    if (key.startsWith('g:')) return items.rowOf(-1, key.slice(2));
    const { roster } = items;
    const index = roster.teams.findIndex(({ id }) => id === key.slice(2));
    return index < 0 ? -1 : items.rowOf(index, roster.groupOf[index]?.id ?? '');
  }

  private itemsOf(feed: RosterFeed, hits: Found['hits'] | undefined, order: Order): RosterItems {
    const { language } = this.wording;
    const { level, area, contact } = this.filters;
    const scope = this.scopeOf(feed.document);
    const own = canonicalAreaId(feed.document.area);
    const name = (id: string): string => this.placeNamed(id).name;
    return new RosterItems(feed.roster, {
      level,
      contact,
      hits,
      order: order === 'name' && feed.isLong && !this.ordered ? 'source' : order,
      closed: this.closed,
      columns: this.columns,
      inArea: ({ id }) => (area ? id === area : scope === own || this.isInside(feed, id, scope)),
      // The document's own area comes before the communes in it.
      nameOf: ({ id }) => (id === own ? '' : name(id)),
      teamName: (team) => `${this.hamletOf(team)} ${textOf(team.name, language)}`,
      compare,
    });
  }

  /** The teams of one place, for the finder. */
  protected itemsOfPlace(feed: RosterFeed, id: string | undefined): RosterItems {
    const { language } = this.wording;
    return new RosterItems(feed.roster, {
      level: '',
      contact: false,
      hits: undefined,
      order: 'name',
      closed: new Set(),
      columns: 1,
      inArea: (group) => group.id === id,
      nameOf: () => '',
      teamName: (team) => `${this.hamletOf(team)} ${textOf(team.name, language)}`,
      compare,
    });
  }

  /** True once the reader has chosen an order: before that a long list keeps that of its source. */
  protected ordered = false;

  protected isInside({ areas }: RosterFeed, id: string, scope: string): boolean {
    let at: string | undefined = id;
    for (let level = 0; at && level < 6; level++) {
      if (at === scope) return true;
      at = areas[at]?.parent;
    }
    return false;
  }

  /** Teams beside each other. */
  protected get columns(): number {
    if (this.shownView !== 'cards') return 1;
    const { pixels } = this.surroundings;
    return pixels < 560 ? 1 : pixels < 860 ? 2 : 3;
  }

  protected hamletOf(team: Team): string {
    const { language } = this.wording;
    const said = textOf(team.hamlet, language);
    const area = this.feed?.areas[team.area];
    return said || !area || areaKind(area) !== 'hamlet' ? said : textOf(area.name, language);
  }

  protected placeNamed(id: string): Place {
    const { language } = this.wording;
    const areas = this.feed?.areas ?? {};
    const key = `${language} ${this.today}`;
    if (this.namesFor !== key) this.placeNames.clear();
    this.namesFor = key;
    let place = this.placeNames.get(id);
    if (!place)
      this.placeNames.set(id, (place = placeOf(id, (a) => areas[a], language, this.today)));
    return place;
  }

  /** A place as the title needs it completed: without the area that the list is of. */
  private briefPlace({ document }: RosterFeed, id: string): Place {
    const place = this.placeNamed(id);
    const own = this.placeNamed(this.scopeOf(document));
    if (place.id === own.id) return { ...place, above: '', present: '' };
    const { language } = this.wording;
    const area = document.areas[own.id];
    const end = area ? childLabel(area, (a) => document.areas[a], language) : '';
    const above =
      end && place.above.endsWith(end) ? place.above.slice(0, -end.length) : place.above;
    const present = place.present === own.present ? '' : place.present;
    return { ...place, above: above.replace(/, $/, ''), present };
  }

  /** Where the teams are: communes, and the former ones that went into them. */
  private placesIn(feed: RosterFeed): Place[] {
    const { language } = this.wording;
    const key = `${language} ${feed.roster.groups.length} ${this.today} ${this.area ?? ''}`;
    if (this.placesFor?.key !== key || this.placesFor.feed !== feed) {
      const scope = this.scopeOf(feed.document);
      const groups = feed.roster.groups.filter(
        ({ id }) => scope === canonicalAreaId(feed.document.area) || this.isInside(feed, id, scope),
      );
      const all = placesOf(groups, feed.areas, language, this.today);
      this.placesFor = { key, feed, all };
    }
    return this.placesFor.all;
  }

  /** The same in order, for a citizen to choose from. */
  protected places(feed: RosterFeed): Place[] {
    const all = this.placesIn(feed);
    if (this.ordering?.of !== all) {
      const sorted = [...all].sort((a, b) => compare(a.name, b.name) || compare(a.above, b.above));
      this.ordering = { of: all, sorted };
    }
    return this.ordering.sorted;
  }

  /** What the views need. */
  protected drawn(feed: RosterFeed, items: RosterItems): Drawn {
    return {
      feed,
      items,
      wording: this.wording,
      today: this.today,
      query: this.filters.query.trim(),
      compare,
      placeOf: (id) => this.placeNamed(id),
      briefPlace: (id) => this.briefPlace(feed, id),
      hamletOf: (team) => this.hamletOf(team),
      qr: (address) => this.qr(address),
    };
  }

  /** The QR code of an address; its code loads with the first one asked for. */
  private qr(address: string): QrCode | undefined {
    if (isServer || this.codes.has(address)) return this.codes.get(address);
    this.codes.set(address, undefined);
    import('../../parts/qr.js')
      .then(({ qrOutline }) => {
        this.codes.set(address, qrOutline(address));
        this.requestUpdate();
      })
      .catch(() => this.codes.delete(address));
    return undefined;
  }

  protected change(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
    if (change.order) this.ordered = true;
    if (change.query !== undefined) this.closed = new Set();
    if (change.area === undefined) return;
    this.url.set('area', change.area || undefined);
    this.say(change.area || null);
  }

  protected say(area: string | null): void {
    this.dispatchEvent(new TcnsSelectEvent({ area, indicator: 'teams' }));
  }

  protected readUrl(): void {
    if (!this.urlState) return;
    const [area, q] = [this.url.get('area') ?? '', this.url.get('q') ?? ''];
    if (this.shownView === 'finder') {
      this.chosenTeam = area && q ? q : undefined;
      this.filters = { ...this.filters, area, query: '' };
    } else this.filters = { ...this.filters, area, query: q };
  }
}
