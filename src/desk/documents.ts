/** From the model to the API's documents. The same model always gives the same documents. */
import { ownMember } from '../api/own-member.js';
import type { Indicator, Observation, Source } from '../api/figures.js';
import type { Team } from '../api/teams.js';
import { documentKey, LAST_DAY_OF_2008, type Edition } from '../domain/editions.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import type { AreaBook } from './area-book.js';
import type { CampaignDraft } from './campaigns.js';
import { sortFigures } from './figures.js';
import type { WorkbookContext } from './workbook-context.js';
import { membersOf } from '../api/raw-members.js';
import { listIn, type Documents } from './published.js';
import type { Model } from './workbook.js';

/** Teams on a page of a document; the next page has an address of its own. */
const TEAMS_A_PAGE = 2000;

export type Document = Record<string, unknown>;

interface Content {
  readonly model: Model;
  readonly figures: readonly Observation[];
  /** By campaign. */
  readonly progress: ReadonlyMap<string, readonly Observation[]>;
  readonly published: Documents;
}

/** Every document of a workbook by its path without `.json`, without `updated`. */
export function documentsOf(content: Content): Record<string, Document> {
  const { model } = content;
  const documents: Record<string, Document> = {
    [`areas/${model.context.edition}`]: areasDocument(model.context, content.published),
  };
  observationDocuments(content, documents);
  teamDocuments(content, documents);
  serviceDocuments(content, documents);
  campaignDocuments(content, documents);
  return documents;
}

const key = (area: string, edition: Edition): string =>
  area === 'vn' ? `vn@${edition}` : documentKey(area);

/** What every document begins with: the areas, indicators and sources that it speaks of. */
function envelope(
  context: WorkbookContext,
  members: Document,
  areas: Iterable<string>,
  figures: readonly Observation[],
  indicators: Iterable<string> = [],
): Document {
  const used = new Set([...figures.map((o) => o.indicator), ...indicators]);
  const cited = new Set(figures.flatMap((o) => (o.source ? [o.source] : [])));
  return {
    version: '1',
    ...members,
    areas: context.book.embed([...areas, ...new Set(figures.map((o) => o.area))]),
    indicators: pick(context.indicators, used),
    sources: pick(context.sources, cited),
  };
}

function pick<T extends Indicator | Source>(
  items: Readonly<Record<string, T>>,
  keys: ReadonlySet<string>,
): Record<string, T> {
  const chosen = [...keys].filter((name) => ownMember(items, name)).sort();
  return Object.fromEntries(chosen.map((name) => [name, items[name] as T]));
}

function observationDocuments(
  { model, figures }: Content,
  documents: Record<string, Document>,
): void {
  const { context } = model;
  const { book } = context;
  const byArea = new Map<string, Observation[]>();
  for (const o of figures) {
    const list = byArea.get(o.area);
    if (list) list.push(o);
    else byArea.set(o.area, [o]);
  }
  for (const area of new Set([context.area, ...book.ownIds, ...byArea.keys()])) {
    const children = book.childrenOf(area);
    const shown = sortFigures([area, ...children].flatMap((id) => byArea.get(id) ?? []));
    // The nation's provinces are embedded where they have figures; a commune's list is always whole.
    const named = area === 'vn' ? [area] : [area, ...children];
    documents[`observations/${key(area, context.edition)}`] = {
      ...envelope(context, { area }, named, shown),
      observations: shown,
    };
  }
}

/** The area and all that it lies in, up to the area of the workbook. */
function lineage(book: AreaBook, area: string, top: string): string[] {
  const line: string[] = [];
  for (let id: string | undefined = area; id && line.length < 6; id = book.get(id)?.parent) {
    line.push(id);
    if (id === top) return line;
  }
  return [area, top];
}

function teamDocuments({ model, figures }: Content, documents: Record<string, Document>): void {
  const { context: context, teams } = model;
  const byArea = new Map<string, Team[]>();
  const lines = new Map<string, string[]>();
  for (const team of teams) {
    let line = lines.get(team.area);
    if (!line) lines.set(team.area, (line = lineage(context.book, team.area, context.area)));
    for (const area of line) {
      const list = byArea.get(area);
      if (list) list.push(team);
      else byArea.set(area, [team]);
    }
  }
  for (const [area, list] of byArea) {
    const totals = sortFigures(
      figures.filter((o) => o.area === area && /^(teams|members)(\.|$)/.test(o.indicator)),
    );
    const path = `teams/${key(area, context.edition)}`;
    const name = path.slice('teams/'.length);
    for (let page = 0; page * TEAMS_A_PAGE < list.length; page++) {
      const shown = list.slice(page * TEAMS_A_PAGE, (page + 1) * TEAMS_A_PAGE);
      const isLast = (page + 1) * TEAMS_A_PAGE >= list.length;
      const areas = [area, ...new Set(shown.map((team) => team.area))];
      documents[page === 0 ? path : `${path}/${page + 1}`] = {
        ...envelope(context, { area, ...termOf(context) }, areas, page === 0 ? totals : []),
        ...(page === 0 ? { observations: totals, ...reportingOf(context) } : {}),
        teams: shown,
        ...(isLast ? {} : { next: page === 0 ? `${name}/2.json` : `${page + 2}.json` }),
      };
    }
  }
}

