import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { FeatureCollection } from 'geojson';
import '../src/elements/coverage-map/coverage-map.js';
import type { TcnsCoverageMap } from '../src/elements/coverage-map/coverage-map.js';
import type { Observations } from '../src/api/figures.js';
import {
  communeBorders,
  communesDocument,
  mixedDocument,
  nationDocument,
} from '../test/support/fixtures/map.js';
import minhHoaBorders from '../demo/api/sample/borders/v1/geo/99@2025.json';
import minhHoa from '../demo/api/sample/borders/v1/observations/99@2025.json';
import { dataArgTypes, given, type DataArgs } from './attributes.js';

interface MapArgs extends DataArgs {
  layout?: 'geo' | 'tiles';
  scale?: 'threshold' | 'quantile' | 'category';
  breaks?: string;
  edition?: string;
  'geo-src'?: string;
  'geo-key'?: string;
  'geo-object'?: string;
  drill?: boolean;
  selected?: string;
  'url-state'?: boolean;
  'no-search'?: boolean;
  'no-legend'?: boolean;
  data?: Observations;
  /** What the mocked API would answer, where the state of the request is what the story shows. */
  answer?: () => Observations;
}

type Story = StoryObj<MapArgs>;

const map = (args: MapArgs): TemplateResult =>
  html`<tcns-coverage-map
    src=${given(args.src)}
    api=${given(args.api)}
    area=${given(args.area)}
    indicator=${given(args.indicator)}
    layout=${given(args.layout)}
    scale=${given(args.scale)}
    breaks=${given(args.breaks)}
    edition=${given(args.edition)}
    geo-src=${given(args['geo-src'])}
    geo-key=${given(args['geo-key'])}
    geo-object=${given(args['geo-object'])}
    selected=${given(args.selected)}
    at=${given(args.at)}
    bundle=${given(args.bundle)}
    heading=${given(args.heading)}
    heading-level=${given(args['heading-level'])}
    refresh=${given(args.refresh)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?drill=${args.drill}
    ?url-state=${args['url-state']}
    ?no-search=${args['no-search']}
    ?no-legend=${args['no-legend']}
    ?no-menu=${args['no-menu']}
    ?no-download=${args['no-download']}
    .data=${args.data}
    .adapter=${args.answer ?? args.adapter}
    @tcns-load=${args.onTcnsLoad}
    @tcns-error=${args.onTcnsError}
    >${args.fallback ?? nothing}</tcns-coverage-map
  >`;

/** A file of borders at an address of its own, as a page would name one. */
const fileOf = (content: unknown): string =>
  URL.createObjectURL(new Blob([JSON.stringify(content)], { type: 'application/json' }));

const national = (edition: '2008' | '2025', more: MapArgs = {}): MapArgs => ({
  data: nationDocument(edition, { without: edition === '2008' ? ['70@2008'] : ['11@2025'] }),
  area: `vn@${edition}`,
  indicator: 'coverage.hamlet',
  ...more,
});

/** A province of made-up communes, and their borders unless a story brings others. */
const province = (count: number, more: MapArgs = {}): MapArgs => ({
  data: communesDocument('mau@2025', count),
  area: 'mau@2025',
  indicator: 'coverage.hamlet teams',
  'geo-src': fileOf(communeBorders(count, [106.9, 16.9], 1.2)),
  ...more,
});

/** The same map, at an address whose answers come late, fail or grow old. */
const asked = (behaviour: string, more: MapArgs = {}): MapArgs => ({
  src: `mock/${behaviour}/ready.json`,
  area: 'vn@2025',
  indicator: 'coverage.hamlet',
  answer: () => nationDocument('2025', { without: ['11@2025'] }),
  ...more,
});

