import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';
import type { Target } from '../events/event.ts';
import { privateDatabase } from './privateFiles.ts';
import { isHour } from './liveHours.ts';
import { allRuns, deleteRun, isOver } from './runs.ts';
import { inTransaction, withSubjectKeys } from './sqlite.ts';
import type { StateStore } from './store.ts';

const FILE = 'inbox.db';

/** Milliseconds to wait for another process: `forget` and the end of a run write here too. */
const BUSY_MS = 5000;

/**
 * `run`: the small run that has taken the event, null while it waits. `customer_key`: the customer that a policy's event
 * names. `since`: milliseconds since 1970.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS event (
    n INTEGER PRIMARY KEY, run TEXT, zone TEXT NOT NULL, target TEXT NOT NULL, subject_key TEXT NOT NULL,
    customer_key TEXT, time TEXT NOT NULL, since INTEGER NOT NULL, line BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS by_run ON event (run, n);
`;

/** An event that was taken over HTTP and waits for a small run. */
export interface InboxEvent {
  readonly zone: Zone;
  readonly target: Target;
  readonly subjectKey: string;
  /** The customer that a policy's event names. */
  readonly customerKey: string | null;
  readonly time: Instant;
  /** The event as it came, on one line. */
  readonly line: Buffer;
}

/** What is in the inbox, events of an unfinished run included. */
export interface InboxSize {
  readonly events: number;
  readonly bytes: number;
  /** When the oldest event came, in milliseconds since 1970; null when there is none. */
  readonly oldest: number | null;
}

export type Inbox = DatabaseSync;

export const inboxFile = (stateDir: string): string => join(stateDir, FILE);

/** Whether events have ever been taken over HTTP for this state folder. */
export const hasInbox = (stateDir: string): boolean => existsSync(inboxFile(stateDir));

/**
 * Opens the inbox of a state folder and creates it when it is missing. What is in it is personal data: it is overwritten
 * when it is deleted. It is a database of its own so that a night's run, which writes to the state for long, keeps no sender
 * waiting.
 */
export function openInbox(stateDir: string): Inbox {
  const db = withSubjectKeys(privateDatabase(inboxFile(stateDir)));
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA secure_delete = ON`);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec(TABLES);
  return db;
}

/** Adds events in one transaction: they are on disk when it returns. `now`: milliseconds since 1970. */
export function addToInbox(inbox: Inbox, events: readonly InboxEvent[], now: number): void {
  const add = inbox.prepare(
    `INSERT INTO event (zone, target, subject_key, customer_key, time, since, line) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  inTransaction(inbox, () => {
    for (const { zone, target, subjectKey, customerKey, time, line } of events)
      add.run(zone, target, subjectKey, customerKey, time, now, line);
  });
}

export function inboxSize(inbox: Inbox): InboxSize {
  const row = inbox
    .prepare(
      'SELECT count(*) AS events, coalesce(sum(length(line)), 0) AS bytes, min(since) AS oldest FROM event',
    )
    .get();
  return row as unknown as InboxSize;
}

/** Gives a run the events that have waited longest. Returns how many it got. */
export function claimEvents(inbox: Inbox, runId: string, atMost: number): number {
  const { changes } = inbox
    .prepare('UPDATE event SET run = ? WHERE n IN (SELECT n FROM event WHERE run IS NULL ORDER BY n LIMIT ?)')
    .run(runId, atMost);
  return Number(changes);
}

const LINES_AT_ONCE = 200;

/** The lines of a run's events as a feed has them, in the order in which they came. */
export async function* inboxLines(file: string, runId: string): AsyncGenerator<Buffer> {
  const inbox = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS });
  try {
    const next = inbox.prepare('SELECT n, line FROM event WHERE run = ? AND n > ? ORDER BY n LIMIT ?');
    for (let rows = next.all(runId, 0, LINES_AT_ONCE); rows.length > 0;) {
      yield Buffer.concat(rows.flatMap(({ line }) => [line as Uint8Array, Buffer.from('\n')]));
      // Requests that arrive meanwhile get their turn.
      await new Promise(setImmediate);
      rows = next.all(runId, rows.at(-1)?.n as number, LINES_AT_ONCE);
    }
  } finally {
    inbox.close();
  }
}

/**
 * Brings the inbox up to what became of runs: events of a finished run are erased, those of one that was discarded, or that
 * never began, wait again. An unfinished run keeps its own. Does nothing when there is no inbox.
 */
export function settleInbox(stateDir: string, state: StateStore): void {
  if (!hasInbox(stateDir)) return;
  const inbox = openInbox(stateDir);
  try {
    const claimed = inbox.prepare('SELECT DISTINCT run FROM event WHERE run IS NOT NULL').all();
    const known = new Map(allRuns(state).map((run) => [run.runId, run]));
    for (const { run: runId } of claimed as unknown as readonly { readonly run: string }[]) {
      const run = known.get(runId);
      if (run?.phase === 'finished') eraseRun(inbox, runId);
      else if (!run || isOver(run)) inbox.prepare('UPDATE event SET run = NULL WHERE run = ?').run(runId);
    }
    // Its events are gone or wait again, and its hour has its numbers: nothing asks for it any more.
    for (const run of known.values())
      if (run.feed.live === true && isOver(run) && !isHour(run)) deleteRun(state, run.runId);
  } finally {
    inbox.close();
  }
}

function eraseRun(inbox: Inbox, runId: string): void {
  inbox.prepare('DELETE FROM event WHERE run = ?').run(runId);
  overwriteLog(inbox);
}

/** What was deleted stands in the write-ahead log until that begins anew (SQLite, PRAGMA wal_checkpoint). */
function overwriteLog(inbox: Inbox): void {
  inbox.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** An erasure by a zone: of what it sent about a subject until then. */
export interface Erasure {
  readonly zone: Zone;
  readonly target: Target;
  readonly subjectKey: string;
  readonly time: Instant;
}

const OF_SUBJECT = `((target = ?1 AND subject_key = ?2) OR (?1 = 'Account' AND customer_key = ?2))`;

/** Erases waiting events of erased subjects, for a customer those of policies that name it too. Returns their number. */
export function dropErased(stateDir: string, erasures: Iterable<Erasure>): number {
  return dropping(stateDir, (inbox) => {
    const drop = inbox.prepare(
      `DELETE FROM event WHERE run IS NULL AND ${OF_SUBJECT} AND zone = ?3 AND time < ?4`,
    );
    let count = 0;
    for (const { target, subjectKey, zone, time } of erasures)
      count += Number(drop.run(target, subjectKey, zone, time).changes);
    return count;
  });
}

/** Erases every waiting event of a subject, for a customer those of policies that name it too. Returns their number. */
export function dropWaitingOf(stateDir: string, target: Target, subjectKey: string): number {
  return dropping(stateDir, (inbox) =>
    Number(inbox.prepare(`DELETE FROM event WHERE ${OF_SUBJECT}`).run(target, subjectKey).changes),
  );
}

function dropping(stateDir: string, drop: (inbox: Inbox) => number): number {
  if (!hasInbox(stateDir)) return 0;
  const inbox = openInbox(stateDir);
  try {
    const count = inTransaction(inbox, () => drop(inbox));
    if (count > 0) overwriteLog(inbox);
    return count;
  } finally {
    inbox.close();
  }
}
