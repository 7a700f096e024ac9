/** The tracker: new answers, its states, and who can use it. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/campaign-tracker/campaign-tracker.js';
import type { TcnsCampaignTracker } from '../../src/elements/campaign-tracker/campaign-tracker.js';
import { FakeClock } from '../data/fake-clock.js';
import { faultyApi, until, type FaultyApi } from '../data/faulty-api.js';
import {
  binhPhuoc,
  running,
  runningWith,
  type CampaignDocument,
} from '../support/fixtures/campaign.js';
import { watchLeaks } from './leaks.js';
import {
  TAG,
  VIEWS,
  FALLBACK,
  DURING,
  oneSpace,
  textOf,
  part,
  stateOf,
  status,
  goal,
  put,
  show,
  becomes,
  inEnglish,
  press,
  withReports,
} from './campaign-tracker.support.js';

describe(TAG, () => {
  let clock: FakeClock;
  let api: FaultyApi;
  const set = (moment: string) => (clock.now = Date.parse(moment));

  beforeEach(async () => {
    api = await faultyApi(running());
    clock = new FakeClock().install();
    set(DURING);
  });
  afterEach(() => clock.uninstall());
  /** A failure looks for a kept answer first, for a time that this clock has to pass where the browser's store is slow. */
  const fails = (widget: TcnsCampaignTracker) =>
    until(async () => {
      await clock.pass(100);
      return stateOf(widget) === 'failed';
    }, 'the failure');

  const ask = (behaviour = 'ok', more = '', inside = '') =>
    put(`api="${api.base(behaviour)}" campaign="mau" ${more}`, inside);

  /** axe has timers of its own, which a clock that stands still would stop. */
  const isAccessible = async (widget: TcnsCampaignTracker) => {
    const { now } = clock;
    clock.uninstall();
    Date.now = () => now;
    await expect(widget).to.be.accessible();
    clock = new FakeClock().install();
    clock.now = now;
  };

  describe('live', () => {
    const live = async (more = 'refresh="20"') => {
      const widget = await ask('ok', more);
      await clock.quiet();
      await becomes(widget, 'ready');
      return widget;
    };

    it('moves only what changed, and says it in one sentence', async () => {
      const widget = await live();
      expect(status(widget)).to.equal('');
      const kept = goal(widget, 'Hồ sơ xử lý trực tuyến');
      const touched = new Set<Element>();
      const watch = new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          const row = element?.closest('[part~=goal], .rank, .highlight, [part~=milestones]');
          if (row) touched.add(row);
        }
      });
      watch.observe(widget.shadowRoot!, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      await api.set(runningWith({ 'dvc.active': 36 }));
      await clock.pass(21_500);
      await widget.updateComplete;
      expect(oneSpace(goal(widget, 'Dịch vụ công').textContent)).to.contain('36%');
      expect(status(widget)).to.equal('Vừa cập nhật: Dịch vụ công phát sinh hồ sơ: 36%.');
      await new Promise(requestAnimationFrame);
      watch.disconnect();
      expect([...touched].map((row) => row.getAttribute('data-key'))).to.deep.equal(['dvc.active']);
      expect(goal(widget, 'Hồ sơ xử lý trực tuyến') === kept).to.equal(true);
    });

    it('names two of many changes and counts the others', async () => {
      const widget = await live();
      await api.set(
        runningWith({
          'dvc.active': 36,
          'dossier.online': 26,
          trained: 12500,
          'dossier.overdue': 2,
        }),
      );
      await clock.pass(21_500);
      await widget.updateComplete;
      expect(status(widget)).to.equal(
        'Vừa cập nhật: Dịch vụ công phát sinh hồ sơ: 36%; Hồ sơ xử lý trực tuyến: 26% và 2 số liệu khác.',
      );
    });

    it('says nothing where a reader would see nothing new', async () => {
      const widget = await live();
      await api.set({ ...running(), updated: '2026-11-23T08:00:00+07:00' });
      await clock.pass(21_500);
      await widget.updateComplete;
      expect(status(widget)).to.equal('');
    });

    it('shows when the last answer was received', async () => {
      const widget = await live();
      expect(part(widget, 'live')).to.equal('Tự động cập nhật. Nhận số liệu lúc 09:00');
      await clock.pass(120_000);
      await widget.updateComplete;
      expect(part(widget, 'live')).to.match(/lúc 09:0[12]$/);
      expect(part(await show(running()), 'live'), 'not without refresh').to.equal(undefined);
    });

    it('forgives one failed poll, and is stale past twice its period', async () => {
      const widget = await live('refresh="60"');
      await api.mode('404');
      await clock.pass(70_000);
      await widget.updateComplete;
      expect(stateOf(widget)).to.equal('stale');
      expect(part(widget, 'stale')).to.equal(undefined);
      await clock.pass(55_000);
      await widget.updateComplete;
      expect(part(widget, 'stale')).to.equal(
        'Chưa cập nhật được. Đang hiển thị số liệu tải lúc 09:00 ngày 16/7/2022. Thử lại',
      );
      expect(textOf(widget)).to.contain('34%');
      await api.mode(null);
      await press(widget, 'Thử lại');
      await clock.quiet();
      await widget.updateComplete;
      expect(part(widget, 'stale')).to.equal(undefined);
    });

    it('is stale past twice its period off line too, where nothing is asked', async () => {
      const widget = await live('refresh="60"');
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
      try {
        await clock.pass(121_000);
        await widget.updateComplete;
        expect(part(widget, 'stale')).to.contain('Chưa cập nhật được');
      } finally {
        delete (navigator as { onLine?: boolean }).onLine;
      }
    });

    it('is right after a day and a night, and has not grown', async () => {
      let asked = 0;
      clock.answer = () => {
        asked++;
        const body = runningWith({ 'dvc.active': 30 + (asked % 40), trained: 12_400 + asked });
        return Promise.resolve(new Response(JSON.stringify(body)));
      };
      const widget = await live('refresh="900"');
      // The lines that stand in for the chart until its code is there are elements, too.
      await until(() => !widget.shadowRoot!.querySelector('.plot svg'), 'the chart');
      const nodes = () => widget.shadowRoot!.querySelectorAll('*').length;
      await clock.pass(1_000_000);
      await widget.updateComplete;
      const [before, timers] = [nodes(), clock.pending];
      await clock.pass(36 * 3_600_000);
      await widget.updateComplete;
      expect(asked).to.be.greaterThan(130);
      expect(part(widget, 'state')).to.equal('Ngày 47/92 Còn 45 ngày');
      expect(nodes()).to.equal(before);
      expect(clock.pending).to.be.at.most(timers);
      expect(textOf(widget)).to.contain(`${(12_400 + asked).toLocaleString('vi')} người`);
    });
  });

  describe('states', () => {
    it('waits as a skeleton of its reserved height, in every view', async () => {
      for (const [view, height] of [
        ['full', 760],
        ['compact', 480],
        ['headline', 76],
      ] as const) {
        const widget = await ask('slow', `view="${view}"`);
        expect(textOf(widget)).to.equal('Đang tải…');
        expect(widget.getBoundingClientRect().height).to.be.closeTo(height, 0.05);
      }
    });

    it('shows the fallback until the campaign is there', async () => {
      const widget = await ask('slow', '', FALLBACK);
      expect(textOf(widget)).to.equal('');
      await becomes(widget, 'ready');
      expect(widget.querySelector('span')!.getClientRects().length).to.equal(0);
    });

    it('keeps the fallback where it fails, and tries again when asked', async () => {
      const widget = await ask('403', '', FALLBACK);
      await fails(widget);
      expect(widget.querySelector('span')!.getClientRects().length).to.equal(1);
      expect(textOf(widget)).to.equal('Không tải được số liệu. Thử lại');
      await api.mode('ok');
      await press(widget, 'Thử lại');
      await clock.quiet();
      await becomes(widget, 'ready');
      expect(part(widget, 'title')).to.contain('Chiến dịch mẫu');
    });

    it('keeps the old figures where a reload brings a wrong document', async () => {
      const widget = await ask();
      await becomes(widget, 'ready');
      await api.mode('wrong-version');
      await widget.reload();
      expect(stateOf(widget)).to.equal('stale');
      expect(textOf(widget)).to.contain('34%');
      expect(part(widget, 'stale')).to.contain('Chưa cập nhật được');
    });

    it('drops the late answer of a campaign that it no longer shows', async () => {
      await api.set(binhPhuoc(), 'campaigns/bp.json');
      const widget = await put(`src="${api.url('slow', 'campaigns/mau.json?ms=150')}"`);
      widget.src = api.url('ok', 'campaigns/bp.json');
      await widget.updateComplete;
      await becomes(widget, 'ready');
      await until(
        async () => (await api.log()).every(({ ended }) => ended === 'sent'),
        'the late answer',
      );
      await widget.updateComplete;
      expect(part(widget, 'title')).to.equal('Chiến dịch 92 ngày đêm');
    });

    it('asks for campaigns/{campaign}.json below its API', async () => {
      const widget = await ask();
      await becomes(widget, 'ready');
      expect((await api.log()).map(({ path }) => path).join()).to.contain('campaigns/mau.json');
    });

    it('shows a campaign without goals, highlights and the rest', async () => {
      const { version, id, area, name, start, end, areas } = binhPhuoc();
      const bare = { version, id, area, name, start, end, areas, goals: [] };
      const widget = await show(bare);
      expect(part(widget, 'title')).to.equal('Chiến dịch 92 ngày đêm');
      expect(part(widget, 'goals')).to.equal(undefined);
      expect(part(widget, 'milestones')).to.equal(undefined);
    });

    it('leaves nothing behind when it is removed', async () => {
      (await show(running())).remove();
      const leaks = watchLeaks();
      try {
        const widget = await ask('ok', 'refresh="20"');
        await clock.quiet();
        await becomes(widget, 'ready');
        expect(leaks.open()).not.to.deep.equal([]);
        widget.remove();
        await clock.pass(61_000);
        expect(leaks.open()).to.deep.equal([]);
        expect(clock.pending).to.equal(0);
      } finally {
        leaks.stop();
      }
    });

    it('keeps what it shows when it is moved, and its clock goes on', async () => {
      const widget = await ask();
      await becomes(widget, 'ready');
      const target = document.createElement('div');
      widget.parentElement!.append(target);
      target.append(widget);
      await widget.updateComplete;
      expect(textOf(widget)).to.contain('Ngày 46/92');
      await clock.pass(15 * 3_600_000);
      await widget.updateComplete;
      expect(textOf(widget)).to.contain('Ngày 47/92');
      expect(await api.log()).to.have.length(1);
    });
  });

  describe('is accessible', () => {
    for (const view of VIEWS)
      for (const [what, document] of [
        ['running', running],
        ['without results', binhPhuoc],
      ] as [string, () => CampaignDocument][]) {
        it(`${view}, ${what}`, async () => {
          await isAccessible(await show(document(), `view="${view}"`));
        });

        it(`${view}, ${what}, in English, dark, at 180 px`, async () => {
          const widget = await show(document(), `view="${view}" lang="en" theme="dark"`, 180);
          await inEnglish(widget);
          await isAccessible(widget);
        });
      }

    it('when it is stale', async () => {
      const widget = await ask();
      await becomes(widget, 'ready');
      await api.mode('404');
      await widget.reload();
      expect(part(widget, 'stale')).to.contain('Chưa cập nhật được');
      await isAccessible(widget);
    });

    it('waiting, failed and with its table open', async () => {
      await isAccessible(await ask('slow'));
      const failed = await ask('404', '', FALLBACK);
      await fails(failed);
      await isAccessible(failed);
      const widget = await show(running());
      await press(widget, /^Tùy chọn cho/);
      await press(widget, 'Xem dưới dạng bảng');
      await until(() => widget.shadowRoot!.querySelector('table'), 'the table');
      await isAccessible(widget);
    });

    it('by keyboard: the choice, the chart and the menu, and nothing else', async () => {
      const document = withReports();
      const widget = await show(document);
      // something to leave for: past the page's end Firefox keeps the focus in its own bars
      const after = globalThis.document.createElement('button');
      widget.after(after);
      const stops: string[] = [];
      (globalThis.document.activeElement as HTMLElement | null)?.blur();
      for (let i = 0; i < 5; i++) {
        await sendKeys({ press: 'Tab' });
        stops.push(
          (widget.shadowRoot!.activeElement ?? globalThis.document.activeElement)!.localName,
        );
      }
      expect(stops).to.deep.equal(['select', 'div', 'a', 'button', 'button']);
      expect(globalThis.document.activeElement).to.equal(after);
      after.remove();
    });

    for (const width of [180, 360, 800, 1200])
      it(`nothing is cut off at ${width} px`, async () => {
        for (const view of VIEWS) {
          const widget = await show(running(), `view="${view}"`, width);
          const box = widget.getBoundingClientRect();
          expect(box.width).to.be.at.most(width);
          for (const element of widget.shadowRoot!.querySelectorAll('p, li, strong, select, svg')) {
            if (element.closest('.plot, .sr') || element.matches('.sr, .tick-place')) continue;
            const { right } = element.getBoundingClientRect();
            expect(right, `${view}: ${oneSpace(element.textContent)}`).to.be.at.most(
              box.right + 0.5,
            );
          }
        }
      });
  });
});
