import type { Text } from '../api/fields.js';

/** A text of the data in a language: the language's own, else Vietnamese, else any. */
export function textOf(text: Text | undefined, language: string): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  return text[language] ?? text['vi'] ?? Object.values(text)[0] ?? '';
}
