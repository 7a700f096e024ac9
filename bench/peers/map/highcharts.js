/** Highcharts Maps with classes of colours, without animation. Its licence is commercial. */
import Highcharts from 'highcharts/esm/highmaps.js';
import { boxIn, COLOURS, STEPS } from '../figures.js';

let chart;

const rowsOf = ({ observations }) => observations.map(({ area, value }) => [area, value]);

export function mount(at, { document: figures, geo }) {
  chart = Highcharts.mapChart(boxIn(at), {
    chart: { map: geo, animation: false },
    title: { text: '' },
    credits: { enabled: false },
    accessibility: { enabled: false },
    colorAxis: {
      dataClasses: COLOURS.map((color, i) => ({ color, from: STEPS[i - 1], to: STEPS[i] })),
    },
    series: [
      {
        data: rowsOf(figures),
        keys: ['id', 'value'],
        joinBy: 'id',
        animation: false,
        borderColor: '#fff',
      },
    ],
  });
}

export function update({ document: figures }) {
  chart.series[0].setData(rowsOf(figures), true, false);
}
