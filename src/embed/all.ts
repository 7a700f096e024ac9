/** `tcns-all.js`: every widget in one classic script, for pages that refuse modules. */
import './install.js';

import '../register.js';
import './late.js';
import './self-check.js';
import './ready.js';
