/** The options that only `tcns-data borders` has. */
export const BORDERS_OPTIONS = {
  zone: { type: 'string', multiple: true },
  key: { type: 'string' },
  size: { type: 'string' },
  object: { type: 'string' },
  list: { type: 'string' },
  'allow-missing': { type: 'boolean' },
  'allow-far': { type: 'boolean' },
  lines: { type: 'boolean' },
  source: { type: 'string' },
  'source-url': { type: 'string' },
  at: { type: 'string' },
  sample: { type: 'boolean' },
} as const;
