/** The widgets on a server: no window on import, and the figure in the HTML. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { binhPhuoc, running } from '../support/fixtures/campaign.js';
import { services } from '../support/fixtures/services.js';
import { communes, national } from '../support/fixtures/trend.js';
import { sampleWards } from '../../tools/sample/sample-teams.ts';
import { approximate, missingWithTarget, pinned, ready } from '../support/fixtures/observations.js';

const SRC = new URL('../../src/', import.meta.url);
/** The scripts of a page: they start working when they are loaded. */
const PAGE_SCRIPTS =
  /^embed\/((loader|early|all|install|late|self-check|ready)\.ts$|diagnose\/)|^pages\/(builder|embed)\//;
const modules = (readdirSync(SRC, { recursive: true }) as string[])
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !PAGE_SCRIPTS.test(file));

describe('importing in Node', () => {
  test('finds the modules', () => {
    assert.ok(modules.length > 30, `${modules.length} modules`);
    assert.ok(modules.includes('elements/kpi-card/kpi-card.ts'));
  });

  for (const file of modules)
    test(`${file} needs no window`, async () => {
      await import(new URL(file, SRC).href);
      const page = ['window', 'document', 'location', 'localStorage'];
      // Node has a localStorage of its own from version 25 on, behind a getter that warns.
      const there = page.filter((name) => name in globalThis && name !== 'localStorage');
      assert.deepEqual(there, []);
    });
});

describe('on a server', () => {
  const drawn = async (template: unknown): Promise<string> => {
    await import('../../src/elements/kpi-card/kpi-card.js');
    await import('../../src/elements/stat/stat.js');
    await import('../../src/elements/campaign-tracker/campaign-tracker.js');
    await import('../../src/elements/service-guide/service-guide.js');
    await import('../../src/elements/dashboard/dashboard.js');
    await import('../../src/elements/ranking/ranking.js');
    await import('../../src/elements/trend/trend.js');
    await import('../../src/elements/team-roster/team-roster.js');
    const result = await collectResult(render(template));
    // Lit's own marks are for hydration.
    return result
      .replace(/<!--.*?-->|<\?>/g, '')
      .replace(/<style>.*?<\/style>/gs, '')
      .replace(/\s+/g, ' ');
  };
  const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

  test('a card is drawn whole into declarative shadow DOM', async () => {
    const markup = await drawn(
      html`<tcns-kpi-card
        area="48@2008"
        indicator="members"
        .data=${approximate()}
      ></tcns-kpi-card>`,
    );
    assert.match(
      markup,
      /<tcns-kpi-card[^>]*> ?<template shadowroot="open" shadowrootmode="open">/,
    );
    assert.match(textOf(markup), /Số thành viên tổ, TP\. Đà Nẵng/);
    assert.match(textOf(markup), /hơn 15\.000 người/);
    assert.match(textOf(markup), /Nguồn: Báo Đà Nẵng/);
    assert.match(textOf(markup), /khoảng tháng 12\/2022/);
  });

  test('a card says what is missing, also on a server', async () => {
    const text = textOf(
      await drawn(
        html`<tcns-kpi-card
          area="70@2008"
          indicator="dossier.online"
          .data=${missingWithTarget()}
        ></tcns-kpi-card>`,
      ),
    );
    assert.match(text, /Chưa có số liệu/);
    assert.match(text, /Chỉ tiêu 50%/);
  });

  test('a roster is drawn with its teams, and nobody who did not agree', async () => {
    const data = sampleWards();
    const [first] = data['teams'] as { people: Record<string, unknown>[] }[];
    first!.people = [
      { role: 'leader', name: 'Nguyễn Mẫu Bí Mật' },
      { role: 'deputy', name: 'Trần Mẫu Đồng Ý', consent: '2026-11-01' },
    ];
    for (const view of ['list', 'cards', 'finder']) {
      const markup = await drawn(
        html`<tcns-team-roster view=${view} .data=${data}></tcns-team-roster>`,
      );
      assert.doesNotMatch(markup, /Bí Mật/);
      assert.match(textOf(markup), /Phường An Khê \(cũ\)/);
      if (view !== 'finder') assert.match(textOf(markup), /Trần Mẫu Đồng Ý/);
    }
  });

  test('a stat is drawn into its sentence', async () => {
    const text = textOf(
      await drawn(
        html`<p>
          Cả nước có
          <tcns-stat area="vn" indicator="teams" at="2022-08" unit .data=${pinned()}>0</tcns-stat>.
        </p>`,
      ),
    );
    assert.match(text, /Cả nước có 45\.895 tổ/);
  });

  test('a campaign is drawn in each of its views', async () => {
    for (const view of ['full', 'compact', 'headline']) {
      const text = textOf(
        await drawn(
          html`<tcns-campaign-tracker view=${view} .data=${binhPhuoc()}></tcns-campaign-tracker>`,
        ),
      );
      assert.match(text, /Chiến dịch 92 ngày đêm/);
      assert.match(text, /Đã kết thúc/);
      assert.match(text, /[Cc]hưa có số liệu/);
    }
    const text = textOf(
      await drawn(html`<tcns-campaign-tracker .data=${running()}></tcns-campaign-tracker>`),
    );
    assert.match(text, /Hạng 1: .*Xã Mẫu 3/);
  });

  test('a service guide is drawn with its links', async () => {
    const markup = await drawn(html`<tcns-service-guide .data=${services()}></tcns-service-guide>`);
    assert.match(markup, /href="https:\/\/vneid\.gov\.vn/);
    assert.match(textOf(markup), /42,8%/);
  });

  test('without data the fallback stays in the HTML, and nothing is asked of the network', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = () => assert.fail('a request');
    try {
      const markup = await drawn(
        html`<tcns-kpi-card api="https://api.test/v1" area="vn" indicator="teams"
            >45.895 tổ</tcns-kpi-card
          >
          <tcns-stat api="https://api.test/v1" area="vn" indicator="teams">45.895</tcns-stat>`,
      );
      assert.match(markup, /<slot ?><\/slot ?>/);
      assert.match(textOf(markup), /45\.895 tổ .*45\.895/);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  test('two cards on one page do not mix', async () => {
    const text = textOf(
      await drawn(
        html`<tcns-kpi-card indicator="teams" .data=${ready()}></tcns-kpi-card>
          <tcns-kpi-card indicator="members" .data=${approximate()}></tcns-kpi-card>`,
      ),
    );
    assert.match(text, /45\.895 tổ.*hơn 15\.000 người/);
  });

  test('a trend is drawn with a plain line, its words and its source', async () => {
    const markup = await drawn(
      html`<tcns-trend area="vn" indicator="teams" .data=${national()}></tcns-trend>`,
    );
    assert.match(markup, /<svg class="preview"/);
    assert.match(textOf(markup), /27\.200 tổ \(tháng 6\/2022\); hơn 74\.000 tổ \(tháng 3\/2025\)/);
    assert.match(textOf(markup), /Nguồn: Số liệu quốc gia/);
  });

  test('a ranking is drawn in its order, inside a dashboard', async () => {
    const text = textOf(
      await drawn(
        html`<tcns-dashboard area="vn@2025"
          ><tcns-ranking
            area="44@2025"
            indicator="coverage.hamlet"
            .data=${communes()}
          ></tcns-ranking
        ></tcns-dashboard>`,
      ),
    );
    assert.match(text, /Đang xem: ?Cả nước/);
    assert.match(text, /Đồng Mẫu.*92,5%.*An Mẫu.*80%.*Ái Mẫu.*40%/);
  });
});
