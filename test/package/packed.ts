/** The package as npm would publish it, unpacked into a project of its own; needs `npm run build`. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Packed {
  /** A project that has the package and its dependencies, and nothing else. */
  readonly project: string;
  /** `node_modules/tcns-widgets` of that project. */
  readonly folder: string;
  readonly tarball: string;
  /** The files of the tarball, with slashes. */
  readonly files: readonly string[];
  remove(): void;
}

interface PackageJson {
  dependencies: Record<string, string>;
}

const BUILT = [
  'dist/esm/index.js',
  'dist/esm/cli/check.js',
  'dist/types/jsx.d.ts',
  'dist/cdn/tcns.js',
];

/** Packs; `more` are packages that the project has beside the dependencies. */
export function pack(more: readonly string[] = []): Packed {
  const missing = [...BUILT, 'custom-elements.json'].filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`run "npm run build" first: no ${missing.join(', ')}`);
  const project = mkdtempSync(join(tmpdir(), 'tcns-package-'));
  const modules = join(project, 'node_modules');
  const folder = join(modules, 'tcns-widgets');
  mkdirSync(folder, { recursive: true });
  const shell = process.platform === 'win32';
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], {
    shell,
  });
  const tarball = join(project, readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '');
  execFileSync('tar', ['xzf', tarball, '-C', folder, '--strip-components=1']);
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as PackageJson;
  const { dependencies } = read(join(folder, 'package.json'));
  for (const name of [...Object.keys(dependencies), ...more]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules', name), join(modules, name), 'junction');
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return {
    project,
    folder,
    tarball,
    files,
    remove: () => rmSync(project, { recursive: true, force: true }),
  };
}
