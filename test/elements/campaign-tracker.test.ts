/** The tracker: what it says of a campaign. */
import { expect } from '@open-wc/testing';
import '../../src/elements/campaign-tracker/campaign-tracker.js';

import { FakeClock } from '../data/fake-clock.js';
import { until } from '../data/faulty-api.js';
import { binhPhuoc, running, runningWith } from '../support/fixtures/campaign.js';
import { drawnBy } from './picture.support.js';
import {
  TAG,
  VIEWS,
  DURING,
  oneSpace,
  textOf,
  all,
  part,
  goal,
  ranks,
  show,
  inEnglish,
  press,
  withReports,
} from './campaign-tracker.support.js';

describe(TAG, () => {
  let clock: FakeClock;
  const set = (moment: string) => (clock.now = Date.parse(moment));

  beforeEach(() => {
    clock = new FakeClock().install();
    set(DURING);
  });
  afterEach(() => clock.uninstall());

  describe('where it stands in time', () => {
    const MOMENTS: [clock: string, vi: string, en: string][] = [
      ['2022-05-29T12:00:00+07:00', 'Còn 3 ngày nữa bắt đầu', 'Days until the start: 3'],
      ['2022-05-31T23:59:59+07:00', 'Còn 1 ngày nữa bắt đầu', 'Days until the start: 1'],
      ['2022-06-01T00:00:00+07:00', 'Ngày 1/92 Còn 91 ngày', 'Day 1 of 92 Days left: 91'],
      ['2022-07-07T12:00:00+07:00', 'Ngày 37/92 Còn 55 ngày', 'Day 37 of 92 Days left: 55'],
      ['2022-08-31T23:59:00+07:00', 'Ngày 92/92 Ngày cuối cùng', 'Day 92 of 92 Last day'],
      ['2022-09-01T00:00:00+07:00', 'Đã kết thúc', 'Ended'],
    ];
    for (const [moment, vi, en] of MOMENTS) {
      it(`at ${moment}: "${vi}"`, async () => {
        set(moment);
        expect(part(await show(binhPhuoc()), 'state')).to.equal(vi);
        expect(part(await show(binhPhuoc(), 'view="compact"'), 'state')).to.equal(vi);
        const headline = part(await show(binhPhuoc(), 'view="headline"'), 'state') ?? '';
        expect(headline.toLowerCase()).to.equal(vi.replace(/(\/92) /, '$1, ').toLowerCase());
      });

      it(`at ${moment} in English: "${en}"`, async () => {
        set(moment);
        const widget = await show(binhPhuoc(), 'lang="en"');
        await inEnglish(widget);
        expect(part(widget, 'state')).to.equal(en);
      });
    }

    it('changes at midnight in Viet Nam without a reload, for every tracker of the page', async () => {
      set('2022-07-06T23:59:30+07:00');
      const [one, other] = [await show(binhPhuoc()), await show(running(), 'view="headline"')];
      await clock.pass(29_000);
      expect(part(one, 'state')).to.contain('Ngày 36/92');
      await clock.pass(1_000);
      await Promise.all([one.updateComplete, other.updateComplete]);
      expect(part(one, 'state')).to.equal('Ngày 37/92 Còn 55 ngày');
      expect(part(other, 'state')).to.equal('Ngày 37/92, còn 55 ngày');
    });

    it('is right when a computer wakes after days', async () => {
      const widget = await show(binhPhuoc());
      set('2022-08-31T10:00:00+07:00');
      document.dispatchEvent(new Event('visibilitychange'));
      await widget.updateComplete;
      expect(part(widget, 'state')).to.equal('Ngày 92/92 Ngày cuối cùng');
    });

    it('says its dates alone where no calendar has them', async () => {
      const widget = await show({ ...binhPhuoc(), end: '2022-02-31' });
      expect(part(widget, 'state')).to.equal(undefined);
      expect(part(widget, 'title')).to.equal('Chiến dịch 92 ngày đêm');
    });

    it('names place, plan and dates, and what the place is now', async () => {
      set('2026-11-22T08:00:00+07:00');
      const said = textOf(await show(binhPhuoc()));
      for (const words of [
        'Bình Phước (cũ)',
        'Kế hoạch số 170/KH-UBND',
        'từ 01/6/2022 đến 31/8/2022 (92 ngày)',
        'Nay thuộc TP. Đồng Nai',
      ])
        expect(said).to.contain(words);
    });
  });

  describe('goals', () => {
    it('without a result say so, with their target and no bar', async () => {
      for (const view of ['full', 'compact']) {
        const widget = await show(binhPhuoc(), `view="${view}"`);
        const rows = all(widget, 'goal');
        expect(rows.length).to.equal(6);
        for (const row of rows) {
          expect(oneSpace(row.textContent)).to.contain('Chưa có số liệu');
          expect(row.querySelector('svg, [role=progressbar]')).to.equal(null);
        }
        expect(textOf(widget)).not.to.match(/(^|\D)0%/);
        expect(oneSpace(rows[0]?.textContent)).to.contain('Chỉ tiêu 80%');
        expect(oneSpace(rows[5]?.textContent)).to.contain('Chỉ tiêu 0 hồ sơ');
      }
    });

    const SAID: [name: string, figure: string, verdict: string][] = [
      [
        'Dịch vụ công phát sinh hồ sơ',
        '34% / 80%',
        'Chậm so với kế hoạch 6 điểm phần trăm (kế hoạch 40%)',
      ],
      ['Hồ sơ xử lý trực tuyến', '25% / 50%', 'Đúng tiến độ (kế hoạch 25%)'],
      ['Số hóa hồ sơ', '38% / 100%', 'Chậm so với kế hoạch 12 điểm phần trăm (kế hoạch 50%)'],
      ['Báo cáo trực tuyến', '52,5% / 50%', 'Vượt chỉ tiêu'],
      ['Hồ sơ đúng hạn', 'Chưa có số liệu', 'Chỉ tiêu 100% đến 31/8/2022'],
      ['Hồ sơ quá hạn', '3 hồ sơ', 'Còn 3 hồ sơ (chỉ tiêu: 0 đến 31/8/2022)'],
    ];
    it('say their result, and pace or distance in words', async () => {
      const widget = await show(running());
      for (const [name, figure, verdict] of SAID) {
        const row = goal(widget, name);
        const shown = oneSpace(row.querySelector('[part~=goal-figure]')?.textContent);
        expect(shown.replace(/, chỉ tiêu \S+$/, ''), name).to.equal(figure);
        const words = oneSpace(row.querySelector('[part~=verdict]')?.textContent);
        expect(words.replace(/^[●◆■] /, ''), name).to.equal(verdict);
      }
    });

    it('have bars as long as their share, and the plan’s mark where it stands', async () => {
      const widget = await show(running());
      const bar = goal(widget, 'Dịch vụ công').querySelector('svg.bar')!;
      expect(bar.getAttribute('aria-label')).to.equal(
        'Tiến độ so với chỉ tiêu: 42,5% chỉ tiêu, kế hoạch 50%',
      );
      const width = bar.getBoundingClientRect().width;
      const fill = bar.querySelector('.fill')!.getBoundingClientRect();
      expect(fill.width / width).to.be.closeTo(0.425, 0.01);
      const tick = bar.querySelector('.tick')!.getBoundingClientRect();
      expect((tick.left - bar.getBoundingClientRect().left) / width).to.be.closeTo(0.5, 0.01);
      const exceeded = goal(widget, 'Báo cáo').querySelector('svg.bar')!;
      const full = exceeded.querySelector('.fill')!.getBoundingClientRect().width;
      expect(full / exceeded.getBoundingClientRect().width).to.be.closeTo(1, 0.01);
      expect(exceeded.querySelector('.tick'), 'a level has no plan').to.equal(null);
      expect(goal(widget, 'quá hạn').querySelector('svg')).to.equal(null);
    });

    it('of a level are never called missed before they are due', async () => {
      const document = runningWith({ 'report.online': 42 });
      for (const moment of [DURING, '2022-08-31T23:59:59+07:00']) {
        set(moment);
        const said = textOf(await show(document));
        expect(said).not.to.contain('Chưa đạt');
        expect(said).to.contain('Còn thiếu 8 điểm phần trăm so với chỉ tiêu');
      }
    });

    it('are missed once they were due with a result of that day', async () => {
      set('2022-09-01T00:00:00+07:00');
      const document = runningWith({ 'report.online': 42 });
      for (const o of document.observations)
        if (o.indicator === 'report.online') o.at = '2022-08-31';
      expect(
        textOf(goal(await show(document), 'Báo cáo')) || textOf(await show(document)),
      ).to.contain('Chưa đạt chỉ tiêu, còn thiếu 8 điểm phần trăm');
    });

    it('keep the words of approximations and ranges', async () => {
      const document = running();
      for (const o of document.observations) {
        if (o.indicator === 'report.online') o.approx = '<';
        if (o.indicator === 'dossier.online')
          Object.assign(o, { value: undefined, range: [20, 40] });
      }
      const widget = await show(document);
      expect(oneSpace(goal(widget, 'Báo cáo').textContent)).to.contain('gần 52,5%');
      const range = goal(widget, 'xử lý trực tuyến');
      expect(oneSpace(range.textContent)).to.contain('từ 20 đến 40%');
      expect(range.querySelector('svg')).to.equal(null);
    });

    it('are summed up in one sentence', async () => {
      expect(part(await show(running()), 'summary')).to.equal(
        '6 chỉ tiêu: 1 đạt hoặc vượt chỉ tiêu, 1 đạt hoặc vượt tiến độ, 2 chậm tiến độ, 1 đang thực hiện, 1 chưa có số liệu.',
      );
      expect(part(await show(binhPhuoc()), 'summary')).to.equal(
        '6 chỉ tiêu, chưa có số liệu kết quả.',
      );
    });
  });

  describe('what stands beside the goals', () => {
    it('shows the highlights with their dates where those differ', async () => {
      const said = part(await show(running()), 'highlights') ?? '';
      expect(said).to.contain('Số người được tập huấn 12.400 người');
      expect(said).to.contain('khoảng 300 chiếc');
      expect(part(await show(binhPhuoc()), 'highlights')).to.contain('163.410 người');
    });

    it('puts the areas in order, with ties, moves and those without a figure', async () => {
      const widget = await show(running());
      expect(ranks(widget)).to.deep.equal([
        '1 Hạng 1: Xã Mẫu 3 ▲ tăng 3 bậc 44%',
        '2 Hạng 2: Xã Mẫu 2 ▼ giảm 1 bậc 40%',
        '3 Đồng hạng 3: Xã Mẫu 1 đồng hạng 3 ▼ giảm 1 bậc 38%',
        '3 Đồng hạng 3: Xã Mẫu 4 đồng hạng 3 38%',
      ]);
      expect(part(widget, 'standings')).to.contain('Thứ bậc so với 08/7/2022');
      const bars = widget.shadowRoot!.querySelectorAll('.rank-bar .fill');
      const widths = [...bars].map((bar) => bar.getAttribute('width'));
      expect(widths, 'a percentage is a share of its track').to.deep.equal([
        '44%',
        '40%',
        '38%',
        '38%',
      ]);
      expect(part(widget, 'standings')).to.contain('Chưa xếp hạng: Xã Mẫu 5 (chưa có số liệu).');
    });

    it('folds long standings, and keeps the area that is meant in sight', async () => {
      const document = running();
      for (let n = 10; n < 30; n++) {
        document.areas[`mau${n}@2025`] = { name: `Mẫu ${n}`, kind: 'commune' };
        document.observations.push({
          area: `mau${n}@2025`,
          indicator: 'dvc.active',
          at: '2022-07-16',
          value: 37 - n,
          source: 'sample',
        });
      }
      const widget = await show(document, 'area="mau29@2025"');
      expect(ranks(widget).length).to.equal(11);
      expect(ranks(widget)[10]).to.contain('Xã Mẫu 29');
      await press(widget, 'Xem cả 24 địa bàn');
      expect(ranks(widget).length).to.equal(24);
      await press(widget, 'Thu gọn');
      expect(ranks(widget).length).to.equal(11);
    });

    it('draws the history with the plan, for the goal that is chosen', async () => {
      const document = withReports();
      const widget = await show(document);
      const select = widget.shadowRoot!.querySelector('select')!;
      expect([...select.options].map((o) => oneSpace(o.textContent))).to.deep.equal([
        'Dịch vụ công phát sinh hồ sơ',
        'Báo cáo trực tuyến',
      ]);
      expect(part(widget, 'burn-up')).to.contain('Kế hoạch');
      select.value = 'report.online';
      select.dispatchEvent(new Event('change'));
      await widget.updateComplete;
      expect(part(widget, 'burn-up'), 'a level has no plan').not.to.contain('Kế hoạch');
      expect(part(widget, 'burn-up')).to.contain('Chỉ tiêu 50%');
      expect(part(widget, 'standings'), 'no areas for this goal').to.equal(undefined);
    });

    it('offers the chart as a picture once it is drawn', async () => {
      const now = clock.now;
      clock.uninstall();
      Date.now = () => now;
      const widget = await show(running());
      await until(
        () =>
          (widget as unknown as { goalCourse: { chart: { canvas?: HTMLCanvasElement } } })
            .goalCourse.chart.canvas !== undefined,
        'the chart',
      );
      widget.requestUpdate();
      await press(widget, /^Tùy chọn cho/);
      const { name, href, densities, words, coloursOf } = await drawnBy(() => press(widget, /PNG/));
      expect(name).to.equal('tcns-mau-dvc.active.png');
      expect(href).to.match(/^(data:image\/png|blob:)/);
      expect(densities, 'as sharp as its words').to.deep.equal([2]);
      expect(words.map(({ text }) => text)).to.include('1. 01/7/2022: Sơ kết lần thứ nhất');
      const surface = 'rgb(255, 255, 255)';
      /** How many columns of a sample, in dots, have a line. */
      const inked = (text: string) => {
        const word = words.find((one) => one.text === text);
        expect(word, text).not.to.equal(undefined);
        const columns = Array.from({ length: 56 }, (_, i) => word!.x - 36 + i / 2);
        return columns.filter((x) => {
          const middle = coloursOf(x, word!.y - 5.5, 0.5, 1);
          return [...middle.keys()].some((colour) => colour !== surface);
        }).length;
      };
      expect(inked('Dịch vụ công phát sinh hồ sơ'), 'the measured line').to.equal(56);
      expect(inked('Chỉ tiêu 80%'), 'long dashes').to.be.within(36, 44);
      expect(inked('Kế hoạch'), 'dots').to.be.within(15, 25);
    });

    it('has no chart for a single figure', async () => {
      expect(part(await show(binhPhuoc()), 'burn-up')).to.equal(undefined);
    });

    it('folds the lessons, says how many there are, and opens them on paper', async () => {
      const lessons = [
        { title: 'Lớp buổi tối đông hơn', detail: { vi: 'Ban ngày đi làm đồng.' } },
        { title: { vi: 'Báo cáo theo tuần', en: 'Weekly reports' } },
        { title: 7 },
      ];
      const widget = await show({ ...running(), lessons });
      await until(() => all(widget, 'lessons').length > 0, 'the campaign');
      const [folded] = all(widget, 'lessons') as HTMLDetailsElement[];
      expect(folded!.open).to.equal(false);
      expect(oneSpace(folded!.querySelector('summary')!.textContent)).to.equal(
        'Bài học kinh nghiệm (2)',
      );
      expect(oneSpace(folded!.querySelector('li')!.textContent)).to.equal(
        'Lớp buổi tối đông hơnBan ngày đi làm đồng.',
      );
      dispatchEvent(new Event('beforeprint'));
      expect(folded!.open, 'on paper').to.equal(true);
      dispatchEvent(new Event('afterprint'));
      expect(folded!.open, 'afterwards').to.equal(false);
      expect(all(await show(running()), 'lessons').length, 'none').to.equal(0);
    });

    it('says when the average pace would arrive, with its method, and not of a rough figure', async () => {
      const widget = await show(running());
      expect(part(widget, 'arrival')).to.equal(
        'Nếu giữ tốc độ bình quân từ ngày 01/6/2022 đến ngày 16/7/2022 (0,74 điểm phần trăm mỗi ngày), đạt chỉ tiêu vào khoảng ngày 17/9/2022, sau hạn 17 ngày. Cách tính: chia đều cho số ngày, không phải dự báo.',
      );
      const rough = running();
      rough.observations
        .filter(({ indicator, at }) => indicator === 'dvc.active' && at === '2022-07-16')
        .forEach((o) => (o.approx = '~'));
      expect(part(await show(rough), 'arrival')).to.equal(undefined);
    });

    it('lists milestones, and activities with links that show where they lead', async () => {
      const widget = await show(running());
      expect(part(widget, 'milestones')).to.contain('01/7/2022 Sơ kết lần thứ nhất (đã qua)');
      expect(part(widget, 'milestones')).to.match(/Kết thúc chiến dịch$/);
      const links = [...all(widget, 'activities')[0]!.querySelectorAll('a')];
      expect(links.map((a) => a.href)).to.deep.equal(['https://dichvucong.gov.vn/p/home']);
      expect(part(widget, 'activities')).to.contain('Đến từng nhà (dichvucong.gov.vn) · VNeID');
      expect(part(widget, 'activities')).to.contain('Không phải liên kết');
    });

    it('says invented figures are invented, in every view', async () => {
      for (const view of VIEWS) {
        const widget = await show(running(), `view="${view}"`);
        expect(widget.shadowRoot!.querySelector('.badge')?.textContent).to.equal(
          'Số liệu minh họa',
        );
        expect(textOf(await show(binhPhuoc(), `view="${view}"`))).not.to.contain('minh họa');
      }
    });

    it('has date and source in every view', async () => {
      for (const view of VIEWS) {
        const widget = await show(running(), `view="${view}"`);
        expect(part(widget, 'date')).to.equal('Số liệu tính đến 16/7/2022');
        expect(part(widget, 'source')).to.equal('Nguồn: Số liệu minh họa');
      }
    });

    it('opens a table in which each row says what it is about', async () => {
      const widget = await show(running());
      await press(widget, /^Tùy chọn cho/);
      await press(widget, 'Xem dưới dạng bảng');
      await until(() => widget.shadowRoot!.querySelector('table'), 'the table');
      const heads = [...widget.shadowRoot!.querySelectorAll('th')].map((th) =>
        oneSpace(th.textContent),
      );
      expect(heads.slice(0, 5)).to.deep.equal([
        'Thời điểm',
        'Địa bàn',
        'Chỉ số',
        'Số liệu',
        'Chỉ tiêu',
      ]);
      const rows = [...widget.shadowRoot!.querySelectorAll('tbody tr')].map((tr) =>
        [...tr.querySelectorAll('td')].slice(0, 5).map((td) => oneSpace(td.textContent)),
      );
      expect(rows).to.deep.include([
        '16/7/2022',
        'tỉnh Mẫu',
        'Dịch vụ công phát sinh hồ sơ',
        '34%',
        '80%',
      ]);
      expect(rows.length).to.equal(running().observations.length);
    });
  });
});
