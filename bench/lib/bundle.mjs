/** The scripts of the peers: a file as it is, or with the libraries that it imports in it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundles = new Map();

/** Names of the packages that a file imports, itself or by what stands beside it. */
function packagesOf(file) {
  const imported = [...readFileSync(file, 'utf8').matchAll(/ from '([^']+)'/g)];
  const names = imported.flatMap(([, name]) => {
    if (name.startsWith('.')) return packagesOf(join(dirname(file), name));
    return name.match(/^(@[\w-]+\/)?[a-z][\w-]*/)?.[0] ?? [];
  });
  return [...new Set(names)];
}

/** The packages of a file that are not installed; `npm ci --prefix bench` installs them. */
export const missingFor = (file) =>
  packagesOf(file).filter(
    (name) =>
      !existsSync(join(root, 'bench/node_modules', name)) &&
      !existsSync(join(root, 'node_modules', name)),
  );

/**
 * A module that is complete in itself, as a page would load it: minified, without what is not used.
 *
 * @param code - the module's text where it is no file; `file` then only says where it would be
 */
export async function bundled(file, code) {
  const key = code ?? file;
  const entry = join(dirname(file), 'bench-entry.js');
  const made = {
    name: 'bench-entry',
    resolveId: (id) => (id === entry ? entry : undefined),
    load: (id) => (id === entry ? (code ?? readFileSync(file, 'utf8')) : undefined),
  };
  if (!bundles.has(key)) {
    const [{ output }] = await build({
      configFile: false,
      logLevel: 'silent',
      root,
      mode: 'production',
      plugins: [made],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        target: 'es2022',
        minify: 'oxc',
        lib: { entry, formats: ['es'] },
        rolldownOptions: { external: [/^\/(cdn|drawn)/], output: { minify: true } },
      },
    });
    bundles.set(key, output[0].code);
  }
  return bundles.get(key);
}

/** A peer's script: bundled where it imports a library. */
export const scriptOf = (file) =>
  packagesOf(file).length > 0 ? bundled(file) : readFileSync(file, 'utf8');
