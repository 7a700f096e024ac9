#!/usr/bin/env bash
# A Lit template with a property binding of a boolean on a native element, drawn on a server:
# html`<option .selected=${false}>`. The package writes a property of a native element that has an attribute as that
# attribute (its table of reflected attributes); HTML (2.3.2, boolean attributes) says that a boolean attribute stands for
# true by being there, whatever its value, and for false by not being there.
# @lit-labs/ssr 4.1.0 writes the value as text, so false becomes selected="false", checked="false", hidden="false",
# disabled="false": true for every browser until the script is there, and for good where none runs. The last option of a list is
# shown as chosen, an empty box is ticked, a section is hidden. In the browser the same template means the opposite.
# (?selected=${false} is right in both places.) Read here with parse5 8.1.1 as HTML says.
# Exits 0 while that is so. Our pages drawn ahead take these attributes out again: src/cli/prerender-static.ts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @lit-labs/ssr@4.1.0 lit@3.3.3 parse5@8.1.1
cat >run.mjs <<'JS'
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { parseFragment } from 'parse5';

const no = false;
const templates = {
  'option, .selected': html`<option .selected=${no}></option>`,
  'input, .checked': html`<input type="checkbox" .checked=${no}>`,
  'section, .hidden': html`<section .hidden=${no}></section>`,
  'button, .disabled': html`<button .disabled=${no}></button>`,
  'details, .open': html`<details .open=${no}></details>`,
  'option, ?selected': html`<option ?selected=${no}></option>`,
};
/** The boolean attributes of the first element of a text. */
function states(text) {
  const element = parseFragment(text).childNodes.find((node) => node.attrs);
  return element.attrs.map(({ name }) => name).filter((name) => name !== 'type').join(' ') || 'none';
}
const seen = Object.entries(templates).map(([name, template]) => {
  const text = collectResultSync(render(template)).replace(/<!--.*?-->/g, '');
  console.log(`${name.padEnd(20)} expected none  on: ${states(text).padEnd(9)} ${text}`);
  return states(text);
});
const asBefore = seen.join() === 'selected,checked,hidden,disabled,open,none';
if (!asBefore) console.error('What this version does has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "@lit-labs/ssr 4.1.0, lit 3.3.3"
node run.mjs
