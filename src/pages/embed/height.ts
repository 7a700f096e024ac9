/**
 * The frame's side of the resize messages: its height after every change, in our own form and in
 * WordPress's (with the secret that WordPress puts behind `#?`), and again when the parent asks.
 */

/** WordPress's secret in the hash: `#?secret=abc`. */
function secretIn(hash: string): string | undefined {
  return /[#?&]secret=([A-Za-z0-9]{1,32})\b/.exec(hash)?.[1];
}

/**
 * Tells the parent of the page how high it is; `id` is the frame's own name for itself.
 *
 * @returns a function that tells a height (px) that the page would have in more room; from then on the page's own
 *   height is not told any more
 */
export function tellHeight(id: string | undefined): (height: number) => void {
  if (window.parent === window) return () => undefined;
  let secret = secretIn(location.hash);
  let told = 0;
  let requested: number | undefined;
  const tell = (again = false): void => {
    // A frame without width is not shown: each word on a line of its own is no height that anybody needs.
    if (window.innerWidth === 0) return;
    const value = requested ?? Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (value === 0 || (!again && Math.abs(value - told) <= 1)) return;
    told = value;
    // A height is no secret, and the parent's origin cannot be known in a sandbox.
    window.parent.postMessage({ tcns: 1, type: 'height', id, value }, '*');
    if (secret) window.parent.postMessage({ message: 'height', value, secret }, '*');
  };
  addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    if (source !== window.parent || typeof data !== 'object' || data === null) return;
    const message = data as { tcns?: unknown; type?: unknown; message?: unknown; secret?: unknown };
    if (message.tcns === 1 && message.type === 'ready') return tell(true);
    if (message.message !== 'ready') return;
    if (typeof message.secret === 'string' && /^[A-Za-z0-9]{1,32}$/.test(message.secret))
      secret ??= message.secret;
    tell(true);
  });
  new ResizeObserver(() => tell()).observe(document.documentElement);
  tell(true);
  return (height) => {
    requested = height;
    tell();
  };
}
