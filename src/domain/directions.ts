/** Which area lies in a direction: what an arrow key moves to. */

export type Direction = 'left' | 'right' | 'up' | 'down';

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const VECTORS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The nearest area in a direction, straight ahead before aside; `undefined` at the edge.
 *
 * @param near - the areas that share a border, where they are known: they go before all others
 */
export function inDirection(
  points: readonly Placed[],
  from: Placed,
  direction: Direction,
  near?: ReadonlySet<string>,
): Placed | undefined {
  const bordering = near && points.filter(({ id }) => near.has(id));
  const neighbour = bordering && inDirection(bordering, from, direction);
  if (neighbour) return neighbour;
  const [dx, dy] = VECTORS[direction];
  let best: Placed | undefined;
  let least = Infinity;
  for (const point of points) {
    const ahead = (point.x - from.x) * dx + (point.y - from.y) * dy;
    const aside = Math.abs((point.x - from.x) * dy) + Math.abs((point.y - from.y) * dx);
    // Only areas within 60° of the direction count; sideways distance counts double.
    if (point.id === from.id || ahead <= 0 || aside > ahead * 1.75) continue;
    const cost = ahead + aside * 2;
    if (cost < least) [best, least] = [point, cost];
  }
  return best;
}
