/** How the tests of the tracker put it on a page and look at it. */
import { expect } from '@open-wc/testing';
import '../../src/elements/campaign-tracker/campaign-tracker.js';
import type { TcnsCampaignTracker } from '../../src/elements/campaign-tracker/campaign-tracker.js';
import type { DocumentState } from '../../src/parts/base/document-controller.js';
import { until } from '../data/faulty-api.js';
import { running } from '../support/fixtures/campaign.js';
import { boxOf } from './support.js';

export const TAG = 'tcns-campaign-tracker';
export const VIEWS = ['full', 'compact', 'headline'] as const;
export const FALLBACK = '<span>Theo tòa soạn: 956 tổ</span>';
export const DURING = '2022-07-16T09:00:00+07:00';

export const oneSpace = (text: string | null | undefined) =>
  (text ?? '').replace(/\s+/g, ' ').trim();
export const textOf = (widget: Element) => oneSpace(widget.shadowRoot?.textContent);
export const all = (widget: Element, name: string) => [
  ...widget.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${name}"]`),
];
export const part = (widget: Element, name: string) =>
  all(widget, name)[0] && oneSpace(all(widget, name)[0]?.textContent);
export const stateOf = (widget: TcnsCampaignTracker) =>
  (widget as unknown as { documentState: DocumentState }).documentState.status;
export const status = (widget: Element) =>
  oneSpace(
    [...widget.shadowRoot!.querySelectorAll('p.sr[role=status]')].map((p) => p.textContent).join(),
  );
/** A goal's row, by its name. */
export const goal = (widget: Element, name: string) => {
  const found = all(widget, 'goal').find((row) => row.textContent?.includes(name));
  if (!found) throw new Error(`no goal "${name}" in: ${textOf(widget)}`);
  return found;
};
export const ranks = (widget: Element) =>
  [...widget.shadowRoot!.querySelectorAll('.rank')].map((row) => oneSpace(row.textContent));

export async function put(attributes = '', inside = '', width = 800): Promise<TcnsCampaignTracker> {
  const box = await boxOf(width);
  box.innerHTML = `<${TAG} ${attributes}>${inside}</${TAG}>`;
  const widget = box.firstElementChild as TcnsCampaignTracker;
  await widget.updateComplete;
  return widget;
}

export async function show(
  document: unknown,
  attributes = '',
  width = 800,
): Promise<TcnsCampaignTracker> {
  const widget = await put(attributes, '', width);
  widget.data = document;
  await settle(widget);
  return widget;
}

/** Two frames: the observer of the width has measured by then. */
async function settle(widget: TcnsCampaignTracker): Promise<void> {
  await widget.updateComplete;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await widget.updateComplete;
}

export async function becomes(widget: TcnsCampaignTracker, wanted: string): Promise<void> {
  await until(() => stateOf(widget) === wanted, `the tracker is ${wanted}`);
  await widget.updateComplete;
}

export async function inEnglish(widget: TcnsCampaignTracker): Promise<void> {
  await until(() => widget.shadowRoot?.querySelector('[lang=en] [part~=state]'), 'English');
  await widget.updateComplete;
}

export function press(widget: TcnsCampaignTracker, name: string | RegExp): Promise<unknown> {
  const buttons = [...widget.shadowRoot!.querySelectorAll('button')];
  const label = (b: Element) => oneSpace(b.getAttribute('aria-label') ?? b.textContent);
  const found = buttons.filter((b) =>
    typeof name === 'string' ? label(b) === name : name.test(label(b)),
  );
  expect(found.length, `${name} among ${buttons.map(label).join(', ')}`).to.equal(1);
  found[0]!.click();
  return widget.updateComplete;
}

/** A running campaign in which a second goal has a history, too: there is a goal to choose. */
export function withReports() {
  const document = running();
  document.observations.push({
    area: 'mau@2025',
    indicator: 'report.online',
    at: '2022-06-30',
    value: 40,
    source: 'sample',
  });
  return document;
}
