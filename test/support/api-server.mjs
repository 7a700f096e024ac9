/**
 * A real HTTP server that misbehaves, for tests of the client in a browser.  What it does
 * stands in the address, so tests share nothing but a key that each makes up for itself:
 *
 *   GET  /t/{key}/{behaviour}/{path}?…   a document, in the way that the behaviour says
 *   POST /t/{key}/set[/{path}]           registers the body (of any kind) for that path, or
 *                                        for every path; `?type=` sets its content type
 *   POST /t/{key}/mode                   {"mode": "500", "after": 1} (any behaviour, with
 *                                        its options) overrules the address from now on:
 *                                        "the API dies while the page is open".
 *                                        {"mode": null} ends it
 *   GET  /t/{key}/log                    [{n, method, path, behaviour, status, ended, time,
 *                                        headers}] of every request below this key;
 *                                        `ended` is "sent", "aborted" (the client left) or
 *                                        null (still going)
 *   POST /t/{key}/reset                  forgets the key
 *
 * {path} is a document that was registered, else a file of demo/api/v1
 * (`observations/vn@2025.json`); neither is a 404.
 *
 * Behaviours, and their options in the query:
 *   ok                  ETag, 304; cache=… is its Cache-Control (no-cache)
 *   404  500  503 …     any status from 400 to 599, plain text; after=… is its Retry-After
 *   404-problem         problem+json, of any such status
 *   429                 as above, with Retry-After: 1 unless after=…
 *   flaky               fail=2 times the status=503, then ok; counted for each path
 *   slow                ok after ms=1000
 *   hang                never answers
 *   slow-drip           headers, then the body in pieces over ms=3000
 *   truncated           half of the body that Content-Length promises, then a hard end
 *   reset               no answer, the connection breaks
 *   html-200            a page with status 200, as hosts send for everything they lack
 *   wrong-type          the document as text/plain
 *   attachment          the document as application/octet-stream, Content-Disposition
 *   not-json            the document with its end cut off, as valid HTTP
 *   huge                the document with mb=20 of white space in front; chunked=1: without Content-Length
 *   redirect            302 to the same document on this origin
 *   redirect-cross-origin  302 to the same document on another port
 *   no-cors             ok without Access-Control-Allow-Origin
 *   empty               status 200, no body;   no-content: 204
 *   bom                 the document after a byte order mark
 *   wrong-version       the document with "version": "2"
 *   weak                ok, with a weak entity tag
 *   no-etag             ok, without any
 *
 * All but no-cors may be read from any origin.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const documents = join(dirname(fileURLToPath(import.meta.url)), '../../demo/api/v1');
const logged = [
  'accept',
  'cache-control',
  'pragma',
  'if-none-match',
  'origin',
  'referer',
  'cookie',
  'authorization',
  'content-type',
  'access-control-request-headers',
];

const tagOf = (body) => `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;
const statusOf = (name) => (/^[45]\d\d$/.test(name) ? Number(name) : undefined);

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** What one test's key has registered and seen. */
const newKey = () => ({ log: [], set: new Map(), mode: undefined, counts: new Map() });

/** The document of a path: registered, or a file of the demo's API; else undefined. */
async function documentAt(key, path) {
  const registered = key.set.get(path) ?? key.set.get('');
  if (registered) return registered;
  const file = resolve(documents, `.${sep}${path}`);
  if (!file.startsWith(resolve(documents) + sep)) return undefined;
  const body = await readFile(file).catch(() => undefined);
  return body && { body, type: 'application/json; charset=utf-8' };
}

/** A timer that ends with the answer: an aborted request leaves nothing behind. */
function later(ex, ms, run) {
  ex.timer = setTimeout(run, ms);
}

