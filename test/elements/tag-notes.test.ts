/** What the console says of a tag with attributes that were mistyped, or mangled by an editor, or with paragraphs of one. */
import { expect } from '@open-wc/testing';
import '../../src/register.js';
import { meantAttribute } from '../../src/parts/base/tag-note.js';
import { communes } from '../support/fixtures/trend.js';
import { boxOf, until } from './support.js';

/** The notes about tags while a piece of HTML stands on the page, once `last` is among them. */
async function notesOf(html: string, last: string, about = 'attribute'): Promise<string[]> {
  const notes: string[] = [];
  const { info } = console;
  console.info = (message: string) => void notes.push(message);
  try {
    (await boxOf()).innerHTML = html;
    await until(() => notes.some((note) => note.includes(last)), `${last} in ${notes.join()}`);
  } finally {
    console.info = info;
  }
  return notes.filter((note) => note.includes(about));
}

describe('a tag with an attribute that is none', () => {
  it('is told which attribute was meant, once for the same two tags', async () => {
    const tag = '<tcns-kpi-card aera="48@2008" indicator="members">15.000</tcns-kpi-card>';
    const notes = await notesOf(
      `${tag}${tag}<tcns-stat indicatr="teams">45.895</tcns-stat>`,
      'indicatr',
    );
    expect(notes.filter((note) => note.includes('aera'))).to.deep.equal([
      '[tcns] <tcns-kpi-card aera="48@2008">: there is no such attribute; area="48@2008" is meant.',
    ]);
    expect(notes.join()).to.contain('<tcns-stat indicatr="teams">');
    expect(notes.join()).to.contain('indicator="teams" is meant');
  });

  it('is told that a placeholder’s attribute is none of a tag', async () => {
    const notes = await notesOf(
      '<tcns-kpi-card data-area="44@2025">9</tcns-kpi-card>',
      'data-area',
    );
    expect(notes.join()).to.contain('area="44@2025" is meant');
  });

  it('is told of curly quotes that made words of a value attributes', async () => {
    const notes = await notesOf(
      '<tcns-kpi-card area=vn heading=“Tổ công nghệ”>9</tcns-kpi-card>',
      'nghệ',
    );
    expect(notes.join()).to.contain('straight quotes');
  });

  it('is left alone for attributes of the platform, of frameworks and of React on a server', async () => {
    const html =
      '<tcns-kpi-card area="vn" id="a" class="b" style="" data-w="c" aria-label="d" ng-if="e" headinglevel="2" hidden onclick="" nonce="">9</tcns-kpi-card><tcns-stat theem="dark">9</tcns-stat>';
    const notes = await notesOf(html, 'theem');
    expect(notes).to.have.length(1);
  });
});

describe('a tag in which an editor has made paragraphs', () => {
  const data = `<script type="application/json">${JSON.stringify(communes())}</script>`;
  const card = `<tcns-kpi-card area="44@2025" indicator="coverage.hamlet">${data}</tcns-kpi-card>`;
  const HOW = 'HTML view, without blank lines';

  it('is told that a paragraph closed it before its own text', async () => {
    const notes = await notesOf(
      `<p><tcns-kpi-card area="vn" indicator="teams"></p><p>45.895 tổ</p><p></tcns-kpi-card></p>
       <p>Đoạn văn</p>
       <p><tcns-ranking area="vn" indicator="teams"></tcns-ranking></p><p>Không phải nội dung của thẻ</p>
       <p>Hiện có <tcns-stat area="vn" indicator="teams"></tcns-stat> tổ</p><p>Đoạn văn</p><p></p>
       <p><tcns-trend area="vn" indicator="teams"></p><p>45.895 tổ</p><p></tcns-trend></p>`,
      '<tcns-trend>: a <p>',
      '<p>',
    );
    expect(notes.map((note) => /<tcns[^>]+>/.exec(note)?.[0])).to.deep.equal([
      '<tcns-kpi-card>',
      '<tcns-trend>',
    ]);
    expect(notes[0]).to.contain(HOW);
  });

  it('is told that its dashboard was closed, or has paragraphs around its widgets', async () => {
    const closed = await notesOf(
      `<p><tcns-dashboard area="44@2025"></p><p>${card}</p><p></tcns-dashboard></p>`,
      'put back',
      'dashboard',
    );
    expect(closed).to.have.length(1);
    expect(closed[0]).to.contain(HOW);
    const around = await notesOf(
      `<tcns-dashboard area="44@2025"><p>${card}</p><p>${card}</p></tcns-dashboard>`,
      'margins',
      'dashboard',
    );
    expect(around).to.have.length(1);
    expect(around[0]).to.contain(HOW);
  });

  it('is left alone where a dashboard has a figure in a sentence', async () => {
    const notes = await notesOf(
      `<tcns-dashboard area="44@2025"><p>Có <tcns-stat area="44@2025" indicator="coverage.hamlet">${data}</tcns-stat></p></tcns-dashboard>
       <tcns-dashboard area="44@2025"><p>${card}</p></tcns-dashboard>`,
      'margins',
      'dashboard',
    );
    expect(notes).to.have.length(1);
  });
});

describe('the attribute that a name was meant to be', () => {
  const known = ['area', 'indicator', 'at', 'src', 'heading-level', 'no-menu', 'theme', 'mark'];
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['aera', 'area'],
    ['areas', 'area'],
    ['idicator', 'indicator'],
    ['indicators', 'indicator'],
    ['data-area', 'area'],
    ['headng-level', 'heading-level'],
    ['nomenu', 'no-menu'],
    ['area“', 'area'],
    ['width', undefined],
    ['alt', undefined],
    ['ta', undefined],
    ['data-alt', undefined],
    ['data-at', 'at'],
    ['onclick', undefined],
    ['nghệ”', undefined],
  ];
  for (const [name, meant] of cases)
    it(`${name}: ${meant ?? 'none'}`, () => {
      expect(meantAttribute(name, known)).to.equal(meant);
    });
});
