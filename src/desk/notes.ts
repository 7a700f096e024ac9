/** Faults and warnings: where they stand in the workbook, and a sentence that says how to mend them. */

export interface Note {
  /** The sheet's name as it stands in the file; empty for the file as a whole. */
  readonly sheet: string;
  /** "C7"; empty for the sheet as a whole. */
  readonly cell: string;
  /** What is wrong and how to mend it, in Vietnamese. */
  readonly message: string;
}

/** Collects what is wrong (nothing is written) and what looks wrong (the office decides). */
export class Notes {
  readonly faults: Note[] = [];
  readonly warnings: Note[] = [];
  private readonly noted = new Set<string>();

  fault(sheet: string, cell: string, message: string): void {
    if (this.isNew('fault', sheet, cell, message)) this.faults.push({ sheet, cell, message });
  }
  warn(sheet: string, cell: string, message: string): void {
    if (this.isNew('warning', sheet, cell, message)) this.warnings.push({ sheet, cell, message });
  }

  /** A line of seven figures has one area: what is wrong with it is said once. */
  private isNew(...parts: readonly string[]): boolean {
    const key = parts.join('\n');
    if (this.noted.has(key)) return false;
    this.noted.add(key);
    return true;
  }
}

/** "Trang tính “Số liệu”, ô C7: …" */
export function noteText({ sheet, cell, message }: Note): string {
  const where = [sheet && `Trang tính “${sheet}”`, cell && `ô ${cell}`].filter(Boolean).join(', ');
  return where ? `${where}: ${message}` : message;
}
