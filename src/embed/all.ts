/** `tcns-all.js`: every widget in one classic script, for pages that refuse modules. */
import './install.js';

import '../elements/dashboard/dashboard.js';
import '../elements/campaign-tracker/campaign-tracker.js';
import '../elements/coverage-map/coverage-map.js';
import '../elements/kpi-card/kpi-card.js';
import '../elements/ranking/ranking.js';
import '../elements/service-guide/service-guide.js';
import '../elements/stat/stat.js';
import '../elements/trend/trend.js';
import '../elements/team-roster/team-roster.js';
import './forms.js';
import './check.js';
import './ready.js';
