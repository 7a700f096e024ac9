/** What `memo` keeps, and when it lets go. */
import { expect } from '@open-wc/testing';
import { memo } from '../../src/parts/base/memo.js';

describe('memo', () => {
  it('makes a result once while the arguments are the same', () => {
    let made = 0;
    const sum = memo((a: number, b: number) => (made++, a + b));
    expect([sum(1, 2), sum(1, 2), sum(2, 2), sum(1, 2)]).to.deep.equal([3, 3, 4, 3]);
    expect(made, 'only the last result is kept').to.equal(3);
  });

  it('keeps a result that is undefined, too, and tells NaN from nothing', () => {
    let made = 0;
    const nothing = memo((..._args: unknown[]) => void made++);
    nothing();
    nothing();
    nothing(undefined);
    nothing(NaN);
    nothing(NaN);
    expect(made).to.equal(3);
  });
});
