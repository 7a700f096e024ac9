/** What a new build changes against what is published, in words, for a second pair of eyes. */
import { ownMember } from '../api/own-member.js';
import type { Text } from '../api/fields.js';
import type { Area, Indicator, Observation } from '../api/figures.js';
import type { Person, Team } from '../api/teams.js';
import { PROVINCES } from '../domain/provinces.generated.js';
import { childLabel } from '../i18n/area-names.js';
import { formatAt } from '../i18n/dates.js';
import { correctionText } from '../i18n/correction-text.js';
import { figureText, valueText, type Wording } from '../i18n/figures.js';
import { textOf } from '../i18n/texts.js';
import { translator } from '../i18n/translator.js';
import { dayWords } from './cells.js';
import { membersOf } from '../api/raw-members.js';
import {
  campaignOf,
  isCorrection,
  listIn,
  publishedFigures,
  sameFigure,
  type Documents,
} from './published.js';

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'corrected';
  readonly text: string;
}

/** How many published figures, teams and services a new build no longer has. */
export const removedWords = (count: number): string =>
  `Bản mới không còn ${count.toLocaleString('vi')} mục đang công bố (số liệu, tổ, dịch vụ, chiến dịch): xem danh sách thay đổi. Nếu chỉ là số liệu cũ, hãy giữ lịch sử (--keep-history).`;

const wording: Wording = { language: 'vi', t: translator('vi') };

/** Finds names in the documents of both sides, the new ones first. */
class Names {
  private readonly areas = new Map<string, Area>();
  private readonly indicators = new Map<string, Indicator>();

  constructor(...sides: Documents[]) {
    for (const side of sides)
      for (const doc of Object.values(side)) {
        this.take(this.areas, membersOf(doc)['areas']);
        this.take(this.indicators, membersOf(doc)['indicators']);
      }
  }

  private take<T>(into: Map<string, T>, record: unknown): void {
    for (const [key, item] of Object.entries(membersOf(record)))
      if (!into.has(key)) into.set(key, item as T);
  }

  indicator(key: string): Indicator | undefined {
    return this.indicators.get(key);
  }
  indicatorName(key: string): string {
    return textOf(this.indicators.get(key)?.name, 'vi') || key;
  }
  area(id: string): string {
    const area = this.areas.get(id);
    return area ? childLabel(area, (other) => this.areas.get(other), 'vi') : id;
  }
}

/** The changes from `before` to `after`; documents that only `before` has count as gone. */
export function changesBetween(before: Documents, after: Documents): Change[] {
  const names = new Names(after, before);
  return [
    ...figureChanges(before, after, names),
    ...campaignChanges(before, after, names),
    ...teamChanges(before, after),
    ...serviceChanges(before, after),
    ...nameChanges(before, after),
  ];
}

function figureChanges(before: Documents, after: Documents, names: Names): Change[] {
  const [was, is] = [publishedFigures(before), publishedFigures(after)];
  const changes: Change[] = [];
  for (const [key, o] of is) {
    const old = was.get(key);
    const change = old
      ? figureChange(old, o, key, names)
      : oneSided('added', 'Thêm', o, key, names);
    if (change) changes.push(change);
  }
  for (const [key, o] of was) {
    if (!is.has(key)) changes.push(oneSided('removed', 'Bỏ', o, key, names));
  }
  return changes;
}

const words = (o: Observation, names: Names): string =>
  figureText(o, names.indicator(o.indicator), wording);

function subject(o: Observation, key: string, names: Names): string {
  const campaign = key.split('|')[0];
  const at = o.at ? `, ${formatAt(o.at, 'vi', { approx: o.atApprox, brief: true })}` : '';
  return `${names.indicatorName(o.indicator)}, ${names.area(o.area)}${at}${campaign ? ` (chiến dịch ${campaign})` : ''}`;
}

/** A figure that only one side has. It is worded when it is shown: a first build has thousands of them. */
const oneSided = (
  kind: Change['kind'],
  verb: string,
  o: Observation,
  key: string,
  names: Names,
): Change => ({
  kind,
  get text() {
    return `${verb} ${subject(o, key, names)}: ${words(o, names)}`;
  },
});

function figureChange(
  was: Observation,
  is: Observation,
  key: string,
  names: Names,
): Change | undefined {
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined;
  const about = subject(is, key, names);
  if (!sameFigure(was, is)) {
    const text = `${about}: ${words(was, names)} → ${words(is, names)}${difference(was, is)}`;
    if (!isCorrection(was, is)) return { kind: 'changed', text: `Cập nhật ${text}` };
    return {
      kind: 'corrected',
      text: `Đính chính ${text}. ${correctionText(is, names.indicator(is.indicator), wording)}`,
    };
  }
  const parts = [
    ...detail('chỉ tiêu', target(was, names), target(is, names)),
    ...detail('nguồn', was.source, is.source),
    ...detail('ghi chú', textOf(was.note, 'vi'), textOf(is.note, 'vi')),
    ...detail(
      'lý do đính chính',
      textOf(was.corrected?.reason, 'vi'),
      textOf(is.corrected?.reason, 'vi'),
    ),
    ...detail(
      'mức chính xác của thời điểm',
      was.atApprox ? 'khoảng' : '',
      is.atApprox ? 'khoảng' : '',
    ),
  ];
  return parts.length > 0
    ? { kind: 'changed', text: `Sửa ${about}: ${parts.join('; ')}` }
    : undefined;
}

