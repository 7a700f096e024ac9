/**
 * The desk page (`demo/desk.html`): drop the workbook, see its faults by cell, the widgets with the
 * new figures beside the published ones, and download one zip. Nothing leaves the browser.
 */
import { capital } from '../../i18n/capital.js';
import { fullAreaName } from '../../i18n/area-names.js';
import { editionOf } from '../../domain/editions.js';
import { PROVINCES } from '../../domain/provinces.generated.js';
import { nameOf } from '../../desk/area-book.js';
import { byId, h, save } from '../dom.js';
import { listenToFiles } from '../drop-zone.js';
import { failBorders, listenToBorders, sayBorders, showBorders } from './borders.js';
import type { Ask, Built, ShownNote, Some, Tell } from './messages.js';
import { preview } from './preview.js';
import { filled, isEnglish, textsOfPage } from './texts.js';

/** The address of this script, which is known only while it first runs. */
let address: string | undefined;
let worker: Worker | undefined;
let dropped: readonly File[] = [];
let built: Built | undefined;
/** The work that was asked for last: where its progress is said. */
let asked: Ask['type'] | undefined;

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The worker lies beside this script; pages with Trusted Types take its address from a policy. */
function startWorker(): Worker {
  const url = new URL('desk-worker.js', address ?? document.baseURI).href;
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy('tcns#desk', { createScriptURL: (script) => script });
  const started = new Worker(policy ? policy.createScriptURL(url) : url);
  started.onmessage = ({ data }: MessageEvent<Tell>) => hear(data);
  started.onerror = (event) => {
    event.preventDefault();
    fail(filled(textsOfPage().noWorker, event.message || 'desk-worker.js'));
  };
  return started;
}

function ask(message: Ask): void {
  worker ??= startWorker();
  asked = message.type;
  worker.postMessage(message);
}

function hear(message: Tell): void {
  const texts = textsOfPage();
  const say = asked === 'borders' ? sayBorders : status;
  if (message.type === 'progress')
    say(filled(texts.doing, texts.busy[message.step] ?? message.step));
  else if (message.type === 'borders') showBorders(message);
  else if (message.type === 'failed' && asked === 'borders') failBorders(message.message);
  else if (message.type === 'failed') fail(filled(texts.failed, message.message));
  else if (message.type === 'published') notePublished(message.fault);
  else if (message.type === 'preview') {
    if (message.area === byId<HTMLSelectElement>('desk-preview-area').value)
      preview(byId('desk-preview'), message);
  } else if (message.type === 'template') {
    save(
      message.name,
      message.bytes,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    status(texts.templateMade);
  } else show(message);
}

const status = (text: string): void => {
  byId('desk-status').textContent = text;
};

function fail(text: string): void {
  status(text);
  byId('desk-result').hidden = true;
}

/* ---- the template ---- */

function fillProvinces(): void {
  const edition = byId<HTMLSelectElement>('desk-edition').value;
  const provinces = Object.entries(PROVINCES)
    .filter(([id]) => editionOf(id) === edition)
    .map(([id, area]) => ({
      id,
      name: fullAreaName(area, isEnglish() ? 'en' : 'vi'),
      sort: nameOf(area),
    }))
    .sort((a, b) => a.sort.localeCompare(b.sort, 'vi'));
  byId('desk-area').replaceChildren(
    ...provinces.map(({ id, name }) => h('option', { value: id }, name)),
  );
}

/* ---- the workbook ---- */

function build(): void {
  if (dropped.length === 0) return status(textsOfPage().noFile);
  status(textsOfPage().reading);
  byId('desk-result').hidden = true;
  notePublished('');
  const address = byId<HTMLInputElement>('desk-published').value.trim();
  const published = address ? wholeAddress(address) : undefined;
  const keepHistory = byId<HTMLInputElement>('desk-history').checked;
  ask({ type: 'build', files: dropped, published, keepHistory, now: Date.now() });
}

/** The worker lies elsewhere than the page; what is no address stays, and the worker says so. */
function wholeAddress(address: string): string {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    return address;
  }
}

function notePublished(fault: string): void {
  byId('desk-published-note').textContent = fault ? filled(textsOfPage().notPublished, fault) : '';
}

