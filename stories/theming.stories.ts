import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import '../src/elements/kpi-card/kpi-card.js';
import '../src/elements/ranking/ranking.js';
import '../src/elements/stat/stat.js';
import { tokens } from '../src/parts/styles/base.styles.js';
import manifest from '../custom-elements.json';
import neutral from '../themes/neutral.css?inline';
import newspaper from '../themes/newspaper.css?inline';
import portal from '../themes/portal.css?inline';
import { contrast, sharedTokens, type Token } from './tokens.js';

type Story = StoryObj;

const meta: Meta = {
  id: 'theming',
  title: 'Giao diện · Theming',
  // the page of docs is theming.mdx
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};

export default meta;

const shared = sharedTokens(tokens.cssText);
const isColour = (value: string) => /^#[\da-f]{3,6}$/i.test(value);

const swatch = (value: string): TemplateResult =>
  html`${
      isColour(value)
        ? html`<svg class="swatch" width="36" height="20" aria-hidden="true">
            <rect
              x="0.5"
              y="0.5"
              width="35"
              height="19"
              rx="3"
              fill=${value}
              stroke="#808080"
            ></rect>
          </svg>`
        : nothing
    } <code>${value}</code>`;

const ratio = (colour: string, surface: string): unknown =>
  isColour(colour) && isColour(surface)
    ? `${contrast(colour, surface).toFixed(1).replace('.', ',')}:1`
    : '';

/** Colours that are read as text, so that 4.5:1 on the surface is due. */
const READ = ['text', 'muted', 'accent', 'good', 'warn', 'bad'].map(
  (name) => `--tcns-color-${name}`,
);
const surfaceOf = (mode: 'light' | 'dark') =>
  shared.find(({ name }) => name === '--tcns-color-surface')?.[mode] ?? '';

const row = ({ name, darkName, light, dark }: Token): TemplateResult => {
  const read = READ.includes(name);
  return html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td>${swatch(light)}</td>
    <td>${read ? ratio(light, surfaceOf('light')) : ''}</td>
    <td>${darkName ? html`<code>${darkName}</code> ${swatch(dark)}` : nothing}</td>
    <td>${read ? ratio(dark, surfaceOf('dark')) : ''}</td>
  </tr>`;
};

/** Every shared token with its default, read from the style sheet itself, and its contrast. */
export const SharedTokens: Story = {
  name: 'Biến dùng chung · Shared tokens',
  render: () =>
    html`<div class="tokens-table">
      <table>
        <thead>
          <tr>
            ${[
              'Biến / token',
              'Nền sáng / light',
              'Tương phản',
              'Nền tối / dark',
              'Tương phản',
            ].map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shared.map(row)}
        </tbody>
      </table>
    </div>`,
  play: async () => {
    await expect(shared.length).toBeGreaterThan(12);
    for (const mode of ['light', 'dark'] as const) {
      for (const token of shared.filter(({ name }) => READ.includes(name))) {
        await expect(
          contrast(token[mode], surfaceOf(mode)),
          `${token.name}, ${mode}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
  },
};

interface Declared {
  tagName?: string;
  cssProperties?: { name: string; description?: string }[];
  cssParts?: { name: string; description?: string }[];
}
const elements = (manifest.modules as { declarations?: Declared[] }[])
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((a, b) => (a.tagName! < b.tagName! ? -1 : 1));
const sharedNames = new Set(shared.flatMap(({ name, darkName }) => [name, darkName]));

const listOf = (key: 'cssProperties' | 'cssParts', wrap: (name: string) => string) =>
  html`<div class="tokens-table">
    ${elements.map((element) => {
      const items = (element[key] ?? []).filter(({ name }) => !sharedNames.has(name));
      return items.length === 0
        ? nothing
        : html`<table>
            <caption>
              <code>&lt;${element.tagName}&gt;</code>
            </caption>
            <tbody>
              ${items.map(
                ({ name, description }) =>
                  html`<tr>
                    <th scope="row"><code>${wrap(name)}</code></th>
                    <td>${description}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`;
    })}
  </div>`;

/** The tokens that one widget has for itself. */
export const OwnTokens: Story = {
  name: 'Biến riêng của tiện ích · Own tokens',
  render: () => listOf('cssProperties', (name) => name),
};

/** Every part that a page may style. */
export const Parts: Story = {
  name: 'Các phần ::part · Parts',
  render: () => listOf('cssParts', (name) => `::part(${name})`),
};

const widgets = (): TemplateResult =>
  html`<div class="row">
      <tcns-kpi-card src="mock/forms/targetUnder.json" indicator="dossier.online"></tcns-kpi-card>
      <tcns-kpi-card src="mock/forms/ready.json" indicator="teams"></tcns-kpi-card>
    </div>
    <p>
      Số trong câu: <tcns-stat src="mock/forms/ready.json" indicator="teams" unit></tcns-stat>.
    </p>`;

/** A page's own colours, corners and sizes: seven tokens on an element around the widgets. */
export const OwnColours: Story = {
  name: 'Màu của trang · Own colours',
  render: () => html`<div class="office">${widgets()}</div>`,
};

/** The same on a dark page: dark tokens have names of their own. */
export const OwnColoursDark: Story = {
  ...OwnColours,
  name: 'Màu của trang, nền tối · Own colours, dark',
  globals: { theme: 'dark' },
};

/** What no token says is said by `::part`. */
export const StyledParts: Story = {
  name: 'Tạo kiểu ::part · Styled parts',
  render: () => html`<div class="newspaper">${widgets()}</div>`,
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('tcns-kpi-card');
    const title = card?.shadowRoot?.querySelector('[part~=title]');
    if (title) await expect(getComputedStyle(title).textTransform).toBe('uppercase');
  },
};

/** `--tcns-scale: 1.5`: all sizes grow together, text too. */
export const Scaled: Story = {
  name: 'Cỡ chữ 150% · Scale',
  render: () => html`<div class="scaled">${widgets()}</div>`,
};

/** The ready themes of `themes/`, as classes: their `:root` would be for the whole Storybook. */
const sheet = (css: string): CSSStyleSheet => {
  const made = new CSSStyleSheet();
  made.replaceSync(css.replace(/:root,\s*/, ''));
  return made;
};
const themes = { neutral, portal, newspaper };
const themed = () => {
  document.adoptedStyleSheets = [
    ...document.adoptedStyleSheets.filter((one) => !themeSheets.includes(one)),
    ...themeSheets,
  ];
  return html`${Object.keys(themes).map(
    (name) =>
      html`<h3><code>themes/${name}.css</code></h3>
        <div class="tcns-${name}">${widgets()}</div>`,
  )}`;
};
const themeSheets = Object.values(themes).map(sheet);

/** Three ready themes, each a file to link or a class on a part of the page. */
export const ReadyThemes: Story = {
  name: 'Giao diện có sẵn · Ready themes',
  render: themed,
  play: async ({ canvasElement }) => {
    const accents = [...canvasElement.querySelectorAll('[class^=tcns-]')].map((box) =>
      getComputedStyle(box).getPropertyValue('--tcns-color-accent').trim(),
    );
    await expect(new Set(accents.filter(Boolean)).size).toBe(3);
  },
};

/** The same on a dark page. */
export const ReadyThemesDark: Story = {
  ...ReadyThemes,
  name: 'Giao diện có sẵn, nền tối · Ready themes, dark',
  globals: { theme: 'dark' },
};
