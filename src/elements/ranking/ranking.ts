/** Registers `<tcns-ranking>`. */
import { defineElement } from '../../parts/base/element.js';
import { TcnsRanking } from './ranking.element.js';

defineElement('tcns-ranking', TcnsRanking);

export { TcnsRanking };

declare global {
  interface HTMLElementTagNameMap {
    'tcns-ranking': TcnsRanking;
  }
}
