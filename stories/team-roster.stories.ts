import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/team-roster/team-roster.js';
import { nationPages, sampleWards } from '../tools/sample/sample-teams.js';
import { dataArgTypes, given, type DataArgs } from './attributes.js';
import { ages, inside, press, says, widgetIn } from './play.js';

interface RosterArgs extends DataArgs {
  view?: 'list' | 'cards' | 'finder';
  plain?: boolean;
  'url-state'?: boolean;
  'no-search'?: boolean;
  'no-filters'?: boolean;
  data?: unknown;
  /** What the mocked API would answer, where the state of the request is what the story shows. */
  answer?: () => unknown;
}

type Story = StoryObj<RosterArgs>;

const roster = (args: RosterArgs): TemplateResult =>
  html`<tcns-team-roster
    src=${given(args.src)}
    api=${given(args.api)}
    area=${given(args.area)}
    view=${given(args.view)}
    at=${given(args.at)}
    bundle=${given(args.bundle)}
    heading=${given(args.heading)}
    heading-level=${given(args['heading-level'])}
    refresh=${given(args.refresh)}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?plain=${args.plain}
    ?url-state=${args['url-state']}
    ?no-search=${args['no-search']}
    ?no-filters=${args['no-filters']}
    ?no-menu=${args['no-menu']}
    ?no-download=${args['no-download']}
    .data=${args.data}
    .adapter=${args.answer ?? args.adapter}
    @tcns-load=${args.onTcnsLoad}
    @tcns-error=${args.onTcnsError}
    >${args.fallback ?? nothing}</tcns-team-roster
  >`;

const wards = (more: Record<string, unknown> = {}) => ({ ...sampleWards(), ...more });
const rosterIn = (canvas: HTMLElement) => widgetIn(canvas, 'tcns-team-roster');

async function typeIn(canvas: HTMLElement, text: string): Promise<void> {
  const input = await inside<HTMLInputElement>(rosterIn(canvas), 'input[type=search]');
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await rosterIn(canvas).updateComplete;
}

const meta: Meta<RosterArgs> = {
  id: 'team-roster',
  title: 'Tiện ích · Widgets/Danh sách tổ · Team roster',
  component: 'tcns-team-roster',
  render: roster,
  argTypes: {
    ...dataArgTypes,
    view: { control: 'inline-radio', options: ['list', 'cards', 'finder'] },
    plain: { control: 'boolean' },
    'url-state': { control: 'boolean' },
    'no-search': { control: 'boolean' },
    'no-filters': { control: 'boolean' },
    ...Object.fromEntries(
      ['answer', 'urlState', 'noSearch', 'noFilters'].map((name) => [
        name,
        { table: { disable: true } },
      ]),
    ),
  },
  parameters: {
    docs: {
      description: {
        component: `
**Danh sách tổ**: các tổ theo xã, phường rồi thôn, tổ dân phố, hoặc ba bước để người dân tìm được tổ ở nơi mình ở.
Tên người chỉ hiện khi có ngày đồng ý.

**The roster**: teams by commune and hamlet, or three steps in which a citizen finds the own team. People are named
only with a recorded consent. All teams, people and contacts here are samples.

\`\`\`html
<tcns-team-roster area="20224@2008">…</tcns-team-roster>
\`\`\``,
      },
    },
  },
};

export default meta;

/** Every attribute can be tried here, and the API switch of the toolbar. */
export const Playground: Story = {
  name: 'Thử các thuộc tính · Playground',
  args: { api: 'mock/sample/v1', area: '48@2008', view: 'list' },
};

/** Teams as cards. */
export const Cards: Story = { name: 'Thẻ · Cards', args: { data: wards(), view: 'cards' } };

/** The first step of a citizen's way. */
export const Finder: Story = { name: 'Tìm tổ · Finder', args: { data: wards(), view: 'finder' } };

/** The last step: how to reach the team. */
export const FinderReached: Story = {
  name: 'Tìm tổ, bước 3 · Finder, step 3',
  tags: ['!autodocs'],
  args: { data: wards(), view: 'finder' },
  play: async ({ canvasElement }) => {
    await typeIn(canvasElement, 'an khe');
    for (let i = 0; i < 2; i++) {
      rosterIn(canvasElement).shadowRoot!.querySelector<HTMLElement>('.place')!.click();
      await rosterIn(canvasElement).updateComplete;
    }
    await waitFor(() =>
      expect(rosterIn(canvasElement).shadowRoot!.querySelector('.qr')).toBeTruthy(),
    );
  },
};

