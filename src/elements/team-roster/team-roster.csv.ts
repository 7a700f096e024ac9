/** The list as CSV: a row a team, names only with consent; loaded on demand. */
import type { Team } from '../../api/teams.js';
import { membersOf } from '../../domain/roster.js';
import { textOf } from '../../i18n/texts.js';
import { downloadText, toCsv, type Cell } from '../../parts/download/table.js';
import { leadersOf, roleText, type RosterContext } from './team-roster.view.js';

const COLUMNS = [
  'id',
  'team',
  'level',
  'area',
  'area_name',
  'area_above',
  'area_present',
  'hamlet',
  'members',
  'members_approx',
  'members_from',
  'members_to',
  'people',
  'phone',
  'zalo',
  'email',
  'place',
  'note',
  'founded',
  'source',
  'sample',
] as const;

/** The teams of a list, in its order, as CSV with a byte order mark. */
function rosterCsv(context: RosterContext): string {
  const rows = context.items.spans.flatMap((owner) =>
    context.items.teamsOf(owner).map((index) => rowOf(context, index)),
  );
  return toCsv([COLUMNS, ...rows]);
}

/** Hands the list over as a file. */
export function saveCsv(name: string, context: RosterContext): void {
  downloadText(`${name}.csv`.replace(/[^\w.-]+/g, '-'), rosterCsv(context));
}

function rowOf(context: RosterContext, index: number): Cell[] {
  const { feed, wording } = context;
  const { language, t } = wording;
  const team = feed.roster.teams[index] as Team;
  const group = feed.roster.groupOf[index];
  const place = context.places.named(group?.id ?? team.area);
  const members = membersOf(team);
  const source = feed.sources[team.source ?? ''];
  const title = textOf(source?.publisher ?? source?.title, language);
  const contact = team.contact ?? {};
  return [
    team.id,
    textOf(team.name, language),
    team.level,
    team.area,
    place.name,
    place.above,
    place.present,
    context.places.hamletOf(team),
    members?.value,
    members?.approx,
    members?.range?.[0],
    members?.range?.[1],
    leadersOf(context, team)
      .map((person) => roleText(person, wording))
      .join('; '),
    contact.phone,
    contact.zalo,
    contact.email,
    textOf(contact.place, language),
    textOf(contact.note, language),
    team.founded,
    source?.sample && !title.includes(t('sample')) ? `${title} (${t('sample')})` : title,
    source?.sample,
  ];
}
