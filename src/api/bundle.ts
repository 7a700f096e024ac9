/** A bundle: all documents of an API in one file, by their path without `.json`. */
import { object, record, string, unknown } from 'valibot';
import { envelope } from './figures.js';

export const BundleSchema = object(
  { version: envelope.version, documents: record(string(), unknown(), 'an object of documents') },
  'a bundle object',
);
