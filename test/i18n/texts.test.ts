import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enCampaign } from '../../src/i18n/en.campaign.js';
import { enChart } from '../../src/i18n/en.chart.js';
import { enRoster } from '../../src/i18n/en.roster.js';
import { enShare } from '../../src/i18n/en.share.js';
import { enServices } from '../../src/i18n/en.services.js';
import { enTrend } from '../../src/i18n/en.trend.js';
import { en } from '../../src/i18n/en.js';
import { viCard } from '../../src/i18n/vi.card.js';
import { viChange } from '../../src/i18n/vi.change.js';
import { viCorrection } from '../../src/i18n/vi.correction.js';
import { viStat } from '../../src/i18n/vi.stat.js';
import { viTarget } from '../../src/i18n/vi.target.js';
import { viCampaign } from '../../src/i18n/vi.campaign.js';
import { viChart } from '../../src/i18n/vi.chart.js';
import { viDashboard } from '../../src/i18n/vi.dashboard.js';
import { viEmpty } from '../../src/i18n/vi.empty.js';
import { viMap } from '../../src/i18n/vi.map.js';
import * as viMapLate from '../../src/i18n/vi.map-late.js';
import { viRanking } from '../../src/i18n/vi.ranking.js';
import { viRoster } from '../../src/i18n/vi.roster.js';
import { viShare } from '../../src/i18n/vi.share.js';
import { viServices } from '../../src/i18n/vi.services.js';
import { viTable } from '../../src/i18n/vi.table.js';
import { viTrend } from '../../src/i18n/vi.trend.js';
import { vi as viCommon, type TextKey } from '../../src/i18n/vi.js';

/** The Vietnamese texts that only one widget has come with it; English loads as one. */
const PARTS: Readonly<Record<string, object>> = {
  'vi.ts': viCommon,
  'vi.empty.ts': viEmpty,
  'vi.map.ts': viMap,
  'vi.card.ts': viCard,
  'vi.change.ts': viChange,
  'vi.correction.ts': viCorrection,
  'vi.stat.ts': viStat,
  'vi.target.ts': viTarget,
  'vi.map-late.ts, drill': viMapLate.viDrill,
  'vi.map-late.ts, basemaps': viMapLate.viOtherBasemaps,
  'vi.map-late.ts, counts added up': viMapLate.viRollUp,
  'vi.map-late.ts, search': viMapLate.viSearch,
  'vi.chart.ts': viChart,
  'vi.trend.ts': viTrend,
  'vi.ranking.ts': viRanking,
  'vi.dashboard.ts': viDashboard,
  'vi.table.ts': viTable,
  'vi.campaign.ts': viCampaign,
  'vi.services.ts': viServices,
  'vi.share.ts': viShare,
  'vi.roster.ts': viRoster,
};
const EN_PARTS: Readonly<Record<string, object>> = {
  'en.chart.ts': enChart,
  'en.trend.ts': enTrend,
  'en.campaign.ts': enCampaign,
  'en.services.ts': enServices,
  'en.share.ts': enShare,
  'en.roster.ts': enRoster,
};
const inParts = Object.values(EN_PARTS).flatMap((part) => Object.keys(part));
/** What stands in en.ts itself. */
const enOwn = Object.fromEntries(Object.entries(en).filter(([key]) => !inParts.includes(key)));
const vi = {
  ...viCommon,
  ...viCard,
  ...viChange,
  ...viCorrection,
  ...viStat,
  ...viTarget,
  ...viEmpty,
  ...viMap,
  ...viMapLate.viDrill,
  ...viMapLate.viOtherBasemaps,
  ...viMapLate.viRollUp,
  ...viMapLate.viSearch,
  ...viChart,
  ...viTrend,
  ...viRanking,
  ...viDashboard,
  ...viTable,
  ...viCampaign,
  ...viServices,
  ...viShare,
  ...viRoster,
};
const KEYS = Object.keys(vi) as TextKey[];
/** Languages write a day or a month of a date in forms of their own: `{dd}`, `{d}`; `{mm}`, `{month}`. */
const FORMS: Readonly<Record<string, string>> = {
  '{dd}': '{d}',
  '{mm}': '{m}',
  '{month}': '{m}',
  '{mon}': '{m}',
  '{roman}': '{n}',
};
const placeholders = (text: string): string[] =>
  (text.match(/\{\w+\}/g) ?? []).map((name) => FORMS[name] ?? name).sort();

test('Vietnamese and English have the same texts', () => {
  assert.deepEqual(Object.keys(en).sort(), [...KEYS].sort());
});

test('no text stands in two files', () => {
  const all = Object.values(PARTS).flatMap((part) => Object.keys(part));
  assert.deepEqual(all.length, new Set(all).size);
});

for (const [file, texts] of Object.entries({ ...PARTS, ...EN_PARTS, 'en.ts': enOwn }))
  test(`${file}: keys are in alphabetical order, so that a text is found and none comes twice`, () => {
    const keys = Object.keys(texts);
    assert.deepEqual(keys, [...keys].sort());
  });

for (const key of KEYS)
  test(`"${key}" has the same placeholders in both languages, and words`, () => {
    assert.deepEqual(placeholders(en[key]), placeholders(vi[key]));
    for (const text of [vi[key], en[key]]) {
      assert.equal(text, text.trim().normalize('NFC'));
      assert.notEqual(text, '');
      // A brace that is left over would be read aloud.
      assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), /[{}]/);
    }
  });
