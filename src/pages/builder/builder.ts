/**
 * `builder.js`, the embed builder's page: the choice stands in the page's address, the widget is live
 * beside it, and each form's code is written out to be copied.
 */
import { byId, h } from '../dom.js';
import { loadConfig } from '../../embed/config.js';
import { textOf } from '../../i18n/texts.js';
import { figuresOf, takesNone, writeChoice } from './choice.js';
import { codeSections, facts, hasIndicator, showCodes } from './codes.js';
import { addressOf } from '../../parts/share/embed-codes.js';
import { loadManifest } from '../../parts/share/release.js';
import { sourceWordsOf, wordsOf } from '../../parts/share/sentence.js';
import {
  chooseArea,
  fillAreas,
  readFields,
  showArea,
  showFields,
  showIndicators,
} from './fields.js';
import { FIXED_FIELDS, showFixed } from './fixed-page.js';
import { askAboutHosts } from './hosts.js';
import { previewOf, settled } from './preview.js';
import { loadAreas, loadCampaigns, loadElements, loadOffer } from './source.js';
import {
  api,
  FIRST,
  folder,
  input,
  page,
  scriptFolder,
  set,
  state,
  texts,
  WIDGETS,
  whole,
} from './state.js';
import { SYSTEMS, type System } from './systems.js';
import { zoomOf } from '../../data/observe.js';
import { pause } from '../../data/timers.js';

function keepInAddress(): void {
  if (!state.touched) return; // a first visit's address stays as it is
  const url = new URL(location.href);
  const params = writeChoice(state.choice, facts().options);
  const theme = url.searchParams.get('theme'); // the page's own, from its switch
  if (theme) params.set('theme', theme);
  url.search = params.toString().replace(/%40/g, '@').replace(/%3A/g, ':').replace(/%2F/g, '/');
  history.replaceState(history.state, '', url.href);
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
    const before = state.choice.area;
    chooseArea(id === 'b-area');
    // A name that is typed may bring its edition along.
    fillAreas();
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

async function start(): Promise<void> {
  askAboutHosts(() => void show());
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
