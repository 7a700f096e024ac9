import { css } from 'lit';

/**
 * The armour against a page's own CSS. It stands in two places. On the host it guards all that would spoil
 * what is inside, each property with `!important`, which wins over a page's `!important` for the host of a
 * shadow tree. Width, margins and the place in a grid or a row are left to the page, because themes lay out
 * the direct children of an article by rules on the child. What is inherited ends at the root, out of a
 * page's reach. Sizes are px times `--tcns-scale`, never rem: portals set `html { font-size: 62.5% }`.
 */
const armour = css`
  :host {
    display: block !important;
    box-sizing: border-box !important;
    position: static !important;
    float: none !important;
    height: auto !important;
    max-height: none !important;
    aspect-ratio: auto !important;
    padding: 0 !important;
    border: 0 !important;
    outline: 0 !important;
    overflow: visible !important;
    background: none !important;
    box-shadow: none !important;
    opacity: 1 !important;
    mix-blend-mode: normal !important;
    filter: none !important;
    backdrop-filter: none !important;
    clip-path: none !important;
    mask: none !important;
    transform: none !important;
    translate: none !important;
    rotate: none !important;
    scale: none !important;
    perspective: none !important;
    zoom: 1 !important;
    contain: none !important;
    content-visibility: visible !important;
    container-type: normal !important;
    will-change: auto !important;
    columns: auto !important;
    transition: none !important;
    animation: none !important;
    text-decoration: none !important;
    writing-mode: horizontal-tb !important;
    user-select: auto !important;
    min-width: 0;
    width: 100%;
    width: -moz-available;
    width: -webkit-fill-available;
  }

  :host::before,
  :host::after {
    content: none !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  .root {
    all: initial;
    display: block;
    direction: ltr;
    unicode-bidi: isolate;
    text-align: left;
    -webkit-text-size-adjust: 100%;
  }
`;

/** Public tokens (`--tcns-…`) become private ones (`--_…`) here, and nowhere else. */
export const tokens = css`
  .tokens {
    --_k: var(--tcns-scale, 1);
    --_text: var(--tcns-color-text, #16202a);
    --_muted: var(--tcns-color-muted, #55626f);
    --_surface: var(--tcns-color-surface, #fff);
    --_sunken: var(--tcns-color-sunken, #f2f5f8);
    --_line: var(--tcns-color-line, #d5dce3);
    --_accent: var(--tcns-color-accent, #0a5ea8);
    --_on-accent: var(--tcns-color-on-accent, #fff);
    --_good: var(--tcns-color-good, #146c43);
    --_warn: var(--tcns-color-warn, #8a5a00);
    --_bad: var(--tcns-color-bad, #a4262c);
    --_radius: var(--tcns-radius, 8px);
    --_space: calc(var(--tcns-space, 4px) * var(--_k));
    --_s: calc(14px * var(--_k));
    --_m: calc(16px * var(--_k));
    --_l: calc(20px * var(--_k));
    --_font: var(
      --tcns-font-family,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Helvetica Neue',
      Arial,
      sans-serif
    );
    color: var(--_text);
    color-scheme: light;
    font: 400 var(--_s) / 1.5 var(--_font);
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }

  .tokens.dark {
    --_text: var(--tcns-dark-color-text, #e8edf2);
    --_muted: var(--tcns-dark-color-muted, #a3b0bd);
    --_surface: var(--tcns-dark-color-surface, #12181f);
    --_sunken: var(--tcns-dark-color-sunken, #1a222b);
    --_line: var(--tcns-dark-color-line, #2b3742);
    --_accent: var(--tcns-dark-color-accent, #6db3f2);
    --_on-accent: var(--tcns-dark-color-on-accent, #12181f);
    --_good: var(--tcns-dark-color-good, #5cc28b);
    --_warn: var(--tcns-dark-color-warn, #e0ad4e);
    --_bad: var(--tcns-dark-color-bad, #f08a8f);
    color-scheme: dark;
  }
`;

