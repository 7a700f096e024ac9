import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emailLink, phoneLink, zaloLink } from '../../src/domain/contacts.ts';

type Link = typeof phoneLink;
const CASES: [Link, string, string | undefined][] = [
  [phoneLink, '0000 000 001', 'tel:0000000001'],
  [phoneLink, '(0000) 000.001', 'tel:0000000001'],
  [phoneLink, '+84 000 000 001', 'tel:+84000000001'],
  [phoneLink, '111', 'tel:111'],
  [phoneLink, '0000 000 001 hoặc 0000 000 002', undefined],
  [phoneLink, 'javascript:alert(1)', undefined],
  [phoneLink, '12;ext=3', undefined],
  [emailLink, 'to1@minh-hoa.example', 'mailto:to1@minh-hoa.example'],
  [emailLink, 'to1@minh-hoa.example?bcc=x@y.example', undefined],
  [emailLink, 'a@b', undefined],
  [emailLink, 'to1 tại minh-hoa.example', undefined],
  [zaloLink, 'https://zalo.me/0000000001', 'https://zalo.me/0000000001'],
  [zaloLink, 'https://oa.zalo.me/123', 'https://oa.zalo.me/123'],
  [zaloLink, '0000 000 001', 'https://zalo.me/0000000001'],
  [zaloLink, 'https://zalo.me.evil.example/1', undefined],
  [zaloLink, 'https://evil.example/zalo.me/1', undefined],
  [zaloLink, 'http://zalo.me/1', undefined],
  [zaloLink, 'javascript:alert(1)', undefined],
  [zaloLink, 'https://user@evil.example@zalo.me/', undefined],
];

describe('a contact becomes a link where it is a good one, and stays text where it is not', () => {
  for (const [link, text, href] of CASES)
    test(`${link.name}: ${text}`, () => {
      assert.deepEqual(link(text), { text, href });
    });

  test('nothing is nothing', () => {
    for (const link of [phoneLink, emailLink, zaloLink]) {
      assert.equal(link(undefined), undefined);
      assert.equal(link('  '), undefined);
    }
  });
});
