import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/service-guide/service-guide.js';
import type { TcnsServiceGuide } from '../../src/elements/service-guide/service-guide.js';
import type { DocumentState } from '../../src/parts/base/document-controller.js';
import { eachApi, until } from '../data/faulty-api.js';
import { services } from '../support/fixtures/services.js';
import { watchLeaks } from './leaks.js';
import { boxOf } from './support.js';

const TAG = 'tcns-service-guide';
const FALLBACK = '<span>VNeID, Cổng Dịch vụ công quốc gia</span>';

const oneSpace = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const textOf = (widget: Element) => oneSpace(widget.shadowRoot?.textContent);
const cards = (widget: Element) => [
  ...widget.shadowRoot!.querySelectorAll<HTMLElement>('[part~=service]'),
];
const card = (widget: Element, name: string) => {
  const found = cards(widget).find((one) => one.textContent?.includes(name));
  if (!found) throw new Error(`no card "${name}" in: ${textOf(widget)}`);
  return found;
};
const part = (widget: Element, name: string) => {
  const found = widget.shadowRoot!.querySelector(`[part~="${name}"]`);
  return found ? oneSpace(found.textContent) : undefined;
};
const codes = (widget: Element) => [...widget.shadowRoot!.querySelectorAll('.qr svg[role=img]')];
const stateOf = (widget: TcnsServiceGuide) =>
  (widget as unknown as { documentState: DocumentState }).documentState.status;

async function put(attributes = '', inside = '', width = 800): Promise<TcnsServiceGuide> {
  const box = await boxOf(width);
  box.innerHTML = `<${TAG} ${attributes}>${inside}</${TAG}>`;
  const widget = box.firstElementChild as TcnsServiceGuide;
  await widget.updateComplete;
  return widget;
}

async function show(document: unknown, attributes = '', width = 800): Promise<TcnsServiceGuide> {
  const widget = await put(attributes, '', width);
  widget.data = document;
  await widget.updateComplete;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await widget.updateComplete;
  return widget;
}

async function becomes(widget: TcnsServiceGuide, wanted: string): Promise<void> {
  await until(() => stateOf(widget) === wanted, `the guide is ${wanted}`);
  await widget.updateComplete;
}

async function press(widget: TcnsServiceGuide, within: ParentNode, name: RegExp): Promise<void> {
  const found = [...within.querySelectorAll('button')].filter((b) =>
    name.test(oneSpace(b.getAttribute('aria-label') ?? b.textContent)),
  );
  expect(found.length, String(name)).to.equal(1);
  found[0]!.click();
  await widget.updateComplete;
}

