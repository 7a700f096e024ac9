import { css } from 'lit';

export const styles = css`
  :host {
    min-height: var(--tcns-trend-min-height, calc(440px * var(--tcns-scale, 1))) !important;
  }

  .said {
    max-width: 70ch;
    margin-top: calc(var(--_space) * 2);
  }

  .line {
    margin-top: calc(var(--_space) * 2);
  }

  /* Values and the lines of the grid. */
  .block.plot {
    flex: 1 1 calc(180px * var(--_k));
    margin-block: calc(var(--_space) * 4);
    border-radius: 0;
    background:
      linear-gradient(var(--_sunken) 12px, transparent 0) 0 0 / 32px 25% repeat-y,
      linear-gradient(var(--_line) 1px, transparent 0) 44px 0 / 100% 25%;
  }
`;
