import { test } from 'node:test';

/**
 * A fault that is known and not yet mended: the test has to fail. Once it passes, it says so, and
 * becomes a plain `test`. (For browsers: `knownFault` of test/elements/support.ts.)
 */
export function knownFault(title: string, why: string, run: () => void | Promise<void>): void {
  test(`${title} (known fault: ${why})`, async () => {
    const failed = await Promise.resolve()
      .then(run)
      .then(
        () => false,
        () => true,
      );
    if (!failed) throw new Error('this is mended: make it a plain test()');
  });
}
