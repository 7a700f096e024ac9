/** Things by the cells of a grid, in two typed arrays: a cell may hold things of another cell too, so each is looked at. */

export class Buckets {
  private readonly heads: Int32Array;
  private next = new Int32Array(1024);
  private things = new Int32Array(1024);
  private count = 0;

  /** @param expected - about how many things there are */
  constructor(expected: number) {
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, expected))));
  }

  /** How many places there are. */
  get size(): number {
    return this.heads.length;
  }

  /** The place of a cell; whole numbers. */
  slot(column: number, row: number): number {
    const mixed = Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(row | 0, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.heads.length - 1);
  }

  add(slot: number, thing: number): void {
    if (this.count === this.things.length) {
      this.next = grown(this.next);
      this.things = grown(this.things);
    }
    this.next[this.count] = this.heads[slot] ?? 0;
    this.things[this.count] = thing;
    this.count += 1;
    this.heads[slot] = this.count;
  }

  /** The first entry of a place; 0 where there is none. */
  first(slot: number): number {
    return this.heads[slot] ?? 0;
  }

  /** The entry behind another; 0 behind the last. */
  after(entry: number): number {
    return this.next[entry - 1] ?? 0;
  }

  thing(entry: number): number {
    return this.things[entry - 1] ?? 0;
  }
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2);
  larger.set(old);
  return larger;
}
