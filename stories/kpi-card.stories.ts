import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/kpi-card/kpi-card.js';
import type { TcnsKpiCard } from '../src/elements/kpi-card/kpi-card.js';
import { figureOf, forms, ready, type Form } from '../test/support/fixtures/observations.js';
import { dataArgTypes, given, type DataArgs } from './attributes.js';

interface CardArgs extends DataArgs {
  variant?: 'standard' | 'compact';
}

type Story = StoryObj<CardArgs>;

const card = (args: CardArgs): TemplateResult =>
  html`<tcns-kpi-card
    src=${given(args.src)}
    api=${given(args.api)}
    area=${given(args.area)}
    indicator=${given(args.indicator)}
    at=${given(args.at)}
    variant=${given(args.variant)}
    bundle=${given(args.bundle)}
    adapter=${given(args.adapter)}
    heading=${given(args.heading)}
    heading-level=${given(args['heading-level'])}
    refresh=${given(args.refresh)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?no-menu=${args['no-menu']}
    ?no-download=${args['no-download']}
    @tcns-load=${args.onTcnsLoad}
    @tcns-error=${args.onTcnsError}
    >${args.fallback ?? nothing}</tcns-kpi-card
  >`;

const one = (args: CardArgs) => html`<div class="one">${card(args)}</div>`;

/** What a card needs to show one of the fixtures. */
const shows = (form: Form, behaviour = 'forms'): CardArgs => ({
  src: `mock/${behaviour}/${form}.json`,
  indicator: figureOf(forms[form]()).indicator,
});

const meta: Meta<CardArgs> = {
  id: 'kpi-card',
  title: 'Tiện ích · Widgets/Thẻ chỉ số · KPI card',
  component: 'tcns-kpi-card',
  render: one,
  argTypes: {
    ...dataArgTypes,
    variant: { control: 'inline-radio', options: ['standard', 'compact'] },
  },
  parameters: {
    docs: {
      description: {
        component: `
**Thẻ chỉ số**: một con số kèm đơn vị, thời điểm và nguồn; mức thay đổi so với lần trước; tiến độ so với
chỉ tiêu. Thời điểm và nguồn luôn hiện. Chọn số liệu bằng \`area\` và \`indicator\`, hoặc bằng \`src\`.

**A card for one figure**: value, unit, date and source, its change against the previous figure, its
target and the progress towards it. The address comes from \`api\` and \`area\`, or whole in \`src\`.

\`\`\`html
<tcns-kpi-card area="vn@2025" indicator="teams">Cả nước có hơn 74.000 tổ (3/2025).</tcns-kpi-card>
\`\`\``,
      },
    },
  },
};

export default meta;

/** Every attribute can be tried here. The mocked API answers for `vn@2025`, `48@2008`, `70@2008`, `45@2008`… */
export const Playground: Story = {
  name: 'Thử các thuộc tính · Playground',
  args: { api: 'mock/v1', area: 'vn@2025', indicator: 'teams', variant: 'standard' },
};

/* ---- The forms of a figure ---- */

/** 45.895 tổ, tháng 8/2022. */
export const Exact: Story = { name: 'Số chính xác · Exact', args: shows('ready') };

/** "hơn 15.000 người": the source's own approximation stays, and its date is inferred. */
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

/** 80,95% with the pair behind it, 51/63. */
export const Pair: Story = { name: 'Tỷ lệ và cặp số · Rate and pair', args: shows('pair') };

/** The source gives 51/63 and no rate. */
export const PairAlone: Story = { name: 'Chỉ cặp số · Pair alone', args: shows('pairAlone') };

/** A place in an order: a smaller number is "tăng 2 bậc". */
export const Rank: Story = { name: 'Thứ hạng · Rank', args: shows('rank') };

/** An estimate is called one. */
export const Estimated: Story = { name: 'Số ước tính · Estimated', args: shows('estimated') };

/** A provisional figure is called one. */
export const Provisional: Story = { name: 'Số sơ bộ · Provisional', args: shows('provisional') };