const meta: Meta<MapArgs> = {
  id: 'coverage-map',
  title: 'Tiện ích · Widgets/Bản đồ · Coverage map',
  component: 'tcns-coverage-map',
  render: map,
  argTypes: {
    ...dataArgTypes,
    layout: { control: 'inline-radio', options: ['geo', 'tiles'] },
    scale: { control: 'inline-radio', options: ['threshold', 'quantile', 'category'] },
    breaks: { control: 'text' },
    edition: { control: 'select', options: [undefined, '2025'] },
    'geo-src': { control: 'text' },
    'geo-key': { control: 'text' },
    'geo-object': { control: 'text' },
    drill: { control: 'boolean' },
    selected: { control: 'text' },
    'url-state': { control: 'boolean' },
    'no-search': { control: 'boolean' },
    'no-legend': { control: 'boolean' },
    ...Object.fromEntries(
      ['answer', 'geoSrc', 'geoKey', 'geoObject', 'urlState', 'noSearch', 'noLegend'].map(
        (name) => [name, { table: { disable: true } }],
      ),
    ),
  },
  parameters: {
    docs: {
      description: {
        component: `
**Bản đồ**: các tỉnh, thành phố của cả nước hoặc các xã của một tỉnh, tô màu theo một chỉ tiêu. Quần đảo
Hoàng Sa và Quần đảo Trường Sa luôn có mặt. Ranh giới vẽ sẵn là sơ đồ minh họa.

**The map**: the provinces of the nation, or the communes of a province, coloured by an indicator. Hoàng Sa
and Trường Sa are always there. The built-in borders are schematic. All figures here are samples.

\`\`\`html
<tcns-coverage-map area="vn@2025" indicator="coverage.hamlet">…</tcns-coverage-map>
\`\`\``,
      },
    },
  },
};

export default meta;

/** Every attribute can be tried here, and the API switch of the toolbar. */
export const Playground: Story = {
  name: 'Thử các thuộc tính · Playground',
  args: {
    api: 'mock/sample/v1',
    area: 'vn@2025',
    indicator: 'coverage.hamlet teams members',
    layout: 'geo',
    scale: 'threshold',
  },
};

/* ---- The nation ---- */

/** The 34 provinces since 01/7/2025. */
export const Nation2025: Story = {
  name: '34 tỉnh, thành phố · 34 provinces',
  args: national('2025'),
};

/** The 63 provinces before 01/7/2025: the data's area ids decide. */
export const Nation2008: Story = {
  name: '63 tỉnh, thành phố · 63 provinces',
  args: national('2008'),
};

/** One equal square a province. */
export const Tiles2025: Story = {
  name: 'Ô lưới 2025 · Tiles of 2025',
  args: national('2025', { layout: 'tiles' }),
};

/** The same for 63. */
export const Tiles2008: Story = {
  name: 'Ô lưới 2008 · Tiles of 2008',
  args: national('2008', { layout: 'tiles' }),
};

/** Counts of 2008 added up on the map of 2025; where one is missing there is no sum. */
export const RolledUp: Story = {
  name: 'Tổng hợp theo đơn vị mới · Rolled up',
  args: national('2008', { edition: '2025', indicator: 'teams' }),
};

/** Rates are never added up. */
export const RateNotRolledUp: Story = {
  name: 'Tỷ lệ không cộng được theo địa bàn · A rate is not rolled up',
  args: national('2008', { edition: '2025', indicator: 'coverage.hamlet' }),
};

/* ---- Scales and legend ---- */

/** About as many provinces in each class, still between round numbers. */
export const Quantile: Story = {
  name: 'Thang phân vị · Quantile',
  args: national('2025', { indicator: 'teams', scale: 'quantile' }),
};

/** A class for each value. */
export const Category: Story = {
  name: 'Thang loại · Category',
  args: national('2025', { indicator: 'level', scale: 'category' }),
};

/** Classes begin where the page says. */
export const OwnBreaks: Story = {
  name: 'Ngưỡng tự đặt · Own breaks',
  args: national('2025', { breaks: '50 70 90' }),
};

/** Without the legend and the search; date, source and the archipelagos stay. */
export const NoLegend: Story = {
  name: 'Không có chú giải · Legend off',
  args: national('2025', { 'no-legend': true, 'no-search': true }),
};

/** Several indicators: a choice between them. */
export const Indicators: Story = {
  name: 'Nhiều chỉ tiêu · Indicators',
  args: national('2025', { indicator: 'coverage.hamlet teams members' }),
};

