/** What a widget says at one glance, from what it shows. */

const wordsIn = (widget: Element, part: string): string =>
  widget.shadowRoot
    ?.querySelector<HTMLElement>(`[part~="${part}"]`)
    ?.innerText.replace(/\s+/g, ' ')
    .trim() ?? '';

/** "Số thành viên, Đà Nẵng: hơn 15.000 thành viên (tháng 12/2022)", as far as the widget says so. */
export function wordsOf(widget: Element): string {
  const value = wordsIn(widget, 'value');
  if (widget.localName === 'tcns-stat') return value;
  const title = wordsIn(widget, 'title');
  const figure = value && !value.includes('\n') ? value : wordsIn(widget, 'summary');
  const date = wordsIn(widget, 'date');
  const sentence = [title, figure].filter(Boolean).join(': ');
  return sentence && date && widget.localName === 'tcns-kpi-card'
    ? `${sentence} (${date})`
    : sentence;
}

/** "Nguồn: Báo Đà Nẵng", as the widget says it; empty where it names none. */
export const sourceWordsOf = (widget: Element): string => wordsIn(widget, 'source');
