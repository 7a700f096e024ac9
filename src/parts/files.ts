/** What the downloads of the widgets share; it comes with them, on demand. */

/** Hands an address over to the reader as a file. */
export function handOver(name: string, href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name.replace(/[^\w.-]+/g, '-');
  link.click();
}

/** The words of a widget that belong under its picture: notices, date and source, a line each. */
export function linesUnder(root: ParentNode): string[] {
  const lines: string[] = [];
  const selector = '.lines li, .marks li, .remark, .notices p, .footer p';
  root.querySelectorAll(selector).forEach((element) => {
    const text = element.textContent?.replace(/\s+/g, ' ').trim();
    if (text) lines.push(text);
  });
  return lines;
}

/** A text in lines that fit; a word that fits nowhere has a line of its own. */
export function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
