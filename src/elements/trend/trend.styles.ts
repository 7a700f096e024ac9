import { css } from 'lit';

export const styles = css`
  :host {
    min-height: var(--tcns-trend-min-height, calc(440px * var(--tcns-scale, 1))) !important;
  }

  .title.big {
    color: var(--_text);
    font-size: calc(18px * var(--_k));
  }

  .narrow .title.big {
    font-size: var(--_m);
  }

  .field {
    display: block;
    max-width: calc(360px * var(--_k));
    margin-top: calc(var(--_space) * 3);
    color: var(--_muted);
  }

  select {
    width: 100%;
    min-height: calc(40px * var(--_k));
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  .said {
    max-width: 70ch;
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
