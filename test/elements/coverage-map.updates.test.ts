/** The map when other figures come: only what they change is touched. Attributes are counted, never times. */
import { expect } from '@open-wc/testing';
import { MAP } from '../../src/maps/provinces-2008.generated.js';
import { communeBorders, communesDocument } from '../support/fixtures/map.js';
import { nation, provinceIds } from '../support/fixtures/map-areas.js';
import { until } from './support.js';
import { eachApi } from '../data/faulty-api.js';
import { picture, settle, showMap } from './coverage-map.support.js';

/** More than a template draws. */
const COMMUNES = 120;

const figures = (change: Record<string, number> = {}) =>
  nation({ ...Object.fromEntries(provinceIds('2008').map((id) => [id, 50])), ...change });

/** The attributes that change in the areas of a map during some work, as `area attribute`. */
async function changesIn(root: Element, work: () => Promise<unknown>): Promise<string[]> {
  const records: MutationRecord[] = [];
  const seen = new MutationObserver((some) => records.push(...some));
  seen.observe(root, { attributes: true, childList: true, subtree: true });
  await work();
  records.push(...seen.takeRecords());
  seen.disconnect();
  return records.map(({ type, target, attributeName }) =>
    type === 'attributes'
      ? `${(target as SVGElement).dataset['id']} ${attributeName}`
      : `children of ${target.nodeName}`,
  );
}

describe('other figures of the same areas', () => {
  it('change the class and the name of the areas that have them, and nothing else', async () => {
    const widget = await showMap(figures(), 'breaks="40 60 80"');
    const areas = picture(widget).querySelector('g[role=presentation]')!;
    expect(areas.children.length).to.equal(MAP.provinces.length);
    const changes = await changesIn(areas, async () => {
      widget.data = figures({ '48@2008': 90, '45@2008': 55 });
      await settle(widget);
    });
    // 55 is of the class of 50.
    expect(changes.sort()).to.deep.equal([
      '45@2008 aria-label',
      '48@2008 aria-label',
      '48@2008 class',
    ]);
  });

  const api = eachApi(() => communeBorders(COMMUNES, [106.9, 16.9], 1.2));

  it('do not draw hundreds of areas again', async () => {
    const document = communesDocument('mau@2025', COMMUNES);
    const widget = await showMap(
      document,
      `area="mau@2025" indicator="coverage.hamlet" breaks="40 60 80" geo-src="${api.url('ok', 'geo.json')}"`,
    );
    const layer = () => picture(widget).querySelector('.path-layer');
    await until(() => layer()?.children.length === COMMUNES, 'all areas');
    const changes = await changesIn(layer()!, async () => {
      const observations = document.observations.map((o) => ({ ...o, value: 100 }));
      widget.data = { ...document, observations };
      await settle(widget);
    });
    expect(changes.length).to.be.above(0);
    expect(changes.filter((change) => !change.endsWith(' class'))).to.deep.equal([]);
  });
});
