/** What a menu offers to share: pictures as seen, pictures for networks, and the code of exactly this view. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/campaign-tracker/campaign-tracker.js';
import '../../src/elements/coverage-map/coverage-map.js';
import '../../src/elements/kpi-card/kpi-card.js';
import '../../src/elements/ranking/ranking.js';
import '../../src/elements/service-guide/service-guide.js';
import '../../src/elements/team-roster/team-roster.js';
import '../../src/elements/trend/trend.js';
import { running } from '../support/fixtures/campaign.js';
import { nation2008 } from '../support/fixtures/map-areas.js';
import * as observations from '../support/fixtures/observations.js';
import { services } from '../support/fixtures/services.js';
import { communes, national } from '../support/fixtures/trend.js';
import sampleProvince from '../../demo/api/sample/province/v1/observations/mau@2025.json';
import { filesFrom } from './files-from.js';
import { sampleWards } from '../../tools/sample/sample-teams.js';
import { drawnBy, type DrawnFile } from './picture.support.js';
import { all, press, show, texts, until, type Element } from './trend.support.js';

const SHARE = 'Tải ảnh chia sẻ 1200 × 630 (PNG)';
const menuItems = (widget: HTMLElement) => texts(widget, '[part=menu] li');

/** Opens the menu and waits for what loads with it. */
async function openMenu(widget: HTMLElement): Promise<void> {
  await press(widget, /^(Tùy chọn|Options)/);
  await until(() => menuItems(widget).some((item) => /1200 × 630/.test(item)), 'the late choices');
}

async function picture(widget: HTMLElement, item: string): Promise<DrawnFile> {
  await openMenu(widget);
  return drawnBy(() => press(widget, item));
}

const said = ({ words }: DrawnFile) =>
  words.map(({ text }) => text.replace(/\u00a0/g, ' ')).join(' ');

async function sizeOf({ href }: DrawnFile): Promise<string> {
  const image = new Image();
  image.src = href;
  await image.decode();
  return `${image.naturalWidth} × ${image.naturalHeight}`;
}

const map = async (attributes = '') => {
  const widget = await show<Element>('tcns-coverage-map', nation2008(), attributes, 700);
  await until(() => all(widget, 'svg.map').length, 'the map');
  return widget;
};
const card = (document: Parameters<typeof observations.figureOf>[0], more = '') => {
  const { area, indicator } = observations.figureOf(document);
  const attributes = `area="${area}" indicator="${indicator}" ${more}`;
  return show<Element>('tcns-kpi-card', document, attributes, 400);
};

