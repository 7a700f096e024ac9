import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, fn, waitFor } from 'storybook/test';
import '../src/elements/ranking/ranking.js';
import type { Observations } from '../src/api/figures.js';
import { communes, officialOrder } from '../test/support/fixtures/trend.js';
import { dataArgTypes, given, type DataArgs } from './attributes.js';
import { ages, inside, opensTable, press, widgetIn } from './play.js';

interface Args extends DataArgs {
  order?: 'best' | 'worst';
  limit?: number;
  mark?: string;
  selected?: string;
  data?: Observations;
  /** What the mocked API would answer, where the state of the request is what the story shows. */
  answer?: () => Observations;
  onTcnsSelect?: (event: Event) => void;
}

type Story = StoryObj<Args>;

const draw = (args: Args): TemplateResult =>
  html`<tcns-ranking
    src=${given(args.src)}
    api=${given(args.api)}
    area=${given(args.area)}
    indicator=${given(args.indicator)}
    at=${given(args.at)}
    bundle=${given(args.bundle)}
    order=${given(args.order)}
    limit=${given(args.limit)}
    mark=${given(args.mark)}
    selected=${given(args.selected)}
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
    @tcns-select=${args.onTcnsSelect}
    >${args.fallback ?? nothing}</tcns-ranking
  >`;

const meta: Meta<Args> = {
  id: 'ranking',
  title: 'Tiện ích · Widgets/Xếp hạng · Ranking',
  component: 'tcns-ranking',
  render: draw,
  argTypes: {
    ...dataArgTypes,
    order: { control: 'inline-radio', options: ['best', 'worst'] },
    limit: { control: 'number' },
    mark: { control: 'text' },
    selected: { control: 'text' },
    answer: { table: { disable: true } },
    onTcnsSelect: { table: { disable: true } },
  },
  parameters: {
    docs: {
      description: {
        component: `
**Xếp hạng** các đơn vị của một địa bàn theo một chỉ số: đồng hạng, thay đổi thứ bậc, địa bàn của mình luôn
hiện. Nơi chưa có số liệu đứng riêng, không phải cuối bảng.

**The areas of an area in order**: ties, changes of place, the reader's own area always in view. Areas without
a figure stand apart: missing is not the last place. All figures here are samples.

\`\`\`html
<tcns-ranking area="44@2025" indicator="coverage.hamlet" mark="19333@2025">…</tcns-ranking>
\`\`\``,
      },
    },
  },
};

export default meta;

const rates = (more: Args = {}): Args => ({
  data: communes(),
  area: '44@2025',
  indicator: 'coverage.hamlet',
  ...more,
});

const asked = (behaviour: string, more: Args = {}): Args => ({
  src: `mock/${behaviour}/ready.json`,
  area: '44@2025',
  indicator: 'coverage.hamlet',
  answer: communes,
  ...more,
});

/** Every attribute can be tried here, and the API switch of the toolbar. */
export const Playground: Story = {
  name: 'Thử các thuộc tính · Playground',
  args: {
    api: 'mock/sample/v1',
    area: '44@2025',
    indicator: 'coverage.hamlet dossier.overdue members',
  },
};

/** Two share a place, one is new, one is missing. */
export const Best: Story = { name: 'Tốt nhất xếp trước · Best first', args: rates() };

/** From the other end; places stay what they are. */
export const Worst: Story = {
  name: 'Kém nhất xếp trước · Worst first',
  args: rates({ order: 'worst' }),
};

/** Fewer overdue applications are better. */
export const Lower: Story = {
  name: 'Càng thấp càng tốt · Lower is better',
  args: rates({ indicator: 'dossier.overdue' }),
};

/** The own area is kept in view below the first two. */
export const Mark: Story = {
  name: 'Địa bàn của mình · Own area',
  args: rates({ limit: 2, mark: 'mau4@2025' }),
};

/** The own area has no figure. */
export const MarkMissing: Story = {
  name: 'Địa bàn của mình chưa có số liệu · Own area missing',
  args: rates({ limit: 2, mark: 'mau6@2025' }),
};

/** Figures of different dates say theirs; without `better` there is no best. */
export const MixedDates: Story = {
  name: 'Không cùng thời điểm · Different dates',
  args: rates({ indicator: 'members' }),
};

/** A place in an official order is shown as published, without a bar. */
export const Official: Story = {
  name: 'Thứ hạng đã công bố · Official order',
  args: { data: officialOrder(), area: 'vn@2008', indicator: 'dti.rank', mark: '45@2008' },
};

/** 180 px wide: a sidebar. */
export const Narrow: Story = {
  name: 'Cột hẹp 180 px · Narrow',
  args: rates({ mark: 'mau4@2025' }),
  render: (args) => html`<div class="narrow">${draw(args)}</div>`,
};

/** On a page whose `color-scheme` is dark. */
export const Dark: Story = { ...Mark, name: 'Nền tối · Dark', globals: { theme: 'dark' } };

/** A page in English, from the same document. */
export const English: Story = { ...Mark, name: 'Tiếng Anh · English', globals: { language: 'en' } };

/** No area has a figure. */
export const Empty: Story = {
  name: 'Chưa có số liệu · Empty',
  args: rates({ indicator: 'teams' }),
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
  args: asked('fails', { fallback: 'Đồng Mẫu dẫn đầu (tháng 6/2026).' }),
};

/* ---- What a reader does ---- */

/** An area chosen: the page hears of it, and a dashboard shows it elsewhere. */
export const Chosen: Story = {
  name: 'Chọn một địa bàn · An area chosen',
  tags: ['!autodocs'],
  args: rates({ onTcnsSelect: fn() }),
  play: async ({ args, canvasElement }) => {
    const host = widgetIn(canvasElement, 'tcns-ranking');
    (await inside(host, 'button.row')).click();
    await waitFor(() => expect(args.onTcnsSelect).toHaveBeenCalledTimes(1));
    await inside(host, 'button.row[aria-pressed=true]');
  },
};

/** All areas, beyond the first ones. */
export const Expanded: Story = {
  name: 'Xem tất cả · Expanded',
  tags: ['!autodocs'],
  args: rates({ limit: 2 }),
  play: async ({ canvasElement }) => {
    const host = widgetIn(canvasElement, 'tcns-ranking');
    await inside(host, 'button.row');
    const rows = () => host.shadowRoot?.querySelectorAll('button.row').length ?? 0;
    const before = rows();
    await press(host, /^Xem cả|^All/);
    await waitFor(() => expect(rows()).toBeGreaterThan(before));
  },
};

/** The same figures as a table. */
export const TableOpen: Story = {
  name: 'Xem dưới dạng bảng · Table open',
  tags: ['!autodocs'],
  args: rates(),
  play: ({ canvasElement }) => opensTable(widgetIn(canvasElement, 'tcns-ranking')),
};
