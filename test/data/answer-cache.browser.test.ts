import { expect } from '@open-wc/testing';
import { keep, recall, type StoredAnswer } from '../../src/data/answer-cache.js';
import { forgetAll } from './kept.js';
import { closePages, freshPage } from './fresh-page.js';

/** Only the newest answers are kept, and other tests keep some too. */
const NOW = Date.now();
const answer = (raw: unknown, loadedAt = NOW): StoredAnswer => ({
  raw,
  url: 'https://api.test/x.json',
  loadedAt,
});
const teams = {
  version: '1',
  area: '1@2008',
  teams: [
    { id: '1', name: 'Tổ 1', members: 7, people: [{ role: 'leader', name: 'Người mẫu' }] },
    { id: '2', name: 'Tổ 2', people: [] },
  ],
};
let keys = 0;
const newKey = (): string => `vault ${Date.now()} ${keys++}`;

describe('what is kept across reloads', () => {
  afterEach(closePages);

  it('is found again, with its age and its address', async () => {
    const key = newKey();
    await keep(key, answer({ value: 45895, list: [1, null] }));
    expect(await recall(key)).to.deep.equal(answer({ value: 45895, list: [1, null] }));
  });

  it('is found by the next page', async () => {
    const key = newKey();
    await keep(key, answer({ value: 1 }));
    const { vault } = await freshPage();
    expect(await vault.recall(key)).to.deep.equal(answer({ value: 1 }));
  });

  it('is nothing for an address that never answered', async () => {
    expect(await recall(newKey())).to.equal(undefined);
  });

  it('is not looked for in localStorage where the source has answered by then', async () => {
    const key = newKey();
    localStorage.setItem(`tcns:${key}`, JSON.stringify(answer({ value: 1 })));
    const asked: string[] = [];
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (name) {
      asked.push(name);
      return getItem.call(this, name);
    };
    try {
      expect(await recall(key, () => false)).to.equal(undefined);
      expect(asked).to.deep.equal([]);
      expect((await recall(key, () => true))?.raw).to.deep.equal({ value: 1 });
      expect(asked).to.deep.equal([`tcns:${key}`]);
    } finally {
      Storage.prototype.getItem = getItem;
      localStorage.removeItem(`tcns:${key}`);
    }
  });

  it('is the newest answer of an address', async () => {
    const key = newKey();
    await keep(key, answer({ value: 1 }));
    await keep(key, answer({ value: 2 }, NOW + 1));
    expect((await recall(key))?.raw).to.deep.equal({ value: 2 });
  });

  it('never holds people: a consent can be withdrawn', async () => {
    const key = newKey();
    await keep(key, answer(teams));
    const kept = await recall(key);
    expect(JSON.stringify(kept)).not.to.contain('people').and.not.to.contain('Người mẫu');
    expect(kept?.raw).to.deep.equal({
      ...teams,
      teams: [
        { id: '1', name: 'Tổ 1', members: 7 },
        { id: '2', name: 'Tổ 2' },
      ],
    });
    expect(teams.teams[0]?.people, 'what the page shows is not touched').to.have.length(1);
  });

  it('never holds people in a bundle either', async () => {
    const key = newKey();
    await keep(key, answer({ version: '1', documents: { 'teams/1@2008': teams } }));
    expect(JSON.stringify(await recall(key)))
      .to.contain('Tổ 1')
      .and.not.to.contain('people');
  });

  it('is the newest forty answers, not more', async () => {
    const prefix = newKey();
    await forgetAll();
    const newest = Date.now();
    for (let i = 0; i < 44; i++) await keep(`${prefix}.${i}`, answer(i, newest + i));
    const found = await Promise.all(
      [...Array(44).keys()].map(async (i) => (await recall(`${prefix}.${i}`))?.raw),
    );
    expect(found.slice(0, 4)).to.deep.equal([undefined, undefined, undefined, undefined]);
    expect(found.slice(4)).to.deep.equal([...Array(44).keys()].slice(4));
  });
});

describe('where IndexedDB is blocked', () => {
  afterEach(closePages);
  type Page = Parameters<NonNullable<Parameters<typeof freshPage>[0]>>[0];

  const BLOCKED: [how: string, block: (page: Page) => void][] = [
    ['is not there', (page) => Object.defineProperty(page, 'indexedDB', { value: undefined })],
    [
      'throws when it is touched',
      (page) =>
        Object.defineProperty(page, 'indexedDB', {
          get() {
            throw new DOMException('no', 'SecurityError');
          },
        }),
    ],
    [
      'refuses to open',
      (page) =>
        Object.defineProperty(page, 'indexedDB', {
          value: {
            open() {
              const request = {} as IDBOpenDBRequest;
              queueMicrotask(() => request.onerror?.call(request, new Event('error')));
              return request;
            },
          },
        }),
    ],
  ];
  for (const [how, block] of BLOCKED)
    it(`answers go to localStorage when it ${how}`, async () => {
      const key = newKey();
      const first = await freshPage(block);
      await first.vault.keep(key, answer(teams));
      const { vault } = await freshPage(block);
      const kept = await vault.recall(key);
      expect(kept?.loadedAt).to.equal(NOW);
      expect(JSON.stringify(kept)).to.contain('Tổ 1').and.not.to.contain('people');
      expect(await recall(key), 'from localStorage').to.deep.equal(kept);
      localStorage.removeItem(`tcns:${key}`);
    });

  it('and localStorage too, nothing is kept and nothing throws', async () => {
    const key = newKey();
    const { vault } = await freshPage((page) => {
      BLOCKED[0]![1](page);
      Object.defineProperty(page, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      });
    });
    await vault.keep(key, answer({ value: 1 }));
    expect(await vault.recall(key)).to.equal(undefined);
  });
});
