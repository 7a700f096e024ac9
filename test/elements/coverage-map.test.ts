/** The map: its states and what it says. */
import { expect, oneEvent } from '@open-wc/testing';
import { registerLocale } from '../../src/i18n/translator.js';

import { communes, nation, nation2008, nation2025 } from '../support/fixtures/map-areas.js';
import {
  allByRole,
  byRole,
  isVisible,
  nameOf,
  part,
  textOf,
  until,
  listenToConsole,
} from './support.js';
import {
  becomes,
  choose,
  drawn,
  option,
  options,
  pictureOf,
  putMap,
  search,
  settle,
  showMap,
  type MapWidget,
} from './coverage-map.support.js';
import {
  TAG,
  SCHEMATIC,
  SCHEMATIC_EN,
  FALLBACK,
  press,
  notices,
  legend,
  detail,
  click,
  nationMaps,
} from './coverage-map.acts.support.js';

describe(TAG, () => {
  const { api, ask, drawnFrom } = nationMaps();

  describe('states', () => {
    it('waits as a skeleton, then draws', async () => {
      const widget = await ask('slow');
      expect(textOf(widget)).to.equal('Đang tải…');
      expect(widget.shadowRoot!.querySelector('[aria-busy=true]')).not.to.equal(null);
      await drawn(widget);
      expect(widget.shadowRoot!.querySelector('[aria-busy=true]')).to.equal(null);
      expect(options(widget).length).to.equal(63);
    });

    it('keeps its height from waiting to drawn where its own is reserved', async () => {
      for (const width of [360, 700, 1200]) {
        const waiting = await ask('hang', { width });
        const { height } = waiting.getBoundingClientRect();
        expect(height, 'room is kept').to.be.at.least(640);
      }
    });

    it('shows the fallback until the figures are there', async () => {
      const widget = await ask('slow', { inside: FALLBACK });
      expect(isVisible(widget.querySelector('p')!)).to.equal(true);
      expect(textOf(widget)).to.equal('');
      await drawn(widget);
      expect(isVisible(widget.querySelector('p')!)).to.equal(false);
    });

    for (const mode of ['403', 'html-200', 'wrong-version', 'empty'])
      it(`keeps the fallback when it gets ${mode}, and tries again`, async () => {
        const widget = await ask(mode, { inside: FALLBACK });
        await becomes(widget, 'failed');
        expect(isVisible(widget.querySelector('p')!)).to.equal(true);
        expect(pictureOf(widget)).to.equal(null);
        expect(nameOf(byRole(widget, 'status'))).to.equal('Không tải được số liệu. Thử lại');
        await api.mode('ok');
        await press(widget, 'Thử lại');
        await drawn(widget);
        expect(isVisible(widget.querySelector('p')!)).to.equal(false);
      });

    it('keeps the map when a refresh fails, and says how old it is', async () => {
      const widget = await drawnFrom();
      await api.mode('404');
      await widget.reload();
      await settle(widget);
      expect(options(widget).length).to.equal(63);
      expect(part(widget, 'stale')).to.match(/^Chưa cập nhật được\. Đang hiển thị số liệu tải lúc/);
      await api.mode(null);
      await press(widget, 'Thử lại');
      await becomes(widget, 'ready');
      expect(part(widget, 'stale')).to.equal(undefined);
    });

    it('draws a country without figures as one without data', async () => {
      const widget = await showMap(nation({ '48@2008': { value: null } }));
      expect(options(widget).length).to.equal(63);
      expect(
        options(widget).every((o) => /chưa có số liệu$/.test(o.getAttribute('aria-label')!)),
      ).to.equal(true);
      expect(textOf(widget)).to.contain('63/63 địa bàn chưa có số liệu.');
      expect(legend(widget)).to.deep.equal(['chưa có số liệu']);
    });

    it('draws an indicator without figures on the borders of those that have some', async () => {
      const widget = await showMap(nation2008(), 'indicator="coverage rank"');
      await choose(widget, 'Chỉ số', 'rank');
      await until(() => options(widget).length === 63, 'the borders of 2008');
      expect(options(widget).length).to.equal(63);
      expect(textOf(widget)).to.contain('63/63 địa bàn chưa có số liệu.');
    });

    it('drops the late answer of an area that it no longer shows', async () => {
      await api.set(nation2025(), 'observations/vn@2025.json');
      const widget = await ask('slow');
      widget.area = 'vn@2025';
      widget.api = api.base('ok');
      await drawn(widget);
      await until(
        async () => (await api.log()).every(({ ended }) => ended === 'sent'),
        'the late one',
      );
      await settle(widget);
      expect(options(widget).length).to.equal(34);
    });

    it('shows a new document in place of the old one', async () => {
      const widget = await showMap(nation2008());
      widget.data = nation2025();
      await until(() => options(widget).length === 34, 'the map of 2025');
      expect(notices(widget)).not.to.contain('trước ngày 01/7/2025');
    });

    it('fires tcns-load with its document, tcns-error with what happened', async () => {
      const loaded = oneEvent(document, 'tcns-load');
      await ask();
      const { detail: load } = await loaded;
      expect((load.document as { area: string }).area).to.equal('vn');
      const failed = oneEvent(document, 'tcns-error');
      await ask('404');
      const { detail: fault } = await failed;
      expect(fault.error.kind).to.equal('http');
    });
  });

  describe('is accessible', () => {
    for (const [what, attributes, make] of [
      ['borders of 2008', '', nation2008],
      ['borders of 2025 in the dark', 'theme="dark"', nation2025],
      ['tiles', 'layout="tiles"', nation2008],
      ['tiles in the dark', 'layout="tiles" theme="dark"', nation2025],
      ['communes', 'area="44@2025"', () => communes('44@2025', 20)],
      ['many communes', 'area="44@2025"', () => communes('44@2025', 130)],
      ['a mixture', '', () => nation({ '48@2008': 1, '44@2025': 2 })],
    ] as [string, string, () => unknown][])
      it(`showing ${what}`, async () => {
        const widget = await putMap(`indicator="coverage teams" ${attributes}`, {
          data: make(),
          width: 700,
        });
        await until(
          () => pictureOf(widget) ?? widget.shadowRoot!.querySelector('[role=alert]'),
          'it',
        );
        await settle(widget);
        await expect(widget).to.be.accessible();
      });

    it('in English', async () => {
      const widget = await showMap(nation2008(), 'lang="en"');
      await expect(widget).to.be.accessible();
    });

    it('waiting, failed and stale', async () => {
      await expect(await ask('hang')).to.be.accessible();
      const failed = await ask('404', { inside: FALLBACK });
      await becomes(failed, 'failed');
      await expect(failed).to.be.accessible();
      await api.mode('ok');
      const stale = await drawnFrom();
      await api.mode('404');
      await stale.reload();
      await settle(stale);
      await expect(stale).to.be.accessible();
    });

    it('as a table', async () => {
      const widget = await showMap(nation2008());
      await press(widget, 'Bảng');
      await until(() => allByRole(widget, 'table').length === 1, 'the table');
      await expect(widget).to.be.accessible();
    });

    it('with an area chosen, the menu open and the search open', async () => {
      const widget = await showMap(nation2008(), 'drill');
      await click(widget, option(widget, 'Đà Nẵng'));
      await press(widget, /^Tùy chọn cho/);
      await expect(widget).to.be.accessible();
      await search(widget, 'quang');
      await expect(widget).to.be.accessible();
      await search(widget, 'zzzz');
      await expect(widget).to.be.accessible();
    });
  });

  describe('what it says', () => {
    it('names what it shows, its date, its source, and that it is a sample', async () => {
      const widget = await showMap(nation2008());
      expect(nameOf(byRole(widget, 'heading'))).to.equal('Tỷ lệ phủ, cả nước Số liệu minh họa');
      expect(part(widget, 'date')).to.contain('tháng 8/2022');
      expect(part(widget, 'source')).to.equal('Nguồn: Số liệu minh họa');
    });

    it('says the highest, the lowest and how many have no data', async () => {
      const text = textOf(await showMap(nation2008()));
      expect(text).to.contain('Cao nhất: Đà Nẵng (100%).');
      expect(text).to.contain('Thấp nhất: Quảng Trị (0%).');
      expect(text).to.contain('2/63 địa bàn chưa có số liệu.');
    });

    it('says all of it in English', async () => {
      const text = textOf(await showMap(nation2008(), 'lang="en"'));
      expect(text).to.contain('Coverage');
      expect(text).to.contain('Đà Nẵng (100%)').and.to.contain('Quảng Trị (0%)');
      expect(text).to.contain('2');
      expect(text).to.contain(SCHEMATIC_EN);
      expect(text, 'no Vietnamese is left').not.to.match(
        /chưa có|địa bàn|Cao nhất|Nguồn|Bản đồ|từ \d/,
      );
    });

    it('follows the language of the page', async () => {
      const widget = await showMap(nation2008());
      widget.parentElement!.lang = 'en';
      await until(() => textOf(widget).includes(SCHEMATIC_EN), 'English');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.match(/^Đà Nẵng: /);
      expect(widget.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')).to.equal('en');
      widget.parentElement!.lang = 'vi';
      await until(() => textOf(widget).includes(SCHEMATIC), 'Vietnamese');
    });

    it('each area is named with its figure, or that it has none', async () => {
      const widget = await showMap(nation2008());
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 100%');
      expect(option(widget, 'Quảng Trị').getAttribute('aria-label')).to.equal('Quảng Trị: 0%');
      for (const name of ['Hà Nội', 'An Giang'])
        expect(option(widget, name).getAttribute('aria-label')).to.equal(
          `${name}: chưa có số liệu`,
        );
    });

    it('keeps the word of an approximation', async () => {
      const widget = await showMap(nation({ '48@2008': { value: 98, approx: '>' }, '45@2008': 1 }));
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: hơn 98%');
    });

    it('names Huế as it was named at the date of the figure', async () => {
      const widget = await showMap(nation({ '46@2008': 5, '45@2008': 7 }));
      expect(option(widget, 'Thừa Thiên Huế').getAttribute('aria-label')).to.contain('5%');
    });

    it('a former province says what it is part of now', async () => {
      const document = nation({ '70@2008': 12, '45@2008': 7 });
      Object.assign(document.areas, nation({ '75@2025': 1 }).areas);
      const widget = await showMap(document);
      await click(widget, option(widget, 'Bình Phước'));
      expect(detail(widget)).to.contain('Bình Phước (cũ)').and.to.contain('12%');
      expect(detail(widget)).to.match(/Nay thuộc (TP\.|tỉnh) Đồng Nai/);
      expect(detail(widget)).to.contain('tháng 8/2022').and.to.contain('Nguồn: ');
    });

    it('it says so where the document does not list the provinces of 2025', async () => {
      const widget = await showMap(nation({ '70@2008': 12, '45@2008': 7 }));
      await click(widget, option(widget, 'Bình Phước'));
      expect(detail(widget)).to.contain('Nay thuộc');
    });

    it('says the pair behind a rate', async () => {
      const widget = await showMap(
        nation({ '48@2008': { value: 100, num: 56, den: 56 }, '45@2008': 1 }),
      );
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(detail(widget)).to.contain('100%').and.to.contain('56/56');
    });

    it('names every source of what it shows, and says that the dates differ', async () => {
      const document = nation({ '48@2008': 100, '45@2008': 80, '24@2008': 60 });
      const [first, second] = document.observations;
      Object.assign(document.sources, { a: { title: 'Báo Mẫu A' }, b: { title: 'Báo Mẫu B' } });
      Object.assign(first!, { at: '2022-12', source: 'a' });
      Object.assign(second!, { at: '2022-09', source: 'b' });
      const widget = await showMap(document);
      expect(part(widget, 'date')).to.contain('12/2022');
      expect(part(widget, 'source')).to.equal('Nguồn: Báo Mẫu A');
      expect(part(widget, 'notices'))
        .to.contain('Số liệu của các địa bàn không cùng thời điểm.')
        .and.to.contain('Nguồn: Báo Mẫu B')
        .and.to.contain('Nguồn: Số liệu minh họa')
        .and.not.to.contain('Báo Mẫu A');
      expect(part(await showMap(nation2008()), 'notices')).not.to.contain('thời điểm');
    });

    it('the source of an area resolves against its document, as the source of the foot does', async () => {
      const doc = nation({ '48@2008': 100, '45@2008': 80 });
      doc.sources = { s: { title: 'Báo cáo mẫu', url: 'bao-cao.html' } };
      await api.set(doc);
      const src = api.url('ok', 'sub/map.json');
      const widget = await putMap(`src="${src}" indicator="coverage"`);
      await drawn(widget);
      await click(widget, option(widget, 'Đà Nẵng'));
      const links = () => [...widget.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a')];
      await until(() => links().length === 2);
      expect(links().map(({ href }) => href)).to.deep.equal(
        Array(2).fill(new URL('bao-cao.html', src).href),
      );
    });

    it('without `area` it shows the area of its document, from an address, as data and between the tags', async () => {
      const doc = communes('48@2025', 5);
      await api.set(doc);
      const inside = `<script type="application/json">${JSON.stringify(doc)}</script>`;
      const widgets = [
        await putMap(`src="${api.url('ok')}" indicator="coverage"`),
        await putMap('indicator="coverage"', { data: doc }),
        await putMap('indicator="coverage"', { inside }),
      ];
      for (const widget of widgets) {
        await drawn(widget);
        expect(options(widget).length).to.equal(5);
        expect(nameOf(byRole(widget, 'heading'))).to.contain('Đà Nẵng');
      }
    });

    it('says a number of all areas only where all are known: of the nation, not of a province', async () => {
      const doc = communes('48@2025', 5);
      doc.observations.splice(2);
      const widget = await showMap(doc);
      expect(textOf(widget))
        .to.contain('Chỉ tính các địa bàn mà nguồn nêu.')
        .and.not.match(/\d\/5/);
      expect(textOf(await showMap(nation2008()))).to.contain('2/63 địa bàn');
      const province = doc.areas['48@2025']!;
      for (const [children, words] of [
        [5, '3/5 địa bàn'],
        [6, 'Chỉ tính các địa bàn mà nguồn nêu.'],
      ] as const) {
        const areas = { ...doc.areas, '48@2025': { ...province, children } };
        expect(textOf(await showMap({ ...doc, areas }))).to.contain(words);
      }
    });

    it('calls nothing the highest of a part: not of areas that may be some, nor of few that have figures', async () => {
      const range = /Trong các địa bàn có số liệu: từ .+ \(.+%\) đến .+ \(.+%\)\./;
      const some = textOf(await showMap(communes('48@2025', 5)));
      expect(some)
        .to.match(range)
        .and.not.match(/Cao nhất|Thấp nhất/);
      const few = Object.fromEntries(
        ['04', '06', '08', '10'].map((code, i) => [`${code}@2008`, 10 * (i + 1)]),
      );
      const nationText = textOf(await showMap(nation(few)));
      expect(nationText)
        .to.match(range)
        .and.not.match(/Cao nhất|Thấp nhất/);
      expect(nationText).to.contain('59/63 địa bàn chưa có số liệu.');
      const same = communes('48@2025', 5);
      same.observations.forEach((o, i) => (same.observations[i] = { ...o, value: 50 }));
      expect(textOf(await showMap(same))).to.contain(
        'Xã Mẫu 1, Xã Mẫu 2, Xã Mẫu 3 và 2 địa bàn khác (50%).',
      );
    });

    it('says of which figure and area there is none, where none of the areas has one', async () => {
      const summary = (widget: MapWidget) =>
        widget.shadowRoot!.querySelector('.summary')!.textContent.trim();
      const none = { ...communes('48@2025', 5), observations: [] };
      expect(summary(await showMap(none))).to.equal('Tỷ lệ phủ, Đà Nẵng: chưa có số liệu.');
      const empty = { ...nation2025(), observations: [] };
      expect(summary(await showMap(empty))).to.equal('34/34 địa bàn chưa có số liệu.');
    });

    it('has its views in one row, whole, in a narrow column', async () => {
      for (const width of [180, 360]) {
        const widget = await showMap(nation2008(), '', { width });
        const group = byRole(widget, 'group', 'Cách xem');
        const boxes = [...group.querySelectorAll('button')].map((b) => b.getBoundingClientRect());
        expect(boxes).to.have.length(3);
        expect(new Set(boxes.map(({ top }) => top)).size, `rows at ${width} px`).to.equal(1);
        const { right } = widget.getBoundingClientRect();
        expect(boxes[2]!.right, `${width} px`).to.be.at.most(right);
      }
    });

    it('puts no brackets into the brackets around a corrected figure', async () => {
      const corrected = { at: '2026-05-20', was: 1 };
      for (const [count, words] of [
        [5, 'Trong các địa bàn có số liệu'],
        [2, 'đã đính chính'],
      ] as const) {
        const doc = communes('48@2025', 5);
        doc.observations.splice(count);
        doc.observations.forEach((o, i) => (doc.observations[i] = { ...o, corrected }));
        const widget = await showMap(doc);
        const said = widget.shadowRoot!.querySelector('.summary')!.textContent;
        expect(said)
          .to.contain(words)
          .and.to.contain('đã đính chính')
          .and.not.match(/\([^()]*\(/);
      }
    });

    it('an area without a figure has the name of the date of the others', async () => {
      const widget = await showMap(nation({ '48@2008': { value: 100, at: '2022-08' } }));
      expect(nameOf(option(widget, 'Thừa Thiên Huế'))).to.contain('chưa có số liệu');
    });

    it('a key that nobody knows is no choice beside others, and its author is told of it', async () => {
      const { said, stop } = listenToConsole();
      try {
        const widget = await showMap(nation2008(), 'indicator="coverage khongco"');
        expect(textOf(widget)).not.to.contain('khongco');
        await until(() => said.some((one) => one.includes('It has indicators: ')), 'the note');
      } finally {
        stop();
      }
    });

    it('a key that nobody knows is no title and no map', async () => {
      for (const key of ['', 'khongco']) {
        const widget = await putMap(`indicator="${key}"`, { data: nation2008() });
        const sentence = key ? 'không có chỉ số được yêu cầu' : 'Chưa có số liệu cho địa bàn';
        await until(() => textOf(widget).includes(sentence), sentence);
        expect(textOf(widget)).not.to.contain('khongco');
      }
    });

    it('text of the data is only ever text', async () => {
      const evil = '<img src=x onerror="window.__hacked=1">';
      const document = communes('44@2025', 8, [evil]);
      document.indicators['coverage']!.name = evil;
      document.sources['s'] = { title: evil, url: 'javascript:alert(1)' };
      const widget = await showMap(document, 'area="44@2025"');
      await click(widget, options(widget)[0]!);
      expect(textOf(widget)).to.contain(evil);
      expect(widget.shadowRoot!.querySelector('img')).to.equal(null);
      expect(allByRole(widget, 'link').length).to.equal(0);
      expect('__hacked' in window).to.equal(false);
    });

    it('a text that the page registered is not taken back by the next map', async () => {
      registerLocale('vi', { pickHint: 'Hãy chọn một tỉnh.' });
      try {
        const widget = await showMap(nation2008());
        expect(textOf(widget)).to.contain('Hãy chọn một tỉnh.');
      } finally {
        registerLocale('vi', { pickHint: 'Chọn một địa bàn để xem số liệu.' });
      }
    });
  });
});
