/** `tcns-data embed-page`: the files of one view for a static host. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { main } from '../../src/cli/data.js';

const VIEW =
  'https://office.example/tcns/embed.html?widget=kpi-card&area=48@2008&indicator=members';
const SENTENCE = 'Đà Nẵng: hơn 15.000 thành viên (tháng 12/2022). Nguồn: Báo Đà Nẵng';

describe('tcns-data embed-page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tcns-view-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const code = await main(['embed-page', ...args], {
      print: (line) => said.push(line),
      report: () => undefined,
      now: () => 0,
    });
    return { code, said: said.join('\n') };
  };

  it('writes the page with the sentence, and the document with the frame', async () => {
    const { code, said } = await run(VIEW, '--sentence', SENTENCE, '--out', folder);
    assert.equal(code, 0, said);
    assert.match(said, /https:\/\/office\.example\/tcns\/embed\/kpi-card-48-2008\.html/);
    const page = readFileSync(join(folder, 'embed/kpi-card-48-2008.html'), 'utf8');
    assert.ok(page.includes(SENTENCE));
    const document = JSON.parse(
      readFileSync(join(folder, 'oembed/kpi-card-48-2008.json'), 'utf8'),
    ) as Record<string, unknown>;
    assert.equal(document['title'], SENTENCE);
    assert.equal((await run(VIEW, '--sentence', 'Câu mới', '--out', folder)).code, 0);
  });

  it('writes over no page that shows something else', async () => {
    const theirs = join(folder, 'embed/cua-toi.html');
    writeFileSync(theirs, 'theirs');
    const { code, said } = await run(
      VIEW,
      '--sentence',
      SENTENCE,
      '--out',
      folder,
      '--name',
      'cua-toi',
    );
    assert.equal(code, 3);
    assert.match(said, /hiện nội dung khác/);
    assert.equal(readFileSync(theirs, 'utf8'), 'theirs');
  });

  for (const [what, args, why] of [
    ['no address', ['--sentence', SENTENCE, '--out', folder], /đúng một địa chỉ/],
    [
      'an address of no widget',
      ['https://x.example/y', '--sentence', 'a', '--out', folder],
      /không phải là địa chỉ/,
    ],
    [
      'an unknown widget',
      [VIEW.replace('kpi-card', 'card'), '--sentence', 'a', '--out', folder],
      /không phải là địa chỉ/,
    ],
    ['no sentence', [VIEW, '--out', folder], /--sentence/],
    ['no folder', [VIEW, '--sentence', SENTENCE], /--out/],
    [
      'a name that leads elsewhere',
      [VIEW, '--sentence', 'a', '--out', folder, '--name', '../x'],
      /--name/,
    ],
  ] as const)
    it(`refuses ${what}, and writes nothing`, async () => {
      const before = readdirSync(folder, { recursive: true }).length;
      const { code, said } = await run(...args);
      assert.equal(code, 2);
      assert.match(said, why);
      assert.equal(readdirSync(folder, { recursive: true }).length, before);
    });
});
