/** Near matches, for a query that is found nowhere as it is; loaded when that happens. */
import uFuzzy from '@leeoniya/ufuzzy';
import { fold } from '../domain/fold.js';

/** One slip a word of four letters or more; numbers are right or wrong. */
const near = new uFuzzy({
  intraMode: 1,
  intraRules: (word) => {
    const slips = word.length < 4 || /\d/.test(word) ? 0 : 1;
    return {
      intraSlice: [1, Infinity],
      intraIns: slips,
      intraSub: slips,
      intraTrn: slips,
      intraDel: slips,
    };
  },
});

/** Places of the folded lines that are near a query, best first. */
export function nearLines(lines: string[], query: string, most = 200): number[] {
  const [indexes, , order] = near.search(lines, fold(query), 1);
  const matches = order && indexes ? order.map((i) => indexes[i] ?? -1) : (indexes ?? []);
  return [...matches].filter((i) => i >= 0).slice(0, most);
}
