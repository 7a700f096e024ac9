/** The store: asking, trying again, reloading, and what a reload of the page leaves. */
import { expect } from '@open-wc/testing';
import type { Watch } from '../../src/data/store.js';
import { recall } from '../../src/data/answer-cache.js';
import { isRevalidation, until } from './faulty-api.js';
import { DOCUMENT, answered, documentOf, open, storeTests } from './store.support.js';
import { freshPage } from './fresh-page.js';

describe('the store', () => {
  const { api, stopTime } = storeTests();

  describe('asking', () => {
    it('asks once for an address, however many widgets use it', async () => {
      const all = [...Array(20).keys()].map(() => open(api.url('slow', 'x.json?ms=50')));
      await Promise.all(all.map(answered));
      open(api.url('slow', 'x.json?ms=50'));
      expect(await api.log()).to.have.length(1);
      expect(new Set(all.map((w) => w.snapshot.loaded)).size).to.equal(1);
      expect(all[0]!.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      expect(all[0]!.snapshot.error).to.equal(undefined);
    });

    it('tells every widget, and those that have left nothing', async () => {
      const calls = { stays: 0, leaves: 0 };
      const stays = open(api.url('slow', 'x.json?ms=50'), {}, () => calls.stays++);
      const leaves = open(api.url('slow', 'x.json?ms=50'), {}, () => calls.leaves++);
      leaves.close();
      const before = { ...calls };
      await answered(stays);
      expect(calls.stays).to.be.above(before.stays);
      expect(calls.leaves).to.equal(before.leaves);
    });

    it('does not ask again when a widget moves', async () => {
      const first = open(api.url('ok'));
      await answered(first);
      first.close();
      const second = open(api.url('ok'));
      expect(second.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      await answered(second);
      expect(await api.log()).to.have.length(1);
    });

    it('does not ask again when a widget moves while the request is on its way', async () => {
      open(api.url('slow', 'x.json?ms=80')).close();
      const second = open(api.url('slow', 'x.json?ms=80'));
      await answered(second);
      expect(second.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      expect(await api.log()).to.have.length(1);
    });

    it('forgets an address a minute after its last widget', async () => {
      const time = stopTime();
      const first = open(api.url('ok'));
      await answered(first);
      first.close();
      await time.pass(55_000);
      const moved = open(api.url('ok'));
      expect(moved.snapshot.loaded?.raw, 'within the minute').to.deep.equal(DOCUMENT);
      expect(await api.log()).to.have.length(1);
      moved.close();
      await time.pass(61_000);
      const second = open(api.url('ok'));
      expect(second.snapshot.loaded).to.equal(undefined);
      await answered(second);
      expect(await api.log()).to.have.length(2);
      expect(time.pending).to.equal(0);
    });

    it('keeps the answers of two adapters on one address apart', async () => {
      const count = (raw: unknown) => Object.keys(raw as object).length;
      const one = open(api.url('ok'), { adapterName: 'count', adapter: count });
      const other = open(api.url('ok'));
      await Promise.all([answered(one), answered(other)]);
      expect(one.snapshot.loaded?.raw).to.equal(3);
      expect(other.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
    });

    it('reports an adapter that fails as a wrong document', async () => {
      const w = open(api.url('ok'), {
        adapterName: 'broken',
        adapter: () => {
          throw new TypeError('raw.records is undefined');
        },
      });
      await answered(w);
      expect(w.snapshot.error?.kind).to.equal('shape');
      expect(w.snapshot.error?.reason).to.contain('raw.records is undefined');
      expect(await api.log(), 'it would not be better the second time').to.have.length(1);
    });
  });

  describe('trying again', () => {
    const FAULTS: [behaviour: string, kind: string, requests: number][] = [
      ['500', 'http', 4],
      ['503', 'http', 4],
      ['408', 'http', 4],
      ['reset', 'network', 4],
      ['truncated', 'network', 4],
      ['no-cors', 'network', 4],
      ['400', 'http', 1],
      ['403', 'http', 1],
      ['404', 'http', 1],
      ['404-problem', 'http', 1],
      ['html-200', 'format', 1],
      ['not-json', 'format', 1],
      ['empty', 'format', 1],
    ];
    for (const [behaviour, kind, requests] of FAULTS)
      it(`asks ${requests === 1 ? 'once' : 'four times, over some seconds'} when it gets ${behaviour}`, async () => {
        const time = stopTime();
        const began = time.now;
        const w = open(api.url(behaviour, 'x.json'));
        await time.pass(15_000);
        expect(w.snapshot.fetching).to.equal(false);
        expect(w.snapshot.error?.kind).to.equal(kind);
        expect(w.snapshot.loaded).to.equal(undefined);
        // A browser may itself ask again for a connection that broke, or that timed out (408).
        const log = await api.log();
        if (['reset', '408'].includes(behaviour)) expect(log.length).to.be.at.least(requests);
        else expect(log).to.have.length(requests);
        expect(time.now - began).to.equal(15_000);
      });

    it('waits longer each time, and never the same twice', async () => {
      const time = stopTime();
      const w = open(api.url('500', 'x.json'));
      const waits: number[] = [];
      let since = time.now;
      for (let requests = 1; requests < 4; requests++) {
        await time.quiet();
        await until(async () => (await api.log()).length === requests);
        while ((await api.log()).length === requests) await time.pass(50);
        waits.push(time.now - since);
        since = time.now;
      }
      await time.pass(5000);
      expect(w.snapshot.fetching).to.equal(false);
      expect(waits[0]).to.be.within(375, 675);
      expect(waits[1]).to.be.within(750, 1300);
      expect(waits[2]).to.be.within(1500, 2550);
    });

    it('gets there when the third answer is good', async () => {
      const time = stopTime();
      const w = open(api.url('flaky', 'x.json?fail=2'));
      await time.pass(5000);
      expect(w.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      expect(w.snapshot.error).to.equal(undefined);
      expect(await api.log()).to.have.length(3);
    });

    it('obeys Retry-After', async () => {
      const time = stopTime();
      // Retry-After is not readable across origins unless the server exposes it.
      let asked = 0;
      time.answer = () =>
        Promise.resolve(
          asked++ === 0
            ? new Response('', { status: 429, headers: { 'Retry-After': '7' } })
            : new Response(JSON.stringify(DOCUMENT)),
        );
      const w = open(api.url('ok'));
      await time.pass(6900);
      expect(w.snapshot.fetching).to.equal(true);
      expect(asked).to.equal(1);
      await time.pass(200);
      expect(w.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
    });

    it('does not wait where Retry-After is beyond what a reader waits', async () => {
      const time = stopTime();
      time.answer = () =>
        Promise.resolve(new Response('', { status: 503, headers: { 'Retry-After': '3600' } }));
      const w = open(api.url('ok'));
      const { now } = time;
      await until(() => !w.snapshot.fetching, 'the end');
      expect(time.now).to.equal(now);
      expect(w.snapshot.error?.status).to.equal(503);
    });

    it('gives a server that hangs ten seconds, and all its attempts fifteen', async () => {
      const time = stopTime();
      const w = open(api.url('hang', 'x.json'));
      await until(async () => (await api.log()).length === 1);
      await time.pass(9900, true);
      expect((await api.log())[0]?.ended).to.equal(null);
      await time.pass(200, true);
      await until(async () => (await api.log())[0]?.ended === 'aborted', 'the end of the first');
      expect(w.snapshot.fetching).to.equal(true);
      await until(async () => {
        await time.pass(100, true);
        return (await api.log()).length === 2;
      }, 'a second attempt');
      await time.pass(5000, true);
      // The clock stands. What an earlier visit kept is looked for before the failure is told.
      await answered(w);
      expect(w.snapshot.error?.kind).to.equal('timeout');
    });

    it('starts again when a widget asks after a failure', async () => {
      const w = open(api.url('404', 'x.json'));
      await answered(w);
      await api.mode('ok');
      await w.reload();
      expect(w.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      expect(w.snapshot.error).to.equal(undefined);
    });
  });

  describe('reloading', () => {
    it('asks past the cache, and keeps the same answer where nothing changed', async () => {
      const w = open(api.url('ok', 'x.json?cache=max-age=300'));
      await answered(w);
      const { loaded, loadedAt } = w.snapshot;
      await w.reload();
      const [, second] = await api.log();
      expect(isRevalidation(second)).to.equal(true);
      expect(w.snapshot.loaded).to.equal(loaded);
      expect(w.snapshot.loadedAt).to.be.at.least(loadedAt);
    });

    it('takes a new answer', async () => {
      const w = open(api.url('ok', 'x.json?cache=max-age=300'));
      await answered(w);
      await api.set(documentOf(1));
      await w.reload();
      expect(w.snapshot.loaded?.raw).to.deep.equal(documentOf(1));
    });

    it('asks once for two who want it at a time', async () => {
      const one = open(api.url('slow', 'x.json?ms=50'));
      const other = open(api.url('slow', 'x.json?ms=50'));
      await answered(one);
      await Promise.all([one.reload(), other.reload()]);
      expect(await api.log()).to.have.length(2);
    });

    for (const mode of ['404', 'html-200', 'not-json', 'empty'])
      it(`keeps the last good answer when it gets ${mode}`, async () => {
        const w = open(api.url('ok'));
        await answered(w);
        const { loaded, loadedAt } = w.snapshot;
        await api.mode(mode);
        await w.reload();
        expect(w.snapshot.loaded).to.equal(loaded);
        expect(w.snapshot.loadedAt).to.equal(loadedAt);
        expect(w.snapshot.error).not.to.equal(undefined);
        await api.mode(null);
        await w.reload();
        expect(w.snapshot.error).to.equal(undefined);
      });

    it('keeps the last good answer when the server dies', async () => {
      const time = stopTime();
      const w = open(api.url('ok'));
      await answered(w);
      await api.mode('reset');
      const done = w.reload();
      await time.pass(15_000);
      await done;
      expect(w.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      expect(w.snapshot.error?.kind).to.equal('network');
    });
  });

  describe('across a reload of the page', () => {
    it('keeps an answer only once a widget has accepted it', async () => {
      const url = api.url('ok');
      const w = open(url);
      await answered(w);
      expect(await recall(url)).to.equal(undefined);
      w.accept();
      await until(() => recall(url), 'the kept answer');
      expect((await recall(url))?.raw).to.deep.equal(DOCUMENT);
    });

    it('keeps an answer as it came, although the page changes the document before that', async () => {
      const url = api.url('ok');
      const w = open(url);
      await answered(w);
      w.accept();
      (w.snapshot.loaded!.raw as { version: string }).version = 'changed';
      await until(() => recall(url), 'the kept answer');
      expect((await recall(url))?.raw).to.deep.equal(DOCUMENT);
    });

    it('draws the last answer at once, then the new one', async () => {
      const url = api.url('slow', 'x.json?ms=300');
      const w = open(url);
      await answered(w);
      w.accept();
      await until(() => recall(url), 'the kept answer');
      await api.set(documentOf(1));

      const { store } = await freshPage();
      const values: unknown[] = [];
      let again: Watch | undefined = undefined;
      const see = () => {
        const raw = again?.snapshot.loaded?.raw as typeof DOCUMENT | undefined;
        values.push(raw?.observations[0]?.value);
      };
      again = store.watch({ url }, see);
      await answered(again);
      again.close();
      expect(values.filter((v) => v !== undefined)).to.deep.equal([45895, 1]);
    });

    it('keeps showing the last answer, with its age, when the API has died', async () => {
      const url = api.url('ok');
      const w = open(url);
      await answered(w);
      w.accept();
      await until(() => recall(url), 'the kept answer');
      await api.mode('404');

      const { store } = await freshPage();
      const seen: [loaded: boolean, failed: boolean][] = [];
      let again: Watch | undefined = undefined;
      const see = () => {
        const { loaded, error } = again?.snapshot ?? {};
        seen.push([loaded !== undefined, error !== undefined]);
      };
      again = store.watch({ url }, see);
      await answered(again);
      expect(again.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      expect(again.snapshot.loadedAt).to.equal(w.snapshot.loadedAt);
      expect(again.snapshot.error?.status).to.equal(404);
      expect(seen, 'never a failure without figures').not.to.deep.include([false, true]);
      again.close();
    });

    it('says that it has failed, although the store of the earlier visits never answers', async () => {
      const hangs = (page: Window): void => {
        const indexedDB = { open: () => ({}) };
        Object.defineProperty(page, 'indexedDB', { value: indexedDB });
      };
      const { store } = await freshPage(hangs);
      const w = store.watch({ url: api.url('404', 'x.json') }, () => {});
      await until(() => w.snapshot.error, 'the failure');
      expect(w.snapshot.error?.status).to.equal(404);
      w.close();
    });

    it('draws the last answer while the one that the loader has asked for stays away', async () => {
      const url = api.url('ok');
      const w = open(url);
      await answered(w);
      w.accept();
      await until(() => recall(url), 'the kept answer');

      const { store, page } = await freshPage();
      let answer: (response: Response) => void = () => undefined;
      const early = { [url]: new Promise((done) => (answer = done)) };
      (page as { tcns?: unknown }).tcns = { early };
      const again = store.watch({ url }, () => {});
      await until(() => again.snapshot.loaded, 'the stored answer');
      expect(again.isEarly).to.equal(true);
      expect(again.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      expect(again.snapshot.fetching).to.equal(true);
      answer(new Response(JSON.stringify(documentOf(1))));
      await answered(again);
      expect(again.snapshot.loaded?.raw).to.deep.equal(documentOf(1));
      again.close();
      expect(await api.log()).to.have.length(1);
    });

    it('does not keep what is larger than two megabytes, but shows it', async () => {
      const url = api.url('huge', 'x.json?mb=3');
      const w = open(url);
      await answered(w);
      w.accept();
      expect(w.snapshot.loaded?.raw).to.deep.equal(DOCUMENT);
      // What is accepted after it is kept, so this one would have been.
      const small = open(api.url('ok'));
      await answered(small);
      small.accept();
      await until(() => recall(api.url('ok')), 'the small answer');
      expect(await recall(url)).to.equal(undefined);
    });
  });
});
