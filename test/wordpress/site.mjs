/**
 * A WordPress of its own for a run: a database server on a socket, PHP's own web server on a free port,
 * all in a folder of its own, all gone at the end.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  existsSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { getuid } from 'node:process';
import { root } from '../../tools/test/run.mjs';

const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Asks until something answers. */
async function until(answers, what) {
  for (let tries = 0; tries < 300; tries++) {
    if (await answers()) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`${what} does not answer`);
}

/** A database server for all sites of a run. */
export async function startDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'tcns-database-'));
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  const user = getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { stdio: 'ignore' },
  );
  const daemon = existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : 'mariadbd';
  const server = spawn(
    daemon,
    [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=64M',
    ],
    { stdio: 'ignore' },
  );
  const query = (sql) =>
    execFileSync('mariadb', ['--no-defaults', '-uroot', `--socket=${socket}`, '-e', sql], {
      stdio: 'ignore',
    });
  await until(() => {
    try {
      query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }, 'MariaDB');
  return {
    socket,
    query,
    async stop() {
      const gone = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const config = ({ name, socket, url, network = '' }) => `<?php
define( 'DB_NAME', '${name}' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $key ) {
	define( $key, md5( $key ) );
}
define( 'WP_HOME', '${url}' );
define( 'WP_SITEURL', '${url}' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'FS_METHOD', 'direct' );
${network}
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;

const ROUTER = `<?php
$file = $_SERVER['DOCUMENT_ROOT'] . rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
if ( preg_match( '#/tcns/(v1/.*|embed\\.config)\\.json$#D', $file ) && is_file( $file ) ) {
	// A frame in a sandbox has no origin, so the API and the settings of frames say that anybody may read them.
	header( 'Content-Type: application/json' );
	header( 'Access-Control-Allow-Origin: *' );
	readfile( $file );
	return true;
}
if ( is_file( $file ) || is_file( rtrim( $file, '/' ) . '/index.php' ) && rtrim( $file, '/' ) !== rtrim( $_SERVER['DOCUMENT_ROOT'], '/' ) ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF']    = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
`;

/**
 * Installs a WordPress and serves it.
 *
 * @param {{ plugin?: boolean }} options - `plugin: false` leaves our plugin out
 */
export async function startSite(database, packages, name, { plugin = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tcns-wordpress-'));
  cpSync(packages.folder, folder, { recursive: true, verbatimSymlinks: true });
  const home = join(folder, 'wordpress');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  database.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  rmSync(join(home, 'wp-config.php'), { force: true });
  writeFileSync(join(home, 'wp-config.php'), config({ name, socket: database.socket, url }));
  // The API of the demo, as a folder of the same site.
  cpSync(join(root, 'demo/api/v1'), join(home, 'tcns/v1'), { recursive: true });
  cpSync(
    join(root, 'test/wordpress/classic-theme'),
    join(home, 'wp-content/themes/classic-theme'),
    { recursive: true },
  );
  mkdirSync(join(home, 'wp-content/plugins'), { recursive: true });
  mkdirSync(join(home, 'wp-content/languages'), { recursive: true });
  if (plugin)
    cpSync(
      join(root, 'dist/hosts/wordpress/tcns-widgets'),
      join(home, 'wp-content/plugins/tcns-widgets'),
      { recursive: true },
    );
  const router = join(folder, 'router.php');
  writeFileSync(router, ROUTER);

  /** Runs PHP inside WordPress; what it prints is the answer. */
  const php = (code, before = '') => {
    const text = `<?php ${before} $_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; $_SERVER['REQUEST_URI'] = '/'; require '${home}/wp-load.php'; require_once ABSPATH . 'wp-admin/includes/admin.php'; ${code}`;
    return execFileSync(
      'php',
      ['-d', 'error_reporting=E_ALL & ~E_DEPRECATED', '-d', 'sendmail_path=/bin/true'],
      {
        input: text,
        encoding: 'utf8',
        maxBuffer: 1e8,
      },
    );
  };
  php(
    `require_once ABSPATH . 'wp-admin/includes/upgrade.php';
     wp_install( 'Báo thử', 'admin', 'admin@example.org', true, '', 'admin' );
     update_option( 'permalink_structure', '/%postname%/' );
     update_option( 'WPLANG', 'vi' );
     update_option( 'show_avatars', 0 );
     wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'author', 'role' => 'author', 'user_email' => 'author@example.org' ) );
     // The tour of the editor would lie over what is tested.
     foreach ( get_users() as $user ) {
       update_user_meta( $user->ID, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false, 'fullscreenMode' => true ), 'core' => array( 'enableChoosePatternModal' => false, 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
     }
     flush_rewrite_rules();`,
    `define( 'WP_INSTALLING', true );`,
  );
  const server = spawn(
    'php',
    [
      '-d',
      'opcache.enable_cli=1',
      '-d',
      'opcache.validate_timestamps=1',
      '-d',
      'opcache.revalidate_freq=0',
      '-S',
      `127.0.0.1:${port}`,
      '-t',
      home,
      router,
    ],
    {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '6' },
    },
  );
  const answers = () =>
    fetch(`${url}/wp-login.php`).then(
      (answer) => answer.ok,
      () => false,
    );
  await until(answers, 'WordPress');
  return {
    url,
    home,
    php,
    version: packages.version,
    /** Makes a network of the site, for what runs inside PHP; pages are not served any more. */
    becomeNetwork() {
      const write = (network) =>
        writeFileSync(
          join(home, 'wp-config.php'),
          config({ name, socket: database.socket, url, network }),
        );
      const host = `127.0.0.1:${port}`;
      write(`define( 'WP_ALLOW_MULTISITE', true );`);
      php(`require_once ABSPATH . 'wp-admin/includes/network.php'; require_once ABSPATH . 'wp-admin/includes/upgrade.php';
        foreach ( $GLOBALS['wpdb']->tables( 'ms_global' ) as $table => $prefixed ) { $GLOBALS['wpdb']->$table = $prefixed; }
        install_network(); populate_network( 1, '${host}', 'admin@example.org', 'Mạng thử', '/', false );`);
      write(
        `define( 'MULTISITE', true ); define( 'SUBDOMAIN_INSTALL', false ); define( 'DOMAIN_CURRENT_SITE', '${host}' ); define( 'PATH_CURRENT_SITE', '/' ); define( 'SITE_ID_CURRENT_SITE', 1 ); define( 'BLOG_ID_CURRENT_SITE', 1 );`,
      );
    },
    /** What PHP complained about, without WordPress' own. */
    complaints() {
      const log = join(home, 'debug.log');
      const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
      return text.split('\n').filter((line) => line.includes('plugins/tcns-widgets'));
    },
    stop() {
      // The server and its workers are one group of processes.
      process.kill(-server.pid, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
