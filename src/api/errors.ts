/** What can go wrong between a widget and its document, as one class with a code. */

/**
 * - `network`: no answer (unreachable, blocked by CORS or CSP, aborted connection)
 * - `timeout`: no whole answer within the time limit
 * - `http`: an answer with an error status
 * - `format`: an answer that is not JSON (an HTML page with status 200)
 * - `shape`: JSON that is not a document of version 1; `path` says where
 * - `version`: a document of another major version
 * - `config`: nothing to load: an attribute is missing or wrong
 */
export type DataErrorKind =
  'network' | 'timeout' | 'http' | 'format' | 'shape' | 'version' | 'config';

export interface DataErrorDetails {
  readonly url?: string | undefined;
  /** Where in the document: `observations[3].value`. */
  readonly path?: string;
  readonly status?: number;
  /** Milliseconds that the server asks to wait (`Retry-After`). */
  readonly retryAfter?: number | undefined;
}

/** A fault of loading or reading a document. */
export class DataError extends Error {
  readonly url: string | undefined;
  readonly path: string;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    readonly kind: DataErrorKind,
    /** Why, for a developer: `404 Not Found`, `a number or null, not "15.000"`. */
    readonly reason: string,
    details: DataErrorDetails = {},
  ) {
    const { url, path = '', status, retryAfter } = details;
    super(`${url ? `[GET] "${url}": ` : ''}${path ? `${path}: ` : ''}${reason}`);
    this.name = 'DataError';
    this.url = url;
    this.path = path;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** True for faults that pass: no answer, too many requests, a server in trouble. */
  get passing(): boolean {
    if (this.kind === 'network' || this.kind === 'timeout') return true;
    const { status = 0 } = this;
    return this.kind === 'http' && (status === 408 || status === 429 || status >= 500);
  }

  /** True where the source answers that it has no such document: a reader who asks again gets the same. */
  get absent(): boolean {
    return this.status === 404 || this.status === 410;
  }
}
