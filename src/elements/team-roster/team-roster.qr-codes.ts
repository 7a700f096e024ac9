/** The QR codes of the addresses that were asked for; the code that makes them loads with the first. */
import { isServer } from 'lit';

/** A QR code as one path, and how many modules it has on a side. */
export interface QrCode {
  readonly path: string;
  readonly size: number;
}

export class QrCodes {
  private readonly codes = new Map<string, QrCode | undefined>();

  constructor(private readonly changed: () => void) {}

  /** The code of an address; `undefined` until it is made. */
  of(address: string): QrCode | undefined {
    if (isServer || this.codes.has(address)) return this.codes.get(address);
    this.codes.set(address, undefined);
    import('../../parts/qr.js')
      .then(({ qrOutline }) => {
        this.codes.set(address, qrOutline(address));
        this.changed();
      })
      .catch(() => this.codes.delete(address));
    return undefined;
  }
}
