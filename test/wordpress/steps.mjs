/** The steps of the test: what passed, what broke, and pictures of both. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/test/run.mjs';

const failures = join(root, '.cache/wordpress/failures');
rmSync(failures, { recursive: true, force: true });
mkdirSync(failures, { recursive: true });

let shots;
/** Names the folder for the pictures of the docs. */
export function keepShots(folder) {
  shots = folder;
  mkdirSync(folder, { recursive: true });
}

let passed = 0;
export const broken = [];
export const counted = () => ({ passed, failed: broken.length });
let opened = {};

/** Takes what is open now, for the picture of a step that fails. */
export const watched = (page) => (opened = page);

/** Runs a step; the picture of what is open stays where it fails. */
export async function step(name, run) {
  const since = Date.now();
  try {
    await run();
    passed++;
    console.log(`✔ ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
  } catch (error) {
    broken.push(name);
    console.log(
      `✘ ${name}\n  ${String(error.stack ?? error)
        .split('\n')
        .slice(0, 8)
        .join('\n  ')}`,
    );
    const file = join(failures, `${broken.length}.png`);
    await opened.page?.screenshot({ path: file }).catch(() => undefined);
  }
}

export const shoot = async (page, name, options = {}) => {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), ...options });
};
