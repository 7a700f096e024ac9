import { expect } from '@open-wc/testing';
import { WIDGETS } from '../../src/api/widget-catalogue.js';
import '../../src/register.js';
import { CASES } from './every-widget.support.js';
import { describeWidget } from './every-widget.js';

describe('every widget', () => {
  it('is in the list of this test', () => {
    expect(Object.keys(CASES).sort()).to.deep.equal([...WIDGETS].sort());
  });

  for (const [name, one] of Object.entries(CASES))
    describe(`tcns-${name}`, () => describeWidget(`tcns-${name}`, one));
});
