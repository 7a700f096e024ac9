/** Which area a line means: kinds, diacritics, codes, editions and the official lists. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Area } from '../../src/api/figures.ts';
import type { SheetTable } from '../../src/desk/cells.ts';
import { runDesk, type DeskResult } from '../../src/desk/desk.ts';
import { officialAreasIn } from '../../src/desk/gazetteer.ts';
import { noteText } from '../../src/desk/notes.ts';
import { observations } from './results.ts';
import type { Documents } from '../../src/desk/published.js';
import { NOW } from './workbooks.ts';

type Line = readonly (string | number)[];

interface Book {
  readonly area: string;
  readonly edition?: '2008' | '2025';
  readonly register?: readonly Line[];
  readonly header?: Line;
  readonly lines: readonly Line[];
  readonly published?: Documents;
}

function read({
  area,
  edition = '2025',
  register,
  header,
  lines,
  published = {},
}: Book): DeskResult {
  const sheet = (name: string, rows: readonly Line[]): SheetTable => ({
    name,
    rows: rows.map((row) => [...row]),
  });
  return runDesk({
    tables: [
      sheet('Số liệu', [
        header ?? ['Địa bàn', 'Chỉ số', 'Thời điểm', 'Giá trị', 'Nguồn'],
        ...lines.map((line) =>
          header ? line : [line[0] ?? '', 'Số tổ', line[2] ?? 'tháng 8/2026', line[1] ?? '', 'bc'],
        ),
      ]),
      sheet('Nguồn', [
        ['Mã nguồn', 'Tên tài liệu'],
        ['bc', 'Số liệu minh họa'],
      ]),
      ...(register ? [sheet('Địa bàn', [['Mã', 'Tên', 'Loại', 'Trực thuộc'], ...register])] : []),
    ],
    info: { area, edition },
    published,
    now: NOW,
  });
}

const faults = (result: DeskResult): string[] => result.faults.map(noteText);
const values = (result: DeskResult, document: string): Record<string, number> => {
  assert.deepEqual(faults(result), []);
  return Object.fromEntries(
    observations(result, `observations/${document}`).map((o) => [o.area, o.value]),
  );
};
const asks = (book: Book, ...words: RegExp[]): void => {
  const found = faults(read(book));
  assert.equal(found.length, words.length, found.join('\n'));
  words.forEach((word, i) => assert.match(found[i] ?? '', word));
};

describe('a line of the sheet of areas without a code', () => {
  const register: Line[] = [
    ['', 'Cam Lộ', 'xã', ''],
    ['', 'Xã Lao Bảo', 'xã', ''],
    ['', 'Mẫu Một', 'xã', ''],
  ];
  const lines: Line[] = [
    ['Xã Cam Lộ', 5],
    ['Lao Bảo', 6],
    ['Mẫu Một', 7],
  ];

  it('is the official unit of its name and kind; only a unit that no list has gets a code of its own', () => {
    const result = read({ area: 'Tỉnh Quảng Trị', register, lines });
    assert.deepEqual(values(result, '44@2025'), {
      '19597@2025': 5,
      '19432@2025': 6,
      '44.maumot@2025': 7,
    });
  });
  it('of another kind than the official unit is named with it', () => {
    const result = read({
      area: 'Tỉnh Quảng Trị',
      register: [['', 'Lao Bảo', 'phường', '']],
      lines: [['Lao Bảo', 6]],
    });
    assert.match(
      result.warnings.map(noteText).join('\n'),
      /ô C2: “Lao Bảo” không có trong danh mục với loại này; có xã Lao Bảo, tỉnh Quảng Trị \(19432@2025\)/,
    );
  });
  it('keeps the id that it was published under, and says the official code', () => {
    const result = read({
      area: 'Tỉnh Quảng Trị',
      register,
      lines,
      published: { 'areas/2025': { version: '1', areas: { '44.camlo@2025': { name: 'Cam Lộ' } } } },
    });
    assert.equal(values(result, '44@2025')['44.camlo@2025'], 5);
    assert.match(
      result.warnings.map(noteText).join('\n'),
      /“Cam Lộ” đã được công bố với mã riêng 44\.camlo@2025, nên giữ mã ấy; mã chính thức là 19597/,
    );
  });
});

describe('a typed kind', () => {
  it('tells a city from the province of its name', () => {
    const result = read({
      area: 'Tỉnh Thái Bình',
      edition: '2008',
      lines: [
        ['Thành phố Thái Bình', 245, 'tháng 6/2024'],
        ['Huyện Vũ Thư', 210, 'tháng 6/2024'],
      ],
      register: [
        ['336', 'Thái Bình', 'thành phố', ''],
        ['344', 'Vũ Thư', 'huyện', ''],
      ],
    });
    assert.deepEqual(values(result, '34@2008'), { '336@2008': 245, '344@2008': 210 });
  });

  it('finds a district in the official list, not the province of its name', () => {
    const result = read({
      area: 'Tỉnh Quảng Bình',
      edition: '2008',
      lines: [
        ['Tỉnh Quảng Bình', 1100, 'tháng 6/2024'],
        ['Huyện Quảng Ninh', 98, 'tháng 6/2024'],
      ],
    });
    assert.deepEqual(values(result, '44@2008'), { '44@2008': 1100, '456@2008': 98 });
  });

  it('of no unit is asked about, with what there is', () => {
    asks(
      { area: 'Tỉnh Quảng Bình', edition: '2008', lines: [['Xã Hòa Bình', 7, 'tháng 6/2024']] },
      /“Xã Hòa Bình”.*tỉnh Hòa Bình \(17@2008\)/,
    );
  });

  it('goes before the name of a district that is listed, too', () => {
    const result = read({
      area: 'Tỉnh Lào Cai',
      edition: '2008',
      register: [
        ['088', 'Thị xã Sa Pa', 'thị xã', ''],
        ['03001', 'Phường Sa Pa', 'phường', '088'],
        ['03002', 'Phường Sa Pả', 'phường', '088'],
        ['082', 'Bát Xát', 'huyện', ''],
        ['02683', 'Thị trấn Bát Xát', 'thị trấn', '082'],
      ],
      lines: [
        ['Phường Sa Pả', 11, 'tháng 6/2024'],
        ['03001', 12, 'tháng 6/2024'],
        ['Thị trấn Bát Xát', 13, 'tháng 6/2024'],
        ['TX. Sa Pa', 14, 'tháng 6/2024'],
      ],
    });
    assert.deepEqual(values(result, '10@2008'), { '088@2008': 14 });
    assert.deepEqual(values(result, '088@2008'), {
      '088@2008': 14,
      '03001@2008': 12,
      '03002@2008': 11,
    });
    assert.deepEqual(values(result, '082@2008'), { '02683@2008': 13 });
  });
});

describe('names without a list typed beside them', () => {
  it('are found among the official communes, in all their spellings', () => {
    const result = read({
      area: 'Tỉnh Quảng Trị',
      lines: [
        ['P. Đông Hà', 12],
        ['X. Cam Lộ', 3],
        ['UBND xã Khe Sanh', 5],
        ['phuong nam dong ha', 6],
      ],
    });
    assert.deepEqual(values(result, '44@2025'), {
      '19333@2025': 12,
      '19351@2025': 6,
      '19429@2025': 5,
      '19597@2025': 3,
    });
  });

  it('which are of before the arrangement are answered with what they belong to now', () => {
    asks(
      { area: 'Tỉnh Quảng Trị', lines: [['TT. Khe Sanh', 5]] },
      /“TT\. Khe Sanh”.*trước khi sắp xếp.*nay thuộc xã Khe Sanh.*19429@2025/,
    );
  });

  it('with one wrong tone are a question, never a match', () => {
    asks({ area: 'Tỉnh Phú Thọ', lines: [['Xã Mai Chấu', 5]] }, /“Xã Mai Chấu”.*xã Mai Châu/);
    asks({ area: 'Tỉnh Thanh Hóa', lines: [['Xã Thạnh Hóa', 5]] }, /“Xã Thạnh Hóa”/);
  });

  it('of a province are asked about where one of its communes has the name', () => {
    const communes = {
      area: 'Tỉnh Quảng Trị',
      lines: [
        ['Quảng Trị', 5],
        ['Cam Lộ', 3],
      ],
    };
    asks(communes, /có 2 đơn vị tên “Quảng Trị”/);
    const province = read({ area: 'Quảng Trị', lines: [['Quảng Trị', 5]] });
    assert.deepEqual(values(province, '44@2025'), { '44@2025': 5 });
  });
});

describe('names that differ in a tone', () => {
  it('are two areas, also where the sheet gives no codes', () => {
    const result = read({
      area: 'Tỉnh Quảng Ngãi',
      register: [
        ['', 'Ba Tơ', 'xã', ''],
        ['', 'Ba Tô', 'xã', ''],
        ['', 'Mẫu Một', 'xã', ''],
      ],
      lines: [
        ['Xã Ba Tơ', 31],
        ['Xã Ba Tô', 12],
        ['Mẫu Một', 1],
      ],
    });
    const found = values(result, '51@2025');
    assert.deepEqual(
      Object.values(found).sort((a, b) => a - b),
      [1, 12, 31],
    );
    assert.ok('51.maumot@2025' in found);
  });

  it('are a question where neither tone is typed', () => {
    asks({ area: 'Tỉnh Quảng Ngãi', lines: [['Xa Ba To', 31]] }, /có 2 đơn vị.*Ba Tơ.*Ba Tô/);
  });
});

describe('codes', () => {
  const header = ['Mã tỉnh', 'Tên tỉnh', 'Chỉ số', 'Thời điểm', 'Giá trị', 'Nguồn'];
  const line = (code: string | number, name: string, value: number): Line => [
    code,
    name,
    'Số tổ',
    'tháng 8/2026',
    value,
    'bc',
  ];

  it('and names that agree are one area', () => {
    const result = read({
      area: 'Cả nước',
      header,
      lines: [line('44', 'Quảng Trị', 20), line(1, 'Hà Nội', 30)],
    });
    assert.deepEqual(values(result, 'vn@2025'), { '44@2025': 20, '01@2025': 30 });
  });

  it('and names that disagree are a fault that shows both', () => {
    asks(
      { area: 'Cả nước', header, lines: [line('44', 'Huế', 10)] },
      /mã “44” là tỉnh Quảng Trị.*tên “Huế” là TP\. Huế/,
    );
  });

  it('of the register are compared with the official names', () => {
    asks(
      {
        area: 'Tỉnh Quảng Trị',
        register: [['19333', 'Cam Lộ', 'xã', '']],
        lines: [['Tỉnh Quảng Trị', 1]],
      },
      /mã “19333” là phường Đông Hà.*“Cam Lộ”/,
    );
  });

  it('are no running numbers', () => {
    asks(
      {
        area: 'Cả nước',
        lines: [
          [1, 5],
          [2, 6],
          [3, 7],
          [4, 8],
        ],
      },
      /số thứ tự/,
    );
  });

  it('a commune beside its province is read as the commune', () => {
    const result = read({
      area: 'Cả nước',
      header: ['Tỉnh', 'Xã', 'Chỉ số', 'Thời điểm', 'Giá trị', 'Nguồn'],
      lines: [['Quảng Trị', 'Cam Lộ', 'Số tổ', 'tháng 8/2026', 3, 'bc']],
    });
    assert.deepEqual(values(result, '19597@2025'), { '19597@2025': 3 });
  });
});

describe('editions', () => {
  it('a date of before the arrangement under a name of both editions is asked about', () => {
    const line: Line = ['Tỉnh Quảng Trị', 110, 'tháng 8/2022'];
    asks({ area: 'Tỉnh Quảng Trị', lines: [line] }, /hãy ghi mã 45@2008.*hãy ghi mã 44@2025/);
    const said = read({ area: 'Tỉnh Quảng Trị', lines: [['44@2025', 110, 'tháng 8/2022']] });
    assert.deepEqual(values(said, '44@2025'), { '44@2025': 110 });
  });

  it('a name of before the arrangement is asked about under the units of today', () => {
    asks({ area: 'Cả nước', lines: [['Quảng Bình', 1]] }, /“Quảng Bình”.*44@2008/);
  });
});

const KIND_WORDS: Readonly<Record<string, string>> = {
  city: 'Thành phố',
  town: 'Thị xã',
  district: 'Huyện',
};

describe('the number of units inside an area', () => {
  const childrenOf = (names: readonly string[]): unknown => {
    const result = read({
      area: '45@2008',
      edition: '2008',
      lines: names.map((name, i): Line => [name, i + 1, 'tháng 8/2022']),
    });
    assert.deepEqual(faults(result), []);
    const { areas } = result.documents['observations/45@2008'] as { areas: Record<string, Area> };
    return areas['45@2008']?.children;
  };
  const districts = Object.values(officialAreasIn('45@2008'))
    .filter(({ parent }) => parent === '45@2008')
    .map(({ kind = '', name }) => `${KIND_WORDS[kind] ?? ''} ${String(name)}`);

  it('is said where all units of the official list are in the document', () => {
    assert.equal(childrenOf(districts), 10);
  });
  it('is not said of a part', () => {
    assert.equal(childrenOf(districts.slice(1)), undefined);
  });
});
