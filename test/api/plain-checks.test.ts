/** The quick checks never pass what the schemas refuse, and pass what publishers really write. */
import assert from 'node:assert/strict';
// fast-check makes records without a prototype, which the strict comparison would tell apart.
import loose from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from '../support/property.js';
import { safeParse } from 'valibot';
import * as campaignChecks from '../../src/api/campaign.plain.generated.js';
import { campaignShape } from '../../src/api/campaign-shape.js';
import * as figuresChecks from '../../src/api/figures.plain.generated.js';
import * as servicesChecks from '../../src/api/services.plain.generated.js';
import { servicesShape } from '../../src/api/services-shape.js';
import * as teamsChecks from '../../src/api/teams.plain.generated.js';
import { figuresShape } from '../../src/api/document-shapes.js';
import { rosterShape } from '../../src/api/roster-document.js';
import {
  CHECKED,
  plainChecksFile,
  plainChecksText,
  type CheckedFile,
} from '../../tools/generate/make-plain-checks.js';

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...figuresChecks,
  ...campaignChecks,
  ...servicesChecks,
  ...teamsChecks,
};
const SCHEMAS = Object.values(CHECKED).flatMap((group) => Object.entries(group));

/** Values that are right for some member of a document, or nearly so. */
const anyValue = fc.oneof(
  fc.constantFrom(
    ...[
      'vn',
      '44@2025',
      '44',
      '',
      'sum',
      'higher',
      'linear',
      '2023',
      '2023-09',
      '2023-13',
      '1',
      '1.2',
    ],
    ...['2', '2022-06-01', '2023-01/2023-06', 'leader', 'commune', '<', 'missing', 'x'],
  ),
  fc.constantFrom(null, undefined, 0, -1, 1.5, NaN, Infinity, true, false),
  fc.constantFrom([], [1, 2], [1, null], ['44@2025'], {}, { vi: 'a' }, { vi: 1 }, { value: 5 }),
);

describe('the quick checks of the API', () => {
  it('are what tools/generate/make-plain-checks.ts makes of the schemas', async () => {
    for (const file of Object.keys(CHECKED) as CheckedFile[])
      assert.equal(
        readFileSync(plainChecksFile(file), 'utf8'),
        await plainChecksText(file),
        'npx tsx tools/generate/make-plain-checks.ts',
      );
  });

  for (const [name, schema] of SCHEMAS) {
    const check = checks[name]!;
    const members = Object.keys((schema as { entries?: object }).entries ?? {});

    it(`${name}: what passes is right, and is read as it stands`, () => {
      let passed = 0;
      const value =
        members.length === 0
          ? anyValue
          : fc.record(Object.fromEntries(members.map((member) => [member, anyValue])), {
              requiredKeys: [],
            });
      fc.assert(
        fc.property(value, (candidate) => {
          if (!check(candidate)) return;
          passed++;
          const parsed = safeParse(schema, candidate);
          assert.ok(parsed.success, JSON.stringify(candidate));
          loose.deepEqual(parsed.output, candidate);
        }),
        { numRuns: 3000 },
      );
      assert.ok(passed > 0 || members.length > 3, 'nothing passed: the test says nothing');
    });
  }

  it('pass every document of the demo, so that no page of it loads the schemas', () => {
    const shapes = {
      observations: figuresShape,
      campaigns: campaignShape,
      services: servicesShape,
      teams: rosterShape,
    };
    const files = readdirSync('demo/api', { recursive: true, encoding: 'utf8' })
      .map((name) => `demo/api/${name.replaceAll('\\', '/')}`)
      .filter((name) => /\/(observations|campaigns|services|teams)\/[^/]+\.json$/.test(name));
    const seen = new Set<string>();
    for (const file of files.filter((name) => !name.endsWith('/index.json'))) {
      const folder = file.split('/').at(-2) as keyof typeof shapes;
      seen.add(folder);
      const read = shapes[folder].read(JSON.parse(readFileSync(file, 'utf8')));
      assert.ok(!(read instanceof Promise), file);
    }
    assert.equal(seen.size, 4);
  });
});
