import { css } from 'lit';

export const styles = css`
  :host {
    min-height: var(--tcns-ranking-min-height, calc(420px * var(--tcns-scale, 1))) !important;
  }

  .line {
    margin-top: calc(var(--_space) * 2);
  }

  .rows {
    margin: calc(var(--_space) * 3) 0 0;
    padding: 0;
    list-style: none;
  }

  .rows li {
    border-bottom: 1px solid var(--_line);
  }

  .rows .gap {
    padding: var(--_space) 0 var(--_space) calc(40px * var(--_k));
    color: var(--_muted);
  }

  .row {
    display: grid;
    grid-template-columns: calc(36px * var(--_k)) minmax(0, 1fr) fit-content(60%);
    column-gap: var(--_space);
    align-items: baseline;
    width: 100%;
    min-height: calc(44px * var(--_k));
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 1.5) calc(var(--_space) * 1.5) 0;
    border: 0;
    border-left: 3px solid transparent;
    background: none;
    text-align: left;
  }

  .row:hover {
    background: var(--_sunken);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .row.own {
    border-left-color: var(--_accent);
    font-weight: 600;
  }

  .row[aria-pressed='true'] {
    background: var(--_sunken);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .place {
    padding-left: calc(var(--_space) * 1.5);
    color: var(--_muted);
    font-weight: 400;
  }

  .figure {
    text-align: right;
    font-weight: 600;
  }

  .moved {
    color: var(--_muted);
    font-weight: 400;
  }

  .bar {
    grid-column: 2 / 4;
    display: block;
    width: 100%;
    height: 6px;
    margin: var(--_space) 0;
    color: var(--_accent);
    forced-color-adjust: none;
  }

  .track {
    fill: var(--_sunken);
  }

  .row:hover .track,
  .row[aria-pressed='true'] .track {
    fill: var(--_line);
  }

  .fill {
    fill: currentColor;
  }

  .more {
    min-height: calc(44px * var(--_k));
    margin-top: var(--_space);
  }

  details {
    margin-top: calc(var(--_space) * 3);
    color: var(--_muted);
  }

  summary {
    min-height: calc(24px * var(--_k));
    cursor: pointer;
  }

  .narrow .row {
    grid-template-columns: calc(24px * var(--_k)) minmax(0, 1fr);
  }

  .narrow .figure {
    grid-column: 2;
    text-align: left;
  }

  .narrow .bar {
    grid-column: 2;
  }

  .narrow .place {
    padding-left: var(--_space);
  }

  @media (forced-colors: active) {
    /* There, a transparent border is drawn. */
    .row {
      border-left-color: Canvas;
    }

    .row.own {
      border-left-color: Highlight;
    }

    .row[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .bar {
      color: Highlight;
    }

    .track {
      fill: Canvas;
      stroke: CanvasText;
    }
  }

  @media print {
    .more {
      display: none;
    }

    /* Nobody presses a row of paper. */
    .row {
      min-height: 0;
      padding-block: calc(var(--_space) * 0.5);
    }

    .footer {
      break-before: avoid;
    }

    .fill {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }

  /* Whole rows of a name, a value and a bar. */
  .block.bars {
    background:
      linear-gradient(transparent 16%, var(--_sunken) 0 42%, transparent 0) 0 0 / 45% 48px,
      linear-gradient(transparent 16%, var(--_sunken) 0 42%, transparent 0) 100% 0 / 15% 48px,
      linear-gradient(transparent 66%, var(--_sunken) 0 80%, transparent 0) 0 0 / 100% 48px;
    background-repeat: no-repeat round;
  }
`;
