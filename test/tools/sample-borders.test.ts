/** Borders that the demo and the stories have of their own are invented: they carry no real area's code or name. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Area, Observations } from '../../src/api/figures.ts';
import { stripPrefix } from '../../src/domain/names.ts';
import { PROVINCES } from '../../src/domain/provinces.generated.ts';
import { sampleProvince } from '../support/fixtures/trend.ts';
import { officialAreas } from '../support/official-areas.ts';

const real = new Map<string, Area>([
  ...Object.entries(PROVINCES),
  ...officialAreas('2008'),
  ...officialAreas('2025'),
]);
// With its marks: Minh Hòa is a commune, Minh Họa is none.
const nameOf = ({ name }: Area): string =>
  stripPrefix(typeof name === 'string' ? name : (name.vi ?? '')).toLowerCase();
const realNames = new Set([...real.values()].map(nameOf));

/** The codes and the names under which a file of borders and the document of its figures are shown. */
function shownAs(borders: string, { areas }: Observations): { codes: string[]; names: string[] } {
  const codes = [...borders.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
  const names = Object.entries(areas).flatMap(([id, area]) => (id === 'vn' ? [] : [nameOf(area)]));
  return { codes, names };
}

describe('invented borders', () => {
  const files = readdirSync('demo/api', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(^|\/)geo\/[^/]+\.json$/.test(path));

  it('are in the demo', () => assert.ok(files.length > 1));

  for (const file of files)
    it(`demo/api/${file} has the code and the name of no real area`, () => {
      const area = /([^/]+)\.json$/.exec(file)?.[1] ?? '';
      const figures = readFileSync(`demo/api/${file.replace('geo/', 'observations/')}`, 'utf8');
      const { codes, names } = shownAs(
        readFileSync(`demo/api/${file}`, 'utf8'),
        JSON.parse(figures) as Observations,
      );
      assert.ok(codes.length > 0 && names.length > codes.length);
      assert.deepEqual(
        [area, ...codes].filter((code) => real.has(code)),
        [],
      );
      assert.deepEqual(
        names.filter((name) => realNames.has(name)),
        [],
      );
    });

  it('are in the stories under the invented province alone', () => {
    const text = readFileSync('.storybook/mock-api.ts', 'utf8');
    assert.deepEqual(
      [...text.matchAll(/'geo\/([^']+)'/g)].map(([, area]) => area),
      [sampleProvince().area],
    );
    assert.equal(real.has(sampleProvince().area ?? ''), false);
  });
});
