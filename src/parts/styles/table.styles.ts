import { css } from 'lit';

/** The table view; it comes with its code. */
export const tableStyles = css`
  .panel {
    margin-top: calc(var(--_space) * 3);
  }

  .scroll {
    overflow: auto;
    max-height: calc(320px * var(--_k));
  }

  /* Where a large picture made room, its table takes all of that. */
  .panel.stretch {
    display: flex;
    flex-direction: column;
  }

  .panel.stretch .scroll {
    flex: 1 0 calc(320px * var(--_k));
    max-height: none;
  }

  table {
    width: max-content;
    min-width: 100%;
    border-collapse: collapse;
    font: inherit;
    color: inherit;
  }

  th,
  td {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3) calc(var(--_space) * 1.5) 0;
    border-bottom: 1px solid var(--_line);
    text-align: left;
    vertical-align: top;
    font-weight: 400;
  }

  th[scope='col'] {
    position: sticky;
    top: 0;
    background: var(--_surface);
    color: var(--_muted);
    font-weight: 600;
  }

  td {
    max-width: calc(260px * var(--_k));
  }

  .number {
    text-align: right;
    white-space: nowrap;
  }

  /* Nobody scrolls paper. */
  @media print {
    .scroll,
    .panel.stretch .scroll {
      overflow: visible;
      max-height: none;
    }

    .scroll table {
      width: 100%;
    }

    .scroll thead {
      display: table-header-group;
    }

    .scroll tr {
      break-inside: avoid;
    }
  }
`;
