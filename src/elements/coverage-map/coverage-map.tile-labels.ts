/** The names on the tiles. Loaded with them. */
import { svg } from 'lit';
import type { Drawing } from '../../maps/drawing.js';

/** @param colourOf - the class of a tile's colour: `c1` … `c5`, or `none` */
export function labels({ shapes, fontSize }: Drawing, colourOf: (id: string) => string): unknown {
  return svg`<g class="tile-labels" font-size=${fontSize} aria-hidden="true">
    ${shapes.map(({ id, x, y, lines = [] }) => {
      const top = y + fontSize * (0.36 - (lines.length - 1) * 0.6);
      return lines.map(
        (line, i) =>
          svg`<text class="on-${colourOf(id)}" x=${x} y=${top + i * fontSize * 1.2}>${line}</text>`,
      );
    })}
  </g>`;
}
