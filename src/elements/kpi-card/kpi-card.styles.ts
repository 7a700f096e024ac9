import { css } from 'lit';

export const styles = css`
  :host {
    max-width: var(--tcns-kpi-card-max-width, 480px);
    min-height: var(--tcns-kpi-card-min-height, calc(236px * var(--tcns-scale, 1))) !important;
  }

  :host([variant='compact']) {
    min-height: var(--tcns-kpi-card-min-height, calc(176px * var(--tcns-scale, 1))) !important;
  }

  .card {
    --_figure: calc(40px * var(--_k));
  }

  /* Two lines high, so that the figures of cards in a row stand on one line. */
  .title {
    min-height: 2.8em;
  }

  /* The size stands on the digits: a unit that wraps takes a line of its own size. */
  .figure {
    margin-top: calc(var(--_space) * 2);
    min-height: calc(var(--_figure) * 1.25);
    font-size: var(--_m);
    line-height: 1.25;
  }

  .figure > * + * {
    margin-left: 0.15em;
  }

  .digits {
    font-size: var(--_figure);
    font-weight: 600;
    letter-spacing: -0.01em;
  }

  .word {
    font-size: max(calc(var(--_figure) / 2), var(--_s));
  }

  .unit {
    color: var(--_muted);
  }

  .figure .percent {
    margin-left: 0;
    font-size: max(calc(var(--_figure) / 2), var(--_s));
  }

  .missing {
    display: flex;
    align-items: center;
    color: var(--_muted);
    font-size: var(--_l);
  }

  .line {
    margin-top: var(--_space);
  }

  .pair {
    font-size: var(--_m);
  }

  .target {
    margin-top: calc(var(--_space) * 2);
  }

  strong {
    font-weight: 600;
  }

  .ink {
    color: var(--_text);
  }

  .good {
    color: var(--_good);
  }

  .against {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--_space) * 3);
    color: var(--_muted);
  }

  .bar {
    display: block;
    width: 100%;
    height: 8px;
    margin-bottom: var(--_space);
    color: var(--_accent);
    forced-color-adjust: none;
  }

  .bar.good {
    color: var(--_good);
  }

  .bar.warn {
    color: var(--_warn);
  }

  .track {
    fill: var(--_sunken);
    stroke: var(--_line);
  }

  .fill {
    fill: currentColor;
  }

  .sparkline {
    display: block;
    width: 100%;
    height: calc(36px * var(--_k));
    margin-top: calc(var(--_space) * 2);
    overflow: visible;
    color: var(--_accent);
  }

  .sparkline path {
    fill: none;
    stroke: currentColor;
    stroke-width: 2px;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .sparkline .marks {
    stroke-width: 6px;
  }

  .definition {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-left: 2px solid var(--_accent);
    background: var(--_sunken);
  }

  .compact {
    --_figure: calc(24px * var(--_k));
  }

  .compact .title {
    min-height: 1.4em;
  }

  .narrow .card {
    --_figure: calc(28px * var(--_k));
  }

  .narrow .title {
    min-height: 4.2em;
  }

  .narrow .compact .title {
    min-height: 1.4em;
  }

  .narrow .compact {
    --_figure: calc(20px * var(--_k));
  }

  @media (forced-colors: active) {
    .bar {
      color: Highlight;
    }

    .track {
      fill: Canvas;
      stroke: CanvasText;
    }
  }

  @media print {
    /* A card in a grid of the page broke all the same: what stands in a line does not. */
    .box {
      display: inline-flex;
      width: 100%;
      height: auto;
    }
  }

  .block.digits {
    width: 60%;
    height: calc(var(--_figure) * 0.8);
    margin: calc(var(--_space) * 4) 0 auto;
  }
`;
