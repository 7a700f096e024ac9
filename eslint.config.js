import compat from 'eslint-plugin-compat';
import * as lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/* ---- Rooms: who may import whom is checked by .dependency-cruiser.mjs (npm run lint:rooms) ---- */

const noHtmlStrings = {
  regex: '^lit/directives/unsafe-|^lit/static-html',
  message: 'Text is only ever text: no HTML is made of strings.',
};

/* ---- What host pages and old browsers forbid (docs: hosts) ---- */

const member = (name) => `MemberExpression[property.name='${name}']`;
/** The declarations of a name: a variable, a parameter, a part of a pattern. */
const declared = (pattern) =>
  [
    'VariableDeclarator > Identifier.id',
    ':function > Identifier.params',
    ':function > AssignmentPattern.params > Identifier.left',
    'ObjectPattern > Property > Identifier.value',
    'ObjectPattern > Property > AssignmentPattern.value > Identifier.left',
    'ArrayPattern > Identifier',
  ]
    .map((place) => `${place}[name=/^(${pattern})$/]`)
    .join(', ');
const names = [
  {
    selector: declared('document'),
    message: 'The name hides the DOM’s document: a document of the API is called `doc`.',
  },
  {
    selector: declared('said|own|found'),
    message: 'A noun says more: what was said, whose it is, what was found.',
  },
];
const everywhere = [
  ...names,
  {
    selector: ['innerHTML', 'outerHTML']
      .map((name) => `AssignmentExpression > ${member(name)}.left`)
      .join(', '),
    message: 'Text is only ever text: no HTML is made of strings.',
  },
  {
    selector: `CallExpression > MemberExpression.callee[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|write|writeln|createContextualFragment)$/]:matches([object.name='document'], [property.name!=/^write/])`,
    message: 'Text is only ever text: no HTML is made of strings.',
  },
  { selector: 'Identifier[name=/^unsafe(HTML|SVG|Static)$/]', message: 'Text is only ever text.' },
  {
    selector:
      "CallExpression[callee.object.name='Array'][callee.property.name='from'][arguments.length>1]",
    message: 'Prototype.js replaces Array.from and ignores the function: [...x].map(fn).',
  },
  { selector: member('randomUUID'), message: 'Insecure contexts have no crypto.randomUUID.' },
  {
    selector:
      'CallExpression > MemberExpression.callee[computed=false][property.name=/^(at|findLast|findLastIndex|toSorted|toReversed|toSpliced)$/]',
    message: 'Not in Chrome 87 or Safari 14.1.',
  },
  {
    selector: "MemberExpression[object.name='Object'][property.name=/^(hasOwn|groupBy)$/]",
    message: 'Not in Chrome 87 or Safari 14.1: use `in` or Object.prototype.hasOwnProperty.call.',
  },
  {
    selector: "MemberExpression[object.name='AbortSignal'][property.name=/^(timeout|any)$/]",
    message: 'Not in the baseline: an AbortController and a timer.',
  },
  {
    selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
    message: 'Safari has no lookbehind before 16.4: the file would not parse.',
  },
  {
    selector:
      'PropertyDefinition[key.type="PrivateIdentifier"], MethodDefinition[key.type="PrivateIdentifier"]',
    message: 'Use private or protected: the manifest and the baseline know them.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=["\'][^"\']/]',
    message: "An inline style breaks under style-src 'self': use styleMap or a class.",
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style|<script/]',
    message: 'Styles belong in *.styles.ts, scripts nowhere.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg|css)$/] TemplateElement[value.raw=/url\\(["\']?#/]',
    message: '<base href> breaks url(#id).',
  },
];
const styles = [
  {
    selector:
      "TaggedTemplateExpression[tag.name='css'] TemplateElement[value.raw=/\\d(\\.\\d+)?rem\\b/]",
    message: 'px, never rem: hosts set the root font to anything from 62.5 % to 24 px.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='css'] TemplateElement[value.raw=/:defined/]",
    message: 'Never :defined for styling: another version may have defined the tag.',
  },
];
const OF_DOCUMENT = [
  ...['addEventListener', 'adoptedStyleSheets', 'baseURI', 'body', 'compatMode', 'createComment'],
  ...['createDocumentFragment', 'createElement', 'createElementNS', 'createTextNode'],
  ...['createTreeWalker', 'currentScript', 'dispatchEvent', 'documentElement', 'fonts'],
  ...['getElementById', 'getElementsByTagName', 'head', 'importNode', 'querySelector'],
  ...['querySelectorAll', 'readyState', 'removeEventListener', 'title', 'visibilityState'],
];
const oneTimer = ['setTimeout', 'setInterval'].map((name) => ({
  name,
  message:
    'src/data/timers.ts makes timers: a long wait overflows the browser’s own and ends at once.',
}));
const observers = ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'].map((name) => ({
  name,
  message: 'src/data/observe.ts makes observers: a page may have taken the browser’s away.',
}));
const nameless = {
  selector: `MemberExpression[object.name='document'][property.name=/^(${OF_DOCUMENT.join('|')})$/]`,
  message:
    'An element of the page can take this name: read it from pageDocument (src/data/page-base.ts).',
};
const timeless = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'domain gets the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'domain gets the time as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'domain is pure.',
  },
];

