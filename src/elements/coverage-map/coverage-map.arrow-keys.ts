/** The area that an arrow key, Home or End leads to. Loaded when the keyboard comes to the map. */
import { ownMember } from '../../api/own-member.js';
import { inDirection, type Direction } from '../../domain/directions.js';
import { codeOf, type Edition } from '../../domain/editions.js';
import type { DrawnShape } from '../../maps/drawing.js';
import { NEIGHBOURS } from '../../maps/neighbours.generated.js';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * The id of the area that a key leads to from another one: the first area where there is none yet,
 * the same where nothing lies in that direction.
 *
 * @param edition - of the provinces, where they are drawn with the borders whose neighbours are known
 */
export function step(
  shapes: readonly DrawnShape[],
  id: string | undefined,
  key: string,
  edition: Edition | undefined,
): string | undefined {
  if (key === 'Home') return shapes[0]?.id;
  if (key === 'End') return shapes[shapes.length - 1]?.id;
  const from = shapes.find((shape) => shape.id === id);
  const direction = ARROWS[key];
  if (!from || !direction) return shapes[0]?.id;
  const codes = edition && (ownMember(NEIGHBOURS[edition], codeOf(from.id)) ?? '').split(' ');
  const near = codes && new Set(codes.map((code) => `${code}@${edition}`));
  return (inDirection(shapes, from, direction, near) ?? from).id;
}