const termOf = ({ info }: WorkbookContext): Document =>
  info['term'] ? { term: info['term'] } : {};

function reportingOf({ info }: WorkbookContext): Document {
  const day = Number(info['reportDay'] ?? '');
  if (!Number.isInteger(day) || day < 1 || day > 31) return {};
  return {
    reporting: { every: 'P1M', day, ...(info['reportTo'] ? { to: info['reportTo'] } : {}) },
  };
}

function serviceDocuments({ model, figures }: Content, documents: Record<string, Document>): void {
  const { context: context, services } = model;
  for (const area of new Set(services.map((placed) => placed.area))) {
    const list = services.filter((placed) => placed.area === area).map(({ service }) => service);
    const keys = new Set(list.flatMap(({ indicator }) => (indicator ? [indicator] : [])));
    const shown = sortFigures(figures.filter((o) => o.area === area && keys.has(o.indicator)));
    documents[`services/${key(area, context.edition)}`] = {
      ...envelope(context, { area }, [area], shown, keys),
      observations: shown,
      services: list,
    };
  }
}

function campaignDocuments(
  { model, progress, published }: Content,
  documents: Record<string, Document>,
): void {
  const { context: context, campaigns } = model;
  for (const campaign of campaigns.values()) {
    const shown = sortFigures(progress.get(campaign.id) ?? []);
    const { id, area, goals, highlights, milestones, activities, lessons } = campaign;
    const indicators = [...goals.map((goal) => goal.indicator), ...highlights];
    documents[`campaigns/${id}`] = {
      ...envelope(context, facts(campaign), [area], shown, indicators),
      goals,
      observations: shown,
      ...(highlights.length > 0 ? { highlights } : {}),
      ...(milestones.length > 0 ? { milestones } : {}),
      ...(activities.length > 0 ? { activities } : {}),
      ...(lessons.length > 0 ? { lessons } : {}),
    };
  }
  const others = listIn(published['campaigns/index'], 'campaigns')
    .map(membersOf)
    .filter(({ id, area }) => !campaigns.has(String(id)) && !isOwn(context, String(area)));
  const all = [...others, ...[...campaigns.values()].map(facts)];
  if (all.length === 0 || (campaigns.size === 0 && !('campaigns/index' in published))) return;
  documents['campaigns/index'] = {
    version: '1',
    areas: context.book.embed(all.map(({ area }) => String(area))),
    campaigns: all,
  };
}

const facts = ({ id, area, name, start, end, basis }: CampaignDraft): Document => ({
  id,
  area,
  name,
  start,
  end,
  ...(basis ? { basis } : {}),
});

/** Areas that this workbook speaks for: its own one and what lies in it. */
function isOwn({ book, area }: WorkbookContext, id: string): boolean {
  return (
    id === area ||
    lineage(book, id, area).slice(1, -1).includes(area) ||
    book.ownIds.includes(id) ||
    book.get(id)?.parent === area
  );
}

/** The areas of the edition: all provinces, the workbook's own, and what others have published. */
function areasDocument(context: WorkbookContext, published: Documents): Document {
  const { edition, book } = context;
  const before = membersOf(membersOf(published[`areas/${edition}`])['areas']);
  const others = Object.entries(before).filter(
    ([id, area]) =>
      !ownMember(PROVINCES, id) &&
      !isOwn(context, id) &&
      !isOwn(context, String(membersOf(area)['parent'])),
  );
  const provinces = Object.keys(PROVINCES).filter((id) => id.endsWith(`@${edition}`));
  const areas = {
    ...Object.fromEntries(others),
    ...book.embed(['vn', ...provinces, ...book.ownIds]),
  };
  return {
    version: '1',
    edition,
    ...(edition === '2008' ? { until: LAST_DAY_OF_2008 } : { from: '2025-07-01' }),
    areas: Object.fromEntries(Object.entries(areas).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
