/**
 * `embed.js`, the script of `embed.html`: shows the one widget that the address asks for, or says
 * why not. Pages made for one widget carry its parameters in `<meta name="tcns-embed">`.
 */
import { inform } from '../../api/console.js';
import { folderOf } from '../../api/document-paths.js';
import { CATALOGUE } from '../../api/widget-catalogue.js';
import { isAreaId, isAreaName } from '../../domain/editions.js';
import { configAddress, loadConfig } from '../../embed/config.js';
import { create } from '../../embed/create.js';
import { resolveAreaName } from '../../embed/area-names.js';
import { madeGlobal, metaContent } from '../../embed/global.js';
import { paramsOf, readEmbed, type Embed, type Refusal } from '../../embed/request.js';
import { fitIntoFrame } from './fit.js';
import { tellHeight } from './height.js';
import { languageOf, TEXTS } from './texts.js';

/** Without the hash, and right also in a sandbox, whose origin is `null`. */
const address = location.href.split('#')[0] ?? '';
const fixed = metaContent('embed');
const folder = new URL(fixed === undefined ? '.' : '..', address).href;
const params = paramsOf(fixed === undefined ? address : `${folder}embed.html?${fixed}`);
const language = languageOf(params.get('lang'));
const texts = TEXTS[language];

/** A fault that is known only after the figures have loaded. */
type Fault =
  Refusal | { readonly code: 'area' | 'header'; readonly name: string; readonly value: string };

/**
 * In a sandbox the origin is `null`: files that come without a header for other origins cannot be read, and then it
 * is the header that is missing and not a setting.
 */
const isShutOut = (): boolean => self.origin === 'null';

function text(tag: string, content: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}

function show(content: HTMLElement): void {
  const main = document.getElementById('main');
  if (!main) return;
  main.textContent = '';
  main.appendChild(content);
}

function sentenceOf({ code }: Fault): string {
  if (code === 'area') return texts.unknownArea;
  return code === 'header' ? texts.header : texts.refusals[code];
}

function refuse(fault: Fault): void {
  const box = document.createElement('section');
  box.className = 'message';
  box.setAttribute('role', 'alert');
  const sentence = sentenceOf(fault);
  const paragraph = text('p', `${sentence}: `);
  paragraph.appendChild(text('code', fault.value ? `${fault.name}=${fault.value}` : fault.name));
  box.append(text('h1', texts.title), paragraph);
  if ('allowed' in fault && fault.allowed.length > 0)
    box.appendChild(text('p', `${texts.allowed}: ${fault.allowed.join(', ')}`));
  show(box);
  inform(`${sentence}: ${fault.name}=${fault.value}`);
}

/** Names of areas become ids: an area that nobody knows is not put on the screen. */
async function withIds({ widget, attributes }: Embed): Promise<Embed | Fault> {
  const ids: Record<string, string> = {};
  for (const name of ['area', 'mark', 'selected']) {
    const value = attributes[name];
    if (!value?.trim() || !isAreaName(value)) continue;
    const resolved = await resolveAreaName(value, {
      ...attributes,
      folder: folderOf(CATALOGUE[widget]?.document ?? 'observations'),
    });
    if ('id' in resolved) ids[name] = resolved.id;
    // An API may have an area of this very id.
    else if (!('none' in resolved && isAreaId(value))) return { code: 'area', name, value };
  }
  return { widget, attributes: { ...attributes, ...ids } };
}

/** The widget; a page that was written for it keeps the author's sentence as its fallback content. */
function showWidget(embed: Embed): void {
  const element = create(embed);
  const written = fixed === undefined ? [] : (document.getElementById('main')?.childNodes ?? []);
  element.append(...written);
  element.addEventListener('tcns-load', () => tellTitle(element));
  element.addEventListener('tcns-error', () => {
    if (isShutOut()) console.info(`[tcns] ${texts.header}: ${element.getAttribute('api') ?? ''}`);
  });
  show(element);
  // What follows says that the tag is closed: the sentence is its fallback, however long, and no rest of a column.
  element.after(document.createElement('template'));
}

/** Fits the widget into its frame once its figures are there. */
function fitWhenDrawn({ widget }: Embed, tell: (height: number) => void): void {
  if (window.parent === window) return;
  if (widget !== 'coverage-map' && !params.has('fit')) return;
  const element = document.querySelector<HTMLElement>(`#main > tcns-${widget}`);
  if (!element) return;
  const whole = new URL(fixed === undefined ? address : `${folder}embed.html?${fixed}`);
  whole.searchParams.delete('fit');
  const words = { whole: texts.whole, title: texts.page };
  const fit = (): void => fitIntoFrame({ widget, element, address: whole.href, words, tell });
  element.addEventListener('tcns-load', fit, { once: true });
}

/** The title of the page is the widget's own, which comes from the document and is drawn once its language is there. */
function tellTitle(element: HTMLElement): void {
  const root = element.shadowRoot;
  if (!root) return;
  const tell = (): boolean => {
    const title = root.querySelector('[part~="title"]')?.textContent?.trim();
    if (title) document.title = title;
    return !!title;
  };
  if (tell()) return;
  const drawn = new MutationObserver(() => {
    if (tell()) drawn.disconnect();
  });
  drawn.observe(root, { childList: true, subtree: true, characterData: true });
}

async function main(): Promise<void> {
  const root = document.documentElement;
  root.lang = language;
  root.classList.toggle('dark', params.get('theme')?.trim().toLowerCase() === 'dark');
  root.classList.toggle('alone', window.parent === window);
  document.title = texts.page;
  const config = await loadConfig(folder);
  // Limits the addresses, because a listed one may redirect to others.
  madeGlobal()?.configure({ apis: config.apis });
  const asked = readEmbed(params, config, folder);
  const isHeader = 'code' in asked && /^(noApi|api)$/.test(asked.code) && !config.apis.length;
  const file = configAddress(folder);
  const request =
    isHeader && isShutOut()
      ? ({ code: 'header', name: file, value: '' } as const)
      : 'code' in asked
        ? asked
        : await withIds(asked);
  if ('code' in request) refuse(request);
  else showWidget(request);
  const tell = tellHeight(params.get('id')?.slice(0, 64));
  if (!('code' in request)) fitWhenDrawn(request, tell);
}

main().catch(() => show(text('p', texts.failed)));
