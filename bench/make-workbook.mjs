#!/usr/bin/env node
/**
 * Makes a workbook as large as a nation's: 45.895 teams and 20.000 figures, all made up, in the
 * form that Excel writes (shared strings, styles). The same arguments give the same bytes.
 *
 *   node bench/make-workbook.mjs FILE.xlsx [--teams 45895] [--figures 20000]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    teams: { type: 'string', default: '45895' },
    figures: { type: 'string', default: '20000' },
  },
});
const [target] = positionals;
if (!target) throw new Error('say the file: node bench/make-workbook.mjs FILE.xlsx');

const COMMUNES = 500;
const strings = new Map();
const index = (text) => {
  if (!strings.has(text)) strings.set(text, strings.size);
  return strings.get(text);
};
const escape = (text) => text.replace(/[&<>"]/g, (mark) => `&#${String(mark.charCodeAt(0))};`);
const column = (i) => String.fromCharCode(65 + i);

/** A sheet's rows; numbers stay numbers, empty texts make no cell. */
function sheet(rows) {
  const lines = rows.map((row, r) => {
    const cells = row.map((value, c) => {
      const at = `${column(c)}${r + 1}`;
      if (value === '') return '';
      return typeof value === 'number'
        ? `<c r="${at}" s="1"><v>${value}</v></c>`
        : `<c r="${at}" s="2" t="s"><v>${index(value)}</v></c>`;
    });
    return `<row r="${r + 1}" spans="1:${row.length}">${cells.join('')}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const communes = Array.from({ length: COMMUNES }, (_, i) => `Bản Mẫu ${i + 1}`);
const teams = Array.from({ length: Number(values.teams) }, (_, i) => {
  const commune = communes[i % COMMUNES];
  const hamlet = Math.floor(i / COMMUNES);
  return [
    `t${i + 1}`,
    hamlet === 0
      ? `Tổ công nghệ số cộng đồng xã ${commune}`
      : `Tổ công nghệ số cộng đồng thôn ${hamlet}, xã ${commune}`,
    hamlet === 0 ? 'cấp xã' : 'cấp thôn',
    commune,
    hamlet === 0 ? '' : `Thôn ${hamlet}`,
    hamlet === 0 ? '' : `t${(i % COMMUNES) + 1}`,
    `${(i % 12) + 1}/2022`,
    5 + (i % 7),
    '',
    i % 3 === 0 ? '0233 000 000' : '',
    '',
    `Nhà văn hóa thôn ${hamlet}`,
    i % 5 === 0 ? 'Trực chiều thứ Bảy' : '',
  ];
});
const INDICATORS = [
  'Số tổ',
  'Số thành viên tổ',
  'Số người được tập huấn',
  'Lượt người được hướng dẫn',
];
const figures = Array.from({ length: Number(values.figures) }, (_, i) => {
  const month = Math.floor(i / (COMMUNES * INDICATORS.length));
  return [
    communes[i % COMMUNES],
    INDICATORS[Math.floor(i / COMMUNES) % INDICATORS.length],
    `tháng ${(month % 12) + 1}/${2026 + Math.floor(month / 12)}`,
    '',
    100 + (i % 100) + month,
  ];
});
const SHEETS = {
  'Thông tin': [
    ['Mục', 'Nội dung'],
    ['Địa bàn công bố', 'Tỉnh Quảng Trị'],
    ['Đơn vị hành chính', 'từ 01/7/2025 (34 đơn vị cấp tỉnh)'],
  ],
  'Số liệu': [['Địa bàn (*)', 'Chỉ số (*)', 'Thời điểm (*)', 'Mức độ', 'Giá trị'], ...figures],
  Tổ: [
    [
      'Mã tổ',
      'Tên tổ (*)',
      'Cấp (*)',
      'Địa bàn (*)',
      'Thôn, tổ dân phố',
      'Tổ cấp trên',
      'Ngày thành lập',
      'Số thành viên',
      'Zalo của tổ',
      'Điện thoại của tổ',
      'Thư điện tử của tổ',
      'Nơi gặp',
      'Ghi chú',
    ],
    ...teams,
  ],
  'Địa bàn': [
    ['Mã', 'Tên (*)', 'Loại (*)', 'Trực thuộc'],
    ...communes.map((name) => ['', name, 'xã', '']),
  ],
  Nguồn: [
    ['Mã nguồn (*)', 'Tên tài liệu (*)'],
    ['bc', 'Số liệu minh họa'],
  ],
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const names = Object.keys(SHEETS);
const files = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdT" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ...Object.fromEntries(
    Object.values(SHEETS).map((rows, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet(rows)]),
  ),
};
files['xl/sharedStrings.xml'] =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${main}" count="${strings.size}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t>${escape(text)}</t></si>`).join('')}</sst>`;
writeFileSync(
  target,
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        [strToU8(text), { level: 6, mtime: '2026-01-01T00:00:00' }],
      ]),
    ),
  ),
);
