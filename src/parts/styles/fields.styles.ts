import { css } from 'lit';

/** Styles of the larger widgets: the title over their controls, and the fields and lists among these. */
export const fields = css`
  .title.big {
    color: var(--_text);
    font-size: var(--_m);
  }

  .field {
    min-width: 0;
    color: var(--_muted);
  }

  input:not([type='checkbox']),
  select {
    width: 100%;
    min-width: 0;
    min-height: calc(44px * var(--_k));
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
`;
