/** Which area a row of a CSV file means, where it can be read in one way. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { officialHint } from '../../src/desk/area-lines.js';
import { officialArea, officialIn, officialUnitsIn } from '../../src/desk/gazetteer.js';
import { skippedWords, reasonWords } from '../../src/desk/reasons.ts';
import { fromCsv } from '../../src/tables/table-adapter.ts';
import type { Skipped } from '../../src/tables/table-rows.ts';

interface Document {
  areas: Record<string, { name: string; kind?: string }>;
  observations: { area: string; value: number }[];
}

/** The official list, as `tcns-data` hands it to the adapter. */
const OFFICIAL = {
  find: officialIn,
  get: officialArea,
  covers: (id: string) => officialUnitsIn(id) > 0,
  hint: officialHint,
};

function readWith(official: typeof OFFICIAL | undefined, words: string, ...lines: string[]) {
  const skipped: Skipped[] = [];
  const document = fromCsv(
    lines.join('\n'),
    `https://so-lieu.example/to.csv${words}`,
    (row) => skipped.push(row),
    official,
  ) as Document;
  return {
    ...document,
    values: document.observations.map(({ area, value }) => [area, value]),
    said: skipped.map(skippedWords),
  };
}
const read = (words: string, ...lines: string[]) => readWith(undefined, words, ...lines);
const refused = (words: string, ...lines: string[]): string => {
  try {
    read(words, ...lines);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('a list of the 63 provinces', () => {
  const OLD = ['Tỉnh/Thành phố,Số mũi', 'Quảng Bình,10', 'Quảng Trị,20', 'Bắc Giang,50'];

  it('is refused as today’s, with the word that it wants', () => {
    const reason = refused('', ...OLD);
    assert.match(reason, /Quảng Bình, Bắc Giang.*"edition=2008"/);
    assert.match(reasonWords(reason), /2 địa bàn chỉ có trước 01\/7\/2025.*edition=2008/);
  });

  it('is read as such where the address says so', () => {
    assert.deepEqual(read('#edition=2008', ...OLD).values, [
      ['44@2008', 10],
      ['45@2008', 20],
      ['24@2008', 50],
    ]);
  });

  it('is refused by its codes, too', () => {
    assert.match(refused('', 'ma_tinh,so_to', '02,1', '44,2', '45,3'), /edition=2008/);
  });
});

describe('a code beside a name', () => {
  const OLD = ['ma_tinh,ten_tinh,so_to', '44,Quảng Bình,10', '45,Quảng Trị,20'];

  it('is read with the name, not before it', () => {
    assert.match(refused('', ...OLD), /edition=2008/);
    assert.deepEqual(read('#edition=2008', ...OLD).values, [
      ['44@2008', 10],
      ['45@2008', 20],
    ]);
  });

  it('that says another area is named with both', () => {
    const { values, said } = read('', 'ma_tinh,ten_tinh,so_to', '44,Huế,10', '48,Đà Nẵng,20');
    assert.deepEqual(values, [['48@2025', 20]]);
    assert.match(said[0] ?? '', /Dòng 2.*44 = Quảng Trị, Huế.*không khớp/);
  });

  it('is no code where it only counts', () => {
    const reason = refused('#area=stt', 'stt,ten,so_to', '1,Cà Mau,1', '2,Huế,2', '3,Hà Nội,3');
    assert.match(reason, /"stt" only counts/);
    assert.match(reasonWords(reason), /cột “stt” chỉ là số thứ tự/);
  });
});

describe('dates of before the arrangement', () => {
  const LINES = ['Tỉnh,Năm,Số tổ', 'Quảng Trị,2023,10', 'Hà Nội,2023,5', 'Quảng Trị,2026,20'];

  it('are asked about under a name that was another province’s', () => {
    const { values, said } = read('', ...LINES);
    assert.deepEqual(values, [
      ['01@2025', 5],
      ['44@2025', 20],
    ]);
    assert.match(said[0] ?? '', /2023, Quảng Trị.*edition=2008.*edition=2025/);
  });

  it('are read where the address says the edition', () => {
    assert.equal(read('#edition=2025', ...LINES).values.length, 3);
    assert.deepEqual(read('#edition=2008', ...LINES).values[0], ['45@2008', 10]);
  });
});

describe('communes of a province', () => {
  const PARENT = '#parent=51@2025&teams=Số tổ';

  it('whose names differ in a tone are areas of their own', () => {
    const { areas, values } = read(
      PARENT,
      'Xã,Số tổ',
      'Xã Ba Tơ,31',
      'Xã Ba Tô,12',
      'Xã Sơn Hà,8',
      'Xã Sơn Hạ,5',
      'Xã Mẫu Một,1',
    );
    assert.deepEqual(
      values.map(([id, value]) => [areas[String(id)]?.name, value]),
      [
        ['Ba Tơ', 31],
        ['Ba Tô', 12],
        ['Sơn Hà', 8],
        ['Sơn Hạ', 5],
        ['Mẫu Một', 1],
      ],
    );
    assert.equal(new Set(values.map(([id]) => id)).size, 5);
    assert.ok('51.maumot@2025' in areas);
  });

  it('typed without the tone, but with their kind, are a question, too', () => {
    const lines = ['Tên xã,Số tổ', 'Xã Ba Tơ,1', 'Xã Ba Tô,2', 'Xã Ba To,3'];
    const skipped: Skipped[] = [];
    const made = fromCsv(lines.join('\n'), 'x.csv#parent=51@2025', (row) => skipped.push(row)) as {
      observations: { area: string }[];
    };
    assert.equal(made.observations.length, 2);
    assert.deepEqual(
      skipped.map(({ why, cell }) => [why, cell]),
      [['which', 'Xã Ba To']],
    );
  });
  it('typed without the tone are a question', () => {
    const { values, said } = read(PARENT, 'Xã,Số tổ', 'Xã Ba Tơ,31', 'Xã Ba Tô,12', 'Ba To,1');
    assert.equal(values.length, 2);
    assert.match(said[0] ?? '', /“Ba To” có thể là nhiều địa bàn/);
  });

  it('are the same in short forms', () => {
    const { areas, values } = read(
      '#parent=44@2025&teams=Số tổ',
      'Xã,Số tổ',
      'P. Đông Hà,12',
      'Phường Đông Hà,12',
      'X. Cam Lộ,3',
      'TT. Khe Sanh,5',
    );
    assert.deepEqual(
      [...new Set(values.map(([id]) => id))],
      ['44.dongha@2025', '44.camlo@2025', '44.khesanh@2025'],
    );
    assert.deepEqual(areas['44.dongha@2025'], { name: 'Đông Hà', kind: 'ward', parent: '44@2025' });
  });

  it('of one name and two kinds are two', () => {
    const { values } = read(PARENT, 'Xã,Số tổ', 'Xã Mẫu,1', 'Phường Mẫu,2');
    assert.equal(new Set(values.map(([id]) => id)).size, 2);
  });

  it('beside the column of their province are not taken for it', () => {
    const { values } = read('', 'Tỉnh,Xã,Số tổ', 'Quảng Trị,Xã Cam Lộ,3', 'Huế,Xã Phú Lộc,4');
    assert.deepEqual(values, [
      ['44.camlo@2025', 3],
      ['46.phuloc@2025', 4],
    ]);
  });
});

describe('a list of communes beside the official one', () => {
  const own = (words: string, ...rows: string[]) =>
    readWith(OFFICIAL, `#teams=so_to&${words}`, 'xa,so_to', ...rows);

  it('has no made-up code for a former unit: it is said what that belongs to now', () => {
    const { values, said } = own('parent=44@2025', 'Phường Đông Hà,3', 'TT. Khe Sanh,5');
    assert.deepEqual(values, [['19333@2025', 3]]);
    assert.match(said.join(), /Dòng 3.*“TT. Khe Sanh” không phải địa bàn.*nay thuộc xã Khe Sanh/);
  });

  for (const typed of ['Xã Khe Xanh', 'Xã Khe Sành', 'Phường Khe Sanh', '19999', 'Xã Không Đâu'])
    it(`has no made-up code for ${typed}`, () => {
      const { values, said } = own('parent=44@2025', 'Phường Đông Hà,3', `${typed},5`);
      assert.deepEqual(values, [['19333@2025', 3]]);
      assert.match(said.join(), new RegExp(`“${typed}” không phải địa bàn`));
    });

  it('has none in a district of before 01/7/2025 either', () => {
    const { values, said } = own('parent=465@2008', 'Thị trấn Khe Sanh,3', 'Xã Khe Sang,5');
    assert.deepEqual(
      values.map(([, value]) => value),
      [3],
    );
    assert.match(said.join(), /“Xã Khe Sang” không phải địa bàn/);
  });

  it('has codes of its own for the hamlets of a commune, which no official list has', () => {
    const { values } = own('parent=19333@2025', 'Thôn Một,3', 'Thôn Hai,5');
    assert.deepEqual(values, [
      ['19333.thonmot@2025', 3],
      ['19333.thonhai@2025', 5],
    ]);
  });
});
