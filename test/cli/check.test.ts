/** `tcns-check` finds everything that is wrong, says it in one line each, and stays calm about the rest. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';
import { after, before, describe, it } from 'node:test';
import { main } from '../../src/cli/check.js';
import { officialAreasIn } from '../../src/desk/gazetteer.js';
import { jsonFault } from '../../src/cli/json-position.js';
import { API_FOLDER } from '../../tools/generate/make-bundle.js';
import { startApiServer, type ApiServer } from '../support/api-server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tcns-check-'));
after(() => rmSync(folder, { recursive: true }));

function put(name: string, content: unknown): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    content instanceof Buffer || typeof content === 'string' ? content : JSON.stringify(content),
  );
  return file;
}

/** The lines about one argument without its name, the last line, and the exit code. */
async function check(...args: string[]) {
  const lines: string[] = [];
  const code = await main(args, (line) => lines.push(line));
  const sum = lines.pop() ?? '';
  const prefix = `${args[0]}: `;
  return {
    code,
    sum,
    lines: lines.map((l) => (l.startsWith(prefix) ? l.slice(prefix.length) : l)),
  };
}

const areas = { '44@2025': { name: 'Quảng Trị', kind: 'province' } };
const indicators = { teams: { name: 'Số tổ' } };
const good = { version: '1', area: '44@2025', areas, indicators };
const figure = { area: '44@2025', indicator: 'teams', at: '2026-06', value: 1 };
const observations = (...list: unknown[]) => ({ ...good, observations: list });
const team = { id: 'a', name: 'Tổ 1', level: 'hamlet', area: '44@2025' };

describe('one document', () => {
  const table: [string, unknown, string[]][] = [
    ['nothing where all is well', observations(figure), []],
    [
      'every fault of every item',
      observations(
        figure,
        { ...figure, value: '15.000', approx: '≈' },
        { value: 1 },
        { ...figure, change: { since: 'x' } },
      ),
      [
        'observations[1].value: a number or null, not "15.000"',
        'observations[1].approx: ">", "<" or "~", not "≈"',
        'observations[2].area: missing: an area id such as "44@2025"',
        'observations[2].indicator: missing: a text that is not empty',
        'observations[3].change.value: missing: a number',
        'observations[3].change.since: an ISO 8601 date such as "2023-09" or "2023-01/2023-06", not "x"',
      ],
    ],
    [
      'faults of records, by their key',
      { ...observations(figure), areas: { '44@2025': { kind: 1 } }, sources: { s: {} } },
      [
        'areas["44@2025"].name: missing: a text, or an object of texts by language',
        'areas["44@2025"].kind: a text, not 1',
        'sources.s.title: missing: a text, or an object of texts by language',
      ],
    ],
    [
      'what the document itself lacks',
      {},
      [
        'version: missing: version "1"',
        'observations: missing: a list',
        'area: missing: an area id such as "44@2025"',
      ],
    ],
    [
      'another major version, and nothing else',
      { version: '2', observations: [{}] },
      ['version: version "2" is not supported, only "1"'],
    ],
    ['what is no object', [], ['a document object, not a list']],
    [
      'days that no calendar has',
      observations({ ...figure, at: '2023-02-30' }, { ...figure, at: '2023-06/2023-01' }),
      [
        'observations[0].at: a date that exists, not "2023-02-30"',
        'observations[1].at: an interval that ends after it begins, not "2023-06/2023-01"',
      ],
    ],
    [
      'people inside teams',
      {
        ...good,
        teams: [{ ...team, people: [{ role: 'leader', consent: '2025-02-29' }, { role: 'boss' }] }],
      },
      [
        'teams[0].people[1].role: "leader", "deputy", "member" or "collaborator", not "boss"',
        'teams[0].people[0].consent: a date that exists, not "2025-02-29"',
      ],
    ],
    [
      'a campaign that ends before it starts',
      { version: '1', id: 'x', name: 'X', start: '2022-08-31', end: '2022-06-01', goals: [] },
      ['end: not before "2022-08-31", which is "start", but "2022-06-01"'],
    ],
  ];
  for (const [name, document, expected] of table) {
    it(`tells ${name}`, async () => {
      const { lines, code } = await check(put('document.json', document));
      assert.deepEqual(lines, expected);
      assert.equal(code, expected.length > 0 ? 1 : 0);
    });
  }

  it('warns of what has no name in the document, and of a name that does not fit', async () => {
    const unknown = { area: '46@2025', indicator: 'members', source: 'vnn' };
    const document = {
      ...observations(unknown),
      areas: { '44@2025': { name: 'Quảng Trị', next: ['99@2030'] } },
    };
    const { lines, code } = await check(put('observations/46@2025.json', document));
    assert.deepEqual(lines, [
      'warning: observations[0].area: "46@2025" is not among the "areas" of this document',
      'warning: observations[0].indicator: "members" is not among the "indicators" of this document',
      'warning: observations[0].source: "vnn" is not among the "sources" of this document',
      'warning: areas["44@2025"].next[0]: "99@2030" is not among the "areas" of this document',
      'warning: area: "44@2025" does not fit the name of the document, "46@2025"',
    ]);
    assert.equal(code, 0);
  });

  it('knows the kind of a document by its folder', async () => {
    const { lines } = await check(put('teams/44@2025.json', good));
    assert.deepEqual(lines, ['teams: missing: a list']);
  });
});