function fail(ex, status, headers = {}) {
  ex.send(
    status,
    { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
    `${status}: the test asked for it\n`,
  );
}

function problem(ex, status) {
  const body = {
    type: 'about:blank',
    title: 'The test asked for it',
    status,
    detail: 'Không có tài liệu này',
  };
  ex.send(status, { 'Content-Type': 'application/problem+json' }, JSON.stringify(body));
}

function ok(ex, doc, headers = {}, etag = tagOf(doc.body)) {
  const all = {
    'Content-Type': doc.type,
    'Cache-Control': ex.options.get('cache') ?? 'no-cache',
    ...(etag && { ETag: etag }),
    ...headers,
  };
  const asked = (ex.request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  if (etag && asked.includes(etag)) {
    delete all['Content-Type'];
    return ex.send(304, all);
  }
  return ex.send(200, all, doc.body);
}

function drip(ex, doc) {
  const pieces = 12;
  const size = Math.ceil(doc.body.length / pieces);
  ex.open(200, { 'Content-Type': doc.type, 'Content-Length': doc.body.length });
  const next = (i) => {
    if (i * size >= doc.body.length) return ex.response.end();
    ex.response.write(doc.body.subarray(i * size, (i + 1) * size));
    return later(ex, ex.number('ms', 3000) / pieces, () => next(i + 1));
  };
  next(0);
}

function huge(ex, doc) {
  const block = Buffer.alloc(1 << 20, ' ');
  let left = ex.number('mb', 20);
  ex.open(200, {
    'Content-Type': doc.type,
    ...(ex.number('chunked', 0) ? {} : { 'Content-Length': left * block.length + doc.body.length }),
  });
  const next = () => {
    while (left > 0) {
      left -= 1;
      if (!ex.response.write(block)) return ex.response.once('drain', next);
    }
    return ex.response.end(doc.body);
  };
  next();
}

const html =
  '<!doctype html><html lang="vi"><title>Đăng nhập</title><p>Trang bạn tìm không có.</p></html>';

/** Behaviours that need no document. */
const bare = {
  hang: () => {},
  reset: (ex) => ex.response.destroy(),
  empty: (ex) => ex.send(200, { 'Content-Type': 'application/json' }, ''),
  'no-content': (ex) => ex.send(204, {}),
  'html-200': (ex) => ex.send(200, { 'Content-Type': 'text/html; charset=utf-8' }, html),
  redirect: (ex) => ex.send(302, { Location: `/t/${ex.name}/ok/${ex.path}` }),
  'redirect-cross-origin': (ex) =>
    ex.send(302, { Location: `${ex.otherOrigin}/t/${ex.name}/ok/${ex.path}` }),
  429: (ex) => fail(ex, 429, { 'Retry-After': ex.options.get('after') ?? '1' }),
};

const versioned = (doc) => ({
  ...doc,
  body: Buffer.from(JSON.stringify({ ...JSON.parse(doc.body.toString()), version: '2' })),
});

/** Behaviours that do something with the document. */
const withDocument = {
  ok: (ex, doc) => ok(ex, doc),
  weak: (ex, doc) => ok(ex, doc, {}, `W/${tagOf(doc.body)}`),
  'no-etag': (ex, doc) => ok(ex, doc, {}, ''),
  'no-cors': (ex, doc) => {
    ex.response.removeHeader('Access-Control-Allow-Origin');
    ok(ex, doc);
  },
  flaky: (ex, doc) => {
    const seen = (ex.key.counts.get(ex.path) ?? 0) + 1;
    ex.key.counts.set(ex.path, seen);
    if (seen > ex.number('fail', 2)) ok(ex, doc);
    else ex.fail(ex.number('status', 503));
  },
  slow: (ex, doc) => later(ex, ex.number('ms', 1000), () => ok(ex, doc)),
  'slow-drip': drip,
  truncated: (ex, doc) => {
    ex.open(200, { 'Content-Type': doc.type, 'Content-Length': doc.body.length });
    ex.response.write(doc.body.subarray(0, doc.body.length >> 1), () =>
      later(ex, 20, () => ex.response.destroy()),
    );
  },
  'wrong-type': (ex, doc) => ok(ex, { ...doc, type: 'text/plain; charset=utf-8' }),
  attachment: (ex, doc) =>
    ok(
      ex,
      { ...doc, type: 'application/octet-stream' },
      { 'Content-Disposition': 'attachment; filename="tcns.json"' },
    ),
  'not-json': (ex, doc) => ok(ex, { ...doc, body: doc.body.subarray(0, doc.body.length >> 1) }),
  huge,
  bom: (ex, doc) => ok(ex, { ...doc, body: Buffer.concat([Buffer.from('\ufeff'), doc.body]) }),
  'wrong-version': (ex, doc) => ok(ex, versioned(doc)),
};

async function behave(ex) {
  const name = ex.behaviour;
  const status = statusOf(name);
  const asProblem = /^([45]\d\d)-problem$/.exec(name);
  if (bare[name]) return bare[name](ex);
  if (status) return ex.fail(status);
  if (asProblem) return problem(ex, Number(asProblem[1]));
  if (!withDocument[name])
    return ex.send(400, { 'Content-Type': 'text/plain' }, `No behaviour is called ${name}\n`);
  const doc = await documentAt(ex.key, ex.path);
  return doc ? withDocument[name](ex, doc) : problem(ex, 404);
}

/** One request and its answer, as the behaviours see them. */
function exchange(request, response, { key, name, behaviour, path, options, otherOrigin }) {
  const entry = {
    n: key.log.length + 1,
    method: request.method,
    path,
    behaviour,
    status: null,
    ended: null,
    time: Date.now(),
    headers: Object.fromEntries(
      logged
        .filter((header) => header in request.headers)
        .map((header) => [header, request.headers[header]]),
    ),
  };
  key.log.push(entry);
  response.on('close', () => {
    entry.ended = response.writableFinished ? 'sent' : 'aborted';
    clearTimeout(ex.timer);
  });
  const ex = {
    request,
    response,
    key,
    name,
    behaviour,
    path,
    options,
    otherOrigin,
    timer: undefined,
    number: (option, otherwise) => Number(options.get(option) ?? otherwise),
    open(status, headers) {
      entry.status = status;
      response.writeHead(status, headers);
    },
    send(status, headers, body) {
      const length = body !== undefined &&
        status !== 304 && { 'Content-Length': Buffer.byteLength(body) };
      ex.open(status, { ...headers, ...length });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
    fail: (status) =>
      fail(ex, status, options.has('after') ? { 'Retry-After': options.get('after') } : {}),
  };
  return ex;
}

async function control(key, keys, name, action, path, request, response, options) {
  const body = await bodyOf(request);
  const done = (value) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(value));
  };
  if (action === 'log') return done(key.log);
  if (action === 'set') {
    key.set.set(path, { body, type: options.get('type') ?? 'application/json; charset=utf-8' });
  } else if (action === 'mode') {
    const { mode, ...rest } = JSON.parse(body.toString());
    key.mode =
      mode === null
        ? undefined
        : {
            behaviour: String(mode),
            options: new URLSearchParams(Object.entries(rest).map(([k, v]) => [k, String(v)])),
          };
  } else {
    keys.delete(name);
  }
  return done({ ok: true });
}

/**
 * Starts it on the loopback and a port of its own choosing.
 * @returns {Promise<{origin: string, otherOrigin: string, close: () => Promise<void>}>}
 */
export async function startApiServer({ port = 0 } = {}) {
  const keys = new Map();
  const origins = [];

  const handle = (i) => async (request, response) => {
    const url = new URL(request.url, origins[i]);
    const [, name, verb, rest] = /^\/t\/([^/]+)\/([^/]+)\/?(.*)$/.exec(url.pathname) ?? [];
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (!name) {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      return response.end('See test/support/api-server.mjs\n');
    }
    const key = keys.get(name) ?? newKey();
    keys.set(name, key);
    const path = decodeURIComponent(rest);
    const isControl =
      (request.method === 'GET' && verb === 'log') ||
      (request.method === 'POST' && ['set', 'mode', 'reset'].includes(verb));
    if (isControl) return control(key, keys, name, verb, path, request, response, url.searchParams);
    const { behaviour, options } = key.mode ?? { behaviour: verb, options: url.searchParams };
    const ex = exchange(request, response, {
      key,
      name,
      behaviour,
      path,
      options,
      otherOrigin: origins[1 - i],
    });
    if (request.method === 'OPTIONS') {
      return ex.send(204, {
        'Access-Control-Allow-Methods': '*',
        'Access-Control-Allow-Headers': '*',
      });
    }
    return behave(ex);
  };

  const servers = [0, 1].map((i) =>
    createServer((request, response) => {
      handle(i)(request, response).catch((error) => {
        console.error(error);
        response.destroy();
      });
    }),
  );
  for (const [i, server] of servers.entries()) {
    await new Promise((ready, refuse) => {
      server.once('error', refuse);
      server.listen(i === 0 ? port : 0, '127.0.0.1', ready);
    });
    server.unref();
    origins.push(`http://127.0.0.1:${server.address().port}`);
  }
  const close = async () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  return { origin: origins[0], otherOrigin: origins[1], close };
}
