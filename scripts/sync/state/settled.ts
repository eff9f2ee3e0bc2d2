import type { Target } from '../events/event.ts';
import type { StateStore } from './store.ts';

/** Bytes of every hash here but that of a view. */
const HASH_BYTES = 16;
const VIEW_BYTES = 32;
const SECOND_BYTES = 6;
const LINE_BYTES = HASH_BYTES + VIEW_BYTES + SECOND_BYTES;
const NO_VIEW = Buffer.alloc(VIEW_BYTES);

/** Entries are written anew when they are a week old, or up to two, so that not all are on one night. */
const FRESH_DAYS = 7;
/** Entries of which nothing has been heard for so many days are dropped; that is looked at once a week. */
const KEPT_DAYS = 23;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A line that the contract let through and whose event changed something or nothing. */
export interface SettledLine {
  /** Keyed hash of the line's data, its subject and the version of the contract. */
  readonly hash: Uint8Array;
  /** SHA-256 of the view document in hex, null where there is none. */
  readonly view: string | null;
  /** The second of the event's instant, counted from year 1. */
  readonly second: number;
}

/** What the state folder keeps of a subject's lines. */
export interface SettledSubject {
  readonly lines: readonly SettledLine[];
  /** Keyed hash of lines, record and settings with which nothing had to be changed; null when something was. */
  readonly record: Uint8Array | null;
}

/** The same as it is read: few of the lines are looked for. */
export interface KnownSubject {
  readonly line: (hash: Buffer) => SettledLine | undefined;
  readonly record: Uint8Array | null;
}

/** The key of a subject's entry: a hash, so that the subject can't be read from it. */
export const settledKey = (state: StateStore, target: Target, subjectKey: string): Buffer =>
  state.hash(`settled\n${target}\n${subjectKey}`);

/** What an entry keeps of the customer that its lines name. */
export const customerHash = (state: StateStore, customerKey: string): Buffer =>
  state.hash(`customer\n${customerKey}`);

const dayOf = (now: number): number => Math.floor(now / DAY_MS);

/**
 * Returns a function that gives a subject's entry. An entry that is due to be written anew comes without its record. Nothing is
 * known when the folder was used by an earlier version since, which doesn't keep the entries. `now`: milliseconds since 1970.
 */
export function settledReader(
  state: StateStore,
  now: number,
): (target: Target, subjectKey: string) => KnownSubject | undefined {
  if (!isUpToDate(state)) return () => undefined;
  const find = state.db.prepare('SELECT lines, record, day FROM settled WHERE key = ?');
  const today = dayOf(now);
  return (target, subjectKey) => {
    const key = settledKey(state, target, subjectKey);
    const row = find.get(key) as unknown as Row | undefined;
    if (!row) return undefined;
    const fresh = FRESH_DAYS + ((key[0] ?? 0) % FRESH_DAYS);
    return { line: lineFinder(row.lines), record: today - row.day < fresh ? row.record : null };
  };
}

interface Row {
  readonly lines: Uint8Array;
  readonly record: Uint8Array | null;
  readonly day: number;
}

/** Returns a function that finds a line by its hash. */
function lineFinder({ buffer, byteOffset, byteLength }: Uint8Array): KnownSubject['line'] {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return (hash) => {
    for (let at = 0; at < bytes.length; at += LINE_BYTES) {
      if (hash.compare(bytes, at, at + HASH_BYTES) !== 0) continue;
      const view = bytes.subarray(at + HASH_BYTES, at + HASH_BYTES + VIEW_BYTES);
      return {
        hash,
        view: view.equals(NO_VIEW) ? null : view.toString('hex'),
        second: bytes.readUIntLE(at + HASH_BYTES + VIEW_BYTES, SECOND_BYTES),
      };
    }
    return undefined;
  };
}

