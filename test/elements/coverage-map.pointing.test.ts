/** The map: an area found by keyboard, pointer and search. */
import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { communeId, communes, nation2008, nation2025 } from '../support/fixtures/map-areas.js';
import { allByRole, nameOf, until } from './support.js';
import {
  activeName,
  drawn,
  option,
  options,
  picture,
  search,
  searchBox,
  selectedNames,
  settle,
  showMap,
} from './coverage-map.support.js';
import { TAG, detail, keys, enter, click, selections } from './coverage-map.acts.support.js';

describe(TAG, () => {
  describe('by keyboard', () => {
    it('has one Tab stop in the map', async () => {
      const widget = await showMap(nation2008());
      expect(picture(widget).tabIndex).to.equal(0);
      expect(picture(widget).querySelectorAll('[tabindex]').length).to.equal(0);
      // Somewhere to go: out of the page, Firefox would not give the focus back.
      for (let i = 0; i < 14; i++) widget.after(document.createElement('button'));
      searchBox(widget).focus();
      let stops = 0;
      for (let i = 0; i < 12; i++) {
        await sendKeys({ press: 'Tab' });
        if (widget.shadowRoot!.activeElement === picture(widget)) stops += 1;
      }
      expect(stops).to.equal(1);
    });

    it('arrows move to the neighbour that way, and stop at the edge', async () => {
      const widget = await showMap(nation2008());
      await enter(widget);
      expect(activeName(widget)).to.equal(undefined);
      await keys(widget, 'ArrowDown');
      expect(activeName(widget), 'the first arrow comes in').not.to.equal(undefined);
      picture(widget).blur();
      await click(widget, option(widget, 'Đà Nẵng'));
      await enter(widget);
      await keys(widget, 'ArrowDown');
      expect(activeName(widget)).to.match(/^Quảng Nam:/);
      await keys(widget, 'ArrowUp');
      expect(activeName(widget)).to.match(/^Đà Nẵng:/);
      const before = scrollY;
      for (let i = 0; i < 40; i++) await sendKeys({ press: 'ArrowUp' });
      await settle(widget);
      const top = activeName(widget);
      await keys(widget, 'ArrowUp');
      expect(activeName(widget)).to.equal(top);
      expect(scrollY).to.equal(before);
    });

    it('shows the figures of the area that the keyboard is on, beside it and in the strip', async () => {
      const widget = await showMap(nation2008());
      await click(widget, option(widget, 'Đà Nẵng'));
      await enter(widget);
      await keys(widget, 'ArrowDown');
      expect(detail(widget)).to.contain('Quảng Nam');
      const tip = [...picture(widget).querySelectorAll('text')].find(
        (text) => text.textContent === activeName(widget),
      );
      expect(tip, 'a card beside it').not.to.equal(undefined);
      const frame = picture(widget).getBoundingClientRect();
      const box = tip!.getBoundingClientRect();
      expect(box.left >= frame.left - 1 && box.right <= frame.right + 1, 'inside the map').to.equal(
        true,
      );
    });

    it('Enter chooses, Escape clears; both are told', async () => {
      const widget = await showMap(nation2008());
      const heard = selections(widget);
      await enter(widget);
      await keys(widget, 'ArrowRight', 'Enter');
      const name = activeName(widget)!;
      expect(selectedNames(widget)).to.deep.equal([name]);
      expect(heard.length).to.equal(1);
      expect(heard[0]![0]).to.match(/^\d\d@2008$/);
      expect(heard[0]![1]).to.equal('coverage');
      await keys(widget, 'Escape');
      expect(selectedNames(widget)).to.deep.equal([]);
      expect(activeName(widget)).to.equal(undefined);
      expect(heard[1]).to.deep.equal([null, 'coverage']);
      await keys(widget, 'Escape');
      expect(heard.length, 'nothing more to clear').to.equal(2);
    });

    it('Space chooses too, and does not scroll', async () => {
      const widget = await showMap(nation2008());
      await enter(widget);
      const before = scrollY;
      await keys(widget, 'ArrowRight', ' ');
      expect(selectedNames(widget).length).to.equal(1);
      expect(scrollY).to.equal(before);
    });

    it('Enter and what is typed stay inside: the form around it is not posted, no shortcut runs', async () => {
      const widget = await showMap(nation2008());
      const form = document.createElement('form');
      const heard: string[] = [];
      form.addEventListener('keydown', ({ key }) => heard.push(key));
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        heard.push('submit');
      });
      widget.parentElement!.append(form);
      form.append(widget);
      await drawn(widget);
      await enter(widget);
      await keys(widget, 'ArrowRight', 'Enter');
      searchBox(widget).focus();
      await keys(widget, 'a', 'Escape', 'Enter');
      // An arrow has moved the point, a letter was typed: neither is the page's. Escape is for all.
      expect(heard).to.deep.equal(['Escape']);
    });

    it('the choice stays when the keyboard leaves the map', async () => {
      const widget = await showMap(nation2008());
      await enter(widget);
      await keys(widget, 'ArrowRight', 'Enter', 'ArrowRight');
      const [chosen] = selectedNames(widget);
      picture(widget).blur();
      await settle(widget);
      expect(activeName(widget)).to.equal(undefined);
      expect(selectedNames(widget)).to.deep.equal([chosen]);
      expect(detail(widget)).to.contain(chosen!.split(':')[0]!);
    });

    it('Home and End go to the first and the last area', async () => {
      const widget = await showMap(nation2008());
      await enter(widget);
      await keys(widget, 'ArrowDown', 'End');
      await until(() => activeName(widget)?.startsWith('Cà Mau'), 'the last area');
      await keys(widget, 'Home');
      await until(() => activeName(widget)?.startsWith('Hà Nội'), 'the first area');
    });

    it('works on tiles', async () => {
      const widget = await showMap(nation2025(), 'layout="tiles"');
      await click(widget, option(widget, 'Đà Nẵng'));
      await enter(widget);
      await keys(widget, 'ArrowLeft');
      expect(activeName(widget)).to.match(/^Huế:/);
    });
  });

  describe('by pointer', () => {
    it('a click chooses, and one on the sea clears', async () => {
      const widget = await showMap(nation2008());
      const heard = selections(widget);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(heard, 'a second click says nothing new').to.deep.equal([['48@2008', 'coverage']]);
      await click(widget, picture(widget));
      expect(heard[1]).to.deep.equal([null, 'coverage']);
      expect(selectedNames(widget)).to.deep.equal([]);
    });

    it('a mouse over an area shows its figures, a finger that passes does not', async () => {
      const widget = await showMap(nation2008());
      const over = async (name: string, pointerType: string) => {
        option(widget, name).dispatchEvent(
          new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType }),
        );
        await settle(widget);
      };
      await over('Đà Nẵng', 'mouse');
      expect(detail(widget)).to.contain('Đà Nẵng').and.to.contain('100%');
      await over('Quảng Trị', 'touch');
      expect(detail(widget)).to.contain('Đà Nẵng');
    });

    it('the choice is told through shadow roots up to the page', async () => {
      const heard = oneEvent(document, 'tcns-select');
      const widget = await showMap(nation2008());
      option(widget, 'Đà Nẵng').dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true }),
      );
      expect((await heard).detail).to.deep.equal({ area: '48@2008', indicator: 'coverage' });
    });

    it('a tap shows the area tapped, also where the keyboard was on another', async () => {
      const widget = await showMap(nation2008());
      await enter(widget);
      await keys(widget, 'ArrowRight');
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(detail(widget)).to.contain('Đà Nẵng');
    });

    it('a choice does not draw 63 areas anew', async () => {
      const widget = await showMap(nation2008());
      const shape = option(widget, 'Quảng Trị');
      const changes = new MutationObserver(() => {});
      changes.observe(picture(widget), {
        subtree: true,
        attributes: true,
        attributeFilter: ['d', 'class'],
      });
      option(widget, 'Đà Nẵng').dispatchEvent(
        new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }),
      );
      await settle(widget);
      expect(
        changes.takeRecords().filter(({ target }) => (target as Element).role === 'option'),
      ).to.deep.equal([]);
      expect(option(widget, 'Quảng Trị') === shape).to.equal(true);
    });
  });

  describe('search', () => {
    it('tells two areas of one name apart by their kind', async () => {
      const doc = communes('44@2025', 3, ['Cao Mẫu', 'Cao Mẫu', 'Bến Mẫu']);
      doc.areas[communeId(2)] = { ...doc.areas[communeId(2)]!, kind: 'ward' };
      const widget = await showMap(doc, 'area="44@2025"');
      const found = await search(widget, 'cao mau');
      expect([...found].sort()).to.deep.equal(['phường Cao Mẫu', 'xã Cao Mẫu']);
      expect(await search(widget, 'ben mau')).to.deep.equal(['Bến Mẫu']);
    });

    const QUERIES: [query: string, first: string][] = [
      ['da nang', 'Đà Nẵng'],
      ['dà nẵng', 'Đà Nẵng'],
      ['ĐÀ NẴNG', 'Đà Nẵng'],
      ['Đà Nẵng'.normalize('NFD'), 'Đà Nẵng'],
      ['quang tri', 'Quảng Trị'],
      ['thua thien', 'Thừa Thiên Huế'],
      ['ha noi', 'Hà Nội'],
      ['hcm', 'Hồ Chí Minh'],
      ['vung tau', 'Bà Rịa - Vũng Tàu'],
    ];
    it('finds an area with and without diacritics, in any form', async () => {
      const widget = await showMap(nation2008());
      const wrong: string[] = [];
      for (const [query, first] of QUERIES.filter(([q]) => q !== 'hcm')) {
        const found = await search(widget, query);
        if (found[0] !== first) wrong.push(`${query}: ${found.join(', ')}`);
      }
      expect(wrong).to.deep.equal([]);
    });

    it('finds "TP.HCM" and "hcm"', async () => {
      const widget = await showMap(nation2008());
      expect((await search(widget, 'hcm'))[0]).to.equal('Hồ Chí Minh');
    });

    it('finds "tỉnh Quảng Trị" and "TP. Đà Nẵng"', async () => {
      const widget = await showMap(nation2008());
      expect((await search(widget, 'tỉnh Quảng Trị'))[0]).to.equal('Quảng Trị');
      expect((await search(widget, 'TP. Đà Nẵng'))[0]).to.equal('Đà Nẵng');
    });

    it('what is written in full counts first', async () => {
      const widget = await showMap(
        communes('19@2025', 8, ['Văn Lăng', 'Văn Lang', 'Yên Lạc']),
        'area="19@2025"',
      );
      expect((await search(widget, 'Văn Lang')).slice(0, 2)).to.deep.equal([
        'Văn Lang',
        'Văn Lăng',
      ]);
      expect((await search(widget, 'Văn Lăng')).slice(0, 2)).to.deep.equal([
        'Văn Lăng',
        'Văn Lang',
      ]);
      expect((await search(widget, 'van lang')).sort()).to.deep.equal(
        ['Văn Lang', 'Văn Lăng'].sort(),
      );
    });

    it('finds a former unit, says what it is part of now, and chooses that', async () => {
      const widget = await showMap(nation2025());
      const heard = selections(widget);
      expect((await search(widget, 'binh phuoc'))[0]).to.equal(
        'Bình Phước, nay thuộc TP. Đồng Nai',
      );
      await keys(widget, 'Enter');
      expect(heard).to.deep.equal([['75@2025', 'coverage']]);
    });

    it('finds the archipelagos, by the province that they belong to', async () => {
      const widget = await showMap(nation2025());
      expect((await search(widget, 'truong sa'))[0]).to.match(/Trường Sa, .*Khánh Hòa/);
      expect((await search(widget, 'hoang sa'))[0]).to.match(/Hoàng Sa, .*Đà Nẵng/);
    });

    it('finds the special zones and the big islands, by the province that they are part of', async () => {
      const now = await showMap(nation2025());
      expect((await search(now, 'phu quoc'))[0]).to.equal('Phú Quốc, thuộc tỉnh An Giang');
      expect((await search(now, 'Phú Quý'))[0]).to.equal('Phú Quý, thuộc tỉnh Lâm Đồng');
      expect((await search(now, 'cu lao cham'))[0]).to.equal('Cù Lao Chàm, thuộc TP. Đà Nẵng');
      const heard = selections(now);
      await search(now, 'côn đảo');
      await keys(now, 'Enter');
      expect(heard).to.deep.equal([['79@2025', 'coverage']]);
      const before = await showMap(nation2008());
      expect((await search(before, 'Phú Quý'))[0]).to.equal('Phú Quý, thuộc tỉnh Bình Thuận');
      const english = await showMap(nation2025(), 'lang="en"');
      expect((await search(english, 'con co'))[0]).to.equal('Cồn Cỏ, in Quảng Trị Province');
    });

    it('the name that has the word comes before one that only looks like it', async () => {
      const widget = await showMap(
        communes('44@2025', 3, ['Cồn Tiên', 'Đảo Cồn Cỏ', 'Cồn Cỏ']),
        'area="44@2025"',
      );
      expect((await search(widget, 'con co')).slice(0, 2)).to.deep.equal(['Cồn Cỏ', 'Đảo Cồn Cỏ']);
    });

    it('has its label above it', async () => {
      const widget = await showMap(nation2025());
      const label = [...widget.shadowRoot!.querySelectorAll('label')].find((each) =>
        each.textContent?.includes('Tìm địa bàn'),
      )!;
      expect(label.getBoundingClientRect().bottom).to.be.at.most(
        searchBox(widget).getBoundingClientRect().top,
      );
      expect(label.control).to.equal(searchBox(widget));
    });

    it('arrows and Enter choose what was found; the map shows it', async () => {
      const widget = await showMap(nation2008());
      const heard = selections(widget);
      const found = await search(widget, 'quang');
      expect(found.length).to.be.greaterThan(3);
      expect(searchBox(widget).getAttribute('aria-expanded')).to.equal('true');
      await keys(widget, 'ArrowDown', 'Enter');
      expect(selectedNames(widget)[0]).to.match(new RegExp(`^${found[1]!}:`));
      expect(heard.length).to.equal(1);
      expect(searchBox(widget).value).to.equal(found[1]);
      expect(searchBox(widget).getAttribute('aria-expanded')).to.equal('false');
      expect(detail(widget)).to.contain(found[1]);
    });

    it('a tap chooses too, Escape closes the list and keeps the choice', async () => {
      const widget = await showMap(nation2008());
      await search(widget, 'da nang');
      const [first] = widget.shadowRoot!.querySelectorAll('ul[role=listbox] [role=option]');
      first!.dispatchEvent(
        new PointerEvent('pointerdown', { bubbles: true, composed: true, cancelable: true }),
      );
      await settle(widget);
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
      await search(widget, 'quang');
      await keys(widget, 'Escape');
      expect(searchBox(widget).getAttribute('aria-expanded')).to.equal('false');
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
    });

    it('says how many it found, and that it found none', async () => {
      const widget = await showMap(nation2008());
      const found = await search(widget, 'ha');
      expect(allByRole(widget, 'status').map(nameOf)).to.contain(`${found.length} kết quả`);
      expect(await search(widget, 'xyzxyz')).to.deep.equal([]);
      expect(allByRole(widget, 'status').map(nameOf)).to.contain('Không tìm thấy địa bàn');
    });

    it('is not said to be expanded where it found nothing', async () => {
      const widget = await showMap(nation2008());
      await search(widget, 'xyzxyz');
      expect(searchBox(widget).getAttribute('aria-expanded')).to.equal('false');
    });

    it('can be hidden', async () => {
      expect(searchBox(await showMap(nation2008(), 'no-search'))).to.equal(null);
    });
  });

  describe('more than 100 areas', () => {
    const many = () => showMap(communes('44@2025', 130), 'area="44@2025"', { width: 700 });

    it('are hidden from screen readers, but for the one that the keyboard is on', async () => {
      const widget = await many();
      expect(options(widget).length).to.equal(0);
      expect(picture(widget).querySelectorAll('[aria-hidden=true] [data-id]').length).to.equal(130);
      await enter(widget);
      await keys(widget, 'ArrowRight');
      expect(options(widget).length).to.equal(1);
      expect(activeName(widget)).to.match(/^Xã Mẫu \d+: \d+%$/);
      const before = activeName(widget);
      await keys(widget, 'ArrowRight');
      expect(options(widget).length).to.equal(1);
      expect(activeName(widget)).not.to.equal(before);
    });

    it('can be chosen by keyboard, pointer and search', async () => {
      const widget = await many();
      const heard = selections(widget);
      await enter(widget);
      await keys(widget, 'ArrowRight', 'Enter');
      expect(heard.length).to.equal(1);
      picture(widget).blur();
      await click(widget, picture(widget).querySelector(`[data-id="${communeId(50)}"]`)!);
      expect(heard[1]).to.deep.equal([communeId(50), 'coverage']);
      expect(detail(widget)).to.contain('Xã Mẫu 50');
      expect(await search(widget, 'xa mau 77')).to.contain('Xã Mẫu 77');
    });

    it('100 areas are all named', async () => {
      const widget = await showMap(communes('44@2025', 100), 'area="44@2025"', { width: 700 });
      expect(options(widget).length).to.equal(100);
    });
  });
});