/** The words of the source, in quotation marks, and a date that is an interval. */
export const Note: Story = { name: 'Lời của nguồn · Note', args: shows('note') };

/** A published figure that was mended says so, with what it was. */
export const Corrected: Story = { name: 'Đính chính · Corrected', args: shows('corrected') };

/** A province that is now part of another. */
export const FormerProvince: Story = {
  name: 'Tỉnh cũ · Former province',
  args: shows('formerProvince'),
};

/** Dated later than today: shown, not refused. */
export const FutureDated: Story = {
  name: 'Thời điểm trong tương lai · Future date',
  args: shows('futureDated'),
};

/** What is invented says so in its title and its source. */
export const Sample: Story = { name: 'Số liệu minh họa · Sample', args: shows('sampleFigure') };

/** Texts that are very long, and a figure far above its target: nothing is clipped. */
export const LongTexts: Story = { name: 'Chữ rất dài · Long texts', args: shows('longTexts') };

/* ---- Targets ---- */

/** ● Đạt chỉ tiêu. */
export const TargetMet: Story = { name: 'Đạt chỉ tiêu · Target met', args: shows('targetMet') };

/** ● Vượt chỉ tiêu. */
export const TargetExceeded: Story = {
  name: 'Vượt chỉ tiêu · Target exceeded',
  args: shows('targetExceeded'),
};

/** ◆ Chưa đạt chỉ tiêu. */
export const TargetUnder: Story = {
  name: 'Chưa đạt chỉ tiêu · Under target',
  args: shows('targetUnder'),
};

/** "Không để hồ sơ quá hạn": the target is 0, and no bar could show it. */
export const LowerUnder: Story = {
  name: 'Càng thấp càng tốt, chưa đạt · Lower is better, under',
  args: shows('lowerUnder'),
};

/** The target of 0 is met. */
export const LowerMet: Story = {
  name: 'Càng thấp càng tốt, đạt · Lower is better, met',
  args: shows('lowerMet'),
};

/** A goal without a result has its target and no bar. */
export const MissingWithTarget: Story = {
  name: 'Có chỉ tiêu, chưa có số liệu · Target, no result',
  args: shows('missingWithTarget'),
};

/** Missing is not zero: the last known figure is named with its date. */
export const MissingWithLastKnown: Story = {
  name: 'Chưa có số mới · Missing, last known',
  args: shows('missingWithLastKnown'),
};

/* ---- History ---- */

/** The line breaks where a month has no figure. */
export const History: Story = { name: 'Lịch sử có quãng trống · History', args: shows('history') };

/** Falling, and better for it. */
export const Falling: Story = {
  name: 'Giảm, chuyển biến tốt · Falling, better',
  args: shows('falling'),
};

/** Falling, and worse for it. */
export const Worsening: Story = {
  name: 'Giảm, chuyển biến kém · Falling, worse',
  args: shows('worsening'),
};

/** `at="2022-08"` pins the figure: the change and the line end there. */
export const Pinned: Story = {
  name: 'Cố định thời điểm · Pinned',
  args: { ...shows('pinned'), at: '2022-08' },
};

/** `at` names a date of which the data has nothing. */
export const PinnedNowhere: Story = {
  name: 'Thời điểm không có số · Pinned to nothing',
  args: { ...shows('pinned'), at: '2019' },
};

/* ---- Shapes ---- */

/** For a sidebar or a strip of many: a smaller figure, without bar, note and line. */
export const Compact: Story = {
  name: 'Gọn · Compact',
  args: { ...shows('pair'), variant: 'compact' },
};

/** 180 px wide: a sidebar. */
export const Narrow: Story = {
  name: 'Cột hẹp 180 px · Narrow',
  args: shows('targetUnder'),
  render: (args) => html`<div class="narrow">${card(args)}</div>`,
};

/** 180 px wide, compact. */
export const NarrowCompact: Story = {
  name: 'Cột hẹp, gọn · Narrow, compact',
  args: { ...shows('approximate'), variant: 'compact' },
  render: (args) => html`<div class="narrow">${card(args)}</div>`,
};

