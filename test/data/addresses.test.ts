import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiBase, documentAt, siteFolder } from '../../src/data/address-parts.js';
import {
  addressIn,
  pathOf,
  safeLink,
  sourceOf,
  type SourceAttributes,
} from '../../src/data/addresses.js';
import type { DocumentKind } from '../../src/api/document-kinds.js';

const PAGE = 'https://portal.test/tin/bai-viet.html';
const API = 'https://api.test/tcns/v1';

const ADDRESSES: [
  what: string,
  from: SourceAttributes,
  url: string | undefined,
  key: string | undefined,
  kind?: DocumentKind,
][] = [
  ['nothing', {}, undefined, undefined],
  ['an API without an area', { api: API }, undefined, undefined],
  ['an area without an API', { area: '44@2025' }, undefined, undefined],
  [
    'both',
    { api: API, area: '44@2025' },
    `${API}/observations/44@2025.json`,
    'observations/44@2025',
  ],
  [
    'an old edition',
    { api: API, area: '45@2008' },
    `${API}/observations/45@2008.json`,
    'observations/45@2008',
  ],
  [
    'a bare code',
    { api: API, area: '44' },
    `${API}/observations/44@2025.json`,
    'observations/44@2025',
  ],
  [
    'a lost zero',
    { api: API, area: '1@2008' },
    `${API}/observations/01@2008.json`,
    'observations/01@2008',
  ],
  [
    'the nation',
    { api: API, area: 'vn' },
    `${API}/observations/vn@2025.json`,
    'observations/vn@2025',
  ],
  [
    'the nation of 2008',
    { api: API, area: 'vn@2008' },
    `${API}/observations/vn@2008.json`,
    'observations/vn@2008',
  ],
  [
    'a hamlet',
    { api: API, area: '20224.tdp11@2008' },
    `${API}/observations/20224.tdp11@2008.json`,
    'observations/20224.tdp11@2008',
  ],
  [
    'slashes at the end',
    { api: `${API}//`, area: 'vn' },
    `${API}/observations/vn@2025.json`,
    'observations/vn@2025',
  ],
  [
    'a document of a bundle, for another area',
    { src: 'bundle.json#observations/44@2025', area: 'mau1@2025' },
    'https://portal.test/tin/bundle.json',
    'observations/44@2025',
  ],
  [
    'an API on the page',
    { api: '/api/v1', area: 'vn' },
    'https://portal.test/api/v1/observations/vn@2025.json',
    'observations/vn@2025',
  ],
  [
    'an API beside the page',
    { api: 'api', area: 'vn' },
    'https://portal.test/tin/api/observations/vn@2025.json',
    'observations/vn@2025',
  ],
  [
    'a src',
    { src: 'a.json?v=1#x', area: 'vn', api: API },
    'https://portal.test/tin/a.json?v=1#x',
    'observations/vn@2025',
  ],
  ['a src alone', { src: '/a.json' }, 'https://portal.test/a.json', undefined],
  [
    'a bundle',
    { bundle: '/documents/d/123?download=true', area: 'vn', api: API },
    'https://portal.test/documents/d/123?download=true',
    'observations/vn@2025',
  ],
  ['a bundle without an area', { bundle: '/b.json' }, undefined, undefined],
  [
    'a src before a bundle',
    { src: '/a.json', bundle: '/b.json', area: 'vn' },
    'https://portal.test/a.json',
    'observations/vn@2025',
  ],
  ['teams', { api: API, area: '44' }, `${API}/teams/44@2025.json`, 'teams/44@2025', 'teams'],
  [
    'services',
    { api: API, area: '44' },
    `${API}/services/44@2025.json`,
    'services/44@2025',
    'services',
  ],
  [
    'a campaign',
    { api: API, campaign: 'bp-92' },
    `${API}/campaigns/bp-92.json`,
    'campaigns/bp-92',
    'campaign',
  ],
  [
    'a campaign with a slash',
    { api: API, campaign: '../x' },
    `${API}/campaigns/..%2Fx.json`,
    'campaigns/..%2Fx',
    'campaign',
  ],
  ['a script as a src', { src: 'javascript:alert(1)' }, undefined, undefined],
  ['a data address as a src', { src: 'data:application/json,{}' }, undefined, undefined],
  ['a file as an API', { api: 'file:///etc', area: 'vn' }, undefined, undefined],
  ['an address that is none', { src: 'https://[' }, undefined, undefined],
];
for (const [what, from, url, key, kind = 'observations'] of ADDRESSES)
  test(`${what}: ${url ?? 'no document'}`, () => {
    assert.deepEqual(sourceOf(kind, from, PAGE), url === undefined ? undefined : { url, key });
  });

const LINKS: [address: string | undefined, link: string | undefined][] = [
  ['https://vietnamnet.test/a?b=1#c', 'https://vietnamnet.test/a?b=1#c'],
  ['http://a.test/', 'http://a.test/'],
  ['/nguon.html', 'https://portal.test/nguon.html'],
  ['nguon.html', 'https://portal.test/tin/nguon.html'],
  ['//cdn.test/x', 'https://cdn.test/x'],
  ['tel:19001234', 'tel:19001234'],
  ['mailto:to@xa.test', 'mailto:to@xa.test'],
  ['zalo://conversation?id=1', 'zalo://conversation?id=1'],
  ['javascript:alert(1)', undefined],
  ['JaVaScRiPt:alert(1)', undefined],
  [' javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['\u0000javascript:alert(1)', undefined],
  ['data:text/html,<script>alert(1)</script>', undefined],
  ['vbscript:x', undefined],
  ['blob:https://portal.test/1', undefined],
  ['file:///etc/passwd', undefined],
  ['intent://x', undefined],
  ['https://[', undefined],
  ['', undefined],
  [undefined, undefined],
];
for (const [address, link] of LINKS)
  test(`${JSON.stringify(address)} is ${link ? 'a link' : 'no link'}`, () => {
    assert.equal(safeLink(address, PAGE), link);
  });

test('the address of a document gives back its API and its id', () => {
  const kinds = [
    ['observations', { area: '44@2025' }, '44@2025'],
    ['teams', { area: '45@2008' }, '45@2008'],
    ['services', { area: '01' }, '01@2025'],
    ['campaign', { campaign: 'bp-92-ngay-dem' }, 'bp-92-ngay-dem'],
  ] as const;
  for (const [kind, from, id] of kinds) {
    const path = pathOf(kind, from) ?? '';
    assert.deepEqual(documentAt(addressIn(API, path)), { api: API, id });
  }
});

test('an address of another form gives back nothing', () => {
  for (const address of ['', 'data.json', '/files/44@2025.json', '/v1/observations/44@2025.csv'])
    assert.equal(documentAt(address), undefined);
});

test('a base has no slash at its end, and the folder of the site none of a version', () => {
  for (const api of [API, `${API}/`, `${API}//`, '/', ''])
    assert.equal(addressIn(api, 'areas/2025'), `${apiBase(api)}/areas/2025.json`);
  assert.equal(apiBase(`${API}//`), API);
  assert.equal(siteFolder('https://cdn.test/tcns/v0.1.0/'), 'https://cdn.test/tcns/');
  assert.equal(siteFolder('https://cdn.test/tcns/'), 'https://cdn.test/tcns/');
});
