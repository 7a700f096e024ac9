/** The positions of everything on a map: outlines, tiles, and the two archipelagos. No colours, no DOM. */

/** One area of a drawing. */
export interface DrawnShape {
  readonly id: string;
  /** An SVG path in the drawing's units. */
  readonly path: string;
  /** A point inside, for labels, for the keyboard and for the ring around a choice. */
  readonly x: number;
  readonly y: number;
  /** Small islands of the area, as dots. */
  readonly islands?: string;
  /** What is written on a tile, a line each; outlines have none. */
  readonly lines?: readonly string[];
}

/** An archipelago: small islands, with the label that the law asks for. */
export interface DrawnArchipelago {
  readonly key: string;
  /** The province that the islands belong to, in the map's edition. */
  readonly areaId: string;
  /** The islands as dots. */
  readonly path: string;
  readonly lines: readonly string[];
  /** Where the middle of the first line stands. */
  readonly labelX: number;
  readonly labelY: number;
  /** The frame of an inset: x, y, width, height; absent at true position. */
  readonly frame?: readonly [number, number, number, number];
}

export interface Drawing {
  readonly kind: 'outlines' | 'tiles';
  readonly width: number;
  readonly height: number;
  /** Units of a line of labels: at least 11 px on the screen. */
  readonly fontSize: number;
  readonly shapes: readonly DrawnShape[];
  readonly archipelagos: readonly DrawnArchipelago[];
}

