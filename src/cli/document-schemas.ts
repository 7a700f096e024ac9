/** The schemas by which `tcns-check` judges each kind of document, also the one that no widget reads. */
import { array, object, optional, pick, unknown } from 'valibot';
import {
  areasSchemas,
  campaignSchemas,
  figuresSchemas,
  servicesSchemas,
  teamsSchemas,
  type DocumentSchemas,
  type Schema,
} from '../api/all-document-kinds.js';
import { BundleSchema } from '../api/bundle.js';
import { CampaignDocumentSchema } from '../api/campaign.js';
import {
  AreaSchema,
  IndicatorSchema,
  ObservationsDocumentSchema,
  SourceSchema,
  type Envelope,
} from '../api/figures.js';

/** The records that any document may hold, with the schema of an entry. */
export const RECORDS: Readonly<Record<string, Schema>> = {
  areas: AreaSchema,
  indicators: IndicatorSchema,
  sources: SourceSchema,
};

/** A widget of figures takes any document with observations; a document of its own has an area. */
export const observationsShape: DocumentSchemas<Envelope> = {
  ...figuresSchemas,
  schema: ObservationsDocumentSchema,
};

const campaignEntries = ['id', 'name', 'area', 'start', 'end', 'basis'] as const;
const IndexEntrySchema = pick(CampaignDocumentSchema, campaignEntries);
/** campaigns/index.json: the one document that no widget reads by itself. */
export const indexShape: DocumentSchemas<Envelope> = {
  kind: 'campaign',
  schema: object(
    {
      version: BundleSchema.entries.version,
      areas: optional(ObservationsDocumentSchema.entries.areas.wrapped),
      campaigns: array(unknown(), 'a list'),
    },
    'a document object',
  ),
  lists: { campaigns: IndexEntrySchema },
};

/** The schemas of the documents of a folder of the API. */
export const BY_FOLDER: Readonly<Record<string, DocumentSchemas<Envelope>>> = {
  observations: observationsShape,
  teams: teamsSchemas,
  campaigns: campaignSchemas,
  services: servicesSchemas,
  areas: areasSchemas,
};
