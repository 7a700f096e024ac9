/**
 * `npm run new:widget NAME`: a widget that works, to be changed: element, styles, registration, test,
 * story, docs stub; joined to the loader, the package and the change log.
 *
 *   node tools/new-widget.mjs NAME [--root FOLDER] [--dry-run] [--remove]
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { bin, node } from './test/run.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: 'string', default: '.' },
    'dry-run': { type: 'boolean', default: false },
    remove: { type: 'boolean', default: false },
  },
});
const [name = ''] = positionals;
const root = resolve(values.root);
const path = (file) => join(root, file);

function refuse(reason) {
  console.error(`new:widget: ${reason}`);
  process.exit(2);
}

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) refuse('a name in kebab case: area-list');
if (name.startsWith('tcns-')) refuse('without "tcns-": that is put before it');
if (
  [
    'all',
    'cdn',
    'jsx',
    'react',
    'preact',
    'solid',
    'vue',
    'svelte',
    'register',
    'prerender',
    'schemas',
    'themes',
  ].includes(name)
)
  refuse(`"${name}" is another entry of the package`);
const folder = `src/elements/${name}`;
if (existsSync(path(folder)) !== values.remove)
  refuse(values.remove ? `there is no ${folder}` : `${folder} is already there`);

const Class = `Tcns${name.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase())}`;
const tag = `tcns-${name}`;
/** The name in English, as a title has it: `Area list`. The one in Vietnamese is the author's to find. */
const words = name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

