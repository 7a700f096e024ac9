/** A part of a widget whose code loads when it is first needed. */
import type { ReactiveControllerHost } from 'lit';

export class Late<T> {
  /** Absent until the code is there. */
  part: T | undefined;
  private loading = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: () => Promise<T>,
  ) {}

  /** Loads the code, once; after a failure the next need tries again. */
  readonly need = (): void => {
    if (this.loading) return;
    this.loading = true;
    this.load().then(
      (part) => {
        this.part = part;
        this.host.requestUpdate();
      },
      () => (this.loading = false),
    );
  };
}
