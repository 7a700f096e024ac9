/** How ids and dates are written. They stand apart from the schemas, because a page that needs one loads no schema. */

/** An area's identity: `vn`, or `code@edition` such as `44@2025` or `20224.tdp11@2008`. */
export const AREA_ID = /^(vn|[0-9A-Za-z][\w.-]*@\d{4})$/;

/** A day of ISO 8601, with reduced precision or with a time. */
export const DAY =
  '\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?';

/** ISO 8601 with reduced precision, or an interval: `2023`, `2023-09`, `2023-01/2023-06`. */
export const AT = new RegExp(`^${DAY}(/${DAY})?$`);
