/** A machine without a browser gets one by itself, or says in one sentence how. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, platform } from 'node:process';
import { after, beforeEach, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { findBrowser, noBrowser, playwrightArgs } from '../../tools/test/find-browser.mjs';
import { getBrowser } from '../../tools/test/get-browser.mjs';

const given = env.CHROME_PATH;
const cache = env.PLAYWRIGHT_BROWSERS_PATH;
const restore = (name: string, value: string | undefined) => {
  if (value === undefined) Reflect.deleteProperty(env, name);
  else env[name] = value;
};
after(() => {
  restore('CHROME_PATH', given);
  restore('PLAYWRIGHT_BROWSERS_PATH', cache);
});

describe('the arguments of a browser for Playwright', () => {
  it('turn off what Playwright turns off by itself, because Chromium hears only the last list', async () => {
    const lists = (text: string) =>
      [...text.matchAll(/--disable-features=([\w,]+)/g)].map(([, names = '']) => names.split(','));
    // Node is no browser: it ends at once, and the message holds the arguments.
    const started = await chromium.launch({ executablePath: process.execPath }).then(
      () => assert.fail('Node started as a browser'),
      (error: unknown) => String(error),
    );
    const [theirs = []] = lists(started);
    const [ours = []] = lists(playwrightArgs.join(' '));
    assert.ok(theirs.includes('PaintHolding'), started);
    assert.deepEqual(
      theirs.filter((name) => !ours.includes(name)),
      [],
    );
  });
});

describe('getBrowser', () => {
  let there: string | undefined;
  let tried: string[];
  let lines: string[];
  beforeEach(() => {
    delete env.CHROME_PATH;
    [there, tried, lines] = [undefined, [], []];
  });
  const find = () => {
    if (!there) throw new Error(noBrowser);
    return there;
  };
  const way = (what: string, brings?: string, may = true) => ({
    what,
    may: () => may,
    get: () => {
      tried.push(what);
      there = brings ?? there;
      return Promise.resolve(brings !== undefined);
    },
  });
  const ask = (ways: ReturnType<typeof way>[], works = (file: string) => file !== '/broken') =>
    getBrowser({ find, works, ways, say: (line: string) => lines.push(line) });

  it('takes what is there, and says nothing', async () => {
    there = '/usr/bin/chromium';
    assert.equal(await ask([way('download', '/cache/shell')]), '/usr/bin/chromium');
    assert.deepEqual([tried, lines], [[], []]);
  });

  it('tries one way after the other until a browser starts, and says each', async () => {
    const ways = [
      way('download'),
      way('download without libraries', '/broken'),
      way('not for you', '/x', false),
      way('apt', '/usr/bin/chromium'),
      way('never', '/y'),
    ];
    assert.equal(await ask(ways), '/usr/bin/chromium');
    assert.deepEqual(tried, ['download', 'download without libraries', 'apt']);
    assert.match(lines.join('\n'), /No browser here: download …\n {2}that did not work \(\d/);
    assert.match(lines.at(-1) ?? '', /it is \/usr\/bin\/chromium/);
  });

  it('ends with one sentence where none is to be had', async () => {
    await assert.rejects(ask([way('download')]), { message: noBrowser });
    const closed = { ...way('apt'), get: () => Promise.reject(new Error('EACCES')) };
    await assert.rejects(ask([closed]), { message: noBrowser });
  });

  it('ends with one sentence where the only one does not start', async () => {
    await assert.rejects(ask([way('download', '/broken')]), /^Error: \/broken does not start/);
  });

  it('never replaces the one that CHROME_PATH names', async () => {
    env.CHROME_PATH = '/nowhere/chrome';
    await assert.rejects(getBrowser({ ways: [way('download', '/x')] }), /CHROME_PATH is/);
    assert.deepEqual(tried, []);
  });

  it('knows the newest headless shell in the cache of Playwright, after the system’s browsers', (t) => {
    if (platform !== 'linux') return t.skip('the folders of Linux');
    const folder = mkdtempSync(join(tmpdir(), 'tcns-browsers-'));
    env.PLAYWRIGHT_BROWSERS_PATH = folder;
    const shells = ['1187', '1200'].map((n) =>
      join(
        folder,
        `chromium_headless_shell-${n}/chrome-headless-shell-linux64/chrome-headless-shell`,
      ),
    );
    for (const file of shells) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, '#!/bin/sh\n');
      chmodSync(file, 0o755);
    }
    const found = findBrowser();
    rmSync(folder, { recursive: true });
    assert.ok(found === shells[1] || !found.startsWith(folder), found);
    return undefined;
  });
});
