/**
 * Every story looks as it did when somebody last looked at it: `npm run test:visual`.
 * `-- --accept` takes what it looks like now, `--only PATTERN` some of the pictures.
 * By Playwright: a `.browser.test.ts` would be opened in a page.
 */
import assert from 'node:assert/strict';
import { env } from 'node:process';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { readEntries, serveStorybook } from '../storybook/built.ts';
import {
  forgetDifferences,
  keep,
  makerOf,
  namesOfPictures,
  readMaker,
  readPicture,
  removePicture,
  sittingsOf,
  weight,
  writeMaker,
  writePicture,
  type Shot,
} from './baseline.ts';
import { fonts, launchCamera, shoot, visit, widen } from './camera.ts';
import { difference, LOOSE, STRICT } from './compare.ts';

const AT_ONCE = 4;
/** Of all pictures: everybody who clones has them. */
const MOST_BYTES = 9_000_000;

const accept = env.TCNS_VISUAL_ACCEPT === '1';
const only = env.TCNS_VISUAL_ONLY ?? '';
const isMeant = (name: string) => new RegExp(only, 'i').test(name);

const all = sittingsOf(await readEntries());
const sittings = all
  .map(({ id, shots }) => ({ id, shots: shots.filter(({ name }) => isMeant(name)) }))
  .filter(({ shots }) => shots.length > 0);
const server = await serveStorybook(fonts);
const browser: Browser = await launchCamera();

const here = makerOf(browser.version());
const maker = readMaker();
const isSame = maker?.chromium === here.chromium && maker.platform === here.platform;
const tolerance = isSame || !maker ? STRICT : LOOSE;
if (maker && !isSame && !accept) {
  console.log(
    `The pictures are of Chromium ${maker.chromium} on ${maker.platform}, this is ${here.chromium} on ${here.platform}: more may differ, a changed word is not seen.`,
  );
}

before(() => {
  forgetDifferences();
  if (!accept || isSame) return;
  assert.ok(
    !only || !maker,
    'The pictures are of another Chromium: accept all of them, without --only.',
  );
  writeMaker(here);
});
after(async () => {
  await browser.close();
  server.close();
});

const acceptThis = (name: string) => `npm run test:visual -- --accept --only '${name}'`;

/** What is wrong with a picture. */
async function check(page: Page, { name, narrow }: Shot): Promise<string[]> {
  const expected = readPicture(name) ?? readPicture(narrow);
  const differs = (picture: Buffer) => expected && difference(expected, picture, tolerance);
  const actual = await shoot(page, (picture) => !!expected && !differs(picture));
  if (!expected) {
    const path = keep(name, { actual });
    return [`${name} is new: look at ${path}, then ${acceptThis(name)}`];
  }
  const found = differs(actual);
  if (!found) return [];
  const path = keep(name, { expected, actual, diff: found.diff });
  return [`${name}: ${found.what}. Look at ${path}; if it is meant, ${acceptThis(name)}`];
}

async function renew(page: Page, { name, narrow }: Shot): Promise<string[]> {
  const expected = readPicture(name);
  const looksLike = (one: Buffer | undefined, other: Buffer) =>
    !!one && !difference(one, other, STRICT);
  const actual = await shoot(page, (picture) => isSame && looksLike(expected, picture));
  if (name !== narrow && looksLike(readPicture(narrow), actual)) {
    removePicture(name);
  } else if (!isSame || !looksLike(expected, actual)) {
    writePicture(name, actual);
    console.log(`${expected ? 'changed' : 'new'}: ${name}`);
  }
  return [];
}

describe('pictures', () => {
  it('are of stories that exist', () => {
    const names = new Set(all.flatMap(({ shots }) => shots.map(({ name }) => name)));
    const left = namesOfPictures().filter((name) => isMeant(name) && !names.has(name));
    if (accept) {
      left.forEach(removePicture);
      return;
    }
    assert.deepEqual(left, [], 'No story has these: npm run test:visual -- --accept removes them.');
  });

  it('are there to be taken', () => {
    assert.ok(sittings.length > 0, `No picture's name has "${only}" in it.`);
  });
});

describe('stories', { concurrency: AT_ONCE }, () => {
  for (const { id, shots } of sittings) {
    it(id, () =>
      visit(browser, server.origin, id, async (page) => {
        const faults: string[] = [];
        for (const shot of shots) {
          await widen(page, shot.width);
          faults.push(...(await (accept ? renew : check)(page, shot)));
        }
        assert.ok(faults.length === 0, faults.join('\n'));
      }),
    );
  }
});

/** Changes the first text in a widget that has these words; says whether there was one. */
function change([words = '', others = '']: string[]): boolean {
  const parents: Node[] = [document.body];
  for (const parent of parents) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes(words)) {
        node.nodeValue = node.nodeValue.replace(words, others);
        return true;
      }
      parents.push(node);
      if (node instanceof Element && node.shadowRoot) parents.push(node.shadowRoot);
    }
  }
  return false;
}

describe('the camera', { skip: accept }, () => {
  const changes: [string, string, string][] = [
    ['a word', 'cả nước', 'cả tỉnh'],
    ['a tone mark', 'Nguồn', 'Nguôn'],
    ['a digit', '45.895', '45.896'],
    ['a date', '8/2022', '9/2022'],
  ];
  for (const [what, words, others] of changes) {
    it(`sees ${what} that changed`, () =>
      visit(browser, server.origin, 'kpi-card--exact', async (page) => {
        const first = await shoot(page);
        const again = await shoot(page);
        assert.equal(difference(first, again, STRICT), undefined);
        assert.ok(await page.evaluate(change, [words, others]), `${words} is not there`);
        assert.match(difference(first, await shoot(page), STRICT)?.what ?? '', /differ|not/);
      }));
  }

  it('sees the pinned fonts and no other', () =>
    visit(browser, server.origin, 'kpi-card--row', async (page) => {
      await shoot(page);
      const client = await page.context().newCDPSession(page);
      await client.send('DOM.enable');
      await client.send('CSS.enable');
      const { nodes } = await client.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
      const seen = new Set<string>();
      for (const { nodeId, nodeType } of nodes) {
        if (nodeType !== 1) continue;
        const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
        for (const { familyName } of fonts) seen.add(familyName);
      }
      // a heavier one may be named with its weight
      const families = [...seen].map((name) => name.replace(/ SemiBold| Medium| Bold/, ''));
      assert.deepEqual([...new Set(families)].sort(), ['Be Vietnam Pro', 'Noto Sans Symbols 2']);
    }));
});

describe('all pictures', () => {
  it('are light', () => {
    assert.ok(weight() < MOST_BYTES, `${weight()} bytes`);
  });
});
