/** The roster: what it shows, whom it names, and who can use it. */
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/team-roster/team-roster.js';
import type { TcnsSelectEvent } from '../../src/parts/base/events.js';
import { until } from '../data/faulty-api.js';
import { allByRole, byRole, isVisible, part, savedBy, textOf } from './support.js';
import {
  wards,
  pages,
  put,
  rows,
  rowTexts,
  search,
  type,
  click,
  choose,
  status,
  type Roster,
  type Doc,
  rosterApi,
} from './team-roster.support.js';

describe('tcns-team-roster', () => {
  const { api, serve, nation } = rosterApi();

  describe('the list', () => {
    it('groups teams by commune, and says what became of the commune', async () => {
      const roster = await put('<tcns-team-roster></tcns-team-roster>', wards());
      expect(part(roster, 'title')).to.equal(
        'Tổ công nghệ số cộng đồng, TP. Đà Nẵng (cũ) Số liệu minh họa',
      );
      const heads = allByRole(roster, 'button').filter((b) => b.matches('.group'));
      expect(
        heads.map((b) => b.innerText.replace(/\s+/g, ' ').replace(/^. /, '').trim()),
      ).to.deep.equal([
        'Phường An Khê (cũ) quận Thanh Khê (nay thuộc phường An Khê) 3 tổ · 15 thành viên',
        'Phường Mẫu Hai (cũ) quận Mẫu 6 tổ · 30 thành viên',
        'Phường Mẫu Một (cũ) quận Mẫu 5 tổ · 25 thành viên',
        'Phường Xuân Hà (cũ) quận Thanh Khê (nay thuộc phường Thanh Khê) 4 tổ · 20 thành viên',
      ]);
      expect(part(roster, 'counts')).to.equal('18 tổ · 90 thành viên');
    });

    it('marks invented teams once a list; a list that is invented in part, at each team', async () => {
      const badges = (roster: Roster) => roster.shadowRoot!.querySelectorAll('.badge').length;
      expect(badges(await put('<tcns-team-roster></tcns-team-roster>', wards()))).to.equal(1);
      const data = wards();
      delete data.teams[0]!['source'];
      const mixed = await put('<tcns-team-roster></tcns-team-roster>', data);
      expect(part(mixed, 'title')).not.to.contain('minh họa');
      expect(badges(mixed)).to.equal(17);
    });

    it('says no name twice in a row, also where the letters are of another case', async () => {
      const data = wards();
      data.teams = [
        {
          ...data.teams[0],
          name: 'Tổ công nghệ số cộng đồng thôn An Bình',
          hamlet: 'Thôn An Bình',
        },
      ];
      for (const attributes of ['', 'view="cards"', 'plain']) {
        const roster = await put(`<tcns-team-roster ${attributes}></tcns-team-roster>`, data);
        expect(textOf(roster).match(/thôn an bình/gi), attributes).to.have.length(1);
      }
    });

    it('has a visible label above its search and above each choice', async () => {
      const roster = await put('<tcns-team-roster></tcns-team-roster>', wards());
      const labels = [...roster.shadowRoot!.querySelectorAll<HTMLElement>('.controls label.field')];
      expect(labels.map((label) => label.innerText.split('\n')[0]!.trim())).to.include.members([
        'Tìm xã, phường, thôn hoặc tổ',
        'Địa bàn',
        'Sắp xếp',
      ]);
      for (const label of labels) {
        const field = label.querySelector('input, select')!.getBoundingClientRect();
        expect(field.top - label.getBoundingClientRect().top).to.be.greaterThan(10);
      }
    });

    it('draws one line under its last row', async () => {
      const roster = await put('<tcns-team-roster></tcns-team-roster>', wards());
      const last = rows(roster).pop()!;
      expect(getComputedStyle(last).borderBottomWidth).to.equal('0px');
      expect(getComputedStyle(last.parentElement!).borderBottomWidth).to.equal('0px');
      const foot = roster.shadowRoot!.querySelector('[part=footer]')!;
      expect(getComputedStyle(foot).borderTopWidth).to.equal('1px');
    });

    it('keeps characters that turn the direction of a text inside the name that holds them', async () => {
      const data = wards();
      data.teams = [{ ...data.teams[0], name: 'Tổ \u202eđảo', hamlet: 'Khu \u2067phố' }];
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      for (const name of roster.shadowRoot!.querySelectorAll('.team-name, .hamlet, .group-name'))
        expect(getComputedStyle(name).unicodeBidi).to.equal('isolate');
    });

    it('says where it and the published totals differ', async () => {
      const data = wards();
      data.observations.push({ area: '48@2008', indicator: 'teams', at: '2022-12', value: 90 });
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      expect(part(roster, 'counts')).to.equal('90 tổ');
      expect(textOf(roster)).to.contain('Số tổ: danh sách có 18; số liệu công bố 90.');
    });

    it('shows the totals by level where the data states those', async () => {
      const data = wards();
      const at = { area: '48@2008', at: '2022' };
      data.observations.push({ ...at, indicator: 'teams.commune', value: 14 });
      data.observations.push({ ...at, indicator: 'teams.hamlet', value: 68, approx: '>' });
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      expect(part(roster, 'counts')).to.equal('Cấp xã: 14 tổ · Cấp thôn, tổ dân phố: hơn 68 tổ');
    });

    it('uses the place’s own term, and says when is reported', async () => {
      const data = wards();
      data['term'] = 'Tổ chuyển đổi số cộng đồng';
      data['reporting'] = { every: 'P1M', day: 20, to: 'UBND huyện' };
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      expect(part(roster, 'title')).to.contain('Tổ chuyển đổi số cộng đồng');
      expect(part(roster, 'notices')).to.contain('Báo cáo ngày 20 hằng tháng, gửi UBND huyện');
      expect(part(roster, 'notices'), 'of an area that is no more').not.to.contain('kỳ tới');
    });

    it('says when is reported next, but not of a list that is out of date', async () => {
      const [data] = pages(14, 14);
      data!['reporting'] = { every: 'P1M', day: 20, to: 'UBND tỉnh' };
      const said = async () =>
        part(await put('<tcns-team-roster></tcns-team-roster>', structuredClone(data)), 'notices');
      expect(await said()).to.match(
        /Báo cáo ngày 20 hằng tháng, kỳ tới 20\/\d\d?\/\d{4}, gửi UBND tỉnh/,
      );
      data!['updated'] = '2023-01-15';
      expect(await said())
        .to.contain('Báo cáo ngày 20 hằng tháng, gửi UBND tỉnh')
        .and.not.to.contain('kỳ tới');
    });

    it('warns of a list that is older than a year', async () => {
      const roster = await put('<tcns-team-roster></tcns-team-roster>', {
        ...wards(),
        updated: '2023-01-05',
      });
      expect(part(roster, 'notices')).to.contain('Danh sách lập ngày 05/01/2023, đã hơn một năm');
    });

    it('filters by area, level and contact, and says how many are left', async () => {
      const data = wards();
      data.teams[0]!['level'] = 'commune';
      delete data.teams[1]!['contact'];
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      const chosen = oneEvent(roster, 'tcns-select');
      await choose(roster, 'Địa bàn', '20224@2008');
      expect(((await chosen) as TcnsSelectEvent).detail.area).to.equal('20224@2008');
      expect(status(roster)).to.equal('3 kết quả');
      roster.shadowRoot!.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
      await roster.updateComplete;
      expect(status(roster)).to.equal('2 kết quả');
      await choose(roster, 'Cấp', 'hamlet');
      expect(status(roster)).to.equal('1 kết quả');
    });

    it('finds without diacritics, marks what it found, and says how many', async () => {
      const roster = await put('<tcns-team-roster></tcns-team-roster>', wards());
      await type(roster, 'xuan ha');
      expect(status(roster)).to.equal('4 kết quả');
      expect(rowTexts(roster)[0]).to.contain('Phường Xuân Hà');
      expect(roster.shadowRoot!.querySelector('mark')!.textContent).to.equal('Xuân Hà');
      await type(roster, 'xuan ha mau 3');
      expect(status(roster)).to.equal('1 kết quả');
      await type(roster, 'khong co noi nay');
      await until(() => status(roster) === 'Không tìm thấy tổ nào phù hợp', 'the answer');
    });

    it('finds what is nearly right where nothing is right', async () => {
      const roster = await put('<tcns-team-roster></tcns-team-roster>', wards());
      await type(roster, 'xuam ha');
      await until(() => status(roster).startsWith('Không có tên trùng khớp; 4'), 'near matches');
    });

    it('keeps Enter from the form of the page', async () => {
      const box = await fixture<HTMLFormElement>(html`<form></form>`);
      let sent = 0;
      box.addEventListener('submit', (event) => {
        event.preventDefault();
        sent++;
      });
      box.innerHTML = '<tcns-team-roster></tcns-team-roster><button>Gửi</button>';
      const roster = box.querySelector<Roster>('tcns-team-roster')!;
      roster.data = wards();
      await roster.updateComplete;
      let heard = 0;
      box.addEventListener('keydown', () => heard++);
      search(roster).focus();
      await sendKeys({ press: 'Enter' });
      expect([sent, heard]).to.deep.equal([0, 0]);
    });
  });

  describe('people', () => {
    const SECRET = 'Mẫu Bí Mật';
    const people = [
      { role: 'leader', name: `Nguyễn ${SECRET}` },
      { role: 'deputy', name: `Trần ${SECRET}`, consent: '2999-01-01' },
      { role: 'member', name: `Lê ${SECRET}`, consent: '2023-02-30' },
      {
        role: 'collaborator',
        count: 12,
        name: `Phạm ${SECRET}`,
        given: SECRET,
        label: 'Giáo viên',
      },
      { role: 'member', name: 'Đỗ Mẫu Đồng Ý', consent: '2026-11-01' },
    ];
    const withPeople = (): Doc => {
      const data = wards();
      for (const team of data.teams) team['people'] = people;
      return data;
    };
    /** Everything in which a name could stand: the page, its shadow roots, what it keeps. */
    const everywhere = async (roster: Roster): Promise<string> => {
      const kept: string[] = [JSON.stringify({ ...localStorage }), location.href, document.title];
      for (const { name } of await indexedDB.databases()) {
        if (!name) continue;
        const db = await new Promise<IDBDatabase>((done, fail) => {
          const open = indexedDB.open(name);
          open.onsuccess = () => done(open.result);
          open.onerror = () => fail(new Error(name));
        });
        for (const store of db.objectStoreNames)
          kept.push(
            await new Promise((done) => {
              const all = db.transaction(store).objectStore(store).getAll();
              all.onsuccess = () => done(JSON.stringify(all.result));
            }),
          );
        db.close();
      }
      return `${document.documentElement.outerHTML} ${roster.shadowRoot!.innerHTML} ${kept.join(' ')}`;
    };

    it('are nowhere by name without a consent: not in the page, its storage, the search or the file', async () => {
      await api.set(withPeople());
      const files: string[] = [];
      for (const attributes of ['', 'view="cards"', 'plain', 'view="finder"']) {
        const roster = await put(
          `<tcns-team-roster src="${api.url('ok', 'teams/48@2008.json')}" ${attributes}></tcns-team-roster>`,
        );
        await until(() => part(roster, 'title'), 'the list');
        await roster.updateComplete;
        if (attributes === 'view="finder"') {
          await type(roster, 'an khe');
          await click(roster, /^Phường An Khê/);
          await click(roster, /Tổ dân phố mẫu 1/);
        } else {
          await type(roster, SECRET);
          expect(await everywhere(roster)).not.to.contain(`Nguyễn ${SECRET}`);
          await until(() => /Không/.test(status(roster)), 'no result');
          await type(roster, 'đồng ý');
          expect(status(roster)).to.equal('18 kết quả');
          await click(roster, /^Tùy chọn cho/);
          const { blob } = await savedBy(() => click(roster, 'Tải số liệu (CSV)'));
          files.push(await blob!.text());
        }
        const all = await everywhere(roster);
        expect(all, attributes).not.to.contain(SECRET);
        expect(textOf(roster), attributes).to.contain('Đỗ Mẫu Đồng Ý');
        dispatchEvent(new Event('beforeprint'));
        expect(await everywhere(roster), `${attributes} in print`).not.to.contain(SECRET);
        dispatchEvent(new Event('afterprint'));
      }
      expect(files).to.have.length(3);
      for (const file of files) {
        expect(file).not.to.contain(SECRET);
        expect(file).to.contain('Tổ trưởng');
        expect(file).to.contain('Cộng tác viên: 12 người (Giáo viên)');
        expect(file).to.contain('Đỗ Mẫu Đồng Ý');
      }
    });

    it('the stored copy, drawn at once on the next visit, has no names at all', async () => {
      await api.set(withPeople());
      const src = api.url('ok', 'teams/48@2008.json');
      const markup = `<tcns-team-roster src="${src}"></tcns-team-roster>`;
      const roster = await put(markup);
      await until(() => part(roster, 'title'), 'the list');
      await until(async () => (await everywhere(roster)).includes('mau-1'), 'the stored copy');
      roster.remove();
      const kept = await everywhere(roster);
      expect(kept.slice(kept.indexOf('</html>'))).not.to.contain('Đồng Ý,');
    });

    it('a role without a name is the role and its count', async () => {
      const roster = await put('<tcns-team-roster></tcns-team-roster>', withPeople());
      const [list] = roster.shadowRoot!.querySelectorAll('[part=people]');
      expect([...list!.querySelectorAll('li')].map((li) => li.textContent)).to.deep.equal([
        'Tổ trưởng',
        'Tổ phó',
        'Thành viên: Đỗ Mẫu Đồng Ý',
        'Thành viên',
        'Cộng tác viên: 12 người (Giáo viên)',
      ]);
    });
  });

  describe('contacts', () => {
    it('are links only where they are good ones, in the same window', async () => {
      const data = wards();
      data.teams = [
        {
          ...data.teams[0],
          contact: { phone: '0000 000 001', zalo: 'https://zalo.me/0000', email: 'to@mau.example' },
        },
        {
          ...data.teams[1],
          contact: { phone: 'javascript:alert(1)', zalo: 'https://evil.example/', email: 'x' },
        },
      ];
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
      const links = allByRole<HTMLAnchorElement>(roster, 'link');
      expect(links.map((a) => a.getAttribute('href'))).to.deep.equal([
        'tel:0000000001',
        'https://zalo.me/0000',
        'mailto:to@mau.example',
      ]);
      expect(links.every((a) => a.target === '')).to.equal(true);
      expect(textOf(roster)).to.contain('javascript:alert(1)');
    });

    it('have a QR code that says what it opens', async () => {
      const roster = await put('<tcns-team-roster></tcns-team-roster>', wards());
      allByRole(roster, 'button', 'Mã QR')[0]!.click();
      await until(() => part(roster, 'qr'), 'the code');
      expect(part(roster, 'qr')).to.equal('zalo.me/0000000001');
      expect(byRole(roster, 'img').getAttribute('aria-label')).to.equal(
        'Mã QR mở zalo.me/0000000001',
      );
    });
  });

  describe('the finder', () => {
    const finder = (data: unknown = wards(), more = ''): Promise<Roster> =>
      put(`<tcns-team-roster view="finder" ${more}></tcns-team-roster>`, data, 360);

    it('leads from "an khe" to the call in three steps', async () => {
      const roster = await finder();
      await type(roster, 'an khe');
      const [first] = allByRole(roster, 'button');
      expect(first!.innerText.replace(/\s+/g, ' ')).to.equal(
        'Phường An Khê (cũ) quận Thanh Khê, TP. Đà Nẵng; nay thuộc phường An Khê',
      );
      search(roster).focus();
      await sendKeys({ press: 'Enter' });
      await roster.updateComplete;
      expect(roster.shadowRoot!.activeElement?.textContent).to.equal('Chọn tổ ở nơi bạn ở');
      await click(roster, /^Tổ dân phố mẫu 2/);
      const links = allByRole<HTMLAnchorElement>(roster, 'link').map((a) => [
        a.innerText.replace(/\s+/g, ' ').trim(),
        a.getAttribute('href'),
      ]);
      expect(links).to.deep.equal([
        ['Gọi 0000 000 002', 'tel:0000000002'],
        ['Mở Zalo', 'https://zalo.me/0000000002'],
      ]);
      await expect(roster).to.be.accessible();
    });

    it('finds a commune by its former name', async () => {
      const data = wards();
      data.areas['20305@2025'] = { name: 'Mới', kind: 'ward', parent: '48@2025' };
      data.teams = data.teams.map((team) => ({ ...team, area: '20305@2025' }));
      const roster = await finder(data);
      await type(roster, 'an khê');
      expect(allByRole(roster, 'button')[0]!.innerText).to.match(
        /Phường An Khê \(cũ\)[^]*nay thuộc phường Mới/,
      );
    });

    it('keeps the way in the address, and goes back with it', async () => {
      const before = location.href;
      const roster = await finder(wards(), 'url-state');
      const chosen = oneEvent(roster, 'tcns-select');
      await click(roster, /^Phường An Khê/);
      expect(((await chosen) as TcnsSelectEvent).detail.area).to.equal('20224@2008');
      await click(roster, /^Tổ dân phố mẫu 1/);
      expect(new URL(location.href).searchParams.get('tcns-area')).to.equal('20224@2008');
      expect(new URL(location.href).searchParams.get('tcns-q')).to.equal('mau-1');
      const shared = await finder(wards(), 'url-state');
      expect(allByRole(shared, 'link').length).to.equal(2);
      history.back();
      await until(() => textOf(shared).includes('Bước 2/3'), 'one step back');
      history.replaceState(null, '', before);
    });
  });

  describe('is accessible', () => {
    const STATES: [string, string, () => unknown, number][] = [
      ['as a list', '', wards, 800],
      ['as a list on a phone', '', wards, 360],
      ['in a sidebar', '', wards, 180],
      ['as cards', 'view="cards"', wards, 800],
      ['as a plain page', 'plain', wards, 800],
      ['as a finder', 'view="finder"', wards, 360],
      ['in the dark', 'theme="dark"', wards, 800],
      ['when it is empty', '', () => ({ ...wards(), teams: [] }), 800],
      ['when it is old', '', () => ({ ...wards(), updated: '2020-01-01' }), 800],
    ];
    for (const [name, attributes, data, width] of STATES)
      it(name, async () => {
        const roster = await put(
          `<tcns-team-roster ${attributes}></tcns-team-roster>`,
          data(),
          width,
        );
        await expect(roster).to.be.accessible();
        expect(
          roster.shadowRoot!.querySelector('.box')!.scrollWidth,
          'nothing sticks out',
        ).to.be.at.most(width);
      });

    it('in English', async () => {
      const roster = await put('<tcns-team-roster lang="en"></tcns-team-roster>', wards());
      await until(() => part(roster, 'counts') === '18 teams · 90 members', 'English');
      await expect(roster).to.be.accessible();
    });

    it('with the menu open, and when a page failed', async () => {
      await serve(pages(200, 100));
      const roster = await put(nation());
      await until(() => rows(roster).length > 0, 'the first page');
      await api.mode('404');
      await type(roster, 'mau');
      await until(() => /Chưa tải được/.test(part(roster, 'progress') ?? ''), 'the failure');
      await click(roster, /^Tùy chọn cho/);
      await expect(roster).to.be.accessible();
    });

    it('while waiting and when it failed, with the fallback', async () => {
      const waiting = await put(nation('slow'));
      await expect(waiting).to.be.accessible();
      const failed = await put(
        `<tcns-team-roster api="${api.base('404')}" area="vn"><span>Hãy gọi UBND phường.</span></tcns-team-roster>`,
      );
      await until(() => /Không tải được/.test(textOf(failed)), 'the failure');
      expect(isVisible(failed.querySelector('span')!)).to.equal(true);
      await expect(failed).to.be.accessible();
    });
  });

  it('works in a hidden tab that is opened later', async () => {
    const roster = await put(
      '<div hidden><tcns-team-roster></tcns-team-roster></div>',
      pages(500, 500)[0],
    );
    roster.parentElement!.hidden = false;
    await until(() => rows(roster).some((row) => row.getBoundingClientRect().height > 0), 'rows');
    expect(rows(roster).length).to.be.lessThan(60);
  });

  it('refuses a list of which no team is left, and leaves a wrong one out', async () => {
    const failed = oneEvent(document, 'tcns-error');
    await put('<tcns-team-roster></tcns-team-roster>', {
      ...wards(),
      teams: [{ id: 'x', name: 'x', level: 'tỉnh', area: '48@2008' }],
    });
    const { error } = ((await failed) as CustomEvent<{ error: { path: string; reason: string } }>)
      .detail;
    expect(error.path).to.equal('teams[0].level');
    expect(error.reason).to.contain('no item of "teams" is left');
    const data = wards();
    data.teams[0] = { name: 'Không có mã' };
    const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
    expect(part(roster, 'counts')).to.contain('17 tổ');
  });

  it('text is only ever text', async () => {
    const evil = '<img src=x onerror="window.__hacked = 1">';
    const data = wards();
    data.teams[0]!['name'] = evil;
    const roster = await put('<tcns-team-roster></tcns-team-roster>', data);
    expect(textOf(roster)).to.contain(evil);
    expect(roster.shadowRoot!.querySelectorAll('img').length).to.equal(0);
  });
});
