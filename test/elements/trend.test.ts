import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/trend/trend.js';
import type { TcnsTrend } from '../../src/elements/trend/trend.js';
import { eachApi } from '../data/faulty-api.js';
import { commune, falling, gaps, national, places, ranges } from '../support/fixtures/trend.js';
import { drawnBy } from './picture.support.js';
import { listenToConsole, savedBy, textOf } from './support.js';
import {
  all,
  becomes,
  part,
  press,
  put,
  settle,
  show,
  stateOf,
  texts,
  until,
} from './trend.support.js';

const TAG = 'tcns-trend';
const rate = 'area="44@2025" indicator="coverage.hamlet"';
const trend = (data: unknown, attributes: string, width?: number) =>
  show<TcnsTrend>(TAG, data, attributes, width);
/** Until the drawing is there. */
const drawn = (widget: TcnsTrend) =>
  until(
    () => all(widget, '.plot').length === 1 && all(widget, '.preview').length === 0,
    'the chart',
  );
/** What the arrow keys read, from the first point on. */
async function read(widget: TcnsTrend, keys: readonly string[]): Promise<string[]> {
  all(widget, '.plot')[0]!.focus();
  const said: string[] = [];
  for (const key of keys) {
    await sendKeys({ press: key });
    await widget.updateComplete;
    said.push(part(widget, 'reading') ?? '');
  }
  return said;
}

