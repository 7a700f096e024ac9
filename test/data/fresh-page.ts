/** The data modules in a page of their own: what they know after a reload. */
import type * as modules from './fresh-modules.js';

type Modules = typeof modules;

type Page = Window & typeof globalThis & { modules?: Modules };

const frames = new Set<HTMLIFrameElement>();

/** Opens a page; `prepare` may take things away from it before the modules are loaded. */
export async function freshPage(prepare?: (page: Page) => void): Promise<Modules & { page: Page }> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frames.add(frame);
  const page = frame.contentWindow as Page;
  prepare?.(page);
  const script = page.document.createElement('script');
  script.type = 'module';
  script.textContent = `
    import * as modules from '/test/data/fresh-modules.ts';
    window.modules = modules;
    window.dispatchEvent(new Event('modules'));`;
  await new Promise((resolve, reject) => {
    page.addEventListener('modules', resolve, { once: true });
    for (const target of [page, script]) target.addEventListener('error', reject, { once: true });
    page.document.head.append(script);
  });
  return { ...page.modules!, page };
}

export function closePages(): void {
  frames.forEach((frame) => frame.remove());
  frames.clear();
}
