/**
 * `npm run build:types`: from `custom-elements.json` what editors and frameworks read, into
 * `dist/types`: JSX types (React, Preact, Solid), types for Vue and Svelte, VS Code's custom data,
 * JetBrains' web-types.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist/types' } } });
const out = resolve(values.out);

interface Declaration {
  name: string;
  tagName?: string;
  customElement?: boolean;
  events?: { name: string; type?: { text: string } }[];
  attributes?: { name: string; type?: { text: string } }[];
}
interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

const write = (name: string, text: string): void => writeFileSync(join(out, name), text);

/** The manifest for the generators: elements only. */
function readManifest(): Manifest {
  const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
  for (const module of manifest.modules)
    module.declarations = module.declarations?.filter(({ tagName }) => tagName) ?? [];
  manifest.modules = manifest.modules.filter(({ declarations }) => declarations?.length);
  return manifest;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const manifest = readManifest();
const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations);
const classes = elements.map(({ name }) => name);
const events = [
  ...new Set(
    elements.flatMap((one) => (one.events ?? []).map(({ type }) => type?.text ?? 'Event')),
  ),
];
const quiet = { outdir: out, descriptionSrc: 'summary', hideLogs: true } as const;

generateVsCodeCustomElementData(structuredClone(manifest) as never, { ...quiet });
generateJetBrainsWebTypes(structuredClone(manifest) as never, { ...quiet, packageJson: false });
generateJsxTypes(structuredClone(manifest) as never, {
  outdir: out,
  fileName: 'jsx.d.ts',
  globalTypePath: 'tcns-widgets',
  stronglyTypedEvents: true,
});

const typeOf = (attribute: { type?: { text: string } }): string =>
  (attribute.type?.text ?? '').replace(/\s*\|\s*undefined$/, '');

/**
 * What HTML allows beside the property's own type. A name with a dash is always an attribute, so that
 * `no-menu=""` is true; a framework sets `drill` as a property, where an empty text would be false.
 */
function withHtmlForms(text: string): string {
  const forms = new Map<string, string>();
  for (const { attributes = [] } of elements)
    for (const attribute of attributes) {
      const type = typeOf(attribute);
      if (type === 'number') forms.set(attribute.name, '`${number}`');
      if (type === 'boolean' && attribute.name.includes('-')) forms.set(attribute.name, '""');
    }
  return text.replace(
    /^( {2}"?(?:attr:|bool:)?([\w-]+)"?\?: Tcns\w+\["\w+"\]) \| undefined;$/gm,
    (line, start: string, name: string) => {
      const form = /"bool:/.test(start) ? undefined : forms.get(name);
      return form ? `${start} | ${form} | undefined;` : line;
    },
  );
}

/**
 * The generated file augments modules that a page may not have, which is an error there, and forgets
 * to import the events: only its types are kept, and `react.d.ts` augments React alone.
 */
function mendJsx(): void {
  const text = readFileSync(join(out, 'jsx.d.ts'), 'utf8');
  const kept = text.slice(0, text.indexOf('declare module "react"'));
  const imports = `import type {\n${[...classes, ...events].map((name) => `  ${name},\n`).join('')}} from "tcns-widgets";`;
  write(
    'jsx.d.ts',
    withHtmlForms(kept).replace(/import type \{[^}]*\} from "tcns-widgets";/, imports),
  );
}

const HEAD = '// Written by tools/build/make-types.ts.\n';
const tags = elements as (Declaration & { tagName: string })[];
const pascal = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, _dash: string, letter: string) => letter.toUpperCase());

/** React's own attributes and refs, and ours in place of those of the same name. */
function react(): string {
  const rows = tags.map(
    ({ name, tagName }) => `      '${tagName}': TcnsReactProps<${name}, ${name}Props>;`,
  );
  const uses = tags.map(({ name }) => `  ${name}Props,\n`).join('');
  return `${HEAD}import type { ClassAttributes, HTMLAttributes, ReactNode } from 'react';
import type { ${classes.join(', ')} } from 'tcns-widgets';
import type {
  CustomCssProperties,
${uses}} from './jsx.js';

/** An element of ours in JSX: its own attributes, properties and events, and those of HTML. */
export type TcnsReactProps<E, P> = Omit<HTMLAttributes<E>, keyof P> &
  ClassAttributes<E> &
  P & { children?: ReactNode };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${rows.join('\n')}
    }
  }
  interface CSSProperties extends CustomCssProperties {}
}
`;
}