describe(TAG, () => {
  const api = eachApi(national);

  describe('what it says', () => {
    it('the first and the last figure, the date and the source', async () => {
      const widget = await trend(national(), 'area="vn" indicator="teams"');
      expect(part(widget, 'title')).to.equal('Số tổ, cả nước');
      expect(part(widget, 'summary')).to.equal(
        '27.200 tổ (tháng 6/2022); hơn 74.000 tổ (tháng 3/2025).',
      );
      expect(part(widget, 'date')).to.equal('Số liệu tính đến tháng 3/2025');
      expect(part(widget, 'source')).to.equal('Nguồn: Số liệu quốc gia do báo chí dẫn lại');
      expect(part(widget, 'notices'), 'the other source').to.contain('Lao động Thủ đô');
    });

    it('the same in English', async () => {
      const widget = await trend(national(), 'area="vn" indicator="teams" lang="en"');
      await until(() => part(widget, 'title') === 'Teams, nationwide', 'English');
      expect(part(widget, 'summary')).to.equal(
        '27,200 teams (June 2022); more than 74,000 teams (March 2025).',
      );
    });

    it('every point, with gaps, notes, corrections and estimates', async () => {
      const widget = await trend(gaps(), rate);
      await drawn(widget);
      const right = Array<string>(6).fill('ArrowRight');
      expect(await read(widget, right)).to.deep.equal([
        'Tháng 01/2026: 41,5%',
        'Tháng 02/2026: 44%',
        'Tháng 3/2026: chưa có số liệu',
        'Tháng 4/2026: 52%; đã đính chính',
        'Tháng 5/2026: 61%; số ước tính',
        'Tháng 6/2026: 58,2%',
      ]);
      expect(texts(widget, '[part=marks] li')).to.deep.equal([
        'Tháng 02/2026: Theo nguồn: “số của 9 xã”',
        'Tháng 4/2026: Đã đính chính ngày 20/5/2026; số đã công bố trước đó: 62%',
      ]);
    });

    it('a falling series as it is, and where the provinces were merged', async () => {
      const widget = await trend(falling(), 'area="44@2025" indicator="members"');
      expect(part(widget, 'summary')).to.equal(
        'Hơn 15.000 người (năm 2024); khoảng 12.000 người (năm 2026).',
      );
      expect(widget.shadowRoot!.textContent).not.to.match(/tăng|tốt/);
      expect(texts(widget, '.upright')[0]).to.match(/^01\/7\/2025: sắp xếp lại đơn vị hành chính/);
    });

    it('no break for figures of one side alone', async () => {
      const widget = await trend(gaps(), rate);
      expect(texts(widget, '.upright')).to.deep.equal([]);
    });

    it('places in an order, and ranges', async () => {
      const rank = await trend(places(), 'area="44@2025" indicator="dti.rank"');
      expect(part(rank, 'summary')).to.equal('Thứ 57/63 (năm 2022); thứ 48/63 (năm 2024).');
      expect(rank.shadowRoot!.textContent).to.contain('không bắt đầu từ hạng 1');
      const open = await trend(ranges(), 'area="44@2025" indicator="size"');
      await drawn(open);
      expect(await read(open, ['End'])).to.deep.equal(['Năm 2026: từ 10 người trở lên']);
    });

    it('what the page marks itself', async () => {
      const widget = await trend(
        national(),
        'area="vn" indicator="teams" annotations="2022-12-31 Tổng kết năm; 2023-06 Hội nghị; nonsense"',
      );
      expect(texts(widget, '[part=marks] li')).to.deep.equal([
        '31/12/2022: Tổng kết năm',
        'Tháng 6/2023: Hội nghị',
      ]);
    });

    it('indicators of one unit together, the others in a choice', async () => {
      const widget = await trend(national(), 'area="vn" indicator="teams members"');
      const select = widget.shadowRoot!.querySelector('select')!;
      expect([...select.options].map((o) => o.textContent)).to.deep.equal([
        'Số tổ',
        'Số thành viên tổ',
      ]);
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change'));
      await widget.updateComplete;
      expect(part(widget, 'title')).to.equal('Số thành viên tổ, cả nước');
      expect(part(widget, 'summary')).to.contain('211.737 người');
    });

    it('ends at a pinned date', async () => {
      const widget = await trend(national(), 'area="vn" indicator="teams" at="2022-08"');
      expect(part(widget, 'summary')).to.contain('45.895 tổ (tháng 8/2022)');
      expect(part(widget, 'date')).to.equal('Số liệu tính đến tháng 8/2022');
    });

    it('names what has no figure, and says so where nothing has', async () => {
      const some = await trend(national(), 'area="vn" indicator="teams size"');
      expect(part(some, 'notices')).not.to.contain('Số người mỗi tổ');
      const none = await trend(national(), 'area="vn" indicator="coverage.hamlet"');
      expect(textOf(none).match(/Chưa có số liệu[^.]*\./g)).to.deep.equal([
        'Chưa có số liệu: Tỷ lệ thôn đã thành lập tổ.',
      ]);
      expect(all(none, '.stretch .said'), 'in place of the chart').to.have.length(1);
      expect(all(none, '.plot')).to.have.length(0);
    });
  });

  describe('what is not there', () => {
    it('says nothing of a key that the document does not know, and names to the author what it has', async () => {
      const { said, stop } = listenToConsole();
      try {
        const widget = await trend(national(), 'area="vn" indicator="teams teamz"');
        expect(part(widget, 'summary')).to.contain('74.000 tổ');
        expect(textOf(widget)).not.to.contain('teamz');
        await until(() => said.some((one) => one.includes('It has indicators: ')), 'the note');
      } finally {
        stop();
      }
    });

    it('keeps the words of the author where no key is known', async () => {
      const widget = await put<TcnsTrend>(
        `<${TAG} area="vn" indicator="teamz"><p>Theo tòa soạn</p></${TAG}>`,
      );
      widget.data = national();
      await widget.updateComplete;
      expect(textOf(widget)).to.equal('');
      expect(widget.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
    });

    it('shows the history before a pinned date that the document has no figure of', async () => {
      const widget = await trend(national(), 'area="vn" indicator="teams" at="2022-09"');
      expect(part(widget, 'summary')).to.contain('45.895 tổ (tháng 8/2022)');
    });

    it('does not say that there is no figure where the ones of a pinned date have left the document', async () => {
      const widget = await trend(national(), 'area="vn" indicator="teams" at="2020"');
      expect(part(widget, 'title')).to.equal('Số tổ, cả nước');
      expect(part(widget, 'value')).to.equal(
        'Nguồn không có số liệu năm 2020 về “Số tổ” của cả nước.',
      );
      expect(textOf(widget)).not.to.contain('Chưa có số liệu');
    });
  });

  describe('states', () => {
    const one = (behaviour: string, inside = '', more = '') =>
      put<TcnsTrend>(
        `<${TAG} api="${api.base(behaviour)}" area="vn" indicator="teams" ${more}>${inside}</${TAG}>`,
      );

    it('waits as a skeleton, or as what the page wrote', async () => {
      const bare = await one('slow');
      expect(bare.shadowRoot!.querySelector('[aria-busy=true]')).not.to.equal(null);
      const written = await one('slow', '<span>45.895 tổ</span>');
      expect(written.shadowRoot!.querySelector('[aria-busy]')).to.equal(null);
      await expect(bare).to.be.accessible();
      await becomes(bare, 'ready');
      expect(part(bare, 'summary')).to.contain('27.200');
    });

    it('fails with a sentence and mends itself when asked', async () => {
      const widget = await one('403');
      await becomes(widget, 'failed');
      await expect(widget).to.be.accessible();
      await api.mode('ok');
      await press(widget, 'Thử lại');
      await becomes(widget, 'ready');
    });

    it('keeps its figures when a refresh fails', async () => {
      const widget = await one('ok');
      await becomes(widget, 'ready');
      await api.mode('404');
      await widget.reload();
      expect(stateOf(widget)).to.equal('stale');
      expect(part(widget, 'summary')).to.contain('27.200');
      expect(part(widget, 'stale')).to.contain('Chưa cập nhật được');
      await expect(widget).to.be.accessible();
    });

    it('says so where the document has nothing', async () => {
      const widget = await trend(
        { ...national(), observations: [], indicators: {} },
        'area="vn" indicator=""',
      );
      await until(
        () => widget.shadowRoot!.textContent.includes('Chưa có số liệu cho địa bàn'),
        'the sentence',
      );
      await expect(widget).to.be.accessible();
    });
  });

  describe('the other views', () => {
    it('has its figures as a table, the newest first, and as CSV and PNG in its menu', async () => {
      const widget = await trend(gaps(), rate);
      await drawn(widget);
      await press(widget, /^Tùy chọn/);
      await until(() => texts(widget, '[part=menu] li').length > 3, 'what is to be shared');
      expect(texts(widget, '[part=menu] li')).to.deep.equal([
        'Xem dưới dạng bảng',
        'Tải số liệu (CSV)',
        'Tải ảnh (PNG)',
        'Tải ảnh chia sẻ 1200 × 630 (PNG)',
      ]);
      await press(widget, 'Xem dưới dạng bảng');
      await until(() => all(widget, 'table').length, 'the table');
      expect(texts(widget, 'tbody tr:first-child td').slice(0, 2)).to.deep.equal([
        'tháng 6/2026',
        '58,2%',
      ]);
      expect(texts(widget, 'tbody tr')).to.have.length(6);
      await expect(widget).to.be.accessible();
      await press(widget, /^Tùy chọn/);
      await press(widget, 'Quay lại biểu đồ');
      await drawn(widget);
    });

    it('names the indicator in the table where there are several', async () => {
      const widget = await trend(
        {
          ...national(),
          indicators: { ...national().indicators, members: national().indicators.teams },
        },
        'area="vn" indicator="teams members"',
      );
      await press(widget, /^Tùy chọn/);
      await press(widget, 'Xem dưới dạng bảng');
      await until(() => all(widget, 'table').length, 'the table');
      expect(texts(widget, 'th')).to.include('Chỉ số');
    });

    it('saves a picture of what is shown', async () => {
      const widget = await trend(gaps(), rate);
      await drawn(widget);
      await press(widget, /^Tùy chọn/);
      const { name, href } = await savedBy(() => press(widget, 'Tải ảnh (PNG)'));
      expect(name).to.equal('tcns-44-2025.png');
      const image = new Image();
      image.src = href;
      await image.decode();
      expect(image.naturalWidth > 800).to.equal(true);
      const { height } = all(widget, 'canvas')[0]!.getBoundingClientRect();
      expect(image.naturalHeight > height * 2 + 100, 'title and source are in it').to.equal(true);
    });

    const saved = async (widget: TcnsTrend) => {
      await drawn(widget);
      await settle(widget);
      await press(widget, /^Tùy chọn/);
      return drawnBy(() => press(widget, 'Tải ảnh (PNG)'));
    };

    it('saves the chart as sharp as the words around it, without the point that is read', async () => {
      const widget = await trend(gaps(), rate);
      await drawn(widget);
      const plain = await saved(widget);
      expect(plain.densities).to.deep.equal([2]);
      await read(widget, ['ArrowRight', 'ArrowRight']);
      const pointed = await saved(widget);
      expect(pointed.href === plain.href, 'the same picture').to.equal(true);
    });

    it('names the area in the picture, and numbers its marks as the chart does', async () => {
      const { words } = await saved(await trend(gaps(), rate, 1000));
      const lines = words.map(({ text }) => text);
      expect(lines[0]).to.equal('Tỷ lệ thôn đã thành lập tổ, Quảng Trị (Số liệu minh họa)');
      expect(lines).to.include('1. Tháng 02/2026: Theo nguồn: “số của 9 xã”');
      expect(lines.join(' ')).to.contain('2. Tháng 4/2026: Đã đính chính');
      const broken = await saved(await trend(falling(), 'area="44@2025" indicator="members"'));
      expect(broken.words.map(({ text }) => text).join(' ')).to.contain('┆ 01/7/2025: sắp xếp');
    });

    it('samples each line in the picture where its name does not stand beside it', async () => {
      const both = gaps();
      both.areas = { ...both.areas, ...commune().areas };
      both.observations.push(...commune().observations);
      const attributes = 'area="44@2025 mau1@2025" indicator="coverage.hamlet"';
      for (const theme of ['light', 'dark']) {
        const widget = await trend(both, `${attributes} theme="${theme}"`, 320);
        const { words, coloursOf } = await saved(widget);
        for (const item of all(widget, '.lines li')) {
          const name = item.textContent?.trim();
          const word = words.find(({ text }) => text === name);
          expect(word, name).not.to.equal(undefined);
          const colour = getComputedStyle(item.querySelector('svg')!).color;
          const dots = coloursOf(word!.x - 36, word!.y - 12, 28, 14).get(colour) ?? 0;
          expect(dots, `${name} in ${colour}`).to.be.greaterThan(100);
        }
      }
      const wide = await saved(await trend(both, attributes, 700));
      const said = wide.words.map(({ text }) => text);
      expect(said, 'beside its line').not.to.include('Quảng Trị');
    });

    it('leaves the buttons of its notices out of the picture', async () => {
      await api.set(gaps(), 'observations/44@2025.json');
      await api.set(null, 'observations/mau1@2025.json');
      const widget = await put<TcnsTrend>(
        `<${TAG} api="${api.base()}" area="44@2025 mau1@2025" indicator="coverage.hamlet"></${TAG}>`,
      );
      await until(() => part(widget, 'notices'), 'the notice');
      const { words } = await saved(widget);
      const said = words.map(({ text }) => text).join(' ');
      expect(said).to.contain('Không tải được số liệu: mau1@2025.').and.not.to.contain('Thử lại');
    });
  });

  describe('on a page that is zoomed', () => {
    for (const zoom of [0.8, 1.25, 1.5])
      it(`reads the figure under the pointer at ${zoom}`, async () => {
        const widget = await trend(gaps(), rate, 500);
        widget.parentElement!.style.setProperty('zoom', String(zoom));
        await settle(widget);
        await drawn(widget);
        await settle(widget);
        const plot = all(widget, '.plot')[0]!;
        const { right, top, left, height } = plot.getBoundingClientRect();
        const point = (clientX: number) =>
          plot.dispatchEvent(
            new PointerEvent('pointermove', { clientX, clientY: top + height / 2 }),
          );
        point(right - 12 * zoom);
        await widget.updateComplete;
        expect(part(widget, 'reading')).to.contain('Tháng 6/2026');
        // The axis keeps some 50 px for its words.
        point(left + 60 * zoom);
        await widget.updateComplete;
        expect(part(widget, 'reading')).to.contain('Tháng 01/2026');
      });
  });

  describe('at every width', () => {
    for (const width of [180, 360, 800, 1200])
      it(`${width} px: nothing sticks out, and it is accessible`, async () => {
        const widget = await trend(gaps(), rate, width);
        await drawn(widget);
        await settle(widget);
        const { right } = widget.getBoundingClientRect();
        for (const element of all(widget, '.box *:not(.sr):not(.sr *)')) {
          expect(
            element.getBoundingClientRect().right <= right + 1,
            element.outerHTML.slice(0, 80),
          ).to.equal(true);
        }
        await expect(widget).to.be.accessible();
      });
  });

  it('is accessible in the dark and in English', async () => {
    const widget = await trend(national(), 'area="vn" indicator="teams" lang="en" theme="dark"');
    await until(() => part(widget, 'title') === 'Teams, nationwide', 'English');
    await drawn(widget);
    await expect(widget).to.be.accessible();
  });

  it('tells the page when it has loaded', async () => {
    const load = oneEvent(document, 'tcns-load');
    await put(`<${TAG} api="${api.base()}" area="vn" indicator="teams"></${TAG}>`);
    expect(
      ((await load) as CustomEvent<{ document: { area: string } }>).detail.document.area,
    ).to.equal('vn');
  });

  it('does not load Chart.js before it is in view', async () => {
    const box = await put<HTMLElement>(
      `<div><div></div><${TAG} area="vn" indicator="teams"></${TAG}></div>`,
    );
    (box.firstElementChild as HTMLElement).style.height = '6000px';
    const widget = box.querySelector<TcnsTrend>(TAG)!;
    widget.data = national();
    await settle(widget);
    await settle(widget);
    expect(all(widget, '.preview:not(.words)')).to.have.length(1);
    widget.scrollIntoView();
    await drawn(widget);
  });
});
