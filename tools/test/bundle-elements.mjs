/**
 * A plugin of web-test-runner that serves test files bundled: all of them are entries of one esbuild run, and
 * what they share is in chunks. File by file, each of fifty pages asked for some hundred modules of its own.
 * The address of a test stays that of its file, and source maps lead a failure to file and line.
 */
import { relative } from 'node:path';
import { build } from 'esbuild';
import { root } from './run.mjs';

/** Loaded by tests in a frame of their own, by address. */
const LOADED_BY_TESTS = ['test/data/fresh-modules.ts'];

/** @param {string[]} files Paths of test files, from the root of the repository. */
export function bundledTests(files) {
  let served;
  const make = async () => {
    const { outputFiles } = await build({
      entryPoints: [...files, ...LOADED_BY_TESTS],
      absWorkingDir: root,
      outbase: '.',
      outdir: '.',
      entryNames: '[dir]/[name]',
      chunkNames: '__bundled/[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      write: false,
      sourcemap: 'linked',
      sourcesContent: false,
      target: 'es2022',
      tsconfig: 'tsconfig.json',
      conditions: ['production'],
      // Web-test-runner itself serves these.
      external: ['/__*'],
      logLevel: 'warning',
    });
    return new Map(
      outputFiles.map(({ path, text }) => [`/${relative(root, path).replaceAll('\\', '/')}`, text]),
    );
  };
  return {
    name: 'bundled-tests',
    async serverStart() {
      served = await make();
    },
    serve({ path }) {
      const body = served.get(path.replace(/\.ts$/, '.js'));
      if (body === undefined) return undefined;
      return {
        body,
        type: path.endsWith('.map') ? 'json' : 'js',
        headers: { 'cache-control': 'max-age=3600' },
      };
    },
  };
}
