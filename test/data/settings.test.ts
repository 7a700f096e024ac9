/** The page holds the object of the defaults, and may have put anything into it. */
import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { adapterNamed } from '../../src/data/adapters.js';
import { settings } from '../../src/data/settings.js';

const page = globalThis as { tcns?: unknown };
const throws = (name: string) =>
  Object.defineProperty({ lang: 'en' } as object, name, {
    enumerable: true,
    get: () => {
      throw new Error('mine');
    },
  });

describe('the defaults of a page', () => {
  afterEach(() => {
    delete page.tcns;
    mock.restoreAll();
  });

  for (const tcns of [null, 5, 'x', {}, { settings: null }, throws('settings'), () => 0])
    it(`are none in a global that is ${typeof tcns === 'object' ? `{${Object.keys(tcns ?? {}).join()}}` : typeof tcns}`, () => {
      page.tcns = tcns;
      assert.deepEqual(settings(), {});
    });

  it('count as absent where they are of another kind, and the console says so once', () => {
    const said = mock.method(console, 'warn', () => undefined);
    page.tcns = { settings: { api: 5, lang: {}, theme: ['dark'], bundle: () => 0, adapters: 'x' } };
    settings();
    const { api, lang, theme, bundle, adapters } = settings();
    assert.deepEqual([api, lang, theme, bundle, adapters], Array(5).fill(undefined));
    assert.equal(said.mock.callCount(), 5);
  });

  it('stay where another of them throws', () => {
    page.tcns = { settings: throws('api') };
    assert.deepEqual(settings(), { lang: 'en' });
  });

  it('allow no address where the list of addresses is wrong', () => {
    mock.method(console, 'warn', () => undefined);
    for (const apis of [null, 'https://so-lieu.example/', [1], {}]) {
      page.tcns = { settings: { apis } };
      assert.deepEqual(settings().apis, []);
    }
    page.tcns = { settings: throws('apis') };
    assert.deepEqual(settings().apis, []);
  });

  it('register only adapters that are functions', () => {
    const mine = (raw: unknown) => raw;
    page.tcns = { settings: { adapters: { mine, other: 'x' } } };
    settings();
    assert.equal(adapterNamed('mine'), mine);
    assert.equal(adapterNamed('other'), undefined);
  });
});
