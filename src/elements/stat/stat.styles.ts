import { css } from 'lit';

/** The stat is part of a sentence: the one element that inherits font and colour. */
export const styles = css`
  :host {
    display: inline !important;
    float: none !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    background: none !important;
    direction: ltr !important;
    position: static !important;
    opacity: 1 !important;
    filter: none !important;
    clip-path: none !important;
    box-shadow: none !important;
  }

  :host::before,
  :host::after {
    content: none !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  .stat {
    position: relative;
  }

  /* No line begins with the full stop after a figure. WebKit breaks after a button all the same, unless a
     word joiner follows it here. */
  .keep {
    white-space: nowrap;
  }

  .value {
    display: inline;
    white-space: normal;
    /* A long name breaks at the width of the text, and no column is made narrower than a figure with its sign. */
    max-width: 100%;
    overflow-wrap: break-word;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    font-variant-numeric: tabular-nums;
    text-align: inherit;
    text-decoration: underline dotted 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .value:focus-visible,
  .link:focus-visible,
  a:focus-visible {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }

  .tip {
    position: absolute;
    z-index: 2147483000;
    top: 100%;
    left: 0;
    display: block;
    box-sizing: border-box;
    width: max-content;
    max-width: min(calc(300px * var(--_k)), calc(100vw - 16px));
    margin-top: 4px;
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    transform: translateX(var(--_shift, 0px));
    text-align: left;
    text-transform: none;
    text-indent: 0;
    letter-spacing: normal;
    white-space: normal;
  }

  .line,
  .stale {
    display: block;
    margin: 0 0 var(--_space);
  }

  b {
    font-weight: 600;
  }

  .warn {
    color: var(--_warn);
  }

  a,
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: left;
    text-decoration: underline;
    cursor: pointer;
  }

  @media print {
    .value {
      text-decoration: none;
    }

    .tip {
      display: none;
    }
  }
`;
