import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/ranking/ranking.js';
import type { TcnsRanking } from '../../src/elements/ranking/ranking.js';
import type { TcnsSelectEvent } from '../../src/parts/base/events.js';
import { eachApi } from '../data/faulty-api.js';
import { communes, officialOrder } from '../support/fixtures/trend.js';
import { savedBy } from './support.js';
import {
  all,
  becomes,
  button,
  part,
  press,
  put,
  settle,
  show,
  stateOf,
  texts,
  until,
} from './trend.support.js';

const TAG = 'tcns-ranking';
const rate = 'area="44@2025" indicator="coverage.hamlet"';
const ranking = (attributes = rate, data: unknown = communes(), width?: number) =>
  show<TcnsRanking>(TAG, data, attributes, width);
/** Place as it is read, name and figure of each row. */
const rows = (widget: TcnsRanking) =>
  texts(widget, '.rows .row').map((text) => text.replace(/(Đồng hạng|Hạng) (\d+) \2\b/, '$1 $2'));

describe(TAG, () => {
  const api = eachApi(communes);

  it('puts the best first, with ties and the change of place since the date before', async () => {
    const widget = await ranking();
    expect(part(widget, 'title')).to.equal(
      'Xếp hạng: Tỷ lệ thôn đã thành lập tổ, Quảng Trị Số liệu minh họa',
    );
    expect(rows(widget)).to.deep.equal([
      'Hạng 1 Đồng Mẫu ▲ tăng 1 bậc 92,5%',
      'Đồng hạng 2 An Mẫu ▲ tăng 1 bậc 80%',
      'Đồng hạng 2 Bến Mẫu ▲ tăng 2 bậc 80%',
      'Hạng 4 Cửa Mẫu ▼ giảm 3 bậc 61%',
      'Hạng 5 Ái Mẫu 40%',
    ]);
    expect(part(widget, 'notices')).to.equal(
      'Chỉ xếp hạng các địa bàn mà nguồn nêu số liệu. Thay đổi thứ bậc so với tháng 5/2026.',
    );
    expect(widget.shadowRoot!.textContent).to.contain('Tốt nhất xếp trước');
  });

  it('says of how many where the document knows all areas', async () => {
    const doc = communes();
    const ids = Object.keys(doc.areas).filter((id) => doc.areas[id]!.parent === '44@2025');
    const whole = { ...doc.areas['44@2025']!, children: ids.length };
    const notices = async (areas: typeof doc.areas) =>
      part(await ranking(rate, { ...doc, areas }), 'notices');
    expect(await notices(doc.areas)).to.contain('nguồn nêu');
    expect(await notices({ ...doc.areas, '44@2025': whole })).to.contain(
      'Xếp hạng trong 5/6 địa bàn có số liệu.',
    );
  });

  it('tells two areas of one name apart by their kind', async () => {
    const doc = communes();
    const ids = Object.keys(doc.areas).filter((id) => doc.areas[id]!.parent === '44@2025');
    const [one, other] = ids as [string, string];
    doc.areas[one] = { ...doc.areas[one]!, name: 'Cao Mẫu', kind: 'ward' };
    doc.areas[other] = { ...doc.areas[other]!, name: 'Cao Mẫu', kind: 'commune' };
    const names = rows(await ranking(`${rate} limit="0"`, doc)).join();
    expect(names).to.contain('phường Cao Mẫu').and.to.contain('xã Cao Mẫu');
    expect(names.match(/phường|xã/g)).to.have.length(2);
  });

  it('marks a corrected figure beside its name', async () => {
    const doc = communes();
    doc.observations = doc.observations.map((o) => ({
      ...o,
      ...(o.value === 61 && { corrected: { at: '2026-07-02', was: 12 } }),
    }));
    const names = rows(await ranking(`${rate} limit="0"`, doc));
    expect(names).to.include('Hạng 4 Cửa Mẫu ▼ giảm 3 bậc 61% (đã đính chính)');
  });

  it('lists what is missing apart: it is not the last place', async () => {
    const widget = await ranking();
    const apart = all(widget, 'details')[0] as HTMLDetailsElement;
    expect(apart.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'Chưa có số liệu để xếp hạng: 1 địa bàn Xuân Mẫu',
    );
    expect(rows(widget).join()).not.to.contain('Xuân Mẫu');
    expect(all(widget, '.rows svg')).to.have.length(5);
  });

  it('turns round for `order="worst"`, with the places they have', async () => {
    const widget = await ranking(`${rate} order="worst" limit="2"`);
    expect(rows(widget)).to.deep.equal(['Hạng 5 Ái Mẫu 40%', 'Hạng 4 Cửa Mẫu ▼ giảm 3 bậc 61%']);
    expect(widget.shadowRoot!.textContent).to.contain('Kém nhất xếp trước');
  });

  it('follows `better`: the fewest overdue first; says nothing of good where the data do not', async () => {
    const overdue = await ranking('area="44@2025" indicator="dossier.overdue" limit="1"');
    expect(rows(overdue)).to.deep.equal(['Hạng 1 Bến Mẫu 0 hồ sơ']);
    const members = await ranking('area="44@2025" indicator="members"');
    expect(members.shadowRoot!.textContent).to.contain('Từ cao xuống thấp');
    expect(members.shadowRoot!.textContent).not.to.contain('tốt nhất');
  });

  it('says where figures are of different dates', async () => {
    const widget = await ranking('area="44@2025" indicator="members"');
    expect(rows(widget)[2]).to.contain('(tháng 3/2026)');
    expect(part(widget, 'notices')).to.contain('không cùng thời điểm');
  });

  it('keeps the own area in view, marked, whatever its place', async () => {
    const widget = await ranking(`${rate} limit="1" mark="mau4@2025"`);
    expect(rows(widget)).to.deep.equal([
      'Hạng 1 Đồng Mẫu ▲ tăng 1 bậc 92,5%',
      'Hạng 4 Cửa Mẫu (địa bàn được đánh dấu) ▼ giảm 3 bậc 61%',
    ]);
    const missing = await ranking(`${rate} limit="1" mark="mau6@2025"`);
    expect(rows(missing)[1]).to.equal('Xuân Mẫu (địa bàn được đánh dấu) Chưa có số liệu');
    await expect(missing).to.be.accessible();
  });

  it('does not cut a tie silently, and shows all when asked', async () => {
    const widget = await ranking(`${rate} limit="2"`);
    expect(texts(widget, '.gap')).to.deep.equal(['và 1 địa bàn khác cùng hạng 2']);
    await press(widget, 'Xem cả 5 địa bàn');
    expect(rows(widget)).to.have.length(5);
    await press(widget, 'Thu gọn');
    expect(rows(widget)).to.have.length(2);
  });

  it('shows an official order as it was published, without bars', async () => {
    const widget = await ranking('area="vn@2008" indicator="dti.rank"', officialOrder());
    expect(rows(widget)).to.deep.equal(['Hạng 55 Quảng Trị ▲ tăng 2 bậc thứ 55/63']);
    expect(all(widget, '.rows svg')).to.have.length(0);
    expect(part(widget, 'apart')).to.contain('1 địa bàn Đà Nẵng');
    expect(part(widget, 'notices')).to.contain('so với năm 2022');
  });

  it('keeps what the author wrote where a pinned date has left the document', async () => {
    const widget = await put(
      `<tcns-ranking ${rate} at="2019-05"><b>Bản in năm 2019</b></tcns-ranking>`,
    );
    widget.data = communes();
    await settle(widget);
    expect(widget.querySelector('b')!.getClientRects().length).to.equal(1);
    expect(widget.shadowRoot!.textContent).not.to.contain('Chưa có');
  });

  it('pins all figures to a date', async () => {
    const widget = await ranking(`${rate} at="2026-05"`);
    expect(rows(widget).map((text) => text.replace(/.*hạng /i, ''))).to.deep.equal([
      '1 Cửa Mẫu 90%',
      '2 Đồng Mẫu 80%',
      '3 An Mẫu 70%',
      '4 Bến Mẫu 60%',
      '5 Xuân Mẫu 50%',
    ]);
    expect(part(widget, 'date')).to.equal('Số liệu tính đến tháng 5/2026');
  });

  it('says it in English', async () => {
    const widget = await ranking(`${rate} lang="en"`);
    await until(() => rows(widget).length === 5, 'English');
    expect(texts(widget, '.rows .row')[1]).to.equal('Tied for rank 2 2 An Mẫu ▲ up 1 80%');
  });

  it('lets a reader choose an indicator', async () => {
    const widget = await ranking('area="44@2025" indicator="coverage.hamlet members"');
    const select = widget.shadowRoot!.querySelector('select')!;
    select.value = 'members';
    select.dispatchEvent(new Event('change'));
    await widget.updateComplete;
    expect(rows(widget)[0]).to.contain('400 người');
  });

  describe('choosing an area', () => {
    it('by keyboard tells the page, and a second time takes it back', async () => {
      const widget = await ranking();
      const heard: (string | null)[] = [];
      widget.addEventListener('tcns-select', (event) =>
        heard.push((event as TcnsSelectEvent).detail.area),
      );
      button(widget, /Bến Mẫu/).focus();
      await sendKeys({ press: 'Enter' });
      await widget.updateComplete;
      expect(button(widget, /Bến Mẫu/).getAttribute('aria-pressed')).to.equal('true');
      await sendKeys({ press: ' ' });
      await widget.updateComplete;
      expect(heard).to.deep.equal(['mau1@2025', null]);
      expect(button(widget, /Bến Mẫu/).getAttribute('aria-pressed')).to.equal('false');
    });

    it('from outside keeps it in view', async () => {
      const widget = await ranking(`${rate} limit="1"`);
      widget.selected = 'mau5@2025';
      await widget.updateComplete;
      expect(rows(widget)[1]).to.equal('Hạng 5 Ái Mẫu 40%');
      await expect(widget).to.be.accessible();
    });
  });

  describe('states', () => {
    const one = (behaviour: string, inside = '') =>
      put<TcnsRanking>(`<${TAG} api="${api.base(behaviour)}" ${rate}>${inside}</${TAG}>`);

    it('waits as a skeleton, or as what the page wrote', async () => {
      const bare = await one('slow');
      expect(bare.shadowRoot!.querySelector('[aria-busy=true]')).not.to.equal(null);
      await expect(bare).to.be.accessible();
      const written = await one('slow', '<span>Đồng Mẫu: 92,5%</span>');
      expect(written.shadowRoot!.querySelector('[aria-busy]')).to.equal(null);
      await becomes(bare, 'ready');
      expect(rows(bare)).to.have.length(5);
    });

    it('fails with a sentence and mends itself when asked', async () => {
      const widget = await one('403');
      await becomes(widget, 'failed');
      await expect(widget).to.be.accessible();
      await api.mode('ok');
      await press(widget, 'Thử lại');
      await becomes(widget, 'ready');
      expect(rows(widget)).to.have.length(5);
    });

    it('keeps its rows when a refresh fails', async () => {
      const widget = await one('ok');
      await becomes(widget, 'ready');
      await api.mode('404');
      await widget.reload();
      expect(stateOf(widget)).to.equal('stale');
      expect(rows(widget)).to.have.length(5);
      await expect(widget).to.be.accessible();
    });

    it('says so where no area has a figure, and where there is no area', async () => {
      const none = await ranking('area="44@2025" indicator="teams"');
      expect(none.shadowRoot!.textContent).to.contain(
        'Chưa có địa bàn nào có số liệu để xếp hạng.',
      );
      const empty = await ranking('area="99@2025" indicator="teams"');
      const sentence = 'Chưa có số liệu về “Số tổ” của địa bàn được yêu cầu.';
      await until(() => empty.shadowRoot!.textContent.includes(sentence), sentence);
      await expect(none).to.be.accessible();
      await expect(empty).to.be.accessible();
    });
  });

  it('has its rows as a table in their order, with their places', async () => {
    const widget = await ranking();
    await press(widget, /^Tùy chọn/);
    await press(widget, 'Xem dưới dạng bảng');
    await until(() => all(widget, 'table').length, 'the table');
    expect(texts(widget, 'th')[0]).to.equal('Thứ bậc');
    const cells = all(widget, 'tbody tr').map((row) =>
      [...row.querySelectorAll('td')].slice(0, 4).map((td) => td.textContent.trim()),
    );
    expect(cells).to.deep.equal([
      ['1', 'tháng 6/2026', 'Đồng Mẫu', '92,5%'],
      ['2', 'tháng 6/2026', 'An Mẫu', '80%'],
      ['2', 'tháng 6/2026', 'Bến Mẫu', '80%'],
      ['4', 'tháng 6/2026', 'Cửa Mẫu', '61%'],
      ['5', 'tháng 6/2026', 'Ái Mẫu', '40%'],
      ['', 'tháng 6/2026', 'Xuân Mẫu', 'Chưa có số liệu'],
    ]);
    await expect(widget).to.be.accessible();
  });

  it('saves a picture of its rows', async () => {
    const widget = await ranking();
    await press(widget, /^Tùy chọn/);
    const { href } = await savedBy(() => press(widget, 'Tải ảnh (PNG)'));
    const image = new Image();
    image.src = href;
    await image.decode();
    expect(image.naturalHeight > 5 * 44 * 2).to.equal(true);
  });

  for (const width of [180, 360, 800])
    it(`${width} px: nothing sticks out, and it is accessible`, async () => {
      const widget = await ranking(`${rate} mark="mau4@2025"`, communes(), width);
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

  it('is accessible in the dark and in English', async () => {
    const widget = await ranking(`${rate} lang="en" theme="dark"`);
    await until(() => rows(widget).length === 5, 'English');
    await expect(widget).to.be.accessible();
  });
});
