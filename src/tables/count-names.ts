/** Names of figures that only count: 1.234 of those is a thousand and more, never a decimal. */
import { fold } from '../domain/fold.js';

/** Whether a name says that people or things are counted: 1.234 of those are whole. */
export function isCountName(name: string): boolean {
  const words = fold(name).replace(/[^a-z0-9]+/g, ' ');
  if (
    /%/.test(name) ||
    /\b(ty le|ti le|ty so|he so|diem|chi so|binh quan|trung binh|tb|bq|moi|tren|rate|ratio|average|per|index|score)\b/.test(
      words,
    )
  )
    return false;
  return /^(tong )?(so|ts) |^(tong|luot)\b|\b(teams|members|people|users|households|visits|number|count|total)\b/.test(
    words,
  );
}
