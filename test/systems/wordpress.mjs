/** The filters of a real WordPress for the posts of authors, run by PHP without a site. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUITES, missing, wordpressOf } from '../wordpress/packages.mjs';

const php = (folder, content) => `<?php
define('ABSPATH', '${folder}/wordpress/');
define('WP_CONTENT_DIR', '${content}');
define('SHORTINIT', true);
define('WP_DEBUG', false);
$table_prefix = 'wp_';
spl_autoload_register(function ($class) {
	$file = '/class-' . strtolower(str_replace('_', '-', $class)) . '.php';
	foreach (['', '/html-api'] as $folder)
		if (is_file(ABSPATH . 'wp-includes' . $folder . $file)) require_once ABSPATH . 'wp-includes' . $folder . $file;
});
require ABSPATH . 'wp-settings.php';
foreach (['l10n', 'formatting', 'kses', 'shortcodes', 'blocks', 'html-api/html5-named-character-references'] as $file)
	if (is_file(ABSPATH . "wp-includes/$file.php")) require_once ABSPATH . "wp-includes/$file.php";
$forms = json_decode(stream_get_contents(STDIN), true);
foreach ($forms as $name => $html)
	$forms[$name] = ['author' => wpautop(wp_unslash(wp_filter_post_kses(wp_slash($html)))), 'admin' => wpautop($html)];
echo json_encode($forms);
`;

/** Rows of the table: what an author's and an administrator's post keep, in each version at hand. */
export async function wordpress(forms) {
  const lack = missing();
  if (lack) return { notRun: lack };
  const rows = [];
  for (const suite of SUITES) {
    const { folder, version } = wordpressOf(suite);
    const content = mkdtempSync(join(tmpdir(), 'tcns-wordpress-'));
    // No database is asked for anything.
    writeFileSync(
      join(content, 'db.php'),
      `<?php class TcnsNoDatabase { public $options = 'o'; public function __call($name, $given) { return null; } } $wpdb = new TcnsNoDatabase;`,
    );
    const script = join(content, 'filter.php');
    writeFileSync(script, php(folder, content));
    try {
      const answer = JSON.parse(
        execFileSync('php', ['-d', 'display_errors=0', script], {
          input: JSON.stringify(forms),
          encoding: 'utf8',
        }),
      );
      for (const [role, name] of [
        ['author', 'WordPress, tác giả'],
        ['admin', 'WordPress, quản trị viên'],
      ])
        rows.push({
          name,
          version,
          html: Object.fromEntries(Object.keys(forms).map((form) => [form, answer[form][role]])),
        });
    } finally {
      rmSync(content, { recursive: true, force: true });
    }
  }
  return { rows };
}
