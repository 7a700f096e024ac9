/**
 * A member that a record has itself. Every object answers to the names of `Object.prototype`, so `constructor`
 * and `toString` would be keys of every record.
 */
export const ownMember = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
