import { css } from 'lit';

/** A list to choose from (`select-field.ts`): its chosen text lies over it, because it has to be whole. */
export const choiceStyles = css`
  .choice {
    display: grid;
    /* Rows by their content: WebKit keeps the height of an auto row when its text becomes longer. */
    grid-template: max-content / minmax(0, 1fr);
    position: relative;
  }

  .choice > * {
    grid-area: 1 / 1;
    height: 100%;
  }

  select,
  .chosen {
    width: 100%;
    min-width: 0;
    min-height: calc(44px * var(--_k));
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 7) calc(var(--_space) * 1.5)
      calc(var(--_space) * 2.5);
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  .chosen {
    display: flex;
    align-items: center;
    line-height: 1.4;
    overflow-wrap: anywhere;
    pointer-events: none;
  }

  .chosen::after {
    content: '';
    position: absolute;
    top: calc(50% - var(--_space) * 1.25);
    right: calc(var(--_space) * 3);
    width: calc(var(--_space) * 2);
    height: calc(var(--_space) * 2);
    border: solid var(--_muted);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg) scale(0.8);
  }
`;

const input = css`
  .title.big {
    color: var(--_text);
    font-size: var(--_m);
  }

  .field {
    min-width: 0;
    color: var(--_muted);
  }

  input:not([type='checkbox']) {
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

/** Styles of the larger widgets: the title over their controls, and the fields and lists among these. */
export const fields = [choiceStyles, input];

/** A field on a line of its own, as wide as its text; on paper nothing can be chosen. */
export const fieldLine = css`
  .field {
    display: block;
    width: fit-content;
    min-width: min(100%, 240px * var(--_k));
    max-width: 100%;
    margin-top: calc(var(--_space) * 3);
  }

  @media print {
    .field {
      display: none;
    }
  }
`;
