import { css } from 'lit';

/** The panel with the embed code, and what a picture of the box leaves out. */
export const shareStyles = css`
  .share {
    margin-top: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_sunken);
  }

  .share label {
    display: block;
    margin-top: calc(var(--_space) * 2);
    color: var(--_muted);
  }

  .share textarea {
    display: block;
    box-sizing: border-box;
    width: 100%;
    max-width: 100%;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: var(--_text);
  }

  .share textarea {
    min-height: calc(120px * var(--_k));
    margin-top: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    font:
      13px/1.5 ui-monospace,
      Consolas,
      Menlo,
      monospace;
    overflow-wrap: anywhere;
    resize: vertical;
  }

  .share-acts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    align-items: center;
    margin-top: calc(var(--_space) * 2);
  }

  .share-acts button {
    min-height: calc(44px * var(--_k));
  }

  .picturing button,
  .picturing .menu,
  .picturing .share,
  .picturing.head .box > :not(.head):not(.notices):not(.footer):not(.stale) {
    display: none !important;
  }

  .picturing .box {
    min-height: 0 !important;
    height: auto !important;
    border-color: transparent !important;
  }

  @media print {
    .share {
      display: none;
    }
  }
`;
