/** A choice from a list with its label, the same in every widget: an indicator, a date, a goal. */
import { html, nothing, type TemplateResult } from 'lit';

export type Option = readonly [value: string, text: string];

/** A list to choose from; nothing where there is no second option. */
export function selectField(
  label: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
): unknown {
  if (options.length < 2) return nothing;
  return html`<label class="field"
    ><span>${label}</span> ${selectOf(options, chosen, choose, label)}</label
  >`;
}

/**
 * A list to choose from, and over it the chosen text, which wraps where it is long: a browser's own list
 * cuts it.
 */
export function selectOf(
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
  label: string,
): TemplateResult {
  const text = options.find(([value]) => value === chosen) ?? options[0];
  return html`<span class="choice"
    ><select
      aria-label=${label}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([value, name]) =>
          html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
      )}</select
    ><span class="chosen" aria-hidden="true">${text?.[1]}</span></span
  >`;
}
