/** Pages with their figures in the HTML. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { main, prerender } from '../../src/cli/prerender.ts';
import { demoPages } from '../../tools/measure-prerender.ts';
import { sampleWards } from '../../tools/sample/sample-teams.ts';
import { national, communes } from '../support/fixtures/trend.js';
import { binhPhuoc } from '../support/fixtures/campaign.js';
import { services } from '../support/fixtures/services.js';

const DOCUMENTS: Readonly<Record<string, unknown>> = {
  'observations/vn@2025.json': national(),
  'observations/44@2025.json': communes(),
  'observations/vn@2008.json': JSON.parse(
    readFileSync('demo/api/v1/observations/vn@2008.json', 'utf8'),
  ) as unknown,
  'campaigns/bp.json': binhPhuoc(),
  'services/70@2008.json': services(),
  'teams/48@2008.json': sampleWards(),
};
const asked: string[] = [];
const read = (url: string): Promise<unknown> => {
  asked.push(url);
  const path = decodeURIComponent(new URL(url).pathname).replace('/v1/', '');
  const found = DOCUMENTS[path];
  return found ? Promise.resolve(found) : Promise.reject(new Error(`HTTP 404 ${path}`));
};
const options = { api: 'https://api.test/v1', read };
/** With style sheets as files, the classes of a drawing stay words. */
const withWords = { ...options, cssUrl: '/css' };
const page = (body: string, lang = 'vi') =>
  `<!doctype html>\n<html lang="${lang}"><head><title>x</title></head><body>${body}</body></html>\n`;
