/**
 * The WordPress plugin: the sources of `hosts/wordpress`, one `block.json` a widget, the lists of
 * attributes for PHP and the editor, the translations, and the files of the release.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEAST, SANDBOX } from '../../src/api/oembed.ts';
import { phpFrames } from '../generate/make-oembed.ts';
import { transformWithOxc } from 'vite';
import { folderOf } from '../../src/api/document-paths.ts';
import { PROVINCES } from '../../src/domain/provinces.generated.ts';
import type { KitWidget, Words } from './kit-model.ts';
import { filesIn, releaseFiles, type Files } from './files.ts';

const SLUG = 'tcns-widgets';
/** Attributes whose words stand in the saved markup, because WordPress changes < and & in a comment. */
const IN_MARKUP = ['heading', 'annotations'];
/** Attributes that name an area, which the editor offers by its name. */
const AREAS = ['area', 'mark', 'selected'];

/** Files in the root of the project that the build of the scripts reads. */
const SOURCE_FILES = [
  'package.json',
  'package-lock.json',
  'LICENSE',
  'vite.config.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'custom-elements-manifest.config.mjs',
];

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const php = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** `block.json` of a widget. */
function block(widget: KitWidget, version: string): object {
  const attributes: Record<string, object> = {
    sentence: { type: 'string', source: 'text', selector: 'p' },
  };
  for (const { name, kind } of widget.attributes) {
    if (IN_MARKUP.includes(name))
      attributes[name] = {
        type: 'string',
        source: 'attribute',
        selector: 'p',
        attribute: `data-${name}`,
      };
    else if (kind === 'flag') attributes[name] = { type: 'boolean' };
    else attributes[name] = { type: 'string' };
  }
  return {
    $schema: 'https://schemas.wp.org/trunk/block.json',
    apiVersion: 3,
    name: `${SLUG}/${widget.name}`,
    version,
    title: widget.title.en,
    category: SLUG,
    icon: widget.icon,
    description: widget.summary.en,
    keywords: widget.keywords,
    textdomain: SLUG,
    attributes,
    supports: { align: ['wide', 'full'], html: false },
    editorScript: 'tcns-widgets-editor',
    style: SLUG,
  };
}

/** The list for PHP. */
function phpList(widgets: readonly KitWidget[]): string {
  const kind = (value: KitWidget['attributes'][number]['kind']): string =>
    typeof value === 'string' ? php(value) : `array( ${value.map(php).join(', ')} )`;
  const one = ({ name, title, entry, attributes }: KitWidget): string =>
    [
      `\t${php(name)} => array(`,
      `\t\t'title'      => __( ${php(title.en)}, 'tcns-widgets' ),`,
      `\t\t'indicators' => ${php(entry.indicators)},`,
      `\t\t'board'      => ${entry.onBoard ? 'true' : 'false'},`,
      `\t\t'attributes' => array(`,
      ...attributes.map((a) => `\t\t\t${php(a.name)} => ${kind(a.kind)},`),
      '\t\t),',
      '\t),',
    ].join('\n');
  return `<?php
/**
 * The widgets and the attributes that an author may set. Generated from the library's manifest.
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

return array(
${widgets.map(one).join('\n')}
);
`;
}

/** The sizes of frames for PHP. */
const phpSizes = (): string => `<?php
/**
 * Sizes of frames in px: the best width, and the height from a width on; in less room than \`least\` a link is the
 * answer. Generated from the library's src/api/oembed.ts.
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

return array(
	'least'   => array( ${LEAST.width}, ${LEAST.height} ),
	'sandbox' => ${php(SANDBOX)},
	'frames'  => ${phpFrames('\t')},
);
`;

/** The library's own files that make a page of one widget speak with its frame and fit into it. */
const FRAME_SOURCES = ['parts/share/sentence.ts', 'pages/embed/height.ts', 'pages/embed/fit.ts'];

/**
 * The script of the page of one widget: the library's own files and `assets/frame.js` in one function.
 *
 * @param entry - the text of `assets/frame.js`
 */
