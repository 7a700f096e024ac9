/** The line chart inside a shadow root: when it loads, what it says, how it is read, what it leaves. */
import { expect, fixture, html as testHtml } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, LitElement } from 'lit';
import { base, frame as frameStyles } from '../../src/parts/styles/base.styles.js';
import {
  LineChart,
  nextPoint,
  type ChartPoint,
  type LineChartModel,
} from '../../src/parts/chart/chart.js';
import { chartStyles } from '../../src/parts/chart/chart.styles.js';
import { translator } from '../../src/i18n/translator.js';
import { until } from '../data/faulty-api.js';

const point = (
  month: number,
  value: number | null,
  more: Partial<ChartPoint> = {},
): ChartPoint => ({
  at: `tháng ${month}/2022`,
  end: Date.UTC(2022, month) - 7 * 3_600_000,
  value,
  estimated: false,
  text: value === null ? 'chưa có số liệu' : `${value} tổ`,
  ...more,
});

const model = (more: Partial<LineChartModel> = {}): LineChartModel => ({
  title: 'Số tổ',
  series: [
    { name: 'Cam Lộ', points: [point(6, 20), point(7, null), point(8, 60, { estimated: true })] },
    { name: 'Đakrông', points: [point(6, 40), point(8, 30)] },
  ],
  finest: 'month',
  axisText: String,
  ...more,
});

class Host extends LitElement {
  static override styles = [base, frameStyles, chartStyles];
  shown: LineChartModel | undefined = model();
  readonly chart = new LineChart(this);
  dark = false;
  protected override render() {
    const w = { language: 'vi', t: translator('vi') };
    return html`<div class="root tokens ${this.dark ? 'dark' : 'light'}">
      ${this.shown ? this.chart.render(this.shown, w) : ''}
    </div>`;
  }
}
customElements.define('test-chart', Host);

const put = async (inside = '<test-chart></test-chart>'): Promise<Host> => {
  const box = await fixture<HTMLElement>(testHtml`<div></div>`);
  box.innerHTML = inside;
  return box.querySelector<Host>('test-chart')!;
};
const drawn = async (host: Host): Promise<HTMLCanvasElement> => {
  await until(() => host.chart.canvas && host.chart.canvas.width > 0, 'the drawing');
  await host.updateComplete;
  return host.chart.canvas!;
};
const plot = (host: Host) => host.renderRoot.querySelector<HTMLElement>('.plot')!;
const reading = (host: Host) =>
  host.renderRoot.querySelector('[role=status]')!.textContent!.replace(/\s+/g, ' ').trim();
const pixels = (canvas: HTMLCanvasElement) =>
  canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.join();