/** A card is never stretched over 480 px. */
export const Wide: Story = {
  name: 'Cột rộng · Wide',
  args: shows('history'),
  render: (args) => html`<div class="wide">${card(args)}</div>`,
};

const ROW: readonly Form[] = ['ready', 'pair', 'missingWithTarget', 'targetUnder'];

/** Cards in a row: figures on one line, footers at the bottom. */
export const Row: Story = {
  name: 'Nhiều thẻ một hàng · Row',
  parameters: { controls: { disable: true } },
  render: () => html`<div class="row">${ROW.map((form) => card(shows(form)))}</div>`,
};

/** The same with compact cards. */
export const RowCompact: Story = {
  name: 'Nhiều thẻ gọn một hàng · Row, compact',
  parameters: { controls: { disable: true } },
  render: () =>
    html`<div class="row">${ROW.map((form) => card({ ...shows(form), variant: 'compact' }))}</div>`,
};

/** An own title instead of the data's, at level 2. */
export const OwnHeading: Story = {
  name: 'Tiêu đề riêng · Own heading',
  args: { ...shows('ready'), heading: 'Tổ công nghệ số cộng đồng', 'heading-level': 2 },
};

/** Without the menu: date and source stay. */
export const NoMenu: Story = {
  name: 'Không có tùy chọn · No menu',
  args: { ...shows('ready'), 'no-menu': true },
};

/* ---- States ---- */

/** The real layout in quiet blocks, after 200 ms. The mocked API never answers; the client gives up after a while. */
export const Waiting: Story = { name: 'Đang tải · Waiting', args: shows('ready', 'waits') };

/** The same for a compact card. */
export const WaitingCompact: Story = {
  name: 'Đang tải, gọn · Waiting, compact',
  args: { ...shows('ready', 'waits'), variant: 'compact' },
};

/** What the page put between the tags is shown instead of the blocks. */
export const WaitingWithFallback: Story = {
  name: 'Đang tải, có nội dung dự phòng · Waiting, fallback',
  args: { ...shows('ready', 'waits'), fallback: 'Cả nước có 45.895 tổ (tháng 8/2022).' },
};

/** Asks until the API fails: the first reload may still be the request that is on its way. */
async function age(host: TcnsKpiCard): Promise<void> {
  await host.reload();
  await host.reload();
}

/** The API answered once and then failed: the figure stays, with its age. */
export const Stale: Story = {
  name: 'Chưa cập nhật được · Stale',
  args: shows('ready', 'stale'),
  render: (args) =>
    one({
      ...args,
      onTcnsLoad: (event) => {
        args.onTcnsLoad?.(event);
        void age(event.target as TcnsKpiCard);
      },
    }),
};

/** The document has no figure for this area and indicator: one sentence. */
export const Empty: Story = {
  name: 'Không có chỉ số này · Empty',
  args: { ...shows('readyMembers'), indicator: 'teams' },
};

/** Failed without data: one quiet sentence and a button. */
export const Failed: Story = { name: 'Không tải được · Failed', args: shows('ready', 'fails') };

/** Failed, with the page's own words above the sentence. */
export const FailedWithFallback: Story = {
  name: 'Không tải được, có nội dung dự phòng · Failed, fallback',
  args: { ...shows('ready', 'fails'), fallback: 'Cả nước có 45.895 tổ (tháng 8/2022).' },
};

/** No source at all: the console says what to give. */
export const NothingAsked: Story = {
  name: 'Chưa nêu nguồn · Nothing to load',
  args: { indicator: 'teams' },
};

const cardIn = (canvas: HTMLElement): TcnsKpiCard => {
  const found = canvas.querySelector('tcns-kpi-card');
  if (!found) throw new Error('no card');
  return found;
};

/** Finds a button of the card by its words or its name, once it is there, and presses it. */
async function press(host: TcnsKpiCard, words: RegExp): Promise<void> {
  const find = () =>
    [...(host.shadowRoot?.querySelectorAll('button') ?? [])].find((button) =>
      words.test(button.getAttribute('aria-label') ?? button.textContent ?? ''),
    );
  await waitFor(() => expect(find()).toBeTruthy());
  find()?.click();
  await host.updateComplete;
}

