/** How the tests of the roster put it on a page and look at it. */
import '../../src/elements/team-roster/team-roster.js';
import type { TcnsTeamRoster } from '../../src/elements/team-roster/team-roster.js';
import { nationPages, sampleWards } from '../../tools/sample/sample-teams.js';
import { eachApi } from '../data/faulty-api.js';
import { allByRole, byRole, frame, boxOf } from './support.js';

export type Roster = TcnsTeamRoster;
export interface Doc {
  [key: string]: unknown;
  updated: string;
  teams: Record<string, unknown>[];
  areas: Record<string, Record<string, unknown>>;
  observations: Record<string, unknown>[];
}

export const wards = (): Doc => structuredClone(sampleWards()) as unknown as Doc;
export const pages = (teams: number, pageSize: number): Doc[] =>
  nationPages({ teams, communes: Math.ceil(teams / 14), pageSize }) as unknown as Doc[];

export async function put(markup: string, data?: unknown, width = 800): Promise<Roster> {
  const box = await boxOf(width);
  box.innerHTML = markup;
  const roster = box.querySelector<Roster>('tcns-team-roster')!;
  if (data !== undefined) roster.data = data;
  await roster.updateComplete;
  await frame();
  await frame();
  await roster.updateComplete;
  return roster;
}

export const rows = (roster: Roster): HTMLElement[] => [
  ...roster.shadowRoot!.querySelectorAll<HTMLElement>('[data-row]'),
];
export const rowTexts = (roster: Roster): string[] =>
  rows(roster).map((row) => row.innerText.replace(/\s+/g, ' ').trim());
export const search = (roster: Roster): HTMLInputElement =>
  roster.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!;

export async function type(roster: Roster, text: string): Promise<void> {
  const input = search(roster);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await roster.updateComplete;
}
export async function click(roster: Roster, name: string | RegExp): Promise<void> {
  byRole(roster, 'button', name).click();
  await roster.updateComplete;
}
export async function choose(roster: Roster, label: string, value: string): Promise<void> {
  const select = roster.shadowRoot!.querySelector<HTMLSelectElement>(
    `select[aria-label="${label}"]`,
  )!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await roster.updateComplete;
}
export const status = (roster: Roster): string =>
  [...allByRole(roster, 'status')].map((s) => s.textContent.trim()).join(' ');

/** Before each test an API with one list of teams; and how a list of several pages gets onto it. */
export function rosterApi() {
  const api = eachApi(wards);
  /** The pages of a list, at the addresses that they name. */
  const serve = async (list: Doc[]): Promise<void> => {
    for (const [i, page] of list.entries())
      await api.set(page, `teams/vn@2025${i === 0 ? '' : `-${i + 1}`}.json`);
  };
  const nation = (behaviour = 'ok'): string =>
    `<tcns-team-roster api="${api.base(behaviour)}" area="vn"></tcns-team-roster>`;
  return { api, serve, nation };
}
