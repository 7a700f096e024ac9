/**
 * The Liferay kit: page fragments, one a widget, as a zip that Liferay imports; and a client-extension
 * project with the loader for every page and a custom element for each widget.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFiles, type Files } from './files.ts';
import type { KitAttribute, KitWidget } from './kit-model.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
/** `heading-level` -> `headingLevel`: FreeMarker takes a hyphen for minus. */
const fieldOf = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A field of a fragment's configuration. */
function field({ name, kind, label, hint, values }: KitAttribute): object {
  const common = {
    name: fieldOf(name),
    label: label.vi,
    ...(hint === undefined ? {} : { description: hint }),
  };
  if (kind === 'flag') return { ...common, type: 'checkbox', defaultValue: false };
  if (typeof kind !== 'string') {
    return {
      ...common,
      type: 'select',
      dataType: 'string',
      defaultValue: kind[0],
      typeOptions: {
        validValues: kind.map((value, index) => ({ value, label: values[index]?.vi ?? value })),
      },
    };
  }
  return { ...common, type: 'text', dataType: 'string', defaultValue: '' };
}

/**
 * What stands in an attribute. The five characters of markup are taken out, because a template does not
 * say whether Liferay escapes for it; no id, date or number has any of them.
 */
const plain = (name: string): string =>
  `\${(configuration.${name}!'')?replace('[<>&"\\']', ' ', 'r')}`;

function attribute({ name, kind }: KitAttribute): string {
  const own = fieldOf(name);
  if (kind === 'flag') return `[#if configuration.${own}!false] ${name}[/#if]`;
  return `[#if (configuration.${own}!'')?has_content] ${name}="${plain(own)}"[/#if]`;
}

/** The fragment's markup; while the page is edited the sentence stands below the figure, to be written. */
function html({ name, title, attributes, entry }: KitWidget, board: readonly KitWidget[]): string {
  const own = attributes.filter((one) => !(name === 'dashboard' && one.name === 'indicator'));
  const open = `<tcns-${name}${own.map(attribute).join('')}>`;
  const inside =
    entry.figures === 'both' && name === 'dashboard'
      ? board
          .map((one) => `<tcns-${one.name} indicator="${plain('indicator')}"></tcns-${one.name}>`)
          .join('')
      : '';
  const sentence = `<p data-lfr-editable-id="sentence" data-lfr-editable-type="text">${title.vi}</p>`;
  return `<div class="tcns-fragment">
[#if (layoutMode!'') == 'edit']
${open}${inside}</tcns-${name}>
${sentence}
[#else]
${open}${inside}${sentence}</tcns-${name}>
[/#if]
</div>
`;
}

/** The zip of fragments. */
export function fragmentFiles(widgets: readonly KitWidget[]): Files {
  const board = widgets.filter(({ entry }) => entry.onBoard);
  const files: Files = {
    'tcns-widgets/collection.json': json({
      name: 'Số liệu tổ công nghệ số',
      description: 'Số liệu tổ công nghệ số cộng đồng, luôn cập nhật',
    }),
  };
  for (const widget of widgets) {
    const folder = `tcns-widgets/fragments/${widget.name}`;
    files[`${folder}/fragment.json`] = json({
      cssPath: 'index.css',
      configurationPath: 'index.json',
      htmlPath: 'index.html',
      jsPath: 'index.js',
      name: widget.title.vi,
      type: 'component',
    });
    files[`${folder}/index.html`] = html(widget, board);
    files[`${folder}/index.css`] = '';
    files[`${folder}/index.js`] = '';
    files[`${folder}/index.json`] = json({
      fieldSets: [{ label: 'Số liệu', fields: widget.attributes.map(field) }],
    });
  }
  return files;
}

/** The client-extension project. */
export function extensionFiles(
  widgets: readonly KitWidget[],
  root: string,
  version: string,
): Files {
  const elements = widgets
    .filter(({ name }) => name !== 'dashboard')
    .map(
      ({ name, title }) => `
tcns-${name}:
  friendlyURLMapping: tcns-${name}
  htmlElementName: tcns-${name}
  instanceable: true
  name: ${JSON.stringify(title.vi)}
  portletCategoryName: category.client-extensions
  type: customElement
  urls:
    - ${name}.js
  useESM: true
`,
    );
  const yaml = `# Các tệp của thư viện, mỗi phiên bản một thư mục.
assemble:
  - from: assets
    into: static

# Script cho mọi trang: thêm vào trang, trang mẫu (master page) hoặc site.
tcns-loader:
  name: TCNS Widgets
  scriptElementAttributes:
    data-api: "{{api}}"
    data-senna-track: permanent
  type: globalJS
  url: tcns.js
${elements.join('')}`;
  return {
    'client-extensions/tcns-widgets/client-extension.yaml': yaml,
    'client-extensions/tcns-widgets/HUONG-DAN.txt': readFileSync(
      join(root, 'hosts/liferay/HUONG-DAN.txt'),
      'utf8',
    ).replaceAll('{{version}}', version),
    ...releaseFiles(root, version, 'client-extensions/tcns-widgets/assets'),
  };
}
