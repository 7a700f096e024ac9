/**
 * The demo's server, without dependencies: demo/ at `/`, dist/cdn at `/cdn/`, and the
 * example APIs (demo/api/v1 at `/api/v1/`, the invented ones at `/api/sample/…`) with the
 * headers that docs/api.md asks of a province's own server.
 *
 *   node tools/serve.mjs          port 5173, or PORT
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { answer as answerOembed, discovery, oembed } from '../hosting/oembed.mjs';
import { SAMPLE_ID, sampleText } from './sample/sample-campaign.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The policy under which every demo page works: what an office's own site may send. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types tcns#html tcns#loader tcns#desk',
].join('; ');

/** The page for frames may stand in anybody's page; its APIs are listed in embed.config.json. */
const framePolicy = contentSecurityPolicy
  .replace("; frame-ancestors 'self'", '')
  .replace("form-action 'self'", "form-action 'none'");
/** The embed builder also tries other offices' addresses. */
const builderPolicy = contentSecurityPolicy.replace(
  "connect-src 'self'",
  "connect-src 'self' https: http:",
);

const year = 'public, max-age=31536000, immutable';
const apiCache = 'max-age=300, stale-while-revalidate=86400, stale-if-error=604800';
const teamsCache = 'max-age=60, stale-if-error=3600';

const apiHeaders = (path) => ({
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
  'Cache-Control': path.startsWith('teams/') ? teamsCache : apiCache,
});
/** The invented figures of the demo, each folder an API of its own. */
const samples = ['sample/province/v1/', 'sample/borders/v1/', 'sample/v1/'];

/** @type {{ at: string, folder: (dirs: Dirs) => string, headers: (path: string) => Record<string, string> }[]} */
const mounts = [
  { at: '/api/v1/', folder: (dirs) => dirs.api, headers: apiHeaders },
  ...samples.map((name) => ({
    at: `/api/${name}`,
    folder: (dirs) => resolve(dirs.demo, 'api', name),
    headers: apiHeaders,
  })),
  {
    at: '/cdn/',
    folder: (dirs) => dirs.cdn,
    headers: (path) => ({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      // A folder of a version (0.1.0/) never changes.
      'Cache-Control': /^(\d+\.\d+\.\d+\/|(\d+\/)?chunks\/)/.test(path) ? year : 'no-cache',
      ...(path.endsWith('.html') && { 'Content-Security-Policy': framePolicy }),
    }),
  },
  {
    at: '/',
    folder: (dirs) => dirs.demo,
    headers: (path) => ({
      'Cache-Control': 'no-cache',
      ...(path.endsWith('.html') && {
        'Content-Security-Policy': path.endsWith('builder.html')
          ? builderPolicy
          : contentSecurityPolicy,
      }),
    }),
  },
];

/** Documents that are made when they are asked for; a file of that name serves static hosts. */
const made = {
  [`/api/sample/v1/campaigns/${SAMPLE_ID}.json`]: sampleText,
};
const madeHeaders = { ...apiHeaders(''), 'Cache-Control': 'no-cache' };

/** Path of a file in a folder, or undefined when the request tries to leave it. */
function inside(folder, path) {
  const file = resolve(folder, `.${sep}${path}`);
  return file === folder || file.startsWith(folder + sep) ? file : undefined;
}

const isHidden = (path) => path.split('/').some((part) => part.startsWith('.'));

/** The path that is asked for, decoded; undefined when it is no path at all. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(/^[^?#]*/.exec(url)[0]);
    return path.startsWith('/') && !/[\0\\]/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

