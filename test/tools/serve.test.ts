import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createServer, listen } from '../../tools/serve.mjs';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

describe('the demo server', () => {
  let server: Server;
  let root: string;
  const document = JSON.stringify({ version: '1', filler: 'Tổ công nghệ số '.repeat(100) });

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'tcns-serve-'));
    const put = (path: string, text: string) => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    put('demo/index.html', '<!doctype html><title>Trang chủ</title>');
    put('demo/portal/index.html', '<!doctype html>');
    put('demo/.secret', 'hidden');
    put('demo/api/v1/observations/44@2025.json', document);
    put('demo/api/v1/teams/vn@2025.json', document);
    put('demo/api/sample/v1/observations/44@2025.json', document);
    put('demo/api/sample/v1/teams/48@2008.json', document);
    put('demo/api/sample/province/v1/observations/44@2025.json', document);
    put('dist/cdn/tcns.js', '0;');
    put('dist/cdn/chunks/a-1.js', '0;');
    put('package.json', '{}');
    server = createServer({ root });
    await new Promise<void>((ready) => server.listen(0, ready));
  });
  after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(root, { recursive: true });
  });

  /** Asks with the path exactly as written: fetch would tidy `..` away. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      })
        .on('error', reject)
        .end();
    });

  it('gives index.html for / and for a folder, with the policy that its pages live under', async () => {
    for (const path of ['/', '/index.html', '/portal/', '/?lang=en']) {
      const { status, headers } = await get(path);
      assert.equal(status, 200, path);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
      assert.match(
        String(headers['content-security-policy']),
        /default-src 'none'.*trusted-types tcns#html tcns#loader tcns#desk$/,
      );
    }
    const folder = await get('/portal');
    assert.equal(folder.status, 301);
    assert.equal(folder.headers.location, '/portal/');
  });

  it('never sends a reader to another host', async () => {
    const { headers } = await get('//evil.example/..');
    assert.ok(!headers.location?.startsWith('//'));
  });

  it('serves API documents as docs/api.md asks', async () => {
    const { status, headers, body } = await get('/api/v1/observations/44@2025.json');
    assert.equal(status, 200);
    assert.equal(body.toString(), document);
    assert.equal(headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(
      headers['cache-control'],
      'max-age=300, stale-while-revalidate=86400, stale-if-error=604800',
    );
    assert.match(headers.etag ?? '', /^"[\w-]+"$/);
    assert.equal((await get('/api/v1/observations/44%402025.json')).headers.etag, headers.etag);
  });

  it('keeps team documents for a minute only', async () => {
    const { headers } = await get('/api/v1/teams/vn@2025.json');
    assert.equal(headers['cache-control'], 'max-age=60, stale-if-error=3600');
  });

  it('serves the invented figures with the headers of the real ones', async () => {
    const headersOf = async (path: string) => {
      const { status, headers, body } = await get(path);
      assert.equal(status, 200, path);
      assert.equal(body.toString(), document);
      return { ...headers, date: undefined };
    };
    const real = await headersOf('/api/v1/observations/44@2025.json');
    assert.equal(real['access-control-allow-origin'], '*');
    for (const folder of ['sample/v1', 'sample/province/v1'])
      assert.deepEqual(await headersOf(`/api/${folder}/observations/44@2025.json`), real, folder);
    assert.deepEqual(
      await headersOf('/api/sample/v1/teams/48@2008.json'),
      await headersOf('/api/v1/teams/vn@2025.json'),
    );
  });

  it('answers 304 to the entity tag that it gave, for each coding', async () => {
    for (const coding of ['identity', 'gzip', 'br']) {
      const accept = { 'Accept-Encoding': coding };
      const { headers } = await get('/api/v1/observations/44@2025.json', accept);
      const again = await get('/api/v1/observations/44@2025.json', {
        ...accept,
        'If-None-Match': `"x", W/${headers.etag}`,
      });
      assert.equal(again.status, 304, coding);
      assert.equal(again.body.length, 0);
      assert.equal(again.headers.etag, headers.etag);
      assert.equal(again.headers['access-control-allow-origin'], '*');
    }
    const other = await get('/api/v1/observations/44@2025.json', { 'If-None-Match': '"other"' });
    assert.equal(other.status, 200);
  });

  it('compresses what is accepted, and varies by it', async () => {
    const of = (accept: string) =>
      get('/api/v1/observations/44@2025.json', { 'Accept-Encoding': accept });
    const [br, gz, none] = [await of('gzip, br'), await of('gzip'), await of('br;q=0, deflate')];
    assert.equal(br.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(br.body).toString(), document);
    assert.equal(gunzipSync(gz.body).toString(), document);
    assert.equal(none.headers['content-encoding'], undefined);
    assert.equal(new Set([br, gz, none].map(({ headers }) => headers.etag)).size, 3);
    for (const { headers } of [br, gz, none]) assert.equal(headers.vary, 'Accept-Encoding');
  });

  it('answers HEAD with the headers alone', async () => {
    const { status, headers, body } = await get('/api/v1/observations/44@2025.json', {}, 'HEAD');
    assert.equal(status, 200);
    assert.equal(Number(headers['content-length']), Buffer.byteLength(document));
    assert.equal(body.length, 0);
  });

  it('names a missing document as problem+json, readable from any origin', async () => {
    const { status, headers, body } = await get('/api/v1/observations/99@2025.json');
    assert.equal(status, 404);
    assert.equal(headers['content-type'], 'application/problem+json');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal((JSON.parse(body.toString()) as { status: number }).status, 404);
    assert.equal((await get('/nothing.html')).headers['content-type'], 'text/plain; charset=utf-8');
  });

  it('serves the scripts to any origin, and keeps only the hashed ones', async () => {
    const loader = await get('/cdn/tcns.js');
    assert.equal(loader.headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(loader.headers['access-control-allow-origin'], '*');
    assert.equal(loader.headers['cache-control'], 'no-cache');
    assert.match((await get('/cdn/chunks/a-1.js')).headers['cache-control'] ?? '', /immutable/);
  });

  it('while the library is built, serves at once what is there and waits for the rest', async () => {
    const [folder, cdn] = [join(root, '.cache/first'), join(root, 'built')];
    let [firstDone, wholeDone] = [() => {}, () => {}];
    const building = {
      folder,
      first: new Promise<void>((done) => (firstDone = done)),
      whole: new Promise<void>((done) => (wholeDone = done)),
    };
    const put = (file: string, text: string) => {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, text);
    };
    const early = createServer({ root, cdn, building });
    await new Promise<void>((ready) => early.listen(0, '127.0.0.1', ready));
    const at = `http://127.0.0.1:${(early.address() as AddressInfo).port}`;
    const text = async (path: string) => (await fetch(at + path)).text();
    try {
      assert.match(await text('/'), /Trang chủ/);
      const order: string[] = [];
      const asked = ['/cdn/tcns.js', '/cdn/builder.js'].map((path) =>
        text(path).then((body) => order.push(body)),
      );
      put(join(folder, 'tcns.js'), 'first;');
      firstDone();
      await asked[0];
      put(join(cdn, 'tcns.js'), 'second;');
      put(join(cdn, 'builder.js'), 'builder;');
      wholeDone();
      await asked[1];
      assert.deepEqual(order, ['first;', 'builder;']);
      // Modules of two builds do not fit together.
      assert.equal(await text('/cdn/tcns.js'), 'first;');
      assert.equal((await fetch(`${at}/cdn/none.js`)).status, 404);
    } finally {
      early.close();
      early.closeAllConnections();
    }
  });

  it('gives nothing outside its folders', async () => {
    const tries = [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/cdn/../../package.json',
      '/cdn/..%2f..%2fpackage.json',
      '/api/v1/../../../package.json',
      '/..%5cpackage.json',
      '/.secret',
      '/%00',
      '/%',
    ];
    for (const path of tries) assert.ok([400, 404].includes((await get(path)).status), path);
  });

  it('takes no other method, and answers a preflight', async () => {
    assert.equal((await get('/', {}, 'POST')).status, 405);
    assert.equal((await get('/api/v1/observations/44@2025.json', {}, 'OPTIONS')).status, 204);
  });

  it('says what to do when the port is taken', async () => {
    const { port } = server.address() as AddressInfo;
    const second = createServer({ root });
    const start = listen(second, port);
    await assert.rejects(
      start,
      (error: Error) =>
        error.message.includes(`Port ${port} is taken`) && /PORT=/.test(error.message),
    );
  });
});
