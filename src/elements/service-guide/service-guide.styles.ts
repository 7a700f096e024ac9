import { css } from 'lit';

export const styles = css`
  :host {
    min-height: var(--tcns-service-guide-min-height, calc(420px * var(--tcns-scale, 1))) !important;
  }

  .badge {
    font-size: var(--_s);
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(240px * var(--_k))), 1fr));
    gap: calc(var(--_space) * 3);
    margin: calc(var(--_space) * 4) 0 0;
    padding: 0;
    list-style: none;
  }

  .service {
    display: flex;
    flex-direction: column;
    min-width: 0;
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) - 2px);
    break-inside: avoid;
  }

  .service.retired {
    background: var(--_sunken);
  }

  .service-name {
    font-size: var(--_m);
    font-weight: 600;
    line-height: 1.4;
  }

  .adoption {
    margin-top: calc(var(--_space) * 2);
  }

  .adoption strong {
    font-size: var(--_l);
    font-weight: 600;
    line-height: 1.3;
  }

  .reach {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    column-gap: calc(var(--_space) * 3);
    margin-top: auto;
    padding-top: calc(var(--_space) * 2);
  }

  .go {
    display: inline-flex;
    align-items: center;
    min-width: 0;
    min-height: calc(44px * var(--_k));
    overflow-wrap: anywhere;
  }

  .show-code {
    min-height: calc(44px * var(--_k));
  }

  .code {
    flex: 0 0 100%;
    min-height: calc(170px * var(--_k));
    padding-top: var(--_space);
  }

  .list-date {
    margin-top: calc(var(--_space) * 3);
  }

  @media print {
    .show-code {
      display: none;
    }

    /* Cards in lines: Chromium looks for no earlier break inside a grid, and the foot would stand alone. */
    .cards {
      display: block;
    }

    .service {
      display: inline-flex;
      width: calc(50% - 12px);
      margin: 0 12px 12px 0;
      vertical-align: top;
    }

    .narrow .service {
      width: 100%;
    }

    .footer {
      break-before: avoid;
    }
  }

  /* Cards with a gap to the right and below. */
  .block.grid {
    flex: 1 1 calc(264px * var(--_k));
    margin: calc(var(--_space) * 4) -12px 0 0;
    border-radius: 0;
    background:
      linear-gradient(90deg, transparent calc(100% - 12px), var(--_surface) 0) 0 0 / 252px 132px,
      linear-gradient(transparent calc(100% - 12px), var(--_surface) 0) 0 0 / 252px 132px,
      var(--_sunken);
    background-repeat: round;
  }
`;