const files = {
  [`${folder}/${name}.ts`]: `/** Registers \`<${tag}>\`. */
import { defineElement } from '../../parts/base/element.js';
import { ${Class} } from './${name}.element.js';

defineElement('${tag}', ${Class});

export { ${Class} };

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${Class};
  }
}
`,
  [`${folder}/${name}.element.ts`]: `import { html, type TemplateResult } from 'lit';
import type { Observations } from '../../api/figures.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { emptyView } from '../../parts/base/empty.js';
import type { ShownState } from '../../parts/base/data-element.js';
import { FigureElement } from '../../parts/base/figure-element.js';
import { factsView, figureView, laterView } from '../../parts/base/figure-lines.js';
import { factsOf } from '../../parts/base/footer.js';
import { titleView } from '../../parts/base/title.js';
import { styles } from './${name}.styles.js';

/**
 * @summary One figure with its title, date and source: say here what the widget shows.
 *
 * @slot - Shown until the figure is there, and kept if it never comes.
 * @fires {TcnsLoadEvent} tcns-load - The figure has arrived, or a new one has; \`detail.document\`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; \`detail.error\` (\`kind\`, \`url\`, \`path\`, \`reason\`).
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box.
 * @csspart title - The title.
 * @csspart value - The figure.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the figure.
 * @csspart source - The source of the figure.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The table view.
 *
 * @cssproperty --${tag}-min-height - Height kept free before the figure arrives (default 160px).
 */
export class ${Class} extends FigureElement {
  static override styles = [base, frame, styles];

  protected override readonly shapes = ['half'];

  protected override renderDocument(shown: ShownState<Observations>): TemplateResult | undefined {
    const doc = shown.read.document;
    const figure = this.figureIn(doc);
    const { observation } = figure;
    if (!observation) return undefined;
    const w = this.wording;
    const subject = this.subjectOf(doc, observation);
    const named = this.named(subject.title);
    const { title } = named;
    return this.box(html\`
      \${titleView({ title, level: this.level, sample: subject.sample }, w)}
      \${this.renderStale(shown)}
      <div class="stretch">
        \${
          this.menu.panel === 'table'
            ? html\`<div class="panel">\${this.menu.table(() => this.figuresShown(shown), title)}</div>\`
            : html\`\${figureView(observation, subject.indicator, w)}
              \${factsView(figure, subject.indicator, w)} \${laterView(observation, subject, w)}\`
        }
      </div>
      \${this.menu.footer(factsOf({ observation, doc, url: shown.url }), named)}
    \`);
  }

  protected override renderEmpty(): TemplateResult {
    return emptyView(this.emptyFacts, this.wording);
  }
}
`,
  [`${folder}/${name}.styles.ts`]: `import { css } from 'lit';

export const styles = css\`
  :host {
    min-height: var(--${tag}-min-height, calc(160px * var(--tcns-scale, 1))) !important;
  }

  .digits {
    font-size: var(--_l);
    font-weight: 600;
  }
\`;
`,
  [`test/elements/${name}.test.ts`]: `import '../../${folder}/${name}.js';
import { describeFigureWidget } from './shared.js';

const TAG = '${tag}';

// Every form of a figure, every state, every language: what each widget of figures keeps.
describe(TAG, () => {
  describeFigureWidget({ tag: TAG, attributes: '', inline: false, unfold: async () => {} });
});
`,
  [`stories/${name}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../${folder}/${name}.js';
import { ready } from '../test/support/fixtures/observations.js';

const meta: Meta = {
  id: '${name}',
  title: 'Tiện ích · Widgets/${tag} · ${words}',
  component: '${tag}',
  render: () => html\`<div class="one"><${tag} indicator="teams" .data=\${ready()}></${tag}></div>\`,
};
export default meta;

export const Ready: StoryObj = { name: 'Có số liệu · Ready' };
`,
  [`docs/new/${name}.md`]: `# \`<${tag}>\`

What it is for, and an example to paste; move this to \`docs/guide.md\` and, in Vietnamese, to
\`docs/guide.vi.md\`, then remove this file.
`,
};

const catalogueRow = `  ${name.includes('-') ? `'${name}'` : name}: { ...figures, heights: { '': 160 } },\n`;

/** A file that names all widgets, changed by a function. */
const joins = {
  'src/register.ts': (text) => `${text}import './elements/${name}/${name}.js';\n`,
  'src/index.ts': (text) =>
    text.replace(
      '\nexport { configure',
      `export { ${Class} } from './elements/${name}/${name}.element.js';\n\nexport { configure`,
    ),
  'src/api/widget-catalogue.ts': (text) =>
    text.replace(/(\n {2}trend: \{.*\},\n)/, (row) => `${row}${catalogueRow}`),
  'package.json': (text) => {
    const json = JSON.parse(text);
    const file = `./dist/esm/elements/${name}/${name}`;
    const entry = (end) => ({ types: `${file}${end}.d.ts`, default: `${file}${end}.js` });
    const added = { [`./${name}`]: entry(''), [`./${name}/element`]: entry('.element') };
    const order = Object.entries(json.exports);
    const at = order.findIndex(([key]) => key === './prerender');
    json.exports = Object.fromEntries([
      ...order.slice(0, at),
      ...Object.entries(added),
      ...order.slice(at),
    ]);
    const last = json.sideEffects.findLastIndex((one) => one.startsWith('./dist/esm/'));
    json.sideEffects.splice(last + 1, 0, `${file}.js`);
    return `${JSON.stringify(json, null, 2)}\n`;
  },
  'CHANGELOG.md': (text) =>
    text.replace('\n### Loader', `\n### \`<${tag}>\`\n\n- First version.\n\n### Loader`),
};

/** The same, taken back. */
const leaves = {
  'src/register.ts': (text) => text.replace(`import './elements/${name}/${name}.js';\n`, ''),
  'src/index.ts': (text) =>
    text.replace(`export { ${Class} } from './elements/${name}/${name}.element.js';\n`, ''),
  'src/api/widget-catalogue.ts': (text) => text.replace(catalogueRow, ''),
  'package.json': (text) => {
    const json = JSON.parse(text);
    delete json.exports[`./${name}`];
    delete json.exports[`./${name}/element`];
    json.sideEffects = json.sideEffects.filter((one) => !one.includes(`/elements/${name}/`));
    return `${JSON.stringify(json, null, 2)}\n`;
  },
  'CHANGELOG.md': (text) => text.replace(`### \`<${tag}>\`\n\n- First version.\n\n`, ''),
};

const say = (verb, file) => console.log(`${values['dry-run'] ? 'would ' : ''}${verb} ${file}`);

for (const [file, change] of Object.entries(values.remove ? leaves : joins)) {
  const before = readFileSync(path(file), 'utf8');
  const after = change(before);
  if (after === before)
    refuse(`${file} has another form than was thought: nothing is changed there`);
  say('change', file);
  if (!values['dry-run']) writeFileSync(path(file), after);
}
for (const [file, text] of Object.entries(files)) {
  say(values.remove ? 'remove' : 'write', file);
  if (values['dry-run']) continue;
  if (values.remove) {
    rmSync(path(file), { force: true });
    continue;
  }
  mkdirSync(dirname(path(file)), { recursive: true });
  const options = { ...(await resolveConfig('src/index.ts')), filepath: file };
  writeFileSync(path(file), await format(text, options));
}
if (values.remove && !values['dry-run']) rmSync(path(folder), { recursive: true, force: true });
// In the repository itself what is made of all elements is made anew.
if (values.root === '.' && !values['dry-run'])
  for (const tool of ['make-element-docs', 'make-attributes'])
    await node([bin('tsx'), `tools/generate/${tool}.ts`]);
if (!values.remove)
  console.log(`
Now:
  node tools/test/test-elements.mjs chromium -- test/elements/${name}.test.ts
  npm run test:visual -- --accept --only ${name}
Its own words: src/i18n/vi.${name}.ts with useTexts(); a case in test/ssr and in test/cli/prerender.test.ts.`);
