/** Which chart a canvas shows: a picture to save draws it anew. Without the chart's own code. */

/** Where a chart is drawn into a picture, in px. */
export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  /** Dots a px of the picture. */
  readonly density: number;
  /** How much larger than on the screen; 1 where absent. */
  readonly scale?: number;
  /** Its size before it is made larger; that of the screen where absent. */
  readonly width?: number;
  readonly height?: number;
}

/** What a line of a chart is, for the legend of a picture. */
export interface LineSample {
  readonly name: string;
  readonly colour: string;
  readonly dash: readonly number[];
  /** The path of its mark in a sample of 28 × 12; a plan has none. */
  readonly mark?: string;
  /** True for a mark that is not filled, as those of estimated figures. */
  readonly hollow?: boolean;
}

/** A chart that can draw itself into a picture. */
export interface PaintedChart {
  /** px of the drawing. */
  readonly extent: { readonly width: number; readonly height: number };
  /** What the legend says of a drawing of a width in px: nothing where names stand beside the lines. */
  samplesAt(width: number): readonly LineSample[];
  /** The colour that the chart stands on. */
  readonly surface: string;
  paint(context: CanvasRenderingContext2D, place: ChartPlace): void;
}

export const charts = new WeakMap<HTMLCanvasElement, PaintedChart>();

/** The chart that a canvas shows. */
export const chartOn = (canvas: HTMLCanvasElement): PaintedChart | undefined => charts.get(canvas);
