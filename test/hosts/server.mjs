/**
 * The host pages' server: each page under its own address with its own headers, the libraries of
 * node_modules, `dist/cdn` in several disguises, the demo's API, and a place for CSP reports.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { root } from '../../tools/test/run.mjs';

const LIBRARIES = {
  'jquery.js': 'node_modules/jquery/dist/jquery.min.js',
  'bootstrap.js': 'node_modules/bootstrap3/dist/js/bootstrap.min.js',
  'bootstrap.css': 'node_modules/bootstrap3/dist/css/bootstrap.min.css',
  'bootstrap-theme.css': 'node_modules/bootstrap3/dist/css/bootstrap-theme.min.css',
  'normalize.css': 'node_modules/normalize.css/normalize.css',
  'require.js': 'node_modules/requirejs/require.js',
  'core-js2.js': 'node_modules/core-js2/client/shim.min.js',
  'zone.js': 'node_modules/zone.js/bundles/zone.umd.min.js',
  'mootools.js': 'node_modules/mootools/lib/mootools-core-1.5.2-server.js',
  'webcomponents.js':
    'node_modules/@webcomponents/webcomponentsjs/bundles/webcomponents-sd-ce-pf.js',
  'vue.js': 'node_modules/vue/dist/vue.global.prod.js',
  'turbo.js': 'node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js',
  'htmx.js': 'node_modules/htmx.org/dist/htmx.min.js',
  // Made at the start of a run, because their packages have no file for a page.
  'senna.js': '.cache/senna.js',
  'react.js': '.cache/react.js',
  'prototype.js': '/usr/share/javascript/prototype/prototype.js',
};

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  // No charset: what a script without one becomes is the page's choice.
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export function libraryFile(name) {
  const file = LIBRARIES[name];
  return file && (file.startsWith('/') ? file : join(root, file));
}
export const hasLibrary = (name) => existsSync(libraryFile(name) ?? '');
export const library = (name) => readFileSync(libraryFile(name), 'utf8');
export const cdnFile = (name) => readFileSync(join(root, 'dist/cdn', name), 'utf8');

const VERSION = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
const read = (folder, name) => {
  const file = join(root, folder, name);
  return file.startsWith(join(root, folder)) && existsSync(file) ? readFileSync(file) : undefined;
};
const cors = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** Where the files can come from: `[folder in the address, how it is answered]`. */
const MOUNTS = {
  cdn: (name) => ({ body: read('dist/cdn', name), headers: cors }),
  // A server that knows no CORS: modules are refused from another origin.
  'cdn-nocors': (name) => ({ body: read('dist/cdn', name) }),
  // An upload folder that serves every file as text: modules are refused, classic scripts are not.
  'cdn-text': (name) => ({ body: read('dist/cdn', name), headers: { 'Content-Type': 'text/plain' } }),
  // An older version.
  'cdn-old': (name) => ({
    body: read('dist/cdn', name)?.toString('utf8').replaceAll(VERSION, '0.0.9'),
    headers: cors,
  }),
  // What a blocker leaves: the loader alone, or the loader and the whole file.
  'cdn-loader': (name) => ({ body: name === 'tcns.js' ? read('dist/cdn', name) : undefined }),
  'cdn-nomodules': (name) => ({
    body: /^tcns(-all)?\.js$/.test(name) ? read('dist/cdn', name) : undefined,
  }),
  api: (name) => ({ body: read('demo/api', name), headers: cors }),
  // Slow enough that the page has finished long before.
  lib: (name) => ({ body: hasLibrary(name) ? Buffer.from(library(name)) : undefined }),
};

/** Puts a library and what it imports into one classic script. */
const bundle = (name) =>
  build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(root, '.cache'),
      emptyOutDir: false,
      lib: {
        entry: join(root, `test/hosts/${name}-entry.mjs`),
        formats: ['iife'],
        name: `${name}Page`,
        fileName: () => `${name}.js`,
      },
    },
  });

/** @param pages a map of address to `{ body, headers }` */
export async function startServer(pages) {
  for (const name of ['senna', 'react']) await bundle(name);
  const reports = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://host');
    if (pathname === '/csp-report') {
      let body = '';
      request.on('data', (data) => (body += data));
      request.on('end', () => {
        reports.push({ page: searchParams.get('page'), body });
        response.writeHead(204).end();
      });
      return;
    }
    const [, folder, ...rest] = decodeURIComponent(pathname).split('/');
    const { body, headers = {} } =
      pages.get(pathname) ?? (MOUNTS[folder]?.(rest.join('/')) || {});
    if (request.method === 'POST') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>posted</title>');
      return;
    }
    const type = TYPES[extname(pathname)] ?? 'text/html; charset=utf-8';
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': body === undefined ? 'text/plain' : type,
      'Cache-Control': 'no-cache',
      ...(body === undefined && folder === 'api' ? cors : {}),
      ...headers,
    });
    response.end(body ?? 'Not found');
  });
  await new Promise((ready) => server.listen(0, '0.0.0.0', ready));
  return {
    port: server.address().port,
    reports,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
