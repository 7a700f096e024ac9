import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { editionOf, isReusedCode, isUnmergedProvince } from '../../src/domain/editions.js';
import { PREVIOUS, PROVINCES, REUSED_CODES } from '../../src/domain/provinces.generated.js';
import { makeProvinces, TARGET } from '../../tools/generate/make-provinces.js';

const idsOf = (edition: string) => Object.keys(PROVINCES).filter((id) => editionOf(id) === edition);

test('the generated file is what the tool makes', async () => {
  assert.equal(readFileSync(TARGET, 'utf8'), await makeProvinces());
});

test('there are 63 provinces before 01/7/2025, 34 since, and the nation', () => {
  assert.equal(idsOf('2008').length, 63);
  assert.equal(idsOf('2025').length, 34);
  assert.equal(Object.keys(PROVINCES).length, 63 + 34 + 1);
  assert.equal(PROVINCES.vn?.kind, 'country');
});

test('each province of 2025 is a union of whole provinces of 2008', () => {
  for (const id of idsOf('2008')) {
    const { next, until } = PROVINCES[id] ?? {};
    assert.equal(next?.length, 1, id);
    assert.equal(editionOf(next?.[0] ?? ''), '2025', id);
    assert.equal(until, '2025-06-30');
  }
  assert.deepEqual(Object.keys(PREVIOUS).sort(), idsOf('2025').sort());
  assert.deepEqual(Object.values(PREVIOUS).flat().sort(), idsOf('2008').sort());
});

test('each province keeps the name of one of those that it was made of', () => {
  for (const [id, before] of Object.entries(PREVIOUS))
    assert.ok(
      before.some((old) => PROVINCES[old]?.name === PROVINCES[id]?.name),
      id,
    );
});

test('the nation is the parent of every province', () => {
  for (const [id, area] of Object.entries(PROVINCES))
    assert.equal(area.parent, id === 'vn' ? undefined : 'vn');
});

test('Quảng Trị was 45 and is 44, which was Quảng Bình', () => {
  assert.equal(PROVINCES['45@2008']?.name, 'Quảng Trị');
  assert.deepEqual(PROVINCES['45@2008']?.next, ['44@2025']);
  assert.equal(PROVINCES['44@2008']?.name, 'Quảng Bình');
  assert.equal(PROVINCES['44@2025']?.name, 'Quảng Trị');
  assert.deepEqual(PREVIOUS['44@2025'], ['44@2008', '45@2008']);
});

test('the codes with two meanings are the seven known ones', () => {
  assert.deepEqual(REUSED_CODES, ['15', '24', '44', '52', '80', '82', '91']);
  assert.ok(REUSED_CODES.every(isReusedCode));
});

test('eleven provinces went on alone', () => {
  const alone = Object.values(PREVIOUS)
    .filter((ids) => ids.length === 1)
    .flat();
  assert.deepEqual(alone.sort(), idsOf('2008').filter(isUnmergedProvince).sort());
  assert.equal(alone.length, 11);
});

test('centrally run cities: 6 in the end before the merger, 7 with Đồng Nai', () => {
  const cities = (edition: string) => idsOf(edition).filter((id) => PROVINCES[id]?.kind === 'city');
  assert.deepEqual(
    cities('2008').sort(),
    ['01', '31', '46', '48', '79', '92'].map((c) => `${c}@2008`),
  );
  assert.deepEqual(
    cities('2025').sort(),
    ['01', '31', '46', '48', '75', '79', '92'].map((c) => `${c}@2025`),
  );
});
