import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHEETS } from '../../src/desk/columns.ts';
import {
  areaHeaderOf,
  HEADERS,
  headerWord,
  isRunning,
  isRunningHeader,
  roleOf,
} from '../../src/tables/headers.ts';

for (const header of [
  'Tên tỉnh',
  'Tỉnh/Thành phố',
  'Địa phương',
  'Mã tỉnh',
  'Mã đơn vị',
  'Xã',
  'Mã xã',
  'Năm',
  'Tháng',
  'Kỳ',
  'Kỳ báo cáo',
  'Chỉ tiêu giao',
  'Số lượng',
  'Địa bàn',
  'ma_tinh',
  'TEN_XA',
])
  test(`"${header}" is known to the adapters and to the desk's sheet of figures`, () => {
    const role = roleOf(header);
    assert.ok(role);
    const column = SHEETS.find(({ key }) => key === 'figures')?.columns.find((c) => c.key === role);
    const words = [column?.header ?? '', ...(column?.also ?? [])].map(headerWord);
    assert.ok(words.includes(headerWord(header)), role);
  });

test('no header has two roles', () => {
  const words = Object.values(HEADERS).flatMap((list) => [...new Set(list.map(headerWord))]);
  assert.equal(new Set(words).size, words.length);
});

test('a column of areas says its level, and whether it holds codes', () => {
  assert.deepEqual(areaHeaderOf('ma_xa'), { level: 'commune', isCode: true });
  assert.deepEqual(areaHeaderOf('Tên tỉnh, TP (*)'), { level: 'province', isCode: false });
  assert.deepEqual(areaHeaderOf('Quận/Huyện'), { level: 'district', isCode: false });
  assert.equal(areaHeaderOf('Số tổ'), undefined);
});

test('running numbers and their headers are told from codes', () => {
  for (const header of ['STT', 'TT', 'OBJECTID', '_id', 'Số thứ tự'])
    assert.ok(isRunningHeader(header), header);
  assert.ok(!isRunningHeader('Mã tỉnh'));
  assert.ok(isRunning(['1', '2', '3']));
  assert.ok(isRunning([0, 1, 2, '']));
  assert.ok(!isRunning(['1', '4', '8']), 'codes of provinces whose zeros a spreadsheet dropped');
  assert.ok(!isRunning(['1', '2']));
});