const inside = (host: TcnsKpiCard, selector: string) =>
  waitFor(async () => {
    await expect(host.shadowRoot?.querySelector(selector)).toBeTruthy();
  });

// What a reader does first is played, which a page of docs would not do: they stand in the sidebar alone.

/** The API fails once; the button asks again, and the figure is there. */
export const Retried: Story = {
  name: 'Thử lại · Retry',
  tags: ['!autodocs'],
  args: shows('ready', 'mends'),
  play: async ({ canvasElement }) => {
    const host = cardIn(canvasElement);
    // a second visit finds the answer in the browser's store
    await waitFor(() =>
      expect(host.shadowRoot?.querySelector('[part=retry], [part=value]')).toBeTruthy(),
    );
    if (!host.shadowRoot?.querySelector('[part=value]')) await press(host, /Thử lại|again/);
    await inside(host, '[part=value]');
  },
};

/** The menu: table, download, definition. */
export const MenuOpen: Story = {
  name: 'Mở tùy chọn · Menu open',
  tags: ['!autodocs'],
  args: shows('definition'),
  play: async ({ canvasElement }) => {
    const host = cardIn(canvasElement);
    await press(host, /^Tùy chọn|options|Options/);
    await inside(host, '[part=menu]');
  },
};

/** The same figures as a table that can be selected and copied. */
export const TableOpen: Story = {
  name: 'Xem dưới dạng bảng · Table open',
  tags: ['!autodocs'],
  args: shows('history'),
  play: async ({ canvasElement }) => {
    const host = cardIn(canvasElement);
    await press(host, /^Tùy chọn|options|Options/);
    await press(host, /bảng|table/);
    await inside(host, 'table');
  },
};

/** What the indicator means, in the publisher's words. */
export const DefinitionOpen: Story = {
  name: 'Mở định nghĩa · Definition open',
  tags: ['!autodocs'],
  args: shows('definition'),
  play: async ({ canvasElement }) => {
    const host = cardIn(canvasElement);
    await press(host, /^Tùy chọn|options|Options/);
    await press(host, /Định nghĩa|Definition/);
    await inside(host, '.definition');
  },
};

/* ---- Page ---- */

/** On a page whose `color-scheme` is dark. */
export const Dark: Story = {
  ...Row,
  name: 'Nền tối · Dark',
  globals: { theme: 'dark' },
};

/** A page in English, from the same document. */
export const English: Story = {
  ...Row,
  name: 'Tiếng Anh · English',
  globals: { language: 'en' },
};

/** Vietnamese texts alone, on an English page: shown as they are. */
export const EnglishWithoutTexts: Story = {
  name: 'Trang tiếng Anh, dữ liệu tiếng Việt · No English texts',
  args: shows('vietnameseTexts'),
  globals: { language: 'en' },
};

/** `theme="dark"` on a light page. */
export const OwnTheme: Story = {
  name: 'Giao diện riêng · Own theme',
  args: { ...shows('targetUnder'), theme: 'dark' },
};

/* ---- Data without a request ---- */

/** The property `data`: no request is made. */
export const DataProperty: Story = {
  name: 'Thuộc tính data · Data property',
  parameters: {
    controls: { disable: true },
    docs: {
      source: {
        code: `<tcns-kpi-card id="the" indicator="teams"></tcns-kpi-card>
<script type="module">
  document.querySelector('#the').data = { version: '1', area: 'vn', observations: [/* … */] };
</script>`,
      },
    },
  },
  render: () =>
    html`<div class="one">
      <tcns-kpi-card indicator="teams" .data=${ready()}></tcns-kpi-card>
    </div>`,
};

/** The same in HTML: a JSON script between the tags. */
export const InlineJson: Story = {
  name: 'JSON trong trang · Inline JSON',
  parameters: { controls: { disable: true } },
  render: () => {
    const host = document.createElement('tcns-kpi-card');
    host.indicator = 'teams';
    host.setAttribute('indicator', 'teams');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(ready());
    host.append(script);
    return html`<div class="one">${host}</div>`;
  },
};
