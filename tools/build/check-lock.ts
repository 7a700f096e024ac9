/**
 * `npm run check:lock`: whether package-lock.json, or the one that is named, works on everyone's machine. npm writes
 * only the native parts that it can see, so each family must have one for every system;
 * and no package may come from another host than npm's own.
 */
import { readFileSync } from 'node:fs';

interface Locked {
  version?: string;
  resolved?: string;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}

const systems = ['win32-x64', 'darwin-x64', 'darwin-arm64', 'linux-x64', 'linux-arm64'];
const lock = process.argv[2] ?? 'package-lock.json';
const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as {
  packages: Record<string, Locked>;
};
const faults: string[] = [];

/** `@esbuild/win32-x64` is esbuild's part for win32-x64. */
const systemOf = (name: string) =>
  systems.find((system) => new RegExp(`\\b${system}\\b`).test(name));

/** Where Node would find a package from the folder that asks for it. */
function find(from: string, name: string): Locked | undefined {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (found || folder === '') return found;
  }
}

let families = 0;
for (const [path, { version, optionalDependencies = {} }] of Object.entries(packages)) {
  const parts = Object.keys(optionalDependencies).filter(systemOf);
  if (parts.length < 3) continue; // not a family of native parts
  families += 1;
  for (const system of systems) {
    if (!parts.some((name) => systemOf(name) === system)) {
      faults.push(`${path}@${version} has no part for ${system}`);
    }
  }
  for (const name of parts) {
    if (!find(path, name)) faults.push(`${path}@${version}: ${name} is not in the lock`);
  }
}
if (families === 0)
  faults.push('no family of native parts was found: mend tools/build/check-lock.ts');

for (const [path, { resolved }] of Object.entries(packages)) {
  if (!resolved || /^https:\/\/registry\.npmjs\.org\//.test(resolved)) continue;
  faults.push(`${path} comes from another host than registry.npmjs.org`);
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error(`${lock} is not complete: pin a version of which all parts are published.`);
  process.exit(1);
}
console.log(`${lock}: ${families} families of native parts, complete for ${systems.join(', ')}`);
