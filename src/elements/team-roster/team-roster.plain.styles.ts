/** The whole list as one page, and everything on paper: after the other styles, which it changes. */
import { css } from 'lit';

export const plain = css`
  .plain-page {
    flex: 1 0 auto;
    overflow-x: auto;
  }

  .plain {
    width: 100%;
  }

  .plain th[scope='row'] {
    font-weight: 600;
  }

  .plain-group th {
    padding-top: calc(var(--_space) * 4);
  }

  .plain .people {
    min-width: calc(140px * var(--_k));
  }

  .narrow .plain,
  .medium .plain,
  .narrow .plain :is(tbody, tr, th, td),
  .medium .plain :is(tbody, tr, th, td) {
    display: block;
    text-align: left;
  }

  .narrow .plain :is(td, th[scope='row']),
  .medium .plain :is(td, th[scope='row']) {
    padding: var(--_space) 0 0;
    border: 0;
  }

  .narrow .plain th,
  .medium .plain th {
    border: 0;
  }

  .narrow .plain tr,
  .medium .plain tr {
    padding-bottom: calc(var(--_space) * 2);
    border-bottom: 1px solid var(--_line);
  }

  @media print {
    .controls,
    .qr-button,
    .share,
    .address,
    .back,
    .step,
    .finder > .search,
    .hint,
    .screen,
    .progress {
      display: none;
    }

    .box {
      display: block;
      break-inside: auto;
    }

    /* What stands above and below the list stays with it. */
    .box > p,
    .notices,
    summary {
      break-after: avoid;
      break-inside: avoid;
    }

    .footer {
      break-before: avoid;
    }

    .plain-page {
      overflow: visible;
    }

    .head,
    .plain thead {
      break-after: avoid;
    }

    .plain thead {
      display: table-header-group;
    }

    .plain tr {
      break-inside: avoid;
    }

    .plain-group {
      break-after: avoid;
    }

    /* The names of the columns alone say nothing at the end of a page. */
    .plain tbody:first-of-type,
    .plain tbody:first-of-type > tr:first-child {
      break-before: avoid;
    }

    .narrow .reach-team .qr,
    .medium .reach-team .qr {
      display: block;
    }

    .rows {
      max-height: none;
      overflow: visible;
    }
  }
`;