function bytesOf(lines: readonly SettledLine[]): Buffer {
  const bytes = Buffer.alloc(lines.length * LINE_BYTES);
  for (const [index, { hash, view, second }] of lines.entries()) {
    const at = index * LINE_BYTES;
    bytes.set(hash, at);
    if (view !== null) bytes.write(view, at + HASH_BYTES, 'hex');
    bytes.writeUIntLE(second, at + HASH_BYTES + VIEW_BYTES, SECOND_BYTES);
  }
  return bytes;
}

/** Keeps and drops entries. Call it within the transaction that ends a run. */
export interface SettledKeeper {
  /** Without any line the entry is dropped. `customer`: hash of the customer that the lines name; null when none is known. */
  readonly keep: (key: Uint8Array, subject: SettledSubject, customer: Uint8Array | null) => void;
  readonly drop: (key: Uint8Array) => void;
  /** Drops the entries whose lines name one of the customers. */
  readonly dropOfCustomers: (customers: readonly Uint8Array[]) => void;
  /** Ends keeping: drops what is too old. */
  readonly end: () => void;
}

export function settledKeeper(state: StateStore, now: number): SettledKeeper {
  const { db } = state;
  if (!isUpToDate(state)) db.exec('DELETE FROM settled');
  const today = dayOf(now);
  const save = db.prepare(
    `INSERT INTO settled (key, lines, record, customer, day) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET lines = excluded.lines, record = excluded.record,
       customer = coalesce(excluded.customer, customer), day = excluded.day`,
  );
  const dropOne = db.prepare('DELETE FROM settled WHERE key = ?');
  const drop = (key: Uint8Array): void => void dropOne.run(key);
  return {
    keep: (key, { lines, record }, customer) => {
      if (lines.length === 0) drop(key);
      else save.run(key, bytesOf(lines), record, customer, today);
    },
    drop,
    dropOfCustomers: (customers) => {
      dropOfCustomers(state, customers);
    },
    end: () => {
      const swept = Number(setting(state, 'settled swept') ?? 0);
      if (today - swept >= FRESH_DAYS) {
        db.prepare('DELETE FROM settled WHERE day < ?').run(today - KEPT_DAYS);
        set(state, 'settled swept', today);
      }
      set(state, 'settled runs', finishedRuns(state));
    },
  };
}

/** Deletes what is known of a subject's lines; for a customer also those of policies that name it. Returns their number. */
export function dropSettledOf(state: StateStore, target: Target, subjectKey: string): number {
  const key = settledKey(state, target, subjectKey);
  const own = Number(state.db.prepare('DELETE FROM settled WHERE key = ?').run(key).changes);
  return target === 'Account' ? own + dropOfCustomers(state, [customerHash(state, subjectKey)]) : own;
}

/** One pass over all entries: erasures are few, and an index would cost every night. */
function dropOfCustomers({ db }: StateStore, customers: readonly Uint8Array[]): number {
  if (customers.length === 0) return 0;
  const listed = JSON.stringify(customers.map((one) => Buffer.from(one).toString('hex')));
  const drop = db.prepare('DELETE FROM settled WHERE customer IN (SELECT unhex(value) FROM json_each(?))');
  return Number(drop.run(listed).changes);
}

/**
 * Whether every run that ended in this folder has kept the entries. Those of an earlier version of the job haven't, and a folder that
 * is only read may not have the table.
 */
function isUpToDate(state: StateStore): boolean {
  const table = state.db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'settled'").get();
  return table !== undefined && Number(setting(state, 'settled runs') ?? -1) === finishedRuns(state);
}

/** Without small runs, which become one entry an hour: no version had them that didn't keep the entries. */
const FEEDS_FINISHED = `
  SELECT count(*) AS count FROM run WHERE phase = 'finished' AND coalesce(feed ->> '$.live', 0) = 0`;

const finishedRuns = ({ db }: StateStore): number => Number(db.prepare(FEEDS_FINISHED).get()?.count);

const setting = ({ db }: StateStore, name: string): unknown =>
  db.prepare('SELECT value FROM setting WHERE name = ?').get(name)?.value;

function set({ db }: StateStore, name: string, value: number): void {
  db.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(name, value);
}