/** What was found is marked; typed without diacritics. */
export const Searched: Story = {
  name: 'Tìm · Searched',
  tags: ['!autodocs'],
  args: { data: wards() },
  play: async ({ canvasElement }) => {
    await typeIn(canvasElement, 'xuan ha');
    await says(rosterIn(canvasElement), /Xuân Hà/);
    const found = await inside(rosterIn(canvasElement), 'mark');
    await expect(found.textContent).toMatch(/Xuân|Hà/);
  },
};

/** The menu: the whole list as CSV. */
export const MenuOpen: Story = {
  name: 'Mở tùy chọn · Menu open',
  tags: ['!autodocs'],
  args: { data: wards() },
  play: async ({ canvasElement }) => {
    await press(rosterIn(canvasElement), /^(Tùy chọn|Options)/);
    await inside(rosterIn(canvasElement), '[part=menu]');
  },
};

/** The place's own term, who leads at which level, and the day of reporting. */
export const OwnTerm: Story = {
  name: 'Tên gọi riêng, ngày báo cáo · Own term, reporting',
  args: {
    data: wards({
      term: 'Tổ chuyển đổi số cộng đồng',
      reporting: { every: 'P1M', day: 20, to: 'UBND huyện' },
      structure: [{ level: 'commune', role: 'leader', label: 'Bí thư Đoàn thanh niên xã' }],
    }),
  },
};

/** The list and the published totals differ, and the list is old. */
export const Differs: Story = {
  name: 'Khác số công bố, danh sách cũ · Differs, old',
  args: {
    data: wards({
      updated: '2023-01-05',
      observations: [
        { area: '48@2008', indicator: 'teams', at: '2022-12', value: 90, source: 'sample' },
        { area: '48@2008', indicator: 'members', at: '2022-12', value: 450, source: 'sample' },
      ],
    }),
  },
};

/** Everything on one page. */
export const Plain: Story = { name: 'Một trang · Plain', args: { data: wards(), plain: true } };

/** As many teams as the nation had in 08/2022. */
export const Nation: Story = {
  name: '45.895 tổ · 45.895 teams',
  args: { area: 'vn' },
  // too much for the controls, which every change of an arg would send about
  render: (args) => roster({ ...args, data: nationPages()[0] }),
};

/** Nothing in the list yet. */
export const Empty: Story = { name: 'Trống · Empty', args: { data: wards({ teams: [] }) } };

/** Before the list is there. */
export const Waiting: Story = {
  name: 'Đang chờ · Waiting',
  args: { src: 'mock/waits/ready.json', answer: wards },
};

/** The API answered once and then failed: the list stays, with its age. */
export const Stale: Story = {
  name: 'Chưa cập nhật được · Stale',
  args: { src: 'mock/stale/ready.json', answer: wards },
  render: (args) => roster({ ...args, onTcnsLoad: ages }),
};

/** It never came. */
export const Failed: Story = {
  name: 'Không tải được · Failed',
  args: { src: 'mock/fails/ready.json', answer: wards },
};

/** Failed, with the page's own words above the sentence. */
export const FailedWithFallback: Story = {
  name: 'Không tải được, có nội dung dự phòng · Failed, fallback',
  args: {
    src: 'mock/fails/ready.json',
    answer: wards,
    fallback: 'Liên hệ tổ dân phố để gặp tổ công nghệ số cộng đồng.',
  },
};

/** 180 px wide: a sidebar. */
export const Narrow: Story = {
  name: 'Cột hẹp 180 px · Narrow',
  args: { data: wards() },
  render: (args) => html`<div class="narrow">${roster(args)}</div>`,
};

/** On a page whose `color-scheme` is dark. */
export const Dark: Story = {
  name: 'Nền tối · Dark',
  args: { data: wards() },
  globals: { theme: 'dark' },
};

/** A page in English, from the same document. */
export const English: Story = {
  name: 'Tiếng Anh · English',
  args: { data: wards() },
  globals: { language: 'en' },
};
