import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/service-guide/service-guide.js';
import { services } from '../test/support/fixtures/services.js';
import { dataArgTypes, given, hiddenProperties, type DataArgs } from './attributes.js';
import { ages, inside, opensTable, press, widgetIn } from './play.js';

interface GuideArgs extends DataArgs {
  'show-qr'?: boolean;
  data?: unknown;
  /** What the mocked API would answer, where the state of the request is what the story shows. */
  answer?: () => unknown;
}
type Story = StoryObj<GuideArgs>;

const guide = (args: GuideArgs): TemplateResult =>
  html`<tcns-service-guide
    src=${given(args.src)}
    api=${given(args.api)}
    area=${given(args.area)}
    at=${given(args.at)}
    bundle=${given(args.bundle)}
    heading=${given(args.heading)}
    heading-level=${given(args['heading-level'])}
    refresh=${given(args.refresh)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?show-qr=${args['show-qr']}
    ?no-menu=${args['no-menu']}
    ?no-download=${args['no-download']}
    .data=${args.data}
    .adapter=${args.answer ?? args.adapter}
    @tcns-load=${args.onTcnsLoad}
    @tcns-error=${args.onTcnsError}
    >${args.fallback ?? nothing}</tcns-service-guide
  >`;

const meta: Meta<GuideArgs> = {
  id: 'service-guide',
  title: 'Tiện ích · Widgets/Tổ hướng dẫn gì · Service guide',
  component: 'tcns-service-guide',
  render: guide,
  argTypes: {
    ...dataArgTypes,
    'show-qr': { control: 'boolean' },
    ...hiddenProperties('showQr'),
    answer: { table: { disable: true } },
  },
  parameters: {
    docs: {
      description: {
        component: `
**Tổ hướng dẫn gì**: mỗi dịch vụ một thẻ, có liên kết ghi rõ tên máy chủ, mã QR và số người dùng nơi có số liệu.

**What the teams help with**: a card for each service, with a link that shows where it leads, a QR code and
how many use it.

\`\`\`html
<tcns-service-guide area="468@2008">…</tcns-service-guide>
\`\`\``,
      },
    },
  },
};

export default meta;

const asked = (behaviour: string, more: GuideArgs = {}): GuideArgs => ({
  src: `mock/${behaviour}/ready.json`,
  answer: services,
  ...more,
});

/** Every attribute can be tried here, and the API switch of the toolbar. */
export const Playground: Story = {
  name: 'Thử các thuộc tính · Playground',
  args: { api: 'mock/sample/v1', area: '468@2008' },
};

/** Links show where they lead; a retired service has none. */
export const Cards: Story = { name: 'Thẻ dịch vụ · Cards', args: { data: services() } };

/** Every QR code from the start: a notice to print. */
export const Codes: Story = {
  name: 'Mọi mã QR · All QR codes',
  args: { data: services(), 'show-qr': true },
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('tcns-service-guide');
    await waitFor(() => expect(widget?.shadowRoot?.querySelectorAll('.qr').length).toBe(3));
  },
};

/** 180 px wide: a sidebar. */
export const Narrow: Story = {
  name: 'Cột hẹp 180 px · Narrow',
  args: { data: services() },
  render: (args) => html`<div class="narrow">${guide(args)}</div>`,
};

/* ---- States ---- */

/** The real layout in quiet blocks, after 200 ms. */
export const Waiting: Story = { name: 'Đang tải · Waiting', args: asked('waits') };

/** The API answered once and then failed: the services stay, with their age. */
export const Stale: Story = {
  name: 'Chưa cập nhật được · Stale',
  args: asked('stale'),
  render: (args) => guide({ ...args, onTcnsLoad: ages }),
};

/** No service in the document: one sentence. */
export const Empty: Story = {
  name: 'Chưa có dịch vụ · Empty',
  args: { data: { ...services(), services: [] } },
};

/** Failed without data: one quiet sentence and a button. */
export const Failed: Story = { name: 'Không tải được · Failed', args: asked('fails') };

/** Failed, with the page's own words above the sentence. */
export const FailedWithFallback: Story = {
  name: 'Không tải được, có nội dung dự phòng · Failed, fallback',
  args: asked('fails', { fallback: 'Tổ hướng dẫn nộp hồ sơ tại Cổng Dịch vụ công quốc gia.' }),
};

/* ---- What a reader does ---- */

/** One code, and where it leads. */
export const CodeOpen: Story = {
  name: 'Mở một mã QR · QR code open',
  tags: ['!autodocs'],
  args: { data: services() },
  play: async ({ canvasElement }) => {
    const host = widgetIn(canvasElement, 'tcns-service-guide');
    await press(host, /^(Hiện )?.*mã QR|QR code/i);
    await inside(host, '.qr');
    await expect(host.shadowRoot?.querySelectorAll('.qr').length).toBe(1);
  },
};

/** The figures of the services as a table. */
export const TableOpen: Story = {
  name: 'Xem dưới dạng bảng · Table open',
  tags: ['!autodocs'],
  args: { data: services() },
  play: ({ canvasElement }) => opensTable(widgetIn(canvasElement, 'tcns-service-guide')),
};

/* ---- Page ---- */

/** On a dark page. */
export const Dark: Story = {
  name: 'Nền tối · Dark',
  args: { data: services() },
  globals: { theme: 'dark' },
};

/** In English. */
export const English: Story = {
  name: 'Tiếng Anh · English',
  args: { data: services() },
  globals: { language: 'en' },
};
