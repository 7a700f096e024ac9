import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Observations } from '../../api/figures.js';
import { textOf } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/translator.js';
import { viCard } from '../../i18n/vi.card.js';
import { viTarget } from '../../i18n/vi.target.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import type { ShownState } from '../../parts/base/data-element.js';
import { FigureElement } from '../../parts/base/figure-element.js';
import { factsOf, type MenuItem } from '../../parts/base/footer.js';
import type { Subject } from '../../i18n/figure-subject.js';
import { titleView } from '../../parts/base/title.js';
import { styles } from './kpi-card.styles.js';
import { bodyView } from './kpi-card.view.js';

useTexts({ ...viCard, ...viTarget });

/**
 * @summary One figure: its value, date and source, its change, and how far it is towards its target.
 *
 * @slot - Shown until the figure is there, and kept if it never comes.
 * @fires {TcnsLoadEvent} tcns-load - The figure has arrived, or a new one has; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box.
 * @csspart title - The title.
 * @csspart value - The figure with its approximation word and unit.
 * @csspart change - The change against the previous figure.
 * @csspart target - The target, the bar and the verdict.
 * @csspart note - The words of the source.
 * @csspart sparkline - The line of the figure's history.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the figure.
 * @csspart source - The source of the figure.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The table view.
 *
 * @cssproperty --tcns-kpi-card-min-height - Height kept free before the figure arrives (default 236px, compact 176px).
 * @cssproperty --tcns-kpi-card-max-width - Widest that the card becomes (default 480px); `none` for as wide as its column.
 */
export class TcnsKpiCard extends FigureElement {
  static override styles = [base, frame, styles];

  protected override readonly shapes = ['digits', 'half'];

  /** `standard`, or `compact`: a smaller figure without bar, note and line. */
  @property() variant: 'standard' | 'compact' = 'standard';

  protected override renderDocument(shown: ShownState<Observations>): TemplateResult | undefined {
    const doc = shown.read.document;
    const figure = this.figureIn(doc);
    const observation = figure.observation;
    if (!observation) return undefined;
    const subject = this.subjectOf(doc, observation);
    const named = this.named(subject.title);
    const { title } = named;
    return this.box(html`
      ${titleView({ title, level: this.level, sample: subject.sample }, this.wording)}
      ${this.renderStale(shown)}
      <div class="stretch">
        ${
          this.menu.panel === 'table'
            ? html`<div class="panel">
                ${this.menu.table(() => this.figuresShown(shown), title)}
              </div>`
            : bodyView(
                {
                  figure,
                  subject,
                  compact: this.compact,
                  definition: this.menu.panel === 'definition',
                },
                this.wording,
              )
        }
      </div>
      ${this.menu.footer(
        factsOf({ observation, doc, url: shown.url }),
        named,
        this.definitionItem(subject),
      )}
    `);
  }

  private get compact(): boolean {
    return this.variant === 'compact';
  }

  private definitionItem({ indicator }: Subject): MenuItem[] {
    if (!textOf(indicator?.definition, 'vi')) return [];
    const open = this.menu.panel === 'definition';
    const label = this.wording.t(open ? 'close' : 'definition');
    return [{ label, choose: () => this.menu.show(open ? undefined : 'definition') }];
  }

  protected override get boxClass(): string {
    return this.compact ? 'compact' : '';
  }
}
