/** Registers `<tcns-dashboard>`. */
import { defineElement } from '../../parts/base/element.js';
import { TcnsDashboard } from './dashboard.element.js';

defineElement('tcns-dashboard', TcnsDashboard);

export { TcnsDashboard };

declare global {
  interface HTMLElementTagNameMap {
    'tcns-dashboard': TcnsDashboard;
  }
}
