/** A script for a page from the sources, with everything in it, and a server for that page alone. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build, type Rolldown } from 'vite';

/** Bundles an entry of the tests as one module. */
export async function bundlePage(entry: string): Promise<string> {
  process.env['NODE_ENV'] = 'production';
  const made = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { __TCNS_VERSION__: '"0"', 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false }, checks: { pluginTimings: false } },
    },
  });
  const [first] = Array.isArray(made) ? made : [made as Rolldown.RolldownOutput];
  if (!first) throw new Error('nothing was built');
  return first.output[0].code;
}

/** Serves a page with one module. */
export async function servePage(code: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const script = request.url === '/page.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      script
        ? code
        : '<!doctype html><html lang="vi"><link rel="icon" href="data:,"><body><script type="module" src="/page.js"></script></body></html>',
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
