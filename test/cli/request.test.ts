/** What an address of embed.html may ask for. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heightIn } from '../../src/embed/frames.js';
import { paramsOf, readConfig, readEmbed } from '../../src/embed/request.js';
import { oembed } from '../../src/api/oembed.js';

const BASE = 'https://office.example/tcns/';
const config = readConfig(
  { api: '/tcns/v1', apis: ['/tcns/', 'https://figures.example/v1', 5, 'javascript:x'] },
  `${BASE}embed.config.json`,
);
const read = (query: string) => readEmbed(paramsOf(`${BASE}embed.html?${query}`), config, BASE);
const codeOf = (query: string) => {
  const found = read(query);
  return 'code' in found ? found.code : found.attributes;
};

describe('an address of embed.html', () => {
  const taken: [string, Record<string, string>][] = [
    ['widget=KPI-Card&area=48@2008', { area: '48@2008', api: 'https://office.example/tcns/v1' }],
    [
      'widget=stat&amp;area=vn&amp;unit',
      { area: 'vn', unit: '', api: 'https://office.example/tcns/v1' },
    ],
    [
      'widget=stat&unit=false&heading=x&onload=y&adapter=z&utm_source=a',
      { api: 'https://office.example/tcns/v1' },
    ],
    ['widget=stat&src=v1/a.json', { src: 'https://office.example/tcns/v1/a.json' }],
    ['widget=stat&api=https://figures.example/v1/', { api: 'https://figures.example/v1/' }],
    [
      'widget=kpi-card&variant=COMPACT&lang=EN',
      { variant: 'compact', lang: 'en', api: 'https://office.example/tcns/v1' },
    ],
  ];
  for (const [query, attributes] of taken)
    it(`is read: ${query}`, () =>
      assert.deepEqual(codeOf(`${query}&indicator=teams`), { indicator: 'teams', ...attributes }));

  const refused: [string, string][] = [
    ['', 'noWidget'],
    ['widget=__proto__', 'widget'],
    ['widget=constructor', 'widget'],
    ['widget=stat&api=https://figures.example/v10', 'api'],
    ['widget=stat&api=https://figures.example.evil/v1', 'api'],
    ['widget=stat&api=https://figures.example@evil.example/v1', 'api'],
    ['widget=stat&src=/tcns/../upload/x.json', 'api'],
    ['widget=stat&src=/tcns/..%252fupload/x.json', 'api'],
    ['widget=stat&src=http://office.example/tcns/v1/a.json', 'api'],
    ['widget=stat&src=data:application/json,1', 'address'],
    ['widget=kpi-card&area=<b>', 'value'],
    ['widget=kpi-card&refresh=-1', 'value'],
    ['widget=kpi-card&variant=big', 'value'],
    ['widget=dashboard&area=vn', 'value'],
    ['widget=coverage-map&area=vn@2008', 'value'],
    ['widget=kpi-card&area=vn&indicator=', 'value'],
  ];
  for (const [query, code] of refused)
    it(`is refused: ${query}`, () => assert.equal(codeOf(query), code));

  it('may name what lies below its own API, and nothing else, where the configuration lists none', () => {
    const own = readConfig({ api: '/tcns/v1' }, `${BASE}embed.config.json`);
    const of = (src: string) => {
      const found = readEmbed(
        paramsOf(`${BASE}embed.html?widget=kpi-card&indicator=teams&src=${src}`),
        own,
        BASE,
      );
      return 'code' in found ? found.code : found.attributes['src'];
    };
    assert.equal(
      of('/tcns/v1/observations/vn@2025.json'),
      new URL('/tcns/v1/observations/vn@2025.json', BASE).href,
    );
    assert.equal(of('/upload/anybody.json'), 'api');
  });

  it('has no default API where the configuration names none', () => {
    const bare = readConfig(undefined, `${BASE}embed.config.json`);
    const found = readEmbed(paramsOf(`${BASE}embed.html?widget=stat`), bare, BASE);
    assert.equal('code' in found && found.code, 'noApi');
  });
});

it('a height is a whole number within bounds', () => {
  const of = (value: unknown) => heightIn({ tcns: 1, type: 'height', value });
  assert.deepEqual(
    [of(300), of(1), of(1e9), of(3.5), of('300'), of(NaN), heightIn(null), heightIn({ value: 9 })],
    [300, 40, 6000, undefined, undefined, undefined, undefined, undefined],
  );
});

it('an oEmbed document keeps within the bounds asked for, and escapes the address', () => {
  const found = oembed(`${BASE}embed.html?widget=stat&area="><script>`, {
    base: BASE,
    maxwidth: '200',
  });
  assert.equal(found?.['width'], 200);
  assert.doesNotMatch(String(found?.['html']), /<script>/);
  assert.equal(oembed(`${BASE}embed.html?widget=toString`, { base: BASE }), undefined);
});
