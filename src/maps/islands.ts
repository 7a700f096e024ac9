/**
 * The special zones and the big islands that have no outline of their own on the map of the nation: the search
 * finds the province that each is part of. Names are those of the law, the same in every language.
 */
import type { Edition } from '../domain/editions.js';

// A name, the code of its province of 2025 and, where it is another, that of 2008.
const ISLANDS =
  'Vân Đồn 22|Cô Tô 22|Cái Bầu 22|Cát Hải 31|Cát Bà 31|Bạch Long Vĩ 31|Cồn Cỏ 44 45|Cù Lao Chàm 48 49|Lý Sơn 51|Phú Quý 68 60|Côn Đảo 79 77|Phú Quốc 91|Thổ Châu 91|Kiên Hải 91|Hòn Khoai 96';

/** Each special zone and big island with the id of its province in an edition. */
export function islandsOf(
  edition: Edition,
): { readonly name: string; readonly province: string }[] {
  return ISLANDS.split('|').map((entry) => {
    const [, name = '', now = '', before = now] = /^(.*?) (\d\d)(?: (\d\d))?$/.exec(entry) ?? [];
    return { name, province: `${edition === '2008' ? before : now}@${edition}` };
  });
}
