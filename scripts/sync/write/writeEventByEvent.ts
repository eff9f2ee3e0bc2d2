import type { Target } from '../check/checkedEvent.ts';
import type { Fields } from '../match/matchedRecord.ts';
import { plannedEvents, type StagedEvent } from '../match/stagedEvent.ts';
import { updateRows, type RowResult } from '../org/update.ts';
import { applyEvent } from '../plan/applyEvent.ts';
import { guardScope } from '../plan/planSubject.ts';
import { inTransaction, type Staging } from '../stage/staging.ts';
import { asOfReader, guardKey } from '../state/asOfs.ts';
import type { Journal } from './journal.ts';
import { mustGoOn, pause } from '../signals.ts';
import { isRetryable } from './retry.ts';
import { nextRows, type Row } from './rowsToWrite.ts';
import type { Writing } from './write.ts';

/** Writes the refused rows that carry several events again, each event by itself, so that only the culprit fails. */
export async function writeEventByEvent(writing: Writing, journal: Journal, target: Target): Promise<void> {
  for (;;) {
    mustGoOn(writing.signal);
    const [row] = nextRows(writing.staging, target, 'split', undefined, { count: 1 }, writing.config);
    if (!row) return;
    await writeOneRow(writing, journal, target, row);
  }
}

/**
 * The record is read as it was planned: when a run stops in here and is resumed, events already written are written
 * the same way again.
 */
async function writeOneRow(writing: Writing, journal: Journal, target: Target, row: Row): Promise<void> {
  const { staging, state, config } = writing;
  const seenAt = asOfReader(state);
  const isPolicy = target === 'InsurancePolicy';
  const { isPersonAccount } = row.record;
  const settled: (() => void)[] = [];
  let { fields } = row.record;
  let written = false;
  for (const event of plannedEvents(staging, row.id)) {
    const seen = seenAt(guardKey(state, guardScope(event, isPolicy), event.subjectKey));
    const verdict = applyEvent(event, { fields, isPersonAccount, isPolicy, seen }, config);
    if (verdict.outcome !== 'changed') {
      settled.push(() => {
        journal.unchanged(event.n);
      });
      continue;
    }
    const view = verdict.writesView ? { [config.roles.view]: viewOf(staging, event) } : {};
    const { errorCode, message } = await writePatiently(writing, target, row.id, {
      ...verdict.patch,
      ...view,
    });
    if (errorCode === '') {
      fields = { ...fields, ...verdict.patch };
      written = true;
    }
    settled.push(() => {
      if (errorCode === '') journal.changed(event.n);
      else journal.failed(event.n, row.id, errorCode, message);
    });
  }
  inTransaction(staging, () => {
    for (const settle of settled) settle();
    journal.setState(target, row, written ? 'confirmed' : 'refused');
  });
}

async function writePatiently(
  { org, config, signal }: Writing,
  target: Target,
  id: string,
  fields: Fields,
): Promise<RowResult> {
  for (let round = 0; ; round += 1) {
    const [result] = await updateRows(org, target, [{ id, fields }]);
    if (!result) throw new Error('an update without a result');
    const wait = config.waits.row[round];
    if (!isRetryable(result.errorCode) || wait === undefined) return result;
    await pause(wait, signal);
  }
}

function viewOf(staging: Staging, event: StagedEvent): string | null {
  const row = staging.prepare('SELECT document FROM view WHERE n = ?').get(event.n);
  return (row?.document ?? null) as string | null;
}
