#!/usr/bin/env bash
# A page with figures in a data block, <script type="application/json">, read by happy-dom as in tests of components.
# HTML (13.2.5.4, script data) says that the text of a script goes on to its end tag; a "<" inside it is text.
# happy-dom 21.0.4 takes "<" followed by a letter or a digit inside the script for the start of a tag, if no ">" comes
# before the end tag: the data block is empty, and all that stands after it on the page is gone. {"note":"a < b"} is
# read well, {"note":"<5%"} is not. No error comes: a test of a widget with such a note sees no figures, or passes
# because nothing is shown. jsdom 29.1.1 reads both.
# Exits 0 while that is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact happy-dom@21.0.4 jsdom@29.1.1
cat >run.mjs <<'JS'
import { Window } from 'happy-dom';
import { JSDOM } from 'jsdom';

const readers = {
  jsdom: (page) => new JSDOM(page).window.document.body,
  'happy-dom': (page) => new (new Window().DOMParser)().parseFromString(page, 'text/html').body,
};
const notes = ['a < b', '<5%', 'a<b', '<5% or >7%'];
const before = { jsdom: ['1 1', '1 1', '1 1', '1 1'], 'happy-dom': ['1 1', '0 0', '0 0', '1 1'] };
let asBefore = true;
console.log('expected: the note is read, and the paragraph after the block is there');
for (const [i, note] of notes.entries()) {
  const data = JSON.stringify({ note });
  const page = `<!doctype html><body><script type="application/json">${data}</script><p>after</p></body>`;
  for (const [name, read] of Object.entries(readers)) {
    const body = read(page);
    const text = body.querySelector('script')?.textContent ?? '';
    const isAfter = body.querySelector('p')?.textContent === 'after';
    console.log(`${data.padEnd(22)} ${name.padEnd(10)} block: ${(text || 'empty').padEnd(22)} after it: ${isAfter ? 'there' : 'gone'}`);
    if (`${Number(text === data)} ${Number(isAfter)}` !== before[name][i]) asBefore = false;
  }
}
if (!asBefore) console.error('What these versions do has changed: read the head of this file again.');
process.exit(asBefore ? 0 : 1);
JS
echo "happy-dom 21.0.4, jsdom 29.1.1"
node run.mjs
