/** Outlines of a prerendered map are shorter and stand where they stood. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withShortMaps } from '../../src/cli/prerender-areas.js';
import { shortPath, type Point } from '../../src/cli/prerender-paths.js';
import { hatch } from '../../src/domain/hatch.js';

describe('the outlines of a prerendered map', () => {
  for (const [what, from, to] of [
    ['leaves out letters and zeros', 'M0 0l94 0 0 94-94 0z', 'm0 0h94v94h-94z'],
    [
      'steps from the beginning of one ring to the next',
      'M10 10l4 2-2 6zM20 30l4 2-2 6z',
      'm10 10 4 2-2 6zm10 20 4 2-2 6z',
    ],
    [
      'knows that m after z begins where the ring began',
      'm10 10l4 2-2 6zm10 20l4 2-2 6z',
      'm10 10 4 2-2 6zm10 20 4 2-2 6z',
    ],
    ['leaves out corners without a bend', 'M1 1l4 0 5 0 0 9-9 0z', 'm1 1h9v9h-9z'],
    [
      'keeps the slant of a hatching',
      'M243.8 177.4L231.0 190.2M246.7 158.3L224.0 181.0',
      'm244 177-13 13m16-32-23 23',
    ],
    [
      'draws an island by one arc',
      'M9.6 20.2a3 3 0 1 0 6 0a3 3 0 1 0 -6 0zM20 20a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z',
      'm10 20a3 3 0 110 .1zm10 0a3 3 0 110 .1z',
    ],
    ['leaves curves as they are', 'M0 0C1 1 2 2 3 3', 'M0 0C1 1 2 2 3 3'],
  ] as const)
    it(what, () => assert.equal(shortPath(from), to));

  const words = { title: 'Figures', noData: 'no data', others: 'All others' };
  type Of = readonly [look: string, d: string, label?: string];
  /** A map of areas, as a server draws it. */
  const mapOf = (areas: readonly Of[], width = 100, more = ''): string =>
    `<svg part="map" viewBox="0 0 ${width} ${width}" role="group"><g role="presentation">${areas
      .map(
        ([look, d, label = 'A: 1']) =>
          `<path class="shape ${look}" d="${d}" role="img" aria-label="${label}"></path>`,
      )
      .join('')}</g>${more}</svg><div class="detail hint"><p>hint</p></div>`;
  const drawn = (areas: readonly Of[], width?: number, more?: string): string =>
    withShortMaps(mapOf(areas, width, more), words);
  /** The corners of each path by its class, in steps of the grid. */
  const cornersOf = (markup: string): Map<string, Set<string>> =>
    new Map(
      [...markup.matchAll(/class="([^"]*)" d="([^"]*)"/g)].map(([, look = '', d = '']) => {
        let [x, y] = [0, 0];
        const corners = new Set<string>();
        for (const [, letter, a, b] of d.matchAll(/([mhvl]?)(-?[\d.]+)(?: ?(-?[\d.]+))?/g)) {
          if (letter === 'h') x += Number(a);
          else if (letter === 'v') y += Number(a);
          else [x, y] = [x + Number(a), y + Number(b)];
          corners.add(`${x} ${y}`);
        }
        return [look, corners];
      }),
    );

  it('touches nothing outside of maps', () => {
    const chart = '<svg class="preview" viewBox="0 0 100 100"><path d="M0 0L5.5 5.5"></path></svg>';
    assert.equal(withShortMaps(chart, words), chart);
  });

  it('puts corners on the grid of a picture of 360 px, in its steps', () => {
    const markup = drawn([['c1', 'M20 21L199 20L200 202L20 200z']], 720);
    assert.match(markup, /<g transform="scale\(2\)">/);
    assert.deepEqual([...(cornersOf(markup).get('shape c1') ?? [])].sort(), [
      '10 100',
      '10 11',
      '100 10',
      '100 101',
    ]);
  });

  it('keeps an area that is smaller than the grid at its place', () => {
    const markup = drawn([['c1', 'M101 101l2 0 0 1z']], 3600);
    assert.match(markup, /d="m10\.1 10\.1h\.2v\.1z"/);
  });

  it('draws the areas of one colour as one outline, and their border once', () => {
    const west: Of = ['c1', 'M0 0L50 0L50 100L0 100z', 'West: 1'];
    const east: Of = ['c1', 'M50 0L100 0L100 100L50 100z', 'East: 2'];
    const corners = cornersOf(drawn([west, east]));
    assert.deepEqual([...corners.keys()], ['shape c1', 'shape between']);
    assert.deepEqual([...(corners.get('shape c1') ?? [])].sort(), [
      '0 0',
      '0 100',
      '100 0',
      '100 100',
    ]);
    assert.deepEqual([...(corners.get('shape between') ?? [])].sort(), ['50 0', '50 100']);
  });

  it('keeps the hole of an area inside another one', () => {
    const ring: Of = ['c1', 'M0 0L90 0L90 90L0 90zM30 30L60 30L60 60L30 60z'];
    const corners = cornersOf(drawn([ring, ['c2', 'M30 30L60 30L60 60L30 60z']]));
    assert.equal(corners.get('shape c1')?.size, 8);
    assert.equal(corners.get('shape c2')?.size, 4);
    assert.ok(!corners.has('shape between'));
  });

  it('lists the areas by figure, names few without one, and counts those of many as the others', () => {
    const at = (i: number) => `M${10 * i} 0h9v9h-9z`;
    const areas = (missing: number): Of[] => [
      ['c1', at(0), 'Hà Nội: 98,5%'],
      ['c2', at(1), 'Cao Bằng &amp; Bắc Kạn: 7%'],
      ['c1', at(2), 'Phường A: xã: 98,5%'],
      ...Array.from({ length: missing }, (_, i): Of => ['none', at(3 + i), `N${i}: no data`]),
    ];
    const list = (missing: number) =>
      [...drawn(areas(missing)).matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) => line);
    const figures = ['Hà Nội, Phường A: xã: 98,5%', 'Cao Bằng &amp; Bắc Kạn: 7%'];
    assert.deepEqual(list(0), figures);
    assert.deepEqual(list(3), [...figures, 'N0, N1, N2: no data']);
    assert.deepEqual(list(4), [...figures, 'All others: no data']);
  });

  it('hatches by a pattern whose lines are those of the widget', () => {
    const ring: Point[] = [
      [0, 0],
      [720, 0],
      [720, 720],
      [0, 720],
    ];
    for (const gap of [16.2, 11.34]) {
      const lines = `<path class="hatch" d="${hatch([ring], gap)}" aria-hidden="true"></path>`;
      const markup = drawn([['none', 'M0 0L720 0L720 720L0 720z', 'A: no data']], 720, lines);
      const [, on, off] = /stroke-dasharray="([\d.]+) ([\d.]+)"/.exec(markup) ?? [];
      // In steps of two units, across the lines.
      assert.ok(Math.abs((Number(on) + Number(off)) * Math.SQRT2 * 2 - gap) < 0.02, markup);
      assert.doesNotMatch(markup, /class="hatch"/);
      assert.match(markup, /<path class="shape" fill="url\(#no\)" d="m/);
    }
  });

  it('leaves areas of another form as they are', () => {
    const curve: Of = ['c1', 'M0 0C1 1 2 2 3 3z'];
    assert.match(drawn([curve]), /<g role="presentation"><path class="shape c1" d="M0 0C1/);
  });

  it('gives neighbours the same corners on their border', () => {
    const corners = cornersOf(
      drawn(
        [
          ['c1', 'M3 3l8 0 3 5-3 9-8 0z'],
          ['c2', 'M11 3l12 0 0 14-12 0 3-9z'],
        ],
        720,
      ),
    );
    const [west, east] = [corners.get('shape c1'), corners.get('shape c2')];
    assert.deepEqual([...(east ?? [])].filter((one) => west?.has(one)).sort(), [
      '6 2',
      '6 9',
      '7 4',
    ]);
  });

  describe('leave out corners that hardly bend them', () => {
    // Two areas above each other, with a border that hardly bends at its second corner.
    const border = '0 50L4 50L8 51L70 80L100 50';
    const back = '100 50L70 80L8 51L4 50L0 50';
    const corners = cornersOf(
      drawn([
        ['c1', `M0 0L100 0L${back}z`],
        ['c2', `M${border}L100 100L50 99L0 100z`],
      ]),
    );

    it('the same ones in both areas of a border', () => {
      const [north, south] = [corners.get('shape c1'), corners.get('shape c2')];
      assert.ok(!north?.has('4 50') && !south?.has('4 50'), 'a corner without a bend');
      for (const corner of ['0 50', '8 51', '70 80', '100 50'])
        assert.ok(north?.has(corner) && south?.has(corner), corner);
      const shared = (one?: Set<string>) =>
        [...(one ?? [])].filter((corner) => /^\d+ (50|51|80)$/.test(corner)).sort();
      assert.deepEqual(shared(north), shared(south));
    });

    it('and none where three borders meet, however flat it is there', () => {
      const all = cornersOf(
        drawn([
          ['c1', 'M0 0L100 0L100 50L52 52L50 51L48 51L0 50z'],
          ['c2', 'M0 50L48 51L50 51L50 100L20 98L0 100z'],
          ['c3', 'M50 51L52 52L100 50L100 100L70 98L50 100z'],
        ]),
      );
      for (const look of ['c1', 'c2', 'c3']) assert.ok(all.get(`shape ${look}`)?.has('50 51'));
    });
  });
});
