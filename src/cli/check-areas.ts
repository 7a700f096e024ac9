/** Areas of a document beside the official lists: codes that no unit has, and names that are another unit's. */
import type { Area } from '../api/figures.js';
import { officialArea } from '../desk/gazetteer.js';
import { codeOf, editionOf } from '../domain/editions.js';
import { matchArea, stripPrefix } from '../domain/names.js';
import { ownMember } from '../api/own-member.js';
import { listOf, membersOf, type Members } from '../api/raw-members.js';
import { PROVINCES } from '../domain/provinces.generated.js';

export interface AreaFinding {
  readonly path: string;
  readonly reason: string;
}

/** Codes as the official lists have them; "44.thon-mot" is a publisher's own. */
const OFFICIAL_CODE = { '2008': /^(\d\d|\d{3}|\d{5})$/, '2025': /^(\d\d|\d{5})$/ } as const;

const unitOf = (id: string): Area | undefined => ownMember(PROVINCES, id) ?? officialArea(id);

/** Whether an id has the form of an official code that no unit has. */
function isUnknown(id: string): boolean {
  const edition = editionOf(id);
  return !!edition && OFFICIAL_CODE[edition].test(codeOf(id)) && unitOf(id) === undefined;
}

/** The day of the official list of 2008: a unit that ended before is not in it. */
const LAST_DAY_OF_2008 = '2025-06-30';

const hasEnded = (id: string, { until }: Members): boolean =>
  editionOf(id) === '2008' && typeof until === 'string' && until < LAST_DAY_OF_2008;

const nameOf = (name: unknown): string | undefined => {
  const text = typeof name === 'string' ? name : membersOf(name)['vi'];
  return typeof text === 'string' ? text : undefined;
};

/** Whether an official unit is called so, whatever its kind, now or at an earlier date. */
function isCalled({ name, names = [] }: Area, typed: string): boolean {
  const unit = {
    unit: { name, names: names.map((one) => ({ ...one, kind: undefined })) },
  } as const;
  const areas = unit as unknown as Record<string, Area>;
  return [typed, stripPrefix(typed)].some((text) => matchArea(text, areas).kind === 'one');
}

/** Findings of a document of any kind; each code and name is said once. */
export function areaFindings(raw: Members): AreaFinding[] {
  const findings: AreaFinding[] = [];
  const reported = new Set<string>();
  const look = (id: unknown, path: string): void => {
    if (typeof id !== 'string' || reported.has(id) || !isUnknown(id)) return;
    reported.add(id);
    findings.push({
      path,
      reason: `no unit of the official list of ${editionOf(id)} has the code "${id}"`,
    });
  };
  for (const [id, item] of Object.entries(membersOf(raw['areas']))) {
    if (hasEnded(id, membersOf(item))) reported.add(id);
    look(id, `areas["${id}"]`);
    const { name, parent, next } = membersOf(item);
    look(parent, `areas["${id}"].parent`);
    listOf(next).forEach((one, i) => look(one, `areas["${id}"].next[${i}]`));
    const unit = unitOf(id);
    const typed = nameOf(name);
    if (!unit || typed === undefined || id === 'vn' || isCalled(unit, typed)) continue;
    findings.push({
      path: `areas["${id}"].name`,
      reason: `"${typed}" is not the name of "${id}" in the official list: "${nameOf(unit.name) ?? ''}"`,
    });
  }
  look(raw['area'], 'area');
  for (const list of ['observations', 'teams', 'campaigns'])
    listOf(raw[list]).forEach((item, i) => look(membersOf(item)['area'], `${list}[${i}].area`));
  return findings;
}
