/** The sentences of the states that every widget has. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatTime } from '../../i18n/dates.js';
import { vietnamDay } from '../../domain/calendar.js';
import type { Wording } from '../../i18n/figures.js';
import type { TextKey } from '../../i18n/vi.js';

/** "Chưa có số liệu cho địa bàn và chỉ số này", or another sentence that there is nothing. */
export const emptyLine = ({ t }: Wording, key: TextKey = 'empty'): TemplateResult =>
  html`<p class="muted">${t(key)}.</p>`;

/** What tries again when it is pressed. */
type Retry = () => void;

/** "Thử lại"; nothing where trying again is no help. */
export const retryButton = ({ t }: Wording, retry: Retry | undefined): unknown =>
  retry ? html`<button class="link" part="retry" @click=${retry}>${t('retry')}</button>` : nothing;

/** "Không tải được số liệu." and, where that may help, a button to try again. */
export const failureLine = (wording: Wording, retry: Retry | undefined): TemplateResult =>
  html`${wording.t('error')}. ${retryButton(wording, retry)}`;

/** "Chưa cập nhật được. Đang hiển thị số liệu tải lúc 08:00 ngày 20/11/2026." */
export function staleLine(loadedAt: number, wording: Wording, retry: Retry): TemplateResult {
  const { t, language } = wording;
  const sentence = t('stale', {
    time: formatTime(loadedAt),
    date: formatDay(vietnamDay(loadedAt), language),
  });
  return html`<p class="stale warn" part="stale" role="status">
    ${sentence} ${retryButton(wording, retry)}
  </p>`;
}

/**
 * Quiet shapes in the place of figures that come: a title, what the widget has under it, a foot. They fill the room that
 * is kept, whatever its height.
 */
export const ghost = (shapes: readonly string[]): unknown =>
  shapes[0] &&
  html`<div class="ghost" aria-hidden="true">
    <div class="block wide"></div>
    ${shapes.map((shape) => html`<div class="block ${shape}"></div>`)}
    <div class="footer"><div class="block half"></div></div>
  </div>`;

/** The room of figures that do not come: hatched, as an area without a figure on the map. */
export const absent = html`<div class="ghost absent" aria-hidden="true"></div>`;
