/** `tcns-data borders` on a real disk: what it reads beside the file named, what it writes, and its exit codes. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { main } from '../../src/cli/data.js';
import { main as check } from '../../src/cli/check.js';
import { officialAreasIn } from '../../src/desk/gazetteer.js';
import { shapefile } from '../support/shapefile.js';

const folder = mkdtempSync(join(tmpdir(), 'tcns-borders-'));
after(() => rmSync(folder, { recursive: true }));
let n = 0;
const fresh = (): string => {
  const path = join(folder, String(n++));
  mkdirSync(path);
  return path;
};
async function run(...args: string[]) {
  const lines: string[] = [];
  const code = await main(['borders', ...args], {
    print: (line) => lines.push(line),
    report: () => undefined,
    now: () => 0,
  });
  return { code, said: lines.join('\n') };
}

const CODES = Object.keys(officialAreasIn('44@2025')).map((id) => id.slice(0, 5));
/** A square a unit, with the clock; metres of the zone 107°30′. */
const ring = (i: number) => {
  const [x, y] = [410_000 + (i % 9) * 2000, 1_847_000 + Math.floor(i / 9) * 2000];
  return [
    [x, y],
    [x, y + 2000],
    [x + 2000, y + 2000],
    [x + 2000, y],
    [x, y],
  ];
};
function put(from = 0, to = CODES.length, name = 'Ranh_Gioi'): string {
  const dir = fresh();
  const rows = CODES.slice(from, to).map((code, i) => ({
    values: { MaXa: code },
    rings: [ring(from + i)],
  }));
  for (const [file, bytes] of Object.entries(shapefile(rows, { name })))
    writeFileSync(join(dir, file.replace('.dbf', '.DBF')), bytes);
  return join(dir, `${name}.shp`);
}

describe('tcns-data borders', () => {
  it('reads what belongs to a shapefile, writes one file, and leaves it alone the second time', async () => {
    const [shp, out] = [put(), fresh()];
    const args = [
      shp,
      '--area',
      'Quảng Trị',
      '--zone',
      '107-30',
      '--out',
      out,
      '--source',
      'Sở Mẫu',
      '--at',
      '2026-09-01',
    ];
    const first = await run(...args);
    assert.equal(first.code, 0, first.said);
    assert.match(first.said, /^MaXa: 78\/78$/m);
    assert.match(first.said, /mới .*geo.44@2025\.json/);
    const file = join(out, 'geo/44@2025.json');
    assert.deepEqual(
      (JSON.parse(readFileSync(file, 'utf8')) as { properties: unknown }).properties,
      { area: '44@2025', source: { title: 'Sở Mẫu' }, at: '2026-09-01' },
    );
    const { mtimeMs } = statSync(file);
    assert.match((await run(...args)).said, /giữ nguyên/);
    assert.equal(statSync(file).mtimeMs, mtimeMs);
    assert.equal(await check([out], () => undefined), 0);
  });

  it('joins files, each with a zone of its own', async () => {
    const [a, b, out] = [put(0, 40, 'huyen-a'), put(40, 78, 'huyen-b'), fresh()];
    const { code, said } = await run(
      a,
      b,
      '--area',
      '44',
      '--zone',
      'huyen-a.shp=107-30',
      '--zone',
      'huyen-b.shp=9216',
      '--out',
      out,
    );
    assert.equal(code, 0, said);
    assert.match(said, /Tệp “.*huyen-a\.shp”: MaXa: 40\/78/);
  });

  it('writes nothing while there is a fault, and nothing for a try', async () => {
    const [shp, out] = [put(), join(fresh(), 'v1')];
    const asked = await run(shp, '--area', '44@2025', '--out', out);
    assert.equal(asked.code, 1);
    assert.match(asked.said, /Lỗi\. Tọa độ là mét .*107-30[\s\S]*Chưa ghi gì/);
    const dry = await run(
      shp,
      '--area',
      '44@2025',
      '--zone',
      '107-30',
      '--out',
      out,
      '--dry-run',
      '--json',
    );
    assert.equal(dry.code, 0);
    assert.equal((JSON.parse(dry.said) as { file: string }).file, 'geo/44@2025.json');
    assert.equal(existsSync(out), false);
  });

  it('says what is wrong with its words', async () => {
    const shp = put();
    const said = async (...args: string[]) => {
      const { code, said: words } = await run(...args);
      assert.equal(code, 2, words);
      return words;
    };
    assert.match(await said('--area', '44', '--out', 'x'), /cần một tệp ranh giới/);
    assert.match(await said(shp, '--area', '44'), /cần --out/);
    assert.match(await said(shp, '--out', 'x'), /cần --area/);
    assert.match(await said(shp, '--area', '44', '--out', 'x', '--zone', '105-44'), /“105-44”/);
    assert.match(await said(shp, '--area', '44', '--out', 'x', '--size', 'nhỏ'), /“nhỏ”/);
    assert.match(
      await said(shp, '--area', '44', '--out', 'x', '--source', 'A', '--at', '32/13'),
      /“32\/13”/,
    );
    const missing = await run(join(folder, 'khong-co.zip'), '--area', '44', '--out', 'x');
    assert.deepEqual([missing.code, /không có tệp/.test(missing.said)], [3, true]);
  });

  it('takes a list of its own for an area that no official list has', async () => {
    const out = fresh();
    const list = join(out, 'list.json');
    const areas = Object.fromEntries(
      CODES.map((code, i) => [
        `${99001 + i}@2025`,
        { name: `Minh Họa ${i}`, kind: 'commune', parent: '99@2025', code },
      ]),
    );
    writeFileSync(
      list,
      JSON.stringify({ areas: { '99@2025': { name: 'Minh Họa', kind: 'province' }, ...areas } }),
    );
    const file = join(out, 'xa.geojson');
    const features = CODES.map((_, i) => ({
      type: 'Feature',
      properties: { ma: 99001 + i },
      geometry: {
        type: 'Polygon',
        coordinates: [
          ring(i).map(([x = 0, y = 0]) => [107 + (x - 410_000) / 1e5, 16 + (y - 1_847_000) / 1e5]),
        ],
      },
    }));
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
    const { code, said } = await run(
      file,
      '--area',
      '99@2025',
      '--list',
      list,
      '--out',
      out,
      '--sample',
    );
    assert.equal(code, 0, said);
    assert.match(said, /^ma: 78\/78$/m);
  });
});
