import type { Instant } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import type { GuardScope } from '../state/asOfs.ts';
import type { StagedEvent } from './event.ts';
import type { CountryCodes, Effect } from './eventRule.ts';
import { ruleOf } from './eventRules.ts';
import { instantIn, isOlder, latest } from './late.ts';
import { keptFields, type ComparedItems } from './comparison.ts';
import { difference, type Fields, type MatchedRecord } from './record.ts';

/** Gives the compared items of the view that an event shows; undefined for other events. */
export type ItemsOf = (event: StagedEvent) => ComparedItems | undefined;

export type Verdict = Effect | { readonly outcome: 'late' };

/** The effect of one event of a record. */
export interface Step {
  readonly event: StagedEvent;
  readonly verdict: Verdict;
  /** The state folder has to remember the event's instant, or to forget an older one because the org will hold this one. */
  readonly leavesTrace: boolean;
}

/**
 * Goes through the events of one record in order of time and yields what each does, given the effect of those before it. The
 * caller answers `false` to a step that the org has refused: the next event is then applied to the record without it.
 * `seenAt`: the newest instant of a scope that the state folder remembers for this record and the org doesn't hold. `countries` is
 * for events that haven't been planned yet. What the job keeps on a policy of its own accord goes with the event.
 */
export function* replay(
  record: MatchedRecord,
  events: readonly StagedEvent[],
  seenAt: (scope: GuardScope) => Instant | undefined,
  config: Config,
  countries: CountryCodes = new Map(),
  itemsOf: ItemsOf = () => undefined,
): Generator<Step, Fields, boolean | undefined> {
  let fields = record.fields;
  /**
   * Erasures of this run. An erasure clears the as-of that guards the record, so it has to guard the record itself from then
   * on.
   */
  const erased = new Map<GuardScope, Instant>();

  function withKept(effect: Effect, event: StagedEvent): Effect {
    if (event.target !== 'InsurancePolicy' || effect.outcome === 'failed') return effect;
    const after = { ...fields, ...patchIn(effect) };
    const kept = difference(after, keptFields(after, record, itemsOf(event), config));
    if (Object.keys(kept).length === 0) return effect;
    return effect.outcome === 'changed'
      ? { ...effect, patch: { ...effect.patch, ...kept } }
      : { outcome: 'changed', patch: kept, writesView: false, keepsAsOf: { isNewer: effect.isNewer } };
  }

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
      : withKept(
          rule.effect(event.data, { event, fields, isPersonAccount, newestSeen, config, countries }),
          event,
        );
    const isTaken = yield { event, verdict, leavesTrace: leavesTrace(verdict) };
    if (isTaken === false || verdict.outcome === 'late') continue;
    fields = { ...fields, ...patchIn(verdict) };
    if (rule.erases) for (const scope of guards) erased.set(scope, event.instant);
  }
  return fields;
}

const patchIn = (one: Verdict): Fields => (one.outcome === 'changed' ? one.patch : {});

function leavesTrace(verdict: Verdict): boolean {
  if (verdict.outcome === 'changed') return verdict.keepsAsOf?.isNewer ?? true;
  return verdict.outcome === 'unchanged' && verdict.isNewer;
}
