/** QR codes as one SVG path each; loaded when the first is shown. */
import { correction, generate } from 'lean-qr';

export interface QrCode {
  /** Modules on a side, without the quiet zone. */
  readonly size: number;
  readonly path: string;
}

/** The code of an address: a square of one unit for each dark module. */
export function qrCode(address: string): QrCode {
  const code = generate(address, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (x + 1 < code.size && code.get(x + 1, y)) x++;
      path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
    }
  }
  return { size: code.size, path };
}
