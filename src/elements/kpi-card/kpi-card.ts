/** Registers `<tcns-kpi-card>`. */
import { defineElement } from '../../parts/base/element.js';
import { TcnsKpiCard } from './kpi-card.element.js';

defineElement('tcns-kpi-card', TcnsKpiCard);

export { TcnsKpiCard };

declare global {
  interface HTMLElementTagNameMap {
    'tcns-kpi-card': TcnsKpiCard;
  }
}
