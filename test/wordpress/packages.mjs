/**
 * WordPress as Debian packs it, without a change of the system: the packages of a suite are fetched by
 * apt with lists of its own and unpacked into `.cache/wordpress`. PHP and MariaDB are the system's.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, getuid } from 'node:process';
import { root } from '../../tools/test/run.mjs';

const cache = env.TCNS_WORDPRESS_CACHE ?? join(root, '.cache/wordpress');
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const MIRROR = env.TCNS_DEBIAN_MIRROR ?? 'http://deb.debian.org/debian';

/** The suites, each with another WordPress: the stable one and the newest. */
export const SUITES = ['trixie', 'sid'];

/** What WordPress links to, and its theme; one that a suite does not have is left out. */
const PACKAGES = [
  'wordpress',
  'wordpress-l10n',
  'wordpress-theme-twentytwentyfive',
  'libjs-cropper',
  'libjs-jquery-ui',
  'libjs-lodash',
  'libjs-underscore',
  'libphp-phpmailer',
  'php-getid3',
];

const has = (program) => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** What is missing for a run and cannot be installed here; '' where nothing is. */
export function missing() {
  const wanted = ['php', 'mariadbd', 'mariadb-install-db'].filter(
    (program) => !has(program) && !existsSync(`/usr/sbin/${program}`),
  );
  if (wanted.length > 0 && has('apt-get') && getuid?.() === 0) {
    const options = { stdio: 'ignore', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
    const packages = [
      'php-cli',
      'php-mysql',
      'php-gd',
      'php-xml',
      'php-mbstring',
      'mariadb-server',
    ];
    try {
      execFileSync('apt-get', ['update', '-qq'], options);
      execFileSync(
        'apt-get',
        ['install', '-y', '-qq', '--no-install-recommends', ...packages],
        options,
      );
      return '';
    } catch {
      // said below
    }
  }
  if (wanted.length > 0) return `${wanted.join(', ')} cannot be had`;
  return has('apt-get') && has('dpkg-deb') && existsSync(KEYRING) ? '' : 'apt of Debian is missing';
}

function apt(command, ...rest) {
  const options = Object.entries({
    'Dir::Etc::sourcelist': join(cache, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(cache, 'lists'),
    'Dir::Cache::archives': join(cache, 'archives'),
    'Dir::Cache::pkgcache': '',
    'Dir::Cache::srcpkgcache': '',
    'APT::Sandbox::User': 'root',
  }).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const program = command === 'download' || command === 'update' ? 'apt-get' : 'apt-cache';
  return execFileSync(program, [...options, command, ...rest], {
    cwd: cache,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

let updated = false;
function update() {
  if (updated) return;
  for (const folder of ['lists/partial', 'archives/partial'])
    mkdirSync(join(cache, folder), { recursive: true });
  const lines = SUITES.map((suite) => `deb [signed-by=${KEYRING}] ${MIRROR} ${suite} main\n`);
  writeFileSync(join(cache, 'sources.list'), lines.join(''));
  apt('update', '-qq');
  updated = true;
}

/**
 * Fetches packages of a suite into an empty folder; those that the suite does not have are left out.
 *
 * @returns the paths of their files
 */
export function debianPackages(suite, packages, folder) {
  update();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const known = apt('madison', ...packages);
  const wanted = packages.filter((name) =>
    known.split('\n').some((line) => {
      const [pack, , source] = line.split('|').map((text) => text.trim());
      return pack === name && source?.includes(` ${suite}/`);
    }),
  );
  for (const name of wanted) apt('download', `${name}/${suite}`);
  for (const file of readdirSync(cache).filter((name) => name.endsWith('.deb')))
    renameSync(join(cache, file), join(folder, file));
  return readdirSync(folder).map((file) => join(folder, file));
}

/**
 * The folder of a suite's WordPress, fetched where it is not there yet.
 *
 * @returns `{ folder, version }`; `folder` holds `wordpress`, `php` and `javascript`
 */
export function wordpressOf(suite) {
  const folder = join(cache, suite);
  if (!existsSync(folder)) {
    const debs = join(cache, `${suite}.debs`);
    const unpacked = join(cache, `${suite}.new`);
    rmSync(unpacked, { recursive: true, force: true });
    mkdirSync(unpacked, { recursive: true });
    for (const file of debianPackages(suite, PACKAGES, debs))
      execFileSync('dpkg-deb', ['-x', file, unpacked]);
    if (!existsSync(join(unpacked, 'usr/share/wordpress')))
      throw new Error(`WordPress of ${suite} could not be fetched`);
    renameSync(join(unpacked, 'usr/share'), folder);
    rmSync(unpacked, { recursive: true, force: true });
    rmSync(debs, { recursive: true, force: true });
  }
  const version = execFileSync(
    'php',
    ['-r', `require '${folder}/wordpress/wp-includes/version.php'; echo $wp_version;`],
    { encoding: 'utf8' },
  );
  return { folder, version };
}
