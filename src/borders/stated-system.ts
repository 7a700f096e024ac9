/** What a text says about a coordinate system. */
import { choice } from './choices.js';
import { sameSystem, VN2000, zoneName, type System } from './systems.js';

/** What a text about a system means; `problem` is a Vietnamese sentence that says what to do. */
export type Stated = { readonly system: System } | { readonly problem: string } | undefined;

/** Metres of EPSG:6960 from VN-2000 to WGS 84. */
const SHIFT = [-191.904, -39.303, -111.45];

/** Whether numbers begin with the shift from VN-2000 to WGS 84. */
export const isVnShift = (numbers: readonly (number | undefined)[]): boolean =>
  SHIFT.every((metres, i) => Math.abs((numbers[i] ?? 0) - metres) < 0.01);

/**
 * A question about a system that has the ellipsoid of WGS 84 and no datum, such as PROJ's own text of EPSG:3405,
 * `+proj=utm +zone=48 +ellps=WGS84`: programs that know no datum read it as WGS 84, and the shift of 200 m is lost.
 */
export function withoutDatum(system: System): Stated {
  const zone = asked({ ...system, datum: 'WGS 84' });
  if (zone && 'problem' in zone) return zone;
  const asVn = { ...system, datum: 'VN-2000' } as const;
  const [epsg] = Object.entries(VN2000).find(([, one]) => sameSystem(one, asVn)) ?? [];
  const vn = epsg === '4756' ? 'VN2000' : epsg;
  const wgs = vn === 'VN2000' ? 'WGS84' : `326${((system.meridian ?? 0) + 183) / 6}`;
  return {
    problem: `tệp ghi ellipsoid WGS 84 mà không ghi tên hệ: có thể là VN-2000 hoặc WGS 84 (hai hệ lệch nhau khoảng 200 m)${vn === undefined ? '' : `. Nếu là VN-2000, hãy thêm ${choice('zone', vn)}; nếu là WGS 84, hãy thêm ${choice('zone', wgs)}`}`,
  };
}

/**
 * A system that a text names, or a question: other programs write a zone of 3° of VN-2000 under the name of
 * WGS 84, and the shift of 200 m is lost. Nobody guesses which of the two is right.
 */
export function asked(system: System): Stated {
  const asVn = { ...system, datum: 'VN-2000' } as const;
  const known = Object.values(VN2000).some((one) => one.scale === 0.9999 && sameSystem(one, asVn));
  if (system.datum === 'WGS 84' && known) {
    const name = zoneName(system.meridian ?? 0);
    return {
      problem: `tệp .prj ghi WGS 84, nhưng kinh tuyến trục ${name} và hệ số 0,9999 là múi chiếu của VN-2000 (hai hệ lệch nhau khoảng 200 m). Nếu đúng là VN-2000, hãy thêm ${choice('zone', name)}`,
    };
  }
  return { system };
}
