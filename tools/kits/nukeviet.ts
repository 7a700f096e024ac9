/** The NukeViet kit: one block for both themes, and the files of the release. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFiles, type Files } from './files.ts';
import type { KitWidget } from './kit-model.ts';

const php = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** The list of widgets as PHP. */
function list(widgets: readonly KitWidget[]): string {
  return widgets
    .map(({ name, title, attributes }) => {
      const pairs = attributes.map(({ name, kind }) => {
        const value = typeof kind === 'string' ? php(kind) : `[${kind.map(php).join(', ')}]`;
        return `${php(name)} => ${value}`;
      });
      return `            ${php(name)} => ['title' => ${php(title.vi)}, 'attributes' => [${pairs.join(', ')}]],`;
    })
    .join('\n');
}

const read = (root: string, version: string, file: string): string =>
  readFileSync(join(root, 'hosts/nukeviet', file), 'utf8').replaceAll('{{version}}', version);

/** The block's code. */
export function phpBlock(widgets: readonly KitWidget[], root: string, version: string): string {
  // A dashboard in a placeholder needs placeholders inside: it is no block.
  const single = widgets.filter(({ name }) => name !== 'dashboard');
  const code = read(root, version, 'global.tcns_widget.php');
  return code.replace('/* {{widgets}} */', () => list(single));
}

/** All files, as they lie in the root of a NukeViet site. */
export function nukevietFiles(widgets: readonly KitWidget[], root: string, version: string): Files {
  const files: Files = { 'HUONG-DAN.txt': read(root, version, 'HUONG-DAN.txt') };
  for (const theme of ['default', 'mobile_default']) {
    files[`themes/${theme}/blocks/global.tcns_widget.php`] = phpBlock(widgets, root, version);
    files[`themes/${theme}/blocks/global.tcns_widget.ini`] = read(
      root,
      version,
      'global.tcns_widget.ini',
    );
  }
  return { ...files, ...releaseFiles(root, version, `assets/tcns/${version}`) };
}
