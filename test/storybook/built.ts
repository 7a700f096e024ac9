/**
 * The built Storybook, for the tests that open its stories: built when it is missing or older
 * than what it shows, and served below a folder of a site.
 */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { filesIn, newest, npm } from '../../tools/test/run.mjs';

export interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
  tags: readonly string[];
}

/** An element of the manifest, as far as its stories must show it. */
export interface Declared {
  tagName: string;
  attributes: readonly { name: string; fieldName?: string; type?: { text: string } }[];
  members: readonly { name: string; type?: { text: string } }[];
}

const folder = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
const index = join(folder, 'index.json');

function isOutdated(): boolean {
  if (!existsSync(index)) return true;
  const shown = ['src', 'stories', '.storybook', 'test/support', 'tools', 'docs'];
  return (
    newest([...shown.flatMap((room) => filesIn(room)), 'package-lock.json']) >
    statSync(index).mtimeMs
  );
}

/** Every story and page of docs; builds first where it must. */
export async function readEntries(): Promise<Entry[]> {
  if (isOutdated()) {
    const { code, output } = await npm(['run', 'build:storybook'], { capture: true });
    if (code !== 0) throw new Error(`Storybook was not built:\n${output}`);
  }
  const { entries } = JSON.parse(await readFile(index, 'utf8')) as {
    entries: Record<string, Entry>;
  };
  return Object.values(entries);
}

/** The elements of the manifest that Storybook was built with. */
export async function readElements(): Promise<Declared[]> {
  const { modules } = JSON.parse(
    await readFile(new URL('../../custom-elements.json', import.meta.url), 'utf8'),
  ) as { modules: { declarations?: Partial<Declared>[] }[] };
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter((one): one is Declared => one.tagName !== undefined);
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * The built files at `/widgets/`: nothing may ask for the root, but for its icon. `more` gives
 * further folders a path of their own.
 */
export async function serveStorybook(more: Record<string, string> = {}) {
  const folders = Object.entries({ '/widgets/': folder, ...more });
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const [start = '', below = ''] = folders.find(([start]) => path.startsWith(start)) ?? [];
    const file = resolve(below, path.slice(start.length));
    const inside = start && `${file}${sep}`.startsWith(resolve(below) + sep);
    (inside ? readFile(file) : Promise.reject(new Error('outside'))).then(
      (body) => {
        response.writeHead(200, {
          'Content-Type': TYPES[extname(file)] ?? 'text/plain',
          'Cache-Control': 'max-age=3600',
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/widgets`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The preview of a story or a page of docs; the addon's own run of axe is off. */
export const previewOf = (origin: string, id: string, viewMode: 'story' | 'docs') =>
  `${origin}/iframe.html?id=${id}&viewMode=${viewMode}&globals=a11y.manual:!true`;

/** Waits until a story is drawn and has been played; says what went wrong in it. */
export async function finished(page: Page): Promise<string[]> {
  await page.waitForFunction(() => {
    const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
      __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } };
    };
    return /^(finished|errored|aborted)$/.test(preview?.currentRender?.phase ?? '');
  });
  return page.evaluate(() =>
    document.body.classList.contains('sb-show-errordisplay')
      ? [document.querySelector('.sb-errordisplay')?.textContent ?? 'an error']
      : [],
  );
}
