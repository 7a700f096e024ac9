/**
 * How documents are read: which schema a document has, and which of its lists are checked item by
 * item. A widget imports only the kind that it shows; all of them are in `all-document-kinds.ts`.
 */
import type { BaseIssue, BaseSchema } from 'valibot';

export type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;
export type DocumentKind = 'observations' | 'teams' | 'campaign' | 'services' | 'areas';

/** How one kind of document is read. `D` is what comes out. */
export interface Shape<D extends object> {
  readonly kind: DocumentKind;
  readonly schema: Schema;
  /** The lists beside `observations`, and the schema of their items. */
  readonly lists: Readonly<Record<string, Schema>>;
  /** Lists inside the items of a list: `teams` have `people`. */
  readonly inner?: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
  /** Only for the type. */
  readonly document?: D;
}
