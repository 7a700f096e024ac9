import { expect } from '@open-wc/testing';
import { DataError } from '../../src/api/errors.js';
import { requestPage } from '../../src/data/page-chain.js';
import { requestJson } from '../../src/data/request.js';
import { faultyApi, isRevalidation, until, type FaultyApi } from './faulty-api.js';

const DOCUMENT = { version: '1', area: 'vn', observations: [] };

async function fault(promise: Promise<unknown>): Promise<DataError> {
  const result = await promise.then(
    (value) => value,
    (error: unknown) => error,
  );
  expect(result).to.be.instanceOf(DataError);
  return result as DataError;
}

describe('one request', () => {
  let api: FaultyApi;
  before(async () => {
    api = await faultyApi(DOCUMENT);
  });

  const GOOD = [
    'ok',
    'weak',
    'no-etag',
    'wrong-type',
    'attachment',
    'bom',
    'slow?ms=100',
    'huge?mb=3',
  ];
  for (const behaviour of GOOD)
    it(`reads a document that comes ${behaviour}`, async () => {
      const [name = '', query] = behaviour.split('?');
      const { raw, text } = await requestJson(api.url(name, `x.json?${query ?? ''}`));
      expect(raw).to.deep.equal(DOCUMENT);
      expect(text).to.contain('"version"');
    });

  for (const query of ['mb=25', 'mb=25&chunked=1'])
    it(`refuses an answer of more than 20 MB (${query}) with one sentence`, async () => {
      const { kind, reason, passing } = await fault(
        requestJson(api.url('huge', `x.json?${query}`)),
      );
      expect(kind).to.equal('format');
      expect(reason).to.equal('the answer is larger than 20 MB');
      expect(passing).to.equal(false);
    });

  describe('of a page of a long list', () => {
    const page = (address: string) => requestPage(address, undefined, 10_000, 0);

    for (const query of ['mb=25', 'mb=25&chunked=1'])
      it(`refuses more than 20 MB (${query})`, async () => {
        const { kind, reason } = await fault(page(api.url('huge', `x.json?${query}`)));
        expect([kind, reason]).to.deep.equal(['format', 'the answer is larger than 20 MB']);
      });

    it('reads a page with a byte order mark', async () => {
      expect((await page(api.url('bom', 'x.json'))).raw).to.deep.equal(DOCUMENT);
    });

    it('is read part by part where the page has taken blobs away', async () => {
      const { blob } = Response.prototype;
      Reflect.deleteProperty(Response.prototype, 'blob');
      try {
        expect((await page(api.url('ok', 'x.json'))).raw).to.deep.equal(DOCUMENT);
      } finally {
        Response.prototype.blob = blob;
      }
    });
  });

  it('reads a body that drips slowly', async () => {
    const { raw } = await requestJson(api.url('slow-drip', 'x.json?ms=300'));
    expect(raw).to.deep.equal(DOCUMENT);
  });

  for (const behaviour of ['redirect', 'redirect-cross-origin'])
    it(`follows a ${behaviour}, and says where the document was`, async () => {
      const { raw, url } = await requestJson(api.url(behaviour, 'x.json'));
      expect(raw).to.deep.equal(DOCUMENT);
      expect(url).to.match(/\/ok\/x\.json$/);
      const other = behaviour === 'redirect' ? __API_ORIGIN__ : __API_OTHER_ORIGIN__;
      expect(new URL(url).origin).to.equal(other);
    });

  const WRONG: [behaviour: string, kind: string, reason: RegExp, status?: number][] = [
    ['500', 'http', /^500/, 500],
    ['503', 'http', /^503/, 503],
    ['404', 'http', /^404/, 404],
    ['404-problem', 'http', /^404.*; The test asked for it; Không có tài liệu này$/, 404],
    ['html-200', 'format', /HTML/],
    ['not-json', 'format', /not JSON$/],
    ['empty', 'format', /an empty answer$/],
    ['no-content', 'format', /an empty answer$/],
    ['reset', 'network', /./],
    ['truncated', 'network', /./],
    ['no-cors', 'network', /./],
  ];
  for (const [behaviour, kind, reason, status] of WRONG)
    it(`${behaviour} is a fault of kind "${kind}"`, async () => {
      const url = api.url(behaviour, 'x.json');
      const error = await fault(requestJson(url));
      expect(error.kind).to.equal(kind);
      expect(error.reason).to.match(reason);
      expect(error.status).to.equal(status);
      expect(error.url).to.equal(url);
    });

  const WAITS: [after: string, least: number | undefined, most: number][] = [
    ['1', 1000, 1000],
    ['0', 0, 0],
    ['-5', 0, 0],
    ['soon', undefined, 0],
  ];
  for (const [after, least, most] of WAITS)
    it(`Retry-After: ${after} ${least === undefined ? 'says nothing' : `is ${least} ms`}`, async () => {
      // Only what CORS exposes can be read: the server of this test says so where it does.
      const { fetch } = window;
      window.fetch = () =>
        Promise.resolve(new Response('', { status: 429, headers: { 'Retry-After': after } }));
      const error = await fault(requestJson('/x')).finally(() => (window.fetch = fetch));
      if (least === undefined) expect(error.retryAfter).to.equal(undefined);
      else expect(error.retryAfter).to.be.within(least, most);
    });

  it('Retry-After may be a date', async () => {
    const { fetch } = window;
    const at = new Date(Date.now() + 60_000).toUTCString();
    window.fetch = () =>
      Promise.resolve(new Response('', { status: 503, headers: { 'Retry-After': at } }));
    const error = await fault(requestJson('/x')).finally(() => (window.fetch = fetch));
    expect(error.retryAfter).to.be.within(55_000, 60_000);
  });

  for (const behaviour of ['hang', 'slow-drip?ms=5000'])
    it(`gives up ${behaviour} after the time limit, and hangs up`, async () => {
      const own = await faultyApi(DOCUMENT);
      const [name = '', query = ''] = behaviour.split('?');
      const error = await fault(requestJson(own.url(name, `x.json?${query}`), false, 200));
      expect(error.kind).to.equal('timeout');
      expect(error.reason).to.contain('200 ms');
      await until(
        async () => (await own.log())[0]?.ended === 'aborted',
        'the end of the connection',
      );
      expect(await own.log()).to.have.length(1);
    });

  it('needs no preflight and carries no credentials to another origin', async () => {
    const own = await faultyApi(DOCUMENT);
    document.cookie = 'portal=secret; path=/';
    await requestJson(own.url('ok'), true);
    const log = await own.log();
    expect(log.map(({ method }) => method)).to.deep.equal(['GET']);
    expect(log[0]?.headers['accept']).to.equal('application/json');
    expect(log[0]?.headers).not.to.have.any.keys('cookie', 'authorization');
    expect(log[0]?.headers).not.to.have.property('access-control-request-headers');
  });

  it("leaves the first request to the browser's cache, and revalidates by ETag when told to", async () => {
    const own = await faultyApi(DOCUMENT);
    const url = own.url('ok', 'x.json?cache=max-age=300');
    await requestJson(url);
    await requestJson(url);
    const before = await own.log();
    if (__BROWSER__ !== 'webkit') expect(before.length, 'the second from the cache').to.equal(1);
    expect(before.some(isRevalidation)).to.equal(false);
    await requestJson(url, true);
    const log = await own.log();
    expect(isRevalidation(log[log.length - 1])).to.equal(true);
  });
});
