/** The package of the desk page, copied to a real server as offices do, month after month. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** How an office copies the zip's files to its server; each keeps the files' times. */
const COPIES = {
  unzip: (zip, target) => ['unzip', ['-o', '-q', zip, '-d', target]],
  'scp -p': (_, target, fresh) => ['scp', ['-q', '-p', '-r', join(fresh, 'v1'), target]],
  'rsync -a': (_, target, fresh) => ['rsync', ['-a', `${fresh}/`, target]],
};

/**
 * The zip of the desk page, copied over the one of the month before: a document with another figure of
 * the same length has another ETag, the others keep theirs.
 *
 * @param options - `{ check, say, site, folder, files }`; `site` is the server's folder, `folder` one for what is made
 *   on the way, `files` the address of `site/tcns`
 */
export async function copiedPackages({ check, say, site, folder, files }) {
  const { filesOf, stamped } = await tsImport('../../src/desk/files.ts', import.meta.url);
  const { packageFiles } = await tsImport('../../src/desk/package-files.ts', import.meta.url);
  const paths = { changed: 'observations/44@2025', same: 'observations/46@2025' };
  const build = (value, published, now) => {
    const of = (area, own) => ({ version: '1', area, observations: [{ area, value: own }] });
    const made = { [paths.changed]: of('44@2025', value), [paths.same]: of('46@2025', 7) };
    const documents = stamped(made, published, now);
    return {
      documents,
      zip: packageFiles(filesOf(documents, published, {}), { documents, published, now }),
    };
  };
  const first = build(12, {}, Date.UTC(2026, 9, 20));
  const second = build(13, first.documents, Date.UTC(2026, 10, 20));
  for (const [name, copy] of Object.entries(COPIES)) {
    const place = `v1/copied-${name.replace(/\W+/g, '-')}`;
    const target = join(site, 'tcns', place);
    const tags = [];
    let isThere = true;
    for (const { zip } of [first, second]) {
      const fresh = mkdtempSync(join(folder, 'zip-'));
      writeFileSync(join(fresh, 'v1.zip'), zip);
      mkdirSync(target, { recursive: true });
      const commands = [['unzip', ['-o', '-q', join(fresh, 'v1.zip'), '-d', fresh]]];
      commands.push(copy(join(fresh, 'v1.zip'), target, fresh));
      isThere &&= commands.every(([command, args]) => !spawnSync(command, args).error);
      const tagOf = (path) =>
        fetch(`${files}/${place}/v1/${path}.json`).then(({ headers: all }) => all.get('etag'));
      tags.push({ changed: await tagOf(paths.changed), same: await tagOf(paths.same) });
    }
    if (!isThere) {
      say(`- ${name}: not tried, because the command is not installed`);
      continue;
    }
    const [before, after] = tags;
    check(
      `${name}: a changed document has another ETag, though its length is the same`,
      before.changed && after.changed && before.changed !== after.changed,
      JSON.stringify(tags),
    );
    check(
      `${name}: a document that did not change keeps its ETag`,
      before.same && before.same === after.same,
      JSON.stringify(tags),
    );
  }
}