/** Several dates: a choice of date. */
export const Dates: Story = {
  name: 'Nhiều thời điểm · Dates',
  args: national('2025', {
    data: (() => {
      const [now, before] = [nationDocument('2025'), nationDocument('2025', { at: '2025-12' })];
      return { ...now, observations: [...before.observations, ...now.observations] };
    })(),
  }),
};

/* ---- A province ---- */

/** Borders that the page brings, as GeoJSON: made-up communes. */
export const OwnGeometry: Story = {
  name: 'Ranh giới của trang · Own geometry',
  args: province(42),
};

/** What `tcns-data borders` makes of an office's zip: an invented province, whose small islands are dots. */
export const OfficeBorders: Story = {
  name: 'Ranh giới từ tệp của Sở · An office’s file',
  args: {
    data: minhHoa as unknown as Observations,
    area: '99@2025',
    indicator: 'coverage',
    'geo-src': fileOf(minhHoaBorders),
  },
};

/** Without borders, communes are squares. */
export const CommuneTiles: Story = {
  name: 'Xã dạng ô lưới · Communes as tiles',
  args: province(42, { 'geo-src': undefined, layout: 'tiles' }),
};

/** A file that is no map: a sentence, and tiles. */
export const WrongGeometry: Story = {
  name: 'Tệp ranh giới sai · Wrong geometry',
  args: province(42, { 'geo-src': fileOf({ type: 'Nonsense' }) }),
};

/** Areas without a shape and shapes without an area. */
export const PartialGeometry: Story = {
  name: 'Ranh giới thiếu · Partial geometry',
  args: province(20, {
    'geo-src': fileOf(
      ((all: FeatureCollection) => ({ ...all, features: all.features.slice(4) }))(
        communeBorders(24, [106.9, 16.9], 1.2),
      ),
    ),
  }),
};

/** The wards of Đà Nẵng have Hoàng Sa in an inset. As tiles, because invented borders never carry a real name. */
export const DaNang: Story = {
  name: 'Đà Nẵng có Hoàng Sa · Da Nang, inset',
  args: province(24, {
    data: communesDocument('48@2025', 24),
    area: '48@2025',
    'geo-src': undefined,
    layout: 'tiles',
  }),
};

/** The communes of Khánh Hòa have Trường Sa in an inset, as tiles too. */
export const KhanhHoa: Story = {
  name: 'Khánh Hòa có Trường Sa · Khanh Hoa, tiles',
  args: province(24, {
    data: communesDocument('56@2025', 24),
    area: '56@2025',
    'geo-src': undefined,
    layout: 'tiles',
  }),
};

/** As many communes as the country has, at once. */
export const ManyCommunes: Story = {
  name: '3.321 xã · 3,321 communes',
  args: { area: 'mau@2025', indicator: 'coverage.hamlet teams' },
  // too much for the controls, which every change of an arg would send about
  render: (args) => map({ ...province(3321), ...args }),
};

/* ---- Widths ---- */

/** 180 px wide: the archipelagos in two insets below. */
export const Narrow: Story = {
  name: 'Cột hẹp 180 px · Narrow',
  args: national('2025'),
  render: (args) => html`<div class="narrow">${map(args)}</div>`,
};

/** The same as tiles. */
export const NarrowTiles: Story = {
  name: 'Cột hẹp, ô lưới · Narrow, tiles',
  args: national('2008', { layout: 'tiles' }),
  render: (args) => html`<div class="narrow">${map(args)}</div>`,
};

/** A phone's width: the archipelagos beside the mainland. */
export const Phone: Story = {
  name: 'Điện thoại · Phone',
  args: national('2008'),
  render: (args) => html`<div class="one">${map(args)}</div>`,
};

/* ---- States ---- */

/** Editions mixed: a sentence instead of a wrong map. */
export const Mixture: Story = {
  name: 'Lẫn đơn vị hành chính trước và từ 01/7/2025 · Mixed editions',
  args: { data: mixedDocument(), area: 'vn', indicator: 'teams' },
};

/** No province has a figure: everything is hatched. */
export const NoData: Story = {
  name: 'Chưa có số liệu · No data',
  args: national('2025', { data: { ...nationDocument('2025'), observations: [] } }),
};

