/**
 * How a page reads the documents of its widgets: what is plainly right at once, all else by the schemas,
 * which are loaded only then.
 */
import type { DocumentKind } from './document-kinds.js';
import { DataError } from './errors.js';
import type { Envelope, Observations } from './figures.js';
import { figuresDocument } from './figures.plain.generated.js';
import { isObject } from './plain.js';
import { readPlain, type PlainShape, type Read } from './read-plain.js';
import type * as wholeReaderModule from './whole-reader.js';

/** How one kind of document is read. `D` is what comes out. */
export interface Shape<D extends Envelope> {
  readonly kind: DocumentKind;
  /**
   * Reads a document; at once where it is plainly right or the schemas are there. The same JSON is read
   * once, however many widgets show it.
   *
   * @param raw - parsed JSON, from a request, a bundle, an adapter or a page; left as it is
   * @param url - where it came from, for messages
   * @throws DataError `version` for another major version; `shape` for what is no document, and for a
   *   list of which no item is left
   */
  read(raw: unknown, url?: string): Read<D> | Promise<Read<D>>;
}

/** Code that is loaded when it is first needed. */
export function lateCode<T>(load: () => Promise<T>): {
  /** The code, where it has been loaded. */
  readonly now: () => T | undefined;
  readonly load: () => Promise<T>;
} {
  let code: T | undefined;
  return {
    now: () => code,
    async load() {
      try {
        return (code ??= await load());
      } catch (error) {
        throw new DataError('network', `no schemas: ${String(error)}`);
      }
    },
  };
}

type WholeReader = typeof wholeReaderModule;
const whole = /* @__PURE__ */ lateCode<WholeReader>(() => import('./whole-reader.js'));

/** Loads the schemas; afterwards every document but a roster is read at once. */
export const loadWholeReader = (): Promise<WholeReader> => whole.load();

/** The shape of a kind of document, from its quick checks. */
export function shapeOf<D extends Envelope>(kind: DocumentKind, plain: PlainShape): Shape<D> {
  const readDocuments = new WeakMap<object, Read<D>>();
  const readWith = (reader: WholeReader, raw: unknown, url?: string) =>
    reader.readKind(kind, raw, url) as Read<D>;
  return {
    kind,
    read(raw, url) {
      const before = isObject(raw) ? readDocuments.get(raw) : undefined;
      if (before) return before;
      const doc = readPlain(plain, raw) as D | undefined;
      if (!doc)
        return whole.now()
          ? readWith(whole.now() as WholeReader, raw, url)
          : whole.load().then((reader) => readWith(reader, raw, url));
      const read: Read<D> = { document: doc, faults: [] };
      readDocuments.set(raw as object, read);
      return read;
    },
  };
}

/** Figures, of whatever document carries observations. */
export const figuresShape = /* @__PURE__ */ shapeOf<Observations>('observations', {
  document: figuresDocument,
  lists: {},
});
