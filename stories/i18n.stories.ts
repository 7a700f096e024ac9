import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/kpi-card/kpi-card.js';
import '../src/elements/stat/stat.js';
import type { Texts } from '../src/i18n/vi.js';
import { registerLocale } from '../src/i18n/translator.js';
import { says, widgetIn } from './play.js';

type Story = StoryObj;

const meta: Meta = {
  id: 'i18n',
  title: 'Ngôn ngữ · Languages',
  // the page of docs is i18n.mdx
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};

export default meta;

/** French, as far as these stories need it. The keys are typed: a wrong one is an error of TypeScript. */
const french: Partial<Texts> = {
  columnDate: 'Date',
  columnFigure: 'Chiffre',
  definition: 'Définition',
  download: 'Télécharger (CSV)',
  menu: 'Options : {title}',
  missing: 'Pas encore de données',
  nationwide: 'Viêt Nam',
  retry: 'Réessayer',
  source: 'Source : {name}',
  table: 'Afficher le tableau',
};
registerLocale('fr', french);

/** The same document in the three languages: names come from the data, the other words from i18n. */
export const Languages: Story = {
  name: 'Ba ngôn ngữ trên một trang · Three languages',
  render: () =>
    html`<div class="row">
      ${['vi', 'en', 'fr'].map(
        (lang) =>
          html`<div lang=${lang}>
            <tcns-kpi-card src="mock/forms/ready.json" indicator="teams"></tcns-kpi-card>
          </div>`,
      )}
    </div>`,
};

/** A language of the page's own. What it lacks is shown in Vietnamese, and named once in the console. */
export const AddedLanguage: Story = {
  name: 'Thêm một ngôn ngữ · Added language',
  render: () =>
    html`<div class="one" lang="fr">
      <tcns-kpi-card src="mock/forms/ready.json" indicator="teams"></tcns-kpi-card>
    </div>`,
  play: ({ canvasElement }) => says(widgetIn(canvasElement, 'tcns-kpi-card'), /Source : /),
};
