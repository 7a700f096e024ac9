/* global oembed -- stands below it in hosting/oembed.mjs */
/**
 * Answers `GET /oembed?url=…` (oembed.com) for every view of `embed.html`. Needs Node 18 or later and nothing else:
 *
 *   BASE=https://your.host/tcns/ PORT=8090 node oembed.mjs
 *
 * `BASE` is the folder of `embed.html`. Pass `/oembed` on to it (`location = /oembed { proxy_pass … }` in nginx,
 * `ProxyPass` in Apache), or import `answer` into a program of your own.
 */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const COMMON = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' };
const refuse = (status, reason, more = {}) => ({
  status,
  headers: {
    ...COMMON,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...more,
  },
  body: `${status} ${reason}\n`,
});

/**
 * What to answer to a request.
 *
 * @param {string} url the request's path with its query: `/oembed?url=…&maxwidth=600`
 * @param {string} base the folder of `embed.html`: `https://your.host/tcns/`
 * @returns {{ status: number, headers: Record<string, string>, body: string }}
 */
export function answer(url, base) {
  const searchParams = new URLSearchParams(/\?[^#]*/.exec(url)?.[0] ?? '');
  if (!['', 'json'].includes(searchParams.get('format') ?? ''))
    return refuse(501, 'Not Implemented: JSON only');
  const found = oembed(searchParams.get('url') ?? '', {
    base,
    maxwidth: searchParams.get('maxwidth'),
    maxheight: searchParams.get('maxheight'),
  });
  if (!found) return refuse(404, 'Not Found: this is no address of a widget');
  return {
    status: 200,
    headers: {
      ...COMMON,
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
    body: JSON.stringify(found),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { BASE, PORT = '8090' } = process.env;
  if (!BASE || !/^https?:\/\/[^?#]+\/$/.test(BASE)) {
    console.error('BASE is the folder of embed.html, with its slash: https://your.host/tcns/');
    process.exit(2);
  }
  const server = createServer((request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    // The address as it was sent: Node takes its bytes for Latin-1.
    const url = Buffer.from(request.url ?? '/', 'latin1').toString();
    const sent = isRead
      ? answer(url, BASE)
      : refuse(405, 'Method Not Allowed', { Allow: 'GET, HEAD' });
    response.writeHead(sent.status, sent.headers);
    response.end(request.method === 'HEAD' ? undefined : sent.body);
  });
  server.listen(Number(PORT), '127.0.0.1', () => {
    console.log(`oEmbed: http://127.0.0.1:${server.address().port}/oembed?url=…`);
  });
}
