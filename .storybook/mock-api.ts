/**
 * The API that the stories ask. Addresses, relative to the page:
 *
 *   mock/v1/observations/{area}.json   all published figures of an area
 *   mock/forms/{form}.json             one form of a figure (test/support/fixtures)
 *   mock/waits/{form}.json             never answers
 *   mock/fails/{form}.json             404
 *   mock/stale/{form}.json             answers once, then 404
 *   mock/mends/{form}.json             404 once, then answers
 *
 * A page of docs shows many stories at once, and msw has one set of handlers for all of
 * them: so a story chooses its API by the address, as a page would, never by handlers of its own.
 */
import { delay, http, HttpResponse } from 'msw';
import type { Observations } from '../src/data/schemas.js';
import { figureOf, forms, type Form } from '../test/support/fixtures/observations.js';

const answered = new Set<string>();
const asForm = (name: unknown): Form => String(name).replace(/\.json$/, '') as Form;

function answer(name: Form) {
  const make: (() => Observations) | undefined = forms[name];
  return make ? HttpResponse.json(make()) : missing();
}

/** 404, after which the client does not try again by itself. */
const missing = () =>
  HttpResponse.json({ title: 'Not Found', status: 404 }, { status: 404, statusText: 'Not Found' });

/** True the first time that an address is asked. */
function isFirst(url: string): boolean {
  const first = !answered.has(url);
  answered.add(url);
  return first;
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

export const handlers = [
  http.get('*/mock/v1/observations/:file', ({ params }) => {
    const found = documentOf(String(params.file).replace(/\.json$/, ''));
    return found ? HttpResponse.json(found) : missing();
  }),
  http.get('*/mock/forms/:form', ({ params }) => answer(asForm(params.form))),
  http.get('*/mock/waits/:form', () => delay('infinite')),
  http.get('*/mock/fails/:form', missing),
  http.get('*/mock/stale/:form', ({ params, request }) =>
    isFirst(request.url) ? answer(asForm(params.form)) : missing(),
  ),
  http.get('*/mock/mends/:form', ({ params, request }) =>
    isFirst(request.url) ? missing() : answer(asForm(params.form)),
  ),
];
