/** The OpenAPI description is right for a public linter, and a client made of it reads the demo's documents. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import openapiTS, { astToString } from 'openapi-typescript';
import { isDocumentPath } from '../../src/api/document-paths.js';
import { API_FOLDER, readDocuments } from '../../tools/generate/make-bundle.js';
import { SCHEMAS_FOLDER, definitions } from '../../tools/generate/make-schemas.js';
import { bin } from '../../tools/test/run.mjs';

interface Content {
  schema: { $ref: string };
  examples?: Record<string, { summary: string; value: unknown }>;
}
interface Description {
  openapi: string;
  paths: Record<
    string,
    {
      get: {
        operationId: string;
        description?: string;
        responses: Record<string, { content?: Record<string, Content> }>;
      };
    }
  >;
  components: { schemas: Record<string, object> };
}

const file = `${SCHEMAS_FOLDER}openapi.json`;
const source = readFileSync(file, 'utf8');
const description = JSON.parse(source) as Description;

async function lint(text: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: text, absoluteRef: resolve(file), config });
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const answers = Object.entries(description.paths).map(([path, { get }]) => ({
  path,
  content: get.responses['200']?.content?.['application/json'] as Content,
}));

describe('schemas/v1/openapi.json', () => {
  it('is OpenAPI 3.1 without a complaint of the strict rules of Redocly', async () => {
    assert.match(description.openapi, /^3\.1\./);
    assert.deepEqual(await lint(source), []);
  });

  it('would be complained of if an example were wrong, or an answer missing', async () => {
    const wrong = source.replace('"value": 4327', '"value": "4.327"');
    assert.notEqual(wrong, source);
    assert.match((await lint(wrong)).join('\n'), /no-invalid-media-type-examples/);
    assert.notDeepEqual(await lint(source.replaceAll('"404"', '"204"')), []);
  });

  it('says of every list what is in it, and of every operation more than its title, as Spectral asks', () => {
    const lists: [path: string, list: object][] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('type' in value && value.type === 'array') lists.push([path, value]);
      for (const [name, member] of Object.entries(value)) walk(member, `${path}/${name}`);
    };
    walk(description.components.schemas, '');
    assert.ok(lists.length > 10);
    assert.deepEqual(
      lists.filter(([, list]) => !('items' in list)),
      [],
    );
    for (const [path, { get }] of Object.entries(description.paths))
      assert.ok((get.description?.length ?? 0) > 20, path);
  });

  it('has every kind of document under the path where the widgets ask for it', () => {
    const kinds = new Set(answers.map(({ content }) => content.schema.$ref.split('/').pop()));
    for (const name of Object.keys(definitions()))
      if (/Document$|^Bundle$/.test(name)) assert.ok(kinds.has(name), name);
    const sample: Readonly<Record<string, string>> = {
      area: '45@2008',
      campaign: 'bp-92-ngay-dem',
      edition: '2025',
      page: '2',
    };
    for (const { path } of answers) {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => sample[name] ?? name);
      const isDocument = isDocumentPath(filled.replace(/^\/|\.json$/g, ''));
      assert.ok(isDocument || filled === '/bundle.json', filled);
    }
  });

  it('shows documents of the demo, which satisfy their schemas for another validator', () => {
    const documents = readDocuments(API_FOLDER);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    ajv.addSchema({ $id: 'https://api.test/', components: description.components });
    const shown = answers.flatMap(({ content }) =>
      Object.values(content.examples ?? {}).map((example) => ({
        ...example,
        ref: content.schema.$ref,
      })),
    );
    assert.ok(shown.length >= 7);
    for (const { summary, value, ref } of shown) {
      if (summary !== 'bundle') assert.deepEqual(value, documents[summary], summary);
      const validate = ajv.compile({ $ref: `https://api.test/${ref}` });
      assert.ok(validate(value), `${summary}: ${ajv.errorsText(validate.errors)}`);
    }
  });

  it('makes a client of openapi-typescript that compiles in strict mode and refuses misuse', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tcns-openapi-'));
    try {
      writeFileSync(join(folder, 'api.ts'), astToString(await openapiTS(source)));
      writeFileSync(
        join(folder, 'client.ts'),
        `import type { components, operations, paths } from './api.js';

type Ok<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer D } } } } } ? D : never;

const PATH = '/observations/{area}.json';
export async function figures(base: string, { area }: operations['getObservations']['parameters']['path']) {
  const answer = await fetch(base + PATH.replace('{area}', area));
  const document = (await answer.json()) as Ok<typeof PATH>;
  return document.observations.map(({ area, indicator, value }) => [area, indicator, value ?? 0] as const);
}
export const team: components['schemas']['Team'] = { id: 'a', name: 'Tổ 1', level: 'hamlet', area: '44@2025' };
export const bundle = (all: Ok<'/bundle.json'>) => all.documents;

// @ts-expect-error a level that there is not
export const wrong: components['schemas']['Team'] = { ...team, level: 'district' };
// @ts-expect-error there is no such path
export type Nothing = paths['/figures.json'];
// @ts-expect-error there is no such member
export const more = (document: Ok<'/teams/{area}.json'>) => document.groups;
`,
      );
      const compilerOptions = {
        strict: true,
        noEmit: true,
        exactOptionalPropertyTypes: true,
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        types: [],
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
      const { status, stdout } = spawnSync(
        process.execPath,
        [bin('tsc', 'typescript'), '-p', folder],
        { encoding: 'utf8' },
      );
      assert.equal(status, 0, stdout);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
