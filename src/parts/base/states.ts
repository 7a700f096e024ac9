/** The sentences of the states that every widget has. */
import { html, type TemplateResult } from 'lit';
import { formatDay, formatTime } from '../../i18n/dates.js';
import { vietnamDay } from '../../domain/calendar.js';
import type { Wording } from '../../i18n/figures.js';
import type { TextKey } from '../../i18n/vi.js';

/** "Chưa có số liệu cho địa bàn và chỉ số này", or another sentence that there is nothing. */
export const emptyLine = ({ t }: Wording, key: TextKey = 'empty'): TemplateResult =>
  html`<p class="muted">${t(key)}</p>`;

/** "Không tải được số liệu." and a button to try again. */
export function failureLine({ t }: Wording, retry: () => void): TemplateResult {
  return html`${t('error')}.
    <button class="link" part="retry" @click=${retry}>${t('retry')}</button>`;
}

/** "Chưa cập nhật được. Đang hiển thị số liệu tải lúc 08:00 ngày 20/11/2026." */
export function staleLine(
  loadedAt: number,
  { t, language }: Wording,
  retry: () => void,
): TemplateResult {
  const sentence = t('stale', {
    time: formatTime(loadedAt),
    date: formatDay(vietnamDay(loadedAt), language),
  });
  return html`<p class="stale warn" part="stale" role="status">
    ${sentence} <button class="link" part="retry" @click=${retry}>${t('retry')}</button>
  </p>`;
}
