/**
 * `tcns-widgets`: the classes and what goes with them. Nothing is registered by this import, and a
 * bundler keeps only what is used; `tcns-widgets/kpi-card` and its like register one element each.
 */
export { TcnsCampaignTracker } from './elements/campaign-tracker/campaign-tracker.element.js';
export { TcnsCoverageMap } from './elements/coverage-map/coverage-map.element.js';
export { TcnsDashboard } from './elements/dashboard/dashboard.element.js';
export { TcnsKpiCard } from './elements/kpi-card/kpi-card.element.js';
export { TcnsRanking } from './elements/ranking/ranking.element.js';
export { TcnsServiceGuide } from './elements/service-guide/service-guide.element.js';
export { TcnsStat } from './elements/stat/stat.element.js';
export { TcnsTeamRoster } from './elements/team-roster/team-roster.element.js';
export { TcnsTrend } from './elements/trend/trend.element.js';

export { configure, type Settings } from './data/settings.js';
export { registerAdapters, type Adapter } from './data/adapters.js';
export { DataError, type DataErrorDetails, type DataErrorKind } from './api/errors.js';
export type { Areas } from './api/areas.js';
export type { Activity, Campaign, Goal, Lesson, Milestone } from './api/campaign.js';
export type { Text } from './api/fields.js';
export type {
  Area,
  AreaName,
  Envelope,
  Indicator,
  Observation,
  Observations,
  Source,
} from './api/figures.js';
export type { Service, Services } from './api/services.js';
export type { Person, Structure, Team, Teams } from './api/teams.js';
export { registerLocale } from './i18n/translator.js';
export type { TextKey, Texts } from './i18n/vi.js';
export { defineElement } from './parts/base/element.js';
export { TcnsErrorEvent, TcnsLoadEvent, TcnsSelectEvent } from './parts/base/events.js';
export type { TcnsEventMap } from './parts/base/events.js';
export { VERSION } from './version.js';
