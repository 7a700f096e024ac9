/** What a server should say beside a document: docs/api.md, "HTTP". All of it is advice. */
import type { Finding } from './check-document.js';

/** A page that is no part of the API: its answer must be readable from there. */
const ORIGIN = 'https://page.example';
const LIMIT = 10_000;

async function ask(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(url, {
    headers: { Accept: 'application/json', Origin: ORIGIN, ...headers },
    signal: AbortSignal.timeout(LIMIT),
  });
  await response.body?.cancel();
  return response;
}

/** Warnings about the headers of an address that has answered with a document. */
export async function headerWarnings(url: string): Promise<Finding[]> {
  const warnings: string[] = [];
  try {
    const { headers } = await ask(url);
    warnings.push(...cors(headers));
    const etag = headers.get('etag');
    if (!etag) {
      warnings.push('no ETag: each poll carries the whole document again');
    } else if ((await ask(url, { 'If-None-Match': etag })).status !== 304) {
      warnings.push('the ETag has no use: If-None-Match is not answered with 304');
    }
    warnings.push(...caching(headers, url));
  } catch (error) {
    warnings.push(`the headers could not be asked for: ${String(error)}`);
  }
  const { protocol, hostname } = new URL(url);
  if (protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) {
    warnings.push('http: a page on https cannot load it');
  }
  return warnings.map((reason) => ({ path: '', reason, warning: true }));
}

function cors(headers: Headers): string[] {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === '*') return [];
  if (allowed === null)
    return ['no Access-Control-Allow-Origin: only pages of the same origin can read it; send *'];
  const varies = /(^|,)\s*origin\s*(,|$)/i.test(headers.get('vary') ?? '');
  if (allowed === ORIGIN && varies) return [];
  return [`Access-Control-Allow-Origin is "${allowed}": pages elsewhere cannot rely on it; send *`];
}

/** What is recommended for documents of `teams/`, whose people may withdraw a consent, and for all others. */
export const CACHE_CONTROL = {
  teams: 'max-age=60, stale-if-error=3600',
  other: 'max-age=300, stale-while-revalidate=86400, stale-if-error=604800',
} as const;

function caching(headers: Headers, url: string): string[] {
  const value = headers.get('cache-control');
  const isTeams = /\/teams\//.test(url);
  const recommended = CACHE_CONTROL[isTeams ? 'teams' : 'other'];
  if (!value) return [`no Cache-Control; recommended: ${recommended}`];
  if (/no-store/i.test(value))
    return [`Cache-Control "${value}" forbids caching; recommended: ${recommended}`];
  const age = Number(/max-age=(\d+)/i.exec(value)?.[1]);
  if (isTeams && age > 3600)
    return [
      `Cache-Control "${value}" keeps a withdrawn consent too long; recommended: ${recommended}`,
    ];
  return [];
}
