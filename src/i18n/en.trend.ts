import type { viDashboard } from './vi.dashboard.js';
import type { viRanking } from './vi.ranking.js';
import type { viTable } from './vi.table.js';
import type { viTrend } from './vi.trend.js';

/** The English texts of the trend, the ranking, the dashboard and of their tables. */
export const enTrend: typeof viDashboard & typeof viRanking & typeof viTable & typeof viTrend = {
  columnArea: 'Area',
  columnDate: 'Date',
  columnFigure: 'Figure',
  columnIndicator: 'Indicator',
  columnNote: 'Note',
  columnPlace: 'Place',
  columnSource: 'Source',
  columnTarget: 'Target',
  dashboardAll: 'Whole country',
  dashboardHint: 'Choose an area on the map or in the ranking to see its figures.',
  dashboardShown: 'Showing: {area}',
  rankingAll: 'Show all {n} areas',
  rankingApart: 'No figure to rank: {n} of {total} areas',
  rankingBest: 'Best first',
  rankingChoice: 'Indicator',
  rankingDown: 'down {n}',
  rankingFewer: 'Show fewer',
  rankingHighest: 'Highest first',
  rankingLowest: 'Lowest first',
  rankingMarked: 'marked area',
  rankingNone: 'No area has a figure to rank yet.',
  rankingOf: 'Ranking: {title}',
  rankingPlace: 'Rank {n}',
  rankingPlaceTied: 'Tied for rank {n}',
  rankingPng: 'Download picture (PNG)',
  rankingSame: 'no change',
  rankingScope: 'Ranked among {n} of {total} areas that have figures.',
  rankingSince: 'Change of place since {date}.',
  rankingTiedMore: 'and {n} more areas tied for rank {place}',
  rankingUp: 'up {n}',
  rankingWorst: 'Worst first',
  tableCut: 'The table shows the first {n} of {total} rows; the downloaded file has all of them.',
  trendBreak:
    'administrative units were merged into 34 provinces and cities; figures before and after may not cover the same areas',
  trendChoice: 'Indicator',
  trendFailed: 'Could not load: {names}.',
  trendFirstLast: '{first} ({firstDate}); {last} ({lastDate})',
  trendMissing: 'No data yet: {names}.',
  trendNamed: '{name}: {text}',
  trendOf: 'Figures over time, {area}',
  trendOnly: '{figure} ({date})',
};
