/** What a document speaks of without embedding it: the page then has no name for it. */
import { memberPath } from '../api/faults.js';
import { ownMember } from '../api/own-member.js';
import { AREA_ID } from '../api/patterns.js';
import { listOf, membersOf, type Members } from '../api/raw-members.js';
import { editionOf } from '../domain/editions.js';
import { eachItem, quoted } from './finding.js';

type Warn = (path: string, reason: string) => void;

/**
 * Warns of each area, indicator, source and team that a document names and does not hold.
 *
 * @param isAreas - true for the document of an edition's areas
 */
export function checkReferences(raw: Members, isAreas: boolean, warn: Warn): void {
  const keysOf = (name: string) => new Set(Object.keys(membersOf(raw[name])));
  const keys = {
    area: keysOf('areas'),
    indicator: keysOf('indicators'),
    source: keysOf('sources'),
  };
  const look = (kind: keyof typeof keys, key: unknown, path: string) => {
    if (typeof key !== 'string' || key === '' || keys[kind].has(key)) return;
    if (kind === 'area' && !AREA_ID.test(key)) return; // a fault already
    warn(path, `${quoted(key)} is not among the "${kind}s" of this document`);
  };
  if (!isAreas) look('area', raw['area'], 'area');
  eachItem(raw, 'observations', (o, path) => {
    look('area', o['area'], `${path}.area`);
    look('indicator', o['indicator'], `${path}.indicator`);
    look('source', o['source'], `${path}.source`);
  });
  for (const list of ['goals', 'services'])
    eachItem(raw, list, (item, path) => look('indicator', item['indicator'], `${path}.indicator`));
  eachItem(raw, 'campaigns', (item, path) => look('area', item['area'], `${path}.area`));
  listOf(raw['highlights']).forEach((key, i) => look('indicator', key, `highlights[${i}]`));
  eachItem(raw, 'teams', (team, path) => look('area', team['area'], `${path}.area`));
  checkParents(raw, warn);
  for (const [id, area] of Object.entries(membersOf(raw['areas'])))
    checkNext(raw, id, isAreas, membersOf(area), warn);
}

/** The team above may stand on another page of a long list. */
function checkParents(raw: Members, warn: Warn): void {
  if (raw['next'] !== undefined) return;
  const ids = new Set(listOf(raw['teams']).map((team) => membersOf(team)['id']));
  eachItem(raw, 'teams', ({ parent }, path) => {
    if (typeof parent === 'string' && !ids.has(parent))
      warn(`${path}.parent`, `no team has the id ${quoted(parent)}`);
  });
}

function checkNext(raw: Members, id: string, isAreas: boolean, area: Members, warn: Warn): void {
  const areas = membersOf(raw['areas']);
  listOf(area['next']).forEach((next, i) => {
    if (typeof next !== 'string' || ownMember(areas, next)) return;
    // An edition's own document need not hold the areas of the edition that followed.
    if (isAreas && editionOf(next) !== raw['edition']) return;
    warn(
      `${memberPath('areas', id)}.next[${i}]`,
      `${quoted(next)} is not among the "areas" of this document`,
    );
  });
}
