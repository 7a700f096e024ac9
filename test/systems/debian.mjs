/** Packages of Debian for a run, in `.cache/systems`: unpacked there, or (a program that needs libraries) installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { env, getuid } from 'node:process';
import { debianPackages } from '../wordpress/packages.mjs';
import { cache } from './packages.mjs';

/** A program's output. */
export const output = (program, given, options = {}) =>
  execFileSync(program, given, {
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1e8,
    ...options,
  });

/** What PHP writes for a text on its standard input. */
export const php = (code, input = '') =>
  output('php', ['-d', 'error_reporting=0', '-d', 'display_errors=0', '-r', code], { input });

const filesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.deb'))
    .map((name) => join(folder, name));

/**
 * The files of packages, unpacked into the cache where they are not there yet.
 *
 * @param suite - a suite of Debian, or `own` for the system's
 * @param prepare - changes what was unpacked, once
 * @returns the folder
 */
export function unpacked(name, suite, packages, prepare = () => undefined) {
  const folder = join(cache, `debian-${name}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.new`;
  const debs = join(fresh, 'debs');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(debs, { recursive: true });
  if (suite === 'own') output('apt-get', ['download', '-qq', ...packages], { cwd: debs });
  else debianPackages(suite, packages, debs);
  const files = filesIn(debs);
  if (files.length < packages.length) throw new Error(`${packages.join(', ')} cannot be had`);
  for (const file of files) output('dpkg-deb', ['-x', file, fresh]);
  rmSync(debs, { recursive: true });
  prepare(fresh);
  renameSync(fresh, folder);
  return folder;
}

/** Installs a program of the system where it is missing and that is allowed. */
export function installed(program, pack) {
  try {
    output('sh', ['-c', `command -v ${program}`]);
  } catch {
    if (getuid?.() !== 0) throw new Error(`${program} is not installed`);
    output('apt-get', ['install', '-y', '-qq', '--no-install-recommends', pack], {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}
