import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getResponse } from 'msw';
import main from '../../.storybook/main.ts';
import { handlers } from '../../.storybook/mock-api.ts';
import { FAILURES, readSwitches, switchedArgs, withSwitches } from '../../.storybook/switches.ts';
import { readDocument } from '../../src/api/read-document.ts';
import { campaignSchemas } from '../../src/api/campaign.ts';
import { servicesSchemas } from '../../src/api/services.ts';
import { figuresSchemas } from '../../src/api/figures.ts';
import { forms } from '../support/fixtures/observations.ts';

/** Needs a browser, and is here for its types: the check and the lint of the tests see it. */
export type { default as Preview } from '../../.storybook/preview.ts';

async function ask(address: string): Promise<Response> {
  const answer = await getResponse(handlers, new Request(`http://stories.test/${address}`));
  assert.ok(answer, `nobody answers ${address}`);
  return answer;
}

async function faultsAt(address: string) {
  const answer = await ask(address);
  assert.equal(answer.status, 200);
  return readDocument(figuresSchemas, await answer.json()).faults;
}

describe('Storybook', () => {
  it('tells nobody that it runs', () => {
    assert.deepEqual(main.core, { disableTelemetry: true, disableWhatsNewNotifications: true });
  });
});

describe('the mocked API of the stories', () => {
  it('has every form of a figure', async () => {
    for (const form of Object.keys(forms)) {
      assert.deepEqual(await faultsAt(`mock/forms/${form}.json`), [], form);
    }
  });

  it('has the published figures of an area in one document', async () => {
    for (const area of ['vn@2025', 'vn@2008', '45@2008', '48@2008', '70@2008', '128@2008']) {
      assert.deepEqual(await faultsAt(`mock/v1/observations/${area}.json`), [], area);
    }
    const nation = (await (await ask('mock/v1/observations/vn@2025.json')).json()) as {
      observations: { indicator: string; at: string }[];
    };
    const teams = nation.observations.filter(({ indicator }) => indicator === 'teams');
    assert.deepEqual(teams.map(({ at }) => at).sort(), ['2022-06', '2022-08', '2025-03']);
  });

  it('knows neither other areas nor other forms', async () => {
    assert.equal((await ask('mock/v1/observations/99@2025.json')).status, 404);
    assert.equal((await ask('mock/forms/nothing.json')).status, 404);
  });

  it('has samples for the widgets that list areas, goals and services', async () => {
    for (const area of ['vn@2025', 'vn@2008', '44@2025', 'mau1@2025']) {
      assert.deepEqual(await faultsAt(`mock/sample/v1/observations/${area}.json`), [], area);
    }
    const read = async (path: string) => (await ask(`mock/sample/v1/${path}`)).json();
    const campaign = readDocument(campaignSchemas, await read('campaigns/mau-92-ngay.json'));
    assert.deepEqual(campaign.faults, []);
    assert.ok(campaign.document.goals.length > 0);
    const services = readDocument(servicesSchemas, await read('services/468@2008.json'));
    assert.ok(services.document.services.length > 0);
    const { teams } = (await read('teams/48@2008.json')) as { teams: unknown[] };
    assert.ok(teams.length > 0);
  });

  it('fails, goes stale and mends', async () => {
    const twice = async (address: string) => [
      (await ask(address)).status,
      (await ask(address)).status,
    ];
    assert.deepEqual(await twice('mock/fails/ready.json'), [403, 403]);
    assert.deepEqual(await twice('mock/stale/ready.json'), [200, 403]);
    assert.deepEqual(await twice('mock/mends/ready.json'), [403, 200]);
  });
});

describe('the switches of the mocked API', () => {
  const at = (switches: Parameters<typeof withSwitches>[1], path = 'forms/ready.json') =>
    withSwitches(`mock/${path}`, switches);
  const valueAt = async (address: string): Promise<number> => {
    const { observations } = (await (await ask(address)).json()) as {
      observations: { value: number }[];
    };
    return observations[0]?.value ?? NaN;
  };

  it('stand in the address, and are read from it again', () => {
    assert.equal(at({}), 'mock/forms/ready.json');
    for (const switches of [
      { delay: 1500, fail: undefined, live: false },
      { delay: 'infinite', fail: undefined, live: false },
      { delay: undefined, fail: 'offline', live: true },
    ] as const) {
      const said = /~([^/]+)/.exec(at(switches))?.[1] ?? '';
      assert.deepEqual(readSwitches(said), switches);
    }
  });

  it('fail in every way that they name', async () => {
    const statusOf = async (fail: (typeof FAILURES)[number]) => (await ask(at({ fail }))).status;
    assert.deepEqual(await Promise.all(FAILURES.map(statusOf)), [404, 500, 0, 200, 200]);
    assert.match(await (await ask(at({ fail: 'html' }))).text(), /<!doctype html>/);
    const wrong = await (await ask(at({ fail: 'shape' }))).json();
    assert.throws(() => readDocument(figuresSchemas, wrong));
  });

  it('move figures with each answer, and call them samples from then on', async () => {
    const address = at({ live: true });
    const first = await valueAt(address);
    assert.equal(await valueAt(address), first + 1);
    const { sources } = (await (await ask(address)).json()) as {
      sources: Record<string, { sample?: boolean }>;
    };
    assert.ok(Object.values(sources).every(({ sample }) => sample));
    assert.equal(await valueAt(at({})), await valueAt(at({})), 'without the switch nothing moves');
  });

  it('of the toolbar reach the addresses of a story that have no behaviour of their own', () => {
    const args = { api: 'mock/v1', src: 'mock/stale/ready.json', area: 'vn' };
    assert.equal(switchedArgs(args, 'answers'), args);
    const slow = switchedArgs(args, 'slow');
    assert.deepEqual([slow.api, slow.src, slow.area], ['mock/~delay=3000/v1', args.src, 'vn']);
    assert.equal((switchedArgs(args, 'live') as { refresh?: number }).refresh, 15);
  });
});
