/** The finder: its steps, the places to choose, and the team that was found. */
import { css } from 'lit';

export const finder = css`
  .finder {
    flex: 1 0 auto;
    width: 100%;
    max-width: calc(640px * var(--_k));
    margin-top: calc(var(--_space) * 3);
  }

  .step-title {
    margin-bottom: calc(var(--_space) * 2);
    font-size: calc(18px * var(--_k));
    font-weight: 600;
    line-height: 1.35;
  }

  .step-title:focus {
    outline: none;
  }

  .finder > .search {
    max-width: none;
  }

  .hint {
    margin-top: var(--_space);
  }

  .places {
    margin: calc(var(--_space) * 3) 0 0;
    padding: 0;
    list-style: none;
    border-top: 1px solid var(--_line);
  }

  .places.many {
    max-height: calc(420px * var(--_k));
    overflow-y: auto;
  }

  .place {
    display: block;
    width: 100%;
    min-height: calc(48px * var(--_k));
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 2);
    border: 0;
    border-bottom: 1px solid var(--_line);
    background: none;
    text-align: left;
  }

  .place:hover {
    background: var(--_sunken);
  }

  .place:focus-visible {
    outline-offset: -2px;
  }

  .place-name {
    display: block;
    font-weight: 600;
  }

  .back {
    min-height: calc(44px * var(--_k));
  }

  .reach-team {
    display: flex;
    gap: calc(var(--_space) * 4);
    margin-top: calc(var(--_space) * 2);
  }

  .reach-words {
    flex: 1 1 auto;
    min-width: 0;
  }

  .reach-team .qr {
    flex: none;
    margin: 0;
  }

  .narrow .reach-team .qr,
  .medium .reach-team .qr {
    display: none;
  }

  .reach-team .team-name {
    font-size: var(--_m);
  }

  .share {
    margin-top: calc(var(--_space) * 3);
  }

  .share .link {
    min-height: calc(32px * var(--_k));
  }

  .address {
    color: var(--_muted);
  }
`;
