/** A widget that nothing tells what to load: it waits a fair while, says so once, and has no button. */
import { expect, oneEvent } from '@open-wc/testing';
import { WIDGETS } from '../../src/api/widget-catalogue.js';
import '../../src/register.js';
import { configure } from '../../src/data/settings.js';
import type { TcnsErrorEvent } from '../../src/parts/base/events.js';
import { ready } from '../support/fixtures/observations.js';
import { becomes, boxOf, part, put, stateOf, textOf, until, type Widget } from './support.js';

const DATA_WIDGETS = WIDGETS.filter((name) => name !== 'dashboard').map((name) => `tcns-${name}`);

/** Counts the failures that reach the document. */
function countErrors(): { readonly count: () => number; readonly stop: () => void } {
  let count = 0;
  const add = () => count++;
  document.addEventListener('tcns-error', add);
  return { count: () => count, stop: () => document.removeEventListener('tcns-error', add) };
}

describe('a widget without a source', () => {
  for (const tag of DATA_WIDGETS) {
    it(`<${tag}> fails with a word to the developer, and keeps the author's text without a button`, async () => {
      const failed = oneEvent(document, 'tcns-error');
      const box = await boxOf();
      box.innerHTML = `<${tag}>45.895 tổ</${tag}>`;
      const widget = box.firstElementChild as Widget;
      await widget.updateComplete;
      expect(stateOf(widget)).to.equal('unsourced');
      const { error } = ((await failed) as TcnsErrorEvent).detail;
      expect(error.kind).to.equal('config');
      expect(error.reason).to.contain('nothing to load');
      await widget.updateComplete;
      expect(part(widget, 'retry')).to.equal(undefined);
      expect(textOf(widget)).not.to.contain('Không tải được');
    });
  }

  it('says one sentence where there is no text of the author, and has no button', async () => {
    const widget = await put<Widget>('<tcns-kpi-card></tcns-kpi-card>');
    await becomes(widget, 'failed');
    expect(textOf(widget)).to.contain('Tiện ích chưa được khai báo nguồn số liệu.');
    expect(part(widget, 'retry')).to.equal(undefined);
  });

  it('does not fail where a framework sets its data a moment later', async () => {
    const errors = countErrors();
    const widget = await put<Widget>('<tcns-kpi-card indicator="teams"></tcns-kpi-card>');
    expect(stateOf(widget)).to.equal('unsourced');
    widget.data = ready();
    await becomes(widget, 'ready');
    expect(errors.count()).to.equal(0);
    errors.stop();
  });

  it('shows its data also after it has failed', async () => {
    const widget = await put<Widget>('<tcns-kpi-card indicator="teams"></tcns-kpi-card>');
    await becomes(widget, 'failed');
    widget.data = ready();
    await becomes(widget, 'ready');
  });
});

describe('a widget whose area is no id', () => {
  for (const tag of DATA_WIDGETS.filter((name) => name !== 'tcns-campaign-tracker'))
    it(`<${tag}> keeps the author's text without a button, because to try again is no help`, async () => {
      const box = await boxOf();
      box.innerHTML = `<${tag} api="/nowhere" area="48§2008" indicator="teams">45.895 tổ</${tag}>`;
      const widget = box.firstElementChild as Widget;
      await becomes(widget, 'failed');
      await widget.updateComplete;
      expect(part(widget, 'retry')).to.equal(undefined);
      expect(textOf(widget)).not.to.contain('Không tải được');
    });

  it('has the button again where the area is one, and its document cannot be had', async () => {
    const widget = await put<Widget>(
      '<tcns-kpi-card api="/nowhere" area="48@2008" indicator="teams">45.895 tổ</tcns-kpi-card>',
    );
    await becomes(widget, 'failed');
    await widget.updateComplete;
    expect(textOf(widget)).to.contain('Không tải được số liệu');
  });
});

describe('an adapter that nobody has registered', () => {
  const SRC = 'src="/nowhere.json" adapter="no-such-adapter"';

  it('is one failure, however often the widget is drawn', async () => {
    const errors = countErrors();
    const widget = await put<Widget>(`<tcns-kpi-card indicator="teams" ${SRC}></tcns-kpi-card>`);
    await becomes(widget, 'failed');
    for (const heading of ['a', 'b', 'c', 'd', 'e']) {
      widget.heading = heading;
      await widget.updateComplete;
    }
    expect(errors.count()).to.equal(1);
    errors.stop();
  });

  it('is used as soon as it is registered', async () => {
    const widget = await put<Widget>(
      '<tcns-kpi-card indicator="teams" src="/package.json" adapter="late-adapter"></tcns-kpi-card>',
    );
    await becomes(widget, 'failed');
    configure({ adapters: { 'late-adapter': () => ready() } });
    await until(() => stateOf(widget) === 'ready', 'the adapter');
  });
});
