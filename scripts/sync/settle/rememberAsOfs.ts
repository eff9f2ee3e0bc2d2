import { kindsWhere, ruleOf } from '../events/eventRules.ts';
import type { Staging } from '../staging/staging.ts';
import { traces } from '../staging/traces.ts';
import { guardKey } from '../state/asOfs.ts';
import type { StateStore } from '../state/store.ts';

/** What an erasure clears, the org holds nothing of, even where it changed at the same instant or later in the same second. */
const LAST = kindsWhere(({ remembered }) => remembered === 'always');

/**
 * Remembers the instants that the org doesn't hold, of newer events that changed nothing and of erasures, so that older
 * events are late. Forgets those that the org holds now.
 */
export function rememberAsOfs(staging: Staging, state: StateStore): void {
  const remember = state.db.prepare(
    `INSERT INTO as_of (guard, instant) VALUES (?, ?)
     ON CONFLICT (guard) DO UPDATE SET instant = excluded.instant WHERE excluded.instant > instant`,
  );
  const forget = state.db.prepare('DELETE FROM as_of WHERE guard = ?');
  for (const { kind, target, zone, outcome, subjectKey, instant, guard } of traces(staging, LAST)) {
    const rule = ruleOf(kind);
    if (rule.remembered === 'always')
      for (const scope of rule.guards(target, zone))
        remember.run(guardKey(state, scope, subjectKey), instant);
    else if (outcome === 'changed') forget.run(guard);
    else remember.run(guard, instant);
  }
}
