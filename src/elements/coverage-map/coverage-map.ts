/** Registers `<tcns-coverage-map>`. */
import { defineElement } from '../../parts/base/element.js';
import { TcnsCoverageMap } from './coverage-map.element.js';

defineElement('tcns-coverage-map', TcnsCoverageMap);

export { TcnsCoverageMap };

declare global {
  interface HTMLElementTagNameMap {
    'tcns-coverage-map': TcnsCoverageMap;
  }
}
