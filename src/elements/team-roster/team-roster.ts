/** Registers `<tcns-team-roster>`. */
import { defineElement } from '../../parts/base/element.js';
import { TcnsTeamRoster } from './team-roster.element.js';

defineElement('tcns-team-roster', TcnsTeamRoster);

export { TcnsTeamRoster };

declare global {
  interface HTMLElementTagNameMap {
    'tcns-team-roster': TcnsTeamRoster;
  }
}
