/** Makes the global before any element is defined: imports run in their order. */
import { installGlobal, ownScript } from './global.js';

installGlobal(ownScript());
