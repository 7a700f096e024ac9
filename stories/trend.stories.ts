import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import '../src/elements/trend/trend.js';
import type { Observations } from '../src/api/figures.js';
import {
  communes,
  falling,
  gaps,
  national,
  places,
  ranges,
} from '../test/support/fixtures/trend.js';
import { dataArgTypes, given, type DataArgs } from './attributes.js';
import { ages, inside, opensTable, says, widgetIn } from './play.js';

interface Args extends DataArgs {
  annotations?: string;
  data?: Observations;
  /** What the mocked API would answer, where the state of the request is what the story shows. */
  answer?: () => Observations;
}

type Story = StoryObj<Args>;

const draw = (args: Args): TemplateResult =>
  html`<tcns-trend
    src=${given(args.src)}
    api=${given(args.api)}
    area=${given(args.area)}
    indicator=${given(args.indicator)}
    at=${given(args.at)}
    bundle=${given(args.bundle)}
    annotations=${given(args.annotations)}
    heading=${given(args.heading)}
    heading-level=${given(args['heading-level'])}
    refresh=${given(args.refresh)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?no-menu=${args['no-menu']}
    ?no-download=${args['no-download']}
    .data=${args.data}
    .adapter=${args.answer ?? args.adapter}
    @tcns-load=${args.onTcnsLoad}
    @tcns-error=${args.onTcnsError}
    >${args.fallback ?? nothing}</tcns-trend
  >`;

const meta: Meta<Args> = {
  id: 'trend',
  title: 'Tiện ích · Widgets/Biểu đồ theo thời gian · Trend',
  component: 'tcns-trend',
  render: draw,
  argTypes: {
    ...dataArgTypes,
    annotations: { control: 'text' },
    answer: { table: { disable: true } },
  },
  parameters: {
    docs: {
      description: {
        component: `
**Biểu đồ theo thời gian**: một hay nhiều chỉ số hoặc địa bàn. Chỗ thiếu số liệu là chỗ đứt, số ước tính là
nét đứt. Đọc từng điểm bằng phím mũi tên; có dạng bảng, CSV và PNG.

**Figures over time**: one or several indicators or areas. Missing figures are gaps, estimates are dashed.
Each point is read by the arrow keys; with a table, CSV and PNG. Chart.js loads when the chart is in view.

\`\`\`html
<tcns-trend area="vn@2025" indicator="teams">27.200 tổ (6/2022), hơn 74.000 tổ (3/2025).</tcns-trend>
\`\`\``,
      },
    },
  },
};

export default meta;

const rate = (data: Observations, more: Args = {}): Args => ({
  data,
  area: '44@2025',
  indicator: 'coverage.hamlet',
  ...more,
});

const asked = (behaviour: string, more: Args = {}): Args => ({
  src: `mock/${behaviour}/ready.json`,
  area: 'vn',
  indicator: 'teams',
  answer: national,
  ...more,
});

/** Every attribute can be tried here, and the API switch of the toolbar. */
export const Playground: Story = {
  name: 'Thử các thuộc tính · Playground',
  args: { api: 'mock/v1', area: 'vn@2025', indicator: 'teams members' },
};

/** Three dates in three years: the line between them is no figure. */
export const National: Story = {
  name: 'Cả nước · Nation',
  args: { data: national(), area: 'vn', indicator: 'teams' },
};

/** A month without a figure, an estimate, the words of the source, a correction. */
export const Gaps: Story = { name: 'Đứt quãng, ước tính · Gaps, estimate', args: rate(gaps()) };

/** Falling, across the day on which the provinces were merged. */
export const Falling: Story = {
  name: 'Giảm, qua lần sắp xếp · Falling, edition break',
  args: { data: falling(), area: '44@2025', indicator: 'members' },
};

/** Places in an order: 1 is on top. */
export const Rank: Story = {
  name: 'Thứ hạng · Rank',
  args: { data: places(), area: '44@2025', indicator: 'dti.rank' },
};

/** Ranges are upright strokes, the last one open above. */
export const Ranges: Story = {
  name: 'Khoảng · Ranges',
  args: { data: ranges(), area: '44@2025', indicator: 'size' },
};

/** Several areas of one document. */
export const Areas: Story = {
  name: 'Nhiều địa bàn · Several areas',
  args: rate(communes(), { area: 'mau1@2025 mau3@2025 mau4@2025' }),
};

/** What the page marks itself. */
export const Annotations: Story = {
  name: 'Mốc của trang · Annotations',
  args: {
    data: national(),
    area: 'vn',
    indicator: 'teams',
    annotations: '2022-12-31 Tổng kết năm; 2024-06 Hội nghị toàn quốc',
  },
};

/** 180 px wide: a sidebar. */
export const Narrow: Story = {
  name: 'Cột hẹp 180 px · Narrow',
  args: rate(gaps()),
  render: (args) => html`<div class="narrow">${draw(args)}</div>`,
};

/** On a page whose `color-scheme` is dark. */
export const Dark: Story = { ...Areas, name: 'Nền tối · Dark', globals: { theme: 'dark' } };

/** A page in English, from the same document. */
export const English: Story = { ...Gaps, name: 'Tiếng Anh · English', globals: { language: 'en' } };

/** An indicator of which the document has nothing. */
export const Empty: Story = {
  name: 'Chưa có số liệu · Empty',
  args: { data: national(), area: 'vn', indicator: 'coverage.hamlet' },
};

/** The real layout in quiet blocks, after 200 ms. */
export const Waiting: Story = { name: 'Đang tải · Waiting', args: asked('waits') };

/** The API answered once and then failed: the figures stay, with their age. */
export const Stale: Story = {
  name: 'Chưa cập nhật được · Stale',
  args: asked('stale'),
  render: (args) => draw({ ...args, onTcnsLoad: ages }),
};

/** Failed without data: one quiet sentence and a button. */
export const Failed: Story = { name: 'Không tải được · Failed', args: asked('fails') };

/** Failed, with the page's own words above the sentence. */
export const FailedWithFallback: Story = {
  name: 'Không tải được, có nội dung dự phòng · Failed, fallback',
  args: asked('fails', { fallback: 'Cả nước có 45.895 tổ (tháng 8/2022).' }),
};

/* ---- What a reader does ---- */

/** Each point by the arrow keys: the missing month is read as missing. */
export const ReadByKeys: Story = {
  name: 'Đọc bằng phím mũi tên · Read by keys',
  tags: ['!autodocs'],
  args: rate(gaps()),
  play: async ({ canvasElement }) => {
    const host = widgetIn(canvasElement, 'tcns-trend');
    const plot = await inside(host, '.plot');
    plot.focus();
    for (let i = 0; i < 3; i += 1) {
      plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await host.updateComplete;
    }
    await says(host, /Tháng 3\/2026: chưa có số liệu/);
  },
};

/** The same figures as a table. */
export const TableOpen: Story = {
  name: 'Xem dưới dạng bảng · Table open',
  tags: ['!autodocs'],
  args: rate(gaps()),
  play: ({ canvasElement }) => opensTable(widgetIn(canvasElement, 'tcns-trend')),
};
