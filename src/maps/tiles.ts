/** Tile grids: one equal square an area. */
import type { DrawnShape, Mainland } from './drawing.js';

/** Units of a tile's side, its gap included. */
export const TILE = 100;
const GAP = 6;
const FEWEST_COLUMNS = 6;

/** A tile's place: which area, and its row and column from 0. */
export interface TileCell {
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly column: number;
}

/** Cells in reading order for areas that have no grid of their own (a province's communes). */
export function gridOf(
  areas: readonly { readonly id: string; readonly name: string }[],
): TileCell[] {
  const columns = Math.max(FEWEST_COLUMNS, Math.ceil(Math.sqrt(areas.length * 1.2)));
  return areas.map(({ id, name }, i) => ({
    id,
    name,
    row: Math.floor(i / columns),
    column: i % columns,
  }));
}

/**
 * The squares of a tile map.
 *
 * @param letters - how many letters fit on a line of a tile; names that do not fit become initials
 */
export function tiles(cells: readonly TileCell[], letters: number): Mainland {
  const shapes = cells.map(({ id, name, row, column }): DrawnShape => {
    const [x, y] = [column * TILE, row * TILE];
    const side = TILE - GAP;
    return {
      id,
      path: `M${x} ${y}l${side} 0 0 ${side}-${side} 0z`,
      x: x + side / 2,
      y: y + side / 2,
      lines: tileLines(name, letters),
    };
  });
  const far = (n: (cell: TileCell) => number) => Math.max(0, ...cells.map(n)) + 1;
  return {
    kind: 'tiles',
    side: TILE,
    shapes,
    // A few tiles keep their size and do not fill the whole width.
    width:
      Math.max(
        FEWEST_COLUMNS,
        far((c) => c.column),
      ) *
        TILE -
      GAP,
    height: far((c) => c.row) * TILE - GAP,
  };
}

/** Letters: a tile on which no more fit on a line is too low for a second line. */
const ONE_LINE = 4;

/** A name in at most two lines, or its initials: "Thừa Thiên Huế" → "TTH". */
export function tileLines(name: string, letters: number): string[] {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const whole = [words.join(' ')];
  const halves = [
    words.slice(0, Math.ceil(words.length / 2)),
    words.slice(Math.ceil(words.length / 2)),
  ]
    .map((half) => half.join(' '))
    .filter(Boolean);
  const fits = (letters > ONE_LINE ? [whole, halves] : [whole]).find((lines) =>
    lines.every((line) => line.length <= letters),
  );
  const initials = words.map((word) => (/^\d+$/.test(word) ? word : word.charAt(0))).join('');
  return fits ?? [letters > 1 ? initials.slice(0, letters) : initials];
}
