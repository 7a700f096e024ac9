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

/**
 * What to answer to a request.
 *
 * @param {string} url the request's path with its query: `/oembed?url=…&maxwidth=600`
 * @param {string} base the folder of `embed.html`: `https://your.host/tcns/`
 * @returns {{ status: number, headers: Record<string, string>, body: string }}
 */
export function answer(url, base) {
  const { searchParams } = new URL(url, base);
  const refuse = (status, reason) => ({
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
    },
    body: `${status} ${reason}\n`,
  });
  if ((searchParams.get('format') ?? 'json') !== 'json')
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
      'Content-Type': 'application/json; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
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
    let sent = { status: 405, headers: { Allow: 'GET, HEAD' }, body: '' };
    try {
      if (isRead) sent = answer(request.url ?? '/', BASE);
    } catch {
      sent = { status: 400, headers: {}, body: '400 Bad Request\n' };
    }
    response.writeHead(sent.status, sent.headers);
    response.end(request.method === 'HEAD' ? undefined : sent.body);
  });
  server.listen(Number(PORT), '127.0.0.1', () => {
    console.log(`oEmbed: http://127.0.0.1:${server.address().port}/oembed?url=…`);
  });
}
