/**
 * The loader asks for documents before their widgets are there. It writes the names of documents itself, because
 * the functions that make them are too long for it: here they are held equal, for every widget.
 */
import { expect, waitUntil } from '@open-wc/testing';
import { CATALOGUE, WIDGETS } from '../../src/api/widget-catalogue.js';
import { folderOf } from '../../src/api/document-paths.js';
import { sourceOf } from '../../src/data/addresses.js';

const AREAS = [
  ...[
    'vn',
    'vn@2008',
    'vn@2025',
    '48',
    '01',
    '48@2008',
    '44@2025',
    '00034',
    '00034@2025',
    '20194@2008',
  ],
  ...[
    '1',
    '1@2008',
    '4',
    '194@2008',
    'VN',
    ' vn',
    'vn@2010',
    '48@2030',
    '48@',
    '48@2008@2025',
    'vn@2008@2025',
  ],
  ...[
    'da-nang',
    'da-nang-1',
    'vnx',
    'x48',
    '48x',
    '48@2025x',
    '20194@2025.thon-1',
    'Đà Nẵng',
    '48 45',
    '',
  ],
];
/** Forms that nearly every page writes: they are asked for early, or a page waits a round trip longer. */
const USUAL = /^(vn|\d\d|\d{5})(@2008|@2025)?$/;
const CAMPAIGNS = [
  'bp-92-ngay-dem',
  'bp_92',
  '92',
  'bp.2026',
  'bp@2026',
  'BP-92',
  ' bp',
  'chiến-dịch',
  '',
];
const APIS = ['/v1', '/v1/', 'https://portal.test/tcns/v1//', '../v1'];

type Early = Record<string, Promise<Response> | undefined>;
type AskEarly = (name: string, base: string, settings: object, early: Early) => void;

/** What the build writes into the loader. */
const global = globalThis as unknown as Record<string, unknown>;
global['__TCNS_MARK__'] = 'mark';
global['__TCNS_WIDGETS__'] = Object.fromEntries(
  WIDGETS.map((name) => [name, [folderOf(CATALOGUE[name]!.document), {}, 'shared card']]),
);

/** The chunks that were imported: each is a module that writes down its own address. */
const imported = new Set<string>();
global['tcnsImported'] = imported;
const BASE = 'data:text/javascript,tcnsImported.add(import.meta.url)//';

describe('the documents that the loader asks for', () => {
  const { fetch } = globalThis;
  let askEarly: AskEarly;
  before(async () => {
    ({ askEarly } = (await import('../../src/embed/early.js')) as { askEarly: AskEarly });
    globalThis.fetch = () => Promise.resolve(new Response('{}'));
  });
  after(() => {
    globalThis.fetch = fetch;
  });

  /** The addresses that are asked for while a page holds the markup alone. */
  function asked(name: string, markup: string, settings: object = {}): string[] {
    const page = document.createElement('div');
    page.innerHTML = markup;
    document.body.append(page);
    const early: Early = {};
    askEarly(name, BASE, settings, early);
    page.remove();
    return Object.keys(early);
  }

  for (const name of WIDGETS) {
    const { document: kind } = CATALOGUE[name]!;
    const id = kind === 'campaign' ? 'campaign' : 'area';
    it(`have the addresses that <tcns-${name}> gives them`, () => {
      for (const value of id === 'area' ? AREAS : CAMPAIGNS)
        for (const api of APIS) {
          const source = sourceOf(kind, { [id]: value, api }, document.baseURI);
          const element = `<tcns-${name} ${id}="${value}"`;
          const pages = [
            asked(name, `${element} api="${api}"></tcns-${name}>`),
            asked(name, `${element}></tcns-${name}>`, { api }),
            asked(name, `<tcns-dashboard api="${api}">${element}></tcns-${name}></tcns-dashboard>`),
          ];
          const isUsual = id === 'area' ? USUAL.test(value) : /^[\w.@-]+$/.test(value);
          for (const addresses of pages)
            expect(addresses, `${id}="${value}" api="${api}"`).to.deep.equal(
              addresses.length > 0 || isUsual ? [source!.url] : [],
            );
        }
    });
  }

  it('are none where a bundle, an address or an adapter says what is shown', () => {
    for (const attribute of ['src="a.json"', 'bundle="b.json"', 'adapter="csv"'])
      expect(
        asked('stat', `<tcns-stat area="48" ${attribute}></tcns-stat>`, { api: '/v1' }),
      ).to.deep.equal([]);
    expect(asked('stat', '<tcns-stat area="48"></tcns-stat>', { bundle: 'b.json' })).to.deep.equal(
      [],
    );
  });

  /** Markup, the page's language and whether the widget speaks English: as `page-context.ts` decides. */
  const LANGUAGES: [string, string | undefined, boolean][] = [
    ['<tcns-stat area="48"></tcns-stat>', undefined, false],
    ['<tcns-stat area="48" lang="en"></tcns-stat>', 'vi', true],
    ['<tcns-stat area="48" lang="vi"></tcns-stat>', 'en', false],
    ['<div lang="en"><tcns-stat area="48"></tcns-stat></div>', undefined, true],
    ['<div lang="en"><tcns-stat area="48"></tcns-stat></div>', 'vi', false],
    ['<div lang="vi"><tcns-stat area="48"></tcns-stat></div>', 'en', true],
    ['<tcns-dashboard lang="en"><tcns-stat></tcns-stat></tcns-dashboard>', 'vi', true],
    [
      '<tcns-dashboard lang="vi"><p lang="en"><tcns-stat></tcns-stat></p></tcns-dashboard>',
      '',
      false,
    ],
  ];
  for (const [markup, lang, english] of LANGUAGES)
    it(`${english ? 'come with' : 'come without'} the English words: ${markup}, data-lang ${lang}`, async () => {
      const marker = `${BASE}chunks/marker-${crypto.randomUUID()}`;
      const base = `${marker}/`;
      const page = document.createElement('div');
      page.innerHTML = markup;
      document.body.append(page);
      askEarly('stat', base, { lang }, {});
      page.remove();
      const isThere = (chunk: string) => imported.has(`${base}chunks/${chunk}-mark.js`);
      await waitUntil(() => isThere('shared') && (!english || isThere('en')), 'no chunk came');
      // What would have been asked for with it is there when one more module is.
      await import(/* @vite-ignore */ `${base}last`);
      expect(isThere('en')).to.equal(english);
    });
});
