import { expect } from '@open-wc/testing';
import { WIDGETS } from '../../src/api/widget-catalogue.js';
import '../../src/register.js';
import { CASES } from './every-widget.support.js';
import { describeElement, describeWidget } from './every-widget.js';

describe('every widget', () => {
  it('is in the list of this test', () => {
    expect(Object.keys(CASES).sort()).to.deep.equal([...WIDGETS].sort());
  });

  for (const [name, one] of Object.entries(CASES))
    describe(`tcns-${name}`, () => {
      if (one) describeWidget(`tcns-${name}`, one);
      else describeElement(`tcns-${name}`);
    });
});
