/**
 * Programs of Debian that turn what authors write into pages, or feeds into what a reader of feeds shows: with their
 * defaults, unless the name of the row says so.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed, output, php, unpacked } from './debian.mjs';

const each = (forms, filter) =>
  Object.fromEntries(Object.entries(forms).map(([form, html]) => [form, filter(html, form)]));

/** A link in Markdown's own way, as the guide says. */
export const asMarkdown = (html) =>
  html
    .replace(/^<p>(.*)<\/p>$/, '$1')
    .replace(/<a href="([^"]+)">([^<]*)<\/a>/g, (_, address, text) => `[${text}](${address})`);

/** Debian's HTML Purifier is older than PHP 8, which knows `$text{0}` no longer: it is written `$text[0]`. */
function forPhp8(folder) {
  const at = join(folder, 'usr/share/php/HTMLPurifier');
  for (const name of readdirSync(at, { recursive: true }).filter((one) => one.endsWith('.php'))) {
    const file = join(at, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/(\$\w+(?:\[[^\]]+\])*)\{(\$?\w+)\}/g, '$1[$2]'));
  }
}

function htmlPurifier(forms) {
  const folder = unpacked('htmlpurifier', 'own', ['php-htmlpurifier'], forPhp8);
  const at = join(folder, 'usr/share/php');
  const code = (what) => `set_include_path('${at}'); require 'HTMLPurifier.auto.php'; ${what}`;
  return [
    {
      name: 'HTML Purifier',
      version: php(code('echo HTMLPurifier::VERSION;')),
      html: each(forms, (html) =>
        php(
          code(`$config = HTMLPurifier_Config::createDefault(); $config->set('Cache.DefinitionImpl', null);
            echo (new HTMLPurifier($config))->purify(stream_get_contents(STDIN));`),
          html,
        ),
      ),
    },
  ];
}

