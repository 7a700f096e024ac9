/** The fields of the builder's page: from them to the choice, and back. */
import {
  DEFAULT_EDITION,
  editionOf,
  isEdition,
  nameAndEdition,
  type Edition,
} from '../../domain/editions.js';
import { matchArea } from '../../domain/names.js';
import { textOf } from '../../i18n/texts.js';
import { byId, h } from '../dom.js';
import { canPin, takesMany, takesNone, type Choice } from './choice.js';
import { optionFields } from './options.js';
import { areasOf } from './source.js';
import { input, options, page, set, state, texts } from './state.js';
import { filled } from './texts.js';

/**
 * Takes over the area that was typed, and says what it was understood as.
 *
 * @param isTyped - the area was written last, and not the edition chosen
 */
export function chooseArea(isTyped = false): void {
  const text = input('b-area').value;
  const [name, written] = nameAndEdition(text);
  // "Đà Nẵng@2008" brings its edition along; a code of the other edition may mean another province in this one.
  if (isTyped && isEdition(written)) input('b-edition').value = written;
  const edition = input('b-edition').value as Edition;
  const typed = written === edition ? name : text;
  const areas = areasOf(state.areas, edition);
  // "Quảng Trị" is the province before it is the town.
  const province = matchArea(typed, areas, { parent: 'vn' });
  const match = province.kind === 'one' ? province : matchArea(typed, areas);
  const say = (text: string) => (byId('b-area-says').textContent = text);
  if (match.kind === 'one') {
    const id = match.id === 'vn' ? `vn@${edition}` : match.id;
    set({ area: id });
    say(filled(texts.areaIs, textOf(state.areas[match.id]?.name, page) || match.id, id));
  } else if (match.kind === 'many') {
    say(filled(texts.areaMany, String(match.ids.length), match.ids.slice(0, 6).join(', ')));
  } else say(texts.areaNone);
  input('b-area').setAttribute('aria-invalid', String(match.kind !== 'one'));
}

/** From the fields to the choice. */
export function readFields(): void {
  const { widget } = state.choice;
  const boxes = document.querySelectorAll<HTMLInputElement>('#b-indicators input:checked');
  const indicators = takesMany(widget)
    ? [...boxes].map(({ value }) => value)
    : [input('b-indicator').value].filter(Boolean);
  set({
    cdn: input('b-cdn').value,
    api: input('b-api').value,
    campaign: input('b-campaign').value,
    recipe: input('b-article').checked ? 'article' : 'portal',
    lang: input('b-lang').value === 'en' ? 'en' : 'vi',
    theme: input('b-theme').value as Choice['theme'],
    system: input('b-system').value as Choice['system'],
    ...(indicators.length > 0 && !takesNone(widget) ? { indicators } : {}),
  });
}

/** Offers the names of the areas of the chosen edition. */
export function fillAreas(): void {
  const edition = input('b-edition').value as Edition;
  const names = Object.entries(areasOf(state.areas, edition))
    .filter(([id]) => /^(vn|\d\d@)/.test(id))
    .map(([, { name }]) => h('option', { value: textOf(name, page) }));
  byId('b-areas').replaceChildren(...names);
}

/** From the choice to the fields of the area. */
export function showArea(): void {
  const { area } = state.choice;
  input('b-edition').value = editionOf(area) ?? DEFAULT_EDITION;
  const name = state.areas[area.startsWith('vn') ? 'vn' : area]?.name;
  input('b-area').value = textOf(name, page) || area;
  fillAreas();
  chooseArea();
}

/** Offers the indicators that the document has. */
export function showIndicators(): void {
  const { widget } = state.choice;
  const { indicators = {}, keys = [] } = state.offer ?? {};
  const chosen = state.choice.indicators.filter((key) => keys.includes(key));
  const [firstKey] = keys;
  if (chosen.length === 0 && firstKey !== undefined) chosen.push(firstKey);
  if (keys.length > 0) set({ indicators: chosen });
  const nameOf = (key: string): string => textOf(indicators[key]?.name, page) || key;
  byId('b-indicator').replaceChildren(
    ...keys.map((key) => h('option', { value: key, selected: key === chosen[0] }, nameOf(key))),
  );
  byId('b-indicators').replaceChildren(
    ...keys.map((key) =>
      h(
        'label',
        {},
        h('input', { type: 'checkbox', value: key, checked: chosen.includes(key) }),
        nameOf(key),
      ),
    ),
  );
  byId('b-one').hidden = takesNone(widget) || takesMany(widget);
  byId('b-many').hidden = !takesMany(widget);
  const says = state.offer ? (keys.length === 0 ? texts.noIndicator : '') : texts.noDocument;
  byId('b-indicator-says').textContent = takesNone(widget) ? '' : says;
}

/** From the choice to the fields. */
export function showFields(): void {
  const { choice } = state;
  const isCampaign = choice.widget === 'campaign-tracker';
  input('b-widget').value = choice.widget;
  input('b-cdn').value = choice.cdn;
  input('b-api').value = choice.api;
  input('b-lang').value = choice.lang;
  input('b-theme').value = choice.theme;
  input('b-system').value = choice.system;
  input(choice.recipe === 'article' ? 'b-article' : 'b-portal').checked = true;
  input(`b-width-${choice.width}`).checked = true;
  byId('b-place').hidden = isCampaign;
  byId('b-campaigns').hidden = !isCampaign;
  byId('b-recipe').hidden = !canPin(choice.widget);
  byId('b-options').replaceChildren(...optionFields(options(), choice.options, page));
}
