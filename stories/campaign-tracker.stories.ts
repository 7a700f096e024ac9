import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/campaign-tracker/campaign-tracker.js';
import { binhPhuoc, running } from '../test/support/fixtures/campaign.js';
import { sampleCampaign } from '../tools/sample/sample-campaign.mjs';
import { dataArgTypes, given, type DataArgs } from './attributes.js';
import { ages, inside, opensTable, press, says, select, widgetIn } from './play.js';

interface TrackerArgs extends DataArgs {
  campaign?: string;
  view?: 'full' | 'compact' | 'headline';
  data?: unknown;
  /** Shows the invented campaign that always runs today. */
  today?: boolean;
  /** What the mocked API would answer, where the state of the request is what the story shows. */
  answer?: () => unknown;
}
type Story = StoryObj<TrackerArgs>;

const tracker = (args: TrackerArgs): TemplateResult =>
  html`<tcns-campaign-tracker
    src=${given(args.src)}
    api=${given(args.api)}
    campaign=${given(args.campaign)}
    area=${given(args.area)}
    view=${given(args.view)}
    at=${given(args.at)}
    bundle=${given(args.bundle)}
    heading=${given(args.heading)}
    heading-level=${given(args['heading-level'])}
    refresh=${given(args.refresh)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?no-menu=${args['no-menu']}
    ?no-download=${args['no-download']}
    .data=${args.today ? sampleCampaign(Date.now()) : args.data}
    .adapter=${args.answer ?? args.adapter}
    @tcns-load=${args.onTcnsLoad}
    @tcns-error=${args.onTcnsError}
    >${args.fallback ?? nothing}</tcns-campaign-tracker
  >`;

const meta: Meta<TrackerArgs> = {
  id: 'campaign-tracker',
  title: 'Tiện ích · Widgets/Theo dõi chiến dịch · Campaign tracker',
  component: 'tcns-campaign-tracker',
  render: tracker,
  argTypes: {
    ...dataArgTypes,
    campaign: { control: 'text' },
    view: { control: 'inline-radio', options: ['full', 'compact', 'headline'] },
    today: { table: { disable: true } },
    answer: { table: { disable: true } },
  },
  parameters: {
    docs: {
      description: {
        component: `
**Theo dõi chiến dịch**: ngày thứ mấy, còn bao nhiêu ngày, từng chỉ tiêu so với mục tiêu và kế hoạch, xếp
hạng, kết quả nổi bật, mốc thời gian, hoạt động. Chỉ tiêu chưa có kết quả thì không có thanh tiến độ.

**A campaign day by day**: each goal against its target and its plan, standings, highlights, milestones and
activities. A goal without a result has no bar. Every figure but Bình Phước's is a sample.

\`\`\`html
<tcns-campaign-tracker campaign="bp-92-ngay-dem">…</tcns-campaign-tracker>
\`\`\``,
      },
    },
  },
};

export default meta;

const asked = (behaviour: string, more: TrackerArgs = {}): TrackerArgs => ({
  src: `mock/${behaviour}/ready.json`,
  answer: running,
  ...more,
});

/** Every attribute can be tried here, and the API switch of the toolbar. */
export const Playground: Story = {
  name: 'Thử các thuộc tính · Playground',
  args: { api: 'mock/sample/v1', campaign: 'mau-92-ngay', view: 'full' },
};

/** Bình Phước, 2022: targets without a published result. No bar, no 0%. */
export const WithoutResults: Story = {
  name: 'Chưa có kết quả · Without results',
  args: { data: binhPhuoc() },
};

/** A campaign that is over, with a level, a goal where lower is better, and a tie in the standings. */
export const Ended: Story = { name: 'Đã kết thúc · Ended', args: { data: running() } };

/** For a sidebar. */
export const Compact: Story = { name: 'Gọn · Compact', args: { view: 'compact', today: true } };

/** One line for a newspaper. */
export const Headline: Story = {
  name: 'Một dòng · Headline',
  args: { view: 'headline', today: true },
};