describe('the line chart', () => {
  it('shows a plain line until it is drawn, and then the drawing alone', async () => {
    const host = await put();
    await host.updateComplete;
    expect(host.renderRoot.querySelectorAll('.preview path').length).to.equal(3);
    const canvas = await drawn(host);
    expect(host.renderRoot.querySelector('.preview')).to.equal(null);
    expect(new Set(pixels(canvas).split(',')).size > 4).to.equal(true);
  });

  it('waits until it comes into view', async () => {
    const host = await put('<div class="tall"></div><test-chart></test-chart>');
    host.previousElementSibling!.setAttribute('style', 'height: 5000px');
    await host.updateComplete;
    // What comes into view first is drawn first: this one is still waiting then.
    const near = document.createElement('test-chart') as Host;
    host.parentElement!.prepend(near);
    await drawn(near);
    expect(host.chart.canvas).to.equal(undefined);
    host.scrollIntoView();
    await drawn(host);
  });

  it('is drawn for a print wherever it is', async () => {
    const host = await put('<div></div><test-chart></test-chart>');
    host.previousElementSibling!.setAttribute('style', 'height: 5000px');
    await host.updateComplete;
    dispatchEvent(new Event('beforeprint'));
    await drawn(host);
  });

  it('works when it is first in a hidden tab', async () => {
    const host = await put('<div hidden><test-chart></test-chart></div>');
    await host.updateComplete;
    host.parentElement!.hidden = false;
    const canvas = await drawn(host);
    await until(() => canvas.getBoundingClientRect().width > 100, 'its width');
  });

  it('follows its width', async () => {
    const host = await put();
    const canvas = await drawn(host);
    host.parentElement!.setAttribute('style', 'width: 180px');
    await until(() => Math.round(canvas.getBoundingClientRect().width) === 180, 'the new width');
  });

  it('grows when a phone is turned, and keeps its height', async () => {
    const host = await put('<div hidden><test-chart></test-chart></div>');
    host.parentElement!.setAttribute('style', 'width: 320px');
    host.parentElement!.hidden = false;
    const canvas = await drawn(host);
    const sizeOf = () => {
      const { width, height } = canvas.getBoundingClientRect();
      return `${Math.round(width)} × ${Math.round(height)}`;
    };
    await until(() => sizeOf() === `320 × ${plot(host).clientHeight}`, 'its first size');
    host.parentElement!.setAttribute('style', 'width: 700px');
    await until(() => sizeOf() === `700 × ${plot(host).clientHeight}`, 'its other size');
  });

  it('is read by arrow keys, gaps too, and says where it is', async () => {
    const host = await put();
    await host.updateComplete;
    expect(reading(host)).to.contain('dùng phím mũi tên');
    plot(host).focus();
    const said: string[] = [];
    for (const press of [
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'End',
      'ArrowUp',
      'Home',
      'Escape',
    ]) {
      await sendKeys({ press });
      await host.updateComplete;
      said.push(reading(host));
    }
    expect(said.slice(0, 6)).to.deep.equal([
      'Cam Lộ, tháng 6/2022: 20 tổ',
      'Cam Lộ, tháng 7/2022: chưa có số liệu',
      'Đakrông, tháng 6/2022: 40 tổ',
      'Đakrông, tháng 8/2022: 30 tổ',
      'Cam Lộ, tháng 8/2022: 60 tổ',
      'Cam Lộ, tháng 6/2022: 20 tổ',
    ]);
    expect(said[6]).to.contain('dùng phím mũi tên');
  });

  it('leaves the keys of the page alone that are not its own', () => {
    for (const key of ['Tab', 'a', 'PageDown', 'Escape']) {
      expect(nextPoint(model(), undefined, key)).to.equal(undefined);
    }
    expect(nextPoint(model({ series: [] }), undefined, 'ArrowRight')).to.equal(undefined);
  });

  it('points at the nearest figure under the pointer', async () => {
    const host = await put();
    await drawn(host);
    const { left, right, top } = plot(host).getBoundingClientRect();
    const move = async (clientX: number, clientY: number) => {
      plot(host).dispatchEvent(new PointerEvent('pointermove', { clientX, clientY }));
      await host.updateComplete;
    };
    await move(right - 4, top + 4);
    expect(reading(host)).to.equal('Cam Lộ, tháng 8/2022: 60 tổ');
    await move(left + 30, top + 100);
    expect(reading(host)).to.match(/^(Cam Lộ|Đakrông), tháng 6\/2022/);
    plot(host).dispatchEvent(new PointerEvent('pointerleave'));
    await host.updateComplete;
    expect(reading(host)).to.contain('Chạm vào');
  });

  it('is right after the theme and the figures change', async () => {
    const host = await put();
    const canvas = await drawn(host);
    const light = pixels(canvas);
    host.dark = true;
    host.requestUpdate();
    await host.updateComplete;
    const dark = pixels(canvas);
    expect(dark === light).to.equal(false);
    host.shown = model({ series: [model().series[0]!] });
    host.requestUpdate();
    await host.updateComplete;
    expect(pixels(canvas) === dark).to.equal(false);
  });

  it('draws an estimate with a dashed line, and says so', async () => {
    const sure = await put();
    sure.shown = model({ series: [{ name: 'A', points: [point(6, 20), point(8, 60)] }] });
    const whole = pixels(await drawn(sure));
    const host = await put();
    host.shown = model({
      series: [{ name: 'A', points: [point(6, 20), point(8, 60, { estimated: true })] }],
    });
    expect(pixels(await drawn(host)) === whole).to.equal(false);
    expect(host.renderRoot.textContent).to.contain('Nét đứt: số ước tính.');
    expect(sure.renderRoot.textContent).not.to.contain('Nét đứt');
  });

  it('says where the axis does not begin at 0, and numbers what happened', async () => {
    const host = await put();
    host.shown = model({
      series: [{ name: 'A', points: [point(6, 97), point(8, 99)] }],
      annotations: [{ ...point(7, 0), text: 'ra quân' }],
      breaks: [{ ...point(8, 0), text: 'địa giới mới' }],
    });
    await drawn(host);
    expect(host.renderRoot.textContent).to.contain('Trục đứng không bắt đầu từ 0.');
    const marks = [...host.renderRoot.querySelectorAll('ol li')].map((li) => li.textContent);
    expect(marks).to.deep.equal(['Tháng 7/2022: ra quân', 'Tháng 8/2022: địa giới mới']);
  });

  it('names its lines in a legend where it is narrow, beside them where it is wide', async () => {
    const host = await put('<div style="width: 300px"><test-chart></test-chart></div>');
    await drawn(host);
    const names = () =>
      [...host.renderRoot.querySelectorAll('ul li')].map((li) => li.textContent!.trim());
    expect(names()).to.deep.equal(['Cam Lộ', 'Đakrông']);
    host.parentElement!.setAttribute('style', 'width: 700px');
    await until(() => names().length === 0, 'the names beside the lines');
  });

  it('names the measured line too where it names a plan', async () => {
    const host = await put();
    host.shown = model({
      series: [{ name: 'Cam Lộ', points: [point(1, 1), point(2, 2)] }],
      plans: [{ name: 'Kế hoạch', points: [{ end: 0, value: 1 }] }],
    });
    host.requestUpdate();
    await host.updateComplete;
    const names = [...host.renderRoot.querySelectorAll('ul li')].map((li) =>
      li.textContent!.trim(),
    );
    expect(names).to.deep.equal(['Cam Lộ', 'Kế hoạch']);
  });

  it('is accessible, drawn or not', async () => {
    const host = await put();
    await host.updateComplete;
    await expect(host).to.be.accessible();
    await drawn(host);
    plot(host).focus();
    await sendKeys({ press: 'ArrowRight' });
    await host.updateComplete;
    await expect(host).to.be.accessible();
  });

  it('draws again after it was moved, and lets go of everything when it is removed', async () => {
    const host = await put();
    await drawn(host);
    const target = document.createElement('div');
    host.parentElement!.append(target);
    target.append(host);
    await drawn(host);
    host.remove();
    expect(host.chart.canvas).to.equal(undefined);
    dispatchEvent(new Event('beforeprint'));
    await host.updateComplete;
    expect(host.chart.canvas).to.equal(undefined);
  });

  it('is gone with what it was in', async () => {
    const host = await put();
    await drawn(host);
    host.shown = undefined;
    host.requestUpdate();
    await host.updateComplete;
    expect(host.chart.canvas).to.equal(undefined);
  });
});
