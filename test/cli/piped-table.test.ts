/** Tables from a pipe, as clients of databases print them. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { main } from '../../src/cli/data.js';
import { pipedTable } from '../../src/cli/piped-table.js';

const folder = mkdtempSync(join(tmpdir(), 'tcns-pipe-'));
after(() => rmSync(folder, { recursive: true }));

async function build(table: string, from = '-') {
  const lines: string[] = [];
  const out = mkdtempSync(join(folder, 'v1-'));
  const code = await main(['build', '--from', from, '--out', out], {
    print: (line) => lines.push(line),
    report: () => undefined,
    now: () => Date.UTC(2026, 10, 22, 1),
    stdin: () => new TextEncoder().encode(table),
  });
  const read = () =>
    (
      JSON.parse(readFileSync(join(out, 'observations/46@2025.json'), 'utf8')) as {
        observations: { value: number }[];
      }
    ).observations.map(({ value }) => value);
  return { code, text: lines.join('\n'), read };
}

describe('tcns-data build --from -', () => {
  it('reads what `psql --csv` prints', async () => {
    const { code, read } = await build('dia_ban,thoi_diem,so_to\nHuế,2026-08,120\n');
    assert.equal(code, 0);
    assert.deepEqual(read(), [120]);
  });
  it('reads what `mysql --batch` prints: tabs, NULL, escapes', async () => {
    const { text, read } = await build(
      'dia_ban\tthoi_diem\tso_to\tghi_chu\nHuế\t2026-08\t120\tmột\\thai\nHà Nội\t2026-08\tNULL\tNULL\n',
    );
    assert.deepEqual(read(), [120]);
    assert.match(text, /Dòng 3: không có số liệu/);
  });
  it('reads what `sqlcmd -s, -W` prints: a line of dashes, a count of rows', async () => {
    const { text, read } = await build(
      'dia_ban,thoi_diem,so_to\n-------,---------,-----\nHuế,2026-08,120\nLạ,2026-08,1\n\n(2 rows affected)\n',
    );
    assert.deepEqual(read(), [120]);
    assert.match(text, /Dòng 4, cột “dia_ban”: “Lạ” không phải địa bàn nào/);
  });
  it('obeys the words behind #', async () => {
    const { read } = await build(
      'ten,so_to,tb\nHuế,120,5.250\n',
      '-#area=ten&at==2026-08&tb=tb&numbers=en',
    );
    assert.deepEqual(read(), [5.25]);
  });
  it('says that the pipe is empty, and why no line could be read', async () => {
    const empty = await build('');
    assert.equal(empty.code, 3);
    assert.match(empty.text, /đầu vào chuẩn \(stdin\) không có gì/);
    const none = await build('dia_ban,so_to\nLạ,1\n');
    assert.equal(none.code, 3);
    assert.match(none.text, /Dòng 2, cột “dia_ban”: “Lạ”/);
  });
});

describe('a piped table', () => {
  it('keeps the number of its lines', () => {
    assert.equal(pipedTable('a,b\n---,---\n1,2\n\n(1 row affected)').split('\n').length, 5);
  });
});