/** One line without results. */
export const HeadlineWithoutResults: Story = {
  name: 'Một dòng, chưa có kết quả · Headline without results',
  args: { view: 'headline', data: binhPhuoc() },
};

/** 180 px wide: a sidebar. */
export const Narrow: Story = {
  name: 'Cột hẹp 180 px · Narrow',
  args: { view: 'compact', data: running() },
  render: (args) => html`<div class="narrow">${tracker(args)}</div>`,
};

/** With `refresh` it says when the last answer came. */
export const Live: Story = {
  name: 'Tự cập nhật · Live',
  args: { view: 'compact', data: running(), refresh: 60 },
};

/* ---- States ---- */

/** The real layout in quiet blocks, after 200 ms. */
export const Waiting: Story = { name: 'Đang tải · Waiting', args: asked('waits') };

/** The same of the headline. */
export const WaitingHeadline: Story = {
  name: 'Đang tải, một dòng · Waiting, headline',
  args: asked('waits', { view: 'headline' }),
};

/** The API answered once and then failed: the campaign stays, with its age. */
export const Stale: Story = {
  name: 'Chưa cập nhật được · Stale',
  args: asked('stale', { view: 'compact' }),
  render: (args) => tracker({ ...args, onTcnsLoad: ages }),
};

/** A campaign without goals. */
export const Empty: Story = {
  name: 'Chưa có chỉ tiêu · Empty',
  args: { data: { ...running(), goals: [], milestones: [], activities: [], highlights: [] } },
};

/** Failed without data: one quiet sentence and a button. */
export const Failed: Story = { name: 'Không tải được · Failed', args: asked('fails') };

/** Failed, with the page's own words above the sentence. */
export const FailedWithFallback: Story = {
  name: 'Không tải được, có nội dung dự phòng · Failed, fallback',
  args: asked('fails', { fallback: 'Chiến dịch 92 ngày đêm, từ 01/6 đến 31/8/2022.' }),
};

/* ---- What a reader does ---- */

/** Another goal: its history and its standings. */
export const GoalChosen: Story = {
  name: 'Chọn một chỉ tiêu · Goal chosen',
  tags: ['!autodocs'],
  args: { today: true },
  play: async ({ canvasElement }) => {
    const host = widgetIn(canvasElement, 'tcns-campaign-tracker');
    const list = await inside<HTMLSelectElement>(host, 'select');
    const words = () => host.shadowRoot?.querySelector('[part=standings]')?.textContent;
    await waitFor(() => expect(list.options.length).toBeGreaterThan(1));
    const before = words();
    await select(host, 1);
    await waitFor(() => expect(words()).not.toBe(before));
  },
};

/** The same figures as a table. */
export const TableOpen: Story = {
  name: 'Xem dưới dạng bảng · Table open',
  tags: ['!autodocs'],
  args: { data: running() },
  play: ({ canvasElement }) => opensTable(widgetIn(canvasElement, 'tcns-campaign-tracker')),
};

/** The API fails once; the button asks again. */
export const Retried: Story = {
  name: 'Thử lại · Retry',
  tags: ['!autodocs'],
  args: asked('mends'),
  play: async ({ canvasElement }) => {
    const host = widgetIn(canvasElement, 'tcns-campaign-tracker');
    // a second visit finds the answer in the browser's store
    await inside(host, '[part=retry], [part=goals]');
    if (!host.shadowRoot?.querySelector('[part=goals]')) await press(host, /Thử lại|again/);
    await says(host, /Số liệu minh họa|Sample/);
  },
};

/* ---- Page ---- */

/** On a dark page. */
export const Dark: Story = {
  name: 'Nền tối · Dark',
  args: { today: true },
  globals: { theme: 'dark' },
};

/** In English. */
export const English: Story = {
  name: 'Tiếng Anh · English',
  args: { today: true },
  globals: { language: 'en' },
};
