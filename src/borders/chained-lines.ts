/** Lines that meet end to end as one line: a border drawn in pieces. */
import type { Ring } from './rings.js';

const keyAt = (line: Ring, at: number): string => `${line[at]} ${line[at + 1]}`;
const startOf = (line: Ring): string => keyAt(line, 0);
const endOf = (line: Ring): string => keyAt(line, line.length - 2);

export const isClosed = (line: Ring): boolean => line.length > 6 && startOf(line) === endOf(line);

function reversed(line: Ring): Ring {
  const turned = new Float64Array(line.length);
  for (let i = 0; i < line.length; i += 2) {
    turned[line.length - 2 - i] = line[i] ?? NaN;
    turned[line.length - 1 - i] = line[i + 1] ?? NaN;
  }
  return turned;
}

/** Joins open lines where an end of one is an end of the next; closed ones stay. */
export function chained(lines: readonly Ring[]): Ring[] {
  const whole = lines.filter(isClosed);
  const open = lines.filter((line) => line.length > 2 && !isClosed(line));
  while (open.length > 0) {
    let line = open.shift() ?? new Float64Array();
    for (let next = 0; next >= 0 && !isClosed(line);) {
      const end = endOf(line);
      next = open.findIndex((other) => startOf(other) === end || endOf(other) === end);
      const [nextLine] = next < 0 ? [] : open.splice(next, 1);
      if (!nextLine) continue;
      const onward = startOf(nextLine) === end ? nextLine : reversed(nextLine);
      line = Float64Array.from([...line, ...onward.subarray(2)]);
    }
    whole.push(line);
  }
  return whole;
}
