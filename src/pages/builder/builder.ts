/**
 * `builder.js`, the embed builder's page: the choice stands in the page's address, the widget is live
 * beside it, and each form's code is written out to be copied.
 */
import { apiBase, siteFolder } from '../../data/address-parts.js';
import { DEFAULT_EDITION, editionOf, type Edition } from '../../domain/editions.js';
import { matchArea } from '../../domain/names.js';
import { byId, h } from '../dom.js';
import { loadConfig } from '../../embed/config.js';
import { ATTRIBUTES } from '../../embed/attributes.generated.js';
import { textOf } from '../../i18n/texts.js';
import {
  canPin,
  figuresOf,
  readChoice,
  takesMany,
  takesNone,
  writeChoice,
  type Choice,
} from './choice.js';
import { addressOf, codeOf, FORMS, type Facts, type Form } from '../../parts/share/embed-codes.js';
import { loadManifest } from '../../parts/share/release.js';
import { sourceWordsOf, wordsOf } from '../../parts/share/sentence.js';
import { FIXED_FIELDS, fixedPage, showFixed } from './fixed-page.js';
import { showKit } from './kit.js';
import { optionFields } from './options.js';
import { previewOf, settled } from './preview.js';
import {
  areasOf,
  loadAreas,
  loadCampaigns,
  loadElements,
  loadOffer,
  type Areas,
  type Attribute,
  type Offer,
} from './source.js';
import { SYSTEMS, type System } from './systems.js';
import { filled, TEXTS } from './texts.js';
import { zoomOf } from '../../data/observe.js';
import { pause } from '../../data/timers.js';

const page = document.documentElement.lang === 'en' ? 'en' : 'vi';
const texts = TEXTS[page];
const WIDGETS = Object.keys(TEXTS.vi.widgets).filter((name) => name in ATTRIBUTES);
/** Where this script lies: the folder of the library, or that of a version in it. */
const scriptFolder = new URL(
  '.',
  document.querySelector<HTMLScriptElement>('script[src*="builder.js"]')?.src ?? location.href,
).href;
const FIRST: Choice = {
  widget: 'kpi-card',
  cdn: siteFolder(scriptFolder),
  api: '/api/v1',
  area: '48@2008',
  indicators: ['members'],
  campaign: '',
  recipe: 'portal',
  lang: page,
  theme: '',
  width: 360,
  system: '',
  options: {},
};

const state: {
  choice: Choice;
  areas: Areas;
  attributes: Readonly<Record<string, readonly Attribute[]>>;
  offer: Offer | undefined;
  manifest: Awaited<ReturnType<typeof loadManifest>>;
  /** The number of the newest request: a late answer of an older one is ignored. */
  turn: number;
  /** A reader has chosen something. */
  touched: boolean;
} = {
  choice: readChoice(new URL(location.href).searchParams, WIDGETS, FIRST),
  areas: {},
  attributes: {},
  offer: undefined,
  manifest: undefined,
  turn: 0,
  touched: false,
};

const whole = (address: string): string => {
  try {
    return new URL(address.trim() || '.', location.href).href;
  } catch {
    return location.href;
  }
};
const folder = (): string => whole(state.choice.cdn).replace(/\/?$/, '/');
const api = (): string => apiBase(whole(state.choice.api));
const input = (id: string) => byId<HTMLInputElement>(id);

function set(more: Partial<Choice>): void {
  state.choice = { ...state.choice, ...more };
}

/** Attributes that have no field of their own on the page. */
const HAVE_FIELDS = new Set('src api area bundle adapter at campaign indicator theme'.split(' '));
const options = (): readonly Attribute[] =>
  (state.attributes[state.choice.widget] ?? []).filter(({ name }) => !HAVE_FIELDS.has(name));

/* ---- Whose code and whose figures ---- */

/**
 * The hosts, other than this page's, that the page's address names: anybody can write a link to this page, so
 * a reader sees them before there is any code to copy.
 */
