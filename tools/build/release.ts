/**
 * What the build adds to the scripts: the page for frames, the oEmbed documents of the demo's
 * widgets, the list of attributes for the embed builder, the folders of the version, `manifest.json`
 * with sizes and SRI hashes, and the zip for offices that host the files themselves.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { zipSync } from 'fflate';
import { elementList } from '../generate/make-attributes.ts';
import { discovery, oembed } from '../../src/api/oembed.ts';

/** The demo's widgets, one of each kind, as parameters of `embed.html`. */
const DEMO_EMBEDS: Readonly<Record<string, string>> = {
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

/** The files of the maintainer's tools, which no page of a portal needs. */
const isTool = (file: string): boolean =>
  /^(desk|desk-worker|builder)\.js$|^elements\.json$|^embed\//.test(file) ||
  file.startsWith('oembed/');
/** The settings of a site, which no version has. */
const SETTINGS = 'embed.config.json';
/** Folders of a version: `0.1.0/`, `0/`. */
export const isVersioned = (file: string): boolean => /^\d+(\.\d+)*\//.test(file);

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const sri = (bytes: Uint8Array): string =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * The page for frames, and one of the demo's own for each widget. Its oEmbed document holds whole addresses, so it
 * is written only where the build is told at which address the folder will stand.
 */
export function writePages(out: string, pages: string, site: string | undefined): void {
  for (const file of ['embed.html', 'embed.css', 'embed.config.json'])
    cpSync(join(pages, file), join(out, file));
  const page = readFileSync(join(pages, 'embed.html'), 'utf8');
  for (const [name, query] of Object.entries(DEMO_EMBEDS)) {
    const meta = `<meta name="tcns-embed" content="${query.replaceAll('&', '&amp;')}" />`;
    let link = '';
    if (site !== undefined) {
      const view = `${site}embed.html?${query}`;
      write(
        out,
        `oembed/${name}.json`,
        json(oembed(`${site}embed/${name}.html`, { base: site, view })),
      );
      link = `\n    ${discovery(`${site}oembed/${name}.json`)}`;
    }
    const head = `${meta}${link}\n  </head>`;
    write(
      out,
      `embed/${name}.html`,
      page
        .replace(/(href|src)="(embed\.css|tcns\.js|embed\.js)"/g, '$1="../$2"')
        .replace('</head>', head),
    );
  }
}

/** Files with their sizes and hashes, and those that the first picture of each widget needs. */
function manifestOf(
  out: string,
  version: string,
  loads: Readonly<Record<string, readonly string[]>>,
): string {
  const files = filesOf(out).filter((file) => !isVersioned(file) && !/\.zip$/.test(file));
  const entries = files.map((file) => {
    const bytes = readFileSync(join(out, file));
    // The worker of the desk is a megabyte that no page asks for.
    const quality = bytes.length > 400_000 ? 9 : 11;
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality },
    }).length;
    return [file, { size: bytes.length, brotli, integrity: sri(bytes) }] as const;
  });
  return json({
    version,
    major: version.split('.')[0],
    files: Object.fromEntries(entries),
    loads,
  });
}

/** `0.1.0/` never changes; `0/` is always the newest of its major version. */
function writeVersions(out: string, version: string): void {
  const files = filesOf(out).filter((file) => !isTool(file) && file !== SETTINGS);
  for (const folder of [version, version.split('.')[0] ?? version]) {
    for (const file of files) {
      mkdirSync(dirname(join(out, folder, file)), { recursive: true });
      cpSync(join(out, file), join(out, folder, file));
    }
  }
}

/** The loader at the address that pages name: it asks for the files of its own version only. */
export function loaderOf(code: string, version: string): string {
  const parts = code.split('new URL(".",');
  if (parts.length !== 2) throw new Error('build: the loader names its folder another way');
  return parts.join(`new URL("${version}/",`);
}

