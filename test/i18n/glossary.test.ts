/**
 * One word for one thing: what a reader or a webmaster reads uses the house's words. The list says
 * which word is out and which one stands for it; every text of the project is held against it.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** What is out, and the house's word for it. */
const VIETNAMESE: readonly (readonly [out: RegExp, better: string])[] = [
  [/widget(?!s? cho|s:)/iu, 'tiện ích'],
  [/xếp thứ\s+tự/iu, 'xếp hạng, bảng xếp hạng'],
  [/(?:cao|thấp) hơn chỉ tiêu (?!là)/iu, 'Cao hơn chỉ tiêu là …, Còn thiếu … so với chỉ tiêu'],
  [/để xếp(?! hạng)(?!\p{L})|mức cao hơn là/iu, 'để xếp hạng, còn cao hơn …'],
  [/(?:chậm|nhanh) hơn tiến độ/iu, 'Chậm so với kế hoạch, Vượt kế hoạch'],
  [/\((?:tốt|kém) hơn\)/iu, 'chuyển biến tốt, chuyển biến kém'],
  [
    /lần sắp xếp|danh mục (?:hành chính|(?:trước |từ )?(?:2025|2008|01\/7|63|34|\$\{))|tỉnh thành(?!\p{L})|ấn bản/iu,
    'đơn vị hành chính trước hoặc từ 01/7/2025',
  ],
  [/tiện ích chặn/iu, 'phần mở rộng chặn quảng cáo'],
  [/bàn dữ liệu/iu, 'công cụ lập số liệu'],
  [/bộ dựng|mã chèn/iu, 'công cụ tạo mã nhúng, mã nhúng'],
  [/(?<!sao )chép mã/iu, 'sao chép mã'],
  [/đã chép(?!\p{L})/iu, 'đã sao chép'],
  [/ô chỗ|phần giữ chỗ/iu, 'thẻ giữ chỗ'],
  [/hiện gì$|kể bằng lời|chỉ có lời/iu, 'nội dung …'],
  [/cộng dồn/iu, 'tổng hợp theo đơn vị mới, cộng được theo địa bàn'],
  [/động đậy|nằm yên/iu, 'được cập nhật, giữ nguyên'],
  [/từ chỉ mức(?! độ)|chiều tốt|cách hiện(?!\p{L})/iu, 'mức độ, chiều hướng tốt, cách hiển thị'],
  [/các lựa chọn lọc/iu, 'bộ lọc'],
  [/danh bạ/iu, 'danh sách tổ'],
  [/ống dẫn|lời cho cột/iu, 'đầu vào chuẩn, khai báo cột'],
  [/(?<!\p{L})đừng(?!\p{L})/iu, 'không …, hãy …'],
  [/(?<!\p{L})dựng (?:tài liệu|ra|lại|như)/iu, 'tạo, lập'],
  [/từ (?:tốt|kém) nhất|chưa địa bàn nào/iu, 'tốt nhất xếp trước, chưa có địa bàn nào'],
  [/tỷ lệ tỉnh, thành phố đã thành lập/iu, 'số tỉnh, thành phố đã thành lập tổ'],
  [/gửi thư(?! điện tử)/iu, 'gửi thư điện tử'],
  [/đứng vững/iu, 'vận hành ổn định'],
  [/anh chị/iu, 'câu không có chủ ngữ'],
  [/(?<![\w-])menu(?![\w-])/iu, 'trình đơn'],
  [/“thí điểm”/iu, 'lời đủ nghĩa của nguồn'],
  [/\d\s+%/u, '98,5%, không có dấu cách'],
  [/!(?:\s|$)/u, 'câu không có dấu chấm than'],
];
const ENGLISH: readonly (readonly [out: RegExp, better: string])[] = [
  [/\bon line\b/i, 'online'],
  [/places? (?:compared|out of)|change of place|at place \d/i, 'rank'],
  [/updates by itself|goal to look at/i, 'updates automatically, goal shown'],
  [/(?:ahead of|behind) plan by/i, '… ahead of plan, … behind plan'],
  [/write an e-mail to/i, 'E-mail …'],
  [/head of the village|village hall/i, 'hamlet'],
  [/also at rank|new here/i, 'tied for rank …, new in the table'],
  [/more than a year old/i, 'over a year ago'],
  [/\d\s+%(?!\w)/, '98.5%, without a space'],
];

const LETTERS = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳýỵỷỹ]/iu;
const tracked = (...paths: string[]): string[] =>
  execFileSync('git', ['ls-files', '--', ...paths], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);

/** Texts in quotes: between them stands what a person reads. */
const QUOTED = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|"((?:[^"\\\n]|\\.)*)"/g;
/** Codes and addresses: names of tags, attributes and packages stay what they are. */
const CODE =
  /<!--[^]*?-->|tcns-widgets?|[\w.]*tcns_widget\w*|TCNS Widgets?|[\w./-]*(?:[?&]|data-)widget[\w=]*|npm [^\s]+|https?:\S+/gi;
