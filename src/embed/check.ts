/**
 * The self-check, loaded when it is asked for: `tcns.diagnose()`, or `?tcns-check` in the page's
 * address unless `data-no-check` stands on the script tag.
 */
import { diagnose, watchPolicy } from './check/diagnose.js';
import { showPanel } from './check/panel.js';
import { tcnsGlobal } from './context.js';
import { ownScript } from './global.js';
import { started } from './forms.js';

watchPolicy();
tcnsGlobal().diagnose = diagnose;

/** The page has had time to load its widgets. */
const settled = async (): Promise<void> => {
  if (document.readyState !== 'complete')
    await new Promise((done) => addEventListener('load', done, { once: true }));
  await started;
  await new Promise((done) => setTimeout(done, 2500));
};

if (/[?&]tcns-check\b/.test(location.search) && ownScript()?.dataset['noCheck'] === undefined)
  void settled().then(diagnose).then(showPanel);
