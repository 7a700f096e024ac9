import { css } from 'lit';

export const styles = css`
  :host {
    min-height: var(--tcns-trend-min-height, calc(440px * var(--tcns-scale, 1))) !important;
  }

  .field {
    display: block;
    width: fit-content;
    min-width: min(100%, 240px * var(--_k));
    max-width: 100%;
    margin-top: calc(var(--_space) * 3);
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

  @media print {
    .field {
      display: none;
    }
  }
`;
