/** Registers `<tcns-campaign-tracker>`. */
import { defineElement } from '../../parts/base/element.js';
import { TcnsCampaignTracker } from './campaign-tracker.element.js';

defineElement('tcns-campaign-tracker', TcnsCampaignTracker);

export { TcnsCampaignTracker };

declare global {
  interface HTMLElementTagNameMap {
    'tcns-campaign-tracker': TcnsCampaignTracker;
  }
}
