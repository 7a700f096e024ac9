/** Whose code and whose figures the page's address names. */
import { byId, h } from '../dom.js';
import { api, folder, state, texts } from './state.js';
import { filled } from './texts.js';

/**
 * The hosts, other than this page's, that the page's address names: anybody can write a link to this page, so
 * a reader sees them before there is any code to copy.
 */
const linkedHosts = (): string[] => {
  const hosts = [folder(), api()].map((address) => new URL(address).host);
  return [...new Set(hosts)].filter((host) => host !== location.host);
};
/** Asks a reader whether those hosts are known; `show` runs once they are. */
export function askAboutHosts(show: () => void): void {
  const hosts = linkedHosts();
  state.agreed = hosts.length === 0;
  if (state.agreed) return;
  const agree = (): void => {
    state.agreed = true;
    notice.remove();
    show();
  };
  const notice = h(
    'div',
    { class: 'status', id: 'b-hosts', role: 'note' },
    h('p', {}, filled(texts.linkedHosts, hosts.join(', '))),
    h('p', {}, h('button', { type: 'button', onclick: agree }, texts.knowHosts)),
  );
  byId('b-codes').before(notice);
}
