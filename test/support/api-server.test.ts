import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startApiServer, type ApiServer } from './api-server.mjs';

interface Entry {
  method: string;
  path: string;
  behaviour: string;
  status: number | null;
  ended: string | null;
  headers: Record<string, string>;
}

describe('the API that misbehaves', () => {
  let api: ApiServer;
  let count = 0;
  const text = '{"version":"1","area":"vn","observations":[],"name":"Tổ công nghệ số"}';

  before(async () => {
    api = await startApiServer();
  });
  after(() => api.close());

  /** A key of its own for each test, with a document for every path. */
  async function key() {
    const base = `${api.origin}/t/k${++count}`;
    const post = (path: string, body = '') => fetch(`${base}/${path}`, { method: 'POST', body });
    await post('set', text);
    return {
      get: (path: string, init?: RequestInit) => fetch(`${base}/${path}`, init),
      post,
      log: async () => (await (await fetch(`${base}/log`)).json()) as Entry[],
    };
  }

  it('serves what is registered, and 304 to its entity tag', async () => {
    const { get, log } = await key();
    const first = await get('ok/a.json');
    assert.equal(await first.text(), text);
    assert.equal(first.headers.get('access-control-allow-origin'), '*');
    const again = await get('ok/a.json', {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304);
    const entries = await log();
    assert.deepEqual(
      entries.map(({ status, path, ended }) => [status, path, ended]),
      [
        [200, 'a.json', 'sent'],
        [304, 'a.json', 'sent'],
      ],
    );
    assert.equal(entries[1]?.headers['if-none-match'], first.headers.get('etag'));
  });

  it('registers a document for one path, and knows no other', async () => {
    const base = `${api.origin}/t/own`;
    await fetch(`${base}/set/a/b.json`, { method: 'POST', body: '[1]' });
    assert.equal(await (await fetch(`${base}/ok/a/b.json`)).text(), '[1]');
    const missing = await fetch(`${base}/ok/c.json`);
    assert.equal(missing.status, 404);
    assert.equal(missing.headers.get('content-type'), 'application/problem+json');
  });

  it('serves the demo API where nothing is registered, and nothing above it', async () => {
    assert.equal((await fetch(`${api.origin}/t/demo/ok/..%2f..%2f..%2fpackage.json`)).status, 404);
  });

  it('fails with the status that is asked for', async () => {
    const { get } = await key();
    for (const status of [404, 408, 500, 503])
      assert.equal((await get(`${status}/a`)).status, status);
    assert.equal((await get('503/a?after=7')).headers.get('retry-after'), '7');
    assert.equal((await get('429/a')).headers.get('retry-after'), '1');
    assert.equal(
      (await get('404-problem/a')).headers.get('content-type'),
      'application/problem+json',
    );
    assert.equal((await get('nonsense/a')).status, 400);
  });

  it('fails as often as it is told, for each path', async () => {
    const { get } = await key();
    const statuses = [];
    for (const path of ['a', 'a', 'a', 'b'])
      statuses.push((await get(`flaky/${path}?fail=2`)).status);
    assert.deepEqual(statuses, [503, 503, 200, 503]);
  });

  it('hangs until the client leaves, and says so in its log', async () => {
    const { get, log } = await key();
    await assert.rejects(get('hang/a', { signal: AbortSignal.timeout(50) }));
    let entry: Entry | undefined;
    for (let i = 0; i < 100 && !entry?.ended; i++) [entry] = await log();
    assert.equal(entry?.ended, 'aborted');
  });

  it('breaks off in the middle of a body, and before it', async () => {
    const { get } = await key();
    const response = await get('truncated/a');
    assert.equal(response.status, 200);
    await assert.rejects(response.text());
    await assert.rejects(get('reset/a'));
  });

  it('drips, and is slow, but arrives', async () => {
    const { get } = await key();
    assert.equal(await (await get('slow-drip/a?ms=40')).text(), text);
    assert.equal(await (await get('slow/a?ms=10')).text(), text);
  });

  it('sends other things than the document', async () => {
    const { get } = await key();
    assert.match((await get('html-200/a')).headers.get('content-type') ?? '', /^text\/html/);
    assert.equal(await (await get('empty/a')).text(), '');
    assert.equal((await get('no-content/a')).status, 204);
    await assert.rejects((await get('not-json/a')).json());
    assert.match((await get('wrong-type/a')).headers.get('content-type') ?? '', /^text\/plain/);
    assert.deepEqual(
      [...new Uint8Array(await (await get('bom/a')).arrayBuffer())].slice(0, 3),
      [0xef, 0xbb, 0xbf],
    );
    assert.equal(
      ((await (await get('wrong-version/a')).json()) as { version: string }).version,
      '2',
    );
    assert.equal((await (await get('huge/a?mb=2')).text()).length, 2 * 2 ** 20 + text.length);
    assert.equal((await get('no-cors/a')).headers.get('access-control-allow-origin'), null);
  });

  it('redirects, to its own origin and to another', async () => {
    const { get } = await key();
    const near = await get('redirect/a');
    assert.ok(near.redirected && near.url.startsWith(api.origin));
    const far = await get('redirect-cross-origin/a');
    assert.ok(far.url.startsWith(api.otherOrigin));
    assert.equal(await far.text(), text);
  });

  it('changes its behaviour while the page is open', async () => {
    const { get, post } = await key();
    const statuses = [];
    for (const mode of [null, '500', null]) {
      await post('mode', JSON.stringify({ mode }));
      statuses.push((await get('ok/a')).status);
    }
    assert.deepEqual(statuses, [200, 500, 200]);
  });
});
