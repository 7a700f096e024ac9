import { css } from 'lit';

/**
 * Removes all styles of the page from the dashboard's own line. It stands before the tokens, because these set
 * the text of the line.
 */
export const armour = css`
  .bar {
    all: initial;
    direction: ltr;
  }
`;

/** No armour against the page, because the content of a dashboard is the page's own and keeps its style. */
export const styles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  /*
   * Widgets that stand in it as they are do not touch: a rule of the page, and any element around them,
   * is stronger. Without the bar the dashboard may be the page's own grid.
   */
  :host(:not([no-bar]))
    ::slotted(
      :is(
        tcns-kpi-card,
        tcns-coverage-map,
        tcns-ranking,
        tcns-trend,
        tcns-campaign-tracker,
        tcns-service-guide,
        tcns-team-roster
      ):not(:first-child)
    ) {
    margin-top: calc(12px * var(--tcns-scale, 1));
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    min-height: calc(44px * var(--_k));
    margin-bottom: calc(var(--_space) * 3);
  }

  /* A line with a theme of its own has its own background, because the page behind it may have the other theme. */
  :host([theme]) .bar {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  p {
    margin: 0;
  }

  .shown {
    font-size: var(--_m);
  }

  /* The button says it already, and a second line would come with the name and move the page. */
  @media not print {
    .said {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  /* Beside the name, because a line of its own would come with it, too. */
  .hint {
    flex: 1 1 0;
    min-width: 0;
  }

  strong {
    font-weight: 600;
  }

  .muted {
    color: var(--_muted);
  }

  .reset {
    min-height: calc(44px * var(--_k));
    /* Two lines of a name are no higher than the bar. */
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid var(--_accent);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
  }

  .reset[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .reset:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .narrow .reset {
    width: 100%;
  }

  @media print {
    /* As in the frame of the widgets. */
    .inked {
      background: var(--_surface);
    }

    .reset,
    .hint {
      display: none;
    }
  }
`;
