/** The schemas of all kinds of documents in one late part of a page. */
import {
  areasSchemas,
  campaignSchemas,
  figuresSchemas,
  servicesSchemas,
  teamsSchemas,
} from './all-document-kinds.js';
import type { DocumentKind, DocumentSchemas } from './document-kinds.js';
import type { Envelope } from './figures.js';
import { readDocument } from './read-document.js';
import type { Read } from './read-plain.js';

const SCHEMAS: Readonly<Record<DocumentKind, DocumentSchemas<Envelope>>> = {
  observations: figuresSchemas,
  teams: teamsSchemas,
  campaign: campaignSchemas,
  services: servicesSchemas,
  areas: areasSchemas,
};

/** Reads a document of a kind, item by item; see `readDocument`. */
export const readKind = (kind: DocumentKind, raw: unknown, url?: string): Read =>
  readDocument(SCHEMAS[kind], raw, url);
