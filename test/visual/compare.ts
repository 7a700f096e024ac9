/** Whether two pictures look the same to a reader. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How much may differ: `strength` of a pixel's colour (0 to 1), `pixels` of so many. */
export interface Tolerance {
  strength: number;
  pixels: (all: number) => number;
  /** How many pixels wider or higher a picture may be. */
  size: number;
}

/** The browser that made the pictures: nothing but the grey of a few edges may differ. */
export const STRICT: Tolerance = { strength: 0.1, pixels: () => 4, size: 0 };
/** Another version or system draws each letter a little otherwise: layout and colours are left to see. */
export const LOOSE: Tolerance = { strength: 0.3, pixels: (all) => all * 0.02, size: 4 };

export interface Difference {
  /** What differs, in words. */
  what: string;
  /** The picture with what differs in red; none when the sizes differ too much. */
  diff?: Buffer;
}

/** On a canvas of this size: pixels that a picture lacks are transparent. */
function onCanvas(picture: PNG, width: number, height: number): Uint8Array {
  if (picture.width === width && picture.height === height) return picture.data;
  const canvas = new PNG({ width, height, fill: true });
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas.data;
}

/** What differs between two PNG files; undefined when nothing does. */
export function difference(
  expected: Buffer,
  actual: Buffer,
  { strength, pixels, size }: Tolerance,
): Difference | undefined {
  const [a, b] = [PNG.sync.read(expected), PNG.sync.read(actual)];
  if (Math.abs(a.width - b.width) > size || Math.abs(a.height - b.height) > size) {
    return { what: `it is ${b.width} × ${b.height} px, not ${a.width} × ${a.height}` };
  }
  const width = Math.max(a.width, b.width);
  const height = Math.max(a.height, b.height);
  const diff = new PNG({ width, height });
  const count = pixelmatch(
    onCanvas(a, width, height),
    onCanvas(b, width, height),
    diff.data,
    width,
    height,
    { threshold: strength },
  );
  const most = Math.floor(pixels(width * height));
  if (count <= most) return undefined;
  return { what: `${count} pixels differ (at most ${most} may)`, diff: PNG.sync.write(diff) };
}

/** Colours are kept in steps that nobody sees and no comparison counts. */
const STEP = 5;

/** The same picture in fewer bytes: without transparency, packed as well as can be. */
export function small(picture: Buffer): Buffer {
  const png = PNG.sync.read(picture);
  for (let i = 0; i < png.data.length; i += 1) {
    png.data[i] = Math.round((png.data[i] ?? 0) / STEP) * STEP;
  }
  const packing = { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 } as const;
  return PNG.sync.write(png, packing);
}
