import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/stat/stat.js';
import type { TcnsStat } from '../src/elements/stat/stat.js';
import {
  figureOf,
  forms,
  pinned,
  ready,
  type Form,
} from '../test/support/fixtures/observations.js';
import { dataArgTypes, given, type DataArgs } from './attributes.js';

interface StatArgs extends DataArgs {
  unit?: boolean;
}

type Story = StoryObj<StatArgs>;

const stat = (args: StatArgs): TemplateResult =>
  html`<tcns-stat
    src=${given(args.src)}
    api=${given(args.api)}
    area=${given(args.area)}
    indicator=${given(args.indicator)}
    at=${given(args.at)}
    bundle=${given(args.bundle)}
    adapter=${given(args.adapter)}
    refresh=${given(args.refresh)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?unit=${args.unit}
    @tcns-load=${args.onTcnsLoad}
    @tcns-error=${args.onTcnsError}
    >${args.fallback ?? nothing}</tcns-stat
  >`;

/** The figure in a sentence of an article, in the language of the page. */
const sentence = (
  args: StatArgs,
  { globals }: { globals: Record<string, unknown> },
  [before, after] = globals.language === 'en'
    ? ['According to the published figures, ', ' were counted at that time.']
    : ['Theo số liệu đã công bố, tại thời điểm đó đã ghi nhận ', ' trên địa bàn.'],
) => html`<p class="article">${before}${stat(args)}${after}</p>`;

const shows = (form: Form, behaviour = 'forms'): StatArgs => ({
  src: `mock/${behaviour}/${form}.json`,
  indicator: figureOf(forms[form]()).indicator,
  unit: true,
});

const meta: Meta<StatArgs> = {
  id: 'stat',
  title: 'Tiện ích · Widgets/Số trong câu · Stat',
  component: 'tcns-stat',
  render: sentence,
  argTypes: {
    ...dataArgTypes,
    unit: { control: 'boolean' },
    // a stat has no title and no menu
    heading: { table: { disable: true } },
    'heading-level': { table: { disable: true } },
    'no-menu': { table: { disable: true } },
    'no-download': { table: { disable: true } },
  },
  parameters: {
    docs: {
      description: {
        component: `
**Số trong câu**: con số nằm ngay trong câu văn, theo phông và màu của bài. Rê chuột, chạm hoặc đi tới bằng
bàn phím để xem thời điểm và nguồn. Chữ giữa hai thẻ là con số do tác giả viết: hiện khi chưa tải được.
\`at\` giữ con số tại một thời điểm, để câu đã biên tập không đổi số.

**A live figure inside a sentence**: it inherits the text's font and colour, and tells its date and source
on hover, focus and tap. Between the tags stands the figure as the journalist wrote it; \`at\` pins it.

\`\`\`html
<p>Cả nước có <tcns-stat area="vn@2025" indicator="teams" at="2022-08">45.895</tcns-stat> tổ.</p>
\`\`\``,
      },
    },
  },
};

export default meta;

/** Every attribute can be tried here. */
export const Playground: Story = {
  name: 'Thử các thuộc tính · Playground',
  args: { api: 'mock/v1', area: 'vn@2025', indicator: 'teams', unit: true, fallback: '45.895 tổ' },
};

/* ---- The forms of a figure ---- */

/** 45.895 tổ. */
export const Exact: Story = { name: 'Số chính xác · Exact', args: shows('ready') };

/** Without `unit`: the sentence has its own. */
export const WithoutUnit: Story = {
  name: 'Không kèm đơn vị · Without unit',
  args: { ...shows('ready'), unit: false },
  render: (args, context) =>
    sentence(
      args,
      context,
      context.globals.language === 'en'
        ? ['The nation had ', ' teams in August 2022.']
        : ['Tháng 8/2022, cả nước có ', ' tổ.'],
    ),
};

/** "hơn 15.000 người". */
export const Approximate: Story = { name: 'Hơn… · More than', args: shows('approximate') };

/** "gần 98%". */
export const Nearly: Story = { name: 'Gần… · Nearly', args: shows('nearly') };

/** "khoảng 1.200 người". */
export const About: Story = { name: 'Khoảng… · About', args: shows('about') };