describe('a file that is no document', () => {
  const table: [string, string | Buffer, string][] = [
    ['a page', '<!doctype html>', 'JSON is expected, this is an HTML or XML page'],
    ['nothing', ' \n', 'JSON is expected, this is an empty file'],
    [
      'a comma too many',
      '{"version": "1",\n "observations": [1, ],\n}',
      'JSON is expected, this is not JSON: line 2, column 22: a value is expected',
    ],
    [
      'another encoding',
      Buffer.from([0x22, 0xd4, 0x22]),
      'UTF-8 is expected, this is another encoding',
    ],
  ];
  for (const [name, content, reason] of table) {
    it(`says so of ${name}`, async () => {
      const { lines, code } = await check(put('no.json', content));
      assert.deepEqual(lines, [reason]);
      assert.equal(code, 1);
    });
  }
  it('says so of a file that is not there', async () => {
    const { lines, code } = await check(join(folder, 'nothing.json'));
    assert.deepEqual([lines, code], [['there is no such file'], 1]);
  });
  it('takes a byte order mark as the widgets do', async () => {
    assert.equal(
      (await check(put('bom.json', `\ufeff${JSON.stringify(observations(figure))}`))).code,
      0,
    );
  });
});

describe('where a text stops being JSON', () => {
  const texts = [
    '{}',
    '[]',
    '""',
    '0',
    '-1.5e+3',
    'null',
    ' [1, {"a": [true, "\\u00e9\\n"]}] ',
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '01',
    '1.',
    '.5',
    '+1',
    '"\n"',
    '"\\x"',
    '[1 2]',
    '{"a" 1}',
    '{} {}',
    ']',
    'tru',
    'nulll',
    '[1}',
    '// x\n{}',
    'NaN',
    '{"a":1]',
    '"a',
  ];
  for (const text of texts) {
    it(`agrees with JSON.parse on ${JSON.stringify(text)}`, () => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      assert.equal(jsonFault(text) === undefined, isJson, jsonFault(text));
    });
  }
});

describe('bundles and folders', () => {
  it('looks at each document inside a bundle', async () => {
    const documents = {
      'observations/44@2025': observations({ ...figure, value: '1' }),
      'teams/44@2025': [],
    };
    const { lines } = await check(put('bundle.json', { version: '1', documents }));
    assert.deepEqual(lines, [
      'documents["observations/44@2025"].observations[0].value: a number or null, not "1"',
      'documents["teams/44@2025"]: a document object, not a list',
    ]);
  });
  it('reads every file of a folder, and finds nothing wrong with the demo', async () => {
    const { lines, code, sum } = await check(API_FOLDER);
    assert.deepEqual(lines, []);
    assert.equal(code, 0);
    assert.match(sum, /^[1-9]\d+ documents, 0 faults, 0 warnings$/);
  });
  it('counts', async () => {
    const { sum } = await check(
      put('count.json', observations({ ...figure, value: '1', source: 'x' })),
    );
    assert.equal(sum, '1 document, 1 fault, 1 warning');
  });
});

