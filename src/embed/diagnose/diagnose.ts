/** `tcns.diagnose()`: everything that the self-check looks at, in order of weight. */
import { isAreaId } from '../../domain/editions.js';
import { firstOfEach } from '../../domain/first-of-each.js';
import { inform } from '../../api/console.js';
import { entryOfTag } from '../../api/widget-catalogue.js';
import { sourceOf } from '../../data/addresses.js';
import { closestOf, listen, pageBase, pageDocument } from '../../data/page-base.js';
import { pause } from '../../data/timers.js';
import { ATTRIBUTES } from '../attributes.generated.js';
import { baseOf, pageSettings, tcnsGlobal } from '../context.js';
import { loadConfig } from '../config.js';
import { started } from '../late.js';
import { paramsOf, readEmbed } from '../request.js';
import { isOwnPage } from '../upgrade.js';
import { finding, type Finding } from './findings.js';
import { policyFinding, tryAddress } from './network.js';
import {
  isStripped,
  languageFindings,
  sourceFindings,
  shownAsText,
  tagFindings,
  unknownTags,
  widgets,
} from './page.js';

/** What `tcns.diagnose()` answers. */
export interface Diagnosis {
  readonly version: string;
  /** How many widgets the page has, and how many of them show figures. */
  readonly widgets: number;
  readonly shown: number;
  readonly findings: readonly Finding[];
}

/** What the policy refused while this code was there, and before where the browser tells. */
const violations: { effectiveDirective: string; blockedURI: string }[] = [];

/** Keeps what the policy refuses from now on. */
export function watchPolicy(): void {
  pageDocument.addEventListener('securitypolicyviolation', (event) => violations.push(event));
  const Observer = (
    globalThis as {
      ReportingObserver?: new (
        callback: (reports: { body?: unknown }[]) => void,
        options: { types: string[]; buffered: boolean },
      ) => { observe(): void };
    }
  ).ReportingObserver;
  if (!Observer) return;
  const take = (reports: { body?: unknown }[]): void => {
    for (const { body } of reports) {
      const { effectiveDirective = '', blockedURL = '' } = (body ?? {}) as {
        effectiveDirective?: string;
        blockedURL?: string;
      };
      violations.push({ effectiveDirective, blockedURI: blockedURL });
    }
  };
  new Observer(take, { types: ['csp-violation'], buffered: true }).observe();
}

/** A widget that shows figures has a footer, or is a stat with a value. */
const shows = (widget: Element): boolean =>
  widget.localName === 'tcns-dashboard' ||
  !!widget.shadowRoot?.querySelector(
    '[part~="footer"],[part~="value"],[part~="map"],[part~="source"],[part~="state"]',
  );

const hasFailed = (widget: Element): boolean =>
  !!widget.shadowRoot?.querySelector('[part~="retry"],.failure');

/** Waits until every widget shows figures or says that it has none, four seconds at most. */
async function atRest(): Promise<void> {
  if (pageDocument.readyState !== 'complete') await new Promise((done) => listen('load', done));
  await started;
  for (let tries = 0; tries < 40; tries++) {
    if (widgets().every((widget) => shows(widget) || hasFailed(widget))) return;
    await pause(100);
  }
}

/** The address that a widget asks, as its attributes tell. */
function addressOf(widget: Element): string | undefined {
  const board = widget.closest('tcns-dashboard');
  const attribute = (name: string) =>
    widget.getAttribute(name) ?? board?.getAttribute(name) ?? undefined;
  const settings = pageSettings();
  const api = attribute('api');
  const source = sourceOf(
    entryOfTag(widget.localName)?.document ?? 'observations',
    {
      src: widget.getAttribute('src') ?? undefined,
      api: api ?? settings.api,
      bundle: attribute('bundle') ?? (api ? undefined : settings.bundle),
      area: attribute('area')?.trim().split(/\s+/)[0],
      campaign: widget.getAttribute('campaign') ?? undefined,
    },
    pageBase(),
  );
  return source?.url;
}

