/** The manifest of the elements, as `custom-elements.json` has it: analysed once a process, because it takes seconds. */
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

let manifest: Promise<unknown> | undefined;

/** @typeParam T - what the caller reads of it; it changes nothing there. */
export const readElementsManifest = <T>(): Promise<T> =>
  (manifest ??= cli({
    argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
    noWrite: true,
  })) as Promise<T>;
