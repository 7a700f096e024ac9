/** `tcns-data` on a real disk: exit codes, what it writes and what it never writes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { main } from '../../src/cli/data.js';
import { publish, readPublished } from '../../src/cli/publish.js';
import { GOOD, NOW, workbook, type Typed } from '../desk/workbooks.js';

const folder = mkdtempSync(join(tmpdir(), 'tcns-data-'));
after(() => rmSync(folder, { recursive: true }));
let n = 0;
const fresh = () => {
  const path = join(folder, String(n++));
  mkdirSync(path);
  return path;
};
const put = async (dir: string, typed: Typed, name = 'so-lieu.xlsx') => {
  const file = join(dir, name);
  writeFileSync(file, await workbook(typed));
  return file;
};
async function run(...args: string[]) {
  const lines: string[] = [];
  const code = await main(args, {
    print: (line) => lines.push(line),
    report: () => undefined,
    now: () => NOW,
  });
  return { code, lines, text: lines.join('\n') };
}
const filesIn = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dir, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(dir, name), 'utf8')]),
  );

describe('init', () => {
  it('makes a workbook that build reads, and never overwrites one', async () => {
    const file = join(fresh(), 'so-lieu.xlsx');
    assert.equal((await run('init', '--area', 'quang tri', '--out', file)).code, 0);
    assert.equal((await run('build', file, '--out', join(folder, 'init-v1'))).code, 0);
    const again = await run('init', '--area', 'Quảng Trị', '--out', file);
    assert.deepEqual([again.code, /đã có/.test(again.text)], [3, true]);
  });
  it('makes CSV files that build reads', async () => {
    const dir = join(fresh(), 'csv');
    assert.equal((await run('init', '--area', '45@2008', '--csv', '--out', dir)).code, 0);
    const { code, text } = await run('build', dir, '--out', join(folder, 'csv-v1'));
    assert.equal(code, 0, text);
  });
  it('takes no code of the other edition, and names the right one', async () => {
    const dir = fresh();
    const table: [string, number, RegExp][] = [
      [
        '45@2025',
        2,
        /45 là mã của Quảng Trị trước 01\/7\/2025 \(2008\); từ .* hãy ghi Quảng Trị \(44@2025\)/,
      ],
      ['99@2025', 2, /không có tỉnh, thành phố mã 99/],
      ['128@2025', 2, /không phải mã địa bàn/],
      ['foo@2025', 2, /không phải mã địa bàn/],
      ['99999@2025', 0, /Đã tạo/],
      ['20224.tdp11@2008', 0, /Đã tạo/],
      ['128@2008', 0, /Đã tạo/],
      ['vn@2025', 0, /Đã tạo/],
    ];
    for (const [area, expected, words] of table) {
      const out = join(dir, `${area}.xlsx`);
      const { code, text } = await run('init', '--area', area, '--out', out);
      assert.deepEqual([area, code, words.test(text)], [area, expected, true], text);
    }
  });
  it('asks for a province that is there, and names the other edition', async () => {
    const { code, text } = await run('init', '--area', 'Bình Phước');
    assert.equal(code, 2);
    assert.match(text, /--edition 2008/);
  });
});

describe('build', () => {
  it('writes all files once, and nothing when nothing changed', async () => {
    const dir = fresh();
    const [file, out] = [await put(dir, GOOD), join(dir, 'v1')];
    assert.equal((await run('build', file, '--out', out)).code, 0);
    const before = filesIn(out);
    const times = Object.keys(before).map((name) => statSync(join(out, name)).mtimeMs);
    const { text } = await run('build', file, '--out', out);
    assert.match(text, /0 tệp mới, 0 tệp thay đổi, 10 tệp giữ nguyên/);
    assert.deepEqual(filesIn(out), before);
    assert.deepEqual(
      Object.keys(before).map((name) => statSync(join(out, name)).mtimeMs),
      times,
    );
  });
  it('writes nothing while there is a fault, and says so with 1', async () => {
    const dir = fresh();
    const file = await put(dir, { ...GOOD, 'Số liệu': { ...GOOD['Số liệu'], E2: 'nhiều' } });
    const { code, text } = await run('build', file, '--out', join(dir, 'v1'));
    assert.equal(code, 1);
    assert.match(text, /Lỗi\. Trang tính “Số liệu”, ô E2: .*\n.*Chưa ghi gì/s);
    assert.deepEqual(readdirSync(dir), ['so-lieu.xlsx']);
  });
  it('writes nothing in a dry run, but says what it would', async () => {
    const dir = fresh();
    const { code, text } = await run(
      'build',
      await put(dir, GOOD),
      '--out',
      join(dir, 'v1'),
      '--dry-run',
    );
    assert.deepEqual([code, /Chạy thử.*10 tệp mới/.test(text)], [0, true]);
    assert.deepEqual(readdirSync(dir), ['so-lieu.xlsx']);
  });
  it('answers in JSON', async () => {
    const dir = fresh();
    const { text } = await run('build', await put(dir, GOOD), '--out', join(dir, 'v1'), '--json');
    const result = JSON.parse(text) as {
      ok: boolean;
      area: string;
      files: { path: string; status: string }[];
    };
    assert.deepEqual([result.ok, result.area, result.files.length], [true, '44@2025', 10]);
  });
  it('deletes only with --prune, and leaves what is not its own', async () => {
    const dir = fresh();
    const out = join(dir, 'v1');
    await run('build', await put(dir, GOOD), '--out', out);
    mkdirSync(join(out, 'geo'));
    writeFileSync(join(out, 'geo/44@2025.json'), '{"type":"FeatureCollection","features":[]}');
    const less = await put(dir, { ...GOOD, 'Dịch vụ': {} });
    assert.match(
      (await run('build', less, '--out', out)).text,
      /services\/44@2025\.json; các tệp này được giữ nguyên/,
    );
    assert.ok('services/44@2025.json' in filesIn(out));
    await run('build', less, '--out', out, '--prune');
    const left = filesIn(out);
    assert.ok(!('services/44@2025.json' in left) && 'geo/44@2025.json' in left);
    assert.match(left['bundle.json'] ?? '', /"geo\/44@2025"/);
  });
});

describe('diff', () => {
  it('says in words what would change, and writes nothing', async () => {
    const dir = fresh();
    const out = join(dir, 'v1');
    await run('build', await put(dir, GOOD), '--out', out);
    const before = filesIn(out);
    const next = await put(dir, { ...GOOD, 'Số liệu': { ...GOOD['Số liệu'], E3: '125' } });
    const { code, text } = await run('diff', next, '--out', out);
    assert.equal(code, 0);
    assert.match(
      text,
      /• Đính chính Số tổ, tỉnh Quảng Trị, tháng 8\/2026: 120 tổ → 125 tổ \(tăng 5\)/,
    );
    assert.deepEqual(filesIn(out), before);
  });
});

describe('a build from another API', () => {
  it('asks by the adapter, and publishes what comes', async () => {
    const server = createServer((_, response) =>
      response.end('Địa bàn;Thời điểm;Số tổ\nHuế;tháng 8/2026;1.045\nĐà Nẵng;tháng 8/2026;2.100\n'),
    );
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/to.csv#teams=Số tổ`;
    const out = join(fresh(), 'v1');
    const first = await run('build', '--from', url, '--adapter', 'csv', '--out', out);
    assert.equal(first.code, 0, first.text);
    assert.deepEqual(Object.keys(filesIn(out)), [
      'bundle.json',
      'observations/46@2025.json',
      'observations/48@2025.json',
      'observations/vn@2025.json',
    ]);
    assert.match(
      (await run('build', '--from', url, '--adapter', 'csv', '--out', out)).text,
      /4 tệp giữ nguyên/,
    );
    server.close();
    server.closeAllConnections();
    const gone = await run('build', '--from', url, '--adapter', 'csv', '--out', out);
    assert.deepEqual([gone.code, /không dùng được/.test(gone.text)], [3, true]);
    assert.equal(Object.keys(filesIn(out)).length, 4);
  });
});

describe('another API', () => {
  const serve = async (body: string | Buffer, work: (url: string) => Promise<void>) => {
    const server = createServer((_, response) => response.end(body));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  };
  it('gives back the files of its bundle', async () => {
    const dir = fresh();
    const [one, two] = [join(dir, 'v1'), join(dir, 'v2')];
    await run('build', await put(dir, GOOD), '--out', one);
    await serve(readFileSync(join(one, 'bundle.json')), async (url) => {
      const { code, text } = await run('build', '--from', url, '--out', two);
      assert.equal(code, 0, text);
    });
    assert.deepEqual(filesIn(two), filesIn(one));
  });
  it('cannot write outside the folder', async () => {
    const dir = fresh();
    const document = { version: '1', area: '44@2025', observations: [] };
    const bundle = { version: '1', documents: { '../../escaped': document } };
    await serve(JSON.stringify(bundle), async (url) => {
      const { code, text } = await run('build', '--from', url, '--out', join(dir, 'a/b'));
      assert.deepEqual([code, /“\.\.\/\.\.\/escaped”/.test(text)], [1, true], text);
    });
    assert.deepEqual(readdirSync(dir), []);
  });
  it('says which rows are left out, and reads UTF-16', async () => {
    const table = '\ufeffĐịa bàn\tNăm\tSố tổ\r\nHuế\t2026\t1.045\r\nTổng\t2026\t1.045\r\n';
    const little = Buffer.from(table, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()])
      await serve(bytes, async (url) => {
        const out = join(fresh(), 'v1');
        const { code, text } = await run('build', '--from', url, '--adapter', 'csv', '--out', out);
        assert.equal(code, 0, text);
        assert.match(text, /Nhắc\. Dòng 3, cột “Địa bàn”: “Tổng” không phải địa bàn nào/);
        assert.match(filesIn(out)['observations/46@2025.json'] ?? '', /"value":1045/);
      });
  });
  it('is compared by diff too', async () => {
    const dir = fresh();
    await serve('Địa bàn;Năm;Số tổ\nHuế;2026;1.045\n', async (url) => {
      const { code, text } = await run('diff', '--from', url, '--adapter', 'csv', '--out', dir);
      assert.deepEqual([code, /thay đổi so với bản đang công bố/.test(text)], [0, true], text);
    });
    assert.deepEqual(readdirSync(dir), []);
  });
  it('says in Vietnamese what an adapter or an answer lacks', async () => {
    const out = join(fresh(), 'v1');
    await serve('Địa bàn;Năm;Số tổ\nHuế;2026;5\n', async (url) => {
      const wrong = await run('build', '--from', `${url}#area=x`, '--adapter', 'csv', '--out', out);
      assert.deepEqual(
        [wrong.code, /: không có cột “x”; các cột có: /.test(wrong.text)],
        [3, true],
      );
      const json = await run('build', '--from', url, '--out', out);
      assert.match(json.text, /: cần JSON, mà đây không phải JSON$/);
      assert.doesNotMatch(wrong.text + json.text, /Error|adapter failed|expected/);
    });
  });
  it('is never asked beside a workbook, nor where the address is none', async () => {
    const dir = fresh();
    const file = await put(dir, GOOD);
    const url = 'http://127.0.0.1:9/x';
    for (const command of ['build', 'diff']) {
      const both = await run(command, file, '--from', url, '--out', dir);
      assert.deepEqual([both.code, /chỉ dùng một trong hai/.test(both.text)], [2, true]);
    }
    assert.equal((await run('build', '--from', 'bundle.json', '--out', dir)).code, 2);
    assert.equal((await run('build', file, '--adapter', 'csv', '--out', dir)).code, 2);
  });
});

describe('match', () => {
  for (const content of ['[]', '5', '{}', '{"sheets":[]}', '{"info":{"area":5}}', '{"cot":{}}'])
    it(`takes no ${content} for a matching file`, async () => {
      const dir = fresh();
      const wrong = join(dir, 'ghep.json');
      writeFileSync(wrong, content);
      const file = await put(dir, GOOD);
      const { code, text } = await run('build', file, '--match', wrong, '--out', join(dir, 'v1'));
      assert.deepEqual([code, /ghép cột sai/.test(text)], [1, true], text);
      assert.doesNotMatch(text, /Invalid|Expected/);
    });
  it('takes no workbook for a matching file', async () => {
    const file = await put(fresh(), GOOD);
    const { code } = await run('build', file, '--match', file, '--out', join(folder, 'no'));
    assert.equal(code, 2);
  });
  it("drafts a matching of an office's own table", async () => {
    const dir = fresh();
    const file = join(dir, 'bc.csv');
    writeFileSync(file, 'BÁO CÁO;;\nTên xã;Số tổ;Ghi riêng\nMẫu Một;45;x\n');
    const target = join(dir, 'ghep.json');
    assert.equal((await run('match', file, '--out', target)).code, 0);
    const { sheets } = JSON.parse(readFileSync(target, 'utf8')) as {
      sheets: Record<string, { header: number; columns: object; figures: object }>;
    };
    assert.deepEqual(
      [sheets['Số liệu']?.header, sheets['Số liệu']?.columns, sheets['Số liệu']?.figures],
      [2, { 'Địa bàn': 'Tên xã' }, { 'Số tổ': 'teams', 'Ghi riêng': '' }],
    );
  });
});

describe('files are written whole or not at all', () => {
  it('leaves every old file when a move in the middle fails, and nothing beside them', () => {
    const dir = fresh();
    writeFileSync(join(dir, 'a.json'), '1');
    writeFileSync(join(dir, 'b.json'), '1');
    const before = filesIn(dir);
    let moves = 0;
    const disk = {
      rename: (from: string, to: string) => {
        if (++moves === 3) throw new Error('the disk is full');
        renameSync(from, to);
      },
    };
    const files = ['a.json', 'new/c.json', 'b.json'].map((path) => ({ path, text: '2' }));
    assert.throws(() => publish(dir, files, [], disk), /the disk is full/);
    assert.deepEqual(filesIn(dir), before);
    publish(dir, files, []);
    assert.deepEqual(filesIn(dir), { 'a.json': '2', 'b.json': '2', 'new/c.json': '2' });
  });
  it('writes and deletes nothing outside the folder', () => {
    const dir = fresh();
    const out = join(dir, 'v1');
    writeFileSync(join(dir, 'b.json'), '1');
    const files = [{ path: 'a.json', text: '2' }];
    for (const path of ['../b.json', join(dir, 'b.json'), 'x/../../b.json']) {
      assert.throws(() => publish(out, [...files, { path, text: '2' }]), /nằm ngoài thư mục/);
      assert.throws(() => publish(out, files, [path]), /nằm ngoài thư mục/);
    }
    assert.deepEqual(filesIn(dir), { 'b.json': '1' });
  });
  it('takes no half document for a published one', () => {
    const dir = fresh();
    writeFileSync(join(dir, 'a.json'), '{"version"');
    assert.deepEqual(readPublished(dir), { documents: {}, texts: { 'a.json': '{"version"' } });
  });
});

describe('the command', () => {
  it('tells wrong usage with 2 and a missing file with 3, and helps in both languages', async () => {
    assert.equal((await run()).code, 2);
    assert.equal((await run('publish')).code, 2);
    assert.equal((await run('build', 'x.xlsx', '--what')).code, 2);
    assert.equal((await run('build', 'x.xlsx')).code, 2);
    assert.equal((await run('build', join(folder, 'none.xlsx'), '--out', folder)).code, 3);
    const wrong: [string[], RegExp][] = [
      [['build', '--what'], /^tcns-data: không có tùy chọn “--what”/],
      [['build', '--out'], /^tcns-data: tùy chọn “--out” cần một giá trị/],
      [['build', '--dry-run=x'], /^tcns-data: tùy chọn “--dry-run” không nhận giá trị/],
      [['build', join(folder, 'none.xlsx'), '--out', folder], /thư mục này: \/[^\n]*none\.xlsx$/],
    ];
    for (const [args, words] of wrong) assert.match((await run(...args)).text, words);
    const { code, text } = await run('--help');
    assert.equal(code, 0);
    assert.match(text, /Cách dùng:[\s\S]*Usage:/);
  });
  it('runs as a program', () => {
    const tool = new URL('../../src/cli/bin/tcns-data.mjs', import.meta.url).pathname;
    const { status, stdout } = spawnSync(process.execPath, [tool, '--help'], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /^tcns-data: từ bảng tính/);
  });
});
