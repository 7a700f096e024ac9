/** Code that was pasted before becomes the block. */
import assert from 'node:assert/strict';
import * as by from './editor.mjs';
import { step } from './steps.mjs';

const SCRIPT = '<script src="https://example.org/tcns/tcns.js"></script>';
const FORMS = {
  'the pasted tag':
    '<tcns-kpi-card area="48@2008" indicator="members" lang="vi">Câu của báo.</tcns-kpi-card>',
  'the pasted placeholder':
    '<div data-tcns="kpi-card" data-area="48@2008" data-indicator="members"><a href="https://example.org/tcns/embed.html?widget=kpi-card">Câu của báo.</a></div>',
  'the pasted blockquote':
    '<blockquote data-tcns="kpi-card" data-area="48@2008" data-indicator="members"><p>Câu của báo.</p></blockquote>',
};

export async function transforms({ page, site }) {
  await page.goto(`${site.url}/wp-admin/post-new.php`);
  await by.canvasOf({ page });
  const wanted = {
    name: 'tcns-widgets/kpi-card',
    area: '48@2008',
    indicator: 'members',
    sentence: 'Câu của báo.',
  };
  const read = (blocks) =>
    blocks.map(({ name, attributes: { area, indicator, sentence } }) => ({
      name,
      area,
      indicator,
      sentence,
    }));
  for (const [name, code] of Object.entries(FORMS))
    await step(`${name[0].toUpperCase()}${name.slice(1)} becomes the block`, async () => {
      // WordPress takes a tag alone on one line for words: it is pasted with its script, as the builder writes it.
      const typed = code.startsWith('<tcns-') ? `${SCRIPT}\n\n${code}` : code;
      const made = await page.evaluate(
        ([text, code]) => {
          const { blocks } = globalThis.wp;
          const plain = ({ name, attributes }) => ({ name, attributes: { ...attributes } });
          return {
            html: blocks.pasteHandler({ HTML: code, plainText: '' }).map(plain),
            plain: blocks.pasteHandler({ HTML: '', plainText: text }).map(plain),
          };
        },
        [typed, code],
      );
      assert.deepEqual(read(made.html), [wanted]);
      assert.deepEqual(read(made.plain), [wanted]);
    });
  const from = {
    'A Custom HTML block with script and tag': [
      'core/html',
      {
        content: `${SCRIPT}\n\n${FORMS['the pasted tag']}`,
      },
    ],
    'A Custom HTML block with a placeholder': [
      'core/html',
      { content: FORMS['the pasted placeholder'] },
    ],
    'A paragraph that is a link': [
      'core/paragraph',
      {
        content:
          '<a href="https://example.org/tcns/embed.html?widget=kpi-card&amp;area=48@2008&amp;indicator=members">Câu của báo.</a>',
      },
    ],
  };
  for (const [name, [block, attributes]] of Object.entries(from))
    await step(`${name} can be changed into the block`, async () => {
      const made = await page.evaluate(
        ([type, given]) => {
          const { blocks } = globalThis.wp;
          const one = blocks.createBlock(type, given);
          const offers = blocks
            .getPossibleBlockTransformations([one])
            .map(({ name }) => name)
            .filter((offer) => offer.startsWith('tcns'));
          return {
            offers,
            blocks: blocks
              .switchToBlockType(one, 'tcns-widgets/kpi-card')
              .map(({ name, attributes }) => ({ name, attributes: { ...attributes } })),
          };
        },
        [block, attributes],
      );
      assert.deepEqual(made.offers, ['tcns-widgets/kpi-card']);
      assert.deepEqual(read(made.blocks), [wanted]);
    });
  await step(
    'A paragraph of other text is not offered the blocks, nor one with a figure inside it',
    async () => {
      const offers = await page.evaluate(() => {
        const { blocks } = globalThis.wp;
        return [
          'Một câu.',
          'Trước <a href="https://example.org/embed.html?widget=kpi-card&amp;area=vn">câu</a> sau.',
        ].flatMap((content) =>
          blocks
            .getPossibleBlockTransformations([blocks.createBlock('core/paragraph', { content })])
            .map(({ name }) => name)
            .filter((name) => name.startsWith('tcns')),
        );
      });
      assert.deepEqual(offers, []);
    },
  );
}
