/** In a page of its own, where no widget has been before. */
import { expect } from '@open-wc/testing';
import { ready } from '../support/fixtures/observations.js';
import { watchLeaks } from '../elements/leaks.js';
import { show, type Widget } from '../elements/support.js';

it('the last widget of a page takes what the first one brought', async () => {
  const leaks = watchLeaks();
  try {
    const widgets: Widget[] = [];
    for (const tag of ['tcns-kpi-card', 'tcns-stat']) widgets.push(await show(tag, ready()));
    const both = leaks.open();
    void expect(both).to.include.members(['document tcns-configure', 'matchMedia change']);
    widgets[0]!.remove();
    void expect(leaks.open()).to.include('document tcns-configure');
    widgets[1]!.remove();
    void expect(leaks.open()).to.deep.equal([]);
    widgets[0]!.ownerDocument.body.append(widgets[0]!);
    void expect(leaks.open(), 'and again').to.include('document tcns-configure');
    widgets[0]!.remove();
    void expect(leaks.open()).to.deep.equal([]);
  } finally {
    leaks.stop();
  }
});
