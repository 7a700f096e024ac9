/**
 * The server of the bench: folders and made-up files, compressed once, with the cache headers that
 * docs/hosting.md asks for; by HTTP/2 where it is given a certificate.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Milliseconds without a further request after which a page has asked for all that it can. */
const QUIET = 500;

/**
 * Serves until `close()`.
 *
 * @param folders - what is served at which path: `{ '/cdn/': '/…/dist/cdn' }`
 * @param files - texts by path, or functions that make them
 * @param certificate - `{ key, cert }` in PEM for HTTP/2; without one it is HTTP/1.1, of which a
 *   browser opens six connections
 */
export async function serve({ folders, files = new Map(), certificate }) {
  const ready = new Map();
  /** While a chain is counted: the answers that wait. */
  let waiting;

  async function contentOf(path) {
    if (files.has(path)) {
      const made = files.get(path);
      return typeof made === 'function' ? await made() : made;
    }
    const mount = Object.keys(folders).find((at) => path.startsWith(at));
    const file = mount && join(folders[mount], path.slice(mount.length));
    if (!file || path.includes('..') || !existsSync(file) || !statSync(file).isFile()) return;
    return readFileSync(file);
  }

  async function answerFor(path) {
    if (!ready.has(path)) {
      const content = await contentOf(path);
      ready.set(path, content === undefined ? undefined : brotliCompressSync(content));
    }
    return ready.get(path);
  }

  function send(response, path, body) {
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? TYPES['.html'],
      'Content-Encoding': 'br',
      'Content-Length': body.length,
      'Cache-Control': path.includes('/chunks/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=300',
      Vary: 'Accept-Encoding',
    });
    return response.end(body);
  }

  async function handle(request, response) {
    const path = decodeURIComponent(new URL(request.url, 'http://bench').pathname);
    if (waiting) waiting.push({ path, response, since: performance.now() });
    else send(response, path, await answerFor(path));
  }

  const server = certificate
    ? createSecureServer({ ...certificate, allowHTTP1: true }, handle)
    : createServer(handle);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));

  return {
    origin: `${certificate ? 'https' : 'http'}://localhost:${server.address().port}`,
    close: () => server.close(),
    /**
     * Answers in waves: all that a page has asked for goes out at once, as soon as it asks for no
     * more. What waits for something else comes in a later wave, however fast the machine is.
     *
     * @param isDone - true once nothing more is waited for
     * @returns the paths and bytes of each wave
     */
    async waves(isDone) {
      waiting = [];
      const waves = [];
      try {
        while (!isDone()) {
          await new Promise((next) => setTimeout(next, 20));
          const newest = Math.max(...waiting.map(({ since }) => since));
          if (waiting.length === 0 || performance.now() - newest < QUIET) continue;
          const wave = waiting.splice(0);
          const bodies = await Promise.all(wave.map(({ path }) => answerFor(path)));
          waves.push(wave.map(({ path }, i) => ({ path, bytes: bodies[i]?.length ?? 0 })));
          wave.forEach(({ response, path }, i) => send(response, path, bodies[i]));
        }
        return waves;
      } finally {
        const rest = waiting;
        waiting = undefined;
        for (const { response, path } of rest) send(response, path, await answerFor(path));
      }
    },
  };
}
