/** The indicator, the date and the view that the reader chose. */
import { chosenOf, wordsOf } from '../../parts/base/word-list.js';

interface Offer {
  /** The indicators of the page, separated by spaces. */
  readonly indicator: string;
  readonly layout: string;
}

export class ReaderChoices {
  /** Absent: the newest figure of each area, or the date that the page pins. */
  date: string | undefined;
  private chosenIndicator: string | undefined;
  private chosenLayout: 'geo' | 'tiles' | undefined;

  constructor(
    private readonly offer: Offer,
    private readonly changed: () => void,
  ) {}

  /** True where the reader chose an indicator or a date: then the controls are the only way back. */
  get isMade(): boolean {
    return (this.chosenIndicator ?? this.date) !== undefined;
  }

  get indicators(): string[] {
    return wordsOf(this.offer.indicator);
  }

  get indicator(): string {
    return chosenOf(this.chosenIndicator, this.indicators);
  }

  get layout(): 'geo' | 'tiles' {
    return this.chosenLayout ?? (this.offer.layout === 'tiles' ? 'tiles' : 'geo');
  }

  chooseIndicator(key: string | undefined): void {
    this.chosenIndicator = key;
    this.changed();
  }

  chooseDate(date: string | undefined): void {
    this.date = date;
    this.changed();
  }

  chooseLayout(layout: 'geo' | 'tiles'): void {
    this.chosenLayout = layout;
    this.changed();
  }
}
