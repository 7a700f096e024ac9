/** What `npm run release:check` says of a version before it runs anything. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsOfVersion } from '../../tools/release-check.mjs';

const right = {
  version: '0.2.0',
  lock: '0.2.0',
  changelog: '# Changelog\n\nText.\n\n## 0.2.0 (2026-12-01)\n\n## 0.1.0 (2026-11-22)\n',
  changes: '',
  tags: ['v0.1.0'],
};
const wrong: [what: string, with_: Partial<typeof right>, said: RegExp][] = [
  ['no version', { version: 'next' }, /no version/],
  ['another lock', { lock: '0.1.0' }, /package-lock\.json says 0\.1\.0/],
  ['no heading', { changelog: '## Unreleased (0.2.0)\n' }, /begins with "Unreleased/],
  ['the heading of a longer version', { changelog: '## 0.2.01 (2026-12-01)\n' }, /begins with/],
  ['changes', { changes: ' M src/index.ts' }, /not committed/],
  ['a tag that is there', { tags: ['v0.1.0', 'v0.2.0'] }, /tag v0\.2\.0/],
];

describe('release:check', () => {
  it('finds nothing where all is right', () => assert.deepEqual(faultsOfVersion(right), []));
  for (const [what, part, said] of wrong)
    it(`finds ${what}`, () => {
      const faults: string[] = faultsOfVersion({ ...right, ...part });
      assert.ok(
        faults.some((fault) => said.test(fault)),
        faults.join('\n'),
      );
    });
});
