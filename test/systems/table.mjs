/** What runs have seen, and the tables that the guides show of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/test/run.mjs';
import { FORMS, PASTE, pasted, WORDS } from './forms.mjs';

const FILE = join(root, 'test/systems/seen.json');
/** The guides, by their language. */
export const GUIDES = { en: 'docs/hosts.md', vi: 'docs/hosts.vi.md' };

/**
 * The rows that are kept.
 *
 * @returns {{ name: string, version: string, date: string, cells: Record<string, string> }[]}
 */
export const kept = () => JSON.parse(readFileSync(FILE, 'utf8'));

const HEADS = {
  vi: [
    'hệ thống',
    'ngày chạy',
    'nên dán',
    '`<script>`',
    '`<tcns-…>`',
    '`div` giữ chỗ',
    '`blockquote`',
    '`span`',
    'liên kết',
    'khung',
    'khung của trang cố định',
    'địa chỉ',
  ],
  en: [
    'system',
    'run on',
    'paste',
    '`<script>`',
    '`<tcns-…>`',
    '`div`',
    '`blockquote`',
    '`span`',
    'link',
    'frame',
    'frame of a fixed page',
    'address',
  ],
};
/** Names are kept in Vietnamese. */
const inEnglish = (name) =>
  name
    .replace('tác giả', 'author')
    .replace('quản trị viên', 'administrator')
    .replace('khối HTML', 'HTML card')
    .replace('dán vào bài', 'pasted into the text')
    .replace('nguồn tin', 'a feed')
    .replace('khối Raw', 'block Raw')
    .replace(' và ', ' and ')
    .replace('GHS cho mọi thẻ', 'GHS for every tag')
    .replace('GHS cho', 'GHS for');

/** The table in Markdown, in a language of `GUIDES`. */
export function tableOf(rows, lang) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const nameOf = ({ name, version }) => {
    const [first, ...more] = (lang === 'vi' ? name : inEnglish(name)).split(', ');
    const [, plain = first, major] = /^(.*) (\d+)$/.exec(first) ?? [];
    // The version stands in the place of its own first number.
    const whole =
      major && !version.startsWith(`${major}.`) ? `${first} (${version})` : `${plain} ${version}`;
    return [whole, ...more].join(', ');
  };
  return [
    line(HEADS[lang]),
    line(HEADS[lang].map(() => '---')),
    ...rows.map((row) =>
      line([
        nameOf(row),
        row.date,
        PASTE[lang][pasted(row.cells)],
        ...FORMS.map((form) => WORDS[lang][row.cells[form]]),
      ]),
    ),
  ].join('\n');
}

const BETWEEN = /(<!-- test:systems -->\n\n)[^]*?(\n\n<!-- end of test:systems -->)/;
/** A guide with its table as the rows say. */
export function guideWith(text, rows, lang) {
  if (!BETWEEN.test(text)) throw new Error(`${GUIDES[lang]} has no place for the table`);
  return text.replace(BETWEEN, (_, start, end) => start + tableOf(rows, lang) + end);
}

/** Keeps what a run has seen, in the place of what an earlier one has seen of the same system. */
export function keep(seen, date) {
  const keyOf = ({ name, version }) => (name.startsWith('WordPress') ? `${name} ${version}` : name);
  const rows = kept();
  for (const one of seen) {
    const row = { ...one, date };
    const at = rows.findIndex((other) => keyOf(other) === keyOf(row));
    if (at < 0) rows.push(row);
    else rows[at] = row;
  }
  writeFileSync(FILE, `${JSON.stringify(rows, null, 2)}\n`);
  for (const [lang, file] of Object.entries(GUIDES)) {
    const path = join(root, file);
    writeFileSync(path, guideWith(readFileSync(path, 'utf8'), rows, lang));
  }
}
