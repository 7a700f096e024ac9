/** What people and editors make of ids and keys: capitals, commas between and behind them, signs around them. */
import { expect } from '@open-wc/testing';
import '../../src/register.js';
import { eachApi } from '../data/faulty-api.js';
import { running } from '../support/fixtures/campaign.js';
import { nation2025 } from '../support/fixtures/map-areas.js';
import { history, ready } from '../support/fixtures/observations.js';
import { becomes, boxOf, part, put, textOf, until, type Widget } from './support.js';

describe('an area as people write it', () => {
  const api = eachApi(ready);
  for (const area of ['VN', 'vn,', 'Vn ;', ' vn. ', 'VN@2025,'])
    it(`"${area}" is that of its document`, async () => {
      const widget = await put<Widget>(
        `<tcns-kpi-card api="${api.base('ok')}" area="${area}" indicator="teams">45.895</tcns-kpi-card>`,
      );
      await becomes(widget, 'ready');
      expect(part(widget, 'value')).not.to.equal(undefined);
      const [asked] = await api.log();
      expect(asked?.path).to.match(/observations\/vn@2025\.json/);
      expect(widget.getAttribute('area')).to.equal(area);
    });
});

describe('a campaign as people write it', () => {
  const api = eachApi(() => undefined);
  for (const written of ['bp-92-ngay-dem,', 'BP-92-Ngay-Dem', 'BP-92-ngay-dem.'])
    it(`"${written}" is that of its document`, async () => {
      await api.set(running(), 'campaigns/bp-92-ngay-dem.json');
      const widget = await put<Widget>(
        `<tcns-campaign-tracker api="${api.base('ok')}" campaign="${written}">956</tcns-campaign-tracker>`,
      );
      await becomes(widget, 'ready');
    });
});

describe('an indicator as people write it', () => {
  const ways: readonly ((key: string) => string)[] = [
    (key) => key.toUpperCase(),
    (key) => `${key},`,
    (key) => `“${key}”`,
    (key) => `(${key[0]?.toUpperCase()}${key.slice(1)});`,
  ];
  /** A document for each widget, and whose figures it is asked for. */
  const asked = {
    'tcns-kpi-card': () => ready(),
    'tcns-stat': () => ready(),
    'tcns-trend': () => history(),
    'tcns-ranking': () => nation2025(),
    'tcns-coverage-map': () => nation2025(),
  };
  for (const [tag, document] of Object.entries(asked))
    for (const [index, way] of ways.entries())
      it(`<${tag}> shows the figure of the key that way ${index} writes, and keeps what is written`, async () => {
        const doc = document();
        const { area: own = '', indicator = '' } = doc.observations[0] ?? {};
        const area = /map|ranking/.test(tag) ? 'vn@2025' : own;
        const written = way(indicator);
        const widget = await put<Widget>(
          `<${tag} area="${area}" indicator="${written}">45.895</${tag}>`,
        );
        widget.data = doc;
        await becomes(widget, 'ready');
        await until(() => !widget.shadowRoot?.querySelector('slot'), tag);
        expect(widget.getAttribute('indicator')).to.equal(written);
        expect(textOf(widget)).not.to.contain('Chưa có số liệu');
      });

  it('stays unknown where two keys would do, or none', async () => {
    const doc = structuredClone(ready()) as unknown as {
      indicators: Record<string, unknown>;
    };
    doc.indicators['Teams'] = doc.indicators['teams'];
    for (const written of ['TEAMS', 'tổ']) {
      const box = await boxOf();
      box.innerHTML = `<tcns-kpi-card area="vn" indicator="${written}">45.895</tcns-kpi-card>`;
      const widget = box.firstElementChild as Widget;
      widget.data = doc;
      await becomes(widget, 'ready');
      expect(widget.shadowRoot?.querySelector('slot')).not.to.equal(null);
    }
  });
});
