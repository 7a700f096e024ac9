/**
 * oEmbed documents (oembed.com, type `rich`) of addresses of `embed.html`. The build writes those of
 * the demo's widgets, `tools/serve.mjs` answers `/oembed?url=…`; a server of another kind can do the
 * same: docs/embedding.md.
 */

/** Width and height of a frame before it has told its own. */
const SIZES = {
  dashboard: [960, 1600],
  'campaign-tracker': [720, 900],
  'coverage-map': [720, 1000],
  'kpi-card': [360, 260],
  ranking: [600, 480],
  'service-guide': [720, 480],
  stat: [360, 60],
  'team-roster': [720, 640],
  trend: [720, 480],
};

export const TITLES = {
  dashboard: ['Bảng tổng hợp', 'Dashboard'],
  'campaign-tracker': ['Chiến dịch', 'Campaign'],
  'coverage-map': ['Bản đồ', 'Map'],
  'kpi-card': ['Thẻ số liệu', 'Figure'],
  ranking: ['Xếp hạng', 'Ranking'],
  'service-guide': ['Việc tổ giúp người dân', 'What the teams help with'],
  stat: ['Số liệu trong câu', 'Figure in a sentence'],
  'team-roster': ['Danh sách tổ', 'List of teams'],
  trend: ['Diễn biến theo thời gian', 'Figures over time'],
};

/** The demo's widgets, one of each kind. */
export const DEMO_EMBEDS = {
  'kpi-card': 'widget=kpi-card&area=48@2008&indicator=members',
  stat: 'widget=stat&area=vn&indicator=teams&at=2022-08&unit=',
  'coverage-map': 'widget=coverage-map&area=vn@2008&indicator=coverage.commune',
  ranking: 'widget=ranking&area=vn@2008&indicator=members',
  trend: 'widget=trend&area=vn@2025&indicator=teams',
  'campaign-tracker': 'widget=campaign-tracker&campaign=bp-92-ngay-dem',
  'service-guide': 'widget=service-guide&area=468@2008',
  'team-roster': 'widget=team-roster&area=468@2008',
  dashboard: 'widget=dashboard&area=vn@2008&indicator=members',
};

const escape = (text) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const bounded = (wanted, most) => {
  const limit = Number(most);
  return Number.isInteger(limit) && limit > 0 ? Math.min(wanted, limit) : wanted;
};

/**
 * @param {string} url the address that is to be embedded
 * @param {{ base: string, maxwidth?: string | null, maxheight?: string | null }} options
 *   `base` is the folder of `embed.html`
 * @returns {Record<string, string | number> | undefined} nothing for what is no address of ours
 */
export function oembed(url, { base, maxwidth, maxheight }) {
  let address;
  try {
    address = new URL(url);
  } catch {
    return undefined;
  }
  const own = new URL(base);
  if (address.origin !== own.origin || !address.pathname.startsWith(own.pathname)) return undefined;
  const path = address.pathname.slice(own.pathname.length);
  const [, fixed] = /^embed\/([a-z-]+)\.html$/.exec(path) ?? [];
  const widget =
    fixed ?? (path === 'embed.html' ? address.searchParams.get('widget')?.trim() : undefined);
  if (!widget || !Object.prototype.hasOwnProperty.call(SIZES, widget)) return undefined;
  address.hash = '';
  const [width, height] = SIZES[widget];
  const english = address.searchParams.get('lang') === 'en';
  const title = `${TITLES[widget][english ? 1 : 0]}: ${
    english ? 'figures of community digital technology teams' : 'số liệu tổ công nghệ số cộng đồng'
  }`;
  const size = { width: bounded(width, maxwidth), height: bounded(height, maxheight) };
  const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'tcns-widgets',
    provider_url: own.href,
    cache_age: 86400,
    ...size,
    html: `<iframe src="${escape(address.href)}" width="${size.width}" height="${size.height}" title="${escape(title)}" loading="lazy" sandbox="${sandbox}" style="border:0;max-width:100%"></iframe>`,
  };
}

/** The link by which other sites find the document. */
export const discovery = (href) =>
  `<link rel="alternate" type="application/json+oembed" href="${escape(href)}" title="oEmbed" />`;
