/** A trend of several areas: a document each, of which each may explain its keys differently. */
import { expect } from '@open-wc/testing';
import '../../src/elements/trend/trend.js';
import type { TcnsTrend } from '../../src/elements/trend/trend.js';
import { eachApi } from '../data/faulty-api.js';
import { commune, gaps, national, twoPapers } from '../support/fixtures/trend.js';
import { drawnBy } from './picture.support.js';
import { savedBy } from './support.js';
import { all, part, press, put, texts, until } from './trend.support.js';

const TAG = 'tcns-trend';
/** Until the drawing is there. */
const drawn = (widget: TcnsTrend) =>
  until(
    () => all(widget, '.plot').length === 1 && all(widget, '.preview').length === 0,
    'the chart',
  );

describe(`${TAG} of several areas`, () => {
  const api = eachApi(national);

  describe('several areas', () => {
    const ask = () =>
      put<TcnsTrend>(
        `<${TAG} api="${api.base()}" area="44@2025 mau1@2025" indicator="coverage.hamlet"></${TAG}>`,
      );

    it('come from a document each, as lines with names', async () => {
      await api.set(gaps(), 'observations/44@2025.json');
      await api.set(commune(), 'observations/mau1@2025.json');
      const widget = await ask();
      await until(
        () => texts(widget, '.lines li').length === 2 || texts(widget, '.sr li').length === 2,
        'two lines',
      );
      expect(part(widget, 'title')).to.equal('Tỷ lệ thôn đã thành lập tổ Số liệu minh họa');
      expect(texts(widget, '.sr li')).to.deep.equal([
        'Quảng Trị: 41,5% (tháng 01/2026); 58,2% (tháng 6/2026).',
        'Bến Mẫu: 60% (tháng 5/2026); 80% (tháng 6/2026).',
      ]);
    });

    it('are drawn without the one that cannot be loaded, which is named', async () => {
      await api.set(gaps(), 'observations/44@2025.json');
      await api.set(null, 'observations/mau1@2025.json');
      const widget = await ask();
      await until(() => part(widget, 'notices'), 'the notice');
      expect(part(widget, 'notices')).to.contain('Không tải được số liệu: mau1@2025. Thử lại');
      expect(part(widget, 'summary')).to.contain('41,5%');
    });

    it('are drawn without the one that the source does not have: asking again is no help', async () => {
      await api.set(gaps(), 'observations/44@2025.json');
      const source = `api="${api.base()}" area="44@2025" indicator="coverage.hamlet"`;
      const widget = await put<TcnsTrend>(`<${TAG} ${source}></${TAG}>`);
      await until(() => part(widget, 'summary'), 'the figures');
      await api.mode('404');
      widget.area = '44@2025 mau1@2025';
      await until(() => part(widget, 'notices'), 'the notice');
      expect(part(widget, 'notices')).to.match(/Không tải được số liệu: mau1@2025\.$/);
      expect(part(widget, 'retry')).to.equal(undefined);
    });
  });

  describe('documents that use one key for different things', () => {
    const ask = async ([first, second]: ReturnType<typeof twoPapers>, count = 2) => {
      await api.set(first, 'observations/48@2008.json');
      await api.set(second, 'observations/01@2008.json');
      const widget = await put<TcnsTrend>(
        `<${TAG} api="${api.base()}" area="48@2008 01@2008" indicator="teams"></${TAG}>`,
      );
      await until(() => texts(widget, '.sr li').length === count || count === 1, 'the lines');
      await until(() => part(widget, 'title'), 'the title');
      return widget;
    };

    it('credit each newspaper with its own figures, and keep the mark of the sample', async () => {
      const widget = await ask(twoPapers());
      expect(part(widget, 'date')).to.equal('Số liệu tính đến tháng 8/2022');
      expect(part(widget, 'source')).to.equal('Nguồn: Báo A');
      expect(part(widget, 'notices')).to.equal('Nguồn: Báo B');
      expect(part(widget, 'title')).to.equal('Số tổ Số liệu minh họa');
      expect(texts(widget, '.sr li')).to.deep.equal([
        'Đà Nẵng (cũ) (Số liệu minh họa): 100 tổ (tháng 6/2022); 130 tổ (tháng 8/2022).',
        'Hà Nội: 900 tổ (tháng 6/2022); 950 tổ (tháng 7/2022).',
      ]);
    });

    it('do so in the table, the CSV file and the picture', async () => {
      const widget = await ask(twoPapers());
      await drawn(widget);
      let picture = '';
      // The chart on the screen may be drawn anew meanwhile: its words are not the picture's.
      for (let tries = 0; tries < 5 && !picture.includes('Nguồn'); tries++) {
        await press(widget, /^Tùy chọn/);
        const { words } = await drawnBy(() => press(widget, 'Tải ảnh (PNG)'));
        picture = words.map(({ text }) => text).join('\n');
      }
      expect(picture).to.contain('Nguồn: Báo A').and.to.contain('Nguồn: Báo B');
      expect(picture).to.contain('(Số liệu minh họa)');
      await press(widget, /^Tùy chọn/);
      await press(widget, 'Xem dưới dạng bảng');
      await until(() => texts(widget, 'tbody tr').length === 5, 'the table');
      const rows = texts(widget, 'tbody tr');
      expect(rows[0]).to.contain('Đà Nẵng').and.to.contain('Báo A');
      expect(rows[4]).to.contain('Hà Nội').and.to.contain('Báo B');
      await press(widget, /^Tùy chọn/);
      const file = await savedBy(() => press(widget, 'Tải số liệu (CSV)'));
      const lines = (await file.blob!.text()).trim().split('\r\n');
      expect(lines[1])
        .to.contain('Báo A (Số liệu minh họa)')
        .and.to.match(/,true,,$/);
      expect(lines[5]).to.contain('Báo B').and.not.to.contain('minh họa');
    });

    it('keep their own decimals', async () => {
      const [first, second] = twoPapers();
      second.indicators.teams!.decimals = 1;
      const widget = await ask([first, second]);
      expect(texts(widget, '.sr li')[1]).to.equal(
        'Hà Nội: 900,0 tổ (tháng 6/2022); 950,0 tổ (tháng 7/2022).',
      );
    });

    it('are told apart by name where the indicators are called differently', async () => {
      const [first, second] = twoPapers();
      second.indicators.teams!.name = 'Số tổ dân phố';
      const widget = await ask([first, second]);
      expect(part(widget, 'title')).to.equal('Số tổ, Số tổ dân phố Số liệu minh họa');
      expect(texts(widget, '.sr li')[1]).to.contain('Số tổ dân phố, Hà Nội: 900 tổ');
    });

    it('stand in a choice where their units differ, and never share an axis', async () => {
      const [first, second] = twoPapers();
      second.indicators.teams = { name: 'Tỷ lệ có tổ', unit: '%' };
      second.observations.forEach((o, i) => (o.value = 60 + i));
      const widget = await ask([first, second], 1);
      expect(part(widget, 'summary')).to.equal('100 tổ (tháng 6/2022); 130 tổ (tháng 8/2022).');
      expect(part(widget, 'source')).to.equal('Nguồn: Báo A');
      expect(texts(widget, 'option')).to.deep.equal(['Số tổ', 'Tỷ lệ có tổ']);
      const select = all(widget, 'select')[0] as HTMLSelectElement;
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change'));
      await widget.updateComplete;
      expect(part(widget, 'summary')).to.equal('60% (tháng 6/2022); 61% (tháng 7/2022).');
      expect(part(widget, 'source')).to.equal('Nguồn: Báo B');
      expect(part(widget, 'title')).to.equal('Tỷ lệ có tổ, Hà Nội');
    });

    it('give the figures of their own area, not those that another document has of it', async () => {
      const [first, second] = twoPapers();
      first.areas['01@2008'] = { name: 'Hà Nội', kind: 'province', parent: 'vn' };
      second.areas['48@2008'] = { name: 'Đà Nẵng', kind: 'province', parent: 'vn' };
      first.observations.push({ area: '01@2008', indicator: 'teams', at: '2022-07', value: 1 });
      second.observations.push({ area: '48@2008', indicator: 'teams', at: '2022-08', value: 2 });
      const widget = await ask([first, second]);
      expect(texts(widget, '.sr li').join(' ')).to.contain('130 tổ').and.to.contain('950 tổ');
    });
  });
});