describe(TAG, () => {
  const api = eachApi(services);
  const ask = (behaviour = 'ok', inside = '') =>
    put(`api="${api.base(behaviour)}" area="468@2008"`, inside);

  describe('what it says', () => {
    it('names the place, what it is now, the date and the source', async () => {
      const widget = await show(services());
      expect(part(widget, 'title')).to.equal('Nội dung hướng dẫn người dân, huyện Cam Lộ (cũ)');
      expect(textOf(widget)).to.contain('Nay thuộc tỉnh Quảng Trị');
      expect(part(widget, 'date')).to.equal('Số liệu 6 tháng đầu năm 2023');
      expect(part(widget, 'source')).to.equal('Nguồn: VietNamNet');
    });

    it('names its source and the date of the list where it has no figure', async () => {
      const widget = await show({ ...services(), observations: [] });
      expect(textOf(widget)).to.contain('Nguồn: VietNamNet');
      expect(textOf(widget)).to.match(/\d{1,2}\/\d{1,2}\/2026/);
      expect(part(widget, 'source')).to.equal('Nguồn: VietNamNet');
      const [foot, button] = ['footer', 'menu-button'].map((name) =>
        widget.shadowRoot!.querySelector(`[part~="${name}"]`)!.getBoundingClientRect(),
      );
      expect(button!.top, 'off the line over the foot').to.be.at.least(foot!.top + 0.9);
    });

    it('has a card for each service, those that are retired last', async () => {
      const names = cards(await show(services())).map((one) =>
        oneSpace(one.querySelector('[role=heading]')?.textContent),
      );
      expect(names).to.deep.equal([
        'Cổng Dịch vụ công quốc gia',
        'VNeID',
        'Ứng dụng cũ',
        'Lớp học buổi tối',
        'Liên kết lạ',
        'Cổng dịch vụ công của tỉnh',
      ]);
    });

    it('shows how many use it, with its date and the words of the source', async () => {
      const said = oneSpace(card(await show(services()), 'quốc gia').textContent);
      for (const words of [
        'Tỷ lệ thanh toán trực tuyến 42,8%',
        'Theo nguồn: “vượt 30% so với chỉ tiêu được giao”',
      ])
        expect(said).to.contain(words);
    });

    it('says that a figure is missing, with its target', async () => {
      const said = oneSpace(card(await show(services()), 'VNeID').textContent);
      expect(said).to.contain('Người có tài khoản Chưa có số liệu Kỳ số liệu: năm 2023');
      expect(said).to.contain('Chỉ tiêu 80%').and.not.to.contain('Số liệu năm 2023');
    });

    it('links show their host; what is retired, has no address or a wrong one is no link', async () => {
      const widget = await show(services());
      const links = [...widget.shadowRoot!.querySelectorAll<HTMLAnchorElement>('[part~=link]')];
      expect(links.map((a) => [oneSpace(a.textContent), a.href, a.rel])).to.deep.equal([
        ['dichvucong.gov.vn', 'https://dichvucong.gov.vn/p/home', 'noopener'],
        ['vneid.gov.vn', 'https://vneid.gov.vn/', 'noopener'],
        ['app.example.vn', 'https://app.example.vn/', 'noopener'],
      ]);
      const retired = card(widget, 'của tỉnh');
      expect(retired.querySelector('a, button')).to.equal(null);
      expect(oneSpace(retired.textContent)).to.contain('Ngừng sau ngày 30/6/2025');
      expect(oneSpace(card(widget, 'Ứng dụng cũ').textContent)).to.contain(
        'Dùng đến hết ngày 31/12/2099',
      );
    });

    it('says when the list was made where no service has a figure', async () => {
      const document = { ...services(), observations: [] };
      expect(textOf(await show(document))).to.contain('Danh mục cập nhật ngày 22/11/2026');
    });

    it('names no day of a list whose moment is none', async () => {
      const document = Object.assign(services(), {
        observations: [],
        updated: '2026-11-22T25:00:00+07:00',
      });
      const widget = await show(document);
      await until(() => cards(widget).length > 0, 'the cards');
      expect(textOf(widget)).not.to.contain('Danh mục cập nhật');
    });

    it('speaks English', async () => {
      const widget = await show(services(), 'lang="en"');
      await until(() => part(widget, 'title')?.startsWith('What the teams'), 'English');
      expect(oneSpace(card(widget, 'National Public Service Portal').textContent)).to.contain(
        '42.8%',
      );
    });
  });

  describe('QR codes', () => {
    it('are drawn when asked for, with their host, and go again', async () => {
      const widget = await show(services());
      expect(codes(widget)).to.have.length(0);
      const one = card(widget, 'VNeID');
      await press(widget, one, /^Mã QR/);
      await until(() => codes(widget).length === 1, 'the code');
      expect(codes(widget)[0]!.getAttribute('aria-label')).to.equal(
        'Mã QR của VNeID, mở vneid.gov.vn',
      );
      expect(oneSpace(one.querySelector('figcaption')?.textContent)).to.equal('vneid.gov.vn');
      const box = codes(widget)[0]!.getBoundingClientRect();
      expect(box.width).to.be.at.least(140);
      expect(box.width).to.be.closeTo(box.height, 1);
      await press(widget, one, /^Ẩn mã QR/);
      expect(codes(widget)).to.have.length(0);
    });

    it('are all there for a notice to print: by attribute, and from the menu', async () => {
      const widget = await show(services(), 'show-qr');
      await until(() => codes(widget).length === 3, 'all codes');
      await press(widget, widget.shadowRoot!, /^Tùy chọn cho/);
      await press(widget, widget.shadowRoot!, /^Ẩn tất cả mã QR$/);
      expect(codes(widget)).to.have.length(0);
      await press(widget, widget.shadowRoot!, /^Tùy chọn cho/);
      await press(widget, widget.shadowRoot!, /^Hiển thị tất cả mã QR$/);
      await until(() => codes(widget).length === 3, 'all codes again');
    });

    it('one can be closed among all', async () => {
      const widget = await show(services(), 'show-qr');
      await until(() => codes(widget).length === 3, 'all codes');
      await press(widget, card(widget, 'VNeID'), /^Ẩn mã QR/);
      expect(codes(widget)).to.have.length(2);
    });

    it('open and close by keyboard alone', async () => {
      const widget = await show(services());
      card(widget, 'quốc gia').querySelector('a')!.focus();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await until(() => codes(widget).length === 1, 'the code');
      expect(widget.shadowRoot!.activeElement?.getAttribute('aria-expanded')).to.equal('true');
    });
  });

  describe('states', () => {
    it('shows the fallback until the services are there, and keeps it where they never come', async () => {
      const widget = await ask('slow', FALLBACK);
      expect(textOf(widget)).to.equal('');
      await becomes(widget, 'ready');
      const failed = await ask('403', FALLBACK);
      await becomes(failed, 'failed');
      expect(failed.querySelector('span')!.getClientRects().length).to.equal(1);
      expect(textOf(failed)).to.equal('Không tải được số liệu. Thử lại');
      await api.mode('ok');
      await press(failed, failed.shadowRoot!, /^Thử lại$/);
      await becomes(failed, 'ready');
    });

    it('keeps the old list when a reload fails, and says how old it is', async () => {
      const widget = await ask();
      await becomes(widget, 'ready');
      await api.mode('404');
      await widget.reload();
      expect(stateOf(widget)).to.equal('stale');
      expect(part(widget, 'stale')).to.contain('Chưa cập nhật được');
      expect(cards(widget)).to.have.length(6);
      await expect(widget).to.be.accessible();
    });

    it('says so where there is no service', async () => {
      expect(textOf(await show({ ...services(), services: [] }))).to.contain(
        'Chưa có nội dung hướng dẫn',
      );
    });

    it('asks for services/{area}.json below its API', async () => {
      await becomes(await ask(), 'ready');
      expect((await api.log()).map(({ path }) => path).join()).to.contain('services/468@2008.json');
    });

    it('leaves nothing behind when it is removed', async () => {
      (await show(services())).remove();
      const leaks = watchLeaks();
      try {
        const widget = await ask();
        await becomes(widget, 'ready');
        widget.remove();
        await new Promise(requestAnimationFrame);
        expect(leaks.open()).to.deep.equal([]);
      } finally {
        leaks.stop();
      }
    });

    it('opens a table of its figures', async () => {
      const widget = await show(services());
      await press(widget, widget.shadowRoot!, /^Tùy chọn cho/);
      await press(widget, widget.shadowRoot!, /^Xem dưới dạng bảng$/);
      await until(() => widget.shadowRoot!.querySelector('table'), 'the table');
      const cells = [...widget.shadowRoot!.querySelectorAll('tbody tr:first-child td')];
      expect(cells.map((td) => oneSpace(td.textContent)).slice(0, 3)).to.deep.equal([
        '6 tháng đầu năm 2023',
        'Tỷ lệ thanh toán trực tuyến',
        '42,8%',
      ]);
      await expect(widget).to.be.accessible();
    });
  });

  describe('is accessible', () => {
    for (const width of [180, 800])
      it(`with its codes at ${width} px, and in the dark in English`, async () => {
        const widget = await show(services(), 'show-qr', width);
        await until(() => codes(widget).length === 3, 'all codes');
        await expect(widget).to.be.accessible();
        const english = await show(services(), 'show-qr lang="en" theme="dark"', width);
        await until(() => part(english, 'title')?.startsWith('What'), 'English');
        await expect(english).to.be.accessible();
      });

    it('while it waits', async () => {
      await expect(await ask('slow')).to.be.accessible();
    });

    for (const width of [180, 360, 800, 1200])
      it(`nothing is cut off at ${width} px`, async () => {
        const widget = await show(services(), 'show-qr', width);
        await until(() => codes(widget).length === 3, 'all codes');
        const { right } = widget.getBoundingClientRect();
        for (const element of widget.shadowRoot!.querySelectorAll('p, a, li, svg, button')) {
          expect(element.getBoundingClientRect().right).to.be.at.most(right + 0.5);
        }
      });
  });
});
