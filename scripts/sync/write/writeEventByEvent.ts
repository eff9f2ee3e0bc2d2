import { VIEW_FIELD } from '../config/ownFields.ts';
import type { Target } from '../events/event.ts';
import type { Fields } from '../events/record.ts';
import { replay, type Step } from '../events/replay.ts';
import { NO_ANSWER, updateRows, type RowResult } from '../org/update.ts';
import { mustGoOn, pause } from '../signals.ts';
import { nextRows, ROW, type Row } from '../staging/rows.ts';
import { shownItems } from '../staging/shownItems.ts';
import { plannedEvents, viewOf } from '../staging/stagedEvents.ts';
import { inTransaction } from '../state/sqlite.ts';
import { isGone } from './gone.ts';
import type { Writing } from './writing.ts';

/**
 * Writes refused rows that carry several events again, event by event, so that only the faulty event fails: the first event
 * of many rows in one request, then their second ones, and so on.
 */
export async function writeEventByEvent(writing: Writing, target: Target): Promise<void> {
  const { staging, config } = writing;
  for (;;) {
    mustGoOn(writing.signal);
    const rows = nextRows(staging, target, ROW.split, undefined, { count: config.rowsPerRequest });
    if (rows.length === 0) return;
    await writeTogether(writing, target, rows);
  }
}

/** A row and how far its events are written. */
interface RowProgress {
  readonly row: Row;
  readonly steps: ReturnType<typeof replay>;
  /** Whether the org saved the step before; undefined at the start. */
  wasSaved: boolean | undefined;
  written: boolean;
  /** Its record has disappeared. */
  isGone: boolean;
  /** Stores the outcomes of its events, once all of them are through. */
  readonly notes: (() => void)[];
}

/** The next event of a row that changes something. */
interface Sent {
  readonly progress: RowProgress;
  readonly step: Step;
  readonly fields: Fields;
}

/** Planning has put aside the events that are older than what the state folder has seen. */
const NOTHING_SEEN = (): undefined => undefined;

/**
 * The record is read as it was planned: when a run stops in here and is resumed, events that were already written are
 * written the same way again.
 */
async function writeTogether(writing: Writing, target: Target, rows: readonly Row[]): Promise<void> {
  const { staging, config, journal } = writing;
  const itemsOf = shownItems(staging, config);
  const inProgress = rows.map((row): RowProgress => {
    const events = plannedEvents(staging, row.id);
    const steps = replay(row.record, events, NOTHING_SEEN, config, undefined, itemsOf);
    return { row, steps, wasSaved: undefined, written: false, isGone: false, notes: [] };
  });
  for (;;) {
    const sent = inProgress.flatMap((progress) => nextSent(writing, progress) ?? []);
    if (sent.length === 0) break;
    const answers = await writePatiently(writing, target, sent);
    for (const [index, { progress, step }] of sent.entries()) {
      const answer = answers[index] ?? NO_ANSWER;
      if (isGone(answer, writing.isSecondLook)) {
        progress.isGone = true;
        continue;
      }
      const isSaved = answer.errorCode === '';
      progress.wasSaved = isSaved;
      if (isSaved) progress.written = true;
      progress.notes.push(() => {
        if (isSaved) journal.changed(step.event.n);
        else journal.failed(step.event.n, progress.row.id, answer);
      });
    }
  }
  inTransaction(staging, () => {
    for (const { row, notes, written, isGone: gone } of inProgress) {
      for (const note of notes) note();
      const through = written ? ROW.confirmed : ROW.refused;
      journal.setState(target, row, gone ? ROW.gone : through);
    }
  });
}

/** Goes on to the next event of a row that changes something; undefined after the last. */
function nextSent({ staging, journal }: Writing, progress: RowProgress): Sent | undefined {
  while (!progress.isGone) {
    const next = progress.steps.next(progress.wasSaved);
    if (next.done) return undefined;
    progress.wasSaved = undefined;
    const { event, verdict } = next.value;
    if (verdict.outcome === 'changed') {
      const document = verdict.writesView ? { [VIEW_FIELD]: viewOf(staging, event) } : {};
      return { progress, step: next.value, fields: { ...verdict.patch, ...document } };
    }
    progress.notes.push(() => {
      journal.unchanged(event.n);
    });
  }
  return undefined;
}

/** Writes one event of each of many rows; locked rows are retried after each wait. */
async function writePatiently(
  { org, config, signal }: Writing,
  target: Target,
  sent: readonly Sent[],
): Promise<readonly RowResult[]> {
  const answers: RowResult[] = [];
  let left = [...sent.keys()];
  for (let round = 0; ; round += 1) {
    const rows = left.flatMap((index) => {
      const one = sent[index];
      return one ? [{ id: one.progress.row.id, fields: one.fields }] : [];
    });
    const results = await updateRows(org, target, rows, config);
    for (const [place, index] of left.entries()) answers[index] = results[place] ?? NO_ANSWER;
    left = left.filter((index) => (answers[index] ?? NO_ANSWER).verdict === 'passing');
    const wait = config.waits.row[round];
    if (left.length === 0 || wait === undefined) return answers;
    await pause(wait, signal);
  }
}
