/** The six kinds of documents, and what the whole reader has to know of each. */
import type { BaseIssue, BaseSchema } from 'valibot';

export type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;
export type DocumentKind = 'observations' | 'teams' | 'campaign' | 'services' | 'areas';

/** How `read-document.ts` reads one kind of document. `D` is what comes out. */
export interface DocumentSchemas<D extends object> {
  readonly kind: DocumentKind;
  readonly schema: Schema;
  /** The lists beside `observations`, and the schema of their items. */
  readonly lists: Readonly<Record<string, Schema>>;
  /** Lists inside the items of a list: `teams` have `people`. */
  readonly inner?: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
  /** Never set: it carries the type `D` for TypeScript. */
  readonly document?: D;
}