/** Neither borders nor labels before there are data. */
export const Waiting: Story = { name: 'Đang tải · Waiting', args: asked('waits') };

/** The page's own words until then. */
export const WaitingWithFallback: Story = {
  name: 'Đang tải, có nội dung dự phòng · Waiting, fallback',
  args: asked('waits', { fallback: 'Cả nước có 51/63 tỉnh, thành phố đã thành lập tổ (8/2022).' }),
};

/** Failed without data: one sentence and a button. */
export const Failed: Story = { name: 'Không tải được · Failed', args: asked('fails') };

/** Asks until the API fails: the first reload may still be the request that is on its way. */
async function age(host: TcnsCoverageMap): Promise<void> {
  await host.reload();
  await host.reload();
}

/** The API answered once and then failed: the map stays, with its age. */
export const Stale: Story = {
  name: 'Chưa cập nhật được · Stale',
  args: asked('stale'),
  render: (args) =>
    map({
      ...args,
      onTcnsLoad: (event) => {
        args.onTcnsLoad?.(event);
        void age(event.target as TcnsCoverageMap);
      },
    }),
};

/* ---- What a reader does ---- */

const mapIn = (canvas: HTMLElement): TcnsCoverageMap => {
  const found = canvas.querySelector('tcns-coverage-map');
  if (!found) throw new Error('no map');
  return found;
};

const schemasOf = async (host: TcnsCoverageMap, id: string): Promise<SVGPathElement> => {
  const find = () => host.shadowRoot?.querySelector<SVGPathElement>(`[id="area-${id}"]`);
  await waitFor(() => expect(find()).toBeTruthy());
  return find() as SVGPathElement;
};

const press = (element: Element) =>
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));

/** A province chosen: its figures stand beside the map, with what it is part of now. */
export const Chosen: Story = {
  name: 'Chọn một tỉnh · A province chosen',
  tags: ['!autodocs'],
  args: national('2008'),
  play: async ({ canvasElement }) => {
    const host = mapIn(canvasElement);
    press(await schemasOf(host, '45@2008'));
    await waitFor(() =>
      expect(host.shadowRoot?.querySelector('[part=detail]')?.textContent).toMatch(/Quảng Trị/),
    );
  },
};

/** `drill`: the button opens the province's own map, from a document of its own. */
export const Drill: Story = {
  name: 'Mở bản đồ tỉnh · Drill',
  tags: ['!autodocs'],
  args: { api: 'mock/sample/v1', area: 'vn@2025', indicator: 'coverage.hamlet', drill: true },
  play: async ({ canvasElement }) => {
    const host = mapIn(canvasElement);
    press(await schemasOf(host, '44@2025'));
    const opener = () => host.shadowRoot?.querySelector('button.open');
    await waitFor(() => expect(opener()).toBeTruthy());
    press(opener() as Element);
    await waitFor(() =>
      expect(host.shadowRoot?.querySelector('.crumbs')?.textContent).toMatch(/Cả nước.*Quảng Trị/s),
    );
  },
};

/** The same figures as a table; the archipelagos are named under it. */
export const Table: Story = {
  name: 'Bảng · Table',
  tags: ['!autodocs'],
  args: national('2025'),
  play: async ({ canvasElement }) => {
    const host = mapIn(canvasElement);
    await schemasOf(host, '44@2025');
    const button = [...(host.shadowRoot?.querySelectorAll('.views button') ?? [])].pop();
    if (button) press(button);
    await waitFor(() => expect(host.shadowRoot?.querySelector('table')).toBeTruthy());
  },
};

/* ---- Page ---- */

/** On a page whose `color-scheme` is dark. */
export const Dark: Story = {
  name: 'Nền tối · Dark',
  args: national('2025'),
  globals: { theme: 'dark' },
};

/** Tiles on a dark page. */
export const DarkTiles: Story = {
  name: 'Nền tối, ô lưới · Dark, tiles',
  args: national('2008', { layout: 'tiles' }),
  globals: { theme: 'dark' },
};

/** A page in English, from the same document. */
export const English: Story = {
  name: 'Tiếng Anh · English',
  args: national('2025'),
  globals: { language: 'en' },
};
