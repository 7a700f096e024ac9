// Made by tools/generate/make-oembed.ts from src/api/oembed.ts: change it there.
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

/** By the name of the widget. */
export const FRAMES = {
  'campaign-tracker': {
    width: 720,
    heights: [
      [0, 2140],
      [500, 1840],
      [600, 1570],
      [960, 980],
    ],
  },
  'coverage-map': {
    width: 720,
    heights: [
      [0, 1170],
      [500, 1160],
      [600, 1280],
      [720, 860],
    ],
  },
  dashboard: {
    width: 960,
    heights: [
      [0, 2760],
      [720, 2430],
    ],
  },
  'kpi-card': {
    width: 360,
    heights: [
      [0, 290],
      [320, 262],
      [500, 241],
    ],
  },
  ranking: {
    width: 600,
    heights: [
      [0, 630],
      [420, 520],
    ],
  },
  'service-guide': {
    width: 720,
    heights: [
      [0, 1790],
      [500, 1470],
      [600, 1100],
    ],
  },
  stat: {
    width: 360,
    heights: [[0, 60]],
  },
  'team-roster': {
    width: 720,
    heights: [
      [0, 1320],
      [500, 1060],
    ],
  },
  trend: {
    width: 720,
    heights: [
      [0, 560],
      [420, 510],
    ],
  },
};
/** By the name of the widget. */
export const TITLES = {
  'campaign-tracker': ['Chiến dịch', 'Campaign'],
  'coverage-map': ['Bản đồ', 'Map'],
  dashboard: ['Bảng tổng hợp', 'Dashboard'],
  'kpi-card': ['Thẻ số liệu', 'Figure'],
  ranking: ['Xếp hạng', 'Ranking'],
  'service-guide': ['Nội dung hướng dẫn người dân', 'What the teams help with'],
  stat: ['Số liệu trong câu', 'Figure in a sentence'],
  'team-roster': ['Danh sách tổ', 'List of teams'],
  trend: ['Diễn biến theo thời gian', 'Figures over time'],
};
/** px: in less room than this not even the shortest form of a widget can be read: the answer is a link. */
export const LEAST = {
  width: 160,
  height: 56,
};
/** What a frame may do: it has no origin, because `allow-same-origin` is not there. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';
const written = (text) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** px: a limit as the consumer sends it, also `500px` and `500.5`. */
function limitOf(most) {
  const [, digits = '0'] = /^[\0- ]*\+?0*(\d{1,6})(\.\d*)?(px)?[\0- ]*$/i.exec(most ?? '') ?? [];
  return Number(digits) > 0 ? Number(digits) : Infinity;
}
/** Text of an address in which every character that has no place there is a percent code. */
const encoded = (text) =>
  text.replace(/[^!#-&(-;=?-~]/gu, (character) =>
    character === "'" ? '%27' : encodeURIComponent(character),
  );
/** The parts of an address, taken apart by expressions that PHP has too, because all answers are to be the same. */
function addressOf(url) {
  const text = url.replace(/^[\0- ]+|[\0- ]+$/g, '').replace(/&amp;/g, '&');
  const parts =
    /^(https?):\/\/(\[[\da-f:.]+\]|[^/?#@:\\\0- ]+)(?::(\d{1,5}))?(\/[^?#\\\0- ]*)(?:\?([^#]*))?(?:#[^]*)?$/i.exec(
      text,
    );
  // A percent code that is no UTF-8 has been decoded to U+FFFD.
  if (!parts || /[\uFFFD\p{Cs}]/u.test(text)) return undefined;
  const [, scheme = '', host = '', port = '', path = '', query = ''] = parts;
  const origin = `${scheme}://${host}`.toLowerCase();
  const isUsual = port === '' || port === (/^https$/i.test(scheme) ? '443' : '80');
  return {
    origin: isUsual ? origin : `${origin}:${port}`,
    path: encoded(path),
    query: encoded(query),
  };
}
const hrefOf = ({ origin, path, query }) => `${origin}${path}${query ? `?${query}` : ''}`;
/** The widget that an address of `embed.html` in this folder (or in that of a version) asks for. */
function widgetAt({ origin, path, query }, base) {
  if (origin !== base.origin || !path.startsWith(base.path)) return undefined;
  if (!/^(\d+(\.\d+)*\/)?embed\.html$/.test(path.slice(base.path.length))) return undefined;
  // The name is corrected in the same way as `embed.html` itself corrects it.
  const name = (new URLSearchParams(query).get('widget') ?? '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/^[\0- ]+|[\0- ]+$/g, '')
    .replace(/^tcns-/, '')
    .replace(/[\0- _]+/g, '-');
  return Object.prototype.hasOwnProperty.call(FRAMES, name) ? name : undefined;
}
/**
 * The oEmbed document of an address.
 *
 * @param url - the address that is to be embedded
 * @returns nothing for what is no address of a widget below `base`
 */
export function oembed(url, options) {
  const { base, maxwidth, maxheight, sentence, view = url } = options;
  const folder = addressOf(base);
  const page = addressOf(url);
  const shown = addressOf(view);
  const widget = shown && folder && widgetAt(shown, folder);
  const frame = widget === undefined ? undefined : FRAMES[widget];
  if (!folder || !page || !shown || !frame || page.origin !== folder.origin) return undefined;
  const params = new URLSearchParams(shown.query);
  const english = /^en\b/i.test(params.get('lang') ?? '');
  const [vi, en] = TITLES[widget ?? ''] ?? ['', ''];
  const title =
    sentence ??
    (english
      ? `${en}: figures of community digital technology teams`
      : `${vi}: số liệu tổ công nghệ số cộng đồng`);
  const common = {
    version: '1.0',
    title,
    provider_name: 'tcns-widgets',
    provider_url: hrefOf(folder),
    cache_age: 86400,
  };
  const most = {
    width: limitOf(maxwidth),
    height: limitOf(maxheight),
  };
  if (most.width < LEAST.width || most.height < LEAST.height)
    return {
      ...common,
      type: 'link',
    };
  const width = Math.min(frame.width, most.width);
  const longest = frame.heights.reduce(
    (last, [from, height]) => (from <= width ? height : last),
    0,
  );
  const height = Math.min(longest, most.height);
  // The page draws the longest form that fits whole into its frame.
  const source = params.has('fit') ? hrefOf(shown) : `${hrefOf(shown)}&fit=1`;
  // WordPress shows a quote without attributes until the frame has said its height; `tcns.js` leaves the link a link.
  const quote = `<blockquote><a href="${written(hrefOf(page))}" data-no-embed>${written(title)}</a></blockquote>`;
  const tag = `<iframe src="${written(source)}" width="${width}" height="${height}" title="${written(title.slice(0, 160))}" loading="lazy" frameborder="0" sandbox="${SANDBOX}" style="border:0;max-width:100%"></iframe>`;
  return {
    ...common,
    type: 'rich',
    width,
    height,
    html: `${quote}\n${tag}`,
  };
}
/** The link in a page's `<head>` by which other sites find the document. */
export const discovery = (href) =>
  `<link rel="alternate" type="application/json+oembed" href="${written(href)}" title="oEmbed" />`;
/** The two files of a view for a static host, by their path in the folder of `embed.html`. */
export function viewFiles({ base, view, name, sentence }) {
  const address = `${base}embed/${name}.html`;
  const doc = oembed(address, {
    base,
    view,
    sentence,
  });
  if (!doc) throw new Error(`${view} is no address of a widget below ${base}`);
  const { search, searchParams } = new URL(view);
  const english = /^en\b/i.test(searchParams.get('lang') ?? '');
  const page = `<!doctype html>
<html lang="${english ? 'en' : 'vi'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>${written(sentence)}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="../embed.css" />
    <meta name="tcns-embed" content="${written(search.slice(1))}" />
    ${discovery(`${base}oembed/${name}.json`)}
    <script src="../tcns.js"><\/script>
    <script src="../embed.js" defer><\/script>
  </head>
  <body>
    <main id="main"><p class="message">${written(sentence)} <a href="${written(view)}" data-no-embed target="_blank" rel="noopener">${english ? 'Live figures' : 'Xem số liệu trực tiếp'}</a></p>
    <p class="message">${english ? 'If the link does not open, open this address in a new tab:' : 'Liên kết không mở được thì mở địa chỉ này trong thẻ mới:'} ${written(address)}</p></main>
  </body>
</html>
`;
  return {
    [`embed/${name}.html`]: page,
    [`oembed/${name}.json`]: `${JSON.stringify(doc, null, 2)}\n`,
  };
}
