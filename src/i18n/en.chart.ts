import type { viChart } from './vi.chart.js';

/** The English texts of the line chart. */
export const enChart: typeof viChart = {
  axisDay: '{d} {mon}',
  axisDayOfYear: '{d} {mon} {year}',
  axisMonth: '{mon} {year}',
  chartAxis: 'The vertical axis does not start at 0.',
  chartAxisRank: 'The vertical axis does not start at rank 1.',
  chartBack: 'Back to the chart',
  chartDate: '{date}: {figure}',
  chartEstimated: 'Dashed: estimates.',
  chartHint: 'Touch the chart or use the arrow keys to read each point.',
  chartKeys:
    'Left and right arrow keys: read each date; up and down: change the line; Home and End: first and last point.',
  chartLegend: 'Lines of the chart',
  chartMarks: 'Marks in the chart',
  chartOf: 'Chart: {title}',
  chartOwnScale: 'The scale differs from the chart of the same indicator beside it.',
  chartPng: 'Download picture (PNG)',
  chartPoint: '{name}, {date}: {figure}',
  chartRanks: 'Rank out of {of}',
  chartUnit: 'Unit: {unit}',
};
