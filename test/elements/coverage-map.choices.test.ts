/** The map: what a reader can choose, and the borders that a page brings. */
import { expect } from '@open-wc/testing';
import {
  bordersOf,
  collection,
  communes,
  feature,
  nation2008,
  nation2025,
  observe,
  ring,
} from '../support/fixtures/map-areas.js';
import { allByRole, byRole, listenToConsole, nameOf, part, textOf, until } from './support.js';
import {
  choice,
  choose,
  drawn,
  settle,
  option,
  options,
  picture,
  putMap,
  search,
  selectedNames,
  showMap,
} from './coverage-map.support.js';
import {
  TAG,
  SCHEMATIC,
  press,
  notices,
  detail,
  click,
  nationMaps,
} from './coverage-map.acts.support.js';

describe(TAG, () => {
  const { api } = nationMaps();

  describe('choices', () => {
    const two = () => {
      const document = nation2008();
      document.observations.push(
        ...observe({
          '48@2008': { value: 5, at: '2022-06' },
          '45@2008': { value: 6, at: '2022-06' },
        }),
        ...observe({ '48@2008': 15, '45@2008': 3 }, 'teams'),
      );
      return document;
    };

    it('keeps what the author wrote where a pinned date has left the document', async () => {
      const inside = '<b>Bản in năm 2019</b>';
      const widget = await putMap('area="vn@2008" indicator="coverage" at="2019-05"', {
        inside,
        data: two(),
      });
      await settle(widget);
      await settle(widget);
      expect(widget.querySelector('b')!.getClientRects().length).to.equal(1);
      expect(widget.shadowRoot!.textContent).not.to.contain('chưa có số liệu');
      const pinned = await putMap('area="vn@2008" indicator="coverage" at="2022-06"', {
        inside,
        data: two(),
      });
      await drawn(pinned);
      expect(textOf(pinned)).to.contain('Đà Nẵng: 5%');
    });

    it('another indicator is shown without a request', async () => {
      await api.set(two());
      const widget = await putMap(`api="${api.base()}" area="vn@2008" indicator="coverage teams"`);
      await drawn(widget);
      expect([...choice(widget, 'Chỉ số').options].map(({ text }) => text)).to.deep.equal([
        'Tỷ lệ phủ',
        'Số tổ',
      ]);
      await choose(widget, 'Chỉ số', 'teams');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 15 tổ');
      expect(nameOf(byRole(widget, 'heading'))).to.contain('Số tổ');
      expect((await api.log()).length).to.equal(1);
    });

    it('one indicator and one date are no choice', async () => {
      const widget = await showMap(nation2008());
      expect(widget.shadowRoot!.querySelectorAll('select').length).to.equal(0);
    });

    it('another date is shown, and what has none then says so', async () => {
      const widget = await showMap(two());
      expect([...choice(widget, 'Thời điểm').options].map(({ text }) => text.trim())).to.deep.equal(
        ['Mới nhất của từng địa bàn', 'tháng 8/2022', 'tháng 6/2022'],
      );
      await choose(widget, 'Thời điểm', '2022-06');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 5%');
      expect(textOf(widget)).to.contain('61/63 địa bàn chưa có số liệu.');
      expect(part(widget, 'date')).to.contain('tháng 6/2022');
      await choose(widget, 'Thời điểm', '');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 100%');
    });

    it('`at` pins the date', async () => {
      const widget = await showMap(two(), 'at="2022-06"');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 5%');
    });

    it('layout: a reader changes to tiles and back', async () => {
      const widget = await showMap(nation2008());
      const geo = option(widget, 'Đà Nẵng').getAttribute('d');
      await press(widget, 'Ô lưới');
      await until(() => option(widget, 'Đà Nẵng').getAttribute('d') !== geo, 'tiles');
      expect(byRole(widget, 'button', 'Ô lưới').getAttribute('aria-pressed')).to.equal('true');
      await press(widget, 'Bản đồ');
      await until(() => option(widget, 'Đà Nẵng').getAttribute('d') === geo, 'borders');
    });

    it('the table has a row for each area, with figures or without', async () => {
      const widget = await showMap(nation2008());
      await press(widget, 'Bảng');
      await until(() => allByRole(widget, 'table').length === 1, 'the table');
      const rows = allByRole(widget, 'row').map((row) => textOfRow(row));
      expect(rows.length).to.equal(64);
      expect(rows.find((row) => row.includes('Đà Nẵng'))).to.contain('100%');
      expect(rows.find((row) => row.includes('Hà Nội'))).to.contain('Chưa có số liệu');
      expect(rows.find((row) => row.includes('An Giang'))).to.contain('Chưa có số liệu');
      expect(notices(widget)).to.contain('trước ngày 01/7/2025');
    });
    const textOfRow = (row: Element) => row.textContent!.replace(/\s+/g, ' ');
  });

  describe('url-state', () => {
    const home = location.href;
    afterEach(() => history.replaceState(null, '', home));
    const address = () => new URL(location.href).searchParams;

    it('keeps the choice in the address; other parameters and the hash stay', async () => {
      history.replaceState(null, '', '?trang=2&tcns-q=x#phan-1');
      const before = history.length;
      const widget = await showMap(nation2008(), 'url-state');
      expect(history.length, 'nothing is written by itself').to.equal(before);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(address().get('tcns-area')).to.equal('48@2008');
      expect([address().get('trang'), address().get('tcns-q'), location.hash]).to.deep.equal([
        '2',
        'x',
        '#phan-1',
      ]);
      await click(widget, picture(widget));
      expect(address().has('tcns-area')).to.equal(false);
      expect([address().get('trang'), location.hash]).to.deep.equal(['2', '#phan-1']);
    });

    it('begins with what the address says, and goes back and forward with it', async () => {
      history.replaceState(null, '', '?tcns-area=45%402008&tcns-indicator=teams');
      const both = nation2008();
      both.observations.push(...observe({ '45@2008': 3 }, 'teams'));
      const widget = await showMap(both, 'url-state indicator="coverage teams"');
      expect(selectedNames(widget)[0]).to.match(/^Quảng Trị:/);
      expect(choice(widget, 'Chỉ số').value).to.equal('teams');
      await click(widget, option(widget, 'Đà Nẵng'));
      await choose(widget, 'Chỉ số', 'coverage');
      expect(address().get('tcns-indicator')).to.equal('coverage');
      history.back();
      await until(() => nameOf(byRole(widget, 'heading')).includes('Số tổ'), 'back');
      expect(choice(widget, 'Chỉ số').value, 'the choice says so too').to.equal('teams');
      history.back();
      await until(() => selectedNames(widget)[0]?.startsWith('Quảng Trị:'), 'back again');
      history.forward();
      await until(() => selectedNames(widget)[0]?.startsWith('Đà Nẵng:'), 'forward');
    });

    it('the id of the element is the prefix: two maps on a page do not share a choice', async () => {
      history.replaceState(null, '', '?a-tcns-area=45%402008');
      const first = await showMap(nation2008(), 'url-state id="a"');
      const second = await showMap(nation2008(), 'url-state id="b"');
      expect(selectedNames(first)[0]).to.match(/^Quảng Trị:/);
      expect(selectedNames(second)).to.deep.equal([]);
      await click(second, option(second, 'Đà Nẵng'));
      expect(address().get('b-tcns-area')).to.equal('48@2008');
      expect(address().get('a-tcns-area')).to.equal('45@2008');
    });

    it('writes and reads nothing without the attribute', async () => {
      history.replaceState(null, '', '?tcns-area=45%402008');
      const widget = await showMap(nation2008());
      expect(selectedNames(widget)).to.deep.equal([]);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(address().get('tcns-area')).to.equal('45@2008');
    });

    it('an area and an indicator that are not there are no fault', async () => {
      history.replaceState(null, '', '?tcns-area=99%402008&tcns-indicator=none');
      const widget = await showMap(nation2008(), 'url-state');
      expect(options(widget).length).to.equal(63);
      expect(detail(widget)).to.equal('Chọn một địa bàn để xem số liệu.');
    });
  });

  describe('borders of the page', () => {
    const own = async (body: unknown, attributes = '', make: () => unknown = nation2008) => {
      await api.set(body, 'geo.json');
      return showMap(make(), `geo-src="${api.url('ok', 'geo.json')}" ${attributes}`, {
        width: 700,
      });
    };
    const FAULT = 'Không dùng được tệp ranh giới; bản đồ được vẽ dạng ô lưới.';

    it('are drawn in place of the built-in ones', async () => {
      const widget = await own(bordersOf('2008'));
      expect(options(widget).length).to.equal(63);
      expect(option(widget, 'Đà Nẵng').getAttribute('d')).to.match(/^M[\d.,]+L/);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
    });

    it('features are found by name and by bare code, with geo-key', async () => {
      const byName = await own(
        collection(
          feature('x', [ring(108, 16, 1)], { ten: 'TP Đà Nẵng', ma: '48' }),
          feature('y', [ring(107, 16, 1)], { ten: 'quang tri', ma: '45' }),
        ),
        'geo-key="ten"',
      );
      expect(options(byName).map((o) => o.getAttribute('aria-label'))).to.deep.equal([
        'Đà Nẵng: 100%',
        'Quảng Trị: 0%',
      ]);
      const byCode = await own(
        collection(
          feature('x', [ring(108, 16, 1)], { ma: '48' }),
          feature('y', [ring(107, 16, 1)], { ma: '1' }),
        ),
        'geo-key="ma"',
      );
      expect(options(byCode).map((o) => o.getAttribute('aria-label'))).to.deep.equal([
        'Đà Nẵng: 100%',
        'Hà Nội: chưa có số liệu',
      ]);
    });

    it('features that nobody knows are reported, and the others drawn', async () => {
      const { said, stop } = listenToConsole();
      try {
        const widget = await own(
          collection(
            feature('48@2008', [ring(108, 16, 1)]),
            feature('45@2008', [ring(107, 16, 1)]),
            feature('Atlantis', [ring(107, 16, 1)]),
          ),
        );
        expect(options(widget).length).to.equal(2);
        expect(said.filter((line) => /^warn: .*Atlantis/.test(line)).length).to.equal(1);
        expect(said.join()).not.to.contain('error:');
      } finally {
        stop();
      }
    });

    it('data without a feature are still in the table, the search and the sentence', async () => {
      const widget = await own(collection(feature('48@2008', [ring(108, 16, 1)])));
      expect(textOf(widget)).to.contain('Thấp nhất: Quảng Trị (0%).');
      expect((await search(widget, 'quang tri'))[0]).to.equal('Quảng Trị');
    });

    for (const [what, behaviour, body] of [
      ['is not there', '404', {}],
      ['is a page', 'html-200', {}],
      ['is no geometry', 'ok', { version: '1' }],
      ['has no area of the data', 'ok', collection(feature('zz', [ring(1, 1, 1)]))],
      ['is cut off', 'not-json', bordersOf('2008')],
    ] as const)
      it(`a file that ${what}: tiles, a sentence and a warning`, async () => {
        await api.set(body, 'geo.json');
        const { said, stop } = listenToConsole();
        try {
          const url = api.url(behaviour, 'geo.json');
          const widget = await showMap(nation2008(), `geo-src="${url}"`, { width: 700 });
          expect(options(widget).length).to.equal(63);
          expect(
            new Set(options(widget).map((o) => o.getAttribute('d')!.replace(/^M\S+ \d+/, ''))).size,
          ).to.equal(1);
          expect(notices(widget)).to.contain(FAULT);
          expect(notices(widget)).not.to.contain(SCHEMATIC);
          expect(
            said.filter((line) => line.startsWith('warn: [tcns]') && line.includes(url)).length,
          ).to.equal(1);
          expect(said.join()).not.to.contain('error:');
          widget.lang = 'en';
          await until(
            () => notices(widget).includes('The border file could not be used'),
            'English',
          );
        } finally {
          stop();
        }
      });

    it('a file in metres (VN-2000) gives tiles and a sentence too', async () => {
      const widget = await own(collection(feature('48@2008', [ring(550_000, 1_770_000, 20_000)])));
      expect(notices(widget)).to.contain(FAULT);
      expect(options(widget).length).to.equal(63);
    });

    it('areas without a border are counted under the map and named in the table', async () => {
      const widget = await own(
        collection(
          ...Object.keys(nation2008().areas)
            .filter((id) => /@2008$/.test(id) && id !== '01@2008' && id !== '79@2008')
            .map((id, i) => feature(id, [ring(103 + (i % 8), 9 + Math.floor(i / 8), 1)])),
        ),
      );
      expect(notices(widget)).to.contain(
        '2 đơn vị chưa có ranh giới nên không hiện trên bản đồ; số liệu có trong bảng.',
      );
      await press(widget, 'Bảng');
      expect(notices(widget)).to.match(
        /2 đơn vị chưa có ranh giới trên bản đồ: (Hà Nội, .*Hồ Chí Minh|.*Hồ Chí Minh, Hà Nội)\./,
      );
    });

    it('the source, the date and the word of a sketch that a file carries are shown', async () => {
      const file = {
        ...bordersOf('2008'),
        properties: { source: { title: 'Sở Mẫu' }, at: '2026-09-01', sample: true },
      };
      const widget = await own(file);
      expect(notices(widget)).to.contain('Ranh giới: Sở Mẫu, 01/9/2026');
      expect(notices(widget)).to.contain(SCHEMATIC);
    });

    it('an archipelago that a file has nothing of is drawn, and the page says so', async () => {
      const widget = await own(bordersOf('2008'));
      expect(notices(widget)).to.match(/Quần đảo Trường Sa.* do bản đồ vẽ thêm/);
    });

    for (const [what, body, said] of [
      [
        'of the other edition, by its codes',
        collection(...['01', '02', '44'].map((code, i) => feature(code, [ring(104 + i, 16, 1)]))),
        /edition 2025: 02 is of the edition 2008/,
      ],
      [
        'that says itself that it is of the other edition',
        { ...collection(feature('01', [ring(105, 20, 1)])), properties: { area: 'vn@2008' } },
        /properties\.area: borders of the edition 2025/,
      ],
      [
        'of which most is unknown',
        collection(...['01', 'x', 'y'].map((code, i) => feature(code, [ring(104 + i, 16, 1)]))),
        /only 1 of 3 features/,
      ],
      [
        'whose names are not those of its codes',
        collection(
          ...[
            ['44', 'Quảng Bình'],
            ['01', 'Hà Nội'],
            ['48', 'Đà Nẵng'],
          ].map(([code = '', ten], i) => feature(code, [ring(104 + i, 16, 1)], { ten })),
        ),
        /properties\.ten: the names of the areas that the codes mean, not Quảng Bình/,
      ],
      [
        'of lines',
        collection({
          ...feature('01', []),
          geometry: {
            type: 'LineString',
            coordinates: [
              [105, 20],
              [106, 21],
            ],
          },
        } as never),
        /polygons are expected, these are LineString/,
      ],
      [
        'in metres',
        collection(feature('01', [ring(550_000, 1_770_000, 20_000)])),
        /metres, as of VN-2000; "npx tcns-data borders/,
      ],
      [
        'in metres of Web Mercator',
        collection(feature('01', [ring(11_900_000, 1_770_000, 20_000)])),
        /Web Mercator \(EPSG:3857\)/,
      ],
      [
        'in degrees of another part of the world',
        collection(feature('01', [ring(2.3, 48.8, 1)])),
        /degrees in Viet Nam .*not \[2\.3, 48\.8\] of "01@2025"/,
      ],
      [
        'with latitude in front',
        collection(feature('01', [ring(16, 107, 1)])),
        /latitude stands in front of longitude/,
      ],
    ] as const)
      it(`a file ${what} is refused, and the console says why`, async () => {
        const listening = listenToConsole();
        try {
          const widget = await own(body, '', nation2025);
          expect(notices(widget)).to.contain(FAULT);
          expect(listening.said.filter((line) => said.test(line))).to.have.length(1);
        } finally {
          listening.stop();
        }
      });

    it('a zip is named with the command that makes borders of it', async () => {
      const { said, stop } = listenToConsole();
      try {
        await showMap(nation2025(), `geo-src="${api.url('not-json', 'ranh-gioi.zip')}"`, {
          width: 700,
        });
        expect(
          said.filter((line) => /a \.zip file, .*tcns-data borders/.test(line)),
        ).to.have.length(1);
      } finally {
        stop();
      }
    });

    it('another file that is no JSON has the command beside the reason', async () => {
      const { said, stop } = listenToConsole();
      try {
        await showMap(nation2025(), `geo-src="${api.url('not-json', 'ranh-gioi.geojsonl')}"`, {
          width: 700,
        });
        expect(
          said.filter((line) => /this is not JSON: .*tcns-data borders/.test(line)),
        ).to.have.length(1);
      } finally {
        stop();
      }
    });

    it('borders of the API that cannot be used are named on the console, too', async () => {
      await api.set(communes('44@2025', 12), 'observations/44@2025.json');
      await api.set(
        collection(feature('x', [ring(550_000, 1_770_000, 20_000)])),
        'geo/44@2025.json',
      );
      const { said, stop } = listenToConsole();
      try {
        await drawn(await putMap(`api="${api.base()}" area="44@2025" indicator="coverage"`));
        expect(
          said.filter((line) => /warn: \[tcns\] .*geo\/44@2025\.json/.test(line)),
        ).to.have.length(1);
      } finally {
        stop();
      }
    });

    for (const [what, body, words] of [
      ['KML', '<?xml version="1.0"?><kml></kml>', /HTML or XML page: KML and GML .*ogr2ogr/],
      ['a page', '<!doctype html><p>', /an address without borders answers 404/],
      ['a zip', 'PK\u0003\u0004', /not JSON: .*tcns-data borders/],
    ] as const)
      it(`borders of the API that are ${what} are named on the console with the way out`, async () => {
        await api.set(communes('44@2025', 12), 'observations/44@2025.json');
        // As it is, because a document would be written as JSON.
        await fetch(`${api.base('set')}/geo/44@2025.json`, { method: 'POST', body });
        const { said, stop } = listenToConsole();
        try {
          const widget = await putMap(`api="${api.base()}" area="44@2025" indicator="coverage"`);
          await drawn(widget);
          expect(options(widget).length).to.equal(12);
          expect(
            said.filter((line) => line.includes('geo/44@2025.json') && words.test(line)),
          ).to.have.length(1);
        } finally {
          stop();
        }
      });
  });
});
