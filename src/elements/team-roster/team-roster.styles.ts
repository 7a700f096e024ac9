import { css } from 'lit';

export const styles = css`
  :host {
    min-height: var(--tcns-team-roster-min-height, calc(560px * var(--tcns-scale, 1))) !important;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 4);
  }

  .counts {
    color: var(--_muted);
  }

  .notices {
    margin-top: var(--_space);
  }

  .line,
  .progress,
  .structure {
    margin-top: calc(var(--_space) * 2);
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: flex-end;
    margin: calc(var(--_space) * 3) 0;
  }

  .search.search {
    font-size: var(--_m);
  }

  .field {
    /* One basis for all, because a list that comes with the last page must not open a row. */
    flex: 1 1 calc(140px * var(--_k));
    min-width: 0;
    max-width: calc(260px * var(--_k));
    font-size: var(--_s);
  }

  .search-field {
    flex: 1 1 calc(240px * var(--_k));
    max-width: none;
  }

  .check {
    display: inline-flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    min-height: calc(44px * var(--_k));
  }

  .check input {
    width: calc(18px * var(--_k));
    height: calc(18px * var(--_k));
    margin: 0;
    accent-color: var(--_accent);
  }

  mark {
    background: #ffe08a;
    color: #16202a;
  }

  .found-line {
    flex: 1 0 100%;
  }

  .frame {
    flex: 1 0 auto;
    min-width: 0;
  }

  .rows {
    max-height: var(--tcns-team-roster-list-height, calc(520px * var(--_k)));
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: auto;
    border-top: 1px solid var(--_line);
    /* A list that is cut ends in a line, which its own end covers. */
    background:
      linear-gradient(var(--_surface) 0 0) bottom / 100% 2px no-repeat local,
      linear-gradient(var(--_line) 0 0) bottom / 100% 1px no-repeat;
    position: relative;
  }

  .rows:focus-visible {
    outline-offset: -2px;
  }

  .head-row,
  .team-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) calc(112px * var(--_k)) minmax(0, 0.8fr);
    gap: 0 calc(var(--_space) * 4);
  }

  .head-row {
    position: sticky;
    z-index: 1;
    top: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2);
    background: var(--_surface);
    border-bottom: 1px solid var(--_line);
    color: var(--_muted);
    font-weight: 600;
  }

  .size {
    text-align: right;
  }

  .wide .size .unit,
  .wide .plain .unit,
  .wide .head-row .size::after {
    display: none;
  }

  .group-row {
    border-bottom: 1px solid var(--_line);
    background: var(--_sunken);
  }

  .group {
    display: flex;
    width: 100%;
    gap: calc(var(--_space) * 2);
    align-items: baseline;
    min-height: calc(44px * var(--_k));
    padding: calc(var(--_space) * 2);
    border: 0;
    background: none;
    text-align: left;
  }

  .group-name {
    font-weight: 600;
  }

  .group-title {
    flex: 1 1 auto;
    min-width: 0;
  }

  .group-count {
    flex: none;
    max-width: 50%;
    color: var(--_muted);
    text-align: right;
  }

  .fold {
    flex: none;
    width: 1em;
    color: var(--_muted);
    font-weight: 600;
    text-align: center;
  }

  .group:focus-visible,
  .team-row:focus-visible,
  .team-card:focus-visible {
    outline-offset: -2px;
  }

  .team-row {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2);
    border-bottom: 1px solid var(--_line);
  }

  /* The foot has a line of its own there. */
  .end {
    border-bottom: 0;
  }

  .team-row.hamlet .who {
    padding-left: calc(var(--_space) * 5);
  }

  /* Isolates a name, so that control characters for the text direction end with it. */
  .team-name,
  .hamlet,
  .group-name,
  .place-name,
  .muted,
  .people li,
  .title,
  option {
    unicode-bidi: isolate;
  }

  .team-name {
    font-weight: 600;
  }

  .people {
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--_muted);
  }

  .team-row .people li {
    display: inline;
  }

  .team-row .people li:not(:last-child)::after {
    content: '\\a0· ';
  }

  .contacts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    align-items: baseline;
  }

  .contact,
  .qr-button {
    display: inline-block;
    min-height: calc(24px * var(--_k));
  }

  .contacts.big {
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin-top: calc(var(--_space) * 3);
  }

  .action {
    display: inline-flex;
    flex: 1 1 auto;
    gap: calc(var(--_space) * 2);
    align-items: center;
    justify-content: center;
    min-height: calc(48px * var(--_k));
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1px solid var(--_accent);
    border-radius: calc(var(--_radius) / 2);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
  }

  .action .number {
    font-weight: 400;
  }

  .action.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .narrow .head-row,
  .medium .head-row,
  .narrow .plain thead,
  .medium .plain thead {
    position: absolute;
    width: 1px;
    height: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .narrow .team-row,
  .medium .team-row {
    display: block;
  }

  .narrow .size,
  .medium .size {
    text-align: left;
    color: var(--_muted);
  }

  .narrow .contact,
  .medium .contact {
    padding: calc(var(--_space) * 2.5) 0;
  }

  .narrow .group {
    flex-wrap: wrap;
  }

  .narrow .group-title {
    flex: 1 1 0;
  }

  .narrow .group-count {
    flex: 1 0 100%;
    max-width: none;
    padding-left: calc(var(--_space) * 5.5);
    text-align: left;
  }

  .narrow .team-row.hamlet .who,
  .medium .team-row.hamlet .who {
    padding-left: 0;
  }

  .medium .team-row.hamlet {
    padding-left: calc(var(--_space) * 5);
  }

  .cards-row {
    display: flex;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 1.5) 2px;
  }

  .team-card,
  .reach-team {
    flex: 1 1 0;
    min-width: 0;
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  /* Cards of an incomplete last row keep the width of the others. */
  .no-card {
    flex: 1 1 0;
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid transparent;
  }

  .team-card .people,
  .reach-team .people {
    color: inherit;
    margin: var(--_space) 0;
  }

  .qr {
    width: calc(132px * var(--_k));
    margin: calc(var(--_space) * 2) 0 0;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  .qr svg {
    display: block;
    width: 100%;
    height: auto;
    forced-color-adjust: none;
    fill: #000;
  }

  .quiet {
    fill: #fff;
  }

  summary {
    min-height: calc(24px * var(--_k));
    color: var(--_accent);
    cursor: pointer;
  }

  .structure ul {
    margin: var(--_space) 0 0;
    padding-left: calc(var(--_space) * 5);
  }

  .block.entry {
    height: calc(44px * var(--_k));
    margin-top: calc(var(--_space) * 3);
  }

  /* Whole rows of a name, people and contacts. */
  .block.bars {
    background:
      linear-gradient(transparent 12%, var(--_sunken) 0 28%, transparent 0) 0 0 / 70% 96px,
      linear-gradient(transparent 40%, var(--_sunken) 0 52%, transparent 0) 0 0 / 45% 96px,
      linear-gradient(transparent 66%, var(--_sunken) 0 80%, transparent 0) 0 0 / 55% 96px;
    background-repeat: no-repeat round;
  }
`;