/* ---- the result ---- */

function show(result: Built): void {
  built = result;
  const { faults, warnings, changes, orphans, zip } = result;
  const texts = textsOfPage();
  status(
    faults.count > 0
      ? filled(texts.faults, faults.count, warnings.count)
      : filled(texts.noFaults, warnings.count, changes.count),
  );
  byId('desk-result').hidden = false;
  section('desk-faults', faults.count > 0, noteTable(faults));
  section('desk-warnings', warnings.count > 0, noteTable(warnings));
  section('desk-changes', faults.count === 0, changeList(result));
  section('desk-preview-section', faults.count === 0);
  section(
    'desk-download-section',
    zip !== undefined,
    ...result.howTo.map((text) => h('p', { lang: 'vi' }, text)),
    orphans.length > 0 &&
      h(
        'p',
        { class: 'warn' },
        filled(texts.orphans, orphans.map((path) => `${path}.json`).join(', ')),
      ),
  );
  if (faults.count === 0) choosePreview(result);
  byId('desk-result').focus();
}

function section(id: string, isShown: boolean, ...content: (Node | false)[]): void {
  const box = byId(id);
  box.hidden = !isShown;
  if (content.length > 0)
    box
      .querySelector('.content')
      ?.replaceChildren(...content.filter((node): node is Node => node !== false));
}

function noteTable({ shown, count }: Some<ShownNote>): HTMLElement {
  const texts = textsOfPage();
  // The workbook's own words stand in its messages.
  const ours = { lang: 'vi' };
  const rows = shown.map(({ sheet, cell, message }) =>
    h(
      'tr',
      {},
      sheet
        ? h('th', { scope: 'row', ...ours }, sheet)
        : h('th', { scope: 'row' }, texts.wholeFile),
      h('td', { class: 'cell' }, cell),
      h('td', ours, capital(message)),
    ),
  );
  const head = h('tr', {}, ...texts.columns.map((text) => h('th', { scope: 'col' }, text)));
  const more =
    count > shown.length &&
    h('p', { class: 'quiet' }, filled(texts.moreLines, count - shown.length));
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': texts.cells },
    h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows)),
    more,
  );
}

function changeList({ changes: { shown, count } }: Built): HTMLElement {
  const texts = textsOfPage();
  if (count === 0) return h('p', {}, texts.noChanges);
  const items = shown.map(({ text, kind }) => h('li', { class: kind, lang: 'vi' }, text));
  return h(
    'div',
    {},
    h('ul', {}, ...items),
    count > shown.length &&
      h('p', { class: 'quiet' }, filled(texts.moreChanges, count - shown.length)),
  );
}

function choosePreview({ areas, area }: Built): void {
  const choices = areas.length > 0 || area === undefined ? areas : [{ id: area, name: area }];
  byId<HTMLSelectElement>('desk-preview-area').replaceChildren(
    ...choices.map(({ id, name }) => h('option', { value: id }, name)),
  );
  const [first] = choices;
  if (first) ask({ type: 'preview', area: first.id });
}

/* ---- the page ---- */

function listen(): void {
  byId('desk-edition').addEventListener('change', fillProvinces);
  byId('desk-template').addEventListener('click', () => {
    status(textsOfPage().templateMaking);
    ask({ type: 'template', area: byId<HTMLSelectElement>('desk-area').value, now: Date.now() });
  });
  listenToFiles('desk', (files) => {
    dropped = files;
    build();
  });
  byId('desk-again').addEventListener('click', build);
  byId('desk-preview-area').addEventListener('change', (event) => {
    if (built) ask({ type: 'preview', area: (event.target as HTMLSelectElement).value });
  });
  byId('desk-download').addEventListener('click', () => {
    if (built?.zip) save('v1.zip', built.zip, 'application/zip');
  });
}

function start(): void {
  fillProvinces();
  listen();
  listenToBorders(ask);
}

/** Does nothing without a page (Node, a bundler). */
function open(): void {
  address = (document.currentScript as HTMLScriptElement | null)?.src;
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', start, { once: true });
  else start();
}

if (typeof document !== 'undefined') open();