/** "hơn 2 tỷ đồng". */
export const Large: Story = { name: 'Số lớn · A large number', args: shows('large') };

/** "từ 5 đến 10 người". */
export const Range: Story = { name: 'Từ… đến… · Range', args: shows('range') };

/** "từ 10 người trở lên". */
export const OpenRange: Story = { name: 'Từ… trở lên · Open range', args: shows('openRange') };

/** 80,95%. */
export const Rate: Story = { name: 'Tỷ lệ · Rate', args: shows('pair') };

/** 51/63. */
export const Pair: Story = { name: 'Cặp số · Pair', args: shows('pairAlone') };

/** "thứ 55/63". */
export const Rank: Story = { name: 'Thứ hạng · Rank', args: shows('rank') };

/** Missing, and nothing between the tags. */
export const Missing: Story = {
  name: 'Chưa có số liệu · Missing',
  args: shows('missingWithTarget'),
};

/** Missing: the sentence keeps what the journalist wrote. */
export const MissingWithFallback: Story = {
  name: 'Chưa có số liệu, có chữ dự phòng · Missing, fallback',
  args: { ...shows('missingWithTarget'), fallback: 'khoảng một nửa số hồ sơ' },
};

/** Invented figures say so in the note. */
export const Sample: Story = { name: 'Số liệu minh họa · Sample', args: shows('sampleFigure') };

/* ---- In a text ---- */

/** Several figures in one paragraph of an article. */
export const InAnArticle: Story = {
  name: 'Trong bài báo · In an article',
  parameters: { controls: { disable: true } },
  render: (_, { globals }) => {
    const teams = stat({ ...shows('ready'), fallback: '45.895 tổ' });
    const members = stat({ ...shows('readyMembers'), fallback: '211.737 người' });
    const rate = stat({ ...shows('pair'), fallback: '80,95%' });
    return globals.language === 'en'
      ? html`<article class="article">
          <h1>Help from the house next door</h1>
          <p>
            By August 2022 there were ${teams} with ${members}; ${rate} of the provinces and cities
            had set them up.
          </p>
        </article>`
      : html`<article class="article">
          <h1>Người hướng dẫn ở ngay nhà bên</h1>
          <p>
            Đến tháng 8/2022 đã có ${teams} với ${members} tham gia; ${rate} tỉnh, thành phố đã
            thành lập tổ.
          </p>
        </article>`;
  },
};

/** A stat takes the font, size and colour of its sentence. */
export const InALead: Story = {
  name: 'Theo phông và màu của bài · Inherits',
  args: shows('approximate'),
  render: (args, { globals }) =>
    html`<p class="article lead">
      ${globals.language === 'en' ? 'Already ' : 'Đã có '}${stat(args)}${
        globals.language === 'en' ? ' take part' : ' tham gia'
      }
    </p>`,
};

/** In a column of 180 px. */
export const Narrow: Story = {
  name: 'Cột hẹp 180 px · Narrow',
  args: shows('approximate'),
  render: (args, context) => html`<div class="narrow">${sentence(args, context)}</div>`,
};

/* ---- States ---- */

/** Until the figure is there, the sentence says what the journalist wrote. */
export const Waiting: Story = {
  name: 'Đang tải · Waiting',
  args: { ...shows('ready', 'waits'), fallback: '45.895 tổ' },
};

/** Failed: an inline stat keeps its fallback alone. */
export const Failed: Story = {
  name: 'Không tải được · Failed',
  args: { ...shows('ready', 'fails'), fallback: '45.895 tổ' },
};

/** The document has no such figure: the fallback stays. */
export const Empty: Story = {
  name: 'Không có chỉ số này · Empty',
  args: { ...shows('readyMembers'), indicator: 'teams', fallback: '45.895 tổ' },
};

/** `at` keeps the figure of an edited sentence. */
export const Pinned: Story = {
  name: 'Cố định thời điểm · Pinned',
  args: { ...shows('pinned'), at: '2022-08', fallback: '45.895 tổ' },
};

/* ---- The note ---- */

