import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/coverage-map/coverage-map.js';
import '../../src/elements/dashboard/dashboard.js';
import '../../src/elements/kpi-card/kpi-card.js';
import '../../src/elements/ranking/ranking.js';
import '../../src/elements/trend/trend.js';
import type { TcnsDashboard } from '../../src/elements/dashboard/dashboard.js';
import type { TcnsSelectEvent } from '../../src/parts/base/events.js';
import { faultyApi, type FaultyApi } from '../data/faulty-api.js';
import { commune, communes } from '../support/fixtures/trend.js';
import { boxOf } from './support.js';
import { becomes, button, oneSpace, part, press, put, texts, until } from './trend.support.js';

const INSIDE = `<tcns-coverage-map indicator="coverage.hamlet" layout="tiles"></tcns-coverage-map>
  <tcns-kpi-card indicator="coverage.hamlet"></tcns-kpi-card>
  <tcns-kpi-card id="pinned" area="44@2025" indicator="coverage.hamlet"></tcns-kpi-card>
  <tcns-ranking indicator="coverage.hamlet"></tcns-ranking>
  <tcns-trend indicator="coverage.hamlet"></tcns-trend>`;

describe('tcns-dashboard', () => {
  let api: FaultyApi;
  let address: string;
  beforeEach(async () => {
    address = location.href;
    api = await faultyApi();
    await api.set(communes(), 'observations/44@2025.json');
    await api.set(commune('mau1@2025'), 'observations/mau1@2025.json');
  });
  afterEach(() => history.replaceState(null, '', address));

  const open = async (attributes = '', inside = INSIDE): Promise<TcnsDashboard> => {
    const board = await put<TcnsDashboard>(
      `<tcns-dashboard api="${api.base()}" area="44@2025" ${attributes}>${inside}</tcns-dashboard>`,
    );
    await Promise.all(
      [...board.querySelectorAll<HTMLElement>(':scope > :not(tcns-team-roster)')].map((one) =>
        becomes(one, 'ready'),
      ),
    );
    return board;
  };
  const inside = (board: HTMLElement, selector: string) =>
    board.querySelector<HTMLElement>(selector)!;
  const card = (board: HTMLElement) => inside(board, 'tcns-kpi-card');
  const shown = (board: TcnsDashboard) =>
    oneSpace(board.shadowRoot!.querySelector('[role=status]')?.textContent);
  const cardSays = (board: HTMLElement, title: string) =>
    until(() => part(card(board), 'title')?.startsWith(title), `the card of ${title}`);
  const rate = 'Tỷ lệ thôn đã thành lập tổ, ';
  /** A commune is named with its kind, because a province may have its name. */
  const ofCommune = `${rate}xã `;
  const chooseInRanking = (board: HTMLElement, name: RegExp) =>
    press(inside(board, 'tcns-ranking'), name);

  it('hands its settings to the widgets inside', async () => {
    const board = await open('theme="dark" lang="en"');
    await until(
      () => part(card(board), 'title')?.startsWith('Hamlets with a team, Quảng Trị'),
      'English',
    );
    expect(card(board).shadowRoot!.querySelector('.root')!.classList.contains('dark')).to.equal(
      true,
    );
    expect(part(card(board), 'value')).to.equal('73.2%');
    expect(shown(board)).to.equal('Showing: Quảng Trị');
  });

  it('hands on what changes, and leaves alone what a widget has of its own', async () => {
    const board = await open();
    const own = inside(board, '#pinned');
    own.setAttribute('theme', 'light');
    board.theme = 'dark';
    board.setAttribute('theme', 'dark');
    await until(() => card(board).getAttribute('theme') === 'dark', 'the theme');
    expect(own.getAttribute('theme')).to.equal('light');
    board.removeAttribute('theme');
    await until(() => !card(board).hasAttribute('theme'), 'no theme');
  });

  it('makes the choice in the ranking the area of the others', async () => {
    const board = await open();
    await chooseInRanking(board, /Bến Mẫu/);
    await cardSays(board, `${ofCommune}Bến Mẫu`);
    expect(part(card(board), 'value')).to.equal('80%');
    await until(() => part(inside(board, 'tcns-trend'), 'title')?.includes('Bến Mẫu'), 'the trend');
    expect(part(inside(board, '#pinned'), 'title')).to.contain('Quảng Trị');
    const chosen = () =>
      inside(board, 'tcns-coverage-map').shadowRoot!.querySelector('[aria-selected=true]');
    await until(
      () => chosen()?.getAttribute('aria-label')?.includes('Bến Mẫu'),
      'the choice on the map',
    );
    expect(shown(board)).to.equal('Đang xem: Bến Mẫu');
  });

  it('makes the choice on the map the area of the others, by keyboard alone', async () => {
    const board = await open();
    const map = inside(board, 'tcns-coverage-map');
    const svg = await until(
      () => map.shadowRoot!.querySelector<SVGElement>('svg.map'),
      'the map',
    ).then(() => map.shadowRoot!.querySelector<SVGElement>('svg.map')!);
    svg.focus();
    await sendKeys({ press: 'ArrowRight' });
    // What the arrow keys need loads with the first of them.
    await until(() => svg.hasAttribute('aria-activedescendant'), 'the area pointed at');
    await sendKeys({ press: 'Enter' });
    await until(() => card(board).getAttribute('area')?.startsWith('mau'), 'the choice');
    const id = card(board).getAttribute('area');
    expect(
      (inside(board, 'tcns-ranking') as HTMLElement & { selected?: string }).selected,
    ).to.equal(id);
    button(board, 'Quảng Trị').focus();
    await sendKeys({ press: 'Enter' });
    await cardSays(board, `${rate}Quảng Trị`);
    await until(() => !svg.querySelector('[aria-selected=true]'), 'no choice on the map');
    expect(board.shadowRoot!.activeElement, 'the focus stays').to.equal(button(board, 'Quảng Trị'));
  });

  it('names the area as the document says in which it was chosen', async () => {
    const other = { ...commune('mau1@2025') };
    other.areas = Object.fromEntries(
      Object.entries(communes().areas).map(([id, area]) => [id, { ...area, name: `Báo B ${id}` }]),
    );
    await api.set(other, 'observations/other.json');
    const src = api.url('ok', 'observations/other.json');
    const board = await open(
      '',
      `<tcns-ranking indicator="coverage.hamlet"></tcns-ranking>
       <tcns-kpi-card src="${src}" indicator="coverage.hamlet"></tcns-kpi-card>`,
    );
    await chooseInRanking(board, /Bến Mẫu/);
    await until(() => shown(board) === 'Đang xem: Bến Mẫu', 'the name of the ranking');
    expect(button(board, 'Quảng Trị'), 'the whole area').to.exist;
  });

  it('is as high with the name of its area as before it came, at every width', async () => {
    const widths = [180, 240, 360, 480, 560, 640, 800, 1200];
    const boxes = widths.flatMap((width) =>
      ['vi', 'en'].map(
        (lang) =>
          `<div style="width: ${width}px"><tcns-dashboard api="${api.base('slow')}" area="44@2025" lang="${lang}">
            <tcns-kpi-card indicator="coverage.hamlet"></tcns-kpi-card></tcns-dashboard></div>`,
      ),
    );
    const first = await put<HTMLElement>(boxes.join(''));
    const boards = [...first.parentElement!.querySelectorAll<TcnsDashboard>('tcns-dashboard')];
    expect(boards).to.have.length(boxes.length);
    const bars = await Promise.all(
      boards.map(async (board) => {
        const bar = () => board.shadowRoot?.querySelector('.bar');
        await until(() => bar(), 'the bar');
        return { board, bar, before: bar()!.getBoundingClientRect().height };
      }),
    );
    for (const { board, bar, before } of bars) {
      await until(() => board.shadowRoot!.querySelector('.reset'), 'the name');
      await board.updateComplete;
      const where = `${board.parentElement!.style.width}, ${board.lang}`;
      expect(bar()!.getBoundingClientRect().height, where).to.equal(before);
    }
  });

  it('says no code where no document gave a name, and leads back from a choice all the same', async () => {
    const put404 = (): Promise<TcnsDashboard> =>
      put<TcnsDashboard>(
        `<tcns-dashboard api="${api.base('404')}" area="44@2025" url-state>
          <tcns-kpi-card indicator="coverage.hamlet"></tcns-kpi-card></tcns-dashboard>`,
      );
    const board = await put404();
    await becomes(card(board), 'failed');
    await board.updateComplete;
    expect(oneSpace(board.shadowRoot!.textContent)).to.equal('');
    history.replaceState(null, '', '?tcns-area=mau1@2025');
    const chosen = await put404();
    await until(() => chosen.shadowRoot!.querySelector('.reset'), 'the way back');
    expect(oneSpace(chosen.shadowRoot!.textContent)).to.equal('Quay lại địa bàn ban đầu');
  });

  it('goes back to the whole area, and tells the page', async () => {
    const board = await open();
    await chooseInRanking(board, /Bến Mẫu/);
    await cardSays(board, `${ofCommune}Bến Mẫu`);
    const heard: (string | null)[] = [];
    board.addEventListener('tcns-select', (event) =>
      heard.push((event as TcnsSelectEvent).detail.area),
    );
    await press(board, 'Quảng Trị');
    await cardSays(board, `${rate}Quảng Trị`);
    expect(heard).to.deep.equal([null]);
    expect(button(inside(board, 'tcns-ranking'), /Bến Mẫu/).getAttribute('aria-pressed')).to.equal(
      'false',
    );
  });

  it('follows a choice that is taken back where it was made', async () => {
    const board = await open();
    await chooseInRanking(board, /Bến Mẫu/);
    await cardSays(board, `${ofCommune}Bến Mẫu`);
    await chooseInRanking(board, /Bến Mẫu/);
    await cardSays(board, `${rate}Quảng Trị`);
  });

  /** Chooses an area without a document of its own, and then one that has its own again. */
  const showsFromParent = async (board: TcnsDashboard): Promise<void> => {
    await chooseInRanking(board, /Cửa Mẫu/);
    await cardSays(board, `${ofCommune}Cửa Mẫu`);
    expect(part(card(board), 'value')).to.equal('61%');
    await chooseInRanking(board, /Bến Mẫu/);
    await cardSays(board, `${ofCommune}Bến Mẫu`);
    expect(card(board).hasAttribute('src')).to.equal(false);
  };

  it('shows an area without a document of its own from its parent’s', async () => {
    await api.mode(null);
    const board = await open();
    await showsFromParent(board);
    const asked = (await api.log()).map(({ path }) => path).filter((path) => path.includes('mau'));
    expect(asked.some((path) => path.includes('mau1@2025'))).to.equal(true);
  });

  for (const where of ['dashboard', 'widget'])
    it(`shows such an area from its parent’s document of a bundle, too, named by the ${where}`, async () => {
      const documents = {
        'observations/44@2025': communes(),
        'observations/mau1@2025': commune('mau1@2025'),
      };
      await api.set({ version: '1', documents }, 'bundle.json');
      const bundle = `bundle="${api.url('ok', 'bundle.json')}"`;
      const widgets = INSIDE.replaceAll(' indicator=', ` ${bundle} indicator=`);
      const board = await put<TcnsDashboard>(
        where === 'dashboard'
          ? `<tcns-dashboard ${bundle} area="44@2025">${INSIDE}</tcns-dashboard>`
          : `<tcns-dashboard area="44@2025">${widgets}</tcns-dashboard>`,
      );
      await cardSays(board, `${rate}Quảng Trị`);
      await becomes(inside(board, 'tcns-ranking'), 'ready');
      await showsFromParent(board);
      const asked = (await api.log()).map(({ path }) => path);
      expect(asked.filter((path) => path.includes('bundle'))).to.have.length(1);
    });

  it('works with widgets that are put in later', async () => {
    const board = await open('', '<tcns-ranking indicator="coverage.hamlet"></tcns-ranking>');
    await chooseInRanking(board, /Bến Mẫu/);
    const later = document.createElement('tcns-kpi-card');
    later.setAttribute('indicator', 'coverage.hamlet');
    const box = document.createElement('section');
    box.append(later);
    board.append(box);
    await cardSays(board, `${ofCommune}Bến Mẫu`);
  });

  it('knows tags whose module is not there yet', async () => {
    const board = await open('', `${INSIDE}<tcns-team-roster></tcns-team-roster>`);
    const roster = inside(board, 'tcns-team-roster');
    expect(roster.getAttribute('area')).to.equal('44@2025');
    expect(roster.getAttribute('api')).to.equal(api.base());
    await chooseInRanking(board, /Bến Mẫu/);
    expect(roster.getAttribute('area')).to.equal('mau1@2025');
  });

  it('leaves a dashboard inside it to itself', async () => {
    const board = await open('', `${INSIDE}`);
    const inner = document.createElement('tcns-dashboard');
    inner.setAttribute('area', 'vn@2025');
    inner.append(document.createElement('tcns-stat'));
    board.append(inner);
    await until(() => inner.firstElementChild!.getAttribute('area') === 'vn@2025', 'its own area');
    await chooseInRanking(board, /Bến Mẫu/);
    await cardSays(board, `${ofCommune}Bến Mẫu`);
    expect(inner.firstElementChild!.getAttribute('area')).to.equal('vn@2025');
  });

  describe('with url-state', () => {
    const said = () => new URLSearchParams(location.search).get('tcns-area');

    it('keeps the choice in the address, and goes back', async () => {
      const board = await open('url-state');
      await chooseInRanking(board, /Bến Mẫu/);
      expect(said()).to.equal('mau1@2025');
      await cardSays(board, `${ofCommune}Bến Mẫu`);
      history.back();
      await cardSays(board, `${rate}Quảng Trị`);
      expect(said()).to.equal(null);
      expect(
        button(inside(board, 'tcns-ranking'), /Bến Mẫu/).getAttribute('aria-pressed'),
      ).to.equal('false');
      history.forward();
      await cardSays(board, `${ofCommune}Bến Mẫu`);
      await press(board, 'Quảng Trị');
      expect(said()).to.equal(null);
    });

    it('opens a shared link where it was', async () => {
      const url = new URL(location.href);
      url.searchParams.set('tcns-area', 'mau1@2025');
      history.replaceState(null, '', url);
      const board = await open('url-state');
      await cardSays(board, `${ofCommune}Bến Mẫu`);
      expect(
        button(inside(board, 'tcns-ranking'), /Bến Mẫu/).getAttribute('aria-pressed'),
      ).to.equal('true');
      expect(shown(board)).to.equal('Đang xem: Bến Mẫu');
    });

    it('writes nothing without it', async () => {
      const board = await open();
      await chooseInRanking(board, /Bến Mẫu/);
      expect(said()).to.equal(null);
    });
  });

  it('is accessible with and without a choice', async () => {
    const board = await open();
    await expect(board).to.be.accessible();
    await chooseInRanking(board, /Bến Mẫu/);
    await cardSays(board, `${ofCommune}Bến Mẫu`);
    await expect(board).to.be.accessible();
    expect(texts(board, '.hint')).to.deep.equal([]);
  });

  it('leaves the keys of what the page has put inside to the page', async () => {
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', listen);
    try {
      const board = await put<TcnsDashboard>(
        '<tcns-dashboard><input aria-label="x" /></tcns-dashboard>',
      );
      board.querySelector('input')!.focus();
      await sendKeys({ press: 'a' });
      await sendKeys({ press: 'Enter' });
      expect(heard).to.deep.equal(['a', 'Enter']);
    } finally {
      document.removeEventListener('keydown', listen);
    }
  });

  for (const width of [640, 800])
    it(`is as high with the name of its area as before it came, at ${width} px`, async () => {
      const box = await boxOf(width);
      box.innerHTML = `<tcns-dashboard api="${api.base()}" area="44@2025"></tcns-dashboard>`;
      const board = box.firstElementChild as TcnsDashboard;
      await board.updateComplete;
      const bar = board.shadowRoot!.querySelector<HTMLElement>('.bar')!;
      const empty = bar.offsetHeight;
      expect(bar.textContent?.trim()).to.equal('');
      board.innerHTML = '<tcns-kpi-card indicator="coverage.hamlet"></tcns-kpi-card>';
      await becomes(card(board), 'ready');
      await until(() => bar.querySelector('.hint'), 'the hint');
      expect(bar.offsetHeight).to.equal(empty);
    });

  it('gives its widgets no style of its own', async () => {
    const board = await open('', INSIDE);
    board.parentElement!.style.fontFamily = 'serif';
    const words = document.createElement('p');
    board.append(words);
    expect(getComputedStyle(words).fontFamily).to.equal('serif');
  });

  it('leaves nothing behind when it is removed', async () => {
    const board = await open();
    board.remove();
    const ranking = inside(board, 'tcns-ranking');
    button(ranking, /Bến Mẫu/).click();
    expect(card(board).getAttribute('area')).to.equal('44@2025');
  });
});
