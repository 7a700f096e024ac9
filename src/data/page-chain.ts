/** The pages of a long list: which one comes next, and how it is asked for. */
import { warn } from '../api/console.js';
import { adapt, type Adapter } from './adapters.js';
import { requestJson, type TextBody } from './request.js';
import { attempts } from './retry.js';

/** The chain of pages that begins with a document. */
export class PageChain {
  /** The address of the next page; `undefined` at the end of the list. */
  next: string | undefined;
  private readonly seen: Set<string>;

  constructor(private readonly first: string) {
    this.seen = new Set([first]);
  }

  /** Notes addresses that have answered, because a chain that comes back to them would never end. */
  visited(...urls: readonly string[]): void {
    for (const url of urls) this.seen.add(url);
  }

  /**
   * Takes over the next page that a document names. It keeps the origin of the first; an address that was there
   * already ends the chain.
   *
   * @param base - the address of the document
   */
  setNext(next: string | undefined, base: string): void {
    this.next = undefined;
    if (!next) return;
    try {
      const url = new URL(next, base);
      const first = new URL(this.first);
      url.hash = '';
      if (url.origin !== first.origin) throw new Error('another origin');
      if (!this.seen.has(url.href)) this.next = url.href;
    } catch {
      warn(`"${base}": next: an address of the same origin is expected, not "${next}"`);
    }
  }
}

/** A page, adapted, and its address after redirects. */
export interface PageAnswer {
  readonly raw: unknown;
  readonly url: string;
}

/** Asks for pages, for the next one before it is wanted where that is known. */
export class PageRequests {
  /** The page that was asked for ahead. */
  private ahead: { readonly url: string; readonly answer: Promise<PageAnswer> } | undefined;

  /** @param isClosed - true once nobody waits for pages any more */
  constructor(
    private readonly adapter: Adapter | undefined,
    private readonly isClosed: () => boolean,
  ) {}

  /** A page: the one that is on its way, or a new request. */
  take(url: string): Promise<PageAnswer> {
    const { ahead } = this;
    this.ahead = undefined;
    return ahead?.url === url ? ahead.answer : this.ask(url);
  }

  /** Asks for a page that will be taken next. */
  askAhead(url: string): void {
    const answer = this.ask(url);
    // It is that page's own fault, and said when it is taken.
    answer.catch(() => undefined);
    this.ahead = { url, answer };
  }

  private ask(url: string): Promise<PageAnswer> {
    return attempts(
      (limit, attempt) => requestPage(url, this.adapter, limit, attempt),
      this.isClosed,
    );
  }
}

/**
 * Asks for a page, and adapts it.
 *
 * @param limit - milliseconds until the request is given up
 * @param attempt - 0 for the first; later ones go past the browser's cache
 * @throws DataError where nothing usable came
 */
export async function requestPage(
  url: string,
  adapter: Adapter | undefined,
  limit: number,
  attempt: number,
): Promise<PageAnswer> {
  const asText = adapter?.reads === 'text';
  const answer = await requestJson(url, attempt > 0, limit, asText, blobOf);
  const raw = adapter ? await adapt(adapter, answer.raw, answer.url) : answer.raw;
  return { raw, url: answer.url };
}

/**
 * Decodes a page beside the main thread: 45,895 teams are 11 MB, and reading them part by part took a third of the time of
 * a first search. A page's own `fetch` may answer with less than a browser's, and a page may have taken blobs away.
 */
const blobOf = (response: Response): TextBody | Promise<TextBody> =>
  'text' in Blob.prototype && 'blob' in response ? response.blob() : response;
