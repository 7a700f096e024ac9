/** The line chart inside a shadow root: when it loads, what it says, how it is read, what it leaves. */
import { expect, fixture, html as testHtml } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, LitElement } from 'lit';
import { base, frame as frameStyles } from '../../src/parts/styles/base.styles.js';
import { LineChart, type ChartPoint, type LineChartModel } from '../../src/parts/chart/chart.js';
import { nextPoint } from '../../src/parts/chart/chart-reader.js';
import { chartStyles } from '../../src/parts/chart/chart.styles.js';
import { translator } from '../../src/i18n/translator.js';
import { placeValues } from '../../src/parts/chart/chart-values.js';
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

/** What is written into drawings while `act` runs. */
async function writtenBy(act: () => Promise<unknown>): Promise<string[]> {
  const own = CanvasRenderingContext2D.prototype;
  const { fillText } = own;
  const words: string[] = [];
  own.fillText = function (text, x, y) {
    words.push(text);
    return fillText.call(this, text, x, y);
  };
  try {
    await act();
  } finally {
    own.fillText = fillText;
  }
  return words;
}

const spots = (...at: [x: number, y: number, text: string][]) =>
  at.map(([x, y, text]) => ({ x, y, text, width: text.length * 7 }));
const room = { left: 40, top: 0, right: 600, bottom: 200 };

describe('the values beside the points', () => {
  it('stand over a point, beside it where the line goes up through there', () => {
    const placed = placeValues(
      [spots([60, 150, '27.200'], [90, 110, '45.895'], [590, 30, 'hơn 74.000'])],
      [],
      room,
      13,
    );
    expect(placed.map(({ text }) => text).sort()).to.deep.equal(['27.200', '45.895', 'hơn 74.000']);
    for (const { text, x } of placed) {
      expect(x - text.length * 3.5 >= 40 && x + text.length * 3.5 <= 600, text).to.equal(true);
    }
  });

  it('are left out where they would touch, the last first in line', () => {
    const close = spots(
      ...[...Array(30).keys()].map((i): [number, number, string] => [50 + i * 14, 100, `${i}.000`]),
    );
    const placed = placeValues([close], [], room, 13);
    expect(placed[0]?.text).to.equal('29.000');
    expect(placed.length < 30 && placed.length > 4).to.equal(true);
    const edges = placed.map(({ x, y, text }) => [x - text.length * 3.5, x + text.length * 3.5, y]);
    edges.forEach(([left = 0, right = 0, y = 0], i) =>
      edges.slice(i + 1).forEach(([l = 0, r = 0, other = 0]) => {
        const apart = r <= left || l >= right || Math.abs(other - y) >= 13;
        expect(apart, `${left} ${l}`).to.equal(true);
      }),
    );
  });
});

describe('the line chart', () => {
  it('writes what its figures are beside the points, and what its axis counts', async () => {
    const host = await put();
    host.shown = model({
      unit: 'Đơn vị: tổ',
      series: [
        {
          name: 'A',
          points: [
            point(1, 27_200, { short: '27.200' }),
            point(6, 45_895, { short: '45.895' }),
            point(12, 74_000, { short: 'hơn 74.000' }),
          ],
        },
      ],
    });
    const words = await writtenBy(() => drawn(host));
    expect(words).to.include.members(['Đơn vị: tổ', '27.200', '45.895', 'hơn 74.000']);
  });

  it('has the signs of its lines in its legend', async () => {
    const host = await put();
    const days = [...Array(300).keys()].map((i) => ({
      ...point(1, i),
      end: Date.UTC(2022, 0, 1) + i * 86_400_000,
    }));
    const paths = () => [...host.renderRoot.querySelectorAll('.lines path')];
    host.shown = model({
      series: [
        { name: 'A', points: [point(6, 1), point(8, 2)] },
        { name: 'B', points: [point(6, 2, { estimated: true }), point(8, 3, { estimated: true })] },
      ],
    });
    host.parentElement!.setAttribute('style', 'width: 300px');
    await drawn(host);
    expect(paths().map((path) => path.getAttribute('class') ?? 'line')).to.deep.equal([
      'line',
      'mark ',
      'line',
      'mark hollow',
    ]);
    expect(paths()[2]!.getAttribute('stroke-dasharray')).to.equal('6 4');
    const mark = host.renderRoot.querySelector('.mark')!;
    expect(getComputedStyle(mark).fill, 'filled as in the chart').not.to.equal('none');
    host.shown = model({ series: [days, days].map((points, i) => ({ name: `L${i}`, points })) });
    host.requestUpdate();
    await host.updateComplete;
    await host.updateComplete;
    expect(paths().length, 'no marks, because the lines have none').to.equal(2);
  });

  it('shares its scale with what measures the same in one dashboard, and with nothing else', async () => {
    const lineTo = (value: number) =>
      model({
        scale: 'teams',
        series: [{ name: 'A', points: [point(6, 0), point(8, value, { short: 'đỉnh' })] }],
      });
    const box =
      '<tcns-dashboard><test-chart></test-chart><test-chart></test-chart></tcns-dashboard>';
    const top = await put(box);
    const [first, second] = [...top.parentElement!.children] as [Host, Host];
    first.shown = lineTo(1000);
    second.shown = lineTo(400);
    [first, second].forEach((host) => host.requestUpdate());
    await drawn(first);
    const ticks = await writtenBy(async () => {
      await drawn(second);
      second.requestUpdate();
      await second.updateComplete;
    });
    expect(ticks).to.include('1000');
    const alone = await writtenBy(async () => {
      first.remove();
      await second.updateComplete;
    });
    expect(alone, 'room again').to.include('400').and.not.to.include('1000');
    second.parentElement!.append(first);
    first.shown = lineTo(100_000);
    first.requestUpdate();
    await drawn(first);
    await second.updateComplete;
    expect(second.renderRoot.textContent, 'a line that would be flat').to.contain('Thang đo khác');
  });

  it('shows a plain line until it is drawn, and then the drawing alone', async () => {
    const host = await put();
    await host.updateComplete;
    expect(host.renderRoot.querySelectorAll('.preview path').length).to.equal(3);
    const canvas = await drawn(host);
    expect(host.renderRoot.querySelector('.preview')).to.equal(null);
    expect(new Set(pixels(canvas).split(',')).size > 4).to.equal(true);
  });

  it('gives no figure without a date a place in the plain line, nor its words', async () => {
    const host = document.createElement('test-chart') as Host;
    host.shown = model({
      series: [
        { name: 'Cam Lộ', points: [point(6, 20), point(8, 40), point(7, 30, { end: NaN })] },
      ],
    });
    (await put('<test-chart></test-chart>')).replaceWith(host);
    await host.updateComplete;
    expect(host.renderRoot.querySelector('.preview.words')).to.not.equal(null);
    expect(host.shadowRoot!.innerHTML).not.to.contain('NaN');
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
