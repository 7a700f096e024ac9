/**
 * A member that the record itself has. Without this check, `constructor` and `toString` would be keys of
 * every record, because objects inherit them from `Object.prototype`.
 */
export const ownMember = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
