/** The guide "Từ tệp ranh giới của Sở đến bản đồ xã": its commands, run as it writes them, say what it prints. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { main as check } from '../../src/cli/check.js';
import { main } from '../../src/cli/data.js';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const guide = readFileSync(root('docs/borders.vi.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tcns-guide-'));
after(() => rmSync(folder, { recursive: true }));

test('the guide’s made-up province goes from its zip to borders that tcns-check takes', async () => {
  const [, maker = ''] = /`node (bench\/make-borders\.mjs) thu`/.exec(guide) ?? [];
  execFileSync(process.execPath, [root(maker), join(folder, 'thu')]);
  const [, command = '', printed = ''] =
    /```text\n\$ npx tcns-data (borders thu\/[^\n]*)\n([^`]*)```/.exec(guide) ?? [];
  const lines: string[] = [];
  const args = command.split(' ').map((arg) => arg.replace(/^thu\//, `${folder}/thu/`));
  const code = await main(args, {
    print: (line) => lines.push(line),
    report: () => undefined,
    now: () => 0,
  });
  assert.equal(code, 0);
  // How many points fit into 100 KB may change by a few with the way of simplifying.
  const plain = (text: string) =>
    text
      .replaceAll(`${folder}/`, '')
      .replace(/còn [\d.]+ điểm/, 'còn … điểm')
      .trim();
  assert.equal(plain(lines.join('\n')), plain(printed));
  const said: string[] = [];
  const faults = await check([join(folder, 'thu/v1')], (line) => void said.push(line));
  assert.equal(faults, 0, said.join('\n'));
});

test('the demo’s page of the invented province shows the guide’s command, what it prints, and what it makes', () => {
  const [, printed = ''] = /```text\n(\$ npx tcns-data borders thu\/[^`]*)```/.exec(guide) ?? [];
  assert.ok(printed);
  for (const page of ['demo/borders.html', 'demo/en/borders.html'])
    assert.ok(readFileSync(root(page), 'utf8').includes(printed.trim()), page);
  const { objects, properties } = JSON.parse(
    readFileSync(root('demo/api/sample/borders/v1/geo/99@2025.json'), 'utf8'),
  ) as { objects: { units: { geometries: unknown[] } }; properties: unknown };
  assert.deepEqual(
    [objects.units.geometries.length, properties],
    [81, { area: '99@2025', sample: true }],
  );
});

test('the guide’s commands have only options that the command knows', async () => {
  const commands = [...guide.matchAll(/npx tcns-data (borders (?:[^\n`]|\\\n)*)/g)].map(
    ([, line = '']) => line.replace(/\\\n/g, ' ').replace(/#.*$/, ''),
  );
  assert.ok(commands.length >= 2);
  for (const command of commands) {
    const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) =>
      (quoted ?? word ?? '').replace(/^(web|thu)\//, `${folder}/none/`),
    );
    const words: string[] = [];
    const say = (line: string) => void words.push(line);
    const code = await main(args, { print: say, report: say, now: () => 0 });
    // 3: the file is not there; 2 would be a wrong call.
    assert.equal(code, 3, `${command}: ${words.join('\n')}`);
  }
});