const statIn = (canvas: HTMLElement): TcnsStat => {
  const found = canvas.querySelector('tcns-stat');
  if (!found) throw new Error('no stat');
  return found;
};

async function press(host: TcnsStat, selector: string): Promise<void> {
  const find = () => host.shadowRoot?.querySelector<HTMLElement>(selector);
  await waitFor(() => expect(find()).toBeTruthy());
  find()?.click();
  await host.updateComplete;
}

const opens: Story = {
  // played, which a page of docs would not do: in the sidebar alone
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const host = statIn(canvasElement);
    await press(host, '[part=value]');
    await expect(host.shadowRoot?.querySelector('[part=tip]')).toBeTruthy();
  },
};

/** Whose figure, of when, and from where. */
export const TipOpen: Story = { ...opens, name: 'Mở chú thích · Tip open', args: shows('note') };

/** An inferred date, an approximation, and a province that is now part of another. */
export const TipOfFormerProvince: Story = {
  ...opens,
  name: 'Chú thích của tỉnh cũ · Tip, former province',
  args: shows('formerProvince'),
};

/** A correction is told in the note. */
export const TipCorrected: Story = {
  ...opens,
  name: 'Chú thích có đính chính · Tip, corrected',
  args: shows('corrected'),
};

/** Pinned, with a newer figure: the note offers it. */
export const TipWithNewer: Story = {
  ...opens,
  name: 'Có số liệu mới hơn · Tip, newer figure',
  args: { ...shows('pinned'), at: '2022-08' },
};

/** The newest figure, after a press; the sentence keeps its own. */
export const TipShowsNewest: Story = {
  ...opens,
  name: 'Xem số liệu mới nhất · Tip, newest shown',
  args: { ...shows('pinned'), at: '2022-08' },
  play: async ({ canvasElement }) => {
    const host = statIn(canvasElement);
    await press(host, '[part=value]');
    await press(host, '.link');
    await expect(host.shadowRoot?.querySelector('[part=tip]')?.textContent).toContain('74');
    await expect(host.shadowRoot?.querySelector('[part=value]')?.textContent).toMatch(/45.895/);
  },
};

/** The API failed after its first answer: the note says how old the figure is. */
export const TipStale: Story = {
  ...opens,
  name: 'Chưa cập nhật được · Tip, stale',
  args: shows('ready', 'stale'),
  play: async ({ canvasElement }) => {
    const host = statIn(canvasElement);
    await press(host, '[part=value]');
    await waitFor(async () => {
      await host.reload();
      await expect(host.shadowRoot?.querySelector('[part=stale]')).toBeTruthy();
    });
  },
};

/* ---- Page ---- */

/** The note on a dark page. */
export const Dark: Story = {
  ...TipWithNewer,
  name: 'Nền tối · Dark',
  globals: { theme: 'dark' },
};

/** The note on an English page. */
export const English: Story = {
  ...TipWithNewer,
  name: 'Tiếng Anh · English',
  globals: { language: 'en' },
};

/* ---- Data without a request ---- */

/** The property `data`. */
export const DataProperty: Story = {
  name: 'Thuộc tính data · Data property',
  parameters: {
    controls: { disable: true },
    docs: {
      source: {
        code: `<p>Cả nước có <tcns-stat id="so" indicator="teams" unit>45.895 tổ</tcns-stat>.</p>
<script type="module">
  document.querySelector('#so').data = { version: '1', area: 'vn', observations: [/* … */] };
</script>`,
      },
    },
  },
  render: () =>
    html`<p class="article">
      Cả nước có <tcns-stat indicator="teams" unit .data=${ready()}>45.895 tổ</tcns-stat>.
    </p>`,
};

/** A JSON script between the tags, beside the journalist's figure. */
export const InlineJson: Story = {
  name: 'JSON trong trang · Inline JSON',
  parameters: { controls: { disable: true } },
  render: () => {
    const host = document.createElement('tcns-stat');
    for (const [name, value] of Object.entries({ indicator: 'teams', at: '2022-08', unit: '' })) {
      host.setAttribute(name, value);
    }
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(pinned());
    host.append('45.895 tổ', script);
    return html`<p class="article">Cả nước có ${host}.</p>`;
  },
};
