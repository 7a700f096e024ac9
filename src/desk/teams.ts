/** Teams and the people in them. A name without a consent never leaves this file. */
import type { Person, Team } from '../api/teams.js';
import { fold } from '../domain/fold.js';
import { textOf } from '../i18n/texts.js';
import { slug } from './area-book.js';
import { cellText, dayWords, quote } from './cells.js';
import { planOf } from './columns.js';
import type { Notes } from './notes.js';
import type { WorkbookContext } from './workbook-context.js';
import { areaIn } from './area-lines.js';
import { contactInWords, MOST_PEOPLE, personalData } from './personal.js';
import { LineReader } from './line-reader.js';
import type { Row } from './rows.js';
import { codeOf } from '../domain/editions.js';

interface Draft {
  readonly team: Team;
  readonly reader: LineReader;
  readonly parent: string | undefined;
}

/** The teams of the sheet with their people; a line with a fault is reported and left out. */
export function readTeams(
  context: WorkbookContext,
  rows: readonly Row[],
  people: readonly Row[],
  today: string,
  notes: Notes,
): Team[] {
  const drafts: Draft[] = [];
  const byId = new Map<string, Draft>();
  for (const row of rows) {
    const draft = readTeam(context, new LineReader(row, planOf('teams'), notes));
    if (!draft) continue;
    const twin = byId.get(draft.team.id);
    if (twin) {
      draft.reader.fault(
        draft.reader.has('id') ? 'id' : 'name',
        `trùng mã tổ ${quote(draft.team.id)} với dòng ${twin.reader.row.line}. Hãy xóa một dòng, hoặc ghi mã tổ khác nhau.`,
      );
      continue;
    }
    byId.set(draft.team.id, draft);
    drafts.push(draft);
  }
  const find = teamFinder(drafts);
  linkParents(drafts, find);
  refuseCycles(drafts, byId);
  const members = readPeople(people, find, today, notes);
  return drafts.map(({ team }) => withPeople(team, members.get(team.id)));
}

/** A team with its people before its contact: the order of the published documents. */
function withPeople(team: Team, people: Person[] | undefined): Team {
  if (!people?.length) return team;
  const { contact, ...rest } = team;
  return { ...rest, people, ...(contact ? { contact } : {}) };
}

function readTeam(context: WorkbookContext, reader: LineReader): Draft | undefined {
  const name = reader.required('name');
  const level = reader.requiredChoice('level') as Team['level'] | undefined;
  const area = areaIn(context, reader, 'area');
  const [hamlet, founded, members] = [
    reader.text('hamlet'),
    reader.date('founded'),
    membersOf(reader),
  ];
  const typedId = reader.has('id') ? reader.id('id') : '';
  const contact = contactOf(reader);
  if (name === undefined || level === undefined || area === undefined || typedId === undefined)
    return undefined;
  const id = typedId || `${codeOf(area)}-${slug(name)}`;
  const team: Team = {
    id,
    name: name.replace(/\s+/g, ' '),
    level,
    area,
    ...(hamlet ? { hamlet } : {}),
    ...(founded ? { founded: founded.at } : {}),
    ...(members !== undefined ? { members } : {}),
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
  };
  return { team, reader, parent: reader.text('parent') };
}

function membersOf(reader: LineReader): Team['members'] {
  const typed = reader.figure('members');
  if (!typed || !('figure' in typed)) return undefined;
  const { value, range, approx, missing } = typed.figure;
  if (missing || refuseCrowd(reader, 'members', range?.[0] ?? value)) return undefined;
  if (range) return { range: [range[0], range[1]], ...(approx ? { approx } : {}) };
  if (value === undefined || value < 0 || !Number.isInteger(value))
    return reader.fault(
      'members',
      `${quote(cellText(reader.row.cell('members')))} không phải số người. Hãy ghi một số nguyên hoặc một khoảng như 5-8.`,
    );
  return approx ? { value, approx } : value;
}

