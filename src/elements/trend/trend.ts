/** Registers `<tcns-trend>`. */
import { defineElement } from '../../parts/base/element.js';
import { TcnsTrend } from './trend.element.js';

defineElement('tcns-trend', TcnsTrend);

export { TcnsTrend };

declare global {
  interface HTMLElementTagNameMap {
    'tcns-trend': TcnsTrend;
  }
}
