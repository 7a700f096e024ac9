import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostName } from '../src/parts/base/host-name.js';
import { qrOutline } from '../src/parts/qr.js';

/** Whether a module is inside an outline: how often a ray to the left crosses it. */
function isDark(path: string, x: number, y: number): boolean {
  let crossings = 0;
  for (const loop of path.split('Z')) {
    const points = (loop.match(/\d+ \d+/g) ?? []).map((p) => p.split(' ').map(Number));
    points.forEach(([px = 0, py = 0], i) => {
      const [qx = 0, qy = 0] = points[(i + 1) % points.length] ?? [];
      const spans = Math.min(py, qy) <= y && y < Math.max(py, qy);
      if (px === qx && spans && px <= x) crossings++;
    });
  }
  return crossings % 2 === 1;
}

describe('a QR code', () => {
  it('has the three finder patterns of every QR code', () => {
    const { path, size } = qrOutline('https://dichvucong.gov.vn')!;
    // Versions have 21, 25, 29 … modules on a side.
    assert.equal((size - 21) % 4, 0);
    const row = (x: number, y: number) =>
      Array.from({ length: 7 }, (_, i) => (isDark(path, x + i, y) ? '#' : '.')).join('');
    for (const [x, y] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const)
      assert.deepEqual(
        [0, 1, 2, 3, 4, 5, 6].map((line) => row(x, y + line)),
        ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'],
      );
  });

  it('is another one for another address, and the same for the same', () => {
    const one = qrOutline('https://vneid.gov.vn');
    assert.notEqual(one?.path, qrOutline('https://zalo.me')?.path);
    assert.equal(qrOutline('https://vneid.gov.vn'), one);
  });
});

describe('an address that no QR code can hold', () => {
  for (const length of [3_000, 100_000])
    it(`of ${length} characters is none, and nothing throws`, () => {
      assert.equal(qrOutline(`https://zalo.me/${'q'.repeat(length)}`), undefined);
    });

  it('has a code where it just fits', () => {
    assert.ok(qrOutline(`https://zalo.me/${'q'.repeat(1_500)}`));
  });
});

describe('the name of a host', () => {
  for (const [href, name] of [
    ['https://dichvucong.gov.vn/p/home', 'dichvucong.gov.vn'],
    ['https://www.example.vn/a', 'example.vn'],
    ['http://localhost:5173/x', 'localhost:5173'],
    ['https://dichvucong.gov.vn@evil.example/', 'evil.example'],
    ['tel:+84236', '+84236'],
    ['mailto:to@xa.example', 'to@xa.example'],
    ['zalo://chat/abc', 'chat/abc'],
    ['nonsense', 'nonsense'],
  ] as const)
    it(`${href} leads to ${name}`, () => {
      assert.equal(hostName(href), name);
    });

  it('in other letters stays in the form that imitates nothing', () => {
    assert.match(hostName('https://dichvucоng.gov.vn/'), /^xn--[\w-]+\.gov\.vn$/);
  });
});