/** A phone in a column of counts: "0912345678" would be read as millions of people. */
function refuseCrowd(reader: LineReader, key: string, count: number | undefined): boolean {
  const shown = cellText(reader.row.cell(key));
  // "05" is how officials write five.
  const isNumberOfOne = /^0\d{3}/.test(shown.replace(/[\s.]/g, '')) || personalData(shown);
  if (!isNumberOfOne && (count ?? 0) <= MOST_PEOPLE) return false;
  reader.fault(
    key,
    `${quote(shown)} không phải số người của một tổ; có thể là số điện thoại ghi nhầm cột. Hãy ghi số người, hoặc để trống.`,
  );
  return true;
}

function contactOf(reader: LineReader): NonNullable<Team['contact']> {
  const [zalo, phone, email] = [zaloOf(reader), phoneOf(reader), reader.text('email')];
  if (email && !/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(email))
    reader.fault('email', `${quote(email)} không phải thư điện tử. Hãy kiểm tra lại.`);
  const [place, note] = [reader.text('place'), reader.text('note')];
  const inNote = contactInWords(note ?? '');
  if (inNote)
    reader.warn(
      'note',
      `ghi chú có ${inNote}. Nếu của riêng một người thì hãy xóa; nếu là liên hệ chung của tổ thì ghi vào cột riêng của nó.`,
    );
  return {
    ...(zalo ? { zalo } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(place ? { place } : {}),
    ...(note ? { note } : {}),
  };
}

function zaloOf(reader: LineReader): string | undefined {
  const text = reader.text('zalo');
  if (text === undefined || /^(https:\/\/zalo\.me\/|zalo:)\S+$/.test(text)) return text;
  if (/^zalo\.me\/\S+$/.test(text)) return `https://${text}`;
  return reader.fault(
    'zalo',
    `${quote(text)} không phải địa chỉ Zalo. Hãy ghi https://zalo.me/… của tổ.`,
  );
}

function phoneOf(reader: LineReader): string | undefined {
  const cell = reader.row.cell('phone');
  const text = reader.text('phone');
  if (text === undefined) return undefined;
  if (typeof cell === 'number') {
    return reader.fault(
      'phone',
      `Excel đã bỏ số 0 ở đầu (${cell}). Hãy định dạng ô là Văn bản (Text) rồi ghi lại 0${cell}.`,
    );
  }
  const digits = text.replace(/[\s.()-]/g, '');
  if (/^(\+84|0)\d{8,10}$/.test(digits) || /^1[89]00\d{4,6}$/.test(digits)) return text;
  return reader.fault(
    'phone',
    `${quote(text)} không phải số điện thoại. Hãy ghi đủ số, bắt đầu bằng 0.`,
  );
}

type Find = (typed: string, area?: string) => Draft | 'many' | undefined;

/** Teams by id, else by name; of several with one name, the one in the same area. */
function teamFinder(drafts: readonly Draft[]): Find {
  const byId = new Map(drafts.map((draft) => [draft.team.id, draft]));
  let names: Map<string, Draft[]> | undefined;
  return (typed, area) => {
    const known = byId.get(typed);
    if (known) return known;
    names ??= byNames(drafts);
    const namesakes = names.get(fold(typed)) ?? [];
    const near =
      area && namesakes.length > 1 ? namesakes.filter(({ team }) => team.area === area) : namesakes;
    return near.length > 1 ? 'many' : near[0];
  };
}

function byNames(drafts: readonly Draft[]): Map<string, Draft[]> {
  const byName = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const name = fold(textOf(draft.team.name, 'vi'));
    const known = byName.get(name);
    if (known) known.push(draft);
    else byName.set(name, [draft]);
  }
  return byName;
}

function linkParents(drafts: readonly Draft[], find: Find): void {
  for (const { team, reader, parent } of drafts) {
    if (parent === undefined) continue;
    const above = find(parent, team.area);
    if (above === undefined)
      reader.fault(
        'parent',
        `không có tổ ${quote(parent)} trong trang này. Hãy kiểm tra mã hoặc tên tổ cấp trên.`,
      );
    else if (above === 'many')
      reader.fault('parent', `có nhiều tổ tên ${quote(parent)}. Hãy ghi mã tổ.`);
    else if (above.team === team)
      reader.fault(
        'parent',
        'một tổ không thể là tổ cấp trên của chính nó. Hãy ghi tổ cấp xã, hoặc để trống.',
      );
    else team.parent = above.team.id;
  }
}

