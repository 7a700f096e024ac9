/**
 * `npm run dev`: the demo with the widgets' sources at http://localhost:5173/ (or PORT), and the stories at
 * http://localhost:6006/. An edit of `src`, `demo` or `themes` reloads the page at once; nothing is built.
 * `--no-stories` leaves Storybook out.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';
import { createServer as createVite } from 'vite';
import { bin, checkNode, run, seconds } from './test/run.mjs';
import { createServer as createDemo } from './serve.mjs';

/** Classic scripts of the demo's pages, and the modules that they are made of. */
const CLASSIC = {
  tcns: 'src/embed/loader.ts',
  'tcns-all': 'src/embed/all.ts',
  builder: 'src/pages/builder/builder.ts',
  desk: 'src/pages/desk/desk.ts',
  'desk-worker': 'src/pages/desk/worker.ts',
  embed: 'src/pages/embed/embed.ts',
};
const LATE = { forms: 'src/embed/late.ts', check: 'src/embed/self-check.ts' };

/** Where Vite keeps the packages that it has bundled, below the root; their addresses begin with it too. */
const CACHE = '.cache/vite';

/** What the build writes into the loader: here without chunks, because Vite gives every module by itself. */
async function loaderTable(root) {
  const load = (file) => tsImport(pathToFileURL(join(root, file)).href, import.meta.url);
  const { CATALOGUE } = await load('src/api/widget-catalogue.ts');
  const { folderOf } = await load('src/api/document-paths.ts');
  return Object.fromEntries(
    Object.entries(CATALOGUE).map(([name, { document, heights }]) => [
      name,
      [folderOf(document), heights, 'shared'],
    ]),
  );
}

/** The text of one classic script, made of the sources as they are now. */
async function bundle(root, file, define) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'silent',
    define,
  });
  return outputFiles[0].text;
}

/**
 * The server of the sources.
 *
 * @param {{ root?: string, port?: number }} [options] `root` is the repository
 */
export async function startDev({ root = '.', port = 5173 } = {}) {
  const folder = resolve(root);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const define = {
    __TCNS_VERSION__: JSON.stringify(version),
    __TCNS_MARK__: '"dev"',
    'process.env.NODE_ENV': '"production"',
  };
  const table = await loaderTable(folder);
  const [demo] = createDemo({ root: folder }).listeners('request');
  const send = (response, type, body) => {
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(body);
  };

  /** The demo's addresses; what is not named here is the demo's own server's. */
  async function answer(vite, request, response) {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [, name] = /^\/cdn\/([\w-]+)\.js$/.exec(pathname) ?? [];
    const script = (body) => send(response, 'text/javascript; charset=utf-8', body);
    if (CLASSIC[name]) {
      const known = { ...define, __TCNS_WIDGETS__: JSON.stringify(table) };
      return script(await bundle(folder, CLASSIC[name], known));
    }
    if (LATE[name]) return script(`export * from '/${LATE[name]}';`);
    if (name in table) return script(`export * from '/src/elements/${name}/${name}.ts';`);
    if (pathname.startsWith('/cdn/chunks/')) return script('export {};');
    if (/(\/|\.html)$/.test(pathname) && !pathname.startsWith('/cdn/')) {
      const file = join(folder, 'demo', pathname.replace(/\/$/, '/index.html'));
      const page = await vite.transformIndexHtml(pathname, readFileSync(file, 'utf8'));
      return send(response, 'text/html; charset=utf-8', page);
    }
    return demo(request, response);
  }

  /** Vite's own addresses are those of modules; all others are the demo's. */
  const isModule = (url) =>
    ['/@', '/src/', '/node_modules/', `/${CACHE}/`].some((start) => url.startsWith(start));
  const vite = await createVite({
    configFile: false,
    root: folder,
    appType: 'custom',
    publicDir: false,
    logLevel: 'warn',
    define: { __TCNS_VERSION__: define.__TCNS_VERSION__ },
    // The files that pages get, not Lit's development build, which writes to the console.
    resolve: { conditions: ['module', 'browser', 'production'] },
    cacheDir: join(folder, CACHE),
    server: { port, strictPort: port !== 0, fs: { strict: false } },
    optimizeDeps: { entries: ['src/register.ts'] },
    plugins: [
      {
        name: 'demo',
        configureServer: (server) => {
          server.middlewares.use((request, response, next) => {
            if (isModule(request.url)) return next();
            return answer(server, request, response).catch((error) => {
              // What is being typed may not be right yet: the next save is.
              console.error(error.message);
              response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
              response.end(`${error.message}\n`);
            });
          });
        },
        // An element cannot be defined twice: the page is loaded again.
        hotUpdate({ file, server }) {
          if (!/\/(src|demo|themes)\//.test(file)) return undefined;
          server.ws.send({ type: 'full-reload' });
          return [];
        },
      },
    ],
  });
  await vite.listen();
  return { port: vite.httpServer.address().port, close: () => vite.close() };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  checkNode();
  const since = Date.now();
  const { port } = await startDev({ port: Number(process.env.PORT || 5173) });
  console.log(`The demo, made of the sources: http://localhost:${port}/   (${seconds(since)})`);
  if (!process.argv.includes('--no-stories')) {
    console.log('The stories, in half a minute: http://localhost:6006/');
    await run(process.execPath, [
      bin('cem', '@custom-elements-manifest/analyzer'),
      ...['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
    ]);
    const flags = ['--port', '6006', '--disable-telemetry', '--no-open', '--quiet'];
    void run(process.execPath, [bin('storybook'), 'dev', ...flags]);
  }
}
