import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/coverage-map/coverage-map.js';
import '../src/elements/dashboard/dashboard.js';
import '../src/elements/kpi-card/kpi-card.js';
import '../src/elements/ranking/ranking.js';
import '../src/elements/trend/trend.js';
import { sampleProvince } from '../test/support/fixtures/trend.js';
import { given, hiddenProperties } from './attributes.js';
import { inside, widgetIn } from './play.js';

interface Args {
  api?: string;
  area?: string;
  bundle?: string;
  adapter?: string;
  refresh?: number;
  'url-state'?: boolean;
  theme?: string;
  lang?: string;
  'no-bar'?: boolean;
}

type Story = StoryObj<Args>;

/** Where no API is named, the widgets have their data from the story: a choice needs no request. */
const draw = (args: Args): TemplateResult => {
  const data = args.api ? undefined : sampleProvince();
  return html`<tcns-dashboard
    api=${given(args.api)}
    area=${given(args.area)}
    bundle=${given(args.bundle)}
    adapter=${given(args.adapter)}
    refresh=${given(args.refresh)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?url-state=${args['url-state']}
    ?no-bar=${args['no-bar']}
  >
    <div class="stack">
      <div class="row">
        <tcns-kpi-card indicator="coverage.hamlet" .data=${data}></tcns-kpi-card>
        <tcns-kpi-card indicator="members" .data=${data}></tcns-kpi-card>
      </div>
      <tcns-ranking indicator="coverage.hamlet" .data=${data}></tcns-ranking>
      <tcns-trend indicator="coverage.hamlet" .data=${data}></tcns-trend>
      <tcns-coverage-map
        indicator="coverage.hamlet"
        layout="tiles"
        no-search
        .data=${data}
      ></tcns-coverage-map>
    </div>
  </tcns-dashboard>`;
};

const meta: Meta<Args> = {
  id: 'dashboard',
  title: 'Tiện ích · Widgets/Bảng tổng hợp · Dashboard',
  component: 'tcns-dashboard',
  render: draw,
  args: { area: 'mau@2025' },
  argTypes: {
    api: { control: 'text' },
    area: { control: 'text' },
    bundle: { control: 'text' },
    adapter: { control: 'text' },
    refresh: { control: { type: 'number', min: 15 } },
    'url-state': { control: 'boolean' },
    ...hiddenProperties('urlState', 'noBar'),
    theme: { control: 'select', options: [undefined, 'light', 'dark'] },
    lang: { control: 'select', options: [undefined, 'vi', 'en'] },
    'no-bar': { control: 'boolean' },
  },
  parameters: {
    docs: {
      description: {
        component: `
**Bảng tổng hợp**: các tiện ích bên trong dùng chung API, địa bàn, ngôn ngữ và giao diện; chọn một địa bàn trong
một tiện ích thì các tiện ích khác cùng chuyển sang. Thuộc tính riêng của một tiện ích luôn được giữ.

**A dashboard**: the widgets inside share its API, area, language and theme; an area chosen in one becomes the
area of the others. What a widget says itself always stays. All figures here are samples.

\`\`\`html
<tcns-dashboard api="/api/v1" area="44@2025" url-state>
  <tcns-coverage-map indicator="coverage.hamlet"></tcns-coverage-map>
  <tcns-kpi-card indicator="teams"></tcns-kpi-card>
  <tcns-ranking indicator="coverage.hamlet"></tcns-ranking>
</tcns-dashboard>
\`\`\``,
      },
    },
  },
};

export default meta;

/** Choose an area in the ranking or on the map. Every attribute can be tried, and the API switch. */
export const Playground: Story = {
  name: 'Thử các thuộc tính · Playground',
  args: { api: 'mock/sample/v1' },
};

/** A commune was chosen in the ranking. */
export const Chosen: Story = {
  name: 'Đã chọn một địa bàn · An area chosen',
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const rows = () =>
      canvasElement
        .querySelector('tcns-ranking')
        ?.shadowRoot?.querySelectorAll<HTMLElement>('.row');
    await waitFor(() => expect(rows()?.length).toBeTruthy());
    rows()?.[0]?.click();
    await waitFor(() =>
      expect(canvasElement.querySelector('tcns-kpi-card')?.getAttribute('area')).toBe('mau3@2025'),
    );
  },
};

/** And back to the whole province, by the button of the bar. */
export const BackToAll: Story = {
  name: 'Quay lại toàn địa bàn · Back to all',
  tags: ['!autodocs'],
  play: async (context) => {
    await Chosen.play?.(context);
    const bar = await inside(widgetIn(context.canvasElement, 'tcns-dashboard'), '[part=reset]');
    await expect(bar.getAttribute('aria-pressed')).toBe('false');
    bar.click();
    const card = widgetIn(context.canvasElement, 'tcns-kpi-card');
    await waitFor(() => expect(card.getAttribute('area')).toBe('mau@2025'));
  },
};

/** The API is down: each widget says so once, and nothing moves. */
export const Failed: Story = {
  name: 'Không tải được · Failed',
  args: { api: 'mock/fails' },
};

/** `theme="dark"` on a light page reaches every widget inside. */
export const Dark: Story = { name: 'Nền tối · Dark', args: { theme: 'dark' } };

/** `lang="en"` on a Vietnamese page. */
export const English: Story = { name: 'Tiếng Anh · English', args: { lang: 'en' } };

/** Without the line on top. */
export const NoBar: Story = { name: 'Không có dòng trên cùng · No bar', args: { 'no-bar': true } };
