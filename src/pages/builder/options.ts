/** A field for each attribute of the widget, made of the manifest's list. */
import { h } from '../dom.js';
import type { Attribute } from './source.js';
import { filled, OPTION_WORDS, TEXTS } from './texts.js';

type Values = Readonly<Record<string, string>>;

function control({ name, kind }: Attribute, values: Values, page: 'vi' | 'en'): HTMLElement {
  const id = `b-o-${name}`;
  const common = { id, name: `o-${name}` };
  const value = values[name];
  if (kind === 'flag')
    return h('input', { ...common, type: 'checkbox', checked: value !== undefined });
  if (typeof kind === 'string') {
    const element = h('input', {
      ...common,
      type: kind === 'number' ? 'number' : 'text',
      min: kind === 'number' ? '0' : undefined,
    }) as HTMLInputElement;
    element.value = value ?? '';
    return element;
  }
  const [first = ''] = kind;
  const select = h(
    'select',
    common,
    h('option', { value: '' }, filled(TEXTS[page].default, first)),
    ...kind.slice(1).map((word) => h('option', { value: word }, word)),
  ) as HTMLSelectElement;
  select.value = value ?? '';
  return select;
}

/** The fields, with what is chosen already. */
export function optionFields(
  attributes: readonly Attribute[],
  values: Values,
  page: 'vi' | 'en',
): HTMLElement[] {
  return attributes.map((attribute) => {
    const { name, kind, description } = attribute;
    const words = page === 'vi' ? (OPTION_WORDS[name] ?? description) : description;
    const label = h(
      'label',
      { for: `b-o-${name}` },
      h('code', {}, name),
      ` ${words.replace(/`/g, '')}`,
    );
    const field = control(attribute, values, page);
    return kind === 'flag' ? h('p', { class: 'check' }, field, label) : h('p', {}, label, field);
  });
}
