/** How tests look at a picture that is drawn on a canvas: its words where they stand, and its dots. */
import { savedBy, type SavedFile } from './support.js';

export interface Word {
  readonly text: string;
  /** px from the left and from the top, not dots. */
  readonly x: number;
  readonly y: number;
  /** Dots from the left and from the top of the picture, after what turns and stretches. */
  readonly dots: { readonly x: number; readonly y: number };
  /** Height of the letters in dots. */
  readonly size: number;
}

export interface DrawnFile extends SavedFile {
  readonly words: readonly Word[];
  /** Dots a px of each image that was put into the picture. */
  readonly densities: readonly number[];
  /** The colours of a part of the picture, in px: `rgb(…)`, with how many dots each has. */
  coloursOf(x: number, y: number, width: number, height: number): Map<string, number>;
}

/** The picture that `act` gives the reader, with what was written and put into it. */
export async function drawnBy(act: () => Promise<unknown>): Promise<DrawnFile> {
  const own = CanvasRenderingContext2D.prototype;
  const { fillText, drawImage } = own;
  const { toDataURL } = HTMLCanvasElement.prototype;
  let paper: HTMLCanvasElement | undefined;
  // The chart in between has a canvas of its own, and so has the one on the screen.
  HTMLCanvasElement.prototype.toDataURL = function (...args) {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- which canvas is saved
    paper = this;
    return toDataURL.apply(this, args);
  };
  const written: (Word & { readonly on: HTMLCanvasElement })[] = [];
  const densities: number[] = [];
  own.fillText = function (text, x, y, most) {
    const turned = this.getTransform();
    const dots = turned.transformPoint(new DOMPoint(x, y));
    const size = turned.a * Number(/([\d.]+)px/.exec(this.font)?.[1]);
    written.push({ text, x, y, dots, size, on: this.canvas });
    return most === undefined
      ? fillText.call(this, text, x, y)
      : fillText.call(this, text, x, y, most);
  };
  own.drawImage = function (this: CanvasRenderingContext2D, ...args: unknown[]) {
    densities.push((args[0] as HTMLCanvasElement).width / Number(args[3]));
    return (drawImage as (...all: unknown[]) => void).apply(this, args);
  };
  let file: SavedFile;
  try {
    file = await savedBy(act);
  } finally {
    Object.assign(own, { fillText, drawImage });
    Object.assign(HTMLCanvasElement.prototype, { toDataURL });
  }
  const image = new Image();
  image.src = file.href;
  await image.decode();
  const words = written.filter(({ on }) => on === paper);
  return { ...file, words, densities, coloursOf: readerOf(image) };
}

function readerOf(image: HTMLImageElement): DrawnFile['coloursOf'] {
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  return (x, y, width, height) => {
    const { data } = context.getImageData(x * 2, y * 2, width * 2, height * 2);
    const found = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`;
      found.set(colour, (found.get(colour) ?? 0) + 1);
    }
    return found;
  };
}
