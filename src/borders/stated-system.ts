/** What a text says about a coordinate system. */
import { sameSystem, VN2000, zoneName, type System } from './systems.js';

/** What a text about a system means; `problem` is a Vietnamese sentence that says what to do. */
export type Stated = { readonly system: System } | { readonly problem: string } | undefined;

/** Metres of EPSG:6960 from VN-2000 to WGS 84. */
const SHIFT = [-191.904, -39.303, -111.45];

/** Whether numbers begin with the shift from VN-2000 to WGS 84. */
export const isVnShift = (numbers: readonly (number | undefined)[]): boolean =>
  SHIFT.every((metres, i) => Math.abs((numbers[i] ?? 0) - metres) < 0.01);

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
      problem: `tệp .prj ghi WGS 84, nhưng kinh tuyến trục ${name} và hệ số 0,9999 là múi chiếu của VN-2000 (hai hệ lệch nhau khoảng 200 m). Nếu đúng là VN-2000, hãy thêm --zone ${name}`,
    };
  }
  return { system };
}