const TAGS = /<\/?[a-z][^>]*>/gi;
const bare = (text: string): string =>
  text
    .replace(TAGS, '')
    .replace(CODE, ' ')
    .replace(/\$\{[^}]*\}/g, '0');

interface Text {
  readonly where: string;
  readonly text: string;
}

function proseOf(file: string): Text[] {
  const source = readFileSync(file, 'utf8');
  if (file.endsWith('.md') || file.endsWith('.txt'))
    return source
      .replace(/```[^]*?```/g, '')
      .replace(/`[^`\n]*`/g, ' ')
      .replace(/\]\([^)]*\)/g, '] ')
      .split(/\n(?=\s*(?:\n|[-*|#\d]))/)
      .map((text) => ({ where: file, text: bare(text.replace(/\s+/g, ' ')) }));
  if (file.endsWith('.html')) {
    const labels = [
      ...source.matchAll(/(?:content|aria-label|label|placeholder|title)="([^"]*)"/g),
    ];
    const seen = source
      .replace(/<(script|style|pre|code)[^]*?<\/\1>/g, ' ')
      .split(/<\/?(?:p|h\d|li|label|button|a|option|legend|th|td|tcns-[\w-]+|title|div|section)\b/);
    return [...labels.map(([, label]) => label ?? ''), ...seen.map((part) => `<p ${part}`)].map(
      (text) => ({ where: file, text: bare(text).replace(/\s+/g, ' ') }),
    );
  }
  if (file.endsWith('.json')) return stringsIn(JSON.parse(source), file);
  return [...source.replace(/^\s*(?:\*|\/\/|\/\*\*).*$/gm, '').matchAll(QUOTED)]
    .flatMap(([, a, b, c]) => (a ?? b ?? c ?? '').split('\n\n'))
    .map((text) => ({ where: file, text: bare(text) }));
}

const stringsIn = (value: unknown, where: string): Text[] =>
  typeof value === 'string'
    ? [{ where, text: bare(value) }]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap((one) => stringsIn(one, where))
      : [];

function faults(files: readonly string[], list: typeof VIETNAMESE, wants: RegExp): string[] {
  return files.flatMap((file) =>
    proseOf(file)
      .filter(({ text }) => wants.test(text))
      .flatMap(({ where, text }) =>
        list
          .filter(([out]) => out.test(text))
          .map(
            ([out, better]) => `${where}: “${text.slice(0, 120)}” has ${String(out)}: ${better}`,
          ),
      ),
  );
}

const DEMO = tracked('demo/api').filter((f) => f.endsWith('.json') && !/\/geo\//.test(f));
const SOURCES = tracked('src', 'tools/kits').filter(
  // Headers that are only known stay, because filled workbooks and offices' tables have them.
  (f) =>
    /\.(?:ts|mjs)$/.test(f) &&
    !/generated|src\/(?:geo|maps)\/|src\/(?:desk\/columns|tables\/headers)/.test(f),
);
const PAGES = tracked('demo', 'src/pages').filter((f) => f.endsWith('.html'));
const GUIDES = tracked('docs', 'hosts').filter((f) => /\.vi\.md$|HUONG-DAN|vi\.json$/.test(f));

test('Vietnamese texts use the house’s words, in the source, the demo, the guides and the kits', () => {
  const files = [...SOURCES, ...PAGES.filter((f) => !f.includes('/en/')), ...DEMO];
  assert.deepEqual([...faults(files, VIETNAMESE, LETTERS), ...faults(GUIDES, VIETNAMESE, /./)], []);
});

test('the headers of the desk’s workbook use the house’s words; former ones are only still known', () => {
  const files = tracked('src/desk').filter((f) => f.includes('columns'));
  const found = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8').replace(/^\s*also: .*$/gm, '');
    return [...source.matchAll(QUOTED)]
      .map(([, text]) => text ?? '')
      .flatMap((text) => VIETNAMESE.filter(([out]) => out.test(text)).map(() => text));
  });
  assert.deepEqual(found, []);
});

test('English texts use the house’s words', () => {
  const english = tracked('src/i18n').filter((f) => /\/en/.test(f));
  const pages = PAGES.filter((f) => f.includes('/en/'));
  const guides = tracked('README.md', 'CONTRIBUTING.md', 'docs').filter((f) =>
    /(?<!\.vi)\.md$/.test(f),
  );
  const files = [...english, ...pages, ...DEMO, ...guides, 'src/pages/builder/texts.ts'];
  assert.deepEqual(faults(files, ENGLISH, /[a-z]/i), []);
});

test('a forbidden word is found in each form in which it can stand', () => {
  for (const [text, word] of [
    ['Chép mã', 'sao chép mã'],
    ['98,5 %', '98,5%, không có dấu cách'],
    ['bảng xếp thứ tự', 'xếp hạng, bảng xếp hạng'],
    ['Cao hơn chỉ tiêu 9 hồ sơ', 'Cao hơn chỉ tiêu là …, Còn thiếu … so với chỉ tiêu'],
  ] as const)
    assert.ok(
      VIETNAMESE.some(([out, better]) => out.test(text) && better === word),
      text,
    );
});
