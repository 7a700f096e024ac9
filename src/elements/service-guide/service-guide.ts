/** Registers `<tcns-service-guide>`. */
import { defineElement } from '../../parts/base/element.js';
import { TcnsServiceGuide } from './service-guide.element.js';

defineElement('tcns-service-guide', TcnsServiceGuide);

export { TcnsServiceGuide };

declare global {
  interface HTMLElementTagNameMap {
    'tcns-service-guide': TcnsServiceGuide;
  }
}
