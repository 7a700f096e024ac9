import type { Text } from '../api/fields.js';

/** A text of the data in a language: its own, that of its primary subtag (`fr` for `fr-CA`), Vietnamese, or any. */
export function textOf(text: Text | undefined, language: string): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  return (
    text[language] ??
    text[language.split('-')[0] ?? ''] ??
    text['vi'] ??
    Object.values(text)[0] ??
    ''
  );
}
