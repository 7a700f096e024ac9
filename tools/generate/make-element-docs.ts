/**
 * Writes `docs/elements.md` from the manifest of the elements and the tokens of
 * `src/parts/styles/base.styles.ts`:
 *
 *     npm run docs:elements
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { sharedTokens } from './tokens.mjs';
import { readElementsManifest } from './manifest.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
export const ELEMENTS_PAGE = here('../../docs/elements.md');

interface Item {
  name: string;
  kind?: string;
  type?: { text: string };
  default?: string;
  description?: string;
  fieldName?: string;
  attribute?: string;
  inheritedFrom?: unknown;
}
interface Element {
  tagName?: string;
  summary?: string;
  attributes?: Item[];
  members?: Item[];
  events?: Item[];
  slots?: Item[];
  cssParts?: Item[];
  cssProperties?: Item[];
}

const cell = (text = ''): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const code = (text = ''): string => (text ? `\`${cell(text)}\`` : '');

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function section(title: string, heads: readonly string[], rows: string[][]): string {
  return rows.length > 0 ? `### ${title}\n\n${table(heads, rows)}\n` : '';
}

/** `'a' | 'b'` in the order written; without the `undefined` of an attribute that is absent. */
const typeOf = ({ type }: Item): string => (type?.text ?? '').replace(/\s*\|\s*undefined$/, '');

const described = ({ name, description }: Item): string[] => [
  name ? code(name) : '(default)',
  cell(description),
];

function elementSection(element: Element): string {
  const { tagName, summary, attributes = [], members = [], events = [] } = element;
  const { slots = [], cssParts = [], cssProperties = [] } = element;
  const propertyOf = ({ name, fieldName = name }: Item) =>
    fieldName === name ? '' : code(fieldName);
  const fields = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    `## \`<${tagName}>\`\n\n${cell(summary)}\n`,
    section(
      'Attributes',
      ['attribute', 'property, where it has another name', 'type', 'default', 'meaning'],
      attributes.map((a) => [
        code(a.name),
        propertyOf(a),
        code(typeOf(a)),
        a.default === "''" ? '' : code(a.default?.replaceAll("'", '')),
        cell(a.description),
      ]),
    ),
    section(
      'Properties and methods without an attribute',
      ['name', 'meaning'],
      [
        ...fields.map(described),
        ...methods.map(({ name, description }) => [code(`${name}()`), cell(description)]),
      ],
    ),
    section('Events', ['event', 'meaning'], events.map(described)),
    section('Slots', ['slot', 'meaning'], slots.map(described)),
    section('Parts', ['part', 'meaning'], cssParts.map(described)),
    section(
      'Own tokens',
      ['token', 'meaning'],
      cssProperties.filter(({ inheritedFrom }) => !inheritedFrom).map(described),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The tokens that all widgets share, with their defaults in light and dark. */
const tokenRows = (): string[][] =>
  sharedTokens().map(({ name, value, meaning, dark }) => [
    code(name),
    code(value),
    dark ? `${code(dark.name)} ${code(dark.value)}` : '',
    meaning,
  ]);

const INTRODUCTION = `# The elements

Written by \`npm run docs:elements\` from the source: change the comments there, not this page.
How to use the elements on a page: [guide.md](guide.md), in Vietnamese [guide.vi.md](guide.vi.md).

Each element has all the attributes, parts and tokens listed for it. An element that is a box also
takes the shared tokens at the end of this page.
`;

/** The text of the page, as it should stand in the tree. */
export async function makeElementDocs(): Promise<string> {
  const manifest = await readElementsManifest<{ modules: { declarations?: Element[] }[] }>();
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => ((a.tagName ?? '') < (b.tagName ?? '') ? -1 : 1));
  const tokens = `## Shared tokens

CSS custom properties, set on \`:root\`, on any element around the widgets, or on a widget itself.
Dark has names of its own, so that a page can set both without knowing which one is shown.

${table(['token', 'default', 'in dark', 'use'], tokenRows())}
`;
  const text = [INTRODUCTION, ...elements.map(elementSection), tokens].join('\n');
  return format(text, { ...(await resolveConfig(ELEMENTS_PAGE)), parser: 'markdown' });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(ELEMENTS_PAGE, await makeElementDocs());
