/** ECharts with the parts that a map needs, on a canvas, without animation. */
import { MapChart } from 'echarts/charts';
import { TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { boxIn, COLOURS, STEPS } from '../figures.js';

use([MapChart, TooltipComponent, VisualMapPiecewiseComponent, CanvasRenderer]);

let chart;

const pieces = COLOURS.map((color, i) => ({
  color,
  ...(i > 0 ? { gte: STEPS[i - 1] } : {}),
  ...(i < STEPS.length ? { lt: STEPS[i] } : {}),
}));
const rowsOf = ({ observations }) => observations.map(({ area, value }) => ({ name: area, value }));

/** Resolves when the chart says that all of it is drawn. */
function finished(change) {
  const done = new Promise((resolve) => {
    const heard = () => {
      chart.off('finished', heard);
      resolve();
    };
    chart.on('finished', heard);
  });
  change();
  return done;
}

export function mount(at, { document: figures, geo }) {
  registerMap('borders', geo);
  chart = init(boxIn(at));
  return finished(() =>
    chart.setOption({
      animation: false,
      tooltip: {},
      visualMap: { type: 'piecewise', pieces },
      series: [
        {
          type: 'map',
          map: 'borders',
          nameProperty: 'id',
          data: rowsOf(figures),
          itemStyle: { borderColor: '#fff' },
        },
      ],
    }),
  );
}

export const update = ({ document: figures }) =>
  finished(() => chart.setOption({ series: [{ data: rowsOf(figures) }] }));
