/** The data modules in a page of their own: what they know after a reload. */
import type * as store from '../../src/data/store.js';
import type * as vault from '../../src/data/answer-cache.js';

interface Modules {
  readonly store: typeof store;
  readonly vault: typeof vault;
}

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
    import * as store from '/src/data/store.ts';
    import * as vault from '/src/data/answer-cache.ts';
    window.modules = { store, vault };
    window.dispatchEvent(new Event('modules'));`;
  await new Promise((resolve, reject) => {
    page.addEventListener('modules', resolve, { once: true });
    page.addEventListener('error', reject, { once: true });
    page.document.head.append(script);
  });
  return { ...page.modules!, page };
}

export function closePages(): void {
  frames.forEach((frame) => frame.remove());
  frames.clear();
}
