import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  canonicalAreaId,
  codeOf,
  DEFAULT_EDITION,
  documentKey,
  editionOf,
  editionsOf,
  isAreaId,
  isAreaName,
  isReusedCode,
  isUnmergedProvince,
  nameAndEdition,
} from '../../src/domain/editions.js';

test('an id says its edition; the nation, a bare code and a later edition do not', () => {
  assert.equal(editionOf('45@2008'), '2008');
  assert.equal(editionOf('20224.tdp11@2008'), '2008');
  assert.equal(editionOf('44@2025'), '2025');
  for (const id of ['vn', '44', '', '44@', '44@2031']) assert.equal(editionOf(id), undefined, id);
});

test('the code of an id goes without its edition', () => {
  assert.equal(codeOf('45@2008'), '45');
  assert.equal(codeOf('20224.tdp11@2008'), '20224.tdp11');
  assert.equal(codeOf('vn'), 'vn');
});

test('a mixture of editions is seen, and the nation belongs to none', () => {
  assert.deepEqual([...editionsOf(['vn', '45@2008', '48@2008'])], ['2008']);
  assert.deepEqual([...editionsOf(['45@2008', '44@2025'])].sort(), ['2008', '2025']);
  assert.equal(editionsOf(['vn']).size, 0);
});

const CANONICAL: [written: string, id: string][] = [
  ['44', '44@2025'],
  ['44@2025', '44@2025'],
  ['45@2008', '45@2008'],
  [' 45 @2008\u00a0', '45@2008'],
  ['\ufeff44\u200b', '44@2025'],
  ['44@', '44@2025'],
  ['1', '01@2025'],
  ['1@2008', '01@2008'],
  ['0004', '00004@2025'],
  ['128@2008', '128@2008'],
  ['20224.TDP11@2008', '20224.TDP11@2008'],
  ['vn', 'vn'],
  ['VN', 'vn'],
  ['vn@2025', 'vn'],
  ['vn@2008', 'vn'],
  [' Vn@2008 ', 'vn'],
  ['', ''],
  ['  ', ''],
];
for (const [written, id] of CANONICAL)
  test(`an area written ${JSON.stringify(written)} means ${JSON.stringify(id)}`, () => {
    assert.equal(canonicalAreaId(written), id);
    assert.equal(canonicalAreaId(id), id, 'twice is the same');
  });

test('the nation has a document an edition, today’s when none is named', () => {
  assert.equal(documentKey('vn'), 'vn@2025');
  assert.equal(documentKey('VN@2008'), 'vn@2008');
  assert.equal(documentKey('vn@2025'), 'vn@2025');
  assert.equal(documentKey('44'), '44@2025');
  assert.equal(documentKey('45@2008'), '45@2008');
  assert.equal(DEFAULT_EDITION, '2025');
});

test('seven bare codes are ambiguous; with an edition none is', () => {
  for (const code of ['15', '24', '44', '52', '80', '82', '91'])
    assert.equal(isReusedCode(code), true, code);
  for (const code of ['01', '45', '48', '75', '44@2025', 'vn', '440'])
    assert.equal(isReusedCode(code), false, code);
});

test('Lạng Sơn went on alone, Tuyên Quang with Hà Giang', () => {
  assert.equal(isUnmergedProvince('20@2008'), true);
  assert.equal(isUnmergedProvince('08@2008'), false);
  assert.equal(isUnmergedProvince('20@2025'), false);
});

test('an id keeps nothing of the sentence that it was copied from', () => {
  for (const [written, id] of [
    ['48@2008,', '48@2008'],
    ['48@2008 ; ', '48@2008'],
    ['20224.tdp11@2008.', '20224.tdp11@2008'],
    ['44.', '44@2025'],
    ['VN,', 'vn'],
    ['vn@2008;', 'vn'],
    ['`48@2008`', '48@2008'],
    ['\\"48@2008\\"', '48@2008'],
  ] as const)
    assert.equal(canonicalAreaId(written), id, written);
  assert.equal(documentKey('VN@2008, '), 'vn@2008');
  assert.equal(documentKey('vn.'), 'vn@2025');
});

test('what a page wrote as an area is an id, or a name that may have an edition and a number', () => {
  for (const id of [
    'vn',
    'VN,',
    ' vn. ',
    'vn@2008',
    '44',
    '1',
    '45@2008',
    ' 45 @2008',
    '20224.tdp11@2008',
    '48@2025,',
    'vn 48@2025 01@2025',
    '"48@2025"',
  ])
    assert.deepEqual([isAreaId(id), isAreaName(id)], [true, false], id);
  for (const name of [
    'Đà Nẵng',
    'Hue',
    'Đà Nẵng@2008',
    'Da Nang@2008',
    'Quận 1',
    'Phường 1@2008',
    'TP. Hue@2025',
    'Vnam',
  ])
    assert.deepEqual([isAreaId(name), isAreaName(name)], [false, true], name);
  // An API may call an area so, and it may be a name without its diacritics.
  for (const either of ['Hue@2008', 'loop@2008', 'tay-ho@2025', 'mau1@2025 mau2@2025'])
    assert.deepEqual([isAreaId(either), isAreaName(either)], [true, true], either);
  assert.deepEqual(nameAndEdition(' Đà Nẵng @ 2008 '), ['Đà Nẵng', '2008']);
  assert.deepEqual(nameAndEdition('Đà Nẵng'), ['Đà Nẵng', undefined]);
});
