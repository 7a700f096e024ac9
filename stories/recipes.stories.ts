import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/campaign-tracker/campaign-tracker.js';
import '../src/elements/coverage-map/coverage-map.js';
import '../src/elements/dashboard/dashboard.js';
import '../src/elements/kpi-card/kpi-card.js';
import '../src/elements/ranking/ranking.js';
import '../src/elements/service-guide/service-guide.js';
import '../src/elements/stat/stat.js';
import '../src/elements/trend/trend.js';
import { inside } from './play.js';

interface Args {
  /** The API of published figures. */
  api: string;
  /** The API of samples. */
  sample: string;
}

type Story = StoryObj<Args>;

const article = ({ api, sample }: Args): TemplateResult =>
  html`<article class="article">
    <h1>Người hướng dẫn ở ngay nhà bên</h1>
    <p>
      Tháng 8/2022, cả nước có
      <tcns-stat api=${api} area="vn@2025" indicator="teams" at="2022-08" unit>45.895 tổ</tcns-stat>
      với
      <tcns-stat api=${api} area="vn@2025" indicator="members" at="2022-08" unit
        >211.737 người</tcns-stat
      >
      tham gia. Con số trong câu giữ nguyên thời điểm của bài; chạm vào để xem nguồn.
    </p>
    <div class="aside">
      <tcns-kpi-card api=${api} area="vn@2025" indicator="teams" heading-level="2">
        Cả nước có hơn 74.000 tổ (3/2025).
      </tcns-kpi-card>
    </div>
    <p>
      Biểu đồ dưới đây tự cập nhật khi có số mới. Ngày và nguồn luôn đi kèm; những chỗ chưa có số
      liệu được để trống.
    </p>
    <tcns-trend api=${api} area="vn@2025" indicator="teams" heading-level="2">
      27.200 tổ (6/2022); hơn 74.000 tổ (3/2025).
    </tcns-trend>
    <tcns-campaign-tracker api=${sample} campaign="mau-92-ngay" view="headline">
      Chiến dịch 92 ngày đêm đang diễn ra.
    </tcns-campaign-tracker>
  </article>`;

const sidebar = ({ api, sample }: Args): TemplateResult =>
  html`<div class="portal">
    <div class="portal-main">
      <h1>Tin hoạt động</h1>
      <p>
        Cột bên phải rộng 260 px. Các tiện ích tự thu gọn theo chiều rộng của cột, không theo chiều
        rộng màn hình.
      </p>
    </div>
    <aside class="portal-side" aria-label="Số liệu">
      <tcns-kpi-card
        api=${api}
        area="vn@2025"
        indicator="teams"
        variant="compact"
        heading-level="2"
      ></tcns-kpi-card>
      <tcns-ranking
        api=${sample}
        area="44@2025"
        indicator="coverage.hamlet"
        limit="3"
        mark="mau4@2025"
        heading-level="2"
      ></tcns-ranking>
      <tcns-campaign-tracker
        api=${sample}
        campaign="mau-92-ngay"
        view="compact"
        heading-level="2"
      ></tcns-campaign-tracker>
    </aside>
  </div>`;

const dashboard = ({ sample }: Args): TemplateResult =>
  html`<tcns-dashboard api=${sample} area="mau@2025">
    <h1>Bảng tổng hợp của tỉnh</h1>
    <div class="row">
      <tcns-kpi-card indicator="coverage.hamlet" heading-level="2"></tcns-kpi-card>
      <tcns-ranking indicator="coverage.hamlet" heading-level="2"></tcns-ranking>
    </div>
    <tcns-trend indicator="coverage.hamlet" heading-level="2"></tcns-trend>
    <tcns-coverage-map
      indicator="coverage.hamlet"
      layout="tiles"
      no-search
      heading-level="2"
    ></tcns-coverage-map>
  </tcns-dashboard>`;

const meta: Meta<Args> = {
  id: 'recipes',
  title: 'Công thức · Recipes',
  args: { api: 'mock/v1', sample: 'mock/sample/v1' },
  argTypes: { api: { control: 'text' }, sample: { control: 'text' } },
  parameters: {
    docs: {
      description: {
        component: `
**Công thức**: các trang thường gặp, chép được. Mở “Show code” dưới mỗi trang để lấy HTML; thay \`mock/…\` bằng
địa chỉ API của mình, hoặc khai một lần bằng \`data-api\` trên thẻ script. Công tắc **API** trên thanh công cụ
cho thấy trang ra sao khi API chậm hoặc hỏng.

**Recipes**: pages as they are, to be copied. “Show code” has the HTML; put your own API in place of \`mock/…\`,
or name it once with \`data-api\` at the script tag. The strict policy of a portal is in
[Content-Security-Policy](?path=/docs/trang-có-chính-sách-chặt-·-strict-csp--docs).`,
      },
    },
  },
};

export default meta;

/** Every widget of a recipe has its figures, and none its failure. */
const hasFigures = async (canvas: HTMLElement): Promise<void> => {
  const widgets = [...canvas.querySelectorAll('*')].filter(
    ({ localName }) => localName.startsWith('tcns-') && localName !== 'tcns-dashboard',
  );
  await expect(widgets.length).toBeGreaterThan(2);
  for (const widget of widgets) {
    await inside(widget, '[part~=value], [part~=date], [part~=state]');
    await expect(widget.shadowRoot?.querySelector('[part=retry]')).toBeFalsy();
  }
};

/** Figures in sentences, a card beside them, a chart below, a campaign in one line. */
export const Article: Story = {
  name: 'Bài báo · Article',
  render: article,
  play: ({ canvasElement }) => hasFigures(canvasElement),
};

/** A column of 260 px beside the news of a portal. */
export const PortalSidebar: Story = {
  name: 'Cột bên của cổng · Portal sidebar',
  render: sidebar,
  play: ({ canvasElement }) => hasFigures(canvasElement),
};

/** A province at a glance: one address, one area, all widgets together. */
export const Dashboard: Story = {
  name: 'Bảng tổng hợp · Dashboard',
  render: dashboard,
  play: ({ canvasElement }) => hasFigures(canvasElement),
};

/** An area chosen in the ranking is the area of the card and the chart. */
export const DashboardChosen: Story = {
  ...Dashboard,
  name: 'Bảng tổng hợp, đã chọn · Dashboard, chosen',
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const ranking = canvasElement.querySelector('tcns-ranking');
    if (!ranking) throw new Error('no ranking');
    (await inside(ranking, 'button.row')).click();
    const card = canvasElement.querySelector('tcns-kpi-card');
    await waitFor(() => expect(card?.getAttribute('area')).toBe('mau3@2025'));
    await waitFor(() => expect(card?.shadowRoot?.textContent).toMatch(/Đồng Mẫu/));
  },
};

/** The article on a dark page: `color-scheme: dark` is all that the page says. */
export const DarkPage: Story = {
  name: 'Trang tối · Dark page',
  render: article,
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('tcns-kpi-card');
    if (!card) throw new Error('no card');
    await inside(card, '.root.dark');
  },
};
