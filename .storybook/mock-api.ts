/**
 * The API that the stories ask. Addresses, relative to the page:
 *
 *   mock/v1/observations/{area}.json   all published figures of an area
 *   mock/sample/v1/…                   an API of samples, for the widgets that list areas, teams, goals
 *   mock/forms/{form}.json             one form of a figure (test/support/fixtures)
 *   mock/waits/{form}.json             never answers
 *   mock/fails/{form}.json             403
 *   mock/stale/{form}.json             answers once, then 403
 *   mock/mends/{form}.json             403 once, then answers
 *   mock/~{switches}/…                 the same as mock/…, late, failing or live (`switches.ts`)
 *
 * A page of docs shows many stories at once, and msw has one set of handlers for all of
 * them: so a story chooses its API by the address, as a page would, never by handlers of its own.
 */
import { delay, http, HttpResponse } from 'msw';
import type { Envelope, Observations } from '../src/api/figures.js';
import { communeBorders, nationDocument } from '../test/support/fixtures/map.js';
import { figureOf, forms, type Form } from '../test/support/fixtures/observations.js';
import { services } from '../test/support/fixtures/services.js';
import { commune, communes, sampleProvince } from '../test/support/fixtures/trend.js';
import areasOf2025 from '../demo/api/sample/v1/areas/2025.json';
import { sampleCampaign } from '../tools/sample/sample-campaign.mjs';
import { sampleWards } from '../tools/sample/sample-teams.js';
import { readSwitches, type Failure } from './switches.js';

const answered = new Set<string>();
const asked = new Map<string, number>();

/** Made-up borders of the made-up communes, `mau1@2025` to `mau6@2025`. */
function bordersOfCommunes() {
  const borders = communeBorders(6, [106.9, 16.9], 1.2);
  const features = borders.features.map((feature, i) => ({ ...feature, id: `mau${i + 1}@2025` }));
  return { ...borders, features };
}

/** The documents of `mock/sample/v1`, by their path. The campaign runs on the day it is looked at. */
const samples: Readonly<Record<string, () => unknown>> = {
  'areas/2025': () => areasOf2025,
  'observations/vn@2025': () => nationDocument('2025', { without: ['11@2025'] }),
  'observations/vn@2008': () => nationDocument('2008', { without: ['70@2008'] }),
  'observations/44@2025': communes,
  'observations/mau@2025': sampleProvince,
  'geo/mau@2025': bordersOfCommunes,
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((n) => [`observations/mau${n}@2025`, () => commune(`mau${n}@2025`)]),
  ),
  'teams/48@2008': sampleWards,
  'campaigns/mau-92-ngay': () => sampleCampaign(Date.now()),
  'services/468@2008': services,
};

/** What is at an address below `mock/`, whatever it does before it answers. */
function documentAt(path: string): unknown {
  const [, room, name] = /^(v1\/observations|forms|sample\/v1)\/(.+)\.json$/.exec(path) ?? [];
  if (!room || !name) return undefined;
  if (room === 'forms') return forms[name as Form]?.();
  return room === 'sample/v1' ? samples[name]?.() : documentOf(name);
}

/** A document that is not there: the client does not try again by itself, and offers no button for it. */
const missing = () =>
  HttpResponse.json({ title: 'Not Found', status: 404 }, { status: 404, statusText: 'Not Found' });

/** Refused for now: the client does not try again by itself, a reader may. */
const refused = () =>
  HttpResponse.json({ title: 'Forbidden', status: 403 }, { status: 403, statusText: 'Forbidden' });

function answer(path: string) {
  const document = documentAt(path);
  return document ? HttpResponse.json(document as never) : missing();
}

/** True the first time that an address is asked. */
function isFirst(url: string): boolean {
  const first = !answered.has(url);
  answered.add(url);
  return first;
}

/** Every kind of trouble that a server, a network or somebody's hand can make. */
const failures: Readonly<Record<Failure, () => Response>> = {
  '404': missing,
  '500': () => HttpResponse.json({ title: 'Internal Server Error' }, { status: 500 }),
  offline: () => HttpResponse.error(),
  html: () => HttpResponse.html('<!doctype html><title>Bảo trì</title>'),
  shape: () => HttpResponse.json({ version: '1', observations: 'none' }),
};

/**
 * The document as a live source has it after so many questions: a little more each time. What is
 * moved is no published figure any more, so all of it says that it is a sample.
 */
function moved(document: unknown, times: number): unknown {
  const { sources, observations, ...rest } = document as Envelope;
  const sample = { title: { vi: 'Số liệu minh họa', en: 'Sample figures' }, sample: true };
  return {
    ...rest,
    updated: new Date().toISOString(),
    sources: Object.fromEntries(Object.keys(sources).map((id) => [id, sample])),
    observations: observations.map((one) => {
      if (typeof one.value !== 'number') return one;
      const isRate = rest.indicators[one.indicator]?.unit === '%';
      const value = isRate ? Math.min(100, one.value + times * 0.1) : one.value + times;
      return { ...one, value: Math.round(value * 10) / 10 };
    }),
  };
}

/** An answer that comes late, or not, or with something new. */
async function switched(switches: string, path: string, url: string): Promise<Response> {
  const { delay: wait, fail, live } = readSwitches(switches);
  if (wait) await delay(wait);
  if (fail) return failures[fail]();
  const document = documentAt(path);
  if (!document || !live) return answer(path);
  const times = asked.get(url) ?? 0;
  asked.set(url, times + 1);
  return HttpResponse.json(moved(document, times) as never);
}

/** Every published figure of an area in one document, as an API of an office would have it. */
function documentOf(id: string): Observations | undefined {
  const area = id.startsWith('vn@') ? 'vn' : id;
  const parts = Object.values(forms)
    .map((make) => make())
    .filter((part) => figureOf(part).area === area);
  const first = parts[0];
  if (!first) return undefined;
  const seen = new Set<string>();
  return {
    ...first,
    indicators: Object.assign({}, ...parts.map((part) => part.indicators)) as never,
    sources: Object.assign({}, ...parts.map((part) => part.sources)) as never,
    observations: parts
      .flatMap((part) => part.observations)
      .filter(({ indicator, at }) => {
        const key = `${indicator} ${at}`;
        return !seen.has(key) && seen.add(key);
      }),
  };
}

const below = (params: Record<string, unknown>, name: string) =>
  [params[name]].flat().map(String).join('/');

export const handlers = [
  http.get('*/mock/~:switches/:path+', ({ params, request }) =>
    switched(String(params.switches), below(params, 'path'), request.url),
  ),
  http.get('*/mock/waits/:form', () => delay('infinite')),
  http.get('*/mock/fails/:form', refused),
  http.get('*/mock/stale/:form', ({ params, request }) =>
    isFirst(request.url) ? answer(`forms/${String(params.form)}`) : refused(),
  ),
  http.get('*/mock/mends/:form', ({ params, request }) =>
    isFirst(request.url) ? refused() : answer(`forms/${String(params.form)}`),
  ),
  http.get('*/mock/:path+', ({ params }) => answer(below(params, 'path'))),
];