/** DokuWiki's folders, which Debian has put in three places, in one; its autoloader knows Debian's own paths. */
function gathered(folder) {
  const home = join(folder, 'home');
  const noLinks = (from) => !/\/(conf|data|\.htaccess)$|\/lib\/(plugins|tpl)$/.test(from);
  cpSync(join(folder, 'usr/share/dokuwiki'), home, { recursive: true, filter: noLinks });
  for (const name of ['plugins', 'tpl'])
    cpSync(join(folder, 'var/lib/dokuwiki/lib', name), join(home, 'lib', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  cpSync(join(folder, 'var/lib/dokuwiki/data'), join(home, 'data'), { recursive: true });
  cpSync(join(folder, 'etc/dokuwiki'), join(home, 'conf'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  for (const name of ['files', 'static', 'classmap', 'psr4', 'namespaces']) {
    const file = join(home, `vendor/composer/autoload_${name}.php`);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll("'/usr/share/php", "'%FOLDER%/usr/share/php"),
    );
  }
}

function dokuwiki(forms) {
  const packages = [
    'dokuwiki',
    'libphp-simplepie',
    'php-geshi',
    'php-phpseclib3',
    'php-constant-time',
    'php-kissifrot-php-ixr',
  ];
  const folder = unpacked('dokuwiki', 'trixie', [...packages, 'php-random-compat'], gathered);
  const home = mkdtempSync(join(tmpdir(), 'tcns-dokuwiki-'));
  try {
    cpSync(join(folder, 'home'), home, { recursive: true, verbatimSymlinks: true });
    for (const name of ['files', 'static', 'classmap', 'psr4', 'namespaces']) {
      const file = join(home, `vendor/composer/autoload_${name}.php`);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('%FOLDER%', folder));
    }
    writeFileSync(
      join(home, 'conf/local.php'),
      `<?php $conf['savedir'] = '${home}/data'; $conf['useacl'] = 0;`,
    );
    const code = (what) =>
      `define('DOKU_INC', '${home}/'); define('DOKU_MAIN_CONF', '${home}/conf/'); define('DOKU_CONF', '${home}/conf/');
       define('NOSESSION', 1); require DOKU_INC . 'inc/init.php'; ${what}`;
    return [
      {
        name: 'DokuWiki',
        version: readFileSync(join(home, 'VERSION'), 'utf8')
          .trim()
          .split(' ')[0]
          .replaceAll('-', '.'),
        html: each(forms, (html) =>
          php(
            code("echo p_render('xhtml', p_get_instructions(stream_get_contents(STDIN)), $info);"),
            html
              .replace(
                /<a href="([^"]+)">([^<]*)<\/a>/g,
                (_, address, text) => `[[${address.replaceAll('&amp;', '&')}|${text}]]`,
              )
              .replace(/^<p>(.*)<\/p>$/, '$1'),
          ),
        ),
      },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function kramdown(forms) {
  installed('kramdown', 'kramdown');
  return [
    {
      name: 'kramdown (Jekyll)',
      version: output('kramdown', ['--version']).trim(),
      html: each(forms, (html) =>
        output('kramdown', [], { input: `Đoạn trước.\n\n${html}\n\nĐoạn sau.\n` }),
      ),
    },
  ];
}

/** Both settings of its Markdown; a link is written in Markdown's own way where other HTML is left out. */
function hugo(forms) {
  installed('hugo', 'hugo');
  const version = /v([\d.]+)/.exec(output('hugo', ['version']))[1];
  return [
    ['Hugo', '', asMarkdown],
    ['Hugo, `unsafe = true`', '[markup.goldmark.renderer]\nunsafe = true\n', (html) => html],
  ].map(([name, settings, write]) => {
    const home = mkdtempSync(join(tmpdir(), 'tcns-hugo-'));
    try {
      mkdirSync(join(home, 'content'));
      mkdirSync(join(home, 'layouts/_default'), { recursive: true });
      writeFileSync(join(home, 'config.toml'), `baseURL = "/"\ntitle = "Trang"\n${settings}`);
      writeFileSync(join(home, 'layouts/_default/single.html'), '<body>{{ .Content }}</body>');
      for (const [form, html] of Object.entries(forms))
        writeFileSync(
          join(home, 'content', `${form}.md`),
          `---\ntitle: Bài\n---\nĐoạn trước.\n\n${write(html)}\n\nĐoạn sau.\n`,
        );
      output('hugo', ['--quiet', '--source', home]);
      return {
        name,
        version,
        html: each(forms, (_, form) =>
          readFileSync(join(home, 'public', form, 'index.html'), 'utf8'),
        ),
      };
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
}

/** An article as a portal's feed gives it. */
const feed = (html) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Cổng</title><link>https://portal.example/</link><description>Tin</description>
<item><title>Bài</title><link>https://portal.example/bai</link><guid>https://portal.example/bai</guid><content:encoded><![CDATA[<p>Đoạn trước.</p>${html}<p>Đoạn sau.</p>]]></content:encoded></item></channel></rss>`;

function simplePie(forms) {
  const packages = ['libphp-simplepie'];
  const at = join(unpacked('simplepie', 'trixie', packages), 'usr/share/php/simplepie');
  const code = (what) => `require '${at}/autoloader.php'; ${what}`;
  return [
    {
      name: 'SimplePie, nguồn tin',
      version: php(code('echo SIMPLEPIE_VERSION;')),
      noLoader: true,
      html: each(forms, (html) =>
        php(
          code(`$feed = new SimplePie(); $feed->set_raw_data(stream_get_contents(STDIN)); $feed->enable_cache(false);
            $feed->init(); echo $feed->get_item(0)->get_content();`),
          feed(html),
        ),
      ),
    },
  ];
}

function feedparser(forms) {
  const packages = ['python3-feedparser', 'python3-sgmllib3k'];
  const at = join(unpacked('feedparser', 'trixie', packages), 'usr/lib/python3/dist-packages');
  const python = (code, input = '') =>
    output(
      'python3',
      ['-c', `import sys; sys.path.insert(0, '${at}'); import feedparser\n${code}`],
      {
        input,
      },
    );
  return [
    {
      name: 'feedparser, nguồn tin',
      version: python('print(feedparser.__version__)').trim(),
      noLoader: true,
      html: each(forms, (html) =>
        python(
          "sys.stdout.reconfigure(encoding='utf-8')\nprint(feedparser.parse(sys.stdin.buffer.read()).entries[0].content[0].value)",
          feed(html),
        ),
      ),
    },
  ];
}

/** By the name that `npm run test:systems` takes. */
export const PIPELINES = Object.fromEntries(
  Object.entries({
    'html-purifier': htmlPurifier,
    dokuwiki,
    kramdown,
    hugo,
    simplepie: simplePie,
    feedparser,
  }).map(([name, make]) => [
    name,
    (forms) => {
      try {
        return { rows: make(forms) };
      } catch (error) {
        return { notRun: error.message.split('\n')[0] };
      }
    },
  ]),
);
