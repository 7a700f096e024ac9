/** One GET of one JSON address: time limit, status, JSON or not. Retries are the store's. */
import { MOST_BYTES } from '../api/limits.js';
import { DataError } from '../api/errors.js';
import { liesBelow } from './addresses.js';
import { ownGlobal, pageBase } from './page-base.js';
import { isPromise } from './promises.js';
import { settings } from './settings.js';
import { after } from './timers.js';

/** The longest that one attempt may take, body included, in milliseconds. */
export const TIME_LIMIT = 10_000;

export interface Answer {
  /** Parsed JSON. */
  readonly raw: unknown;
  /** The address after redirects: what relative addresses in the document resolve against. */
  readonly url: string;
  /** The JSON as it came. */
  readonly text: string;
}

/** An answer, or something else that has its text. */
export type TextBody = Pick<Response, 'text'> & { readonly body?: Response['body'] };

/**
 * Fetches JSON without any header that would need a preflight. Another origin gets no credentials; the
 * page's own gets what `<link rel="preload" as="fetch" crossorigin>` sends, because otherwise no browser
 * takes the answer of that link, and asks twice.
 *
 * @param revalidate - asks the server whether the copy in the browser's cache still holds
 * @param limit - milliseconds for the whole answer
 * @param asText - the answer is no JSON: an adapter reads its text
 * @param bodyOf - what the text is read from: the answer part by part, or something without parts that has its text
 * @throws DataError `timeout`, `network`, `http` or `format`
 */
export async function requestJson(
  url: string,
  revalidate = false,
  limit = TIME_LIMIT,
  asText = false,
  bodyOf = (response: Response): TextBody | Promise<TextBody> => response,
): Promise<Answer> {
  const abort = new AbortController();
  const stopTimer = after(limit, () => abort.abort());
  try {
    const early = revalidate || asText ? undefined : takeEarly(url);
    const response = await (early
      ? unlessAborted(early, abort.signal)
      : fetch(url, {
          credentials: 'same-origin',
          headers: { Accept: asText ? '*/*' : 'application/json' },
          cache: revalidate ? 'no-cache' : 'default',
          signal: abort.signal,
        }));
    refuseForeign(response.url || url);
    const text = await textWithin(await bodyOf(response), url);
    if (!response.ok) throw httpError(url, response, text);
    return { raw: asText ? text : parseJson(text, url), url: response.url || url, text };
  } catch (error) {
    if (error instanceof DataError) throw error;
    if (abort.signal.aborted)
      throw new DataError('timeout', `no whole answer within ${limit} ms`, { url });
    throw new DataError('network', (error as Error | undefined)?.message ?? String(error), { url });
  } finally {
    stopTimer();
  }
}

/** The text of an answer, which is refused as soon as it is known to be too large. */
async function textWithin(response: TextBody, url: string): Promise<string> {
  // A page's own `fetch` may answer with less than a browser's, and a page may have taken the decoder away.
  const reader = 'TextDecoder' in globalThis ? response.body?.getReader() : undefined;
  let size = 0;
  const take = (length: number): void => {
    size += length;
    if (size <= MOST_BYTES) return;
    void reader?.cancel();
    throw new DataError('format', `the answer is larger than ${MOST_BYTES / 1e6} MB`, { url });
  };
  if (!reader) {
    const whole = await response.text();
    take(whole.length);
    return whole;
  }
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); part.value; part = await reader.read()) {
    take(part.value.length);
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Checks the final address, because a listed address may redirect elsewhere. */
function refuseForeign(url: string): void {
  const { apis } = settings();
  if (apis && !liesBelow(url, apis))
    throw new DataError('http', 'the answer comes from an address that is not listed', { url });
}

/** The answers that the loader has requested already, by address. */
const earlyAnswers = (): Record<string, Response | Promise<Response> | undefined> =>
  ((ownGlobal('tcns') ?? {}) as { early?: Record<string, Response | Promise<Response>> }).early ??
  {};

/** True where the loader has requested an answer that nobody has taken yet. */
export const isEarly = (url: string): boolean => isPromise(earlyAnswers()[url]);

/** The answer that the loader has requested already. It is used once, because a body can be read once. */
function takeEarly(url: string): Promise<Response> | undefined {
  const early = earlyAnswers();
  const answer = early[url];
  if (!isPromise(answer)) return undefined;
  Reflect.deleteProperty(early, url);
  return answer;
}

function unlessAborted(answer: Promise<Response>, signal: AbortSignal): Promise<Response> {
  return Promise.race([
    answer,
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('aborted'))),
    ),
  ]);
}

/** The JSON at an address, where there is any: one attempt, and `undefined` for every fault. */
export async function tryJson(url: string): Promise<unknown> {
  try {
    return (await requestJson(new URL(url, pageBase()).href)).raw;
  } catch {
    return undefined;
  }
}

/** @throws DataError `format` */
export function parseJson(text: string, url: string): unknown {
  // Some servers put a byte order mark before UTF-8 text, which JSON does not allow.
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    const format = /^\s*</.test(json)
      ? 'an HTML or XML page'
      : json.trim() === ''
        ? 'an empty answer'
        : 'not JSON';
    throw new DataError('format', `JSON is expected, this is ${format}`, { url });
  }
}

function httpError(url: string, response: Response, text: string): DataError {
  const { status, statusText, headers } = response;
  let reason = `${status} ${statusText}`.trim();
  if (headers.get('content-type')?.includes('problem+json')) {
    // RFC 9457: the details of an error, where the server gives them.
    const { title, detail } = (parseOrNothing(text) ?? {}) as { title?: unknown; detail?: unknown };
    reason = [reason, title, detail].filter((part) => part && typeof part === 'string').join('; ');
  }
  return new DataError('http', reason, { url, status, retryAfter: retryAfter(headers) });
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `Retry-After` in milliseconds: seconds, or a date. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
