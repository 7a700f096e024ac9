/** Which unit a row of a file is, by its attributes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  OFFICIAL,
  cell,
  item,
  named,
  collection,
  make,
  featuresOf,
  saysFault,
} from './province.js';

describe('the unit of a row', () => {
  it('is found by name with its kind, without a word about the attribute', async () => {
    const features = OFFICIAL.map((unit, i) =>
      item({ OBJECTID: i + 1, TEN_DVHC: named(unit), huyen: 'Huyện Mẫu' }, cell(i)),
    );
    assert.match((await make(collection(features))).report.join('\n'), /TEN_DVHC: 78\/78/);
  });

  it('is found where the kind stands in a column of its own', async () => {
    const features = OFFICIAL.map((unit, i) => item({ Loai: unit.kind, Ten: unit.name }, cell(i)));
    assert.match((await make(collection(features))).report.join('\n'), /Ten: 78\/78/);
  });

  it('is told by codes that a number column has spoilt', async () => {
    const features = OFFICIAL.map((unit, i) => item({ ma: Number(unit.code) }, cell(i)));
    assert.equal(featuresOf(await make(collection(features))).length, OFFICIAL.length);
  });

  it('is not told by running numbers of any start, layers of roads, and the province behind a name', async () => {
    const rows = OFFICIAL.map((unit, i) =>
      item({ OBJECTID: 19300 + i, Ten: `${named(unit)}, tỉnh Quảng Trị` }, cell(i)),
    );
    const roads = collection([item({ Ten: 'Quốc lộ 1' }, cell(0))]);
    const result = await make([collection(rows), { ...roads, name: 'duong.geojson' }]);
    assert.equal(featuresOf(result).length, OFFICIAL.length);
    assert.match(result.report.join('\n'), /Ten: 78\/78/);
    assert.match(result.warnings.join('\n'), /duong\.geojson.*Lớp này được bỏ qua/);
    saysFault(await make(roads), /không thuộc tính nào khớp/);
  });

  it('is told by codes as tables write them: thousands, decimals, an apostrophe, the province in front, the name behind', async () => {
    const count = async (write: (unit: (typeof OFFICIAL)[number]) => unknown) =>
      (
        await make(collection(OFFICIAL.map((unit, i) => item({ ma: write(unit) }, cell(i)))))
      ).report.join('\n');
    for (const write of [
      ({ code }) => `${code.slice(0, 2)}.${code.slice(2)}`,
      ({ code }) => `${code},00`,
      ({ code }) => `'${code}`,
      ({ code }) => `44-${code}`,
      ({ code }) => `44${code}`,
      ({ code }) => `44.450.${code}`,
      ({ code, name }) => `${code} - ${name}`,
      ({ code }) => `${code}@2025`,
      ({ code }) => code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    ] satisfies ((unit: (typeof OFFICIAL)[number]) => unknown)[])
      assert.match(await count(write), /ma: 78\/78/, String(write));
    assert.doesNotMatch(await count(({ code }) => `45-${code}`), /ma: 78/);
  });

  it('is told by names with the province behind, a number in front, or a word that it is new', async () => {
    for (const write of [
      (name: string) => `${name} - tỉnh Quảng Trị`,
      (name: string) => `${name}, Quảng Trị`,
      (name: string) => `${name} (Quảng Trị)`,
      (name: string) => `${name} (mới)`,
      (name: string) => name.replaceAll(' ', '_'),
      (name: string) => `12. ${name}`,
    ]) {
      const features = OFFICIAL.map((unit, i) => item({ Ten: write(named(unit)) }, cell(i)));
      assert.match(
        (await make(collection(features))).report.join('\n'),
        /Ten: 78\/78/,
        write('Xã A'),
      );
    }
    const other = OFFICIAL.map((unit, i) => item({ Ten: `${named(unit)}, Nghệ An` }, cell(i)));
    saysFault(await make(collection(other)), /không thuộc tính nào khớp/);
  });

  it('is told by the name where a row has no code, and the row is named', async () => {
    const features = OFFICIAL.map((unit, i) =>
      item(
        i < 70 ? { MaXa: unit.code, Ten: i < 40 ? named(unit) : 'Khác' } : { Ten: named(unit) },
        cell(i),
      ),
    );
    const result = await make(collection(features));
    assert.equal(featuresOf(result).length, OFFICIAL.length);
    assert.match(result.warnings.join('\n'), /Hàng 71: MaXa trống, đọc theo Ten/);
  });

  it('is not guessed where the letters are lost, and the encoding is named', async () => {
    const features = OFFICIAL.map((unit, i) =>
      item({ Ten: named(unit).replace(/[^\u0000-\u00ff]/g, '?') }, cell(i)),
    );
    const result = await make(collection(features));
    assert.equal(result.file, undefined);
    assert.match(result.warnings.join('\n'), /Ten có dấu “\?”.*UTF-8/);
    const none = OFFICIAL.map((_, i) => ({ ...item({}, cell(i)), properties: null }));
    saysFault(await make(collection(none)), /không hàng nào có thuộc tính/);
  });
});
