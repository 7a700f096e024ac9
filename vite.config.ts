import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const { version } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
) as {
  version: string;
};

/**
 * What every Vite of this project shares: the files for a CDN (`tools/build/build-cdn.ts` adds
 * its outputs to it) and Storybook. Decorators are lowered as `tsconfig.json` says.
 */
export default defineConfig({
  define: { __TCNS_VERSION__: JSON.stringify(version) },
});
