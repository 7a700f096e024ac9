/**
 * Element tests in real browsers, one after the other:
 *   node tools/test/test-elements.mjs chromium|firefox|webkit… [-- FILE…]
 * For WebKit it starts Xvfb (where there is no display) and WebKitWebDriver, and ends them.
 * TCNS_COUNTS names a file for {"passed", "failed"}.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, exit, platform } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { bin, node } from './run.mjs';

const args = process.argv.slice(2);
const cut = args.includes('--') ? args.indexOf('--') : args.length;
const browsers = args.slice(0, cut);
const files = args.slice(cut + 1);

/** Starts a helper program in its own process group, so that its children end with it. */
function start(program, args, extra = {}) {
  const child = spawn(program, args, {
    stdio: 'ignore',
    detached: true,
    env: { ...env, ...extra },
  });
  const failed = new Promise((_, reject) => {
    child.once('error', () =>
      reject(
        new Error(
          `${program} did not start: install it (Debian: apt-get install webkit2gtk-driver xvfb).`,
        ),
      ),
    );
    child.once('exit', (code) => reject(new Error(`${program} ended at once (code ${code}).`)));
  });
  failed.catch(() => {});
  const ended = new Promise((done) => child.once('close', done));
  /** Ends it and its children; resolves when it is gone. */
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // it has ended by itself, or never began
    }
    return Promise.race([ended, sleep(3000, undefined, { ref: false })]);
  };
  return { failed, stop };
}

async function until(isReady, seconds, what) {
  for (let i = 0; i < seconds * 20; i++) {
    if (await isReady()) return;
    await sleep(50);
  }
  throw new Error(`${what} was not ready within ${seconds} s.`);
}

/** A display of our own, unless there is one; and the driver on a free port. */
async function startWebKit() {
  if (platform !== 'linux') throw new Error('WebKit tests run on Linux (webkit2gtk-driver).');
  const helpers = [];
  const stop = () => Promise.all(helpers.reverse().map((helper) => helper.stop()));
  try {
    let display = env.DISPLAY;
    if (!display) {
      let n = 90 + (process.pid % 100);
      while (existsSync(`/tmp/.X11-unix/X${n}`)) n += 1;
      display = `:${n}`;
      const xvfb = start('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
      helpers.push(xvfb);
      await Promise.race([
        xvfb.failed,
        until(() => existsSync(`/tmp/.X11-unix/X${n}`), 15, 'Xvfb'),
      ]);
    }
    const port = await freePort();
    const driver = start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      DISPLAY: display,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    });
    helpers.push(driver);
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/status`).then(
        (r) => r.ok,
        () => false,
      );
    await Promise.race([driver.failed, until(answers, 15, 'WebKitWebDriver')]);
    return { port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function test(browser) {
  console.log(`\nElement tests in ${browser}`);
  const folder = mkdtempSync(join(tmpdir(), 'tcns-wtr-'));
  const counts = join(folder, 'counts.json');
  let webkit;
  const stopHelpers = () => webkit?.stop();
  process.once('exit', stopHelpers);
  try {
    if (browser === 'webkit') webkit = await startWebKit();
    const { code } = await node(
      [bin('wtr', '@web/test-runner'), ...(files.length ? ['--files', ...files] : [])],
      {
        extra: {
          TCNS_BROWSER: browser,
          TCNS_WTR_COUNTS: counts,
          ...(webkit && { TCNS_WEBDRIVER_PORT: String(webkit.port) }),
        },
      },
    );
    const result = existsSync(counts)
      ? JSON.parse(readFileSync(counts, 'utf8'))
      : { passed: 0, failed: 0 };
    // A run that fails without a failed test (no file found, a crash) is a failure all the same.
    if (code !== 0 && result.failed === 0) result.failed = 1;
    return result;
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  } finally {
    await stopHelpers();
    process.off('exit', stopHelpers);
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => exit(130));

const total = { passed: 0, failed: 0 };
for (const browser of browsers) {
  const { passed, failed } = await test(browser);
  console.log(`${browser}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
if (env.TCNS_COUNTS) writeFileSync(env.TCNS_COUNTS, JSON.stringify(total));
else if (browsers.length > 1) console.log(`\n${total.passed} passed, ${total.failed} failed`);
exit(total.failed > 0 ? 1 : 0);
