/** The map of an area inside the map: how it opens, says where the reader is, and closes. */
import { expect } from '@open-wc/testing';
import type { TcnsSelectEvent } from '../../src/parts/base/events.js';
import {
  collection,
  communeId,
  communes,
  feature,
  nation2008,
  ring,
} from '../support/fixtures/map-areas.js';
import { allByRole, byRole, nameOf, textOf, until } from './support.js';
import {
  drawn,
  option,
  options,
  pictureOf,
  putMap,
  selectedNames,
  settle,
  showMap,
  type MapWidget,
} from './coverage-map.support.js';
import { TAG, press, keys, enter, click, nationMaps } from './coverage-map.acts.support.js';

describe(TAG, () => {
  const { api, drawnFrom } = nationMaps();

  describe('drill', () => {
    /** The API's list of the areas of 2008, of which these have communes. */
    const list = (...parents: string[]) => ({
      version: '1',
      edition: '2008',
      areas: Object.assign({}, ...parents.map((one) => communes(one, 12).areas)) as unknown,
    });
    const dive = async (more = ''): Promise<MapWidget> => {
      await api.set(communes('48@2008', 12), 'observations/48@2008.json');
      await api.set(nation2008(), 'observations/vn@2008.json');
      await api.set(list('48@2008'), 'areas/2008.json');
      const widget = await drawnFrom('ok', `drill ${more}`);
      await choose(widget, 'Đà Nẵng');
      return widget;
    };
    /** Chooses an area whose map can be opened; the way there comes when the API has answered. */
    const choose = async (widget: MapWidget, name: string): Promise<void> => {
      await click(widget, option(widget, name));
      await offered(widget);
    };
    const openers = (widget: MapWidget) => allByRole(widget, 'button', /^Xem bản đồ/);
    const offered = (widget: MapWidget) => until(() => openers(widget).length > 0, 'the button');
    /** Requests for documents of areas and for the list of areas. */
    const asked = async (): Promise<string[]> =>
      (await api.log()).map(({ path }) => path).filter((path) => !path.startsWith('geo/'));
    const crumbs = (widget: MapWidget): string =>
      (widget.shadowRoot!.querySelector('nav')?.textContent ?? '').replace(/\s+/g, ' ').trim();

    it('opens the map of the area chosen, and comes back', async () => {
      const widget = await dive();
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
      expect(crumbs(widget)).to.equal('Cả nước › Đà Nẵng');
      expect(widget.shadowRoot!.querySelector('nav [aria-current]')!.textContent).to.equal(
        'Đà Nẵng',
      );
      expect(nameOf(byRole(widget, 'heading'))).to.contain('Đà Nẵng');
      await press(widget, 'Cả nước');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
      expect(widget.shadowRoot!.querySelector('nav')).to.equal(null);
    });

    it('by keyboard alone: Enter, Enter, and back', async () => {
      const widget = await dive();
      await enter(widget);
      await keys(widget, 'ArrowDown', 'ArrowUp', 'Enter');
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
      const back = byRole(widget, 'button', 'Cả nước');
      back.focus();
      await keys(widget, 'Enter');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
    });

    it('is offered where the list of the API knows areas inside, which is asked for once', async () => {
      const widget = await dive();
      expect(openers(widget)[0]!.textContent).to.contain('Đà Nẵng');
      for (const name of ['Quảng Trị', 'An Giang', 'Hà Nội']) {
        await click(widget, option(widget, name));
        expect(openers(widget).length, name).to.equal(0);
      }
      await choose(widget, 'Đà Nẵng');
      expect((await asked()).sort()).to.deep.equal([
        'areas/2008.json',
        'observations/vn@2008.json',
      ]);
    });

    it('two clicks open a map also where the list comes after them', async () => {
      await api.set(communes('48@2008', 12), 'observations/48@2008.json');
      await api.set(nation2008(), 'observations/vn@2008.json');
      await api.set(list('48@2008'), 'areas/2008.json');
      const widget = await drawnFrom('ok', 'drill');
      const { fetch } = window;
      let answer = (): void => undefined;
      const held = new Promise<void>((resolve) => (answer = resolve));
      window.fetch = async (...asked) => {
        await held;
        return fetch(...asked);
      };
      try {
        await click(widget, option(widget, 'Đà Nẵng'));
        await click(widget, option(widget, 'Đà Nẵng'));
        expect(openers(widget).length).to.equal(0);
        answer();
        await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
      } finally {
        window.fetch = fetch;
      }
    });

    it('asks for no list before a reader comes to the map', async () => {
      await api.set(list('48@2008'), 'areas/2008.json');
      await drawnFrom('ok', 'drill');
      expect(await asked()).to.deep.equal(['observations/vn@2008.json']);
    });

    it('without a list the document of the chosen area decides', async () => {
      // Every other address of this server has the nation's document, in which nothing is inside An Giang.
      await api.set(communes('48@2008', 12), 'observations/48@2008.json');
      const widget = await drawnFrom('ok', 'drill');
      await click(widget, option(widget, 'An Giang'));
      await until(
        async () => (await asked()).includes('observations/89@2008.json'),
        'the look for the document of An Giang',
      );
      await choose(widget, 'Đà Nẵng');
      expect(openers(widget)[0]!.textContent).to.contain('Đà Nẵng');
      await click(widget, option(widget, 'An Giang'));
      await settle(widget);
      expect(openers(widget).length).to.equal(0);
      await choose(widget, 'Đà Nẵng');
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
    });

    it('an area without a document of its own shows the names that the list knows', async () => {
      const widget = await dive();
      await api.mode('404');
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the names');
      expect(options(widget)[0]!.getAttribute('aria-label')).to.equal('Xã Mẫu 1: chưa có số liệu');
      expect(allByRole(widget, 'button', 'Thử lại').length, 'asking again is no help').to.equal(0);
      expect(textOf(widget)).not.to.contain('Cao nhất');
      expect(crumbs(widget)).to.equal('Cả nước › Đà Nẵng');
      await press(widget, 'Cả nước');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
    });

    it('an open map that does not come says so and leads back', async () => {
      const widget = await dive();
      await api.mode('500');
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(() => textOf(widget).includes('Không tải được số liệu'), 'the failure');
      expect(crumbs(widget)).to.equal('Cả nước › Đà Nẵng');
      await api.mode(null);
      await press(widget, 'Cả nước');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
    });

    it('an open map whose document has nothing of the indicator leads back', async () => {
      const other = communes('48@2008', 12);
      await api.set({ ...other, indicators: {}, observations: [] }, 'observations/48@2008.json');
      await api.set(nation2008(), 'observations/vn@2008.json');
      await api.set(list('48@2008'), 'areas/2008.json');
      const widget = await drawnFrom('ok', 'drill');
      await choose(widget, 'Đà Nẵng');
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(
        () => textOf(widget).includes('Tỷ lệ phủ, Đà Nẵng: chưa có số liệu.'),
        'the sentence',
      );
      expect(crumbs(widget)).to.equal('Cả nước › Đà Nẵng');
      await press(widget, 'Cả nước');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
    });

    it('the focus stays in the widget when a map is opened, and when it is left', async () => {
      const widget = await dive();
      byRole(widget, 'button', /^Xem bản đồ .*Đà Nẵng/).focus();
      await keys(widget, 'Enter');
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
      expect(document.activeElement).to.equal(widget);
      byRole(widget, 'button', 'Cả nước').focus();
      await keys(widget, 'Enter');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
      expect(document.activeElement).to.equal(widget);
    });

    it('draws the borders of the API where it has them', async () => {
      await api.set(communes('48@2008', 12), 'observations/48@2008.json');
      await api.set(
        collection(
          ...Array.from({ length: 12 }, (_, i) =>
            feature(communeId(i + 1, '2008'), [ring(108 + i * 0.05, 16, 0.05)]),
          ),
        ),
        'geo/48@2008.json',
      );
      const widget = await drawnFrom('ok', 'drill');
      await choose(widget, 'Đà Nẵng');
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
      expect(options(widget)[0]!.getAttribute('d'), 'borders, no tiles').to.contain('L');
      expect((await api.log()).map(({ path }) => path)).to.contain('geo/48@2008.json');
    });

    it('is not offered where it was not asked for, nor where the page gave one document', async () => {
      const plain = await drawnFrom();
      await click(plain, option(plain, 'Đà Nẵng'));
      expect(allByRole(plain, 'button', /^Xem bản đồ/).length).to.equal(0);
      const one = await putMap(`src="${api.url('ok')}" indicator="coverage" drill`);
      await drawn(one);
      await click(one, option(one, 'Đà Nẵng'));
      expect(allByRole(one, 'button', /^Xem bản đồ/).length).to.equal(0);
    });

    it('is not offered on data of the page that have no children of the area', async () => {
      const widget = await showMap(nation2008(), 'drill');
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(allByRole(widget, 'button', /^Xem bản đồ/).length).to.equal(0);
    });

    it('tells where the reader is: inside an open map, and out of it again', async () => {
      const widget = await dive();
      const heard: (string | null)[] = [];
      widget.addEventListener('tcns-select', (event) =>
        heard.push((event as TcnsSelectEvent).detail.area),
      );
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
      await click(widget, options(widget)[0]!);
      await enter(widget);
      await keys(widget, 'Escape', 'Escape');
      expect(heard, 'a choice taken back leaves the province').to.deep.equal([
        communeId(1, '2008'),
        '48@2008',
      ]);
      await press(widget, 'Cả nước');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
      expect(heard[2]).to.equal(null);
    });

    it('an open map closes where another area, or none, is chosen elsewhere', async () => {
      for (const elsewhere of [undefined, '45@2008']) {
        const widget = await dive();
        widget.selected = '48@2008';
        await widget.updateComplete;
        await press(widget, /^Xem bản đồ .*Đà Nẵng/);
        await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
        widget.selected = communeId(2, '2008');
        await widget.updateComplete;
        expect(crumbs(widget), 'a commune of the open map').to.equal('Cả nước › Đà Nẵng');
        widget.selected = elsewhere;
        await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
        expect(selectedNames(widget)[0]?.startsWith('Quảng Trị:')).to.equal(elsewhere && true);
      }
    });

    it('the way back from below a province is named after the province', async () => {
      await api.set(communes('48@2008', 12), 'observations/48@2008.json');
      const widget = await putMap(
        `api="${api.base()}" area="48@2008" indicator="coverage" drill layout="tiles"`,
      );
      await api.set(list(communeId(1, '2008')), 'areas/2008.json');
      await drawn(widget);
      await click(widget, options(widget)[0]!);
      await offered(widget);
      await press(widget, /^Xem bản đồ/);
      await until(() => crumbs(widget), 'the way back');
      expect(crumbs(widget)).to.match(/^Đà Nẵng ›/);
    });
  });
});
