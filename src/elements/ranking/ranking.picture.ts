/** A ranking as a picture to share; on demand. */
import { save } from '../../parts/download/canvas-picture.js';
import type { RankingModel, RowText } from './ranking.model.js';

const ROW = 44;
const WIDTH = 560;

/** Hands the rows that are shown over as a PNG file, with title, date, source and notices. */
export function saveRanking(
  root: ParentNode,
  model: RankingModel,
  picture: { readonly heading: string; readonly name: string },
): void {
  const box = root.querySelector('.box');
  if (!box) return;
  const style = getComputedStyle(box);
  const token = (name: string) => style.getPropertyValue(`--_${name}`).trim();
  const rows = [...model.rows, ...model.kept];
  save(root, WIDTH, picture, () => ({
    height: rows.length * ROW,
    draw: (context, top, width) =>
      rows.forEach((row, i) => {
        const font = { plain: `14px ${style.fontFamily}`, bold: `600 14px ${style.fontFamily}` };
        drawRow(context, row, { y: top + i * ROW, width, ...font }, token);
      }),
  }));
}

interface Room {
  readonly y: number;
  readonly width: number;
  readonly plain: string;
  readonly bold: string;
}

function drawRow(
  context: CanvasRenderingContext2D,
  { rank, name, figure, sign, moved, remark, share, isMarked }: RowText,
  { y, width, plain, bold }: Room,
  token: (name: string) => string,
): void {
  const [left, right] = [16, 16 + width];
  context.textBaseline = 'alphabetic';
  context.fillStyle = token('muted');
  context.font = plain;
  context.fillText(rank, left, y + 18);
  context.fillStyle = token('text');
  context.font = isMarked ? bold : plain;
  context.fillText(name, left + 36, y + 18);
  const after = left + 36 + context.measureText(`${name} `).width;
  context.fillStyle = token('muted');
  context.font = plain;
  const words = [sign, moved, remark && `(${remark})`].filter(Boolean).join(' ');
  if (words) context.fillText(words, after, y + 18);
  context.fillStyle = token('text');
  context.font = bold;
  context.textAlign = 'right';
  context.fillText(figure, right, y + 18);
  context.textAlign = 'left';
  if (share === undefined) return;
  context.fillStyle = token('sunken');
  context.fillRect(left + 36, y + 26, width - 36, 6);
  context.fillStyle = token('accent');
  context.fillRect(left + 36, y + 26, (width - 36) * share, 6);
}
