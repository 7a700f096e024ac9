/** What was made, in Vietnamese: the units, cracks and overlaps between them, and the size of the file. */
import { choice } from './choices.js';
import type { Misfit } from './cracks.js';
import { MOST, type Sentences } from './sentences.js';
import type { UnitResult, TopologyResult } from './topology.js';
import { unitWords, type UnitList } from './unit-list.js';

export function reportUnits(
  units: readonly UnitResult[],
  byUnit: ReadonlyMap<string, readonly unknown[]>,
  list: UnitList,
  sentences: Sentences,
): void {
  const joined = [...byUnit].filter(([, shapes]) => shapes.length > 1);
  if (joined.length > 0)
    sentences.report.push(
      `Ghép nhiều hàng thành một đơn vị: ${joined
        .slice(0, MOST)
        .map(([id, shapes]) => `${unitWords(id, list.units)} (${shapes.length} hàng)`)
        .join(', ')}.`,
    );
  const rings = units.reduce((sum, unit) => sum + unit.rings, 0);
  const islands = units.reduce((sum, { parts }) => sum + parts - 1, 0);
  sentences.report.push(
    `${units.length} đơn vị, ${rings} vòng, giữ đủ; ${islands} đảo hoặc phần tách rời.`,
  );
  const changed = units.filter(({ change }) => Math.abs(change) > 0.02);
  for (const { id, change } of changed.slice(0, MOST))
    sentences.warnings.push(
      `${unitWords(id, list.units)}: diện tích đổi ${(change * 100).toFixed(1).replace('.', ',')}% sau khi thu gọn. Muốn sát hơn, hãy tăng ${choice('size')}.`,
    );
  if (changed.length > MOST)
    sentences.warnings.push(`Còn ${changed.length - MOST} đơn vị nữa đổi diện tích trên 2%.`);
}

export function reportMisfits(
  misfits: readonly Misfit[],
  { units }: UnitList,
  { report, warnings }: Sentences,
): void {
  for (const { kind, ids, metres } of misfits.slice(0, MOST)) {
    const words = kind === 'crack' ? 'Khe hở' : 'Chồng lên nhau';
    const [a, b] = ids;
    warnings.push(
      `${words} giữa ${unitWords(a, units)} và ${unitWords(b, units)}, trên khoảng ${metersWords(metres)} ranh giới.`,
    );
  }
  if (misfits.length > MOST) warnings.push(`Còn ${misfits.length - MOST} chỗ hở hoặc chồng nữa.`);
  if (misfits.length === 0) report.push('Không thấy khe hở hay chỗ chồng nào giữa các đơn vị.');
}

const metersWords = (metres: number): string =>
  metres >= 1000 ? `${(metres / 1000).toFixed(1).replace('.', ',')} km` : `${metres} m`;

/** @param most - bytes that were asked for */
export function reportSize(
  { text, points: [before, after], grid }: TopologyResult,
  most: number,
  { report, warnings }: Sentences,
): void {
  const bytes = new TextEncoder().encode(text).length;
  const size = Math.ceil(bytes / 1000);
  const metres = (grid * 111_320).toFixed(grid < 1e-6 ? 3 : 1).replace('.', ',');
  report.push(
    `${before.toLocaleString('vi')} điểm còn ${after.toLocaleString('vi')} điểm, ${size} KB; lưới ${metres} m.`,
  );
  if (bytes > most)
    warnings.push(
      `Không thu gọn được đến ${Math.round(most / 1000)} KB mà vẫn giữ đủ các đảo và hình; tệp nặng ${size} KB.`,
    );
}
