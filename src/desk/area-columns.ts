/** Which of a sheet's columns of areas says what. */
import { areaHeaderOf, type AreaHeader } from '../tables/headers.js';

/** The column of codes beside the names, and the column of the units that these lie in. */
export const CODE = 'area.code';
export const WITHIN = 'area.within';

const DEPTH: Readonly<Record<AreaHeader['level'], number>> = {
  commune: 3,
  district: 2,
  any: 1,
  province: 0,
};

/**
 * Of several columns of areas ("Tỉnh", "Mã xã", "Tên xã") the deepest name is the line's area; its code
 * and the names above it stand beside. `columns` is what the headers said, the first column winning.
 */
export function columnsOfAreas(
  columns: Map<string, number>,
  others: Map<number, string>,
  headerAt: (index: number) => string,
): void {
  const first = columns.get('area');
  if (first === undefined) return;
  const areaColumns = [first, ...others.keys()].flatMap((index) => {
    const header = areaHeaderOf(headerAt(index));
    return header ? [{ index, depth: DEPTH[header.level], isCode: header.isCode }] : [];
  });
  if (areaColumns.length < 2) return;
  const deepest = (list: typeof areaColumns) =>
    list.reduce<(typeof areaColumns)[number] | undefined>(
      (best, next) => (best && best.depth >= next.depth ? best : next),
      undefined,
    );
  const name = deepest(areaColumns.filter(({ isCode }) => !isCode));
  const code = deepest(areaColumns.filter(({ isCode }) => isCode));
  const area = name && (!code || code.depth <= name.depth || name.depth === 1) ? name : code;
  if (!area) return;
  const set = (key: string, index: number | undefined): void => {
    if (index === undefined) return;
    columns.set(key, index);
    others.delete(index);
  };
  if (area.index !== first) others.set(first, headerAt(first));
  set('area', area.index);
  const isBeside = (one: (typeof areaColumns)[number] | undefined) =>
    one && (one.depth === area.depth || one.depth === 1 || area.depth === 1);
  if (area === name && isBeside(code)) set(CODE, code?.index);
  set(
    WITHIN,
    deepest(areaColumns.filter((one) => !one.isCode && one.depth < area.depth && one !== area))
      ?.index,
  );
}
