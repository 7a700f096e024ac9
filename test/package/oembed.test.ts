/** oEmbed: one answer, whoever gives it, and pages for hosts where no program runs. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { WIDGETS } from '../../src/api/widget-catalogue.js';
import { oembed, viewFiles, type OembedDocument } from '../../src/api/oembed.js';
import {
  OEMBED_FILE,
  OEMBED_PHP,
  oembedHandler,
  oembedPhp,
} from '../../tools/generate/make-oembed.js';
import { kitWidgets } from '../../tools/kits/kit-model.js';
import { writeFolder } from '../../tools/kits/files.js';
import { wordpressText } from '../../tools/kits/wordpress.js';
import { writePages } from '../../tools/build/release.js';

const BASE = 'https://office.example/tcns/';
const view = (query: string): string => `${BASE}embed.html?${query}`;

type Room = Readonly<Record<string, string>>;

/** Requests, and what is asked for in each. */
const ROOMS: readonly Room[] = [
  {},
  { maxwidth: '500', maxheight: '750' },
  { maxwidth: '320' },
  { maxheight: '60' },
];
/** Limits as consumers may send them, and the px that each of them means. */
const LIMITS: Readonly<Record<string, number>> = {
  '': Infinity,
  '0': Infinity,
  '-1': Infinity,
  '-500': Infinity,
  '0.5': Infinity,
  NaN: Infinity,
  x: Infinity,
  '5e2': Infinity,
  '1e3': Infinity,
  '5 00': Infinity,
  '٥٠٠': Infinity,
  '1': 1,
  '55': 55,
  '56': 56,
  '159': 159,
  '160': 160,
  '0500': 500,
  ' 500 ': 500,
  '500\n': 500,
  '+500': 500,
  '500.9': 500,
  '500px': 500,
  '500PX': 500,
  '999999': 999_999,
  ['9'.repeat(30)]: Infinity,
};
const ASKED: readonly (readonly [url: string, more?: Room])[] = [
  ...WIDGETS.flatMap((widget) =>
    ROOMS.map((more) => [view(`widget=${widget}&area=48@2008`), more] as const),
  ),
  [view('widget=kpi-card&area=48@2008&indicator=members&lang=en#x')],
  [view('area=48%402008&widget=%20KPI-Card%20&fit=1')],
  [`${BASE}0.1.0/embed.html?widget=stat&area=vn`],
  [view('widget=stat&area=vn'), { maxwidth: '100' }],
  [view('widget=stat&area=vn'), { maxheight: '20' }],
  ...Object.keys(LIMITS).flatMap((limit) =>
    [['maxwidth'], ['maxheight'], ['maxwidth', 'maxheight']].map((names) => {
      const more = Object.fromEntries(names.map((name) => [name, limit]));
      return [view('widget=coverage-map&area=vn'), more] as const;
    }),
  ),
  // As a browser, an editor or a clerk may write the same address.
  ['HTTPS://OFFICE.example:443/tcns/embed.html?widget=stat&area=vn'],
  [` ${view('widget=stat&area=vn')}\n`],
  [view('widget=stat&amp;area=vn&amp;lang=en')],
  [view('widget=tcns-KPI_card&area=48@2008')],
  [view('widget=stat&area=Đà Nẵng&mark="Tổ" <b>')],
  [view("widget=stat&area=vn&mark='x'|{}`^")],
  [view('widget=stat&widget=trend&area=vn&fit&lang=en-GB&lang=vi')],
  [view('widget=stat&area=%FF&lang=en%FF#?widget=trend')],
  [view('widget=stat&&=&area')],
];

/** Addresses of nobody's view. */
const REFUSED = [
  '',
  'x',
  BASE,
  view(''),
  view('widget=nothing'),
  view('widget=toString'),
  view('widget[]=stat'),
  'https://office.example/embed.html?widget=stat',
  'https://office.example.evil.example/tcns/embed.html?widget=stat',
  'https://evil.example/tcns/embed.html?widget=stat',
  'javascript:alert(1)//https://office.example/tcns/embed.html?widget=stat',
  'http://office.example/tcns/embed.html?widget=stat',
  'ftp://office.example/tcns/embed.html?widget=stat',
  '//office.example/tcns/embed.html?widget=stat',
  'https://office.example:8443/tcns/embed.html?widget=stat',
  'https://office.example:444443/tcns/embed.html?widget=stat',
  'https://office.example@evil.example/tcns/embed.html?widget=stat',
  'https://evil.example@office.example/tcns/embed.html?widget=stat',
  'https://user:word@office.example/tcns/embed.html?widget=stat',
  'https://evil.example\\@office.example/tcns/embed.html?widget=stat',
  'https://office.example\\tcns\\embed.html?widget=stat',
  'https://office.example/tcns/../tcns/embed.html?widget=stat',
  'https://office.example/tcns/x/%2e%2e/embed.html?widget=stat',
  'https://office.example/tcns/%65mbed.html?widget=stat',
  'https://office.example/TCNS/embed.html?widget=stat',
  'https://office.example/tcns/embed.html/?widget=stat',
  'https://office.example/tcns/embed.html#?widget=stat',
  encodeURIComponent(view('widget=stat')),
  view('widget=ran\u212Aing'),
  view('widget=\u00A0stat'),
  view('widget=stat\u0000'.replace('stat', 'st\u0000at')),
  view('widget=stat&area=\uFFFD'),
  view('wid%00get=stat'),
  view('widget =stat'),
];

