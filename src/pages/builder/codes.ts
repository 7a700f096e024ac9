/** The code of each form of embedding: written out, sorted for the chosen system, copied. */
import { codeOf, FORMS, type Facts, type Form } from '../../parts/share/embed-codes.js';
import { byId, h } from '../dom.js';
import { canPin, takesNone } from './choice.js';
import { fixedPage } from './fixed-page.js';
import { showKit } from './kit.js';
import { api, folder, options, page, scriptFolder, state, texts } from './state.js';
import { SYSTEMS } from './systems.js';
import { filled, TEXTS } from './texts.js';

/** The date of the newest figure shown, where the recipe is an article's. */
function pinnedAt(): string | undefined {
  const { choice, offer } = state;
  if (choice.recipe !== 'article' || !canPin(choice.widget)) return undefined;
  const dates = (offer?.observations ?? [])
    .filter(({ indicator }) => choice.indicators.includes(indicator))
    .map(({ at }) => at)
    .sort();
  return dates[dates.length - 1];
}

/** What the code is made of, beside the choice. */
export function facts(): Facts {
  return {
    cdn: folder(),
    api: api(),
    version: state.manifest?.version ?? '',
    integrity: state.manifest?.integrity ?? {},
    loads: state.manifest?.loads ?? {},
    fallback: TEXTS[state.choice.lang].widgets[state.choice.widget] ?? '',
    height: 240,
    at: pinnedAt(),
    options: options().map(({ name }) => name),
  };
}

/**
 * False where the document has no figure of the chosen indicator, because its code would never show anything.
 */
export const hasIndicator = (): boolean =>
  takesNone(state.choice.widget) || !state.offer || state.offer.keys.length > 0;

/** The forms that live in the chosen system, the best first; all others stand below. */
function sortForms(): void {
  const { system } = state.choice;
  const first = system ? SYSTEMS[system].forms : FORMS;
  const others = FORMS.filter((form) => !first.includes(form));
  const section = (form: Form): HTMLElement => byId(`b-form-${form}`);
  const more = byId('b-others');
  more.hidden = others.length === 0;
  more.before(...first.map(section));
  more.append(...others.map(section));
  section('oembed').after(byId('b-fixed'));
}

/** Writes the code of every form; none before a reader knows the hosts. */
export function showCodes(now: Facts): void {
  sortForms();
  void showKit(state.choice.system, scriptFolder, state.agreed ? api() : undefined, page);
  const writes = state.agreed && hasIndicator();
  byId('b-codes').hidden = !writes;
  for (const form of FORMS) {
    const code = writes ? codeOf(form, state.choice, now) : '';
    byId(`b-code-${form}`).textContent = code;
    // Head lines are of a build that says what its widgets load.
    byId(`b-form-${form}`).hidden = !code;
  }
  byId('b-manifest-says').textContent = state.manifest ? '' : texts.noManifest;
  byId('b-pin-says').textContent = now.at ? filled(texts.pinned, now.at) : '';
}

async function copy(form: Form): Promise<void> {
  const code = byId(`b-code-${form}`);
  const says = byId(`b-copied-${form}`);
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
  } catch {
    // Selects the code for Ctrl+C, because insecure pages have no clipboard.
    getSelection()?.selectAllChildren(code);
    return;
  }
  document.querySelectorAll('.copied').forEach((one) => (one.textContent = ''));
  says.textContent = texts.copied;
}

/** One section a form, each with its code and a button that copies it. */
export function codeSections(): HTMLElement[] {
  const sections = FORMS.map((form) => {
    const [title, note] = texts.forms[form];
    const label = filled(texts.copyOf, title);
    return h(
      'section',
      { class: 'form', id: `b-form-${form}` },
      h('h3', {}, title),
      h('p', { class: 'quiet' }, note),
      h(
        'pre',
        { tabindex: '0', role: 'region', 'aria-label': title },
        h('code', { id: `b-code-${form}` }),
      ),
      h(
        'p',
        { class: 'copy' },
        h(
          'button',
          { type: 'button', 'aria-label': label, onclick: () => void copy(form) },
          texts.copy,
        ),
        h('span', { class: 'copied', id: `b-copied-${form}`, role: 'status' }),
      ),
    );
  });
  const others = h('div', { id: 'b-others', hidden: true }, h('h3', {}, texts.otherForms));
  return [...sections, fixedPage(page), others];
}
