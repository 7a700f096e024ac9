/** Registers `<tcns-stat>`. */
import { defineElement } from '../../parts/base/element.js';
import { TcnsStat } from './stat.element.js';

defineElement('tcns-stat', TcnsStat);

export { TcnsStat };

declare global {
  interface HTMLElementTagNameMap {
    'tcns-stat': TcnsStat;
  }
}
