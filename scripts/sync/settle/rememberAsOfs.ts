import type { Instant } from '../../feed/instant.ts';
import type { Target } from '../check/checkedEvent.ts';
import type { Staging } from '../stage/staging.ts';
import { guardKey } from '../state/asOfs.ts';
import type { StateStore } from '../state/store.ts';

interface Trace {
  readonly kind: string;
  readonly target: Target;
  readonly outcome: string;
  readonly subject_key: string;
  readonly instant: Instant;
  readonly guard: Uint8Array;
}

const TRACES = `
  SELECT kind, target, outcome, subject_key, instant, guard FROM event
  WHERE guard IS NOT NULL AND outcome IN ('changed', 'unchanged', 'unmatched') ORDER BY time, n`;

/**
 * Remembers the words that the org doesn't hold: newer ones that changed nothing, and erasures, so that what is older
 * doesn't come back. Forgets those that the org holds now.
 */
export function rememberAsOfs(staging: Staging, state: StateStore): void {
  const remember = state.db.prepare(
    `INSERT INTO as_of (guard, instant) VALUES (?, ?)
     ON CONFLICT (guard) DO UPDATE SET instant = excluded.instant WHERE excluded.instant > instant`,
  );
  const forget = state.db.prepare('DELETE FROM as_of WHERE guard = ?');
  for (const row of staging.prepare(TRACES).iterate()) {
    const trace = row as unknown as Trace;
    if (trace.kind === 'erased')
      for (const guard of erasedGuards(state, trace)) remember.run(guard, trace.instant);
    else if (trace.outcome === 'changed') forget.run(trace.guard);
    else remember.run(trace.guard, trace.instant);
  }
}

/** A customer's erasure also guards the contact data. */
function erasedGuards(state: StateStore, trace: Trace): readonly Uint8Array[] {
  return trace.target === 'Account'
    ? [trace.guard, guardKey(state, 'contact', trace.subject_key)]
    : [trace.guard];
}
