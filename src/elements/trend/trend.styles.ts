import { css } from 'lit';

export const styles = css`
  :host {
    min-height: var(--tcns-trend-min-height, calc(440px * var(--tcns-scale, 1))) !important;
  }

  .said {
    max-width: 70ch;
    text-wrap: pretty;
    margin-top: calc(var(--_space) * 2);
  }

  .line {
    margin-top: calc(var(--_space) * 2);
  }

  .block.chart {
    height: 260px;
  }

  .block.wide {
    width: 60%;
  }
`;
