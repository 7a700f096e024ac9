/** What the build may and may not do to the code. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsOf } from '../../tools/build/baseline.js';
import { ownBuiltins, toAscii } from '../../tools/build/build-plugins.js';
import { minifyCss } from '../../tools/build/minify-templates.js';

describe('escaping to ASCII', () => {
  const table: [string, string][] = [
    ['var a = "Tổ"', 'var a = "T\\u1ed5"'],
    ['var a = `đ${1}đ`', 'var a = `\\u0111${1}\\u0111`'],
    ['var a = /[đ😀]/u', 'var a = /[\\u0111\\ud83d\\ude00]/u'],
    ['var a = /\\đ/', 'var a = /\\u0111/'],
    ['var a = "\\\\đ"', 'var a = "\\\\\\u0111"'],
    ['var tên = 1', 'var t\\u00ean = 1'],
    ['var a = "\u2028"', 'var a = "\\u2028"'],
    ['plain()', 'plain()'],
  ];
  for (const [code, ascii] of table) {
    it(`${JSON.stringify(code)} becomes ${ascii}`, () => assert.equal(toAscii(code), ascii));
  }
  it('is the same program', () => {
    const code = 'return [`Tổ ${"đ"}`, /^\\p{L}+ ơ$/u.test("ưu ơ"), "a\\đ", "\\\\đ", "😀"]';
    // eslint-disable-next-line no-new-func -- the point is to run what was escaped
    const run = (text: string) => new Function(text)() as unknown;
    const wrapped = toAscii(`(function(){${code}})`);
    assert.deepEqual(run(`return ${wrapped}()`), run(code));
  });

  const refused: [string, RegExp][] = [
    ['var a = String.raw`đ`', /String\.raw/],
    ['var raw = String.raw; raw`x`', /String\.raw/],
    ['var x\u00a0= 1', /./], // a space that is no space when escaped
    ['var 𠮷 = 1', /./], // a name that has no short escape
  ];
  for (const [code, reason] of refused) {
    it(`refuses ${JSON.stringify(code)}`, () => assert.throws(() => toAscii(code), reason));
  }
});

describe('builtins that a host page has replaced', () => {
  const table: [string, string][] = [
    ['return Array.from(set);', 'return [...set];'],
    ['Array.from(a.b(c).entries())', '[...a.b(c).entries()]'],
    ['Array.from({ length: 2 }, fn)', 'Array.from({ length: 2 }, fn)'],
    ['for (const k in this.a) b', 'for (const k of Object.keys(this.a || {})) b'],
  ];
  for (const [code, proof] of table) {
    it(`${code} becomes ${proof}`, () => assert.equal(ownBuiltins(code), proof));
  }
});

describe('the baseline', () => {
  const refused = [
    'class A { #m() {} }',
    'class A { static {} }',
    'class A { #x; has(o) { return #x in o } }',
    'x.at(1)',
    'x.toSorted()',
    'Object.hasOwn(a, "b")',
    'AbortSignal.timeout(1)',
    '/(?<=a)b/.test("ab")',
    '/a/v',
    'await 1',
    'fn?.(...a, 1)',
    'o?.m(...a, ...b)',
    'o?.p.m(...a, 1)',
    '@dec class A {}',
    'var a = "đ"',
  ];
  for (const code of refused) {
    it(`refuses ${code}`, () => assert.notDeepEqual(faultsOf(code, 'module'), []));
  }
  const fine = [
    'class A { #x = 1; static y = 2; z }',
    'async () => { await 1 }',
    'a ||= b ?? c?.d(...e)',
    'x.at?.(1)',
    'o.m(...a, 1)',
    'import("./x.js")',
  ];
  for (const code of fine) {
    it(`allows ${code}`, () => assert.deepEqual(faultsOf(code, 'module'), []));
  }
  it('a classic script has no imports', () => {
    assert.notDeepEqual(faultsOf('import "./x.js"', 'script'), []);
  });
});

describe('minified CSS', () => {
  const table: [string, string][] = [
    ['a { color : red; }\n\n b{}', 'a{color :red;}b{}'],
    ['/* note */ a { b: c }', 'a{b:c}'],
    ['a::before { content: "/* {  } */  đ"; }', 'a::before{content: "/* {  } */  đ";}'],
    [':host { --x: ; --y: 1px }', ':host{--x:;--y:1px}'],
    ['a { width: calc(1px + var(--x) - 2px) }', 'a{width:calc(1px + var(--x) - 2px)}'],
    [
      '@container (min-width: 20px) { a > b , c :hover { d: e, f } }',
      '@container (min-width:20px){a > b ,c :hover{d:e,f}}',
    ],
  ];
  for (const [css, small] of table) {
    it(JSON.stringify(css), () => assert.equal(minifyCss(css), small));
  }
});