describe('the pictures of a menu', () => {
  it('a card as it is seen: approximation, date and source, and no button', async () => {
    const widget = await card(observations.approximate());
    const file = await picture(widget, 'Tải ảnh (PNG)');
    const value = widget.shadowRoot!.querySelector('[part=value]')!.textContent!;
    expect(said(file)).to.contain(value.replace(/\s+/g, ' ').trim());
    expect(said(file)).to.contain('Nguồn:').and.to.contain('Số liệu');
    expect(said(file)).not.to.contain('···');
    expect(await sizeOf(file)).to.match(/^8\d\d × /);
  });

  it('a guide as it is seen, and of a list of teams its head alone', async () => {
    const guide = await show<Element>('tcns-service-guide', services(), '', 500);
    const whole = said(await picture(guide, 'Tải ảnh (PNG)'));
    for (const name of texts(guide, '.service-name')) expect(whole).to.contain(name);
    const teams = {
      version: '1',
      area: 'mau@2025',
      areas: { 'mau@2025': { name: 'tỉnh Mẫu', parent: 'vn' }, vn: { name: 'Cả nước' } },
      sources: { s: { title: 'Số liệu minh họa', sample: true } },
      teams: [{ id: 't1', area: 'mau@2025', name: 'Tổ thôn Một', level: 'commune', source: 's' }],
    };
    const roster = await show<Element>('tcns-team-roster', teams, '', 500);
    await until(() => texts(roster, '.team-name').length, 'the teams');
    const head = said(await picture(roster, 'Tải ảnh (PNG)'));
    expect(head).to.contain('tỉnh Mẫu').and.not.to.contain('thôn Một');
  });

  it('for networks: 1200 × 630 with title, figure, date, source and correction', async () => {
    const file = await picture(await card(observations.corrected()), SHARE);
    expect(await sizeOf(file)).to.equal('1200 × 630');
    expect(said(file)).to.contain('Đã đính chính').and.to.contain('Nguồn:');
    expect(file.name).to.match(/^tcns-kpi-card-.*-1200x630\.png$/);
    for (const theme of ['light', 'dark']) {
      const rough = await picture(
        await card(observations.approximate(), `theme="${theme}"`),
        SHARE,
      );
      expect(
        rough.words.find(({ text }) => /^(hơn|trên)/.test(text)),
        theme,
      ).not.to.equal(undefined);
    }
  });

  it('of a map: both archipelagos, the legend and the notice', async () => {
    const words = said(await picture(await map('indicator="coverage"'), SHARE));
    for (const text of [
      'Quần đảo Hoàng Sa',
      'Quần đảo Trường Sa',
      'Sơ đồ minh họa',
      'chưa có số liệu',
      'từ 40 đến dưới 60%',
    ])
      expect(words).to.contain(text);
  });

  it('a card with a word that goes on in the next line: in pieces, none of them squeezed', async () => {
    const heading = 'Số doanh nghiệp và hợp tác xã trên sàn e-commerce';
    const broken = new Set<string>();
    for (let width = 180; width < 300; width += 8) {
      const { area, indicator } = observations.figureOf(observations.ready());
      const attributes = `area="${area}" indicator="${indicator}" heading="${heading}"`;
      const widget = await show<Element>('tcns-kpi-card', observations.ready(), attributes, width);
      const { words } = await picture(widget, 'Tải ảnh (PNG)');
      const title = words.slice(0, words.findIndex(({ text }) => text.endsWith('commerce')) + 1);
      expect(title.map(({ text }) => text).join(''), `${width} px`).to.equal(
        heading.replace(/ /g, ''),
      );
      for (const { text, size } of title)
        // A browser measures words to a part of a pixel; squeezed ones would be a fifth smaller.
        expect(size, `${text}, ${width} px`).to.be.closeTo(title[0]!.size, title[0]!.size / 12);
      broken.add(title[title.length - 1]!.text);
    }
    // WebKit breaks this word at its hyphen at none of these widths.
    const wanted =
      globalThis.__BROWSER__ === 'webkit' ? ['e-commerce'] : ['commerce', 'e-commerce'];
    expect([...broken].sort()).to.deep.equal(wanted);
  });

  it('of a map: every class of the legend, however long its title is', async () => {
    const long = 'Tỷ lệ thôn, tổ dân phố đã thành lập tổ công nghệ số cộng đồng trong cả nước';
    for (const heading of ['Tỷ lệ phủ', long]) {
      const widget = await map(`indicator="coverage" heading="${heading}"`);
      const entries = texts(widget, '[part=legend] li');
      expect(entries).to.have.length.above(4);
      const { words } = await picture(widget, SHARE);
      const foot = words.find(({ text }) => /Sơ đồ|Theo đơn vị/.test(text))!;
      for (const entry of entries) {
        const drawn = words.find(({ text }) => text === entry);
        expect(drawn, `${heading}: ${entry}`).not.to.equal(undefined);
        expect(drawn!.dots.y, entry).to.be.below(foot.dots.y - foot.size);
      }
    }
  });

  it('of a low and wide map: every class whole, beside less room', async () => {
    const widget = await show<Element>(
      'tcns-coverage-map',
      sampleProvince,
      'area="mau@2025" indicator="coverage.hamlet" layout="tiles"',
      700,
    );
    await until(() => all(widget, 'svg.map').length, 'the tiles');
    const { words } = await picture(widget, SHARE);
    const entries = texts(widget, '[part=legend] li');
    expect(entries).to.include('từ 80 đến dưới 100%');
    for (const entry of entries) expect(words.map(({ text }) => text)).to.include(entry);
  });

  it('of a roster: how many teams and members it has', async () => {
    const roster = await show<Element>('tcns-team-roster', sampleWards(), '', 800);
    await until(() => all(roster, '.team-row').length, 'its teams');
    expect(said(await picture(roster, SHARE))).to.contain('18 tổ · 90 thành viên');
  });

  it('of a chart, a ranking, a guide and a campaign: what they say', async () => {
    const chart = await show<Element>('tcns-trend', national(), 'area="vn" indicator="teams"');
    await until(() => all(chart, '.preview').length === 0, 'the chart');
    expect(said(await picture(chart, SHARE))).to.contain('hơn 74.000');
    const rows = await show<Element>(
      'tcns-ranking',
      communes(),
      'area="44@2025" indicator="coverage.hamlet"',
    );
    expect(said(await picture(rows, SHARE)))
      .to.contain('Đồng Mẫu')
      .and.to.contain('92,5%');
    const guide = await show<Element>('tcns-service-guide', services(), '');
    expect(said(await picture(guide, SHARE))).to.contain(texts(guide, '.service-name')[0]!);
    const campaign = await show<Element>('tcns-campaign-tracker', running(), '', 800);
    await until(() => all(campaign, '.plot').length, 'its chart');
    // A chart is drawn as it comes into the window.
    all(campaign, '.plot')[0]!.scrollIntoView();
    await until(() => all(campaign, '.preview').length === 0, 'the lines of its chart');
    const legend = texts(campaign, '[part=legend] li');
    expect(legend).to.have.length.above(1);
    const words = said(await picture(campaign, SHARE));
    for (const line of [...legend, 'Chiến dịch mẫu (Số liệu minh họa)', 'Tỉnh Mẫu · '])
      expect(words).to.contain(line);
  });

  it('are not offered where the page hides downloads', async () => {
    const widget = await card(observations.ready(), 'no-download');
    await press(widget, /^Tùy chọn/);
    expect(menuItems(widget)).to.deep.equal(['Xem dưới dạng bảng']);
  });
});