/** The embed builder's page as a file of a release, for offices that have no Node. */
function builderPage(demo: string): Record<string, string> {
  const read = (file: string): string => readFileSync(join(demo, file), 'utf8');
  const page = read('builder.html')
    .replace(/<p>Trang trình diễn[^<]*<\/p>/, '<p>tcns-widgets</p>')
    .replace('aria-label="Trang trình diễn"', 'aria-label="tcns-widgets"')
    .replace(/<a href="(index|en\/builder)\.html"[^>]*>[^<]*<\/a\s*>/g, '')
    .replace(/<option value="\/api\/[^>]*><\/option>/g, '')
    .replace(/(<span id="b-api-hint"[^>]*>)[^<]*/, '$1Địa chỉ API của cơ quan')
    .replace(/(href|src)="assets\//g, '$1="tao-ma-nhung/')
    .replace(/src="\/cdn\//g, 'src="');
  if (/\/cdn\/|\/api\/|assets\/|index\.html/.test(page))
    throw new Error('build: the builder’s page still names addresses of the demo');
  return {
    'tao-ma-nhung.html': page,
    ...Object.fromEntries(
      ['demo.js', 'demo.css', 'index.css', 'builder.css', 'icon.svg'].map((file) => [
        `tao-ma-nhung/${file}`,
        read(`assets/${file}`),
      ]),
    ),
  };
}

/**
 * The files of a release, by their path. They are copied over those of an earlier one: a version lies in a folder
 * of its own, what stands beside it has addresses that stay, and nothing is named as data or settings are.
 */
export function releaseFiles(
  out: string,
  options: { readonly version: string; readonly guide: string; readonly demo: string },
): Record<string, Uint8Array> {
  const { version, guide, demo } = options;
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const read = (file: string): string => readFileSync(join(out, file), 'utf8');
  const hash = sri(readFileSync(join(out, 'tcns-all.js')));
  const text = guide.replaceAll('{{version}}', version).replaceAll('{{integrity}}', hash);
  const own = filesOf(out).filter(
    (file) => file.startsWith(`${version}/`) || file === 'builder.js' || file === 'elements.json',
  );
  return {
    'HUONG-DAN.html': bytes(text),
    'tcns/embed.config.mau.json': bytes(read(SETTINGS)),
    'tcns/embed.html': bytes(
      read('embed.html').replace(
        /(href|src)="(embed\.css|tcns\.js|embed\.js)"/g,
        `$1="${version}/$2"`,
      ),
    ),
    // Pages of one view name these two.
    'tcns/embed.css': bytes(read('embed.css')),
    'tcns/embed.js': bytes(read('embed.js')),
    'tcns/manifest.json': bytes(read('manifest.json')),
    'tcns/tcns.js': bytes(loaderOf(read('tcns.js'), version)),
    ...Object.fromEntries(
      own.map((file) => [
        `tcns/${file.startsWith(`${version}/`) ? file : `${version}/${file}`}`,
        new Uint8Array(readFileSync(join(out, file))),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(builderPage(demo)).map(([file, content]) => [
        `tcns/${version}/${file}`,
        bytes(content),
      ]),
    ),
  };
}

/** Everything that an office needs, with a page that says how. The same files give the same bytes. */
function writeZip(out: string, version: string, guide: string): void {
  const files = releaseFiles(out, { version, guide, demo: 'demo' });
  const zip = zipSync(files, { level: 9, mtime: new Date('2026-01-01T00:00:00Z') });
  writeFileSync(join(out, `tcns-${version}.zip`), zip);
}

/**
 * @param options - `site` is the address at which the folder will stand, with its slash, because oEmbed documents need
 *   whole addresses: without it none is written; `loads` names the modules that each widget imports at once
 */
export async function release(
  out: string,
  options: {
    readonly pages: string;
    readonly version: string;
    readonly site: string | undefined;
    readonly loads: Readonly<Record<string, readonly string[]>>;
  },
): Promise<void> {
  const { pages, version, site, loads } = options;
  writePages(out, pages, site);
  write(out, 'elements.json', json(await elementList()));
  const guide = readFileSync(join(pages, 'huong-dan.html'), 'utf8');
  write(out, 'manifest.json', manifestOf(out, version, loads));
  writeVersions(out, version);
  writeZip(out, version, guide);
}