const linkedHosts = (): string[] => {
  const hosts = [folder(), api()].map((address) => new URL(address).host);
  return [...new Set(hosts)].filter((host) => host !== location.host);
};
/** What a reader has agreed to, or typed. */
let agreed = false;

function askAboutHosts(): void {
  const hosts = linkedHosts();
  agreed = hosts.length === 0;
  if (agreed) return;
  const agree = (): void => {
    agreed = true;
    notice.remove();
    void show();
  };
  const notice = h(
    'div',
    { class: 'status', id: 'b-hosts', role: 'note' },
    h('p', {}, filled(texts.linkedHosts, hosts.join(', '))),
    h('p', {}, h('button', { type: 'button', onclick: agree }, texts.knowHosts)),
  );
  byId('b-codes').before(notice);
}

/* ---- From the page to the choice ---- */

function chooseArea(): void {
  const typed = input('b-area').value;
  const edition = input('b-edition').value as Edition;
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

function readFields(): void {
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

/* ---- From the choice to the page ---- */

function fillAreas(): void {
  const edition = input('b-edition').value as Edition;
  const names = Object.entries(areasOf(state.areas, edition))
    .filter(([id]) => /^(vn|\d\d@)/.test(id))
    .map(([, { name }]) => h('option', { value: textOf(name, page) }));
  byId('b-areas').replaceChildren(...names);
}

function showArea(): void {
  const { area } = state.choice;
  input('b-edition').value = editionOf(area) ?? DEFAULT_EDITION;
  const name = state.areas[area.startsWith('vn') ? 'vn' : area]?.name;
  input('b-area').value = textOf(name, page) || area;
  fillAreas();
  chooseArea();
}

function showIndicators(): void {
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

function showFields(): void {
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

function facts(): Facts {
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
const hasIndicator = (): boolean =>
  takesNone(state.choice.widget) || !state.offer || state.offer.keys.length > 0;

function keepInAddress(): void {
  if (!state.touched) return; // a first visit's address stays as it is
  const url = new URL(location.href);
  const params = writeChoice(state.choice, facts().options);
  const theme = url.searchParams.get('theme'); // the page's own, from its switch
  if (theme) params.set('theme', theme);
  url.search = params.toString().replace(/%40/g, '@').replace(/%3A/g, ':').replace(/%2F/g, '/');
  history.replaceState(history.state, '', url.href);
}

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

function showCodes(now: Facts): void {
  sortForms();
  void showKit(state.choice.system, scriptFolder, agreed ? api() : undefined, page);
  const writes = agreed && hasIndicator();
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

/** Shows the widget anew and writes the code, once more when the figures are there. */
async function show(): Promise<void> {
  keepInAddress();
  const turn = ++state.turn;
  const now = facts();
  const stage = byId('b-stage');
  // Without a theme of its own the widget follows this page, as it will follow the other.
  stage.className = `stage ${state.choice.theme}`;
  stage.style.width = `${state.choice.width}px`;
  if (!hasIndicator()) {
    stage.replaceChildren();
    showCodes({ ...now, at: undefined });
    byId('b-status').textContent = texts.noCode;
    return;
  }
  const widget = previewOf(state.choice, now);
  const done = settled(widget);
  stage.replaceChildren(widget);
  byId('b-status').textContent = '';
  showCodes(now);
  const isGood = await done;
  if (turn !== state.turn) return;
  const { height: seen } = widget.getBoundingClientRect();
  const height = Math.max(40, Math.ceil(seen / zoomOf(widget)));
  const words = isGood ? wordsOf(widget) : '';
  const seenFacts = { ...now, fallback: words || now.fallback, height };
  showCodes(seenFacts);
  const sentence = [words, sourceWordsOf(widget)].filter(Boolean).join('. ');
  showFixed({
    base: folder(),
    view: addressOf(state.choice, seenFacts),
    sentence: words && sentence,
    width: state.choice.width,
    height,
  });
  byId('b-status').textContent = isGood ? texts.ready : texts.failed;
}

/** Asks the API for what the area offers, then shows everything. */
async function follow(): Promise<void> {
  const turn = ++state.turn;
  // Clears the message, which was about the choice before.
  byId('b-status').textContent = '';
  const { widget, area } = state.choice;
  const [offer, campaigns] = await Promise.all([
    takesNone(widget) ? undefined : loadOffer(api(), area, figuresOf(widget)),
    widget === 'campaign-tracker' ? loadCampaigns(api()) : [],
  ]);
  if (turn !== state.turn) return;
  state.offer = offer;
  if (campaigns.length > 0) {
    const chosen = campaigns.find(([id]) => id === state.choice.campaign) ?? campaigns[0];
    set({ campaign: chosen?.[0] ?? '' });
    byId('b-campaign').replaceChildren(
      ...campaigns.map(([id, name]) =>
        h(
          'option',
          { value: id, selected: id === state.choice.campaign },
          textOf(name as never, page) || id,
        ),
      ),
    );
  }
  showFields();
  showIndicators();
  await show();
}

/* ---- Handlers ---- */

async function changeFolder(): Promise<void> {
  state.manifest = await loadManifest(folder());
  await show();
}

async function changeApi(): Promise<void> {
  state.areas = await loadAreas(api());
  showArea();
  await follow();
}

function changed({ target }: Event): void {
  const { id, name } = target as HTMLInputElement;
  if (FIXED_FIELDS.includes(id)) return;
  state.touched = true;
  readFields();
  if (id === 'b-widget') {
    set({ widget: input('b-widget').value, options: {} });
    void follow();
  } else if (id === 'b-cdn') void changeFolder();
  else if (id === 'b-api') void changeApi();
  else if (id === 'b-area' || id === 'b-edition') {
    if (id === 'b-edition') fillAreas();
    const before = state.choice.area;
    chooseArea();
    if (state.choice.area !== before) void follow();
  } else if (name === 'b-width') {
    set({ width: Number((target as HTMLInputElement).value) });
    void show();
  } else if (name.startsWith('o-')) {
    const { type, checked, value } = target as HTMLInputElement;
    const rest = Object.fromEntries(
      Object.entries(state.choice.options).filter(([one]) => one !== name.slice(2)),
    );
    const option = type === 'checkbox' ? (checked ? '' : undefined) : value.trim() || undefined;
    set({ options: option === undefined ? rest : { ...rest, [name.slice(2)]: option } });
    void show();
  } else void show();
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

function codeSections(): HTMLElement[] {
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

async function start(): Promise<void> {
  askAboutHosts();
  byId('b-codes').replaceChildren(...codeSections());
  byId('b-widget').replaceChildren(
    ...WIDGETS.map((name) => h('option', { value: name }, texts.widgets[name])),
  );
  byId('b-system').replaceChildren(
    h('option', { value: '' }, texts.noSystem),
    ...(Object.keys(SYSTEMS) as System[]).map((system) =>
      h('option', { value: system }, texts.systems[system].name),
    ),
  );
  // The figures of the office, where its settings name them.
  const { api: officeApi } = await loadConfig(scriptFolder);
  const isNamed = new URL(location.href).searchParams.has('api');
  if (officeApi && !isNamed && officeApi !== whole(FIRST.api)) set({ api: officeApi });
  const [elements, manifest, areas] = await Promise.all([
    loadElements(scriptFolder),
    loadManifest(folder()),
    loadAreas(api()),
  ]);
  state.manifest = manifest;
  state.areas = areas;
  state.attributes = Object.fromEntries(
    Object.entries(elements).map(([name, { attributes }]) => [name, attributes]),
  );
  if (Object.keys(elements).length === 0) byId('b-options-says').textContent = texts.noElements;
  showArea();
  // The page is shown when it is complete, so that nothing moves while it is read.
  await Promise.race([follow(), pause(2000)]);
  byId('b-form').classList.remove('waiting');
  byId('b-form').addEventListener('change', changed);
  byId('b-form').addEventListener('submit', (event) => event.preventDefault());
}

void start();
