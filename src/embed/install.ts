/** Makes the global before any element is defined: imports run in their order. */
import { findBase, installGlobal, ownScript } from './global.js';

const script = ownScript();
const page = installGlobal(script);
page.base ??= findBase(script);
