/**
 * The parent's side of the frames: an `embed.html` in a frame says how high it is. Only the frame's
 * own window is believed, only a whole number is taken, and only within bounds.
 */
import { listen, pageDocument } from '../data/page-base.js';
import { isInText } from './in-text.js';
const LOWEST = 40;
const HIGHEST = 6000;

/** The height that a message asks for, or `undefined` where it is none of ours. */
export function heightIn(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { tcns, type, value } = data as { tcns?: unknown; type?: unknown; value?: unknown };
  if (tcns !== 1 || type !== 'height' || !Number.isInteger(value)) return undefined;
  return Math.min(HIGHEST, Math.max(LOWEST, value as number));
}

/** `embed.html?…`, and a page that was written for one view (`embed/NAME.html`). */
const PAGE = /\bembed(\.html\?|\/[\w-]+\.html([?#]|$))/;

const frames = (): HTMLIFrameElement[] =>
  [...pageDocument.querySelectorAll('iframe')].filter((frame) =>
    PAGE.test(frame.getAttribute('src') ?? ''),
  );

const greeted = new WeakSet<HTMLIFrameElement>();

/** Frames that spoke before this code was there are asked to say it again. */
export function greetFrames(): void {
  for (const frame of frames()) {
    if (greeted.has(frame)) continue;
    greeted.add(frame);
    const ask = () => frame.contentWindow?.postMessage({ tcns: 1, type: 'ready' }, '*');
    frame.addEventListener('load', ask);
    ask();
  }
}

/** Listens for heights as long as the page lives. */
export function followFrames(): void {
  listen('message', ({ data, source }: MessageEvent<unknown>) => {
    const height = heightIn(data);
    if (height === undefined || !source) return;
    const frame = frames().find((one) => one.contentWindow === source);
    if (!frame || isInText(frame) || Math.abs(frame.clientHeight - height) <= 1) return;
    frame.height = String(height);
    frame.style.height = `${height}px`;
  });
}
