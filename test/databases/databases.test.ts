/**
 * From a query to documents, against real servers of PostgreSQL and MariaDB: started and stopped here,
 * in folders of their own. `npm run test:databases` leaves out what is not installed, with one line.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, getuid } from 'node:process';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const TOOL = fileURLToPath(new URL('../../src/cli/bin/tcns-data.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tcns-db-'));
const servers: ChildProcess[] = [];
/** PostgreSQL waits for its clients on SIGTERM; MariaDB does not know SIGINT. */
const isMaria = ({ spawnfile }: ChildProcess) => spawnfile.endsWith('mariadbd');
after(async () => {
  for (const server of servers) {
    const gone = once(server, 'exit');
    if (server.exitCode === null && server.kill(isMaria(server) ? 'SIGTERM' : 'SIGINT')) await gone;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** The table of the docs, and the query in it (docs/data-desk.md). */
const TABLE = `CREATE TABLE so_lieu (dia_ban varchar(80), ky varchar(10), so_to integer, ty_le numeric(6,3));
INSERT INTO so_lieu VALUES ('Huế', '2026-08', 120, 5.250), ('Hà Nội', '2026-08', NULL, 96.5), ('Không Đâu', '2026-08', 7, 1);`;
const QUERY = 'SELECT dia_ban, ky, so_to, ty_le FROM so_lieu ORDER BY so_to';
const FROM = '-#at=ky&teams=so_to&rate=ty_le&numbers=en';

/** The figures that the tool writes of a table, and what it says. */
function build(table: string, name: string): { text: string; figures: unknown[] } {
  const out = join(folder, name);
  const text = execFileSync(execPath, [TOOL, 'build', '--from', FROM, '--out', out], {
    input: table,
    encoding: 'utf8',
  });
  const read = (area: string) =>
    (
      JSON.parse(readFileSync(join(out, `observations/${area}.json`), 'utf8')) as {
        observations: { area: string; indicator: string; value: number }[];
      }
    ).observations;
  return { text, figures: read('vn@2025').map((o) => [o.area, o.indicator, o.value]) };
}
const RIGHT = [
  ['01@2025', 'rate', 96.5],
  ['46@2025', 'rate', 5.25],
  ['46@2025', 'teams', 120],
];

/** The account that the distribution made for a server; servers refuse to run as root. */
function account(name: string): { uid: number; gid: number } | undefined {
  if (getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((own) => own.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

async function until(isReady: () => boolean): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (isReady()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not start');
}
const works = (run: () => unknown): boolean => {
  try {
    run();
    return true;
  } catch {
    return false;
  }
};

const POSTGRES = '/usr/lib/postgresql';
const [version] = existsSync(POSTGRES)
  ? readdirSync(POSTGRES).sort((a, b) => Number(b) - Number(a))
  : [];
const postgres = version && join(POSTGRES, version, 'bin');
const mariadb = ['/usr/sbin/mariadbd', '/usr/libexec/mariadbd'].find((path) => existsSync(path));

function ownFolder(name: string, owner: { uid: number; gid: number } | undefined): string {
  const path = join(folder, name);
  mkdirSync(path, { mode: 0o700 });
  if (owner) {
    chownSync(folder, owner.uid, owner.gid);
    chownSync(path, owner.uid, owner.gid);
  }
  return path;
}

describe('a query made documents', () => {
  it(
    'from PostgreSQL, by psql --csv',
    { skip: !postgres && 'PostgreSQL is not installed' },
    async () => {
      const bin = postgres ?? '';
      const owner = account('postgres');
      const data = ownFolder('postgres', owner);
      const as = { ...owner, stdio: 'ignore' as const, cwd: data };
      execFileSync(
        join(bin, 'initdb'),
        ['-D', join(data, 'db'), '-U', 'tcns', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
        as,
      );
      const server = spawn(
        join(bin, 'postgres'),
        ['-D', join(data, 'db'), '-k', data, '-c', 'listen_addresses='],
        as,
      );
      servers.push(server);
      const psql = (...args: string[]) =>
        execFileSync('psql', ['-h', data, '-U', 'tcns', '-d', 'postgres', ...args], {
          ...owner,
          encoding: 'utf8',
          stdio: 'pipe',
          cwd: data,
        });
      await until(() => works(() => psql('-c', 'SELECT 1')));
      psql('-c', TABLE);
      const { text, figures } = build(psql('--csv', '-c', QUERY), 'postgres-v1');
      assert.deepEqual(figures, RIGHT);
      assert.match(text, /Dòng 2, cột “dia_ban”: “Không Đâu”/);
    },
  );

  it(
    'from MariaDB, by mysql --batch',
    { skip: !mariadb && 'MariaDB is not installed' },
    async () => {
      const owner = account('mysql');
      const data = ownFolder('mariadb', owner);
      const socket = join(data, 's');
      const as = { ...owner, stdio: 'ignore' as const, cwd: data };
      const place = [`--datadir=${join(data, 'db')}`];
      execFileSync(
        'mariadb-install-db',
        ['--no-defaults', ...place, '--auth-root-authentication-method=normal', '--skip-test-db'],
        as,
      );
      const server = spawn(
        mariadb ?? '',
        [
          '--no-defaults',
          ...place,
          `--socket=${socket}`,
          '--skip-networking',
          `--pid-file=${join(data, 'pid')}`,
        ],
        as,
      );
      servers.push(server);
      const mysql = (...args: string[]) =>
        execFileSync(
          'mysql',
          ['--no-defaults', '-u', 'root', '-S', socket, '--default-character-set=utf8mb4', ...args],
          { encoding: 'utf8', stdio: 'pipe' },
        );
      await until(() => works(() => mysql('-e', 'SELECT 1')));
      mysql('-e', `CREATE DATABASE so CHARACTER SET utf8mb4; USE so; ${TABLE}`);
      const { text, figures } = build(mysql('--batch', '-D', 'so', '-e', QUERY), 'mariadb-v1');
      assert.deepEqual(figures, RIGHT);
      assert.match(text, /“Không Đâu”/);
    },
  );
});
