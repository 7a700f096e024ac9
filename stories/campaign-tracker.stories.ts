import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/campaign-tracker/campaign-tracker.js';
import { binhPhuoc, running } from '../test/support/fixtures/campaign.js';
import { sampleCampaign } from '../tools/lib/sample-campaign.mjs';
import { dataArgTypes, given, type DataArgs } from './attributes.js';

interface TrackerArgs extends DataArgs {
  campaign?: string;
  view?: 'full' | 'compact' | 'headline';
  data?: unknown;
  /** Shows the invented campaign that always runs today. */
  today?: boolean;
}
type Story = StoryObj<TrackerArgs>;

const tracker = (args: TrackerArgs): TemplateResult =>
  html`<tcns-campaign-tracker
    src=${given(args.src)}
    api=${given(args.api)}
    campaign=${given(args.campaign)}
    area=${given(args.area)}
    view=${given(args.view)}
    bundle=${given(args.bundle)}
    heading=${given(args.heading)}
    heading-level=${given(args['heading-level'])}
    refresh=${given(args.refresh)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?no-menu=${args['no-menu']}
    ?no-download=${args['no-download']}
    .data=${args.today ? sampleCampaign(Date.now()) : args.data}
    @tcns-load=${args.onTcnsLoad}
    @tcns-error=${args.onTcnsError}
    >${args.fallback}</tcns-campaign-tracker
  >`;

const meta: Meta<TrackerArgs> = {
  id: 'campaign-tracker',
  title: 'Theo dõi chiến dịch',
  component: 'tcns-campaign-tracker',
  render: tracker,
  argTypes: {
    ...dataArgTypes,
    campaign: { control: 'text' },
    view: { control: 'inline-radio', options: ['full', 'compact', 'headline'] },
    today: { table: { disable: true } },
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

/** Every attribute can be tried here. */
export const Playground: Story = {
  name: 'Thử các thuộc tính / playground',
  args: { today: true, view: 'full' },
};

/** Bình Phước, 2022: targets without a published result. No bar, no 0 %. */
export const WithoutResults: Story = {
  name: 'Chưa có kết quả / without results',
  args: { data: binhPhuoc() },
};

/** A campaign that is over, with a level, a goal where lower is better, and a tie in the standings. */
export const Ended: Story = { name: 'Đã kết thúc / ended', args: { data: running() } };

/** For a sidebar. */
export const Compact: Story = { name: 'Gọn / compact', args: { view: 'compact', today: true } };

/** One line for a newspaper. */
export const Headline: Story = {
  name: 'Một dòng / headline',
  args: { view: 'headline', today: true },
};

/** One line without results. */
export const HeadlineWithoutResults: Story = {
  name: 'Một dòng, chưa có kết quả / headline without results',
  args: { view: 'headline', data: binhPhuoc() },
};

/** On a dark page. */
export const Dark: Story = {
  name: 'Nền tối / dark',
  args: { today: true },
  globals: { theme: 'dark' },
};

/** In English. */
export const English: Story = {
  name: 'Tiếng Anh / English',
  args: { today: true },
  globals: { language: 'en' },
};
