/** A choice from a list with its label, the same in every widget: an indicator, a date, a goal. */
import { html, nothing } from 'lit';

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
    ><span>${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(
        ([value, text]) =>
          html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
      )}
    </select></label
  >`;
}
