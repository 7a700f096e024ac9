/**
 * The self-check, loaded when it is asked for: `tcns.diagnose()`, or `?tcns-check` in the page's
 * address unless `data-no-check` stands on the script tag.
 */
import { diagnose, watchPolicy } from './diagnose/diagnose.js';
import { showPanel } from './diagnose/panel.js';
import { tcnsGlobal } from './context.js';
import { ownScript } from './global.js';

watchPolicy();
tcnsGlobal().diagnose = diagnose;

if (/[?&]tcns-check\b/.test(location.search) && ownScript()?.dataset['noCheck'] === undefined)
  void diagnose().then(showPanel);