async function widgetFindings(all: readonly Element[]): Promise<Finding[]> {
  const findings = all.flatMap(tagFindings);
  const dead = all.filter((widget) => !customElements.get(widget.localName));
  const tags = [...new Set(dead.map(({ localName }) => localName))];
  findings.push(...tags.map((tag) => finding('noCode', [tag])));
  const base = baseOf();
  if (base && tags[0]) {
    const file = await tryAddress(`${base}${tags[0].slice('tcns-'.length)}.js`, 'script');
    if (file) findings.push(file);
  }
  const empty = all.filter((widget) => !dead.includes(widget) && !shows(widget));
  const addresses = [...new Set(empty.map(addressOf))];
  for (const address of addresses) {
    const fault = address ? await tryAddress(address, 'json') : undefined;
    if (fault) findings.push(fault);
  }
  for (const widget of empty) {
    const tag = widget.localName;
    const address = addressOf(widget);
    const lacks = missingIn(widget, address);
    if (isStripped(widget))
      findings.push(finding('noAttributes', [tag, tag.slice('tcns-'.length)], widget));
    else if (lacks)
      findings.push(
        finding('missing', [tag, lacks, EXAMPLES[lacks] ?? '', tag.slice('tcns-'.length)], widget),
      );
    else if (address) findings.push(finding('noFigures', [tag, address], widget));
  }
  return findings;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  area: 'area="48@2025"',
  campaign: 'campaign="bp-92-ngay-dem"',
  indicator: 'indicator="teams"',
  'data-api': '<script src="…/tcns.js" data-api="https://…/tcns/v1">',
};

/** The attribute without which a widget cannot know its figures, where it is not there. */
function missingIn(widget: Element, address: string | undefined): string | undefined {
  const has = (name: string): boolean =>
    !!(
      widget.getAttribute(name) ?? closestOf(widget, 'tcns-dashboard')?.getAttribute(name)
    )?.trim();
  const kinds = ATTRIBUTES[widget.localName.slice('tcns-'.length)] ?? {};
  if (!address) {
    const name = kinds['campaign'] === undefined ? 'area' : 'campaign';
    // An area's name that means none is said by its tag.
    if (!has(name)) return name;
    return name === 'campaign' || isAreaId(widget.getAttribute('area') ?? '48')
      ? 'data-api'
      : undefined;
  }
  return kinds['indicator'] !== undefined && !has('indicator') ? 'indicator' : undefined;
}

async function linkFindings(base: string): Promise<Finding[]> {
  const links = [
    ...pageDocument.querySelectorAll<HTMLAnchorElement>('a[href*="embed.html?"]'),
  ].filter((link) => isOwnPage(link.href, base) && !closestOf(link.parentElement, '[data-tcns]'));
  const findings: Finding[] = [];
  for (const link of links) {
    const asked = readEmbed(paramsOf(link.href), await loadConfig(base), base, pageSettings().api);
    if ('code' in asked)
      findings.push(finding('linkRefused', [link.href, `${asked.name}=${asked.value}`], link));
  }
  return findings;
}

/** Each finding once, faults first. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const unique = firstOfEach(findings, ({ vi }) => vi);
  return [
    ...unique.filter(({ level }) => level === 'fault'),
    ...unique.filter(({ level }) => level === 'hint'),
  ];
}

/** Looks at the page, says what is wrong on the console, and returns it. */
export async function diagnose(): Promise<Diagnosis> {
  await atRest();
  const all = widgets();
  const base = baseOf();
  const text = [...shownAsText(), ...unknownTags()];
  const pageAddress = location.href.split('#')[0];
  const scripts = pageDocument.querySelectorAll('script[src*="/tcns.js"]').length;
  const isEmpty =
    all.length === 0 && !pageDocument.querySelector('[data-tcns],iframe[src*="embed.html"]');
  const findings = inOrder([
    // The page's own source is asked for by the self-check alone.
    ...violations.filter(({ blockedURI }) => blockedURI !== pageAddress).map(policyFinding),
    ...(base ? [] : [finding('noBase')]),
    ...text,
    ...(isEmpty && text.length === 0 ? [finding('nothing')] : []),
    ...(await widgetFindings(all)),
    ...(await sourceFindings()),
    ...(base ? await linkFindings(base) : []),
    ...languageFindings(),
    ...(scripts > 1 ? [finding('otherVersion', [String(scripts)])] : []),
  ]);
  const result = {
    version: tcnsGlobal().version ?? '',
    widgets: all.length,
    shown: all.filter(shows).length,
    findings,
  };
  inform(
    [
      `${result.version}: ${result.shown}/${result.widgets}`,
      ...findings.flatMap(({ vi, en }) => [`- ${vi}`, `  ${en}`]),
    ].join('\n'),
  );
  return result;
}