const compressors = {
  br: (body) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** The coding to answer in, of those that the request accepts (`br;q=0` refuses). */
function codingFor(accept = '') {
  const accepted = accept
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .filter(([, q = '']) => !/^q=0(\.0*)?$/.test(q))
    .map(([name]) => name);
  return Object.keys(compressors).find((name) => accepted.includes(name));
}

const isText = (type) => /^text\/|json|xml|javascript|svg/.test(type);
const tagOf = (body) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

function matches(header, etag) {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

/** The view of a page that was made for one, as parameters of `embed.html`. */
const viewOf = (page) =>
  /<meta name="tcns-embed" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');

/** Where the oEmbed document of a page is; undefined for pages that have none. */
function discoveryAddress(path, url, site) {
  const [, page] = /^\/cdn\/embed\/([a-z-]+)\.html$/.exec(path) ?? [];
  if (page) return `${site}oembed/${page}.json`;
  if (path !== '/cdn/embed.html' || !url.includes('widget=')) return undefined;
  return `${new URL('/oembed', site).href}?url=${encodeURIComponent(new URL(url, site).href)}`;
}

/** The folder that has a file of the library, once it is built. */
async function folderWhileBuilding({ folder, first, whole }, cdn, name) {
  await first;
  const file = inside(folder, name);
  if (name && file && (await stat(file).catch(() => undefined))?.isFile()) return folder;
  await whole;
  return cdn;
}

/** @typedef {{ demo: string, cdn: string, api: string }} Dirs */
/**
 * A build of `dist/cdn` that is going on: `folder` has what the demo needs once `first` is over, and a file
 * that is not in it is waited for until `whole` is. What `folder` has is served from there to the end,
 * because modules of two builds do not fit together.
 * @typedef {{ folder: string, first: Promise<unknown>, whole: Promise<unknown> }} Building
 */

/**
 * @param {{ root?: string, demo?: string, cdn?: string, api?: string, now?: () => number, building?: Building }} [options]
 *   `root` is the repository; the three folders lie in it unless they are named. `now` is the clock
 *   that the running sample campaign follows. `building` is where `dist/cdn` is still being built.
 */
export function createServer(options = {}) {
  const root = resolve(options.root ?? join(dirname(fileURLToPath(import.meta.url)), '..'));
  const dirs = {
    demo: resolve(root, options.demo ?? 'demo'),
    cdn: resolve(root, options.cdn ?? 'dist/cdn'),
    api: resolve(root, options.api ?? 'demo/api/v1'),
  };
  /** Compressed bodies by entity tag: a document is compressed once. */
  const compressed = new Map();

  async function encode(body, etag, coding, keep) {
    const tag = `${etag.slice(0, -1)}-${coding}"`;
    const known = compressed.get(tag) ?? compressors[coding](body);
    if (keep) compressed.set(tag, known);
    return [await known, tag];
  }

  async function answer(request, response) {
    const path = pathOf(request.url);
    const head = request.method === 'HEAD';
    const common = {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    };
    const isApi = path?.startsWith('/api/') ?? false;

    const send = (status, headers, body) => {
      response.writeHead(status, {
        ...common,
        ...headers,
        ...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }),
      });
      response.end(head ? undefined : body);
    };
    const fail = (status, title, detail, headers = {}) =>
      isApi
        ? send(
            status,
            {
              'Content-Type': 'application/problem+json',
              'Access-Control-Allow-Origin': '*',
              'Cache-Control': 'no-store',
              ...headers,
            },
            JSON.stringify({ type: 'about:blank', title, status, detail, instance: path }),
          )
        : send(
            status,
            {
              'Content-Type': 'text/plain; charset=utf-8',
              'Cache-Control': 'no-store',
              ...headers,
            },
            `${status} ${title}\n${detail}\n`,
          );

    /** 200 with the body, or 304: by its ETag, in the coding that the request accepts. */
    const sendBody = async (body, type, own, keep = true) => {
      const coding =
        isText(type) && body.length > 256
          ? codingFor(request.headers['accept-encoding'])
          : undefined;
      const plainTag = tagOf(body);
      const [sent, etag] = coding ? await encode(body, plainTag, coding, keep) : [body, plainTag];
      const headers = { ...own, ETag: etag, ...(isText(type) && { Vary: 'Accept-Encoding' }) };
      if (matches(request.headers['if-none-match'], etag)) {
        response.writeHead(304, { ...common, ...headers });
        return response.end();
      }
      return send(
        200,
        { ...headers, 'Content-Type': type, ...(coding && { 'Content-Encoding': coding }) },
        sent,
      );
    };

    if (path === undefined) return fail(400, 'Bad Request', 'The address cannot be read.');
    if (request.method === 'OPTIONS' && (isApi || path.startsWith('/cdn/'))) {
      return send(204, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': '*',
        'Access-Control-Max-Age': '86400',
      });
    }
    if (!head && request.method !== 'GET') {
      return fail(405, 'Method Not Allowed', 'These are files: GET or HEAD.', {
        Allow: 'GET, HEAD',
      });
    }

    const site = `http://${request.headers.host ?? 'localhost'}/cdn/`;
    if (path === '/oembed') {
      const { status, headers, body } = answerOembed(request.url, site);
      return send(status, { ...headers, 'Cache-Control': 'no-cache' }, body);
    }
    if (made[path]) {
      const body = Buffer.from(made[path]((options.now ?? Date.now)()));
      // another one every minute: none is worth keeping
      return sendBody(body, types['.json'], madeHeaders, false);
    }
    const mount = mounts.find(({ at }) => path.startsWith(at));
    const name = path.slice(mount.at.length);
    const missing = () => fail(404, 'Not Found', `There is no ${path} here.`);
    const folder =
      mount.at === '/cdn/' && options.building
        ? await folderWhileBuilding(options.building, dirs.cdn, name)
        : mount.folder(dirs);
    const found = isHidden(name) ? undefined : inside(folder, name);
    if (!found) return missing();
    // demo/api lies in demo/: only its own mount, with its own headers, serves it
    if (mount.at === '/' && (found === dirs.api || found.startsWith(dirs.api + sep)))
      return missing();
    const info = await stat(found).catch(() => undefined);
    if (info?.isDirectory() && !path.endsWith('/'))
      return send(301, { Location: `${encodeURI(path).replace(/^\/+/, '/')}/` }, '');
    if (info && path.endsWith('/') && !info.isDirectory()) return missing();
    const file = info?.isDirectory() ? join(found, 'index.html') : found;
    const body = await readFile(file).catch(() => undefined);
    if (body === undefined) {
      // The build writes no address of its own, so the documents of the demo's pages are made here.
      const [, page] = /^\/cdn\/oembed\/([a-z-]+)\.json$/.exec(path) ?? [];
      const view =
        page &&
        viewOf(await readFile(join(dirs.cdn, `embed/${page}.html`), 'utf8').catch(() => ''));
      const document =
        view &&
        oembed(`${site}embed/${page}.html`, { base: site, view: `${site}embed.html?${view}` });
      if (!document) return missing();
      return sendBody(
        Buffer.from(JSON.stringify(document)),
        types['.json'],
        mount.headers(name),
        false,
      );
    }

    // Other sites find the oEmbed document of an address by a link in its page.
    const href = discoveryAddress(path, request.url, site);
    if (href !== undefined && !body.includes('application/json+oembed')) {
      const page = body.toString().replace('</head>', `${discovery(href)}\n  </head>`);
      return sendBody(Buffer.from(page), types['.html'], mount.headers(name), false);
    }

    const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return sendBody(body, type, mount.headers(info?.isDirectory() ? `${name}index.html` : name));
  }

  return createHttpServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end('500 Internal Server Error\n');
    });
  });
}

/** Listens, and says in one sentence what to do when the port is taken. */
export async function listen(server, port) {
  await new Promise((ready, refuse) => {
    server.once('error', (error) =>
      refuse(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken by another program: stop it, or choose another port with PORT=5174 npm start.`,
            )
          : error,
      ),
    );
    server.listen(port, () => ready());
  });
  return server.address().port;
}

/** Serves until Ctrl+C; `building` where `dist/cdn` is still being built. */
export async function main(building) {
  const wanted = Number(process.env.PORT || 5173);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    console.error(`PORT is a number from 0 to 65535, not "${process.env.PORT}".`);
    process.exit(1);
  }
  const server = createServer({ building });
  try {
    const port = await listen(server, wanted);
    console.log(
      `The demo: http://localhost:${port}/    the API: http://localhost:${port}/api/v1/    (Ctrl+C ends)`,
    );
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