describe('an address', () => {
  let server: ApiServer;
  let key = 0;
  const path = 'observations/44@2025.json';
  before(async () => {
    server = await startApiServer();
  });
  after(() => server.close());

  async function address(
    behaviour: string,
    document: unknown = observations(figure),
    options = '',
  ) {
    const base = `${server.origin}/t/check-${++key}`;
    await fetch(`${base}/set/${path}`, { method: 'POST', body: JSON.stringify(document) });
    return `${base}/${behaviour}/${path}${options}`;
  }

  const table: [behaviour: string, options: string, expected: string[], code: number][] = [
    ['ok', '?cache=max-age=300', [], 0],
    ['bom', '?cache=max-age=300', [], 0],
    ['wrong-type', '?cache=max-age=300', [], 0],
    ['attachment', '?cache=max-age=300', [], 0],
    [
      'no-cors',
      '',
      [
        'warning: no Access-Control-Allow-Origin: only pages of the same origin can read it; send *',
      ],
      0,
    ],
    ['no-etag', '', ['warning: no ETag: each poll carries the whole document again'], 0],
    ['html-200', '', ['JSON is expected, this is an HTML or XML page'], 1],
    ['not-json', '', ['JSON is expected, this is not JSON'], 1],
    ['500', '', ['500 Internal Server Error'], 1],
    ['404-problem', '', ['404 Not Found; The test asked for it; Không có tài liệu này'], 1],
    ['wrong-version', '', ['version: version "2" is not supported, only "1"'], 1],
    [
      'ok',
      '?cache=no-store',
      [
        'warning: Cache-Control "no-store" forbids caching; recommended: max-age=300, stale-while-revalidate=86400, stale-if-error=604800',
      ],
      0,
    ],
  ];
  for (const [behaviour, options, expected, code] of table) {
    it(`that answers with ${behaviour}${options}`, async () => {
      const found = await check(await address(behaviour, undefined, options));
      assert.deepEqual(found.lines, expected);
      assert.equal(found.code, code);
    });
  }

  it('names the faults of its document by path', async () => {
    const wrong = observations({ ...figure, value: '15.000' });
    const { lines, code } = await check(await address('ok', wrong));
    assert.deepEqual(lines, ['observations[0].value: a number or null, not "15.000"']);
    assert.equal(code, 1);
  });

  it('that nobody answers', async () => {
    const { lines, code } = await check('http://127.0.0.1:9/x.json');
    assert.equal(lines.length, 1);
    assert.equal(code, 1);
  });
});

describe('the command', () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve, reject) => {
      const child = spawn(execPath, ['src/cli/bin/tcns-check.mjs', ...args]);
      let output = '';
      child.stdout.on('data', (part: Buffer) => (output += part.toString()));
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, output }));
    });

  it('explains itself in Vietnamese and in English', async () => {
    const { code, output } = await run('--help');
    assert.equal(code, 0);
    assert.match(output, /Cách dùng:/);
    assert.match(output, /Usage:/);
  });
  it('ends with 1 and one line a fault', async () => {
    const file = put('wrong.json', observations({ ...figure, value: '15.000' }));
    const { code, output } = await run(file);
    assert.equal(code, 1);
    assert.deepEqual(output.trim().split('\n'), [
      `${file}: observations[0].value: a number or null, not "15.000"`,
      '1 document, 1 fault, 0 warnings',
    ]);
  });
  it('ends with 2 when it is called wrongly', async () => {
    assert.equal((await run()).code, 2);
    assert.equal((await run('--nonsense')).code, 2);
  });
});

