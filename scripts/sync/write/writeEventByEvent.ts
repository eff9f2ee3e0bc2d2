import { VIEW_FIELD } from '../config/ownFields.ts';
import type { Target } from '../events/event.ts';
import type { Fields } from '../events/record.ts';
import { replay, type Step } from '../events/replay.ts';
import { NO_ANSWER, updateRows, type RowResult } from '../org/update.ts';
import { mustGoOn, pause } from '../signals.ts';
import { nextRows, ROW, type Row } from '../staging/rows.ts';
import { plannedEvents, viewOf } from '../staging/stagedEvents.ts';
import { asOfReader } from '../state/asOfs.ts';
import { inTransaction } from '../state/sqlite.ts';
import { isGone } from './gone.ts';
import type { Writing } from './writing.ts';

/**
 * Writes the refused rows that carry several events again, each event by itself, so that only the culprit fails: the
 * first event of many rows in one request, then their second ones, and so on.
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

/** A row on its way through its events. */
interface Walk {
  readonly row: Row;
  readonly steps: ReturnType<typeof replay>;
  /** What the org said of the step before; undefined at the beginning. */
  taken: boolean | undefined;
  written: boolean;
  /** Its record isn't there any more. */
  isGone: boolean;
  /** What is noted of its events once all are through. */
  readonly notes: (() => void)[];
}

/** The next event of a row that changes something. */
interface Sent {
  readonly walk: Walk;
  readonly step: Step;
  readonly fields: Fields;
}

/**
 * Records are read as they were planned: when a run stops in here and is resumed, events already written are written
 * the same way again.
 */
async function writeTogether(writing: Writing, target: Target, rows: readonly Row[]): Promise<void> {
  const { staging, state, config, journal } = writing;
  const seenOf = asOfReader(state);
  const walks = rows.map((row): Walk => {
    const events = plannedEvents(staging, row.id);
    const steps = replay(row.record, events, seenOf(events[0]?.subjectKey ?? ''), config);
    return { row, steps, taken: undefined, written: false, isGone: false, notes: [] };
  });
  for (;;) {
    const sent = walks.flatMap((walk) => nextSent(writing, walk) ?? []);
    if (sent.length === 0) break;
    const answers = await writePatiently(writing, target, sent);
    for (const [index, { walk, step }] of sent.entries()) {
      const answer = answers[index] ?? NO_ANSWER;
      if (isGone(answer, writing.isSecondLook)) {
        walk.isGone = true;
        continue;
      }
      const isSaved = answer.errorCode === '';
      walk.taken = isSaved;
      if (isSaved) walk.written = true;
      walk.notes.push(() => {
        if (isSaved) journal.changed(step.event.n);
        else journal.failed(step.event.n, walk.row.id, answer);
      });
    }
  }
  inTransaction(staging, () => {
    for (const { row, notes, written, isGone: gone } of walks) {
      for (const note of notes) note();
      const through = written ? ROW.confirmed : ROW.refused;
      journal.setState(target, row, gone ? ROW.gone : through);
    }
  });
}

/** Goes on to the next event of a row that changes something; undefined after the last. */
function nextSent({ staging, journal }: Writing, walk: Walk): Sent | undefined {
  while (!walk.isGone) {
    const next = walk.steps.next(walk.taken);
    if (next.done) return undefined;
    walk.taken = undefined;
    const { event, verdict } = next.value;
    if (verdict.outcome === 'changed') {
      const document = verdict.writesView ? { [VIEW_FIELD]: viewOf(staging, event) } : {};
      return { walk, step: next.value, fields: { ...verdict.patch, ...document } };
    }
    walk.notes.push(() => {
      journal.unchanged(event.n);
    });
  }
  return undefined;
}

/** Writes one event of many rows; locked ones again after each wait. */
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
      return one ? [{ id: one.walk.row.id, fields: one.fields }] : [];
    });
    const results = await updateRows(org, target, rows);
    for (const [place, index] of left.entries()) answers[index] = results[place] ?? NO_ANSWER;
    left = left.filter((index) => (answers[index] ?? NO_ANSWER).verdict === 'passing');
    const wait = config.waits.row[round];
    if (left.length === 0 || wait === undefined) return answers;
    await pause(wait, signal);
  }
}
