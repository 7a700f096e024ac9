/** The fuzzer's side of the page: it puts widgets on it, opens what can be opened, and looks for faults. */
import '../../src/register.js';

/** A widget to mount: its tag, its attributes and its document as JSON. */
export interface Mount {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly json: string;
  /** True where everything in its menu is chosen, too. */
  readonly opens: boolean;
}

type Widget = HTMLElement & {
  data?: unknown;
  updateComplete: Promise<unknown>;
  menuOpen?: boolean;
  panel?: string;
};

const WRONG = /\bNaN\b|\bundefined\b|\[object |\bInfinity\b|∞|-0(?![\d.,:/-])/;
/** px: five hundred items of the longest texts are lower, and nothing is wider than its column. */
const HIGHEST = 200_000;
const COLUMN = 400;

const faults: string[] = [];
addEventListener('error', (event) => {
  // The browser's own notice, which is no exception.
  if (!event.message.startsWith('ResizeObserver'))
    faults.push(`error: ${event.message} ${(event.error as Error | undefined)?.stack ?? ''}`);
});
addEventListener('unhandledrejection', (event) => {
  const reason = event.reason as Error | undefined;
  faults.push(`rejection: ${reason?.stack ?? String(reason)}`);
});
for (const method of ['warn', 'error'] as const)
  console[method] = (...words: unknown[]) => {
    const said = words.map((word) => (word instanceof Error ? word.stack : String(word))).join(' ');
    if (/cannot be drawn/.test(said)) faults.push(`drawing: ${said}`);
  };
console.info = () => undefined;

// Files that a reader saves are read here, and never reach the disk.
const saved: Blob[] = [];
URL.createObjectURL = (object) => {
  saved.push(object as Blob);
  return 'blob:fuzz';
};
HTMLAnchorElement.prototype.click = () => undefined;
window.print = () => undefined;

const frame = (): Promise<unknown> =>
  new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(done, 50);
  });

async function settled(widgets: readonly Widget[]): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await Promise.all(widgets.map((widget) => widget.updateComplete));
    await frame();
  }
}

function lookAt(root: ParentNode, found: Set<string>): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.localName === 'style') continue;
      for (const { name, value } of [...node.attributes])
        if (WRONG.test(value) && !/^(href|class|value)$/.test(name))
          found.add(`<${node.localName} ${name}="${value.slice(0, 120)}">`);
      if (node.shadowRoot) lookAt(node.shadowRoot, found);
    } else if (node.parentElement?.localName !== 'style' && WRONG.test(node.nodeValue ?? ''))
      found.add(`<${node.parentElement?.localName}>${(node.nodeValue ?? '').trim().slice(0, 120)}`);
  }
}

function measure(widget: Widget, found: Set<string>): void {
  const { height, width } = widget.getBoundingClientRect();
  if (height > HIGHEST) found.add(`${Math.round(height)} px high`);
  if (width > COLUMN + 2) found.add(`${Math.round(width)} px wide`);
  for (const canvas of widget.shadowRoot?.querySelectorAll('canvas') ?? [])
    if (canvas.width > 4000 || canvas.height > 4000)
      found.add(`canvas of ${canvas.width} × ${canvas.height}`);
}

async function choose(widget: Widget, found: Set<string>): Promise<void> {
  const menuItems = (): HTMLElement[] => [
    ...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[part~=menu] button') ?? []),
  ];
  const open = async (): Promise<void> => {
    if (!('menuOpen' in widget)) return;
    widget.menuOpen = true;
    await widget.updateComplete;
  };
  await open();
  const count = menuItems().length;
  for (let i = 0; i < count; i++) {
    await open();
    menuItems()[i]?.click();
    await settled([widget]);
    lookAt(widget.shadowRoot ?? widget, found);
  }
  // What opens on the spot: rows, areas, details, the note of a stat.
  for (const button of [
    ...(widget.shadowRoot?.querySelectorAll<HTMLElement>('button, summary') ?? []),
  ].slice(0, 12)) {
    button.click();
    await widget.updateComplete;
  }
  await settled([widget]);
  lookAt(widget.shadowRoot ?? widget, found);
  for (const blob of saved.splice(0)) {
    if (!/csv|svg/.test(blob.type)) continue;
    const text = await blob.text();
    const line = text.split('\n').find((one) => WRONG.test(one));
    if (line) found.add(`file: ${(WRONG.exec(line)?.[0] ?? '') + ' in ' + line.slice(0, 200)}`);
  }
}

/** Mounts some widgets at once, looks at each, and takes them away; the faults by number. */
export async function fuzz(mounts: readonly Mount[]): Promise<{ at: number; fault: string }[]> {
  const result: { at: number; fault: string }[] = [];
  const began = performance.now();
  const widgets = mounts.map(({ tag, attributes, json }) => {
    const box = document.createElement('div');
    box.style.width = `${COLUMN}px`;
    const made = document.createElement(tag) as Widget;
    const targets =
      tag === 'tcns-dashboard'
        ? ['kpi-card', 'ranking', 'trend'].map(
            (name) => document.createElement(`tcns-${name}`) as Widget,
          )
        : [made];
    if (targets[0] !== made) made.append(...targets);
    for (const target of targets) {
      for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
      target.data = JSON.parse(json) as unknown;
    }
    box.append(made);
    document.body.append(box);
    return made;
  });
  await settled(widgets);
  for (const [at, widget] of widgets.entries()) {
    const found = new Set<string>();
    try {
      lookAt(widget.shadowRoot ?? widget, found);
      measure(widget, found);
      if (mounts[at]?.opens) {
        await choose(widget, found);
        measure(widget, found);
      }
    } catch (error) {
      found.add(`thrown: ${(error as Error).stack}`);
    }
    for (const fault of [...found, ...faults.splice(0)]) result.push({ at, fault });
  }
  for (const widget of widgets) widget.parentElement?.remove();
  await frame();
  for (const fault of faults.splice(0)) result.push({ at: -1, fault });
  const took = performance.now() - began;
  if (took > 20_000)
    result.push({ at: -1, fault: `${Math.round(took)} ms for ${mounts.length} widgets` });
  return result;
}

(globalThis as unknown as { fuzz: typeof fuzz }).fuzz = fuzz;
