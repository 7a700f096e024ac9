import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/coverage-map/coverage-map.js';
import '../src/elements/dashboard/dashboard.js';
import '../src/elements/kpi-card/kpi-card.js';
import '../src/elements/ranking/ranking.js';
import '../src/elements/trend/trend.js';
import { communes } from '../test/support/fixtures/trend.js';
import { given } from './attributes.js';

interface Args {
  area?: string;
  theme?: string;
  lang?: string;
  'no-bar'?: boolean;
}

type Story = StoryObj<Args>;

/** The widgets have their data from the story: a choice needs no request. */
const draw = (args: Args): TemplateResult =>
  html`<tcns-dashboard
    area=${given(args.area)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?no-bar=${args['no-bar']}
  >
    <div class="row">
      <tcns-kpi-card indicator="coverage.hamlet" .data=${communes()}></tcns-kpi-card>
      <tcns-kpi-card indicator="members" .data=${communes()}></tcns-kpi-card>
    </div>
    <tcns-ranking indicator="coverage.hamlet" .data=${communes()}></tcns-ranking>
    <tcns-trend indicator="coverage.hamlet" .data=${communes()}></tcns-trend>
    <tcns-coverage-map
      indicator="coverage.hamlet"
      layout="tiles"
      no-search
      .data=${communes()}
    ></tcns-coverage-map>
  </tcns-dashboard>`;

const meta: Meta<Args> = {
  id: 'dashboard',
  title: 'Bảng tổng hợp',
  component: 'tcns-dashboard',
  render: draw,
  args: { area: '44@2025' },
  argTypes: {
    area: { control: 'text' },
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

/** Choose an area in the ranking or on the map. */
export const Playground: Story = { name: 'Thử các thuộc tính / playground' };

/** A commune was chosen in the ranking. */
export const Chosen: Story = {
  name: 'Đã chọn một địa bàn / an area chosen',
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

/** `theme="dark"` on a light page reaches every widget inside. */
export const Dark: Story = { name: 'Nền tối / dark', args: { theme: 'dark' } };

/** `lang="en"` on a Vietnamese page. */
export const English: Story = { name: 'Tiếng Anh / English', args: { lang: 'en' } };

/** Without the line on top. */
export const NoBar: Story = { name: 'Không có dòng trên cùng / no bar', args: { 'no-bar': true } };
