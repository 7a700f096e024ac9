/** What is said of the files: faults, warnings and a report, in Vietnamese, each with the file and the row. */
import type { Layer } from './layer.js';

/** Lines of a kind that are printed. */
export const MOST = 20;

/** A text with a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Sentences of one run. */
export class Sentences {
  readonly faults: string[] = [];
  readonly warnings: string[] = [];
  readonly report: string[] = [];
  /** Layers of something else: a fault where no other layer has units. */
  readonly foreign: string[] = [];

  constructor(private readonly several: boolean) {}

  /** Warns of the first ones, and says how many there are more. */
  warn(notes: readonly string[]): void {
    this.warnings.push(...notes.slice(0, MOST));
    if (notes.length > MOST) this.warnings.push(`Còn ${notes.length - MOST} đơn vị nữa như thế.`);
  }

  where({ file }: Layer, row?: number): string {
    const parts = [this.several && `tệp “${file}”`, row && `hàng ${row}`]
      .filter(Boolean)
      .join(', ');
    return parts ? `${capital(parts)}: ` : '';
  }
}
