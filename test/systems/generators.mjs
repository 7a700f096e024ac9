/** Static site generators and Ghost's own renderers: Markdown or HTML in, the page of a reader out. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node } from '../../tools/test/run.mjs';
import { packagesOf, versionOf } from './packages.mjs';

/** A page for each form, made by a program of the package. */
async function built(at, forms, { source, page, program, config = {}, out }) {
  for (const folder of [source, out]) rmSync(join(at, folder), { recursive: true, force: true });
  mkdirSync(join(at, source), { recursive: true });
  for (const [file, text] of Object.entries(config)) {
    mkdirSync(join(at, file, '..'), { recursive: true });
    writeFileSync(join(at, file), text);
  }
  for (const [form, html] of Object.entries(forms))
    writeFileSync(
      join(at, source, `${form}.md`),
      `# Trang\n\nĐoạn trước.\n\n${html}\n\nĐoạn sau.\n`,
    );
  const build = () => node(program, { cwd: at, capture: true });
  let { code, output } = await build();
  const refused = [];
  if (code !== 0 && 'script' in forms) {
    // A script in Markdown is the generator's own there: the template has it.
    rmSync(join(at, source, 'script.md'));
    refused.push('script');
    ({ code, output } = await build());
  }
  if (code !== 0) throw new Error(output.split('\n').slice(0, 5).join(' '));
  return Object.fromEntries(
    Object.keys(forms).map((form) => [
      form,
      refused.includes(form) ? undefined : readFileSync(join(at, out, page(form)), 'utf8'),
    ]),
  );
}

async function generator(name, pack, more, how, forms) {
  const at = await packagesOf(name, [pack, ...more]);
  if (!at) return { notRun: `${pack} cannot be had` };
  const html = await built(at, forms, how);
  return { rows: [{ name, version: versionOf(at, pack.replace(/(.)@.*/, '$1')), html }] };
}

export const GENERATORS = {
  eleventy: (forms) =>
    generator(
      'Eleventy',
      '@11ty/eleventy',
      [],
      {
        source: 'src',
        out: '_site',
        page: (form) => `${form}/index.html`,
        program: ['node_modules/@11ty/eleventy/cmd.cjs', '--input=src', '--quiet'],
      },
      forms,
    ),
  astro: (forms) =>
    generator(
      'Astro',
      // The newest one that runs on Node 20.
      'astro@5',
      [],
      {
        source: 'src/pages',
        out: 'dist',
        page: (form) => `${form}/index.html`,
        program: ['node_modules/astro/astro.js', 'build'],
        config: { 'astro.config.mjs': 'export default {};\n' },
      },
      forms,
    ),
  vitepress: (forms) =>
    generator(
      'VitePress',
      'vitepress',
      ['vue'],
      {
        source: 'src',
        out: 'src/.vitepress/dist',
        page: (form) => `${form}.html`,
        program: ['node_modules/vitepress/bin/vitepress.js', 'build', 'src'],
        config: {
          'src/.vitepress/config.mjs':
            "export default { vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('tcns-') } } } };\n",
        },
      },
      forms,
    ),
};
