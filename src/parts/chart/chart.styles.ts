import { css } from 'lit';

/** The look of a line chart, and the colours of its lines. */
export const chartStyles = css`
  .chart {
    --_series-1: var(--tcns-series-1, var(--_accent));
    --_series-2: var(--tcns-series-2, #b04a00);
    --_series-3: var(--tcns-series-3, #0f766e);
    --_series-4: var(--tcns-series-4, #6b3fa0);
    --_series-5: var(--tcns-series-5, #a61e69);
    --_series-6: var(--tcns-series-6, #55626f);
    margin-top: calc(var(--_space) * 3);
  }

  .dark .chart {
    --_series-1: var(--tcns-dark-series-1, var(--_accent));
    --_series-2: var(--tcns-dark-series-2, #f0a35e);
    --_series-3: var(--tcns-dark-series-3, #5ec9bd);
    --_series-4: var(--tcns-dark-series-4, #b99cf0);
    --_series-5: var(--tcns-dark-series-5, #f08fc0);
    --_series-6: var(--tcns-dark-series-6, #a3b0bd);
  }

  .plot {
    position: relative;
    height: var(--tcns-chart-height, calc(260px * var(--_k)));
    overflow: hidden;
    color: var(--_series-1);
    touch-action: pan-y;
  }

  .narrow .plot {
    height: var(--tcns-chart-height, calc(180px * var(--_k)));
  }

  .plot:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .plot canvas,
  .plot .preview {
    position: absolute;
    top: 0;
    left: 0;
    max-width: 100%;
  }

  .plot .preview {
    top: 8%;
    left: 8%;
    width: 88%;
    height: 80%;
    overflow: visible;
  }

  .plot .words {
    display: none;
    fill: var(--_text);
    font-size: 11px;
  }

  .preview path {
    fill: none;
    stroke: currentColor;
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }

  .preview .base {
    color: var(--_line);
    stroke-width: 1px;
  }

  .s1 {
    color: var(--_series-1);
  }
  .s2 {
    color: var(--_series-2);
  }
  .s3 {
    color: var(--_series-3);
  }
  .s4 {
    color: var(--_series-4);
  }
  .s5 {
    color: var(--_series-5);
  }
  .s6 {
    color: var(--_series-6);
  }

  .plan {
    color: var(--_muted);
  }

  .lines {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 4);
    margin: calc(var(--_space) * 2) 0 0;
    padding: 0;
    list-style: none;
  }

  .lines li {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text);
  }

  .lines svg {
    flex: none;
    width: 28px;
    height: 12px;
  }

  .lines path,
  .lines .mark {
    fill: currentColor;
    stroke: currentColor;
    stroke-width: 2px;
  }

  .lines .mark.hollow {
    fill: var(--_surface);
  }

  .reading {
    min-height: calc(3em + var(--_space) * 2);
    margin-top: calc(var(--_space) * 2);
    padding: var(--_space) calc(var(--_space) * 2);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_sunken);
  }

  .reading strong {
    font-weight: 600;
  }

  .marks {
    margin: calc(var(--_space) * 2) 0 0;
    padding: 0 0 0 2em;
  }

  .marks .upright {
    list-style: '┆ ';
  }

  .chart .remark {
    margin-top: var(--_space);
  }

  @media (forced-colors: active) {
    .plot canvas,
    .lines svg {
      forced-color-adjust: none;
    }
  }

  @media print {
    /* The picture of a wide window is lower on paper, and little room stays free under it. */
    .plot {
      height: min(200px, var(--tcns-chart-height, 200px));
    }

    .plot .words {
      display: block;
    }

    .plot canvas {
      width: auto !important;
      height: auto !important;
      max-height: 100%;
    }

    .reading {
      display: none;
    }
  }
`;
