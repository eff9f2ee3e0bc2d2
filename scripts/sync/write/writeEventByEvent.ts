import type { Target } from '../check/checkedEvent.ts';
import type { Fields } from '../match/matchedRecord.ts';
import { plannedEvents, type StagedEvent } from '../match/stagedEvent.ts';
import { NO_ANSWER, updateRows, type RowResult } from '../org/update.ts';
import { applyEvent } from '../plan/applyEvent.ts';
import { guardScope } from '../plan/planSubject.ts';
import { inTransaction, type Staging } from '../stage/staging.ts';
import { asOfReader, guardKey } from '../state/asOfs.ts';
import type { Journal } from './journal.ts';
import { mustGoOn, pause } from '../signals.ts';
import { isRetryable } from './retry.ts';
import { nextRows, type Row } from './rowsToWrite.ts';
import type { Writing } from './write.ts';

/**
 * Writes the refused rows that carry several events again, each event by itself, so that only the culprit fails: the
 * first event of many rows in one request, then their second ones, and so on.
 */
export async function writeEventByEvent(writing: Writing, journal: Journal, target: Target): Promise<void> {
  const { staging, config } = writing;
  for (;;) {
    mustGoOn(writing.signal);
    const rows = nextRows(staging, target, 'split', undefined, { count: config.rowsPerRequest }, config);
    if (rows.length === 0) return;
    await writeTogether(writing, journal, target, rows);
  }
}

/** A row on its way through its events. */
interface Walk {
  readonly row: Row;
  readonly events: StagedEvent[];
  fields: Fields;
  written: boolean;
  readonly settled: (() => void)[];
}

/** The next event of a row that changes something. */
interface Step {
  readonly walk: Walk;
  readonly event: StagedEvent;
  readonly patch: Fields;
  readonly document: Fields;
}

/**
 * Records are read as they were planned: when a run stops in here and is resumed, events already written are written
 * the same way again.
 */
async function writeTogether(
  writing: Writing,
  journal: Journal,
  target: Target,
  rows: readonly Row[],
): Promise<void> {
  const { staging } = writing;
  const walks = rows.map((row): Walk => {
    const events = [...plannedEvents(staging, row.id)];
    return { row, events, fields: row.record.fields, written: false, settled: [] };
  });
  for (;;) {
    const steps = walks.flatMap((walk) => nextStep(writing, journal, target, walk) ?? []);
    if (steps.length === 0) break;
    const answers = await writePatiently(writing, target, steps);
    for (const [index, { walk, event, patch }] of steps.entries()) {
      const { errorCode, message } = answers[index] ?? NO_ANSWER;
      if (errorCode === '') {
        walk.fields = { ...walk.fields, ...patch };
        walk.written = true;
      }
      walk.settled.push(() => {
        if (errorCode === '') journal.changed(event.n);
        else journal.failed(event.n, walk.row.id, errorCode, message);
      });
    }
  }
  inTransaction(staging, () => {
    for (const { row, settled, written } of walks) {
      for (const settle of settled) settle();
      journal.setState(target, row, written ? 'confirmed' : 'refused');
    }
  });
}

/** Goes on to the next event of a row that changes something; undefined after the last. */
function nextStep(
  { staging, state, config }: Writing,
  journal: Journal,
  target: Target,
  walk: Walk,
): Step | undefined {
  const isPolicy = target === 'InsurancePolicy';
  const seenAt = asOfReader(state);
  for (let event = walk.events.shift(); event; event = walk.events.shift()) {
    const { n, subjectKey } = event;
    const seen = seenAt(guardKey(state, guardScope(event, isPolicy), subjectKey));
    const { isPersonAccount } = walk.row.record;
    const verdict = applyEvent(event, { fields: walk.fields, isPersonAccount, isPolicy, seen }, config);
    if (verdict.outcome === 'changed') {
      const document = verdict.writesView ? { [config.roles.view]: viewOf(staging, event) } : {};
      return { walk, event, patch: verdict.patch, document };
    }
    walk.settled.push(() => {
      journal.unchanged(n);
    });
  }
  return undefined;
}

/** Writes one step of many rows; locked ones again after each wait. */
async function writePatiently(
  { org, config, signal }: Writing,
  target: Target,
  steps: readonly Step[],
): Promise<readonly RowResult[]> {
  const answers: RowResult[] = [];
  let left = [...steps.keys()];
  for (let round = 0; ; round += 1) {
    const rows = left.flatMap((index) => {
      const step = steps[index];
      return step ? [{ id: step.walk.row.id, fields: { ...step.patch, ...step.document } }] : [];
    });
    const results = await updateRows(org, target, rows);
    for (const [place, index] of left.entries()) answers[index] = results[place] ?? NO_ANSWER;
    left = left.filter((index) => isRetryable(answers[index] ?? NO_ANSWER));
    const wait = config.waits.row[round];
    if (left.length === 0 || wait === undefined) return answers;
    await pause(wait, signal);
  }
}

function viewOf(staging: Staging, event: StagedEvent): string | null {
  const row = staging.prepare('SELECT document FROM view WHERE n = ?').get(event.n);
  return (row?.document ?? null) as string | null;
}
