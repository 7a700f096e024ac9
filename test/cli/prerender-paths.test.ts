/** Outlines of a prerendered map are shorter and stand where they stood. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shortPath, withShortMaps } from '../../src/cli/prerender-paths.js';

describe('the outlines of a prerendered map', () => {
  for (const [what, from, to, grid] of [
    ['leaves out letters and zeros', 'M0 0l94 0 0 94-94 0z', 'm0 0h94v94h-94z', 1],
    [
      'steps from the beginning of one ring to the next',
      'M10 10l4 2-2 6zM20 30l4 2-2 6z',
      'm10 10 4 2-2 6zm10 20 4 2-2 6z',
      1,
    ],
    [
      'knows that m after z begins where the ring began',
      'm10 10l4 2-2 6zm10 20l4 2-2 6z',
      'm10 10 4 2-2 6zm10 20 4 2-2 6z',
      1,
    ],
    [
      'puts corners on the grid and leaves out those between',
      'M1 1l4 0 5 0 0 9-9 0z',
      'm2 2h8v8h-8z',
      2,
    ],
    ['keeps an area that is smaller than the grid', 'M11 11l1 0 0 1z', 'm11 11h1v1z', 4],
    [
      'keeps the slant of a hatching',
      'M243.8 177.4L231.0 190.2M246.7 158.3L224.0 181.0',
      'm244 177-13 13m16-32-23 23',
      2,
    ],
    [
      'draws an island by one arc',
      'M9.6 20.2a3 3 0 1 0 6 0a3 3 0 1 0 -6 0zM20 20a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z',
      'm10 20a3 3 0 110 .1zm10 0a3 3 0 110 .1z',
      2,
    ],
    ['leaves curves as they are', 'M0 0C1 1 2 2 3 3', 'M0 0C1 1 2 2 3 3', 1],
  ] as const)
    it(what, () => assert.equal(shortPath(from, grid), to));

  it('touches nothing outside of maps', () => {
    const chart = '<svg class="preview" viewBox="0 0 100 100"><path d="M0 0L5.5 5.5"></path></svg>';
    assert.equal(withShortMaps(chart), chart);
  });

  it('gives neighbours the same corners on their border', () => {
    const corners = (d: string): string[] => {
      let [x, y] = [0, 0];
      return [...shortPath(d, 2).matchAll(/([mhv]?)(-?\d+)(?:[ ,]?(-?\d+))?/g)].flatMap(
        ([, letter, a, b]) => {
          if (letter === 'h') x += Number(a);
          else if (letter === 'v') y += Number(a);
          else [x, y] = [x + Number(a), y + Number(b)];
          return [`${x} ${y}`];
        },
      );
    };
    const west = corners('M3 3l8 0 3 5-3 9-8 0z');
    const east = corners('M11 3l12 0 0 14-12 0 3-9z');
    assert.deepEqual(
      west.filter((one) => east.includes(one)),
      ['12 4', '14 8', '12 18'],
    );
  });

  describe('leave out corners that hardly bend them', () => {
    /** The corners of the paths of a map, a set each. */
    const cornersOf = (markup: string): Set<string>[] =>
      [...markup.matchAll(/ d="([^"]*)"/g)].map(([, d = '']) => {
        let [x, y] = [0, 0];
        const corners = new Set<string>();
        for (const [, letter, a, b] of d.matchAll(/([mhvl]?)(-?\d+)(?: ?(-?\d+))?/g)) {
          if (letter === 'h') x += Number(a);
          else if (letter === 'v') y += Number(a);
          else [x, y] = [x + Number(a), y + Number(b)];
          corners.add(`${x} ${y}`);
        }
        return corners;
      });
    // Two areas above each other, with a border that hardly bends at its second corner.
    const border = '0 50L4 50L8 51L70 80L100 50';
    const back = '100 50L70 80L8 51L4 50L0 50';
    const map = (...paths: string[]): string =>
      `<svg part="map" viewBox="0 0 100 100">${paths.map((d) => `<path d="${d}"></path>`).join('')}</svg>`;
    const drawn = cornersOf(
      withShortMaps(map(`M0 0L100 0L${back}z`, `M${border}L100 100L50 99L0 100z`)),
    );

    it('the same ones in both areas of a border', () => {
      const [north, south] = drawn;
      assert.ok(!north?.has('4 50') && !south?.has('4 50'), 'a corner without a bend');
      for (const corner of ['0 50', '8 51', '70 80', '100 50'])
        assert.ok(north?.has(corner) && south?.has(corner), corner);
      const shared = (one?: Set<string>) =>
        [...(one ?? [])].filter((corner) => /^\d+ (50|51|80)$/.test(corner)).sort();
      assert.deepEqual(shared(north), shared(south));
    });

    it('and none where three borders meet, however flat it is there', () => {
      const [whole, west, east] = cornersOf(
        withShortMaps(
          map(
            'M0 0L100 0L100 50L52 52L50 51L48 51L0 50z',
            'M0 50L48 51L50 51L50 100L20 98L0 100z',
            'M50 51L52 52L100 50L100 100L70 98L50 100z',
          ),
        ),
      );
      for (const corners of [whole, west, east]) assert.ok(corners?.has('50 51'));
    });
  });
});
