/** `tcns-all.js`: every widget in one classic script, for pages that refuse modules. */
import './install.js';

import '../register.js';
import './forms.js';
import './check.js';
import './ready.js';
