#!/usr/bin/env bash
# Dates in Vietnamese sentences, read by chrono-node. Its README counts Vietnamese among the languages that it supports
# (others it calls partial), and it returns nothing where it does not know a phrase.
# chrono-node 2.10.3 (chrono.vi) cuts words in the middle and gives a sound date that the sentence does not say:
# - "thứ hai tuần trước" (Monday of last week): the "hai" of Monday is read as "hai tuần trước", two weeks ago.
# - "hai mươi mốt ngày trước" (21 days ago): read as "ngày trước", one day ago.
# - "ngày 20 tháng mười hai năm 2022" (20 December 2022, the month in words): read as 1 December 2022.
# - "tuần này" (this week): read as the day a week from now.
# News of the provinces writes all of these; a figure read from them gets the "as of" of another day, without a word.
# Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact chrono-node@2.10.3
cat >run.mjs <<'JS'
import { vi } from 'chrono-node';

// A Wednesday, noon.
const today = new Date(2026, 10, 25, 12);
const cases = [
  ['ngày 20 tháng 12 năm 2022', '2022-12-20'],
  ['ngày 20 tháng mười hai năm 2022', '2022-12-20'],
  ['thứ hai tuần trước', '2026-11-16'],
  ['21 ngày trước', '2026-11-04'],
  ['hai mươi mốt ngày trước', '2026-11-04'],
  ['tuần này', '2026-11-23 to 2026-11-29'],
];
const pad = (number) => String(number).padStart(2, '0');
const seen = cases.map(([text, expected]) => {
  const [found] = vi.parse(text, today);
  const date = found?.start.date();
  const day = date ? `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` : 'nothing';
  console.log(`${text.padEnd(34)} expected ${expected.padEnd(26)} ${day}  (read: "${found?.text ?? ''}")`);
  return day;
});
const before = ['2022-12-20', '2022-12-01', '2026-11-11', '2026-11-04', '2026-11-24', '2026-12-02'];
const asBefore = JSON.stringify(seen) === JSON.stringify(before);
if (!asBefore) console.error('What this version does has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "chrono-node 2.10.3"
node run.mjs