const cheapTypeRules = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/no-deprecated': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
};
/** One program for everything, that of the tests: with one more for `src` its types would be made twice. */
const typed = {
  languageOptions: {
    parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname },
  },
};

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    'storybook-static/',
    'coverage/',
    '.cache/',
    'examples/*/{.*,public,static}/',
    'examples/next/next-env.d.ts',
    '**/*.generated.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `import { type A } from 'a'` loads the module 'a' for nothing.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-extraneous-class': 'off', // a widget without members of its own is a class all the same
    },
  },
  {
    files: ['src/**/*.ts'],
    ...typed,
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      compat.configs['flat/recommended'],
    ],
    plugins: { 'lit-a11y': litA11y },
    ignores: ['src/cli/**'],
    settings: {
      wc: { elementBaseClasses: ['LitElement', 'TcnsElement', 'SourceElement', 'DataElement'] },
    },
    rules: {
      ...litA11y.configs.recommended.rules,
      ...cheapTypeRules,
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/prefer-static-styles': 'error',
      'wc/no-closed-shadow-root': 'error',
      'wc/no-constructor-params': 'error',
      'wc/no-typos': 'error',
      'wc/require-listener-teardown': 'error',
      'no-console': ['error', { allow: ['warn', 'info', 'debug'] }],
      'no-restricted-globals': ['error', ...oneTimer, ...observers],
      'no-restricted-syntax': ['error', ...everywhere, ...styles],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noHtmlStrings] }],
    },
  },
  {
    files: ['src/data/timers.ts'],
    rules: { 'no-restricted-globals': ['error', ...observers] },
  },
  {
    // The second are pages of this project, which hold no script of others.
    files: ['src/data/observe.ts', 'src/pages/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...oneTimer] },
  },
  {
    files: ['src/{data,elements,embed,parts}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...styles, nameless] },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...timeless],
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'navigator',
          'location',
          'fetch',
          'localStorage',
          'sessionStorage',
          'indexedDB',
          'setTimeout',
          'setInterval',
          'console',
          'customElements',
          'HTMLElement',
        ].map((name) => ({ name, message: 'domain has no DOM, no network and no clock.' })),
      ],
    },
  },
  {
    files: [
      'src/cli/**/*.ts',
      'test/**/*.ts',
      'tools/**/*.ts',
      'stories/**/*.ts',
      '.storybook/**/*.ts',
      '*.ts',
    ],
    ...typed,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off', // chai: expect(x).to.be.true
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['it', 'test', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    // One seed for all, because a red build must come of a change.
    files: ['test/**/*.ts'],
    ignores: ['test/support/property.ts', 'test/fuzz/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'fast-check', message: 'Take fc from test/support/property.ts.' },
      ],
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...names] } },
  {
    // chai-a11y-axe types every assertion of chai as a promise.
    files: ['test/elements/**/*.ts', 'test/parts/**/*.ts', 'test/data/**/*.browser.test.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    files: ['test/elements/**/*.ts', 'test/parts/**/*.ts', 'stories/**/*.ts'],
    plugins: { lit, 'lit-a11y': litA11y },
    rules: { 'lit/no-legacy-template-syntax': 'error', 'lit/binding-positions': 'error' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all' }],
    },
  },
  { files: ['demo/**/*.{js,mjs}'], languageOptions: { globals: globals.browser } },
  {
    // Classic scripts of a CMS: they run as they are.
    files: ['hosts/**/*.js'],
    languageOptions: { globals: globals.browser, sourceType: 'script' },
  },
);