/** An archipelago before it is placed: where its islands are, in the drawing's units. */
export interface ArchipelagoPoints {
  readonly key: string;
  readonly areaId: string;
  readonly lines: readonly string[];
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** What is drawn beside or under: the mainland, in units that begin at 0. */
export interface Mainland {
  readonly kind: Drawing['kind'];
  /** Units of a tile's side; outlines have none. */
  readonly side?: number;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DrawnShape[];
}

/** px: labels are never smaller. */
const LABEL = 11;
/**
 * From this width in px on, the archipelagos stand at their true position: that of the picture in a
 * widget of 480 px, and in one of 720 px, where the legend stands beside it.
 */
const TRUE_POSITION = 380;
/** Under this width in px, insets stand below, as no column fits beside the mainland. */
const COLUMN = 260;
/** px of a tile beside which a column of insets may stand: on a phone, tiles need the whole width. */
const WIDE_TILE = 40;
/** Width of a letter in ems, on the generous side. */
const LETTER = 0.58;

/** How many letters of a label fit on a line of a tile. */
export function lettersOn(fontSize: number, side: number): number {
  return Math.floor((side * 0.92) / (fontSize * LETTER));
}

const tenths = (n: number): number => Math.round(n * 10) / 10;

/** A circle as a path. */
export function dot(x: number, y: number, r: number): string {
  const c = tenths(r);
  return `M${tenths(x - r)} ${tenths(y)}a${c} ${c} 0 1 0 ${2 * c} 0a${c} ${c} 0 1 0 ${-2 * c} 0z`;
}

/**
 * Places the mainland and the archipelagos for a width on the screen: at their true position where
 * there is room (outlines only), in two labelled insets beside the mainland, or in two below it.
 *
 * @param pixels - the width in px that the drawing will have
 */
export function place(
  mainland: Mainland,
  groups: readonly ArchipelagoPoints[],
  pixels: number,
): Drawing {
  if (groups.length === 0)
    return finish(mainland, mainland.width, mainland.height, pixels, () => []);
  if (pixels >= TRUE_POSITION && isNation(mainland, groups)) {
    return atTruePosition(mainland, groups, pixels);
  }
  const rest = pixels - insetWidth(groups);
  const beside = mainland.side
    ? (rest * mainland.side) / mainland.width >= WIDE_TILE
    : pixels >= COLUMN;
  return beside ? insetsBeside(mainland, groups, pixels) : insetsBelow(mainland, groups, pixels);
}

/** True for outlines beside which the archipelagos have their true place: not for a part of the country. */
function isNation({ kind }: Mainland, groups: readonly ArchipelagoPoints[]): boolean {
  const keys = groups.map(({ key }) => key);
  const whole = keys.includes('hoang-sa') && keys.includes('truong-sa');
  return (
    kind === 'outlines' &&
    whole &&
    groups.every(({ points }) => points.every(([x, y]) => x > 0 && y > 0))
  );
}

function finish(
  { kind, shapes }: Mainland,
  width: number,
  height: number,
  pixels: number,
  archipelagos: (unit: number) => DrawnArchipelago[],
): Drawing {
  const unit = width / pixels;
  return { kind, shapes, width, height, fontSize: LABEL * unit, archipelagos: archipelagos(unit) };
}

function atTruePosition(
  mainland: Mainland,
  groups: readonly ArchipelagoPoints[],
  pixels: number,
): Drawing {
  const points = groups.flatMap((group) => group.points);
  const right = Math.max(mainland.width, ...points.map(([x]) => x)) + mainland.width * 0.06;
  const labelRoom = (LABEL * 3.5 * right) / pixels;
  const bottom = Math.max(mainland.height, Math.max(...points.map(([, y]) => y)) + labelRoom);
  return finish(mainland, right, bottom, pixels, (unit) =>
    groups.map(({ key, areaId, lines, points: positions }) => {
      const box = boxOf(positions);
      const half = (textWidth(lines) * unit) / 2;
      return {
        key,
        areaId,
        lines,
        path: positions.map(([x, y]) => dot(x, y, 2.2 * unit)).join(''),
        labelX: Math.min(right - half, (box.left + box.right) / 2),
        labelY: box.bottom + LABEL * 1.6 * unit,
      };
    }),
  );
}

function insetsBeside(
  mainland: Mainland,
  groups: readonly ArchipelagoPoints[],
  pixels: number,
): Drawing {
  const box = insetWidth(groups);
  // The column takes `box` px of `pixels`; the mainland gets the rest.
  const width = (mainland.width * 1.03) / (1 - box / pixels);
  const unit = width / pixels;
  const size = { width: box * unit, height: box * 0.86 * unit };
  const x = width - size.width - unit;
  const gap = 14 * unit;
  const top = Math.max(0, mainland.height * 0.58 - size.height - gap / 2);
  const height = Math.max(mainland.height, top + groups.length * (size.height + gap));
  return finish(mainland, width, height, pixels, () =>
    groups.map((group, i) =>
      inset(group, x, top + i * (size.height + gap), size.width, size.height, unit),
    ),
  );
}

/** In a row where their labels fit beside one another, else one under the other. */
function insetsBelow(
  mainland: Mainland,
  groups: readonly ArchipelagoPoints[],
  pixels: number,
): Drawing {
  const { width } = mainland;
  const unit = width / pixels;
  const gap = 8 * unit;
  const columns = groups.length * (insetWidth(groups) + 8) <= pixels ? groups.length : 1;
  const size = { width: (width + gap) / columns - gap - 2 * unit, height: 104 * unit };
  const top = mainland.height + gap;
  const rows = groups.length / columns;
  return finish(mainland, width, top + rows * (size.height + gap), pixels, () =>
    groups.map((group, i) =>
      inset(
        group,
        unit + (i % columns) * (size.width + gap),
        top + Math.floor(i / columns) * (size.height + gap),
        size.width,
        size.height,
        unit,
      ),
    ),
  );
}

function inset(
  { key, areaId, lines, points }: ArchipelagoPoints,
  x: number,
  y: number,
  width: number,
  height: number,
  unit: number,
): DrawnArchipelago {
  const label = (LABEL * 1.35 * lines.length + 8) * unit;
  const pad = 10 * unit;
  const box = boxOf(points);
  const scale = Math.min(
    // One island has no extent: any scale puts it into the middle.
    (width - 2 * pad) / (box.right - box.left || 1),
    (height - label - 2 * pad) / (box.bottom - box.top || 1),
  );
  const left = x + (width - (box.right - box.left) * scale) / 2;
  const path = points
    .map(([px, py]) =>
      dot(left + (px - box.left) * scale, y + pad + (py - box.top) * scale, 1.8 * unit),
    )
    .join('');
  return {
    key,
    areaId,
    lines,
    path,
    labelX: x + width / 2,
    labelY: y + height - label + LABEL * unit,
    frame: [x, y, width, height],
  };
}

function boxOf(points: readonly (readonly [number, number])[]) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** px of the longest line. */
function textWidth(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length)) * LABEL * LETTER;
}

function insetWidth(groups: readonly ArchipelagoPoints[]): number {
  return Math.max(...groups.map(({ lines }) => textWidth(lines))) + 10;
}
