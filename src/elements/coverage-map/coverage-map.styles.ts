import { css } from 'lit';

export const styles = css`
  :host {
    min-height: var(--tcns-coverage-map-min-height, calc(640px * var(--tcns-scale, 1))) !important;
  }

  .root {
    --_map-1: var(--tcns-map-1, #dcebf7);
    --_map-2: var(--tcns-map-2, #a9cde9);
    --_map-3: var(--tcns-map-3, #6ca6d4);
    --_map-4: var(--tcns-map-4, #2f78b4);
    --_map-5: var(--tcns-map-5, #0b4a82);
  }

  .root.dark {
    --_map-1: var(--tcns-dark-map-1, #17344f);
    --_map-2: var(--tcns-dark-map-2, #1f5687);
    --_map-3: var(--tcns-dark-map-3, #3a80bd);
    --_map-4: var(--tcns-dark-map-4, #74b0e0);
    --_map-5: var(--tcns-dark-map-5, #c3def5);
  }

  .crumbs {
    margin-top: var(--_space);
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: flex-end;
    margin-top: calc(var(--_space) * 3);
  }

  .picker {
    position: relative;
    color: var(--_muted);
    flex: 1 1 calc(180px * var(--_k));
    min-width: 0;
    /* Of its name and its box, which come a frame after the picture and move nothing. */
    min-height: calc(65px * var(--_k));
  }

  .field {
    flex: 1 1 auto;
    max-width: 100%;
  }

  .views {
    display: flex;
    flex-wrap: wrap;
    /* The hairlines between the buttons, in a second row too. */
    gap: 1px;
    max-width: 100%;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_muted);
    overflow: hidden;
  }

  .views button {
    flex: 1 0 auto;
    min-height: calc(42px * var(--_k));
    padding: 0 calc(var(--_space) * 2.5);
    border: 0;
    background: var(--_surface);
  }

  /* In one row. */
  .narrow .views {
    width: 100%;
  }

  .narrow .views button {
    padding: 0 2px;
  }

  .views button[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .views button:focus-visible {
    outline-offset: -3px;
    outline-color: currentColor;
  }

  .summary {
    margin-top: calc(var(--_space) * 3);
    max-width: 70ch;
  }

  .stage {
    display: grid;
    gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
    margin-top: calc(var(--_space) * 3);
    flex: 1 0 auto;
    align-content: flex-start;
  }

  .stage.split {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }

  .picture {
    min-width: 0;
    max-width: 640px;
  }

  .picture.tiles {
    max-width: 460px;
  }

  .aside {
    min-width: 0;
  }

  svg.map {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
    touch-action: manipulation;
  }

  svg.map:focus-visible {
    outline-offset: 4px;
  }

  .shape {
    fill-rule: evenodd;
    /* An outline separates pale classes and small islands from the page. */
    stroke: var(--_muted);
    stroke-width: 0.7;
    vector-effect: non-scaling-stroke;
    cursor: pointer;
  }

  .c1 {
    fill: var(--_map-1);
  }
  .c2 {
    fill: var(--_map-2);
  }
  .c3 {
    fill: var(--_map-3);
  }
  .c4 {
    fill: var(--_map-4);
  }
  .c5 {
    fill: var(--_map-5);
  }

  .none {
    fill: var(--_sunken);
  }

  .hatch {
    fill: none;
    stroke: var(--_muted);
    stroke-width: 0.7;
    opacity: 0.75;
    vector-effect: non-scaling-stroke;
    pointer-events: none;
  }

  .hatch.ink {
    stroke: #000;
    opacity: 0.7;
  }

  /* Fading alone is not enough, because a dark class at a fifth is darker than the lightest one in full. */
  .shape.faded {
    fill: var(--_sunken);
    stroke: none;
  }

  .held .shape:not(.faded) {
    stroke: var(--_text);
  }

  .held .hatch {
    opacity: 0.15;
  }

  .ring {
    fill: none;
    stroke: var(--_text);
    stroke-width: 2;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
    pointer-events: none;
  }

  .islands {
    stroke: var(--_muted);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
    cursor: pointer;
  }

  .frame {
    fill: none;
    stroke: var(--_line);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
    pointer-events: none;
  }

  svg text {
    fill: var(--_text);
    text-anchor: middle;
    pointer-events: none;
  }

  .archipelago text {
    font-style: italic;
  }

  .archipelago text.second {
    fill: var(--_muted);
    font-style: normal;
  }

  .tile-labels text {
    fill: #0b1a28;
  }

  /* Off the hatch by a seam in the colour under it. */
  .tile-labels .on-none {
    fill: var(--_text);
    stroke: var(--_sunken);
    stroke-width: 0.25em;
    stroke-linejoin: round;
    paint-order: stroke;
  }

  .light .on-c4,
  .light .on-c5,
  .dark .on-c1,
  .dark .on-c2 {
    fill: #fff;
  }

  /* What can be pressed reaches half-way to its neighbours. */
  .legend {
    display: flex;
    flex-wrap: wrap;
    margin: calc(var(--_space) * -0.5) calc(var(--_space) * -1.5);
    padding: 0;
    list-style: none;
  }

  .split .legend {
    flex-direction: column;
  }

  /* Never wider than its column, which a window that becomes narrow makes smaller a frame before the next drawing. */
  .legend li {
    min-width: 0;
    max-width: 100%;
    overflow-wrap: anywhere;
  }

  .legend [aria-pressed='true'] {
    font-weight: 600;
  }

  .legend button {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    min-height: calc(32px * var(--_k));
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 1.5);
    border: 0;
    background: none;
    text-align: left;
  }

  @media (pointer: coarse) {
    /* Beside the picture there is room for a finger's size. */
    .split .legend button {
      min-height: calc(44px * var(--_k));
    }
  }

  .swatch {
    flex: none;
    width: calc(14px * var(--_k));
    height: calc(14px * var(--_k));
  }

  .detail {
    min-height: calc(112px * var(--_k));
    margin-top: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_sunken);
  }

  .notices {
    margin-top: calc(var(--_space) * 3);
  }

  .line {
    margin-top: calc(var(--_space) * 2);
  }

  @media (forced-colors: active) {
    .views button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
    }

    svg.map,
    .views [aria-pressed='true'] {
      forced-color-adjust: none;
    }
  }

  @media print {
    .controls,
    .hint,
    .tip,
    .open {
      display: none;
    }

    /* The page would cut a picture that is higher than itself. */
    .stage.paper {
      display: flex;
      flex-wrap: wrap;
    }

    .paper .picture {
      flex: 0 1 340px;
      max-width: 340px;
    }

    .paper .picture.tiles {
      flex-basis: 360px;
      max-width: 360px;
    }

    /* Before the map is drawn for paper, too: Chromium counts the pages first, and empty ones came behind the last. */
    svg.map {
      max-height: 140mm;
    }

    /* Tiles are twice as high as wide: with less room nobody could read their letters. */
    .tiles svg.map {
      max-height: 180mm;
    }

    .paper .aside {
      flex: 1 1 160px;
    }

    .paper .legend {
      flex-direction: column;
    }

    .shape {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
      stroke: #555;
      fill-opacity: 0.7;
    }
  }

  /* Title, sentence, date and source stand on the same page as the picture. */
  @media print and (orientation: landscape) {
    svg.map {
      max-height: 80mm;
    }

    .tiles svg.map {
      max-height: 108mm;
    }

    /* In one of two columns the legend stands beside the picture still: under it, it would be on the next page. */
    .paper .picture {
      flex: 1 1 260px;
    }

    .paper .aside {
      flex-basis: 140px;
    }
  }

  .block.place {
    flex: 1 1 0;
    margin-block: 12px;
  }
`;
