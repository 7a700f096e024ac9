/** What the loader's late parts know of the attributes is what the source says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { OPTION_WORDS } from '../../src/pages/builder/texts.js';
import { hasOdd } from '../../src/embed/watched.js';
import { WIDGETS } from '../../src/api/widget-catalogue.js';
import {
  ATTRIBUTES_FILE,
  attributesText,
  ENUMERATIONS_FILE,
  enumerationsText,
  elementList,
} from '../../tools/generate/make-attributes.js';

it('src/embed/attributes.generated.ts is what tools/generate/make-attributes.ts writes', async () => {
  assert.equal(
    readFileSync(ATTRIBUTES_FILE, 'utf8'),
    await attributesText(),
    'npx tsx tools/generate/make-attributes.ts',
  );
});

it('src/embed/enumerations.generated.ts is what tools/generate/make-attributes.ts writes', async () => {
  assert.equal(
    readFileSync(ENUMERATIONS_FILE, 'utf8'),
    await enumerationsText(),
    'npx tsx tools/generate/make-attributes.ts',
  );
});

it('the catalogue has a row for each element, and no other', async () => {
  assert.deepEqual([...WIDGETS].sort(), Object.keys(await elementList()).sort());
});

const FIELDS = new Set('src api area bundle adapter at campaign indicator theme'.split(' '));

it('the builder has a Vietnamese word for every option, and the loader knows every word', async () => {
  for (const [widget, { attributes }] of Object.entries(await elementList())) {
    for (const { name, kind } of attributes) {
      if (!FIELDS.has(name)) assert.ok(OPTION_WORDS[name], `${widget} ${name}`);
      if (typeof kind === 'string') continue;
      for (const value of kind) {
        const odd = hasOdd({ attributes: [{ name, value }] } as unknown as Element);
        assert.equal(odd, false, `${widget} ${name}="${value}": src/embed/watched.ts`);
      }
    }
  }
});
