/** The roster: thousands of teams, and lists of several pages. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/team-roster/team-roster.js';
import { until } from '../data/faulty-api.js';
import { allByRole, byRole, part, textOf } from './support.js';
import { pages, put, rows, type, click, status, rosterApi } from './team-roster.support.js';

describe('tcns-team-roster', () => {
  const { api, serve, nation } = rosterApi();

  describe('a long list', () => {
    it('draws what is visible, and says how many rows there are', async () => {
      const [data] = pages(3000, 3000);
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      const table = roster.shadowRoot!.querySelector('[role=table]')!;
      expect(table.getAttribute('aria-rowcount')).to.equal(String(3000 + 215 + 1));
      expect(rows(roster).length).to.be.lessThan(40);
      expect(roster.shadowRoot!.querySelectorAll('*').length).to.be.lessThan(1500);
    });

    it('draws other rows when it is scrolled, down to the last', async () => {
      const [data] = pages(3000, 3000);
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      const list = roster.shadowRoot!.querySelector<HTMLElement>('.rows')!;
      const last = () => Number(rows(roster).pop()?.dataset['row']);
      await until(() => {
        list.scrollTop = list.scrollHeight;
        return last() === 3000 + 215 - 1;
      }, 'the last row');
      const box = rows(roster).pop()!.getBoundingClientRect();
      await until(() => {
        list.scrollTop = list.scrollHeight;
        return (
          rows(roster).pop()!.getBoundingClientRect().bottom <=
          list.getBoundingClientRect().bottom + 2
        );
      }, 'the last row in view');
      expect(box.height).to.be.greaterThan(20);
    });

    it('is walked by keyboard, through groups and rows, and groups are folded', async () => {
      const [data] = pages(500, 500);
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      const at = () =>
        roster.shadowRoot!.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
      roster.shadowRoot!.querySelector<HTMLElement>('[data-row] [tabindex="0"]')!.focus();
      await sendKeys({ press: 'ArrowDown' });
      await until(() => at() === '1', 'the first team');
      await sendKeys({ press: 'End' });
      await until(() => at() === String(500 + 36 - 1), 'the last team');
      await sendKeys({ press: 'Home' });
      await until(() => at() === '0', 'the first group');
      await sendKeys({ press: 'ArrowLeft' });
      await until(
        () => rows(roster)[0]!.querySelector('button')!.getAttribute('aria-expanded') === 'false',
        'closed',
      );
      expect(at()).to.equal('0');
      expect(rows(roster)[1]!.querySelector('button') !== null, 'the next group follows').to.equal(
        true,
      );
    });

    it('is shown whole as a plain page, with its header repeated in print', async () => {
      const [data] = pages(300, 300);
      const roster = await put('<tcns-team-roster plain></tcns-team-roster>', data);
      expect(roster.shadowRoot!.querySelectorAll('tbody th[scope=row]').length).to.equal(300);
      expect(allByRole(roster, 'columnheader').map((th) => th.textContent)).to.deep.equal([
        'Tổ',
        'Thành viên',
        'Người phụ trách',
        'Liên hệ',
      ]);
    });

    it('is whole on paper', async () => {
      const [data] = pages(300, 300);
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      dispatchEvent(new Event('beforeprint'));
      expect(roster.shadowRoot!.querySelectorAll('tbody th[scope=row]').length).to.equal(300);
      dispatchEvent(new Event('afterprint'));
      await roster.updateComplete;
      expect(rows(roster).length).to.be.lessThan(60);
    });
  });

  describe('pages', () => {
    it('follow when the reader searches, and the search finds what is on them', async () => {
      const list = pages(300, 100);
      list[2]!.teams[99]!['name'] = 'Tổ cuối cùng';
      await serve(list);
      const roster = await put(nation());
      await until(() => rows(roster).length > 0, 'the first page');
      expect(part(roster, 'progress')).to.contain('Đã tải 100/300 tổ');
      await type(roster, 'to cuoi cung');
      await until(() => status(roster).includes('1 kết quả'), 'the team of the last page');
      await until(() => !part(roster, 'progress'), 'the end of the loading');
    });

    it('with teams that are none, or in other forms, show the others', async () => {
      const list = pages(300, 100);
      list[1]!.teams[3] = { name: 'Tổ không có mã' };
      list[1]!.teams[4]!['phone'] = 'not a member of the format';
      list[2]!.teams[0]!['level'] = 'tổ dân phố';
      list[2]!.teams[99]!['name'] = 'Tổ cuối cùng';
      await serve(list);
      const roster = await put(nation());
      await until(() => rows(roster).length > 0, 'the first page');
      await type(roster, 'to cuoi cung');
      await until(() => !part(roster, 'progress'), 'the end of the loading');
      expect(status(roster)).to.contain('1 kết quả');
      await type(roster, 'cộng đồng');
      expect(status(roster)).to.contain('297 kết quả');
    });

    it('are searched and drawn now and then while they come, not at each page', async () => {
      await serve(pages(1200, 40));
      const roster = await put(nation());
      await until(() => rows(roster).length > 0, 'the first page');
      let drawings = 0;
      Object.assign(roster, { updated: () => void drawings++ });
      await type(roster, 'mau');
      await until(() => !part(roster, 'progress'), 'the end of the loading');
      expect(drawings).to.be.lessThan(29);
    });

    it('follow when the reader comes near the end', async () => {
      await serve(pages(300, 100));
      const roster = await put(nation());
      await until(() => rows(roster).length > 0, 'the first page');
      expect((await api.log()).length).to.equal(1);
      const list = roster.shadowRoot!.querySelector<HTMLElement>('.rows')!;
      await until(() => {
        list.scrollTop = list.scrollHeight;
        return !part(roster, 'progress');
      }, 'all pages');
      expect((await api.log()).map(({ path }) => path.split('/').pop())).to.deep.equal([
        'vn@2025.json',
        'vn@2025-2.json',
        'vn@2025-3.json',
      ]);
    });

    it('that fail leave what is there, and can be asked for again', async () => {
      await serve(pages(300, 100));
      const roster = await put(nation());
      await until(() => rows(roster).length > 0, 'the first page');
      await api.mode('404');
      await type(roster, 'mau');
      await until(() => /Chưa tải được/.test(part(roster, 'progress') ?? ''), 'the failure');
      await type(roster, '');
      expect(rows(roster).length).to.be.greaterThan(3);
      await api.mode(null);
      await click(roster, 'Thử lại');
      await until(() => !part(roster, 'progress'), 'all pages');
      expect(part(roster, 'counts')).to.contain('300 tổ');
    });

    it('that were asked for again leave the focus on the list, and the foot where it is', async () => {
      await serve(pages(300, 100));
      const roster = await put(nation());
      await until(() => rows(roster).length > 0, 'the first page');
      const foot = () =>
        roster.shadowRoot!.querySelector('[part=footer]')!.getBoundingClientRect().top -
        roster.getBoundingClientRect().top;
      const before = foot();
      const more = byRole(roster, 'button', 'Tải tiếp');
      more.focus();
      more.click();
      await until(() => !part(roster, 'progress'), 'all pages');
      expect(roster.shadowRoot!.activeElement?.part.contains('list')).to.equal(true);
      // Firefox counts layout in sixtieths of a px.
      expect(foot()).to.be.closeTo(before, 0.05);
    });

    it('keep the focus inside when a failed list is asked for again with success', async () => {
      await serve(pages(40, 40));
      await api.mode('403');
      const roster = await put(nation());
      await until(() => /Không tải được/.test(textOf(roster)), 'the failure');
      await api.mode(null);
      const retry = byRole(roster, 'button', 'Thử lại');
      retry.focus();
      retry.click();
      await until(() => rows(roster).length > 0, 'the list');
      await until(() => roster.shadowRoot!.activeElement !== null, 'the focus');
    });

    it('that go round in a circle end there, and another origin is not followed', async () => {
      const list = pages(200, 100);
      list[1]!['next'] = 'vn@2025.json';
      await serve(list);
      const roster = await put(nation());
      await until(() => rows(roster).length > 0, 'the first page');
      await type(roster, 'mau');
      await until(() => !part(roster, 'progress'), 'the end');
      expect((await api.log()).length).to.equal(2);
      const other = pages(200, 100);
      other[0]!['next'] = 'https://elsewhere.invalid/teams.json';
      await serve(other);
      const second = await put(
        `<tcns-team-roster src="${api.url('ok', 'teams/vn@2025.json?second')}"></tcns-team-roster>`,
      );
      await until(() => rows(second).length > 0, 'the first page');
      expect(part(second, 'progress')).to.equal(undefined);
    });

    it('a refresh that brings nothing new asks for no page; one that does keeps the focus', async () => {
      await serve(pages(300, 100));
      const roster = await put(nation());
      await until(() => rows(roster).length > 0, 'the first page');
      await type(roster, 'mau');
      await until(() => !part(roster, 'progress'), 'all pages');
      await type(roster, '');
      await roster.reload();
      expect((await api.log()).length).to.equal(4);
      const row = rows(roster)[2]!;
      row.focus();
      const key = row.dataset['key'];
      const news = pages(300, 100);
      news[0]!.teams.unshift({ id: 'moi', name: 'Tổ mới', level: 'hamlet', area: 'mau0@2025' });
      news[0]!['updated'] = '2026-11-23';
      await serve(news);
      await roster.reload();
      await until(() => textOf(roster).includes('Tổ mới'), 'the new team');
      await until(
        () =>
          roster.shadowRoot!.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['key'] ===
          key,
        'the focus on the same team',
      );
    });
  });
});
