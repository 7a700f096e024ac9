/** The lists of a campaign: goals, ranking of areas, highlights, milestones, activities. */
import { css } from 'lit';

export const lists = css`
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

  /* The number of a place never stands alone on a line. */
  .tied {
    white-space: nowrap;
  }

  .apart {
    margin-top: calc(var(--_space) * 2);
  }

  .rank-figure {
    text-align: right;
  }

  .rank-bar {
    grid-column: 2 / -1;
    height: 4px;
    margin-top: var(--_space);
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