/** Requests that are not made of parameters alone, with the status of their answers. */
const RAW: readonly (readonly [query: string, status: number])[] = [
  ['', 404],
  ['?url', 404],
  ['?url[]=x', 404],
  ['?format=xml&url=x', 501],
  ['?format=XML', 501],
  ['?format=JSON', 501],
  [`?format=&url=${encodeURIComponent(view('widget=stat'))}`, 200],
  [`?format=json&url=${encodeURIComponent(view('widget=stat'))}&url=x&format=xml`, 200],
  [`?url=${encodeURIComponent(view('widget=stat&area='))}%FF`, 404],
  [`?url=${view('widget=stat')}&maxwidth=200&maxwidth=900`, 200],
  [`?url=${view('widget=stat&area=').replaceAll('&', '%26')}%C4%90%C3%A0`, 200],
];

const requestOf = (url: string, more: Readonly<Record<string, string>> = {}): string =>
  `?${new URLSearchParams({ url, ...more }).toString()}`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** What a program says once it answers. */
const said = (child: ChildProcess, words: RegExp): Promise<string> =>
  new Promise((ready, fail) => {
    let text = '';
    const hear = (data: Buffer): void => {
      text += data.toString();
      const [found] = words.exec(text) ?? [];
      if (found !== undefined) ready(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', fail);
    child.on('exit', () => fail(new Error(`it ended: ${text}`)));
  });

describe('an oEmbed answer', () => {
  it('keeps within the room that the consumer has, with a frame that fits the view into it', () => {
    for (const [url, more = {}] of ASKED) {
      const found = oembed(url, { base: BASE, ...more });
      assert.ok(found, url);
      const { type, width, height, html } = found;
      const limit = (value = '') => LIMITS[value] ?? Number(value);
      if (type === 'link') {
        assert.equal(html, undefined);
        continue;
      }
      assert.ok(Number(width) <= limit(more['maxwidth']), `${url} ${width}`);
      assert.ok(Number(height) <= limit(more['maxheight']), `${url} ${height}`);
      // WordPress takes a quote without attributes and a frame, and keeps `frameborder` but no style.
      assert.match(
        String(html),
        /^<blockquote><a href="[^"]+" data-no-embed>[^<]+<\/a><\/blockquote>\n<iframe src="[^"]+[?;]fit(=1)?[&"][^>]* frameborder="0"[^>]*><\/iframe>$/,
      );
    }
  });

  it('is refused to every address that is no view of the folder', () => {
    for (const url of REFUSED) assert.equal(oembed(url, { base: BASE }), undefined, url);
  });

  it('is that of the file for Node, which is made of it', async () => {
    assert.equal(
      readFileSync(OEMBED_FILE, 'utf8').replaceAll('\r\n', '\n'),
      await oembedHandler(),
      'run npx tsx tools/generate/make-oembed.ts',
    );
    const { answer } = (await import(OEMBED_FILE)) as {
      answer: (url: string, base: string) => { status: number; body: string };
    };
    for (const [url, more] of ASKED) {
      const { status, body } = answer(`/oembed${requestOf(url, more)}`, BASE);
      assert.equal(status, 200, url);
      assert.deepEqual(JSON.parse(body), oembed(url, { base: BASE, ...more }));
    }
    for (const url of REFUSED)
      assert.equal(answer(`/oembed${requestOf(url)}`, BASE).status, 404, url);
    for (const [query, status] of RAW)
      assert.equal(answer(`/oembed${query}`, BASE).status, status, query);
  });

  it('is that of the program for Node, started as an office starts it', async (t) => {
    const child = spawn(process.execPath, [OEMBED_FILE], {
      env: { ...process.env, BASE, PORT: '0' },
    });
    t.after(() => child.kill());
    const address = await said(child, /http:\S+\/oembed\b/);
    const [[url = '']] = ASKED as [[string]];
    const answer = await fetch(`${address}${requestOf(url)}`);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.deepEqual(await answer.json(), oembed(url, { base: BASE }));
    assert.equal((await fetch(address, { method: 'POST' })).status, 405);
    assert.equal((await fetch(`${address}${requestOf(url)}`, { method: 'HEAD' })).status, 200);
  });

  it('is that of the file for PHP', async (t) => {
    assert.equal(
      readFileSync(OEMBED_PHP, 'utf8').replaceAll('\r\n', '\n'),
      oembedPhp(),
      'run npx tsx tools/generate/make-oembed.ts',
    );
    if (spawnSync('php', ['-v']).status !== 0) return t.skip('PHP is not to be had here');
    const port = await freePort();
    const child = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', 'hosting'], {
      env: { ...process.env, TCNS_BASE: BASE },
    });
    t.after(() => child.kill());
    await said(child, /started/);
    const address = `http://127.0.0.1:${port}/oembed.php`;
    for (const [url, more] of ASKED) {
      const answer = await fetch(`${address}${requestOf(url, more)}`);
      assert.equal(answer.status, 200, url);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      const expected = oembed(url, { base: BASE, ...more });
      assert.deepEqual((await answer.json()) as OembedDocument, expected, url);
    }
    for (const url of REFUSED)
      assert.equal((await fetch(`${address}${requestOf(url)}`)).status, 404, url);
    const { answer: own } = (await import(OEMBED_FILE)) as {
      answer: (url: string, base: string) => { status: number; body: string };
    };
    for (const [query, status] of RAW) {
      const answer = await fetch(`${address}${query}`);
      assert.equal(answer.status, status, query);
      assert.equal(await answer.text(), own(`/oembed${query}`, BASE).body, query);
    }
    assert.equal((await fetch(address, { method: 'POST' })).status, 405);
    const escaped = `${address}${requestOf(view('widget=stat&area="><script>'))}`;
    assert.doesNotMatch(await (await fetch(escaped)).text(), /<script/);
  });
});

