/**
 * The parser of a real MediaWiki, as Debian packs it: wikitext in, the HTML of a page out. A link is written in
 * the wiki's own way, `[address text]`, as the guide says.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianPackages, missing } from '../wordpress/packages.mjs';
import { startDatabase } from '../wordpress/site.mjs';
import { cache } from './packages.mjs';

const NAMES = ['mediawiki', 'mediawiki-classes'];

/** The folder of MediaWiki, fetched where it is not there yet. */
function fetched(suite) {
  const folder = join(cache, `mediawiki-${suite}`);
  if (existsSync(folder)) return folder;
  const unpacked = `${folder}.new`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  for (const file of debianPackages(suite, NAMES, `${unpacked}/debs`))
    execFileSync('dpkg-deb', ['-x', file, unpacked]);
  const home = join(unpacked, 'usr/share/mediawiki');
  // The package links its writable folders to those of the system.
  for (const name of ['LocalSettings.php', 'config', 'extensions', 'images'])
    rmSync(join(home, name), { force: true });
  for (const name of ['images', 'extensions']) mkdirSync(join(home, name));
  renameSync(home, folder);
  rmSync(unpacked, { recursive: true, force: true });
  return folder;
}

const asWiki = (html) =>
  html.replace(
    /<a href="([^"]+)">([^<]*)<\/a>/g,
    (_, address, text) => `[${address.replaceAll('&amp;', '&')} ${text}]`,
  );

/** The row of the table, or the reason why there is none. */
export async function mediawiki(forms) {
  const lack = missing();
  if (lack) return { notRun: lack };
  let source;
  try {
    source = fetched('trixie');
  } catch (error) {
    return { notRun: `its packages cannot be had (${error.message.split('\n')[0]})` };
  }
  const home = mkdtempSync(join(tmpdir(), 'tcns-mediawiki-'));
  const database = await startDatabase();
  try {
    for (const name of readdirSync(source))
      cpSync(join(source, name), join(home, name), { recursive: true, verbatimSymlinks: true });
    const run = (script, given, input) =>
      execFileSync('php', ['-d', 'error_reporting=0', 'maintenance/run.php', script, ...given], {
        cwd: home,
        encoding: 'utf8',
        input,
        stdio: ['pipe', 'pipe', 'pipe'],
        maxBuffer: 1e8,
      });
    run('install', [
      '--dbtype=mysql',
      `--dbserver=localhost:${database.socket}`,
      '--dbname=wiki',
      '--dbuser=root',
      '--dbpass=',
      '--installdbuser=root',
      '--installdbpass=',
      '--server=http://127.0.0.1',
      '--scriptpath=/wiki',
      '--lang=vi',
      '--pass=a-password-for-the-run',
      'Wiki',
      'Admin',
    ]);
    const version = /define\( 'MW_VERSION', '([^']+)'/.exec(
      execFileSync('cat', [join(home, 'includes/Defines.php')], { encoding: 'utf8' }),
    )?.[1];
    const html = {};
    for (const [form, code] of Object.entries(forms)) html[form] = run('parse', [], asWiki(code));
    return { rows: [{ name: 'MediaWiki', version, html }] };
  } finally {
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
