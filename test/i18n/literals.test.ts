/** No text of a widget stands outside i18n: looked for in the templates and strings of the source. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';

/** Words that a reader sees, as they stand in a template: `aria-label="Xem bảng"`, `<p>Xem bảng</p>`. */
const SEEN =
  /\s(?:aria-label|aria-description|aria-roledescription|aria-valuetext|title|alt|placeholder|label)="([^"\u0000]*\p{L}[^"]*)"/gu;
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;

/** What is the same in every language, or is no text of ours. */
const ALLOWED = new Set(['CSV', 'PNG', 'SVG', 'QR', 'Zalo', 'VNeID']);

/** The faults of one module: text in templates, Vietnamese in strings. */
function faultsOf(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    faults.push(`${file}:${line + 1}: ${text.trim().replace(/\s+/g, ' ')}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText())) {
      const { template } = node;
      const markup = ts.isNoSubstitutionTemplateLiteral(template)
        ? template.text
        : template.head.text +
          template.templateSpans.map((span) => `\u0000${span.literal.text}`).join('');
      for (const [, text = ''] of markup.matchAll(SEEN)) note(node, text);
      const shown = markup
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/<[a-z/](?:"[^"]*"|[^>"])*>/gi, '\n')
        .replace(/&\w+;/g, '');
      for (const text of shown.split(/[\n\u0000]/))
        if (/\p{L}/u.test(text) && !ALLOWED.has(text.trim())) note(node, text);
    }
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && VIETNAMESE.test(node.text) && !ALLOWED.has(node.text.trim()))
      note(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

const ROOMS = ['src/domain', 'src/elements', 'src/parts', 'src/data', 'src/embed'];
/** What speaks to a webmaster has both languages side by side; names of areas are data. */
const NOT_FOR_READERS =
  /^src\/embed\/diagnose\/|^src\/domain\/(?:fold|names)\.ts$|\.generated\.ts$/;
const modules = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !NOT_FOR_READERS.test(file)),
);

describe('the dot between the pieces of a list', () => {
  it('is that of i18n/dot.ts, which never begins a line', () => {
    const dots = /(?<![\u00a0·]|&nbsp;|\\a0)·(?!·)/;
    const faults = modules.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => dots.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    assert.deepEqual(faults, []);
    assert.ok(dots.test("join(' · ')"));
  });
});

describe('text outside i18n', () => {
  const wrong = [
    'html`<p>Xem bảng</p>`',
    'html`<p class="a">Show ${x} now</p>`',
    'html`<p>${x} now</p>`',
    'html`<button aria-label="Close"></button>`',
    'html`<input placeholder="Search" value=${v} />`',
    'const label = "Đóng";',
    'const label = `Đóng ${name}`;',
    'const label = `${name} đóng`;',
    'svg`<text x="1">Hanoi</text>`',
  ];
  for (const code of wrong)
    it(`is found in ${code}`, () => assert.notDeepEqual(faultsOf('x.ts', code), []));

  const right = [
    'html`<p class="line" part="value">${t("close")}</p>`',
    'html`<button aria-label=${label} type="button">···</button>`',
    'html`<a href=${x} rel="noopener">${y}</a> · <span>/</span>`',
    '// Xem bảng',
    'css`.a { content: "x" }`',
    'console.info("[tcns] is wrong")',
  ];
  for (const code of right)
    it(`is not found in ${code}`, () => assert.deepEqual(faultsOf('x.ts', code), []));

  it('is in none of the widgets', () => {
    assert.ok(modules.length > 60);
    assert.deepEqual(
      modules.flatMap((file) => faultsOf(file, readFileSync(file, 'utf8'))),
      [],
    );
  });
});
