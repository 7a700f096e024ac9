/** The sample campaign: always running, the same for the same minute, and marked as a sample. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { readDocument } from '../../src/api/read-document.js';
import { campaignSchemas } from '../../src/api/all-document-kinds.js';
import type { Campaign } from '../../src/api/campaign.js';
import { vietnamDay } from '../../src/domain/calendar.js';
import { campaignState } from '../../src/domain/campaign.js';
import { sampleCampaign, sampleText } from '../../tools/sample/sample-campaign.mjs';
import { SAMPLE_FILE, SNAPSHOT, snapshotText } from '../../tools/sample/make-sample-campaign.js';
import { createServer } from '../../tools/serve.mjs';
import type { AddressInfo } from 'node:net';

const DAY = 86_400_000;
const read = (raw: unknown): Campaign => {
  const { document, faults } = readDocument(campaignSchemas, raw);
  assert.deepEqual(faults, []);
  return document;
};

describe('the sample campaign', () => {
  it('is under way on every day of a year, with a history and nothing later than now', () => {
    for (let i = 0; i < 366; i++) {
      const now = SNAPSHOT + i * DAY;
      const document = read(sampleCampaign(now));
      const state = campaignState(document, vietnamDay(now));
      assert.equal(state.state, 'running');
      assert.ok(state.state === 'running' && state.day >= 31 && state.total === 92);
      for (const o of document.observations)
        assert.ok((o.at ?? '').slice(0, 10) <= vietnamDay(now));
    }
  });

  it('is the same for the same minute, and moves on within a day', () => {
    assert.equal(sampleText(SNAPSHOT), sampleText(SNAPSHOT + 59_999));
    assert.notEqual(sampleText(SNAPSHOT), sampleText(SNAPSHOT + 60_000));
  });

  it('says of every figure that it is a sample', () => {
    const { observations, sources } = read(sampleCampaign(SNAPSHOT));
    for (const { source } of observations) assert.equal(sources[source ?? '']?.sample, true);
  });

  it('stands as a file for static hosts (else run `npx tsx tools/sample/make-sample-campaign.ts`)', async () => {
    assert.equal(readFileSync(SAMPLE_FILE, 'utf8'), await snapshotText());
  });

  it('is made anew by the demo’s server, with an ETag', async () => {
    let now = SNAPSHOT;
    const server = createServer({ now: () => now });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/api/sample/v1/campaigns/mau-92-ngay.json`;
      const first = await fetch(url);
      assert.equal(first.headers.get('access-control-allow-origin'), '*');
      assert.deepEqual(await first.json(), sampleCampaign(now));
      const tag = first.headers.get('etag') ?? '';
      const again = await fetch(url, { headers: { 'If-None-Match': tag } });
      assert.equal(again.status, 304);
      now += 3 * DAY;
      const later = await fetch(url, { headers: { 'If-None-Match': tag } });
      assert.deepEqual(await later.json(), sampleCampaign(now));
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  it('runs today on a static host too: the page moves its dates', () => {
    const script = readFileSync(new URL('../../demo/assets/live.js', import.meta.url), 'utf8');
    let adapter: ((raw: unknown) => unknown) | undefined;
    const now = SNAPSHOT + 1000 * DAY;
    const page = {
      window: {
        tcns: {
          configure: ({ adapters }: { adapters: Record<string, typeof adapter> }) =>
            (adapter = adapters['theo-hom-nay']),
        },
      },
      Date: class extends Date {
        static override now = () => now;
      },
    };
    Object.assign(page, page.window);
    runInNewContext(script, page);
    const moved = read(JSON.parse(JSON.stringify(adapter?.(sampleCampaign(SNAPSHOT)))));
    const state = campaignState(moved, vietnamDay(now));
    assert.deepEqual(state, campaignState(sampleCampaign(SNAPSHOT), vietnamDay(SNAPSHOT)));
    const newest = moved.observations.map(({ at }) => at ?? '').sort();
    assert.equal(newest[newest.length - 1]?.slice(0, 10), vietnamDay(now));
  });
});
