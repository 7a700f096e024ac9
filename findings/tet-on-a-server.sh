#!/usr/bin/env bash
# The Vietnamese lunar date of a day, worked out where the server's clock runs on UTC.
# vietnamese-lunar-calendar 0.0.6: new LunarDate(year, month, day) takes a calendar day, no moment, so its answer should
# be the same everywhere; the Vietnamese calendar is reckoned at UTC+7 by law (Decision 121-CP of 1967).
# The package reckons at the time zone that the process runs in: with TZ=UTC, Tết 2024 is given as 9 February (it was the
# 10th) and Tết 2023 as 21 January (it was the 22nd), holiday name and all; with TZ=Asia/Ho_Chi_Minh the days are right.
# Of the fifteen new years from 2020 to 2034 six are a day off. A page made on a server then says one date and the reader's browser
# another, and a campaign "up to Tết" ends a day early. The right days are those of amlich 0.0.2, which takes the zone.
# Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact vietnamese-lunar-calendar@0.0.6 amlich@0.0.2
cat >run.mjs <<'JS'
import amlich from 'amlich';
import calendar from 'vietnamese-lunar-calendar';

/** The days of the year that are called the first of the first month, by the package under test. */
const given = (year) => {
  for (let day = 20; day <= 52; day++) {
    const date = new Date(Date.UTC(year, 0, day));
    const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const lunar = new calendar.LunarDate(y, m, d);
    if (lunar.date === 1 && lunar.month === 1) return `${d}/${m}/${y}`;
  }
  return 'none';
};
const years = Array.from({ length: 15 }, (_, i) => 2020 + i);
const right = years.map((year) => amlich.convertLunar2Solar(1, 1, year, 0, 7).slice(0, 3).join('/'));
const off = years.flatMap((year, i) => (given(year) === right[i] ? [] : [`${given(year)} for ${right[i]}`]));
console.log(off.length ? `${off.length} of 15 wrong: ${off.join(', ')}` : 'all 15 right');
JS
echo "vietnamese-lunar-calendar 0.0.6, amlich 0.0.2"
echo "expected in every zone: all 15 right"
utc=$(TZ=UTC node run.mjs)
hanoi=$(TZ=Asia/Ho_Chi_Minh node run.mjs)
echo "TZ=UTC:               $utc"
echo "TZ=Asia/Ho_Chi_Minh:  $hanoi"
if [ "$hanoi" = 'all 15 right' ] && [[ $utc == *'9/2/2024 for 10/2/2024'* && $utc == *'21/1/2023 for 22/1/2023'* ]]; then
  exit 0
fi
echo "What this version does has changed: read the head of this file again." >&2
exit 1
