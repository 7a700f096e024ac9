/* global document, Event */
import '/cdn/team-roster.js';

let roster;

const settled = async () => {
  await roster.updateComplete;
  while (!roster.shadowRoot.querySelector('[data-row]')) {
    await new Promise((done) => setTimeout(done));
    await roster.updateComplete;
  }
};

export async function mount(at, { document: teams }) {
  roster = document.createElement('tcns-team-roster');
  roster.data = teams;
  at.append(roster);
  await settled();
}

export async function update({ query }) {
  const input = roster.shadowRoot.querySelector('input[type=search]');
  input.value = query;
  input.dispatchEvent(new Event('input'));
  await settled();
}