const textOf = (html: string) =>
  html
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const widgets = readdirSync('src/elements', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What a widget is asked to show, where it is no figure of the country. */
const TAGS: Readonly<Record<string, string>> = {
  'campaign-tracker': 'campaign="bp"',
  'coverage-map': 'area="vn@2008" indicator="coverage.commune"',
  dashboard: 'area="vn@2025"',
  'kpi-card': 'area="vn@2025" indicator="teams"',
  ranking: 'area="44@2025" indicator="coverage.hamlet"',
  'service-guide': 'area="70@2008"',
  stat: 'area="vn@2025" indicator="teams"',
  'team-roster': 'area="48@2008"',
  trend: 'area="vn@2025" indicator="teams"',
};

/** Bytes of the heaviest drawings, most of which are outlines or words: see docs/decisions.md. */
const MOST: Readonly<Record<string, number>> = {
  'tcns-coverage-map': 11_264,
  'tcns-team-roster': 6656,
  'tcns-campaign-tracker': 6144,
  'tcns-ranking': 4096,
};

/** A figure inside a dashboard, which has none of its own. */
const insideOf = (name: string): string =>
  name === 'dashboard' ? '<tcns-stat indicator="teams">7</tcns-stat>' : '';

describe('prerender', () => {
  for (const name of widgets) {
    const attributes = TAGS[name] ?? 'area="vn@2025" indicator="teams"';
    const inside = insideOf(name);
    it(`draws ${name} into declarative shadow DOM, and keeps the page around it`, async () => {
      const before = page(
        `<p>a</p><tcns-${name} ${attributes}>${inside}sẵn</tcns-${name}><p>b</p>`,
      );
      const { html, left, drawn } = await prerender(before, options);
      assert.deepEqual(left, []);
      assert.equal(drawn, inside ? 2 : 1);
      assert.ok(html.includes(`<tcns-${name} ${attributes}><template shadowrootmode="open"`));
      assert.match(html, /sẵn<\/tcns-[\w-]+><p>b<\/p><\/body><\/html>\n$/);
      assert.doesNotMatch(html, /<!--\/?lit|undefined|\[object/);
      assert.doesNotMatch(html, /class="[^"]*skeleton/);
    });
  }

  it('draws the map with its provinces and both archipelagos, and lists their figures', async () => {
    for (const [lang, title, others] of [
      ['vi', 'Số liệu từng địa bàn', 'Các địa bàn khác: chưa có số liệu'],
      ['en', 'Figures of each area', 'All other areas: no data'],
    ] as const) {
      const { html } = await prerender(
        page(
          '<tcns-coverage-map area="vn@2008" indicator="coverage.commune"></tcns-coverage-map>',
          lang,
        ),
        { from: 'demo/api/v1' },
      );
      assert.match(textOf(html), /Hoàng Sa .*Trường Sa /);
      const [, list = ''] = /<details[^>]*>(.*?)<\/details>/.exec(html) ?? [];
      const [summary, ...lines] = list.split(/<[^>]*>/).filter(Boolean);
      assert.equal(summary, title);
      assert.deepEqual(lines, ['Bắc Giang, Đà Nẵng: 100%', others]);
    }
    const { html } = await prerender(
      page('<tcns-coverage-map area="vn@2025" indicator="teams"></tcns-coverage-map>'),
      { from: 'demo/api/sample/v1' },
    );
    const [, list = ''] = /<details[^>]*>.*?<ul>(.*?)<\/ul>/.exec(html) ?? [];
    const lines = list.split('<li>').slice(1);
    assert.equal(lines.flatMap((line) => line.split(', ')).length, 34);
    assert.ok(
      lines.every((line) => /: ([\d.]+ tổ|chưa có số liệu)$/.test(line)),
      list,
    );
    assert.match(html, /<li>Điện Biên: chưa có số liệu</, 'few without a figure are named');
    // One outline a class, each with many areas, and one of all borders inside them.
    const [, areas = ''] = /<g transform="scale[^>]*>(.*?)<\/g>/.exec(html) ?? [];
    assert.ok(areas.split('<path').length <= 10, areas);
    assert.ok(areas.split('z').length > 34);
  });

  it('draws a map of more areas than are drawn one by one in a browser', async () => {
    const many = communes();
    const [first] = Object.entries(many.areas ?? {}).filter(([id]) => id.startsWith('mau1@'));
    for (let i = 7; i <= 130; i++)
      many.areas![`mau${i}@2025`] = { ...first![1], name: `Xã Mẫu ${i}` };
    const { html } = await prerender(
      page('<tcns-coverage-map area="44@2025" indicator="coverage.hamlet"></tcns-coverage-map>'),
      { ...options, read: () => Promise.resolve(many) },
    );
    const [, areas = ''] = /<g transform="scale[^>]*>(.*?)<\/g>/.exec(html) ?? [];
    assert.ok(areas.split('z').length > 130, areas);
  });

  it('speaks the language of the page, of the tag, and takes the theme of the page', async () => {
    const card = (more = '') =>
      `<tcns-kpi-card area="vn@2025" indicator="teams" ${more}></tcns-kpi-card>`;
    const english = await prerender(page(card(), 'en'), options);
    assert.match(textOf(english.html), /Source: /);
    const own = await prerender(page(card('lang="vi"'), 'en'), options);
    assert.match(textOf(own.html), /Nguồn: /);
    const dark = await prerender(
      page(`<script src="/x/tcns.js" data-theme="dark"></script>${card()}`),
      withWords,
    );
    assert.match(dark.html, /class="root tokens dark/);
  });

  it('gives the widgets of a dashboard what it has', async () => {
    const { left, html } = await prerender(
      page(
        '<tcns-dashboard area="vn@2025"><tcns-kpi-card indicator="teams"></tcns-kpi-card></tcns-dashboard>',
      ),
      options,
    );
    assert.deepEqual(left, []);
    assert.match(textOf(html), /Cả nước/);
  });

  it('asks for each document once', async () => {
    asked.length = 0;
    const card = '<tcns-kpi-card area="vn@2025" indicator="teams"></tcns-kpi-card>';
    await prerender(page(card.repeat(3)), options);
    assert.deepEqual(asked, ['https://api.test/v1/observations/vn@2025.json']);
  });

  it('leaves what it cannot draw as it is, and says why', async () => {
    const before = page(
      '<tcns-stat area="99@2025" indicator="teams">12</tcns-stat><tcns-new></tcns-new>',
    );
    const { html, left, drawn } = await prerender(before, options);
    assert.equal(html, before);
    assert.equal(drawn, 0);
    assert.deepEqual(
      left.map(({ tag, reason }) => `${tag} ${reason}`),
      [
        '<tcns-stat 99@2025> HTTP 404 observations/99@2025.json',
        '<tcns-new> no widget has this name',
      ],
    );
  });

  it('can be run again on its own page, and takes the newer figures', async () => {
    const before = page('<tcns-stat area="vn@2025" indicator="teams" unit>5</tcns-stat>');
    const once = await prerender(before, options);
    const twice = await prerender(once.html, options);
    assert.equal(twice.html, once.html);
  });

  it('shows a name only with a consent, and takes it out of the document, too', async () => {
    const data = sampleWards();
    const [first] = data['teams'] as { people: Record<string, unknown>[] }[];
    first!.people = [
      { role: 'leader', name: 'Nguyễn Mẫu Bí Mật', given: 'Bí Mật' },
      { role: 'deputy', name: 'Trần Mẫu Đồng Ý', consent: '2026-11-01' },
      { role: 'member', name: 'Lê Mẫu Ngày Mai', consent: '2999-01-01' },
    ];
    const tag = page('<tcns-team-roster area="48@2008"></tcns-team-roster>');
    const own = { ...options, read: () => Promise.resolve(data) };
    const { html } = await prerender(tag, own);
    assert.doesNotMatch(html, /Bí Mật|Ngày Mai/);
    assert.equal(html.split('Trần Mẫu Đồng Ý').length > 2, true, 'drawn, and in the document');
    first!.people[1] = { role: 'deputy', name: 'Trần Mẫu Đồng Ý' };
    const withdrawn = await prerender(html, own);
    assert.doesNotMatch(withdrawn.html, /Đồng Ý/);
    first!.people[1] = { role: 'deputy', name: 'Trần Mẫu Đồng Ý', consent: '2026-11-01' };
    const without = await prerender(tag, { ...own, noPeople: true });
    assert.doesNotMatch(without.html, /Đồng Ý/);
  });

  it('cannot be left by what a document says', async () => {
    const data = structuredClone(national()) as unknown as Record<string, unknown>;
    const evil = '</script></template><script>alert(1)</script>';
    const { teams } = data['indicators'] as Record<string, Record<string, unknown>>;
    teams!['name'] = evil;
    const { html } = await prerender(
      page('<tcns-kpi-card area="vn@2025" indicator="teams"></tcns-kpi-card>'),
      { ...options, read: () => Promise.resolve(data) },
    );
    assert.doesNotMatch(html, /<script>alert/);
    assert.match(html, /&lt;script/);
  });

  it('without the documents, with style sheets as files, or with the hashes of the styles', async () => {
    const tag = page('<tcns-kpi-card area="vn@2025" indicator="teams"></tcns-kpi-card>');
    const inline = await prerender(tag, options);
    const styles = [...inline.html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)];
    assert.equal(styles.length, 2, 'once for the page, once in the shadow root');
    assert.deepEqual(
      inline.styleHashes,
      styles.map(
        ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      ),
    );
    const live = await prerender(tag, { ...options, live: true });
    assert.doesNotMatch(live.html, /application\/json/);
    const files = await prerender(tag, { ...options, cssUrl: '/tcns-css' });
    assert.doesNotMatch(files.html, /<style/);
    assert.match(files.html, /<link rel="stylesheet" href="\/tcns-css\/tcns-kpi-card\.css">/);
    assert.match(files.css.get('tcns-kpi-card.css') ?? '', /\.sparkline/, 'whole, for other pages');
  });

  it('draws no control that needs scripts, and says what a list to choose from shows', async () => {
    const tags = widgets
      .map((name) => `<tcns-${name} ${TAGS[name]}>${insideOf(name)}</tcns-${name}>`)
      .join('');
    const { html, left } = await prerender(page(tags), withWords);
    assert.deepEqual(left, []);
    const drawn = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '');
    assert.doesNotMatch(drawn, /<(button|select|option|input|textarea)\b/);
    assert.doesNotMatch(drawn, /tabindex|aria-(pressed|expanded|selected)|role="(listbox|option)"/);
    assert.doesNotMatch(drawn, /(selected|checked|disabled|open)="/);
    assert.match(drawn, /class="?was-select"?[^>]*>Theo tên<\/span>/);
    assert.doesNotMatch(drawn, /aria-label="[^"]*phím mũi tên/i);
  });

  it('says of a list the choice of the page, and not the last one', async () => {
    const data = communes();
    const { html } = await prerender(
      page(
        '<tcns-ranking area="44@2025" indicator="members coverage.hamlet"></tcns-ranking>' +
          '<tcns-coverage-map area="44@2025" indicator="coverage.hamlet members"></tcns-coverage-map>',
      ),
      withWords,
    );
    const choices = [...html.matchAll(/class="?was-select"?[^>]*>([^<]*)</g)].map(
      ([, text]) => text,
    );
    const name = (id: string) => (data.indicators[id]?.name as { vi: string }).vi;
    assert.deepEqual(choices.slice(0, 2), [name('members'), name('coverage.hamlet')]);
  });

  it('holds a document once a page, and names it where it is needed again', async () => {
    const card = '<tcns-kpi-card area="vn@2025" indicator="teams"></tcns-kpi-card>';
    const { html } = await prerender(page(card.repeat(3)), options);
    const [, id] = /<script type="application\/json"[^>]* id="([^"]+)">\{/.exec(html) ?? [];
    assert.equal(html.split('"observations":').length - 1, 1);
    assert.equal(html.split(`data-of="${id}"`).length - 1, 2);
    assert.equal((await prerender(html, options)).html, html);
  });

  for (const name of ['article', 'portal'])
    it(`adds at most 3.5 KB a widget to ${name}.html of the demo`, async () => {
      const before = readFileSync(`demo/${name}.html`, 'utf8');
      const { html, drawn, left } = await prerender(before, { from: 'demo/api/v1' });
      assert.deepEqual(left, []);
      const each = (Buffer.byteLength(html) - Buffer.byteLength(before)) / drawn;
      assert.ok(each <= 3584, `${Math.round(each)} bytes`);
    });

  it('adds at most 3.5 KB a widget of any kind, beside the words and the outlines of its figures', async () => {
    const pages = await demoPages();
    const weights = pages.flatMap((one) => one.weights);
    assert.ok(new Set(weights.map(({ tag }) => tag)).size >= 9);
    const heavy = weights.filter(
      ({ tag, drawing, words, outlines }) =>
        // The names on tiles each have a place.
        drawing - words - outlines > (tag === 'tcns-coverage-map' ? 4608 : 3584) ||
        drawing > (MOST[tag] ?? 3584),
    );
    assert.deepEqual(heavy, []);
    assert.ok(Math.max(...weights.map(({ outlines }) => outlines)) <= 7168);
    assert.deepEqual(
      weights.filter(({ rules }) => rules > 6144),
      [],
    );
  });

  it('leaves out what only scripts ask for: ids that nothing names, data for scripts, counts of rows', async () => {
    const { html, left } = await prerender(
      page(
        '<tcns-coverage-map area="vn@2008" indicator="coverage.commune"></tcns-coverage-map>' +
          '<tcns-team-roster area="48@2008"></tcns-team-roster>',
      ),
      options,
    );
    assert.deepEqual(left, []);
    const drawings = [...html.matchAll(/<template shadowrootmode[^>]*>(.*?)<\/template>/gs)]
      .map(([, drawing = '']) => drawing.replace(/<style>.*?<\/style>/s, ''))
      .join('');
    assert.ok(drawings.length > 10_000);
    assert.doesNotMatch(
      drawings,
      / (id(?!=no )|data-(?!state)[\w-]+|aria-(busy|row\w+|selected))[=\s>]/,
    );
    assert.match(drawings, /<svg[^>]* role=img aria-label="Bản đồ /);
    assert.match(drawings, /part=legend[^>]*><li><span class=[a-z]+> <svg/, 'a legend is seen');
    // A link in a row is named by what it shows, and a colour of the map by its class.
    assert.doesNotMatch(drawings, /<a [^>]*aria-label/);
  });

  it('does not count a ranking without any figure as drawn', async () => {
    const before = page('<tcns-ranking area="vn@2025" indicator="teams">xưa</tcns-ranking>');
    const { html, drawn, left } = await prerender(before, options);
    assert.equal(html, before);
    assert.equal(drawn, 0);
    assert.equal(left.length, 1);
  });

  it('leaves a tag for which the document has nothing, with the text of the page', async () => {
    for (const name of ['kpi-card', 'stat', 'ranking', 'trend']) {
      const before = page(`<tcns-${name} area="vn@2025" indicator="none">xưa</tcns-${name}>`);
      const { html, drawn, left } = await prerender(before, options);
      assert.equal(html, before, name);
      assert.equal(drawn, 0);
      assert.match(left[0]?.reason ?? '', /nothing for it: none/);
    }
  });

  describe('leaves the text of the page where there is nothing to show, and does not count it', () => {
    const empty = { version: '1', areas: { vn: { name: 'Cả nước' } }, sources: {} };
    const name = { name: 'Số tổ', unit: 'tổ' };
    const indicators = { teams: name, 'coverage.commune': name };
    const figures = { ...empty, area: 'vn@2025', indicators, observations: [] };
    const NONE: Readonly<Record<string, unknown>> = {
      'observations/vn@2025.json': figures,
      'observations/vn@2008.json': { ...figures, area: 'vn@2008' },
      'observations/44@2025.json': { ...figures, area: '44@2025' },
      'teams/48@2008.json': { ...empty, area: '48@2008', teams: [] },
      'services/70@2008.json': { ...empty, area: '70@2008', services: [] },
    };
    const leftOf = async (name: string, own: (url: string) => Promise<unknown>) => {
      const before = page(`<tcns-${name} ${TAGS[name]}>${insideOf(name)}xưa</tcns-${name}>`);
      const { html, drawn, left } = await prerender(before, { ...options, read: own });
      assert.equal(html, before);
      assert.equal(drawn, 0);
      assert.equal(left.length, name === 'dashboard' ? 2 : 1);
      return left.map(({ reason }) => reason);
    };
    for (const name of widgets) {
      it(`${name} where the source fails`, async () => {
        const reasons = await leftOf(name, () => Promise.reject(new Error('HTTP 500')));
        assert.equal(reasons[0], 'HTTP 500');
        if (name === 'dashboard') assert.equal(reasons[1], 'nothing inside it was drawn');
      });
      it(`${name} of an empty document`, async () => {
        await leftOf(name, (url) =>
          Promise.resolve(NONE[decodeURIComponent(new URL(url).pathname).slice(4)] ?? empty),
        );
      });
    }
  });

  it('holds one document for two maps and a dashboard with widgets inside, in English', async () => {
    const { html, left, drawn } = await prerender(
      page(
        '<tcns-coverage-map area="vn@2025" indicator="teams members"></tcns-coverage-map>' +
          '<tcns-coverage-map area="vn@2025" indicator="members"></tcns-coverage-map>' +
          '<tcns-dashboard area="vn@2025"><tcns-ranking indicator="teams members"></tcns-ranking>' +
          '<tcns-kpi-card indicator="none">old</tcns-kpi-card></tcns-dashboard>',
        'en',
      ),
      { from: 'demo/api/sample/v1' },
    );
    assert.equal(drawn, 4);
    assert.deepEqual(left, [
      { tag: '<tcns-kpi-card>', reason: 'the document has nothing for it: none' },
    ]);
    assert.equal(html.split('"observations":').length - 1, 1);
    assert.equal(html.split(' data-of="').length - 1, 2);
    assert.doesNotMatch(html, /<(button|select|option|input|textarea)\b/);
    assert.doesNotMatch(textOf(html), /Số liệu|Chỉ số|địa bàn/);
    assert.equal(html.split('Figures of each area').length - 1, 2);
  });

  it('keeps the styles that its drawing needs, in the theme of the page', async () => {
    const card = '<tcns-kpi-card area="vn@2025" indicator="teams"></tcns-kpi-card>';
    const { html } = await prerender(page(card), options);
    const words = await prerender(page(card), withWords);
    assert.match(words.css.get('tcns-kpi-card.css') ?? '', /\.digits\{[^}]*font-size/);
    const [, digits = ''] = /class="?([a-z]+)"?>74\.000</.exec(html) ?? [];
    assert.match(html, new RegExp(`\\.${digits}\\{[^}]*font-size`));
    assert.match(
      html,
      /<head>.*<style data-tcns-prerendered>.*:where\(tcns-kpi-card\)\{display:block!/,
    );
    assert.doesNotMatch(html, /--_bad|stroke-linejoin|:hover/);
    const dark = await prerender(page(card.replace(' area', ' theme="dark" area')), options);
    assert.match(dark.html, /\.[a-z]+\.[a-z]+\{--_[a-z]+:var\(--tcns-dark-color-text/);
  });
});

describe('tcns-prerender', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tcns-prerender-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await main(args, (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  };

  it('reads the files of the API, writes the pages and says what is left', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(
      file,
      page(
        '<tcns-stat area="45@2008" indicator="members">0</tcns-stat><tcns-stat area="1@2025"></tcns-stat>',
      ),
    );
    const out = join(folder, 'out');
    const { code, text } = await run(file, '--from', 'demo/api/v1', '--out', out, '--csp');
    assert.equal(code, 1);
    assert.match(text, /1 drawn, 1 left as they are/);
    assert.match(text, /^style-src 'sha256-/m);
    assert.match(textOf(readFileSync(join(out, 'page.html'), 'utf8')), /4\.327/);
    const css = join(folder, 'css');
    await run(file, '--from', 'demo/api/v1', '--css', css);
    assert.deepEqual(readdirSync(css), ['tcns-stat.css']);
    assert.match(readFileSync(file, 'utf8'), /href="css\/tcns-stat\.css"/);
  });

  it('explains itself in Vietnamese and English', async () => {
    assert.equal((await run()).code, 2);
    assert.equal((await run('--wrong')).code, 2);
    const { code, text } = await run('--help');
    assert.equal(code, 0);
    assert.match(text, /ghi sẵn số liệu/);
    assert.match(text, /at least once an hour/);
  });
});

describe('pages that are none', () => {
  it('get a sentence and a code of their own; the others are made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tcns-prerender-none-'));
    after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'page.html');
    writeFileSync(file, page('<p>a</p>'));
    const lines: string[] = [];
    const none = join(folder, 'none.html');
    const code = await main([none, folder, file], (line) => lines.push(line));
    assert.equal(code, 3);
    assert.deepEqual(lines, [
      `${none}: there is no such file`,
      `${folder}: a page is expected, this is a folder`,
      `${file}: 0 drawn, 0 left as they are`,
    ]);
  });
  it('are made from any folder: the repository has its own settings', () => {
    const tool = new URL('../../src/cli/bin/tcns-prerender.mjs', import.meta.url).pathname;
    const { stdout, stderr } = spawnSync(process.execPath, [tool, '--help'], {
      cwd: tmpdir(),
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    assert.match(stdout, /^tcns-prerender: /);
  });
});
