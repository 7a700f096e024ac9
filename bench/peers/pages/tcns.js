/* global document, Event */
import '/cdn/team-roster.js';

let roster;

const until = async (isDone) => {
  await roster.updateComplete;
  while (!isDone(roster.shadowRoot)) {
    await new Promise((done) => setTimeout(done, 20));
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
