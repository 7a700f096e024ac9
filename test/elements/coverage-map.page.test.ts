/** The map: how it lives on a page, and that it leaves nothing behind. */
import { expect } from '@open-wc/testing';
import { configure } from '../../src/data/settings.js';
import { pictureSvg } from '../../src/parts/download/svg-picture.js';

import { bordersOf, communes, nation2008, nation2025 } from '../support/fixtures/map-areas.js';
import { moveAbout, watchLeaks } from './leaks.js';
import { byRole, isVisible, listenToConsole, nameOf, until } from './support.js';
import {
  activeName,
  drawn,
  fillOf,
  option,
  options,
  picture,
  putMap,
  resize,
  search,
  selectedNames,
  settle,
  showMap,
  type MapWidget,
} from './coverage-map.support.js';
import {
  TAG,
  SCHEMATIC,
  keys,
  enter,
  click,
  nationMaps,
  notices,
  press,
} from './coverage-map.acts.support.js';

/** The views that are offered; a star at the one that is shown. */
const viewsOf = (widget: MapWidget): string[] =>
  [...widget.shadowRoot!.querySelectorAll('.views button')].map(
    (button) => `${nameOf(button)}${button.getAttribute('aria-pressed') === 'true' ? '*' : ''}`,
  );

describe(TAG, () => {
  const { api, drawnFrom } = nationMaps();

  describe('on any page', () => {
    it('<base href> does not break the drawing, and addresses follow it', async () => {
      const base = document.createElement('base');
      base.href = `${api.url('ok', '')}`;
      await api.set(bordersOf('2008'), 'geo.json');
      document.head.append(base);
      try {
        const widget = await showMap(nation2008(), 'geo-src="geo.json"', { width: 700 });
        expect(option(widget, 'Đà Nẵng').getAttribute('d')).to.match(/^M[\d.,]+L/);
        expect(widget.shadowRoot!.innerHTML).not.to.contain('url(');
        const built = await showMap(nation2008(), '', { width: 700 });
        const [x, y] = [built, widget].map((each) => fillOf(option(each, 'Đà Nẵng')));
        expect(x).to.equal(y);
        expect(isVisible(option(built, 'Đà Nẵng'))).to.equal(true);
      } finally {
        base.remove();
      }
    });

    it('writes no style attribute, no url() and no <style> of its own', async () => {
      for (const attributes of ['', 'layout="tiles"', 'theme="dark" drill']) {
        const widget = await showMap(nation2008(), attributes);
        await click(widget, option(widget, 'Đà Nẵng'));
        await enter(widget);
        await keys(widget, 'ArrowDown');
        await search(widget, 'da');
        expect(widget.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
        expect(widget.shadowRoot!.innerHTML).not.to.contain('url(');
      }
    });

    it('keeps its drawing where the page was narrow for a moment, between two frames', async () => {
      const widget = await showMap(nation2008(), '', { width: 640 });
      const viewBox = picture(widget).getAttribute('viewBox');
      const box = widget.parentElement!;
      box.style.width = '300px';
      widget.requestUpdate();
      while (!(await widget.updateComplete));
      box.style.width = '640px';
      await settle(widget);
      expect(picture(widget).getAttribute('viewBox')).to.equal(viewBox);
    });

    it('is drawn for the room that a float beside it leaves, and for all of it when that goes', async () => {
      const widget = await showMap(nation2008(), '', { width: 640 });
      const viewBox = picture(widget).getAttribute('viewBox');
      const float = document.createElement('div');
      float.style.cssText = 'float: left; width: 380px; height: 2000px';
      widget.before(float);
      await until(() => picture(widget).getAttribute('viewBox') !== viewBox, 'a narrow map');
      expect(widget.clientWidth, 'the widget itself').to.equal(640);
      float.remove();
      await until(() => picture(widget).getAttribute('viewBox') === viewBox, 'the wide map');
    });

    it('two maps on a page do not mix their ids', async () => {
      const first = await showMap(nation2008());
      const second = await showMap(nation2025());
      await enter(second);
      await keys(second, 'ArrowRight');
      expect(activeName(second)).not.to.equal(undefined);
      expect(activeName(first)).to.equal(undefined);
    });

    it('a hidden tab draws nothing wrong, and is right when it is opened', async () => {
      const widget = await putMap('indicator="coverage"', { data: nation2008() });
      widget.parentElement!.style.display = 'none';
      await settle(widget);
      widget.parentElement!.style.display = '';
      await drawn(widget);
      expect(picture(widget).getAttribute('viewBox')).to.match(/^0 0 [1-9]\d+ [1-9]\d+$/);
    });

    it('a change of width raises no error on the page', async () => {
      const widget = await showMap(nation2008(), '', { width: 360 });
      const errors: string[] = [];
      for (const width of [700, 300, 1100]) errors.push(...(await resize(widget, width)));
      expect(errors).to.deep.equal([]);
    });

    for (const width of [160, 180, 320, 360]) {
      const run = async () => {
        for (const layout of ['geo', 'tiles']) {
          const widget = await showMap(
            nation2008(),
            `layout="${layout}" indicator="coverage teams"`,
            { width },
          );
          await click(widget, option(widget, 'Đà Nẵng'));
          const box = widget.getBoundingClientRect();
          const wide = [
            ...widget.shadowRoot!.querySelectorAll('p, button, input, select, svg, li, label'),
          ].filter((each) => isVisible(each) && !each.closest('[role=listbox]:not(svg)'));
          const out = wide.filter((each) => each.getBoundingClientRect().right > box.right + 1);
          expect(out.map((each) => nameOf(each))).to.deep.equal([]);
        }
      };
      const title = `nothing is wider than its box at ${width} px`;
      if (width > 160) it(title, run);
      else it(title, run);
    }

    it('follows the theme of the page', async () => {
      configure({ theme: 'dark' });
      try {
        const dark = await showMap(nation2008());
        expect(dark.shadowRoot!.querySelector('[part~=root]')!.classList.contains('dark')).to.equal(
          true,
        );
      } finally {
        configure({ theme: undefined });
      }
    });

    it('an exported picture needs nothing of the page: its colours are written out', async () => {
      const widget = await showMap(nation2008(), 'theme="dark"', { width: 700 });
      const text = pictureSvg({
        svg: picture(widget),
        heading: 'Tỷ lệ phủ & "hơn" <100%>',
        lines: [SCHEMATIC, 'Nguồn: A & B'],
      });
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      expect(file.querySelector('parsererror')).to.equal(null);
      const said = [...file.querySelectorAll('text')].map((t) => t.textContent).join(' ');
      expect(said).to.contain('Tỷ lệ phủ & "hơn" <100%>').and.to.contain(SCHEMATIC);
      const fills = [...file.querySelectorAll('path')].map((p) => p.getAttribute('fill'));
      expect(fills).to.contain(fillOf(option(widget, 'Đà Nẵng')));
      expect(text).not.to.match(/var\(|url\(|class=|\sstyle=/);
    });
  });

  describe('leaves nothing behind', () => {
    it('when it is removed, and when it is moved ten times', async () => {
      (await showMap(nation2008(), 'url-state')).remove();
      const leaks = watchLeaks();
      try {
        const widget = await drawnFrom('ok', 'url-state');
        const before = leaks.open();
        expect(before).to.contain('window popstate');
        await moveAbout(widget);
        expect(leaks.open()).to.deep.equal(before);
        expect(options(widget).length).to.equal(63);
        widget.remove();
        expect(leaks.open()).to.deep.equal([]);
      } finally {
        leaks.stop();
      }
      expect((await api.log()).length).to.equal(1);
    });

    it('moved, it keeps the choice and asks nothing again', async () => {
      const widget = await drawnFrom();
      await click(widget, option(widget, 'Đà Nẵng'));
      const other = document.createElement('div');
      widget.parentElement!.append(other);
      other.append(widget);
      await settle(widget);
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
      expect((await api.log()).length).to.equal(1);
    });

    it('removed while its borders are on their way, it draws nothing more', async () => {
      await api.set(bordersOf('2008'), 'geo.json');
      const { said, stop } = listenToConsole();
      try {
        const widget = await putMap(
          `indicator="coverage" geo-src="${api.url('slow', 'geo.json?ms=150')}"`,
          { data: nation2008() },
        );
        widget.remove();
        await until(
          async () => (await api.log()).some(({ path, ended }) => path.includes('geo') && ended),
          'the answer',
        );
        await settle(widget);
        expect(said).to.deep.equal([]);
      } finally {
        stop();
      }
    });
  });

  describe('an area without borders', () => {
    it('communes without borders are tiles, without a word', async () => {
      await api.set(communes('44@2025', 12), 'observations/44@2025.json');
      const { said, stop } = listenToConsole();
      try {
        const widget = await putMap(`api="${api.base()}" area="44@2025" indicator="coverage"`);
        await drawn(widget);
        expect(options(widget).length).to.equal(12);
        expect(notices(widget)).to.equal('');
        expect(said.filter((line) => line.includes('geo/'))).to.deep.equal([]);
        // No picture is offered that there is not, also when the reader has looked at the table.
        const views = ['Ô lưới*', 'Bảng'];
        expect(viewsOf(widget)).to.deep.equal(views);
        await press(widget, 'Bảng');
        expect(viewsOf(widget)).to.deep.equal(['Ô lưới', 'Bảng*']);
        await press(widget, 'Ô lưới');
        expect(viewsOf(widget)).to.deep.equal(views);
      } finally {
        stop();
      }
    });

    it('keeps the button of the map under the key that found no borders', async () => {
      await api.set(communes('48@2025', 12), 'observations/48@2025.json');
      await fetch(`${api.base('set')}/geo/48@2025.json`, { method: 'POST', body: '<kml></kml>' });
      const { said, stop } = listenToConsole();
      try {
        const widget = await putMap(
          `api="${api.base()}" area="48@2025" indicator="coverage" layout="tiles"`,
        );
        await drawn(widget);
        expect(viewsOf(widget)).to.deep.equal(['Bản đồ', 'Ô lưới*', 'Bảng']);
        byRole(widget, 'button', 'Bản đồ').focus();
        await press(widget, 'Bản đồ');
        await until(() => said.some((line) => line.includes('geo/48@2025.json')));
        await settle(widget);
        await drawn(widget);
        expect(widget.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Bản đồ');
        expect(options(widget).length).to.equal(12);
      } finally {
        stop();
      }
    });
  });
});
