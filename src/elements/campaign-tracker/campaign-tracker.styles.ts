/** The layout of a campaign: head, time line, columns, sections, and what leaves on paper. */
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

  .section .link {
    min-height: calc(44px * var(--_k));
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

  @media (prefers-color-scheme: dark) {
    .dark select {
      color-scheme: dark;
    }
  }

  @media print {
    /* Paper is not updated. */
    .live,
    .field,
    .ranks + .link {
      display: none;
    }

    /* A whole tracker is longer than a page, which then breaks between its parts. */
    .box:not(.compact) {
      display: block;
      break-inside: auto;
    }

    /* The foot would stand alone: Chromium looks for no earlier break inside a grid. */
    .columns:not(.two) {
      display: block;
    }

    .goal,
    .chart,
    .rank,
    .highlight,
    .milestones li,
    .activities li,
    .remark,
    .summary {
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

  .block.digits {
    width: 35%;
    height: calc(28px * var(--_k));
    margin-top: calc(var(--_space) * 3);
  }

  /* Whole rows of a name, a figure, a bar and its verdict. */
  .block.bars {
    background:
      linear-gradient(transparent 10%, var(--_sunken) 0 28%, transparent 0) 0 0 / 45% 80px,
      linear-gradient(transparent 10%, var(--_sunken) 0 28%, transparent 0) 100% 0 / 15% 80px,
      linear-gradient(transparent 42%, var(--_sunken) 0 52%, transparent 0) 0 0 / 100% 80px,
      linear-gradient(transparent 64%, var(--_sunken) 0 80%, transparent 0) 0 0 / 60% 80px;
    background-repeat: no-repeat round;
  }
`;
