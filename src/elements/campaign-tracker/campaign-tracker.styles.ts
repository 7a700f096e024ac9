import { css } from 'lit';

export const styles = css`
  :host {
    min-height: var(
      --tcns-campaign-tracker-min-height,
      calc(760px * var(--tcns-scale, 1))
    ) !important;
  }

  :host([view='compact']) {
    max-width: 480px !important;
    min-height: var(
      --tcns-campaign-tracker-min-height,
      calc(480px * var(--tcns-scale, 1))
    ) !important;
  }

  :host([view='headline']) {
    min-height: var(
      --tcns-campaign-tracker-min-height,
      calc(76px * var(--tcns-scale, 1))
    ) !important;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: calc(var(--_space) * 6);
    row-gap: var(--_space);
  }

  .name-side {
    flex: 1 1 calc(260px * var(--_k));
    min-width: 0;
    max-width: 70ch;
  }

  .badge {
    font-size: var(--_s);
  }

  .fact {
    display: inline-block;
  }

  .state {
    flex: 0 0 auto;
    line-height: 1.3;
    text-align: right;
  }

  .state strong {
    display: block;
    font-size: calc(24px * var(--_k));
    font-weight: 600;
  }

  .state[data-state='upcoming'] strong,
  .state[data-state='ended'] strong,
  .compact .state strong {
    font-size: var(--_l);
  }

  .time {
    display: block;
    width: 100%;
    height: 4px;
    margin-top: calc(var(--_space) * 3);
    color: var(--_text);
    forced-color-adjust: none;
  }

  .time .rest {
    fill: var(--_line);
  }

  .time .gone {
    fill: currentColor;
  }

  .summary {
    margin-top: calc(var(--_space) * 3);
    max-width: 70ch;
    text-wrap: pretty;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: calc(var(--_space) * 10);
    align-content: start;
  }

  .columns > * {
    min-width: 0;
  }

  .columns.two {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    grid-template-rows: auto auto 1fr;
  }

  .goals,
  .ranks,
  .highlights,
  .highlights dd,
  .milestones,
  .activities {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  /* For a window that has just become narrower than two columns, until the width is measured again. */
  @media (max-width: 859px) {
    .columns.two {
      display: block;
    }
  }

  .goals {
    margin-top: calc(var(--_space) * 4);
  }

  .goal + .goal {
    margin-top: calc(var(--_space) * 4);
  }

  .goal-head {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--_space) * 4);
    align-items: end;
    justify-content: space-between;
  }

  /* A long figure goes below the name, because it would leave the name one letter a line. */
  .goal-name {
    flex: 1 1 8em;
    max-width: 70ch;
  }

  .goal-figure {
    flex: none;
    max-width: 100%;
    margin-inline-start: auto;
    text-align: right;
  }

  strong {
    font-weight: 600;
  }

  .goal-figure strong {
    font-size: var(--_m);
  }

  .bar,
  .rank-bar {
    display: block;
    width: 100%;
    overflow: visible;
    color: var(--_accent);
    forced-color-adjust: none;
  }

  .bar {
    height: 12px;
    margin: 2px 0;
  }

  .bar.good {
    color: var(--_good);
  }

  .bar.warn {
    color: var(--_warn);
  }

  .bar.bad {
    color: var(--_bad);
  }

  .track {
    fill: var(--_sunken);
    stroke: var(--_line);
  }

  .fill {
    fill: currentColor;
  }

  .moves {
    transition-property: width, x;
  }

  .tick {
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 1px;
    paint-order: stroke;
  }

  .good {
    color: var(--_good);
  }

  .bad {
    color: var(--_bad);
  }

  .goal-words {
    max-width: 70ch;
  }

  .section {
    margin-top: calc(var(--_space) * 5);
    padding-top: calc(var(--_space) * 4);
    border-top: 1px solid var(--_line);
  }

  .columns.two.with-course > .block-course,
  .columns.two:not(.with-course) > .block-rest {
    grid-column: 2;
    grid-row: 1 / span 3;
  }

  .columns.two.with-course .field,
  .columns.two:not(.with-course) > .block-rest > .section:first-child {
    margin-top: calc(var(--_space) * 4);
    padding-top: 0;
    border-top: 0;
  }

  .lessons summary {
    padding: calc(var(--_space) * 3) 0;
    font-weight: 600;
    cursor: pointer;
  }

  .chart + .remark {
    margin-top: calc(var(--_space) * 2);
  }

  .section-title {
    margin-bottom: calc(var(--_space) * 2);
    font-weight: 600;
  }

  .field {
    display: block;
    margin-top: calc(var(--_space) * 5);
  }

  .field > span:first-child {
    display: block;
    color: var(--_muted);
  }

  .choice {
    width: fit-content;
    min-width: min(100%, 240px * var(--_k));
    max-width: 100%;
  }

  .rank {
    display: grid;
    grid-template-columns: calc(28px * var(--_k)) minmax(0, 1fr) minmax(0, auto) minmax(0, auto);
    column-gap: calc(var(--_space) * 3);
    align-items: baseline;
    padding: calc(var(--_space) * 1.5) 0;
    border-bottom: 1px solid var(--_line);
  }

  .rank[aria-current] .who {
    font-weight: 600;
  }

  .place {
    color: var(--_muted);
    font-weight: 600;
  }

  .rank-figure {
    text-align: right;
  }

  .rank-bar {
    grid-column: 2 / -1;
    height: 4px;
    margin-top: var(--_space);
  }

  .section .link {
    min-height: calc(44px * var(--_k));
  }

  .highlights {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(150px * var(--_k))), 1fr));
    gap: calc(var(--_space) * 4);
  }

  /* The figure stands above its name, so that figures in a row stand on one line. */
  .highlight {
    display: flex;
    flex-direction: column;
  }

  .highlight dt {
    order: 1;
    line-height: 1.4;
  }

  .highlight strong {
    font-size: var(--_l);
    line-height: 1.3;
  }

  .unit {
    color: var(--_muted);
  }

  .milestones li {
    position: relative;
    padding: 0 0 calc(var(--_space) * 3) calc(var(--_space) * 5);
    border-left: 1px solid var(--_line);
    margin-left: calc(var(--_space) * 1.5);
    line-height: 1.4;
  }

  .milestones li:last-child {
    border-left-color: transparent;
    padding-bottom: 0;
  }

  .milestones li::before {
    content: '';
    position: absolute;
    left: -5px;
    top: 5px;
    width: 9px;
    height: 9px;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
  }

  .milestones .over::before {
    background: var(--_accent);
  }

  .milestones .when {
    display: block;
  }

  .activities li {
    position: relative;
    max-width: 70ch;
    padding-left: calc(var(--_space) * 4);
  }

  .activities li::before {
    content: '–';
    position: absolute;
    left: 0;
    color: var(--_muted);
  }

  .activities li + li {
    margin-top: calc(var(--_space) * 1.5);
  }

  .live {
    margin-top: calc(var(--_space) * 3);
  }

  .headline {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    background: var(--_surface);
    border-top: 1px solid var(--_line);
    border-bottom: 1px solid var(--_line);
    font-size: var(--_m);
  }

  .headline .small {
    font-size: var(--_s);
  }

  .own-date {
    order: 2;
  }

  .medium .state,
  .narrow .state,
  .compact .state {
    flex-basis: 100%;
    text-align: left;
  }

  .medium .state strong,
  .compact .state strong {
    display: inline;
    margin-right: calc(var(--_space) * 2);
  }

  .narrow .goal-name,
  .narrow .goal-figure {
    flex-basis: 100%;
    text-align: left;
  }

  .narrow .rank {
    grid-template-columns: calc(22px * var(--_k)) minmax(0, 1fr) auto;
    column-gap: calc(var(--_space) * 1.5);
  }

  .narrow .moved {
    grid-row: 2;
    grid-column: 2 / -1;
  }

  .narrow .moved:empty {
    display: none;
  }

  .block.wide {
    width: 80%;
  }

  .block.half {
    width: 45%;
  }

  @media (prefers-color-scheme: dark) {
    .dark select {
      color-scheme: dark;
    }
  }

  @media print {
    .field,
    .ranks + .link {
      display: none;
    }

    /* A whole tracker is longer than a page, which then breaks between its parts. */
    .box:not(.compact) {
      break-inside: auto;
    }

    .goal,
    .chart,
    .rank,
    .highlight,
    .milestones li,
    .activities li,
    .remark {
      break-inside: avoid;
    }

    .head,
    .time,
    .summary,
    .section-title {
      break-after: avoid;
    }

    .footer {
      break-before: avoid;
    }
  }

  @media (forced-colors: active) {
    .milestones .over::before {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .bar,
    .rank-bar,
    .time {
      color: Highlight;
    }

    .track,
    .time .rest {
      fill: Canvas;
      stroke: CanvasText;
    }

    .tick {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
`;
