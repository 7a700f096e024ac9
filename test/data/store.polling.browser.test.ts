/** The store: asking again by the clock, and only while somebody looks. */
import { expect } from '@open-wc/testing';
import { isRevalidation } from './faulty-api.js';
import { DOCUMENT, open, storeTests } from './store.support.js';

const native = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;

describe('the store', () => {
  const { api, stopTime } = storeTests();

  describe('polling', () => {
    const away = (what: 'hidden' | 'offline' | undefined): void => {
      Object.defineProperty(Document.prototype, 'visibilityState', {
        configurable: true,
        get: () => (what === 'hidden' ? 'hidden' : 'visible'),
      });
      Object.defineProperty(navigator, 'onLine', {
        configurable: true,
        get: () => what !== 'offline',
      });
    };
    const isBack: Record<'hidden' | 'offline', () => void> = {
      hidden: () => document.dispatchEvent(new Event('visibilitychange')),
      offline: () => window.dispatchEvent(new Event('online')),
    };
    beforeEach(() => away(undefined));
    after(() => {
      Object.defineProperty(Document.prototype, 'visibilityState', native);
      delete (navigator as { onLine?: unknown }).onLine;
    });

    const requests = async () => (await api.log()).length;

    it('does not happen unless a widget asks for it', async () => {
      const time = stopTime();
      open(api.url('ok'));
      await time.pass(600_000);
      expect(await requests()).to.equal(1);
    });

    it('asks every fifteen seconds at most, a little spread', async () => {
      const time = stopTime();
      open(api.url('ok')).poll(1);
      await time.pass(14_200);
      expect(await requests()).to.equal(1);
      await time.pass(1_600);
      expect(await requests()).to.equal(2);
      await time.pass(150_000);
      expect(await requests()).to.be.within(11, 13);
    });

    it('of one widget goes on where another says no period', async () => {
      const time = stopTime();
      const url = api.url('ok');
      open(url).poll(20);
      for (const none of [NaN, 0, -5]) open(url).poll(none);
      await time.pass(22_000);
      expect(await requests()).to.equal(2);
    });

    it('asks nothing for forty days where the period is longer', async () => {
      const time = stopTime();
      open(api.url('ok')).poll(50 * 86_400);
      await time.quiet();
      await time.pass(40 * 86_400_000);
      expect(await requests()).to.equal(1);
    });

    it('revalidates, and leaves the answer as it is where nothing changed', async () => {
      const time = stopTime();
      const w = open(api.url('ok', 'x.json?cache=max-age=300'));
      w.poll(20);
      await time.quiet();
      const { loaded } = w.snapshot;
      await time.pass(22_000);
      expect((await api.log()).map(isRevalidation)).to.deep.equal([false, true]);
      expect(w.snapshot.loaded).to.equal(loaded);
    });

    it('is one poll an address, at the shortest period that is wanted', async () => {
      const time = stopTime();
      open(api.url('ok')).poll(300);
      const fast = open(api.url('ok'));
      fast.poll(20);
      open(api.url('ok'));
      await time.pass(21_500);
      expect(await requests()).to.equal(2);
      fast.close();
      await time.pass(200_000);
      expect(await requests()).to.equal(2);
      await time.pass(130_000);
      expect(await requests()).to.equal(3);
    });

    for (const what of ['hidden', 'offline'] as const)
      it(`stops while the page is ${what}, and catches up when it is back`, async () => {
        const time = stopTime();
        open(api.url('ok')).poll(20);
        await time.pass(21_500);
        expect(await requests()).to.equal(2);
        away(what);
        isBack[what]();
        await time.pass(600_000);
        expect(await requests()).to.equal(2);
        away(undefined);
        isBack[what]();
        await time.quiet();
        expect(await requests(), 'at once').to.equal(3);
        await time.pass(21_500);
        expect(await requests(), 'and goes on').to.equal(4);
      });

    it('does not catch up what is not overdue', async () => {
      const time = stopTime();
      open(api.url('ok')).poll(60);
      await time.pass(10_000);
      away('hidden');
      isBack.hidden();
      await time.pass(5_000);
      away(undefined);
      isBack.hidden();
      await time.quiet();
      expect(await requests()).to.equal(1);
      await time.pass(64_000);
      expect(await requests()).to.equal(2);
    });

    it('stops out of view, and catches up in view', async () => {
      const time = stopTime();
      const w = open(api.url('ok'));
      w.poll(20);
      await time.quiet();
      w.poll(undefined);
      await time.pass(600_000);
      expect(await requests()).to.equal(1);
      w.poll(20);
      await time.quiet();
      expect(await requests()).to.equal(2);
    });

    it('goes on through a failure, and mends itself', async () => {
      const time = stopTime();
      const w = open(api.url('ok'));
      w.poll(20);
      await time.quiet();
      await api.mode('404');
      await time.pass(21_500);
      expect(w.snapshot.error?.status).to.equal(404);
      expect(w.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      await api.mode(null);
      await time.pass(21_500);
      expect(w.snapshot.error).to.equal(undefined);
    });

    it('a page that failed off line mends itself when it is on line again', async () => {
      const time = stopTime();
      await api.mode('reset');
      const w = open(api.url('ok'));
      await time.pass(15_000);
      expect(w.snapshot.error?.kind).to.equal('network');
      await api.mode(null);
      isBack.offline();
      await time.quiet();
      expect(w.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
    });

    it('ends with its widget', async () => {
      const time = stopTime();
      const w = open(api.url('ok'));
      w.poll(20);
      await time.quiet();
      w.close();
      isBack.hidden();
      await time.pass(600_000);
      expect(await requests()).to.equal(1);
      expect(time.pending).to.equal(0);
    });

    it('ends with its widget, also after a failure', async () => {
      const time = stopTime();
      await api.mode('500');
      const w = open(api.url('ok'));
      w.poll(20);
      await time.pass(10_000);
      const before = await requests();
      w.close();
      await time.pass(600_000);
      expect(await requests()).to.equal(before);
    });
  });
});