describe('what should not be in a file that everybody can read', () => {
  it('is a warning: names without a valid consent, and contacts that lead nowhere', async () => {
    const people = [
      { role: 'leader', name: 'Hoàng Thị Mẫu' },
      { role: 'deputy', name: 'Hoàng Thị Mẫu', consent: '2999-01-01' },
      { role: 'member', name: 'Hoàng Thị Mẫu', consent: '2024-01-01' },
      { role: 'member', count: 5 },
    ];
    const contact = { zalo: 'javascript:alert(1)', phone: '0233 000 000' };
    const file = put('people.json', { ...good, teams: [{ ...team, people, contact }] });
    const { lines, code } = await check(file);
    assert.deepEqual(
      lines.map((line) => line.split(': ').slice(0, 2).join(': ')),
      [
        'warning: teams[0].people[0]',
        'warning: teams[0].people[1]',
        'warning: teams[0].contact.zalo',
      ],
    );
    assert.doesNotMatch(lines.join(), /Hoàng/);
    assert.equal(code, 0);
  });
});

describe('names that would become paths', () => {
  it('are faults: keys of a bundle, and ids of campaigns', async () => {
    const campaign = { version: '1', name: 'X', start: '2022-06-01', end: '2022-08-31', goals: [] };
    const documents = {
      '../../escaped': observations(figure),
      'observations/44@2025': observations(figure),
      'campaigns/x': { ...campaign, id: '../x' },
    };
    const { lines, code } = await check(put('keys.json', { version: '1', documents }));
    const faults = lines.filter((line) => !line.startsWith('warning'));
    assert.deepEqual(
      faults.map((line) => line.split(': ')[0]),
      ['documents["../../escaped"]', 'documents["campaigns/x"].id'],
    );
    assert.equal(code, 1);
  });
});

describe('borders of the API', () => {
  const feature = (id: string, i: number, properties = {}, size = 0.05) => {
    const [x, y] = [106.3 + (i % 9) * 0.05, 16.6 + Math.floor(i / 9) * 0.05];
    const ring = [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y],
    ];
    return { type: 'Feature', id, properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  };
  const collection = (features: unknown[], more = {}) => ({
    type: 'FeatureCollection',
    features,
    ...more,
  });
  const ids = Object.keys(officialAreasIn('44@2025'));

  it('are right with a shape for each official unit', async () => {
    const file = put('geo/44@2025.json', collection(ids.map((id, i) => feature(id, i))));
    assert.deepEqual((await check(file)).lines, []);
  });

  it('lack units by number and name', async () => {
    const part = put(
      'part/geo/44@2025.json',
      collection(ids.slice(1).map((id, i) => feature(id, i))),
    );
    const { lines, code } = await check(part);
    assert.equal(code, 0);
    assert.match(lines.join(), /warning: 1 of 78 units have no border: .* \(18859\)/);
  });

  it('name what is not theirs: metres, another area, the other edition, another name', async () => {
    const faults = async (name: string, content: object) => {
      const { lines, code } = await check(put(name, content));
      assert.equal(code, 1, lines.join());
      return lines.join();
    };
    assert.match(
      await faults(
        'm/geo/44@2025.json',
        collection([feature(ids[0] ?? '', 0, {}, 5e5)], {
          crs: { properties: { name: 'EPSG:3405' } },
        }),
      ),
      /crs: degrees of WGS 84.*tcns-data borders/,
    );
    const all = ids.map((id, i) => feature(id, i));
    assert.match(
      await faults('a/geo/44@2025.json', collection(all, { properties: { area: '01@2025' } })),
      /properties\.area: "01@2025"/,
    );
    assert.match(
      await faults('e/geo/44@2025.json', collection([...all, feature('19336@2008', 80)])),
      /"19336@2008" is no unit of 44@2025/,
    );
    assert.match(
      await faults(
        'n/geo/44@2025.json',
        collection([feature(ids[0] ?? '', 0, { name: 'Khe Sanh' }), ...all.slice(1)]),
      ),
      /has the name "Khe Sanh"/,
    );
  });

  it('say which geo-key they need', async () => {
    const file = put(
      'k/geo/44@2025.json',
      collection(ids.map((id, i) => feature(`x${i}`, i, { MaXa: id.slice(0, 5) }))),
    );
    assert.match((await check(file)).lines.join(), /warning: .*geo-key="MaXa"/);
  });
});
