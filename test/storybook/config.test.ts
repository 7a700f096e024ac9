import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getResponse } from 'msw';
import main from '../../.storybook/main.ts';
import { handlers } from '../../.storybook/mock-api.ts';
import { readDocument } from '../../src/data/read-document.ts';
import { figuresShape } from '../../src/data/shapes.ts';
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
  return readDocument(figuresShape, await answer.json()).faults;
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

  it('fails, goes stale and mends', async () => {
    const twice = async (address: string) => [
      (await ask(address)).status,
      (await ask(address)).status,
    ];
    assert.deepEqual(await twice('mock/fails/ready.json'), [404, 404]);
    assert.deepEqual(await twice('mock/stale/ready.json'), [200, 404]);
    assert.deepEqual(await twice('mock/mends/ready.json'), [404, 200]);
  });
});