const target = (o: Observation, names: Names): string =>
  o.target === undefined ? '' : valueText(o.target, names.indicator(o.indicator), wording);

function difference(was: Observation, is: Observation): string {
  if (typeof was.value !== 'number' || typeof is.value !== 'number' || was.value === is.value)
    return '';
  const by = Number((is.value - was.value).toFixed(6));
  return ` (${by > 0 ? 'tăng' : 'giảm'} ${Math.abs(by).toLocaleString('vi', { maximumFractionDigits: 6 })})`;
}

/** "nguồn: a → b", where they differ. */
function detail(name: string, was: string | undefined, is: string | undefined): string[] {
  if ((was ?? '') === (is ?? '')) return [];
  return [`${name}: ${was ? was : '(trống)'} → ${is ? is : '(trống)'}`];
}

function campaignChanges(before: Documents, after: Documents, names: Names): Change[] {
  const paths = (documents: Documents): string[] =>
    Object.keys(documents).filter((path) => campaignOf(path) && path !== 'campaigns/index');
  const name = (doc: unknown): string =>
    `chiến dịch “${textOf(membersOf(doc)['name'] as Text, 'vi')}”`;
  const changes: Change[] = [];
  for (const path of paths(after)) {
    const [was, is] = [membersOf(before[path]), membersOf(after[path])];
    if (!(path in before)) {
      changes.push({
        kind: 'added',
        text: `Thêm ${name(is)}, ${dayWords(String(is['start']))} đến ${dayWords(String(is['end']))}`,
      });
      continue;
    }
    const parts = [
      ...detail('tên', textOf(was['name'] as Text, 'vi'), textOf(is['name'] as Text, 'vi')),
      ...detail('bắt đầu', day(was['start']), day(is['start'])),
      ...detail('kết thúc', day(was['end']), day(is['end'])),
      ...detail('căn cứ', textOf(was['basis'] as Text, 'vi'), textOf(is['basis'] as Text, 'vi')),
      ...goalChanges(was, is, names),
      ...['milestones', 'activities', 'highlights', 'lessons'].flatMap((list) =>
        JSON.stringify(listIn(was, list)) === JSON.stringify(listIn(is, list))
          ? []
          : [`${LISTS[list]}: ${listIn(was, list).length} → ${listIn(is, list).length} mục`],
      ),
    ];
    if (parts.length > 0)
      changes.push({ kind: 'changed', text: `Sửa ${name(is)}: ${parts.join('; ')}` });
  }
  for (const path of paths(before))
    if (!(path in after)) changes.push({ kind: 'removed', text: `Bỏ ${name(before[path])}` });
  return changes;
}

const LISTS: Readonly<Record<string, string>> = {
  milestones: 'mốc',
  activities: 'hoạt động',
  highlights: 'chỉ số nổi bật',
  lessons: 'bài học',
};
const day = (value: unknown): string => (typeof value === 'string' ? dayWords(value) : '');

function goalChanges(was: unknown, is: unknown, names: Names): string[] {
  type Goal = { indicator: string; target: number; due?: string };
  const text = (goal: Goal | undefined): string =>
    goal
      ? `${valueText(goal.target, names.indicator(goal.indicator), wording)}${goal.due ? `, hạn ${dayWords(goal.due)}` : ''}`
      : '';
  const [old, now] = [listIn(was, 'goals') as Goal[], listIn(is, 'goals') as Goal[]];
  const keys = new Set([...now, ...old].map(({ indicator }) => indicator));
  return [...keys].flatMap((key) =>
    detail(
      `chỉ tiêu ${names.indicatorName(key)}`,
      text(old.find((g) => g.indicator === key)),
      text(now.find((g) => g.indicator === key)),
    ),
  );
}

/** Every item of all documents of a folder, once. */
function itemsOf<T>(
  documents: Documents,
  folder: string,
  list: string,
  idOf: (item: T, path: string) => string,
): Map<string, T> {
  const items = new Map<string, T>();
  for (const [path, doc] of Object.entries(documents)) {
    if (!path.startsWith(`${folder}/`)) continue;
    for (const item of listIn(doc, list)) {
      const id = idOf(item as T, path);
      if (!items.has(id)) items.set(id, item as T);
    }
  }
  return items;
}

/** More single teams than this are summed up in one sentence. */
const MANY = 200;