/** As much of WordPress as the plugin's answer calls. */
const WORDPRESS = `<?php
define( 'ABSPATH', __DIR__ );
define( 'TCNS_WIDGETS_DIR', __DIR__ . '/' );
function add_action() {}
function add_filter() {}
function __( $text ) { return $text; }
function home_url( $path ) { return 'https://office.example' . $path; }
function get_bloginfo() { return 'Office'; }
function wp_parse_url( $url, $part ) { return parse_url( $url, $part ); }
function wp_parse_str( $text, &$result ) { parse_str( $text, $result ); }
function wp_check_invalid_utf8( $text ) { return $text; }
function esc_url( $url ) { return str_replace( '&', '&#038;', $url ); }
function esc_attr( $text ) { return htmlspecialchars( $text ); }
function esc_html( $text ) { return htmlspecialchars( $text ); }
function add_query_arg( $given, $value, $url = '' ) {
	list( $more, $url ) = is_array( $given ) ? array( $given, $value ) : array( array( $given => $value ), $url );
	foreach ( $more as $name => $text ) {
		$url .= ( strpos( $url, '?' ) ? '&' : '?' ) . $name . '=' . $text;
	}
	return $url;
}
class WP_Error {}
require 'includes/render.php';
require 'includes/embed.php';
$answers = array();
foreach ( json_decode( file_get_contents( 'asked.json' ), true ) as $asked ) {
	$answers[] = tcns_widgets_oembed( $asked + array( 'maxwidth' => '', 'maxheight' => '', 'format' => 'json' ) );
}
echo json_encode( $answers );
`;

