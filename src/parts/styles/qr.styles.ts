import { css } from 'lit';

/** The box of a QR code: large enough for a phone's camera, its host name under it. */
export const qrStyles = css`
  .qr {
    width: calc(144px * var(--_k));
    max-width: 100%;
    margin: 0;
  }

  .qr svg {
    display: block;
    width: 100%;
    height: auto;
    border: 1px solid var(--_line);
    border-radius: 4px;
    background: #fff;
    forced-color-adjust: none;
  }

  .qr figcaption {
    padding-top: var(--_space);
    color: var(--_muted);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
`;
