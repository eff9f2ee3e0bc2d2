import type { Database } from './database.ts';

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** Characters 4 to 6 of every id: the instance that the org is on. */
const INSTANCE = 'Lo0';
const COUNTER_LENGTH = 9;

/** The 18-character form of a 15-character id; the three added characters say which letters are capitals. */
export function withChecksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at += 1) {
      const character = id15[block + at] ?? '';
      if (character >= 'A' && character <= 'Z') bits |= 1 << at;
    }
    suffix += CHECKSUM[bits] ?? '';
  }
  return id15 + suffix;
}

/** The 18-character form of an id in either form; undefined when it is neither, or has a wrong checksum. */
export function normalId(id: string): string | undefined {
  if (!/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(id)) return undefined;
  const full = withChecksum(id.slice(0, 15));
  if (id.length === 15) return full;
  return full.slice(15) === id.slice(15).toUpperCase() ? full : undefined;
}

/** The id of the nth record of a key prefix. */
export function recordId(keyPrefix: string, n: number): string {
  let rest = n;
  let digits = '';
  while (digits.length < COUNTER_LENGTH) {
    digits = (BASE_62[rest % 62] ?? '0') + digits;
    rest = Math.floor(rest / 62);
  }
  return withChecksum(`${keyPrefix}${INSTANCE}${digits}`);
}

/** The next number of a sequence, from 1. It is stored in the database, so it rolls back with a transaction. */
export function nextNumber(database: Database, sequence: string): number {
  const row = database
    .prepare(
      'INSERT INTO "~sequence" (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
    )
    .get(sequence);
  return Number(row?.value);
}

/** A new id with that key prefix. */
export function newId(database: Database, keyPrefix: string): string {
  return recordId(keyPrefix, nextNumber(database, keyPrefix));
}
