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
import { failBorders, listenToBorders, sayBorders, showBorders } from './borders.js';
import type { Ask, Built, ShownNote, Tell } from './messages.js';
import { areasIn, preview } from './preview.js';

/** Notes that are listed at once: a sheet with one wrong column has thousands of the same fault. */
const MOST = 200;

/** Where this script came from: known only while it runs for the first time. */
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
  const policy = trustedTypes?.createPolicy('tcns#desk', { createScriptURL: (given) => given });
  const started = new Worker(policy ? policy.createScriptURL(url) : url);
  started.onmessage = ({ data }: MessageEvent<Tell>) => hear(data);
  started.onerror = (event) => {
    event.preventDefault();
    fail(
      `Chưa chạy được phần xử lý (${event.message || 'desk-worker.js'}). Hãy tải lại trang; tệp desk-worker.js phải nằm cùng chỗ với desk.js.`,
    );
  };
  return started;
}

function ask(message: Ask): void {
  worker ??= startWorker();
  asked = message.type;
  worker.postMessage(message);
}

function hear(message: Tell): void {
  const say = asked === 'borders' ? sayBorders : status;
  if (message.type === 'progress') say(`Đang ${message.step}…`);
  else if (message.type === 'borders') showBorders(message);
  else if (message.type === 'failed' && asked === 'borders') failBorders(message.message);
  else if (message.type === 'failed') fail(`Không xử lý được: ${message.message}`);
  else if (message.type === 'template') {
    save(
      message.name,
      message.bytes,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    status('Đã tạo bảng tính mẫu.');
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
    .map(([id, area]) => ({ id, name: fullAreaName(area, 'vi'), sort: nameOf(area) }))
    .sort((a, b) => a.sort.localeCompare(b.sort, 'vi'));
  byId('desk-area').replaceChildren(
    ...provinces.map(({ id, name }) => h('option', { value: id }, name)),
  );
}

/* ---- the workbook ---- */

async function build(): Promise<void> {
  if (dropped.length === 0) return status('Chưa có tệp nào. Hãy chọn tệp .xlsx, .ods hoặc .csv.');
  status('Đang đọc tệp…');
  byId('desk-result').hidden = true;
  const files = await Promise.all(
    dropped.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const published = await publishedBundle();
  const keepHistory = byId<HTMLInputElement>('desk-history').checked;
  ask({ type: 'build', files, published, keepHistory, now: Date.now() });
}

/** What is published now: nothing where the address is empty or has no bundle. */
async function publishedBundle(): Promise<string | undefined> {
  const note = byId('desk-published-note');
  note.textContent = '';
  const address = byId<HTMLInputElement>('desk-published').value.trim();
  if (!address) return undefined;
  try {
    const response = await fetch(address, { credentials: 'omit', cache: 'no-cache' });
    const text = await response.text();
    if (!response.ok) throw new Error(String(response.status));
    JSON.parse(text);
    return text;
  } catch (error) {
    note.textContent = `Không tải được bản đang công bố (${error instanceof Error ? error.message : String(error)}); sẽ dựng như lần đầu, không so sánh được.`;
    return undefined;
  }
}

/* ---- the result ---- */

function show(result: Built): void {
  built = result;
  const { faults, warnings, changes, orphans, zip } = result;
  status(
    faults.length > 0
      ? `${faults.length} lỗi cần sửa, ${warnings.length} lời nhắc. Sửa trong bảng tính, lưu lại rồi thả tệp vào đây lần nữa.`
      : `Không có lỗi, ${warnings.length} lời nhắc. ${changes.length} thay đổi so với bản đang công bố.`,
  );
  byId('desk-result').hidden = false;
  section('desk-faults', faults.length > 0, noteTable(faults));
  section('desk-warnings', warnings.length > 0, noteTable(warnings));
  section('desk-changes', faults.length === 0, changeList(result));
  section('desk-preview-section', faults.length === 0);
  section(
    'desk-download-section',
    zip !== undefined,
    ...result.howTo.map((text) => h('p', {}, text)),
    orphans.length > 0 &&
      h(
        'p',
        { class: 'warn' },
        `Bảng tính không còn nói đến: ${orphans.map((path) => `${path}.json`).join(', ')}. Các tệp này được giữ nguyên trên máy chủ.`,
      ),
  );
  if (faults.length === 0) choosePreview(result);
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

function noteTable(notes: readonly ShownNote[]): HTMLElement {
  const rows = notes
    .slice(0, MOST)
    .map(({ sheet, cell, message }) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, sheet || '(cả tệp)'),
        h('td', { class: 'cell' }, cell),
        h('td', {}, capital(message)),
      ),
    );
  const head = h(
    'tr',
    {},
    ...['Trang tính', 'Ô', 'Nội dung và cách sửa'].map((text) => h('th', { scope: 'col' }, text)),
  );
  const more =
    notes.length > MOST &&
    h(
      'p',
      { class: 'quiet' },
      `Còn ${notes.length - MOST} dòng nữa; sửa các dòng trên rồi thả lại tệp.`,
    );
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Danh sách ô' },
    h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows)),
    more,
  );
}

