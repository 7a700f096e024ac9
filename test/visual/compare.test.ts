import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { difference, LOOSE, small, STRICT, type Tolerance } from './compare.ts';

/** A picture of greys; `at` says how dark a pixel is. */
function picture(width: number, height: number, at: (x: number, y: number) => number): Buffer {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = (y * width + x) * 4;
      png.data.fill(255 - at(x, y), i, i + 3);
      png.data[i + 3] = 255;
    }
  }
  return PNG.sync.write(png);
}

const blank = picture(60, 40, () => 0);
/** A slanted edge, smoothed as a browser does it, a part of a pixel further to the right. */
const slanted = (shift: number) =>
  picture(60, 40, (x, y) => Math.round(255 * Math.min(1, Math.max(0, x - 10 - y / 3 - shift))));
/** A stroke as thin as that of a letter. */
const stroke = (length: number) =>
  picture(60, 40, (x, y) => (x === 20 && y >= 10 && y < 10 + length ? 220 : 0));

const same = (a: Buffer, b: Buffer, tolerance: Tolerance) =>
  difference(a, b, tolerance) === undefined;

describe('two pictures', () => {
  it('are the same when nothing differs', () => {
    assert.ok(same(stroke(8), stroke(8), STRICT));
  });

  it('are the same when the grey of a smoothed edge differs', () => {
    assert.ok(same(slanted(0), slanted(0.3), STRICT));
  });

  it('differ when one has the stroke of a letter more', () => {
    assert.match(difference(blank, stroke(8), STRICT)?.what ?? '', /^8 pixels differ/);
    assert.ok(difference(blank, stroke(8), STRICT)?.diff);
  });

  it('differ when one is a pixel higher', () => {
    const higher = picture(60, 41, () => 0);
    assert.equal(difference(blank, higher, STRICT)?.what, 'it is 60 × 41 px, not 60 × 40');
  });

  it('may differ in letters between browsers, never in a surface', () => {
    const surface = picture(60, 40, (x) => (x < 15 ? 200 : 0));
    assert.ok(same(blank, stroke(8), LOOSE));
    assert.ok(
      same(
        blank,
        picture(60, 41, () => 0),
        LOOSE,
      ) === false,
      'a row is 2.4 %',
    );
    assert.ok(!same(blank, surface, LOOSE));
  });

  it('are the same after packing', () => {
    assert.ok(same(slanted(0), small(slanted(0)), STRICT));
  });
});