function teamChanges(before: Documents, after: Documents): Change[] {
  const [was, is] = [
    itemsOf<Team>(before, 'teams', 'teams', ({ id }) => id),
    itemsOf<Team>(after, 'teams', 'teams', ({ id }) => id),
  ];
  const changes: Change[] = [];
  for (const [id, team] of is) {
    const old = was.get(id);
    if (!old) changes.push({ kind: 'added', text: `Thêm tổ “${textOf(team.name, 'vi')}”` });
    else if (JSON.stringify(old) !== JSON.stringify(team))
      changes.push({
        kind: 'changed',
        text: `Sửa tổ “${textOf(team.name, 'vi')}”: ${teamParts(old, team).join('; ') || 'thông tin khác'}`,
      });
  }
  for (const [id, team] of was)
    if (!is.has(id)) changes.push({ kind: 'removed', text: `Bỏ tổ “${textOf(team.name, 'vi')}”` });
  if (changes.length <= MANY) return changes;
  return (['added', 'changed', 'removed'] as const)
    .map((kind) => ({ kind, n: changes.filter((change) => change.kind === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => ({
      kind,
      text: `${{ added: 'Thêm', changed: 'Sửa', removed: 'Bỏ' }[kind]} ${n.toLocaleString('vi')} tổ`,
    }));
}

function teamParts(was: Team, is: Team): string[] {
  const members = (team: Team): string => {
    const { members: m } = team;
    if (m == null) return '';
    return typeof m === 'number'
      ? `${m}`
      : (m.range?.map((end) => end ?? '…').join('–') ?? `${m.value}`);
  };
  return [
    ...detail('tên', textOf(was.name, 'vi'), textOf(is.name, 'vi')),
    ...detail('địa bàn', was.area, is.area),
    ...detail('thôn', textOf(was.hamlet, 'vi'), textOf(is.hamlet, 'vi')),
    ...detail('số thành viên', members(was), members(is)),
    ...detail('ngày thành lập', was.founded, is.founded),
    ...(JSON.stringify(was.contact) === JSON.stringify(is.contact) ? [] : ['liên hệ của tổ']),
    ...peopleParts(was.people ?? [], is.people ?? []),
  ];
}

/** People by number only: a list of changes is passed around, names are not. */
function peopleParts(was: readonly Person[], is: readonly Person[]): string[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  const named = (people: readonly Person[]): number => people.filter(({ name }) => name).length;
  const [old, now] = [named(was), named(is)];
  return [
    `người trong tổ: ${was.length} → ${is.length} dòng${old === now ? '' : `, số tên được công bố: ${old} → ${now}`}`,
  ];
}

function serviceChanges(before: Documents, after: Documents): Change[] {
  type Service = { id: string; name: Text };
  const id = (item: Service, path: string): string => `${path}#${item.id}`;
  const [was, is] = [
    itemsOf<Service>(before, 'services', 'services', id),
    itemsOf<Service>(after, 'services', 'services', id),
  ];
  const name = ({ name: text }: Service): string => `dịch vụ “${textOf(text, 'vi')}”`;
  const changes: Change[] = [];
  for (const [key, service] of is) {
    const old = was.get(key);
    if (!old) changes.push({ kind: 'added', text: `Thêm ${name(service)}` });
    else if (JSON.stringify(old) !== JSON.stringify(service))
      changes.push({ kind: 'changed', text: `Sửa ${name(service)}` });
  }
  for (const [key, service] of was)
    if (!is.has(key)) changes.push({ kind: 'removed', text: `Bỏ ${name(service)}` });
  return changes;
}

/** Indicators, sources and areas that are called or defined otherwise now. */
function nameChanges(before: Documents, after: Documents): Change[] {
  const kinds = [
    ['indicators', 'chỉ số'],
    ['sources', 'nguồn'],
    ['areas', 'địa bàn'],
  ] as const;
  return kinds.flatMap(([record, label]) => {
    const collect = (documents: Documents): Map<string, unknown> => {
      const items = new Map<string, unknown>();
      for (const doc of Object.values(documents))
        for (const [key, item] of Object.entries(membersOf(membersOf(doc)[record])))
          if (!items.has(key)) items.set(key, item);
      return items;
    };
    const [was, is] = [collect(before), collect(after)];
    return [...is].flatMap(([key, item]): Change[] => {
      const old = was.get(key);
      if (old === undefined || isSameItem(old, item)) return [];
      const text = (value: unknown): string =>
        textOf((membersOf(value)['name'] ?? membersOf(value)['title']) as Text, 'vi');
      // The provinces come with the tools: what an older version wrote of them is no one's change.
      if (ownMember(PROVINCES, key) && text(old) === text(item)) return [];
      const renamed = text(old) === text(item) ? '' : `: ${text(old)} → ${text(item)}`;
      return [{ kind: 'changed', text: `Sửa ${label} “${text(item)}” (${key})${renamed}` }];
    });
  });
}

/** The same members, in whatever order: other tools write them in another one. */
function isSameItem(a: unknown, b: unknown): boolean {
  const inOrder = (value: unknown): string =>
    JSON.stringify(value, (_, member: unknown) =>
      typeof member !== 'object' || member === null || Array.isArray(member)
        ? member
        : Object.fromEntries(Object.entries(member).sort(([x], [y]) => (x < y ? -1 : 1))),
    );
  return inOrder(a) === inOrder(b);
}
