/**
 * Placeholders (`<div data-tcns="kpi-card" data-area="…">`) and links to `embed.html`, for editors
 * that take neither scripts nor unknown tags: they become the widget, with what stood there as its
 * fallback content.
 */
import { ATTRIBUTES } from './attributes.generated.js';
import { siteFolder } from '../data/address-parts.js';
import { loadConfig } from './config.js';
import { create } from './create.js';
import { baseOf, note, pageSettings } from './context.js';
import { unmangled } from './unmangled.js';
import { paramsOf, readEmbed, widgetNamed, type EmbedConfig } from './request.js';
import { isInText } from './in-text.js';
import { closestOf, pageBase, pageDocument } from '../data/page-base.js';

/** Links that were looked at: a refused one stays a link. */
const seen = new WeakSet<Element>();

/** Upgrades what can be upgraded inside a page; resolves when links are done too. */
export async function upgradeAll(): Promise<void> {
  pageDocument.querySelectorAll<HTMLElement>('[data-tcns]').forEach((element) => {
    void alone(element, () => placeholder(element));
  });
  const links = pageDocument.querySelectorAll<HTMLAnchorElement>(
    'a[data-embed],a[href*="embed.html?"]',
  );
  await Promise.all([...links].map((element) => alone(element, () => link(element))));
}

/** Catches the error of one element, so that the others are still upgraded. */
async function alone(element: Element, upgrade: () => unknown): Promise<void> {
  try {
    await upgrade();
  } catch (error) {
    note(`<${element.localName}> could not be upgraded: ${String(error)}`);
  }
}

/** Text that is being written is not touched, nor what is a widget's own fallback already. */
function isOffLimits(element: HTMLElement): boolean {
  if (isInText(element) || element.closest('[data-no-embed]')) return true;
  const inside = closestOf(
    element.parentElement,
    Object.keys(ATTRIBUTES)
      .map((name) => `tcns-${name}`)
      .join(),
  );
  return !!inside && inside.localName !== 'tcns-dashboard';
}

function placeholder(element: HTMLElement): void {
  const typedName = element.dataset['tcns'] ?? '';
  const widget = widgetNamed(unmangled(typedName));
  if (!widget) {
    note(
      `data-tcns="${typedName}": there is no such widget; the names are ${Object.keys(ATTRIBUTES).join(', ')}.`,
    );
    return;
  }
  const tag = `tcns-${widget}`;
  const isOwn = (child: Element) => child.localName === tag;
  if (isOffLimits(element) || [].some.call(element.children, isOwn)) return;
  const attributes: Record<string, string> = {};
  for (const name of [...Object.keys(ATTRIBUTES[widget] ?? {}), 'lang']) {
    const value = element.getAttribute(`data-${name}`);
    if (value !== null) attributes[name] = value;
  }
  const made = create({ widget, attributes });
  // Quotes are indented, and a link cannot hold buttons: the widget takes their place.
  if (/^(a|blockquote|q|button)$/.test(element.localName)) return replace(element, made);
  while (element.firstChild) made.appendChild(element.firstChild);
  element.appendChild(made);
}

async function link(element: HTMLAnchorElement): Promise<void> {
  const base = baseOf();
  if (!base || seen.has(element) || element.dataset['tcns'] !== undefined) return;
  if (isOffLimits(element) || element.closest('.wp-embedded-content')) return;
  const isOurs = isOwnPage(element.href, base);
  if (!isOurs && element.dataset['embed'] === undefined) return;
  seen.add(element);
  const asked = readEmbed(
    paramsOf(element.href),
    withOwn(await loadConfig(base)),
    base,
    pageSettings().api ?? (pageSettings().bundle ? '' : undefined),
  );
  if ('code' in asked) {
    note(
      `the link to ${element.href} stays a link: ${asked.code} (${asked.name} "${asked.value}"${asked.allowed.length > 0 ? `; allowed: ${asked.allowed.join(', ')}` : ''}).`,
    );
    return;
  }
  if (element.isConnected) replace(element, create(asked));
}

/** The page's own API may be named, too. */
function withOwn(config: EmbedConfig): EmbedConfig {
  const { api } = pageSettings();
  try {
    return api ? { ...config, apis: [...config.apis, new URL(api, pageBase()).href] } : config;
  } catch {
    return config;
  }
}

/** `embed.html` beside the script, or one folder above where that is the folder of a version. */
export function isOwnPage(href: string, base: string): boolean {
  const address = href.split(/[?#]/)[0];
  return address === `${base}embed.html` || address === `${siteFolder(base)}embed.html`;
}

/** The widget in the place of an element, which becomes its fallback content. */
function replace(element: HTMLElement, made: HTMLElement): void {
  // Not by the parent, because fields of a form take its names.
  element.before(made);
  made.appendChild(element);
}
