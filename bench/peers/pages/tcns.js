/* global document, Event, MutationObserver */
import '/cdn/team-roster.js';

let roster;

const until = async (isDone) => {
  await roster.updateComplete;
  while (!isDone(roster.shadowRoot)) {
    // Looking every few milliseconds would be counted as the widget's work.
    await new Promise((done) => {
      const changes = new MutationObserver(() => {
        changes.disconnect();
        done();
      });
      changes.observe(roster.shadowRoot, { childList: true, subtree: true });
    });
    await roster.updateComplete;
  }
};

export async function mount(at) {
  roster = document.createElement('tcns-team-roster');
  roster.src = '/pages/vn@2025.json';
  at.append(roster);
  await until((root) => root.querySelector('[data-row]'));
}

/** The first search asks for all the pages that are still to come. */
export async function update({ query }) {
  const input = roster.shadowRoot.querySelector('input[type=search]');
  input.value = query;
  input.dispatchEvent(new Event('input'));
  await until((root) => !root.querySelector('[part="progress"]'));
}