/** Teams that stand above themselves by way of others: every line of the ring is named once. */
function refuseCycles(drafts: readonly Draft[], byId: ReadonlyMap<string, Draft>): void {
  const cleared = new Set<string>();
  for (const draft of drafts) {
    const path: Draft[] = [];
    let at: Draft | undefined = draft;
    while (at && !cleared.has(at.team.id) && !path.includes(at)) {
      path.push(at);
      at = byId.get(at.team.parent ?? '');
    }
    const ring = at && path.includes(at) ? path.slice(path.indexOf(at)) : [];
    path.forEach(({ team }) => cleared.add(team.id));
    const [first] = ring;
    first?.reader.fault(
      'parent',
      `các tổ ở dòng ${ring.map(({ reader }) => reader.row.line).join(', ')} là cấp trên của nhau thành vòng. Hãy ghi lại tổ cấp trên ở một trong các dòng này, hoặc để trống.`,
    );
  }
}

function readPeople(
  rows: readonly Row[],
  find: Find,
  today: string,
  notes: Notes,
): Map<string, Person[]> {
  const plan = planOf('people');
  const members = new Map<string, Person[]>();
  for (const row of rows) {
    const reader = new LineReader(row, plan, notes);
    if (hasPersonalData(reader)) continue;
    const typed = reader.required('team');
    const role = reader.requiredChoice('role') as Person['role'] | undefined;
    const person = role && personOf(reader, role, today);
    if (typed === undefined) continue;
    const draft = find(typed);
    if (draft === undefined)
      reader.fault(
        'team',
        `không có tổ ${quote(typed)} trong trang “Tổ”. Hãy kiểm tra mã hoặc tên tổ.`,
      );
    else if (draft === 'many')
      reader.fault('team', `có nhiều tổ tên ${quote(typed)}. Hãy ghi mã tổ.`);
    else if (person) members.set(draft.team.id, [...(members.get(draft.team.id) ?? []), person]);
  }
  return members;
}

function hasPersonalData(reader: LineReader): boolean {
  let isPersonal = false;
  for (const { key, header } of reader.plan.columns) {
    if (key === 'team' || key === 'consent') continue;
    const text = cellText(reader.row.cell(key));
    const kind = personalData(text);
    if (!kind) continue;
    reader.fault(
      key,
      `cột ${quote(header)} có ${kind}. Dữ liệu cá nhân không được công bố (Luật Bảo vệ dữ liệu cá nhân). Hãy xóa khỏi ô này; liên hệ chung của tổ ghi ở trang “Tổ”.`,
    );
    isPersonal = true;
  }
  return isPersonal;
}

/** A person: the role alone, unless a consent of today or earlier allows the name. */
function personOf(reader: LineReader, role: Person['role'], today: string): Person | undefined {
  const [count, label, name] = [reader.count('count'), reader.text('label'), reader.text('name')];
  const consent = reader.day('consent');
  if (reader.has('consent') && consent === undefined) return undefined;
  if (refuseCrowd(reader, 'count', count)) return undefined;
  if (name && count !== undefined && count !== 1)
    return reader.fault(
      'count',
      `dòng có họ tên chỉ nói về một người, mà ô này ghi ${count}. Hãy tách thành hai dòng.`,
    );
  const person: Person = {
    role,
    ...(count !== undefined ? { count } : {}),
    ...(label ? { label } : {}),
  };
  if (!name) return person;
  if (consent === undefined) {
    reader.warn(
      'name',
      'có họ tên nhưng không có ngày đồng ý, nên tên không được công bố; chỉ công bố vai trò.',
    );
    return person;
  }
  if (consent > today) {
    reader.warn(
      'consent',
      `ngày đồng ý ${dayWords(consent)} ở tương lai, nên tên chưa được công bố.`,
    );
    return person;
  }
  return { role, ...(label ? { label } : {}), name: name.replace(/\s+/g, ' '), consent };
}
