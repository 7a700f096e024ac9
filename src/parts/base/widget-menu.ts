/** The menu of a widget: which panel it opened, the table view, the download, and the foot that holds it. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type * as TableCode from '../download/table.js';
import { formatAt } from '../../i18n/dates.js';
import type { Wording } from '../../i18n/figures.js';
import type { TextKey } from '../../i18n/vi.js';
import type { ShareMenu } from '../share/share-menu.js';
import type { FiguresShown } from './figures-shown.js';
import { footer, type FooterFacts, type MenuItem } from './footer.js';
import { Late } from './late.js';
import { PaperTable } from './paper-table.js';

export type { FiguresShown } from './figures-shown.js';

/** What the menu can open in place of the widget's picture. */
export type Panel = 'table' | 'definition' | undefined;

interface Host extends LitElement {
  readonly noMenu: boolean;
  readonly noDownload: boolean;
  readonly area?: string | undefined;
  readonly campaign?: string | undefined;
  readonly heading?: string | undefined;
  readonly at?: string | undefined;
}

/** The title on the screen, and what the widget is of in the words of its data: "Số tổ, Đà Nẵng". */
export interface Named {
  readonly title: string;
  readonly of: string;
}

interface MenuInputs {
  readonly wording: () => Wording;
  /** True for a narrow widget. */
  readonly isNarrow: () => boolean;
  /** "Quay lại biểu đồ": the text that closes the table. */
  readonly back: () => TextKey;
  /** The figures on the screen; absent while there are none. */
  readonly figures: () => FiguresShown | undefined;
  /** Loads pictures to share and the embed code. */
  readonly share: () => Promise<ShareMenu>;
}

const failureOf = ({ t }: Wording): TemplateResult =>
  html`<p class="muted" role="alert">${t('loadFailed')}</p>`;

export class WidgetMenu {
  /** The panel that is open; `show` changes it. */
  panel: Panel;
  private isOpen = false;
  /** True where the code or the data of the last choice could not be loaded. */
  private hasFailed = false;
  /** The title that the foot was drawn for last. */
  private title = '';

  /** What is to be shared loads when the menu is first opened. */
  private readonly share: Late<ShareMenu>;
  /** The code of the table view loads when the table is first opened. */
  private readonly tableCode: Late<typeof TableCode>;

  constructor(
    private readonly host: Host,
    private readonly inputs: MenuInputs,
  ) {
    this.share = new Late(host, inputs.share);
    this.tableCode = new Late(
      host,
      () => import('../download/table.js'),
      () => host.requestUpdate(),
    );
  }

  /** Puts the table of the figures under the picture on paper. */
  printTable(): void {
    new PaperTable(this.host, () => {
      const shown = this.panel === 'table' ? undefined : this.inputs.figures();
      return shown && { ...shown, title: this.title, wording: this.inputs.wording() };
    });
  }

  /** Opens a panel; `undefined` closes it. */
  show(panel: Panel): void {
    this.panel = panel;
    if (panel === 'table') this.tableCode.need();
    this.host.requestUpdate();
  }

  /** The table view, once its code is there. */
  table(figuresShown: () => FiguresShown, caption: string): unknown {
    const w = this.inputs.wording();
    const { part: code, hasFailed } = this.tableCode;
    if (hasFailed) return failureOf(w);
    if (!code) return html`<p class="muted">${w.t('loading')}</p>`;
    const { figures, ranks } = figuresShown();
    return code.tableView(code.observationTable(figures, caption, w, ranks), this.host);
  }

  /** The foot with the table view, the download and the `extra` choices of one widget in its menu. */
  footer(facts: FooterFacts, named: Named, extra: readonly MenuItem[] = []): TemplateResult {
    const { t } = this.inputs.wording();
    const isTable = this.panel === 'table';
    return this.footerWith(facts, named, [
      {
        label: t(isTable ? this.inputs.back() : 'table'),
        choose: () => this.show(isTable ? undefined : 'table'),
      },
      ...(this.host.noDownload ? [] : [{ label: t('download'), choose: () => this.download() }]),
      ...extra,
    ]);
  }

  /** The foot with exactly these choices in its menu. */
  footerWith(facts: FooterFacts, named: Named, items: readonly MenuItem[]): TemplateResult {
    const { title } = named;
    const w = this.inputs.wording();
    const toggle = (open: boolean, hasFailed = false): void => {
      this.isOpen = open;
      this.hasFailed = hasFailed;
      this.share.need();
      this.host.requestUpdate();
    };
    this.title = title;
    const { isOpen: open } = this;
    const { part } = this.share;
    const all = this.host.noMenu ? [] : open && part ? [...items, ...part.items(title)] : items;
    const menu = { title: this.nameOf(named, facts, w), open, items: all, toggle };
    return html`${part?.view()}${this.hasFailed ? failureOf(w) : nothing}${footer({ ...facts, brief: this.inputs.isNarrow() }, menu, w)}`;
  }

  /** Widgets of one thing at several dates have one title, and so may those under a title of the page's own. */
  private nameOf({ of }: Named, { at }: FooterFacts, { t, language }: Wording): string {
    const { heading, at: pinned } = this.host;
    const names = [heading, of, pinned && at && formatAt(at, language)];
    return names.reduce<string>(
      (title, area) => (title && area ? t('titleWithArea', { title, area }) : title || area || ''),
      '',
    );
  }

  private async download(): Promise<void> {
    const { saveFigures } = await import('../download/table.js');
    saveFigures(this.host, this.inputs.figures(), this.inputs.wording());
  }
}
