/**
 * The documents below an API's base, found by the paths of its OpenAPI description (`schemas/v1/openapi.json`)
 * and by the ids that the documents found so far name. Most of them may be missing: that is no fault.
 */
import { createRequire } from 'node:module';
import { DataError } from '../api/errors.js';
import { apiBase } from '../data/address-parts.js';
import { requestJson, type Answer } from '../data/request.js';
import { documentKey } from '../domain/editions.js';
import { PROVINCES } from '../domain/provinces.generated.js';

/** An address that answered with a document, or with a fault. */
export type Walked = { readonly url: string; readonly path: string } & (
  | { readonly answer: Answer; readonly error?: undefined }
  | { readonly error: DataError; readonly answer?: undefined }
);

/** Requests at a time: a small office's server is not to be pressed. */
const AT_ONCE = 6;
/** Addresses asked for at most, because a document may name every commune of the nation. */
const MOST = 5000;
/** Answers of servers for what is not there; stores of files say 403. */
const MISSING = new Set([403, 404, 410]);

interface Description {
  readonly paths: Readonly<Record<string, unknown>>;
}

const description = (): Description =>
  createRequire(import.meta.url)('tcns-widgets/schemas/v1/openapi.json') as Description;

/** What stands for the names in braces of a path, as far as it is known by now. */
class Names {
  /** Areas of documents, campaigns and editions, by the name of the parameter. */
  private readonly known: Record<string, Set<string>> = {
    area: new Set(Object.keys(PROVINCES).flatMap((id) => keysOf(id))),
    campaign: new Set(),
    edition: new Set(['2008', '2025']),
  };

  /** The addresses of a path; none of one whose pages are followed by `next`. */
  *of(path: string): Generator<string> {
    const [, name] = /\{(\w+)\}/.exec(path) ?? [];
    if (name === undefined) yield path;
    else if (!path.includes('{page}'))
      for (const value of this.known[name] ?? []) yield path.replace(`{${name}}`, encodeURI(value));
  }

  /** Takes the ids that a document, or a bundle of some, names. */
  learn(raw: unknown): void {
    if (typeof raw !== 'object' || raw === null) return;
    const { areas, campaigns, documents } = raw as Record<string, unknown>;
    for (const id of keysIn(areas)) for (const key of keysOf(id)) this.known['area']?.add(key);
    for (const entry of Array.isArray(campaigns) ? (campaigns as unknown[]) : []) {
      const id = (entry as { id?: unknown } | null)?.id;
      if (typeof id === 'string' && id !== 'index') this.known['campaign']?.add(id);
    }
    for (const path of keysIn(documents)) {
      const [folder, id = ''] = path.split('/');
      if (folder === 'campaigns' && id !== 'index') this.known['campaign']?.add(id);
      else if (id.includes('@')) this.known['area']?.add(id);
    }
  }
}

/** The documents of the nation are those of an edition. */
const keysOf = (id: string): string[] => (id === 'vn' ? ['vn@2008', 'vn@2025'] : [documentKey(id)]);
const keysIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** Asks for every document that there may be; yields those that answer, and what is wrong elsewhere. */
export async function* walkApi(base: string): AsyncGenerator<Walked> {
  const root = apiBase(base.replace(/[?#].*$/, ''));
  const names = new Names();
  const asked = new Set<string>();
  const refused = new Set<string>();
  for (;;) {
    const next = Object.keys(description().paths)
      .flatMap((path) => [...names.of(path)].map((name) => ({ path, url: root + name })))
      .filter(({ url }) => !asked.has(url))
      .slice(0, Math.min(AT_ONCE, MOST - asked.size));
    if (next.length === 0) return;
    for (const { url } of next) asked.add(url);
    for (const walked of await Promise.all(next.map(ask))) {
      if (!walked) continue;
      if (walked.answer) {
        names.learn(walked.answer.raw);
        yield walked;
        yield* followPages(walked, root, asked);
        continue;
      }
      const { kind, reason } = walked.error;
      // A server that answers everything in one wrong way is told so once.
      if (!refused.has(reason)) yield walked;
      refused.add(reason);
      if (kind === 'network' || kind === 'timeout') return;
    }
  }
}

/** The further pages of a long list, each named by the one before. */
async function* followPages(
  first: Walked,
  root: string,
  asked: Set<string>,
): AsyncGenerator<Walked> {
  for (let walked: Walked | undefined = first; walked?.answer;) {
    const { next } = walked.answer.raw as { next?: unknown };
    if (typeof next !== 'string' || next === '') return;
    const url: string = new URL(next, walked.answer.url).href;
    // Another host is not this API, whatever a document says.
    if (!url.startsWith(`${root}/`) || asked.has(url) || asked.size >= MOST) return;
    asked.add(url);
    walked = await ask({ path: first.path, url });
    if (walked) yield walked;
  }
}

async function ask({ path, url }: { path: string; url: string }): Promise<Walked | undefined> {
  try {
    return { path, url, answer: await requestJson(url) };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return MISSING.has(error.status ?? 0) ? undefined : { path, url, error };
  }
}
