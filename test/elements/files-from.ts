/** The page of each test says that the library's files come from `base`, as its script tag would. */
export function filesFrom(base: string): void {
  const global = globalThis as { tcns?: unknown };
  const before = global.tcns;
  beforeEach(() => (global.tcns = { base }));
  afterEach(() => {
    if (before === undefined) delete global.tcns;
    else global.tcns = before;
  });
}