async function frameScript(root: string, entry: string): Promise<string> {
  const parts = FRAME_SOURCES.map(async (file) => {
    const text = readFileSync(join(root, 'src', file), 'utf8');
    const { code } = await transformWithOxc(text, file, { sourcemap: false });
    return `// src/${file}\n${code.replace(/^import .*$/gm, '').replace(/^export /gm, '')}`;
  });
  return `(function () {\n'use strict';\n${(await Promise.all(parts)).join('\n')}\n${entry}})();\n`;
}

/** The list for the editor, with words for WordPress' own translation. */
function editorList(widgets: readonly KitWidget[]): string {
  const t = (text: string): string => `__(${JSON.stringify(text)}, 'tcns-widgets')`;
  const attribute = ({
    name,
    kind,
    label,
    help,
    values,
  }: KitWidget['attributes'][number]): string => {
    const words =
      typeof kind === 'string'
        ? JSON.stringify(kind)
        : `[${kind.map((word, i) => `{ value: ${JSON.stringify(word)}, label: ${t(values[i]?.en ?? word)} }`).join(', ')}]`;
    const isArea = AREAS.includes(name) ? ', isArea: true' : '';
    return `        { name: ${JSON.stringify(name)}, label: ${t(label.en)}, kind: ${words}${isArea} }, // ${help}`;
  };
  const one = ({ name, title, summary, entry, attributes }: KitWidget): string =>
    `    ${JSON.stringify(name)}: {
      title: ${t(title.en)},
      help: ${t(summary.en)},
      document: ${JSON.stringify(entry.document)},
      folder: ${JSON.stringify(folderOf(entry.document))},
      indicators: ${JSON.stringify(entry.indicators)},
      figures: ${JSON.stringify(entry.figures)},
      board: ${String(!!entry.onBoard)},
      attributes: [
${attributes.map(attribute).join('\n')}
      ],
    },`;
  const areas = Object.entries({
    // The nation has a document for each edition.
    vn: { name: { vi: 'Cả nước', en: 'Viet Nam' } },
    'vn@2008': { name: { vi: 'Cả nước', en: 'Viet Nam' } },
    ...PROVINCES,
  }).map(([id, area]) => {
    const { name, kind, parent } = area as { name: unknown; kind?: string; parent?: string };
    return `    ${JSON.stringify(id)}: ${JSON.stringify({ name, kind, parent })},`;
  });
  return `/* The widgets, their attributes and the provinces. Generated from the library's manifest. */
(function (__) {
  'use strict';
  window.tcnsWidgetsKit = { widgets: {
${widgets.map(one).join('\n')}
  }, areas: {
${areas.join('\n')}
  } };
})(window.wp.i18n.__);
`;
}

/** Every text of the sources that WordPress translates: `__( 'Settings', 'tcns-widgets' )`. */
function textsOf(source: string): string[] {
  const calls = source.matchAll(
    /\b(?:__|esc_html__|esc_html_e|esc_attr__)\(\s*'((?:[^'\\]|\\.)*)',\s*'tcns-widgets'/g,
  );
  return [...calls].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
}

/** English to Vietnamese; a text in a context has it before a \u0004, as gettext writes it. */
function translations(
  widgets: readonly KitWidget[],
  sources: readonly string[],
  own: Record<string, string>,
): Record<string, string> {
  const all: Record<string, string> = {};
  const add = ({ en, vi }: Words): void => {
    all[en] = vi;
  };
  for (const { title, summary, attributes } of widgets) {
    add(title);
    add(summary);
    all[`block title\u0004${title.en}`] = title.vi;
    all[`block description\u0004${summary.en}`] = summary.vi;
    for (const { label, values } of attributes) [label, ...values].forEach(add);
  }
  Object.assign(all, own);
  const missing = sources.flatMap(textsOf).filter((text) => all[text] === undefined);
  if (missing.length > 0)
    throw new Error(
      `kits: hosts/wordpress/languages/vi.json has no Vietnamese for: ${missing.join(' | ')}`,
    );
  return all;
}

