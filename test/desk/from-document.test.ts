/** Documents of other APIs: what is published of them, and what never is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { publishDocument } from '../../src/desk/from-document.js';
import { noteText } from '../../src/desk/notes.js';
import { reasonWords } from '../../src/desk/reasons.js';
import { desk, GOOD, NOW, workbook } from './workbooks.js';

const DAY = 86_400_000;
const nothing = { documents: {}, texts: {} };
const envelope = { version: '1', area: '44@2025', areas: { '44@2025': { name: 'Quảng Trị' } } };
const team = { id: 't1', name: 'Tổ một', level: 'commune', area: '44@2025' };
const NAME = 'Hoàng Thị Mẫu';
const result = (raw: unknown) => publishDocument(raw, nothing, NOW);
const words = ({ faults, warnings }: ReturnType<typeof result>) =>
  [...faults, ...warnings].map(noteText);
const published = ({ files }: ReturnType<typeof result>) => files.map(({ text }) => text).join('');

describe('names of people in a document of another API', () => {
  const people: readonly (readonly [string, Record<string, unknown>, boolean])[] = [
    ['without a consent', {}, false],
    ['with a consent of tomorrow', { consent: '2026-11-23' }, false],
    ['with a consent that no calendar has', { consent: '2025-02-29' }, false],
    ['with a consent of today', { consent: '2026-11-22' }, true],
  ];
  for (const [name, more, isShown] of people) {
    it(`are ${isShown ? '' : 'not '}published ${name}`, () => {
      const person = { role: 'leader', name: NAME, given: 'Mẫu', ...more };
      const made = result({ ...envelope, teams: [{ ...team, people: [person] }] });
      assert.deepEqual(made.faults, []);
      assert.equal(published(made).includes(NAME), isShown);
      assert.equal(published(made).includes('"given"'), isShown);
      assert.match(published(made), /"role":"leader"/);
      assert.equal(made.warnings.length, isShown ? 0 : 1);
      if (!isShown)
        assert.match(words(made)[0] ?? '', /^teams\/44@2025: teams\[0\]\.people\[0\]: có họ tên/);
      assert.doesNotMatch(words(made).join(), /Hoàng|Mẫu/);
    });
  }
  it('take the label with them that says the same, and leave one that does not', () => {
    const labels = ['Tổ trưởng: bà Mẫu', 'Bí thư chi bộ'];
    const list = labels.map((label) => ({ role: 'leader', name: NAME, label }));
    const made = result({ ...envelope, teams: [{ ...team, people: list }] });
    assert.doesNotMatch(published(made), /Mẫu/);
    assert.match(published(made), /Bí thư chi bộ/);
  });
  it('goes for a bundle too', () => {
    const document = {
      ...envelope,
      teams: [{ ...team, people: [{ role: 'leader', name: NAME }] }],
    };
    const made = result({ version: '1', documents: { 'teams/44@2025': document } });
    assert.deepEqual(
      made.files.map(({ path }) => path),
      ['teams/44@2025.json', 'bundle.json'],
    );
    assert.doesNotMatch(published(made), /Hoàng/);
  });
});

describe('contacts in a document of another API', () => {
  it('are left out where they lead nowhere, and said', () => {
    const contact = {
      zalo: 'javascript:alert(1)',
      phone: '0233 000 000, máy lẻ 12',
      email: 'khong-phai-thu',
      note: 'gọi 0912 345 678',
    };
    const made = result({ ...envelope, teams: [{ ...team, contact }] });
    assert.doesNotMatch(published(made), /javascript|khong-phai-thu/);
    assert.match(published(made), /máy lẻ 12/);
    assert.deepEqual(
      words(made).map((line) => /contact\.\w+/.exec(line)?.[0]),
      ['contact.zalo', 'contact.email', 'contact.note'],
    );
  });
});

describe('keys of a bundle', () => {
  const document = { ...envelope, observations: [] };
  for (const key of [
    '../../escaped',
    'observations/../../escaped',
    '/etc/passwd',
    'observations\\..\\x',
    'observations/a..b',
    'other/44@2025',
    'bundle',
    'observations/44@2025/../x',
    'teams/44@2025/x',
  ]) {
    it(`refuse ${key}, and write nothing`, () => {
      const made = result({ version: '1', documents: { [key]: document, 'teams/44@2025': {} } });
      assert.ok(words(made).some((line) => line.includes(`“${key}”`)));
      assert.deepEqual(made.files, []);
    });
  }
  it('refuse a campaign whose id leads out of the folder, or is that of the list', () => {
    for (const id of ['../../escaped', 'a/b', 'index']) {
      const campaign = { ...envelope, id, name: 'X', start: '2026-06-01', end: '2026-08-31' };
      const made = result({ ...campaign, goals: [] });
      assert.deepEqual([made.faults.length > 0, made.files], [true, []], id);
    }
  });
  it('are named by what is wrong in their document, in Vietnamese', () => {
    const documents = {
      'observations/44@2025': { ...envelope, observations: 5 },
      'observations/45@2008': { version: '2', area: '45@2008', observations: [] },
      'geo/44@2025': { type: 'Feature' },
    };
    assert.deepEqual(words(result({ version: '1', documents })), [
      'observations/44@2025: observations: cần một danh sách […], không phải 5. Hãy sửa ở nguồn.',
      'observations/45@2008: version: phiên bản “2” không dùng được, chỉ có “1”. Hãy sửa ở nguồn.',
      'geo/44@2025: cần GeoJSON FeatureCollection hoặc TopoJSON. Hãy sửa ở nguồn.',
    ]);
  });
  it('refuse a bundle of nothing', () => {
    assert.match(words(result({ version: '1', documents: {} }))[0] ?? '', /không có tài liệu nào/);
  });
});

describe('a bundle that the desk wrote itself', () => {
  it('comes back byte for byte, whenever it is asked', async () => {
    const typed = {
      ...GOOD,
      Tổ: { ...GOOD['Tổ'], A3: 't2', B3: 'Tổ thôn', C3: 'cấp thôn', D3: 'Mẫu Một', F3: 't1' },
    };
    const first = await desk(await workbook(typed));
    assert.deepEqual(first.faults, []);
    const bundle = JSON.parse(first.files.at(-1)?.text ?? '') as unknown;
    const again = publishDocument(bundle, nothing, NOW + 30 * DAY);
    assert.deepEqual(words(again), []);
    const text = ({ files }: { files: typeof first.files }) =>
      Object.fromEntries(files.map(({ path, text }) => [path, text]));
    assert.deepEqual(text(again), text(first));
  });
  it('is the demo, too', () => {
    const path = new URL('../../demo/api/v1/bundle.json', import.meta.url);
    const raw = JSON.parse(readFileSync(path, 'utf8')) as { documents: object };
    const made = result(raw);
    assert.deepEqual(made.faults.map(noteText), []);
    assert.equal(made.files.length, Object.keys(raw.documents).length + 1);
  });
});

describe('reasons in words', () => {
  const table: readonly (readonly [string, string])[] = [
    ['a number or null, not "15.000"', 'cần một số hoặc null, không phải "15.000"'],
    ['missing: an area id such as "44@2025"', 'thiếu: cần mã địa bàn như "44@2025"'],
    ['"leader" or "member", not "boss"', 'cần "leader" hoặc "member", không phải "boss"'],
    ['no column "x"; there are: a, b', 'không có cột “x”; các cột có: a, b'],
    [
      'no item of "teams" is left; a list, not 5',
      '“teams” không còn mục nào dùng được; cần một danh sách […], không phải 5',
    ],
  ];
  for (const [english, vietnamese] of table)
    it(english, () => assert.equal(reasonWords(english), vietnamese));
});

describe('figures of the nation', () => {
  it('stand in the document of the edition whose provinces they are of', () => {
    const made = result({
      version: '1',
      area: 'vn',
      areas: { vn: { name: 'Cả nước' }, '45@2008': { name: 'Quảng Trị', parent: 'vn' } },
      indicators: { teams: { name: 'Số tổ' } },
      observations: [{ area: '45@2008', indicator: 'teams', at: '2024-06', value: 5 }],
    });
    assert.deepEqual(made.faults, []);
    const paths = made.files.map(({ path }) => path);
    assert.ok(paths.includes('observations/vn@2008.json'), paths.join());
    assert.ok(!paths.includes('observations/vn@2025.json'));
  });
});
