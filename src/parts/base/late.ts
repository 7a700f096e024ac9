/** A part of a widget whose code loads when it is first needed. */
import type { ReactiveControllerHost } from 'lit';

export class Late<T> {
  /** Absent until the code is there. */
  part: T | undefined;
  /** True where the last attempt failed, until the next one. */
  hasFailed = false;
  private loading = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: () => Promise<T>,
    /** Called after a failure. A drawing that needs the part may not be drawn anew for it, because it would ask without end. */
    private readonly failed: () => void = () => undefined,
  ) {}

  /** Loads the code, once; after a failure the next need tries again. */
  readonly need = (): void => {
    if (this.loading) return;
    this.loading = true;
    this.hasFailed = false;
    this.load().then(
      (part) => {
        this.part = part;
        this.host.requestUpdate();
      },
      () => {
        this.loading = false;
        this.hasFailed = true;
        this.failed();
      },
    );
  };
}