/** The languages' files: for PHP, for the scripts, and for translators. */
function languageFiles(all: Record<string, string>): Files {
  const entries = Object.entries(all);
  const l10n = `<?php
return array(
	'domain'       => 'tcns-widgets',
	'plural-forms' => 'nplurals=1; plural=0;',
	'language'     => 'vi',
	'messages'     => array(
${entries.map(([en, vi]) => `\t\t${en.includes('\u0004') ? `${php(en.split('\u0004')[0] ?? '')} . "\\4" . ${php(en.split('\u0004')[1] ?? '')}` : php(en)} => ${php(vi)},`).join('\n')}
	),
);
`;
  const jed = json({
    domain: 'messages',
    locale_data: {
      messages: {
        '': { domain: 'messages', 'plural-forms': 'nplurals=1; plural=0;', lang: 'vi' },
        ...Object.fromEntries(entries.map(([en, vi]) => [en, [vi]])),
      },
    },
  });
  const quoted = (text: string): string => JSON.stringify(text);
  const catalogue = (isTemplate: boolean): string =>
    [
      `msgid ""\nmsgstr ""\n"Project-Id-Version: ${SLUG}\\n"\n"Language: ${isTemplate ? '' : 'vi'}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"`,
      ...entries.map(([en, vi]) => {
        const [context, text] = en.includes('\u0004') ? en.split('\u0004') : [undefined, en];
        return `${context ? `msgctxt ${quoted(context)}\n` : ''}msgid ${quoted(text ?? '')}\nmsgstr ${isTemplate ? '""' : quoted(vi)}`;
      }),
    ].join('\n\n') + '\n';
  return {
    'languages/tcns-widgets-vi.l10n.php': l10n,
    'languages/tcns-widgets-vi-tcns-widgets-data.json': jed,
    'languages/tcns-widgets-vi-tcns-widgets-editor.json': jed,
    'languages/tcns-widgets-vi.po': catalogue(false),
    'languages/tcns-widgets.pot': catalogue(true),
  };
}

/** The plugin's own files: its sources, and what is generated beside them. */
export async function wordpressText(
  widgets: readonly KitWidget[],
  root: string,
  version: string,
): Promise<Files> {
  const sources = join(root, 'hosts/wordpress');
  const files: Files = {};
  for (const file of filesIn(sources)) {
    if (file === 'languages/vi.json') continue;
    files[file] = readFileSync(join(sources, file), 'utf8').replaceAll('{{version}}', version);
  }
  files['includes/widgets.php'] = phpList(widgets);
  files['includes/frames.php'] = phpSizes();
  files['assets/frame.js'] = await frameScript(root, String(files['assets/frame.js']));
  files['assets/frame.css'] = readFileSync(join(root, 'src/pages/embed/embed.css'), 'utf8');
  files['editor/widgets.js'] = editorList(widgets);
  for (const widget of widgets)
    files[`blocks/${widget.name}/block.json`] = json(block(widget, version));
  const own = JSON.parse(readFileSync(join(sources, 'languages/vi.json'), 'utf8')) as Record<
    string,
    string
  >;
  const code = Object.entries(files).filter(([file]) => /\.(php|js)$/.test(file));
  Object.assign(
    files,
    languageFiles(
      translations(
        widgets,
        code.map(([, text]) => String(text)),
        own,
      ),
    ),
  );
  files['LICENSE'] = readFileSync(join(root, 'LICENSE'), 'utf8');
  return files;
}

/** The files of the project that the build of the scripts reads. */
export const sourceFiles = (root: string): string[] => [
  ...['src', 'tools/build', 'tools/generate'].flatMap((folder) =>
    filesIn(join(root, folder)).map((file) => `${folder}/${file}`),
  ),
  ...filesIn(join(root, 'tools/data'))
    .filter((file) => !file.includes('/'))
    .map((file) => `tools/data/${file}`),
  ...SOURCE_FILES,
];

/**
 * All files of the plugin's folder.
 *
 * @param root - the folder of the project
 * @param version - the version of the release
 */
export async function wordpressFiles(
  widgets: readonly KitWidget[],
  root: string,
  version: string,
): Promise<Files> {
  const files: Files = {
    ...(await wordpressText(widgets, root, version)),
    ...releaseFiles(root, version, `assets/${version}`),
  };
  // The sources of the minified files, with all that builds them anew.
  for (const file of sourceFiles(root))
    files[`source/${file}`] = new Uint8Array(readFileSync(join(root, file)));
  return files;
}
