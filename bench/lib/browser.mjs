/** Chromium, and how much of its main thread a page took. */
import { chromium } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../tools/test/find-browser.mjs';

export const launch = (more = []) =>
  chromium.launch({ executablePath: findBrowser(), args: [...chromiumArgs, ...more] });

/** Numbers of the page so far: DevTools' `Performance.getMetrics`, by name. */
export async function metricsOf(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Milliseconds of the main thread so far. */
export const cpuOf = async (devtools) => (await metricsOf(devtools)).TaskDuration * 1000;
