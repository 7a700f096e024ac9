/** The change of a figure in words: "tăng 18.695", "giảm 3,5 điểm phần trăm"; its words come with it. */
import type { Indicator } from '../api/figures.js';
import { changeOf, type Change, type Figure } from '../domain/observations.js';
import type { Wording } from './figures.js';
import { formatAmount } from './numbers.js';
import { useTexts } from './translator.js';
import { viChange } from './vi.change.js';
import type { TextKey } from './vi.js';

useTexts(viChange);

/** A change in words and the sign that goes with it. */
export interface ChangeText {
  /** `▲`, `▼` or empty: never the only carrier of the meaning. */
  readonly sign: string;
  /** "tăng 18.695", "tăng 2 bậc", "giảm 3,5 điểm phần trăm". */
  readonly words: string;
  /** "tốt hơn", "kém hơn": only where the data says which way is better. */
  readonly judgement: string;
  readonly since: string | undefined;
}

const CHANGE_KEYS: Record<Change['kind'], readonly [up: TextKey, down: TextKey]> = {
  // A place in an order goes up when its number falls.
  rank: ['rankDown', 'rankUp'],
  points: ['rise', 'fall'],
  count: ['rise', 'fall'],
};

/** The change of a figure in words; `undefined` where it has none. */
export function changeText(
  figure: Figure,
  indicator: Indicator | undefined,
  { language, t }: Wording,
): ChangeText | undefined {
  const change = changeOf(figure, indicator);
  if (!change) return undefined;
  const { value, kind, since, improved } = change;
  if (value === 0) return { sign: '', words: t('noChange'), judgement: '', since };
  const rises = value > 0 !== (kind === 'rank');
  const size = formatAmount(Math.abs(value), language, t);
  const n = kind === 'points' ? t('points', { n: size }) : size;
  return {
    sign: rises ? '▲' : '▼',
    words: t(CHANGE_KEYS[kind][value > 0 ? 0 : 1], { n }),
    judgement:
      improved === undefined || kind === 'rank' ? '' : t(improved ? 'improved' : 'worsened'),
    since,
  };
}
