/** The words of a language that come after the figures: a page of its own, where nothing has asked for English before. */
import { expect } from '@open-wc/testing';
import '../../src/elements/team-roster/team-roster.js';
import { hasLanguage } from '../../src/i18n/translator.js';
import { sampleWards } from '../../tools/sample/sample-teams.js';
import { boxOf, textOf, until, type Widget } from './support.js';

describe('words that come after the figures', () => {
  it('leave no word of another language in what was worked out before', async () => {
    expect(hasLanguage('en'), 'English before the test').to.equal(false);
    const box = await boxOf(600);
    const widget = document.createElement('tcns-team-roster') as unknown as Widget;
    widget.lang = 'en';
    // What an author wrote is drawn at once, and with it the figures are worked out.
    widget.textContent = 'Teams of An Khê';
    widget.data = sampleWards();
    box.append(widget);
    await until(() => textOf(widget).includes('members'), 'an English list');
    expect(textOf(widget)).to.contain('Former An Khê Ward');
    expect(textOf(widget)).not.to.match(/Phường|\(cũ\)|nay thuộc/);
  });
});