describe('the oEmbed answer of the WordPress plugin', () => {
  it('has the type, the size and the rights of the library’s own answer in every room', async (t) => {
    if (spawnSync('php', ['-v']).status !== 0) return t.skip('PHP is not to be had here');
    const folder = mkdtempSync(join(tmpdir(), 'tcns-wordpress-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    writeFolder(folder, await wordpressText(await kitWidgets(), process.cwd(), '1.0.0'));
    const rooms = [
      ...ROOMS,
      ...ASKED.flatMap(([, more]) => (more ? [more] : [])),
      { maxwidth: '1000', maxheight: '56' },
      { maxwidth: '159' },
    ];
    const asked = WIDGETS.flatMap((widget) => rooms.map((more) => ({ widget, more })));
    const requests = asked.map(({ widget, more }) => ({
      url: `https://office.example/?tcns-widgets=${widget}&area=48@2008`,
      ...more,
    }));
    writeFileSync(join(folder, 'asked.json'), JSON.stringify(requests));
    writeFileSync(join(folder, 'answer.php'), WORDPRESS);
    const { stdout, stderr } = spawnSync('php', ['answer.php'], { cwd: folder, encoding: 'utf8' });
    assert.equal(stderr, '');
    const answers = JSON.parse(stdout) as Record<string, string | number>[];
    assert.equal(answers.length, asked.length);
    answers.forEach(({ type, width, height, html }, index) => {
      const { widget, more } = asked[index] ?? { widget: '', more: {} };
      const own = oembed(view(`widget=${widget}&area=48@2008`), { base: BASE, ...more });
      assert.deepEqual([type, width, height], [own?.['type'], own?.['width'], own?.['height']]);
      if (type === 'link') return assert.equal(html, undefined);
      assert.match(String(html), /^<blockquote><a href="[^"]+" data-no-embed>/);
      assert.match(String(html), /<iframe src="[^"]+&#038;fit=1"/);
      const frameOf = (text: unknown) => /width="[^]* sandbox="[^"]+"/.exec(String(text))?.[0];
      const untitled = (text = '') => text.replace(/ title="[^"]*"/, '');
      assert.equal(untitled(frameOf(html)), untitled(frameOf(own?.['html'])));
    });
  });
});

describe('the page of one view, for a host where no program runs', () => {
  const sentence =
    'Đà Nẵng: "hơn 15.000" <thành viên> & 1.340 tổ (tháng 12/2022). Nguồn: Báo Đà Nẵng';
  const files = viewFiles({
    base: BASE,
    view: view('widget=coverage-map&area=vn@2008&indicator=coverage.commune'),
    name: 'ban-do',
    sentence,
  });

  it('has the author’s sentence and a link for those who get no script, and the link to its document', () => {
    const page = files['embed/ban-do.html'] ?? '';
    assert.match(page, /Đà Nẵng: &quot;hơn 15\.000&quot; &lt;thành viên&gt; &amp; 1\.340 tổ/);
    assert.match(page, /oembed" href="https:\/\/office\.example\/tcns\/oembed\/ban-do\.json"/);
    assert.match(page, /name="tcns-embed" content="widget=coverage-map&amp;area=vn@2008&amp;/);
    assert.match(
      page,
      /<a href="https:\/\/office\.example\/tcns\/embed\.html\?widget=coverage-map&amp;/,
    );
    assert.doesNotMatch(page, /JavaScript|noscript/i);
  });

  it('has a document whose frame the loader knows by its address', () => {
    const document = JSON.parse(files['oembed/ban-do.json'] ?? '') as Record<string, string>;
    assert.equal(document['title'], sentence);
    assert.match(
      document['html'] ?? '',
      /<a href="https:\/\/office\.example\/tcns\/embed\/ban-do\.html" data-no-embed>/,
    );
    assert.match(
      document['html'] ?? '',
      /<iframe src="https:\/\/office\.example\/tcns\/embed\.html\?/,
    );
  });

  it('is not written for an address of somebody else', () => {
    assert.throws(
      () =>
        viewFiles({ base: BASE, view: 'https://evil.example/x?widget=stat', name: 'x', sentence }),
      /no address of a widget/,
    );
  });
});

describe('the addresses in a build', () => {
  const DEVELOPMENT = /localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0/;
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(html|js|json|css|md|txt)$/.test(file),
    );

  it('are written where the site is named, and nowhere else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tcns-pages-'));
    try {
      writePages(folder, 'src/pages/embed', undefined);
      assert.deepEqual(
        filesIn(folder).filter((file) => file.includes('oembed')),
        [],
      );
      for (const file of filesIn(folder))
        assert.doesNotMatch(readFileSync(join(folder, file), 'utf8'), /oembed|https?:/, file);
      writePages(folder, 'src/pages/embed', BASE);
      for (const widget of WIDGETS) {
        const page = readFileSync(join(folder, `embed/${widget}.html`), 'utf8');
        assert.ok(page.includes(`href="${BASE}oembed/${widget}.json"`), widget);
        const document = readFileSync(join(folder, `oembed/${widget}.json`), 'utf8');
        assert.ok(document.includes(`${BASE}embed.html?widget=${widget}&amp;`), widget);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are none of a development machine in dist', (t) => {
    if (!existsSync('dist/cdn')) return t.skip('there is no dist/cdn');
    const found = ['dist/cdn', 'dist/types', 'dist/hosts']
      .filter((folder) => existsSync(folder))
      .flatMap((folder) =>
        filesIn(folder)
          .map((file) => join(folder, file))
          .filter((file) => DEVELOPMENT.test(readFileSync(file, 'utf8'))),
      );
    assert.deepEqual(found, []);
  });
});