describe('the embed code of a menu', () => {
  filesFrom('https://cdn.example/tcns/0.1.0/');

  const code = (widget: HTMLElement) =>
    (widget.shadowRoot!.querySelector<HTMLTextAreaElement>('.share textarea')?.value ?? '').replace(
      /\s+/g,
      ' ',
    );

  async function codes(widget: Element): Promise<Record<string, string>> {
    await openMenu(widget);
    await press(widget, 'Nhúng');
    await until(() => code(widget), 'the code');
    const select = widget.shadowRoot!.querySelector<HTMLSelectElement>('.share select')!;
    const found: Record<string, string> = {};
    for (const { value } of [...select.options]) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await widget.updateComplete;
      found[value] = code(widget);
    }
    return found;
  }

  it('has four forms of exactly this view', async () => {
    const widget = await card(observations.approximate(), 'api="/api/v1" variant="compact"');
    const { area, indicator } = observations.figureOf(observations.approximate());
    const found = await codes(widget);
    expect(Object.keys(found)).to.deep.equal(['tag', 'frame', 'oembed', 'wordpress']);
    expect(found['tag'])
      .to.contain('<script src="https://cdn.example/tcns/tcns.js"')
      .and.to.contain(`data-api="${location.origin}/api/v1"`)
      .and.to.contain(`<tcns-kpi-card area="${area}" indicator="${indicator}" variant="compact"`);
    expect(found['frame']).to.contain(
      `<iframe src="https://cdn.example/tcns/embed.html?widget=kpi-card&amp;area=${area}`,
    );
    expect(found['oembed']).to.match(/^https:\/\/cdn\.example\/tcns\/embed\.html\?widget=kpi-card/);
    expect(found['wordpress'])
      .to.contain('<!-- wp:html -->')
      .and.to.contain('data-variant="compact"');
    await expect(widget).to.be.accessible();
  });

  it('of a map has what the reader chose', async () => {
    const widget = await map('api="/api/v1" area="vn@2008" indicator="coverage"');
    await press(widget, 'Ô lưới');
    const { tag } = await codes(widget);
    expect(tag).to.contain('area="vn@2008" indicator="coverage').and.to.contain('layout="tiles"');
  });

  it('of a trend shows the same lines in each of its four forms', async () => {
    const attributes = 'api="/api/v1" area="vn" indicator="teams members" heading="Tổ & người"';
    const trend = await show<Element>('tcns-trend', national(), attributes, 600);
    await until(() => all(trend, '.plot').length, 'its chart');
    const found = await codes(trend);
    expect(Object.keys(found)).to.deep.equal(['tag', 'frame', 'oembed', 'wordpress']);
    expect(found['tag']).to.contain(
      '<tcns-trend area="vn" indicator="teams members" heading="Tổ &amp; người"',
    );
    for (const form of ['frame', 'oembed']) {
      const address = /https:[^"<\s]+/.exec(found[form]!)![0].replace(/&amp;/g, '&');
      const asked = new URL(address).searchParams;
      expect(asked.get('widget'), form).to.equal('trend');
      expect(asked.get('area'), form).to.equal('vn');
      expect(asked.get('indicator'), form).to.equal('teams members');
      // Anybody can write an address: no title of his own stands over an office's figures.
      expect(asked.has('heading'), form).to.equal(false);
    }
    expect(found['wordpress'])
      .to.contain('data-tcns="trend"')
      .and.to.contain('data-indicator="teams members"')
      .and.to.contain('data-heading="Tổ &amp; người"');
    await expect(trend).to.be.accessible();
  });

  it('takes the focus, and gives it back to the menu', async () => {
    const widget = await card(observations.ready(), 'api="/api/v1"');
    await openMenu(widget);
    await press(widget, 'Nhúng');
    await until(() => widget.shadowRoot!.activeElement?.localName === 'select', 'the choice');
    await press(widget, 'Đóng mã nhúng');
    await until(() => widget.shadowRoot!.activeElement?.matches('.menu-button'), 'the menu');
    expect(code(widget)).to.equal('');
    await openMenu(widget);
    await press(widget, 'Nhúng');
    await until(() => widget.shadowRoot!.activeElement?.localName === 'select', 'the choice');
    await sendKeys({ press: 'Escape' });
    await until(() => widget.shadowRoot!.activeElement?.matches('.menu-button'), 'the menu again');
    expect(code(widget)).to.equal('');
  });

  it('is not offered where nobody could find the library or the figures', async () => {
    const inline = await card(observations.ready());
    await openMenu(inline);
    expect(menuItems(inline)).not.to.include('Nhúng');
    delete (globalThis as { tcns?: unknown }).tcns;
    const bundled = await card(observations.ready(), 'api="/api/v1"');
    await openMenu(bundled);
    expect(menuItems(bundled)).not.to.include('Nhúng');
  });
});
