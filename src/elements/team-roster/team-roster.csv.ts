/** The list as CSV: a row a team, names only with consent; loaded on demand. */
import type { Team } from '../../api/teams.js';
import { membersOf } from '../../domain/roster.js';
import { textOf } from '../../i18n/texts.js';
import { downloadText, toCsv, type Cell } from '../../parts/download/table.js';
import { leadersOf, roleText, type Drawn } from './team-roster.view.js';

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
export function rosterCsv(drawn: Drawn): string {
  const rows = drawn.items.shown.flatMap((owner) =>
    drawn.items.teamsOf(owner).map((index) => rowOf(drawn, index)),
  );
  return toCsv([COLUMNS, ...rows]);
}

/** Hands the list over as a file. */
export function saveCsv(name: string, drawn: Drawn): void {
  downloadText(`${name}.csv`.replace(/[^\w.-]+/g, '-'), rosterCsv(drawn));
}

function rowOf(drawn: Drawn, index: number): Cell[] {
  const { feed, wording } = drawn;
  const { language, t } = wording;
  const team = feed.roster.teams[index] as Team;
  const group = feed.roster.groupOf[index];
  const place = drawn.placeOf(group?.id ?? team.area);
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
    drawn.hamletOf(team),
    members?.value,
    members?.approx,
    members?.range?.[0],
    members?.range?.[1],
    leadersOf(drawn, team)
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
