import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/service-guide/service-guide.js';
import { services } from '../test/support/fixtures/services.js';
import { dataArgTypes, given, type DataArgs } from './attributes.js';

interface GuideArgs extends DataArgs {
  'show-qr'?: boolean;
  data?: unknown;
}
type Story = StoryObj<GuideArgs>;

const guide = (args: GuideArgs): TemplateResult =>
  html`<tcns-service-guide
    src=${given(args.src)}
    api=${given(args.api)}
    area=${given(args.area)}
    bundle=${given(args.bundle)}
    heading=${given(args.heading)}
    heading-level=${given(args['heading-level'])}
    theme=${given(args.theme)}
    lang=${given(args.lang)}
    ?show-qr=${args['show-qr']}
    ?no-menu=${args['no-menu']}
    ?no-download=${args['no-download']}
    .data=${args.data}
    @tcns-load=${args.onTcnsLoad}
    @tcns-error=${args.onTcnsError}
    >${args.fallback}</tcns-service-guide
  >`;

const meta: Meta<GuideArgs> = {
  id: 'service-guide',
  title: 'Tổ hướng dẫn gì',
  component: 'tcns-service-guide',
  render: guide,
  argTypes: {
    ...dataArgTypes,
    'show-qr': { control: 'boolean' },
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

/** Links show where they lead; a retired service has none. */
export const Cards: Story = { name: 'Thẻ dịch vụ / cards', args: { data: services() } };

/** Every QR code from the start: a notice to print. */
export const Codes: Story = {
  name: 'Mọi mã QR / all QR codes',
  args: { data: services(), 'show-qr': true },
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('tcns-service-guide');
    await waitFor(() => expect(widget?.shadowRoot?.querySelectorAll('.qr').length).toBe(3));
  },
};

/** On a dark page. */
export const Dark: Story = {
  name: 'Nền tối / dark',
  args: { data: services() },
  globals: { theme: 'dark' },
};

/** In English. */
export const English: Story = {
  name: 'Tiếng Anh / English',
  args: { data: services() },
  globals: { language: 'en' },
};
