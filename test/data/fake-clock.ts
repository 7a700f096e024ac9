/**
 * A clock that stands still until a test lets time pass: `setTimeout` and `Date.now` of the page.
 * Requests take no time on it: it waits for them before it moves.
 */

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

const real = {
  setTimeout: window.setTimeout,
  clearTimeout: window.clearTimeout,
  now: Date.now,
  fetch: window.fetch,
};
const breath = (ms = 0): Promise<void> =>
  new Promise((resolve) => real.setTimeout.call(window, resolve, ms));

/**
 * A body that is read in microtasks alone. A browser gives one of bytes in tasks of its own, during which this clock
 * would move on a busy machine, past the time limit of the request.
 */
const streamOf = (body: ArrayBuffer) =>
  new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(new Uint8Array(body));
      stream.close();
    },
  });

export class FakeClock {
  now = real.now.call(Date);
  /** Answers in place of the network. */
  answer: typeof fetch | undefined;
  private readonly timers = new Map<number, Timer>();
  private ids = 1_000_000;
  private flying = 0;

  install(): this {
    window.setTimeout = ((run: () => void, ms = 0) => {
      this.timers.set(++this.ids, { due: this.now + ms, run });
      return this.ids;
    }) as typeof window.setTimeout;
    window.clearTimeout = (id) => {
      if (!this.timers.delete(Number(id))) real.clearTimeout.call(window, id);
    };
    Date.now = () => this.now;
    window.fetch = (...args) => this.follow(args);
    return this;
  }

  uninstall(): void {
    window.setTimeout = real.setTimeout;
    window.clearTimeout = real.clearTimeout;
    Date.now = real.now;
    window.fetch = real.fetch;
    this.timers.clear();
  }

  /** A request flies until its whole body is there, however the page reads it then. */
  private async follow(args: Parameters<typeof fetch>): Promise<Response> {
    this.flying++;
    const landed = () => this.flying--;
    try {
      const response = await (this.answer ?? real.fetch).apply(window, args);
      const { status, statusText, headers, url } = response;
      const body = await response.arrayBuffer();
      landed();
      const whole = new Response(body.byteLength > 0 ? streamOf(body) : null, {
        status,
        statusText,
        headers,
      });
      return Object.defineProperty(whole, 'url', { value: url });
    } catch (error) {
      landed();
      throw error;
    }
  }

  /** Waits until no request is under way. */
  async quiet(): Promise<void> {
    for (let still = 0; still < 3; still = this.flying > 0 ? 0 : still + 1) await breath();
  }

  /** Lets time pass; requests that never end are waited for only by their own time limit. */
  async pass(ms: number, hanging = false): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      if (hanging) await breath(20);
      else await this.quiet();
      const next = this.next();
      if (!next || next[1].due > end) break;
      const [id, { due, run }] = next;
      this.timers.delete(id);
      this.now = Math.max(this.now, due);
      run();
    }
    this.now = end;
  }

  /** How many timers are waiting. */
  get pending(): number {
    return this.timers.size;
  }

  private next(): [number, Timer] | undefined {
    let first: [number, Timer] | undefined;
    for (const entry of this.timers) if (!first || entry[1].due < first[1].due) first = entry;
    return first;
  }
}
