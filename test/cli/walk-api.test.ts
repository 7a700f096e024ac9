/** `tcns-check https://…/v1` finds the documents of an API by its OpenAPI description, and what is wrong in them. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { main } from '../../src/cli/check.js';
import { API_FOLDER, readDocuments } from '../../tools/generate/make-bundle.js';
import { createServer as createDemoServer } from '../../tools/serve.mjs';

const servers: Server[] = [];
after(() => {
  for (const server of servers) server.close();
});

async function serve(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server of some documents by their paths; what is not there is answered by `otherwise`. */
function serveDocuments(
  documents: Readonly<Record<string, unknown>>,
  otherwise: RequestListener = (_, response) => response.writeHead(404).end(),
): Promise<string> {
  return serve(
    createServer((request, response) => {
      const document = documents[decodeURI(request.url ?? '')];
      if (document === undefined) return otherwise(request, response);
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'max-age=300',
      });
      return response.end(JSON.stringify(document));
    }),
  );
}

async function check(url: string) {
  const lines: string[] = [];
  const code = await main([url], (line) => lines.push(line));
  return { code, sum: lines.pop() ?? '', lines };
}

const observations = (area: string, value: unknown = 1) => ({
  version: '1',
  area,
  areas: { [area]: { name: 'Quảng Trị' } },
  indicators: { teams: { name: 'Số tổ' } },
  observations: [{ area, indicator: 'teams', at: '2026-06', value }],
});
const team = (id: string) => ({ id, name: `Tổ ${id}`, level: 'hamlet', area: '44@2025' });

describe('tcns-check of the base of an API', () => {
  it('finds every document of the demo', async () => {
    const origin = await serve(createDemoServer());
    const { code, sum, lines } = await check(`${origin}/api/v1/`);
    assert.equal(code, 0, lines.join('\n'));
    const files = Object.keys(readDocuments(API_FOLDER)).length;
    // Those of the bundle count, too.
    const bundled = files;
    assert.match(sum, new RegExp(`^${files + bundled} documents, 0 faults`));
  });

  it('names the fault of a document that only another one leads to', async () => {
    const commune = { ...observations('19333@2025', '12'), area: '19333@2025' };
    const province = observations('44@2025');
    const origin = await serveDocuments({
      '/v1/observations/44@2025.json': {
        ...province,
        areas: { ...province.areas, '19333@2025': { name: 'Nam Đông Hà' } },
      },
      '/v1/observations/19333@2025.json': commune,
    });
    const { code, lines } = await check(`${origin}/v1`);
    assert.equal(code, 1);
    assert.ok(
      lines.includes(
        `${origin}/v1/observations/19333@2025.json: observations[0].value: a number or null, not "12"`,
      ),
      lines.join('\n'),
    );
  });

  it('follows the pages of a long list, and no page of another host', async () => {
    const foreign = await serveDocuments({ '/teams.json': { version: '9' } });
    const list = { version: '1', area: '44@2025', areas: { '44@2025': { name: 'Quảng Trị' } } };
    const origin = await serveDocuments({
      '/v1/teams/44@2025.json': { ...list, teams: [team('a')], next: '44@2025/2.json' },
      '/v1/teams/44@2025/2.json': {
        ...list,
        teams: [team('b'), { id: 'c' }],
        next: `${foreign}/teams.json`,
      },
    });
    const { sum, lines } = await check(`${origin}/v1`);
    assert.match(sum, /^2 documents/);
    assert.ok(
      lines.some((line) => line.startsWith(`${origin}/v1/teams/44@2025/2.json: teams[1].name: `)),
      lines.join('\n'),
    );
  });

  it('looks at the headers of each kind of document once', async () => {
    const origin = await serveDocuments({
      '/v1/observations/44@2025.json': observations('44@2025'),
      '/v1/observations/45@2008.json': observations('45@2008'),
    });
    const { lines } = await check(`${origin}/v1`);
    assert.equal(lines.filter((line) => line.includes('no ETag')).length, 1, lines.join('\n'));
  });

  it('says in one line that nothing is there, or that nothing answers', async () => {
    const empty = await serveDocuments({});
    const nothing = await check(`${empty}/v1`);
    assert.deepEqual(
      [nothing.code, nothing.lines],
      [1, [`${empty}/v1: no document of the API answers below this address`]],
    );
    const dead = createServer();
    const gone = await serve(dead);
    await new Promise((done) => dead.close(done));
    const failed = await check(`${gone}/v1`);
    assert.equal(failed.code, 1);
    assert.equal(failed.lines.length, 1, failed.lines.join('\n'));
  });

  it('says once that a server answers every address with a page', async () => {
    const origin = await serveDocuments(
      { '/v1/observations/44@2025.json': observations('44@2025') },
      (_, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>'),
    );
    const { code, sum, lines } = await check(`${origin}/v1`);
    assert.equal(code, 1);
    assert.match(sum, /^1 document, 1 fault,/, lines.join('\n'));
  });
});
