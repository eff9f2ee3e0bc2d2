import type { Instant } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import type { GuardScope } from '../state/asOfs.ts';
import type { StagedEvent } from './event.ts';
import type { Effect } from './eventRule.ts';
import { ruleOf } from './eventRules.ts';
import { instantIn, isOlder, latest } from './late.ts';
import type { Fields, MatchedRecord } from './record.ts';

export type Verdict = Effect | { readonly outcome: 'late' };

/** What one event of a record comes to. */
export interface Step {
  readonly event: StagedEvent;
  readonly verdict: Verdict;
  /** The state folder is to remember the event's instant, or to forget an older one that the org then holds. */
  readonly leavesTrace: boolean;
}

/**
 * Goes through the events of one record in order of time and says what each does, given what those before it have done.
 * Whoever iterates answers `false` to a step that the org has refused: the next event then meets the record without it.
 * `seenAt`: the newest word of a scope that the state folder has seen of this record and the org doesn't hold.
 */
export function* replay(
  record: MatchedRecord,
  events: readonly StagedEvent[],
  seenAt: (scope: GuardScope) => Instant | undefined,
  config: Config,
): Generator<Step, Fields, boolean | undefined> {
  let fields = record.fields;
  /** Erasures of this run: they take the as-of that would guard the record, and guard it themselves from then on. */
  const erased = new Map<GuardScope, Instant>();
  for (const event of events) {
    const rule = ruleOf(event.kind);
    const guards = rule.guards(event.target, event.zone);
    const newestSeen = latest(
      instantIn(fields, rule.asOf(event.target, event.zone)),
      seenAt(guards[0]),
      erased.get(guards[0]),
      rule.notBefore?.(config),
    );
    const { isPersonAccount } = record;
    const verdict: Verdict = isOlder(event.instant, newestSeen)
      ? { outcome: 'late' }
      : rule.effect(event.data, { event, fields, isPersonAccount, newestSeen, config });
    const isTaken = yield { event, verdict, leavesTrace: leavesTrace(verdict, rule.remembered === 'always') };
    if (isTaken === false || verdict.outcome === 'late' || verdict.outcome === 'failed') continue;
    if (verdict.outcome === 'changed') fields = { ...fields, ...verdict.patch };
    if (rule.erases) for (const scope of guards) erased.set(scope, event.instant);
  }
  return fields;
}

function leavesTrace(verdict: Verdict, always: boolean): boolean {
  if (verdict.outcome === 'unchanged') return always || verdict.isNewer;
  return verdict.outcome === 'changed';
}