const elements = css`
  .root {
    height: 100%;
    min-height: inherit;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  p,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font: inherit;
  }

  a,
  .link {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }

  .link {
    padding: 0;
    border: 0;
    background: none;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: no-preference) {
    .moves {
      transition: 150ms ease-out;
    }
  }
`;

/** The styles with which every box begins. */
export const base = [armour, tokens, elements];

/** The frame of every widget that is a box, its states and its footer. */
export const frame = css`
  .box {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: inherit;
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    position: relative;
    text-wrap: pretty;
  }

  .stretch {
    flex: 1 0 auto;
  }

  .title {
    color: var(--_muted);
    font-weight: 600;
    line-height: 1.4;
  }

  .badge {
    display: inline-block;
    color: var(--_warn);
    font-weight: 400;
  }

  .muted {
    color: var(--_muted);
  }

  .warn {
    color: var(--_warn);
  }

  .stale {
    padding-top: calc(var(--_space) * 2);
  }

  /* What went wrong is seen at a glance, and is not taken for what is still waited for. */
  .failure {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-left: 2px solid var(--_warn);
    background: var(--_sunken);
  }

  /* Shapes take the room that is kept, and none of their own. */
  .ghost {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-height: 0;
    overflow: hidden;
  }

  /* The distance is one of the background, because a margin would take room of its own. */
  .absent {
    background: repeating-linear-gradient(135deg, var(--_line) 0 1px, transparent 0 6px) 0
      calc(var(--_space) * 3) no-repeat;
  }

  /* What the author wrote may be as high as the widget: the failure stands under it, inside. */
  .told {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: inherit;
  }

  .told slot {
    display: block;
  }

  .told .failure {
    margin-top: calc(var(--_space) * 2);
  }

  .block {
    flex: none;
    height: 0.9em;
    margin-block: 0.25em;
    border-radius: 3px;
    background: var(--_sunken);
  }

  /* The room of a list, into which each list draws rows of its own height. */
  .block.bars {
    flex: 1 1 0;
    margin-top: calc(var(--_space) * 4);
    border-radius: 0;
  }

  .block.wide {
    width: 60%;
  }

  .block.half {
    width: 40%;
  }

  .skeleton {
    opacity: 0;
    animation: appear 150ms 200ms forwards;
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  .footer {
    position: relative;
    /* The menu's button keeps off the hairline where the foot has one line, or none. */
    min-height: calc(44px * var(--_k) - var(--_space) * 2 + 1px);
    margin-top: calc(var(--_space) * 3);
    padding-top: calc(var(--_space) * 2);
    padding-right: calc(44px * var(--_k));
    border-top: 1px solid var(--_line);
    color: var(--_muted);
  }

  .menu-button {
    position: absolute;
    right: calc(var(--_space) * -2);
    bottom: calc(var(--_space) * -2);
    width: calc(44px * var(--_k));
    height: calc(44px * var(--_k));
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    font-weight: 700;
    letter-spacing: 2px;
  }

  .menu-button:hover,
  .menu button:hover {
    background: var(--_sunken);
    color: var(--_text);
  }

  .menu {
    position: absolute;
    z-index: 1;
    right: 0;
    bottom: calc(40px * var(--_k));
    margin: 0;
    padding: var(--_space);
    max-width: 100%;
    list-style: none;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  .menu button {
    display: block;
    width: 100%;
    min-height: calc(44px * var(--_k));
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 0;
    border-radius: calc(var(--_radius) - 3px);
    background: none;
    text-align: left;
  }

  .quirks,
  .quirks .box {
    height: auto;
  }

  .narrow .box {
    padding: calc(var(--_space) * 3);
  }

  @media print {
    /* Paper keeps no room free: the id makes this stronger than the rule of a variant. */
    :host(:not(#tcns)) {
      min-height: 0 !important;
    }

    /* A page that prints its dark background would have dark letters on it. */
    .inked {
      background: var(--_surface);
    }

    /* As high as a row of a grid, a box would push its table over the next row. */
    .box,
    .head,
    .footer {
      height: auto;
      break-inside: avoid;
    }

    .head {
      break-after: avoid;
    }

    .menu-button,
    .menu {
      display: none;
    }
  }
`;
