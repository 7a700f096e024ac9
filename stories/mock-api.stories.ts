import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/campaign-tracker/campaign-tracker.js';
import '../src/elements/coverage-map/coverage-map.js';
import '../src/elements/kpi-card/kpi-card.js';
import '../src/elements/ranking/ranking.js';
import '../src/elements/service-guide/service-guide.js';
import '../src/elements/stat/stat.js';
import '../src/elements/team-roster/team-roster.js';
import '../src/elements/trend/trend.js';
import { FAILURES, withSwitches, type Failure } from '../.storybook/switches.js';
import { given } from './attributes.js';
import { inside, widgetIn } from './play.js';

const WIDGETS = {
  'kpi-card': (api: string, refresh?: number) =>
    html`<tcns-kpi-card
      api=${api}
      area="vn@2025"
      indicator="teams"
      refresh=${given(refresh)}
    ></tcns-kpi-card>`,
  stat: (api: string, refresh?: number) =>
    html`<p>
      Cả nước có
      <tcns-stat api=${api} area="vn@2025" indicator="teams" unit refresh=${given(refresh)}
        >45.895 tổ</tcns-stat
      >.
    </p>`,
  trend: (api: string, refresh?: number) =>
    html`<tcns-trend
      api=${api}
      area="vn@2025"
      indicator="teams"
      refresh=${given(refresh)}
    ></tcns-trend>`,
  ranking: (api: string, refresh?: number) =>
    html`<tcns-ranking
      api=${api}
      area="44@2025"
      indicator="coverage.hamlet"
      refresh=${given(refresh)}
    ></tcns-ranking>`,
  'coverage-map': (api: string, refresh?: number) =>
    html`<tcns-coverage-map
      api=${api}
      area="vn@2025"
      indicator="coverage.hamlet"
      refresh=${given(refresh)}
    ></tcns-coverage-map>`,
  'campaign-tracker': (api: string, refresh?: number) =>
    html`<tcns-campaign-tracker
      api=${api}
      campaign="mau-92-ngay"
      refresh=${given(refresh)}
    ></tcns-campaign-tracker>`,
  'team-roster': (api: string, refresh?: number) =>
    html`<tcns-team-roster api=${api} area="48@2008" refresh=${given(refresh)}></tcns-team-roster>`,
  'service-guide': (api: string, refresh?: number) =>
    html`<tcns-service-guide
      api=${api}
      area="468@2008"
      refresh=${given(refresh)}
    ></tcns-service-guide>`,
} satisfies Record<string, (api: string, refresh?: number) => TemplateResult>;

type Widget = keyof typeof WIDGETS;
/** The figures of these are published ones; all the others show samples. */
const PUBLISHED: readonly Widget[] = ['kpi-card', 'stat', 'trend'];

interface Args {
  widget: Widget;
  delay: number;
  fail: Failure | 'none';
  live: boolean;
  refresh?: number;
}

type Story = StoryObj<Args>;

interface Askable extends HTMLElement {
  reload?: () => Promise<void>;
}
/** Asks again at once, as a poll would. */
function askAgain({ target }: Event): void {
  const box = (target as Element).closest('.lab');
  box?.querySelectorAll<Askable>('.lab-widget *').forEach((one) => void one.reload?.());
}

const lab = ({ widget, delay, fail, live, refresh }: Args): TemplateResult => {
  const base = PUBLISHED.includes(widget) ? 'mock/v1' : 'mock/sample/v1';
  const api = withSwitches(base, { delay, fail: fail === 'none' ? undefined : fail, live });
  return html`<div class="lab">
    <p>
      <button class="ask-again" @click=${askAgain}>Hỏi lại / ask again</button>
      <code>api="${api}"</code>
    </p>
    <div class="lab-widget">${WIDGETS[widget](api, refresh)}</div>
  </div>`;
};

const meta: Meta<Args> = {
  id: 'mock-api',
  title: 'API giả lập · Mock API',
  render: lab,
  args: { widget: 'kpi-card', delay: 0, fail: 'none', live: false },
  argTypes: {
    widget: { control: 'select', options: Object.keys(WIDGETS) },
    delay: {
      control: { type: 'range', min: 0, max: 12000, step: 250 },
      description: 'Milliseconds before each answer. A client gives up after 10 s.',
    },
    fail: {
      control: 'select',
      options: ['none', ...FAILURES],
      description:
        'A missing file, a broken server, no network, a page in place of JSON, JSON of another shape.',
    },
    live: {
      control: 'boolean',
      description: 'Each answer has other figures. They are samples then, and say so.',
    },
    refresh: {
      control: { type: 'number', min: 15 },
      description: 'Seconds between polls; “ask again” does not wait for them.',
    },
  },
  parameters: {
    docs: {
      description: {
        component: `
**API giả lập**: chọn một tiện ích rồi làm cho API chậm, hỏng hoặc đổi số liệu để xem trang của mình sẽ ra sao.
Các câu chuyện có \`api="mock/…"\` cũng theo công tắc **API** trên thanh công cụ.

**The mocked API**: choose a widget, then make its API late, broken or live. The switch **API** in the toolbar
does the same for every story that asks \`mock/v1\`, \`mock/sample/v1\` or \`mock/forms/…\`. A figure that was
seen before stays on the screen with its age, as it would for a reader: clear the site's data to see a first visit.`,
      },
    },
  },
};

export default meta;

/** Turn the switches in the controls. */
export const Switches: Story = { name: 'Công tắc · Switches' };

/** An answer after two seconds: quiet blocks of the final size until then. */
export const Slow: Story = {
  name: 'Chậm · Slow',
  tags: ['!autodocs'],
  args: { delay: 2000 },
  play: async ({ canvasElement }) => {
    const host = widgetIn(canvasElement, 'tcns-kpi-card');
    await inside(host, '[aria-busy=true]');
    await inside(host, '[part=value]');
  },
};

/** Each answer differs; a reload draws it without a flash. */
export const Live: Story = {
  name: 'Số liệu đổi liên tục · Live',
  args: { live: true, refresh: 15 },
};

/** The same, asked again: the figure grew, and its source says that it is a sample. */
export const LiveAskedAgain: Story = {
  ...Live,
  name: 'Hỏi lại · Asked again',
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const host = widgetIn(canvasElement, 'tcns-kpi-card');
    const first = (await inside(host, '[part=value]')).textContent;
    canvasElement.querySelector<HTMLElement>('.ask-again')?.click();
    await waitFor(() =>
      expect(host.shadowRoot?.querySelector('[part=value]')?.textContent).not.toBe(first),
    );
    await expect(host.shadowRoot?.textContent).toMatch(/Số liệu minh họa/);
  },
};

/** Every kind of failure side by side; none of them leaves an empty hole. */
export const EveryFailure: Story = {
  name: 'Mọi kiểu hỏng · Every failure',
  parameters: { controls: { disable: true } },
  render: () =>
    html`<div class="row">
      ${FAILURES.map(
        (fail) =>
          html`<div>
            <p><code>${fail}</code></p>
            <tcns-kpi-card
              api=${withSwitches('mock/v1', { fail })}
              area="vn@2025"
              indicator="teams"
            ></tcns-kpi-card>
          </div>`,
      )}
    </div>`,
};