function changeList({ changes }: Built): HTMLElement {
  if (changes.length === 0) return h('p', {}, 'Không có gì thay đổi so với bản đang công bố.');
  const items = changes.slice(0, MOST).map(({ text, kind }) => h('li', { class: kind }, text));
  return h(
    'div',
    {},
    h('ul', {}, ...items),
    changes.length > MOST &&
      h('p', { class: 'quiet' }, `Còn ${changes.length - MOST} thay đổi khác.`),
  );
}

function choosePreview(result: Built): void {
  const areas = areasIn(result);
  const choice = byId<HTMLSelectElement>('desk-preview-area');
  choice.replaceChildren(...areas.map(({ id, name }) => h('option', { value: id }, name)));
  const first = areas[0]?.id ?? result.area;
  if (first) preview(byId('desk-preview'), result, first);
}

/* ---- the page ---- */

function listen(): void {
  const files = byId<HTMLInputElement>('desk-files');
  const zone = byId('desk-drop');
  byId('desk-edition').addEventListener('change', fillProvinces);
  byId('desk-template').addEventListener('click', () => {
    status('Đang tạo bảng tính mẫu…');
    ask({ type: 'template', area: byId<HTMLSelectElement>('desk-area').value, now: Date.now() });
  });
  files.addEventListener('change', () => take(files.files));
  for (const type of ['dragenter', 'dragover']) {
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.classList.add('over');
    });
  }
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    take(event.dataTransfer?.files ?? null);
  });
  byId('desk-again').addEventListener('click', () => void build());
  byId('desk-preview-area').addEventListener('change', (event) => {
    if (built) preview(byId('desk-preview'), built, (event.target as HTMLSelectElement).value);
  });
  byId('desk-download').addEventListener('click', () => {
    if (built?.zip) save('v1.zip', built.zip, 'application/zip');
  });
}

function take(list: FileList | null): void {
  dropped = list ? [...list] : [];
  byId('desk-names').textContent = dropped.map(({ name }) => name).join(', ');
  // The same file, mended and saved again, is a change for nobody but us.
  byId<HTMLInputElement>('desk-files').value = '';
  void build().catch((error: unknown) =>
    fail(`Không đọc được tệp: ${String(error)}. Nếu vừa lưu lại tệp, hãy chọn lại.`),
  );
}

function start(): void {
  fillProvinces();
  listen();
  listenToBorders(ask);
}

/** Nothing happens where the module is only looked at (Node, a bundler). */
function open(): void {
  address = (document.currentScript as HTMLScriptElement | null)?.src;
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', start, { once: true });
  else start();
}

if (typeof document !== 'undefined') open();