/** The types of a framework whose `JSX.IntrinsicElements` is extended: its own attributes, and ours. */
function jsxOf(module: 'preact' | 'solid-js'): string {
  const isSolid = module === 'solid-js';
  const own = isSolid ? 'Solid' : 'Preact';
  const rows = tags.map(({ name, tagName }) => {
    const props = isSolid ? `SolidForms<${name}Props> & ${name}SolidJsProps` : `${name}Props`;
    return `      '${tagName}': Tcns${own}Props<${name}, ${props}>;`;
  });
  const uses = tags.flatMap(({ name }) => [
    `  ${name}Props,`,
    ...(isSolid ? [`  ${name}SolidJsProps,`] : []),
  ]);
  const imports = isSolid
    ? `import type { JSX } from 'solid-js';`
    : `import type { ClassAttributes, ComponentChildren, JSX } from 'preact';`;
  const around = isSolid
    ? `Omit<JSX.HTMLAttributes<E>, keyof P> & P`
    : `Omit<JSX.IntrinsicElements['div'], keyof P | 'ref'> &
  ClassAttributes<E> &
  P & { children?: ComponentChildren }`;
  const forms = isSolid
    ? `
/** Solid listens by \`on:tcns-…\`; it would ignore \`ontcns-…\`, and TypeScript lets names with a dash pass. */
type SolidForms<P> = { [K in keyof P]: K extends \`ontcns-\${string}\` ? never : P[K] };
`
    : '';
  return `${HEAD}${imports}
import type { ${classes.join(', ')} } from 'tcns-widgets';
import type {
${uses.join('\n')}
} from './jsx.js';
${forms}
/** An element of ours in JSX: its own attributes, properties and events, and those of HTML. */
export type Tcns${own}Props<E, P> = ${around};

declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements {
${rows.join('\n')}
    }
  }
}
`;
}

/** Attributes with a dash by the names that Vue's checker gives them, with what HTML allows. */
function vueForms({ attributes = [] }: Declaration): string {
  const camel = (name: string): string =>
    name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const rows = attributes
    .filter(({ name }) => name.includes('-'))
    .flatMap((attribute) => {
      const type = typeOf(attribute);
      const form = type === 'number' ? '`${number}`' : type === 'boolean' ? "''" : undefined;
      return form ? [`${camel(attribute.name)}?: ${type} | ${form} | undefined`] : [];
    });
  return `{ ${rows.join('; ')} }`;
}

function vue(): string {
  const rows = tags.map((tag) => {
    const { name, tagName, events: fired = [] } = tag;
    const on = fired.map(
      (event) =>
        `on${pascal(event.name)}?: ((event: ${event.type?.text ?? 'Event'}) => void) | undefined`,
    );
    return `    '${tagName}': TcnsVueElement<${name}Props, ${vueForms(tag)}, { ${on.join('; ')} }>;`;
  });
  return `${HEAD}import type { HTMLAttributes, Ref, VNodeProps } from 'vue';
import type { ${events.join(', ')} } from 'tcns-widgets';
import type {
${tags.map(({ name }) => `  ${name}Props,\n`).join('')}} from './jsx.js';

/** An element of ours in a template: attributes and properties by name, events as \`@tcns-…\`. */
export type TcnsVueElement<P, F, E> = new () => {
  $props: Omit<HTMLAttributes, keyof P> & Omit<P, \`ontcns-\${string}\` | keyof F> & F & E & VNodeProps & { ref?: string | Ref };
};

declare module 'vue' {
  interface GlobalComponents {
${rows.join('\n')}
  }
}
`;
}

function svelte(): string {
  const rows = tags.map(({ name, tagName, events: fired = [] }) => {
    const on = fired.map(
      (event) =>
        `'on:${event.name}'?: ((event: ${event.type?.text ?? 'Event'}) => void) | undefined | null`,
    );
    return `    '${tagName}': Omit<HTMLAttributes<${name}>, keyof ${name}Props> & ${name}Props & { ${on.join('; ')} };`;
  });
  return `${HEAD}import type { HTMLAttributes } from 'svelte/elements';
import type { ${[...classes, ...events].join(', ')} } from 'tcns-widgets';
import type {
${tags.map(({ name }) => `  ${name}Props,\n`).join('')}} from './jsx.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${rows.join('\n')}
  }
}
`;
}

mendJsx();
write('react.d.ts', react());
write('preact.d.ts', jsxOf('preact'));
write('solid.d.ts', jsxOf('solid-js'));
write('vue.d.ts', vue());
write('svelte.d.ts', svelte());
write('empty.js', '// Types only.\nexport {};\n');
console.log(
  `${values.out}: types of ${tags.length} elements for JSX, React, Preact, Solid, Vue, Svelte and editors`,
);
