/**
 * Where the edges of a ring meet that do not follow each other. Boxes around runs of edges, in a tree, tell which edges are
 * worth a look: a border of 10,000 positions is searched in the time that it takes to read it a few times.
 */
import type { Ring } from './rings.js';

/** Two edges of a ring that meet, each by the number of its first position. */
export interface Meeting {
  readonly first: number;
  readonly second: number;
  /** How far along the edges they meet; 0 and 0 where their beginnings are one position. */
  readonly alongFirst: number;
  readonly alongSecond: number;
  readonly x: number;
  readonly y: number;
}

/** Edges in a leaf of the tree. */
const LEAF = 8;

/** Meetings above which a ring is no border: each pair of edges of a scribble meets. */
const MOST = 20_000;

/**
 * The meetings of a ring's edges; `undefined` where there are too many to make rings of.
 *
 * @param points - the last position is not the first again, and none follows itself
 */
export function meetingsOf(points: Ring): Meeting[] | undefined {
  const tree = new EdgeTree(points);
  tree.searchWithin(1);
  if (tree.meetings.length > MOST) return undefined;
  // In the order of the ring, because three passes through one position take their number from the first.
  return tree.meetings.sort((a, b) => a.first - b.first || a.second - b.second);
}

class EdgeTree {
  readonly meetings: Meeting[] = [];
  private readonly count: number;
  /** How many leaves there are: a power of 2. The nodes below node n are 2n and 2n + 1. */
  private readonly leaves: number;
  private readonly boxes: Float64Array;

  constructor(private readonly points: Ring) {
    this.count = points.length / 2;
    this.leaves = 2 ** Math.ceil(Math.log2(Math.max(1, this.count / LEAF)));
    this.boxes = new Float64Array(this.leaves * 8);
    for (let leaf = 0; leaf < this.leaves; leaf++) this.boxLeaf(leaf);
    for (let node = this.leaves - 1; node > 0; node--) this.boxNode(node);
  }

  /** Finds the meetings among the edges of a node. */
  searchWithin(node: number): void {
    if (node >= this.leaves) return this.searchLeaves(node - this.leaves, node - this.leaves);
    this.searchWithin(node * 2);
    this.searchWithin(node * 2 + 1);
    this.searchBetween(node * 2, node * 2 + 1);
  }

  /** Finds the meetings of the edges of a node with those of a later one on the same level. */
  private searchBetween(a: number, b: number): void {
    if (this.meetings.length > MOST || !this.touch(a, b)) return;
    if (a >= this.leaves) return this.searchLeaves(a - this.leaves, b - this.leaves);
    this.searchBetween(a * 2, b * 2);
    this.searchBetween(a * 2, b * 2 + 1);
    this.searchBetween(a * 2 + 1, b * 2);
    this.searchBetween(a * 2 + 1, b * 2 + 1);
  }

  private touch(a: number, b: number): boolean {
    const { boxes } = this;
    const [p, q] = [a * 4, b * 4];
    return (
      (boxes[p] ?? 0) <= (boxes[q + 2] ?? 0) &&
      (boxes[q] ?? 0) <= (boxes[p + 2] ?? 0) &&
      (boxes[p + 1] ?? 0) <= (boxes[q + 3] ?? 0) &&
      (boxes[q + 1] ?? 0) <= (boxes[p + 3] ?? 0)
    );
  }

  private boxLeaf(leaf: number): void {
    const { points, count, boxes } = this;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const end = Math.min(count, (leaf + 1) * LEAF);
    // The end of the last edge belongs to the box.
    for (let i = leaf * LEAF; i <= end && leaf * LEAF < count; i++) {
      const at = (i % count) * 2;
      const x = points[at] ?? NaN;
      const y = points[at + 1] ?? NaN;
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    boxes.set([west, south, east, north], (this.leaves + leaf) * 4);
  }

  private boxNode(node: number): void {
    const { boxes } = this;
    const [p, q] = [node * 8, node * 8 + 4];
    for (let side = 0; side < 4; side++)
      boxes[node * 4 + side] = (side < 2 ? Math.min : Math.max)(
        boxes[p + side] ?? NaN,
        boxes[q + side] ?? NaN,
      );
  }

  private searchLeaves(one: number, other: number): void {
    const { count } = this;
    const end = Math.min(count, (one + 1) * LEAF);
    const last = Math.min(count, (other + 1) * LEAF);
    for (let i = one * LEAF; i < end; i++)
      for (let j = Math.max(other * LEAF, i + 2); j < last; j++)
        if (i > 0 || j < count - 1) this.meet(i, j);
  }

  /** Plain numbers and no arrays inside, because every edge of a leaf is held against every one of the other. */
  private meet(first: number, second: number): void {
    const { points, count } = this;
    const to = first + 1 < count ? first + 1 : 0;
    const on = second + 1 < count ? second + 1 : 0;
    const ax = points[first * 2] ?? NaN;
    const bx = points[to * 2] ?? NaN;
    const cx = points[second * 2] ?? NaN;
    const dx = points[on * 2] ?? NaN;
    if (areApart(ax, bx, cx, dx)) return;
    const ay = points[first * 2 + 1] ?? NaN;
    const by = points[to * 2 + 1] ?? NaN;
    const cy = points[second * 2 + 1] ?? NaN;
    const dy = points[on * 2 + 1] ?? NaN;
    if (areApart(ay, by, cy, dy)) return;
    if (cx === ax && cy === ay) {
      this.meetings.push({ first, second, alongFirst: 0, alongSecond: 0, x: ax, y: ay });
      return;
    }
    const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
    if (across === 0) return;
    const alongFirst = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
    const alongSecond = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across;
    if (!(alongFirst > 0 && alongFirst < 1 && alongSecond > 0 && alongSecond < 1)) return;
    const x = ax + alongFirst * (bx - ax);
    const y = ay + alongFirst * (by - ay);
    this.meetings.push({ first, second, alongFirst, alongSecond, x, y });
  }
}

/** Whether two edges have no common part on one axis. */
const areApart = (a: number, b: number, c: number, d: number): boolean =>
  (c < a && d < a && c < b && d < b) || (c > a && d > a && c > b && d > b);
