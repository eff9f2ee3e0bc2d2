import type { Instant } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import { VIEW_FIELD } from '../config/ownFields.ts';
import type { StagedEvent } from '../events/event.ts';
import type { CountryCodes } from '../events/eventRule.ts';
import { ruleOf } from '../events/eventRules.ts';
import { difference, type Fields, type MatchedRecord, type MatchedSubject } from '../events/record.ts';
import { replay, type Step } from '../events/replay.ts';
import type { GuardScope } from '../state/asOfs.ts';
import type { Decision, Fault, SubjectPlan } from '../staging/plans.ts';
import type { UnknownValue } from '../events/unknownValue.ts';
import { resolve, type Resolved } from './resolve.ts';

/** What the state folder remembers of a scope: the newest instant, and the key that it is stored under. */
export interface Seen {
  readonly at: (subjectKey: string) => (scope: GuardScope) => Instant | undefined;
  readonly key: (scope: GuardScope, subjectKey: string) => Buffer;
}

/** Plans the events of one subject: an outcome for each, and one row for all that change something. */
export function planSubject(
  subject: MatchedSubject,
  config: Config,
  seen: Seen,
  countries: CountryCodes = new Map(),
): SubjectPlan {
  const resolved = resolve(subject, config);
  const { record } = resolved;
  const unknown = record && subject.target === 'InsurancePolicy' ? unknownBrand(record, config) : undefined;
  return { ...planResolved(subject, resolved, config, seen, countries), unknown };
}

/**
 * The policy's brand when no zone is configured for it. That drops the policy's events or lets both zones write it, which
 * nobody may have intended.
 */
function unknownBrand({ brand }: MatchedRecord, { brands, roles }: Config): UnknownValue | undefined {
  if (brand !== null) return Object.hasOwn(brands, brand) ? undefined : { what: 'brand', value: brand };
  const areMapped = roles.policyBrand !== null && Object.keys(brands).length > 0;
  return areMapped ? { what: 'no brand', value: '' } : undefined;
}

function planResolved(
  { subjectKey, target }: MatchedSubject,
  { record, events, notApplied }: Resolved,
  config: Config,
  seen: Seen,
  countries: CountryCodes,
): SubjectPlan {
  const guardOf = (event: StagedEvent): Buffer =>
    seen.key(ruleOf(event.kind).guards(target, event.zone)[0], subjectKey);
  const decisions: Decision[] = [...notApplied].map(([event, outcome]) => {
    const guard = ruleOf(event.kind).remembered === 'always' ? guardOf(event) : null;
    const found = { event, outcome, guard, record: record?.id ?? null };
    return outcome === 'ambiguous' ? { ...found, fault: ambiguity(record) } : found;
  });
  if (!record) return { decisions, change: undefined };

  let after: Fields = record.fields;
  let viewEvent: number | null = null;
  for (const step of replay(record, events, seen.at(subjectKey), config, countries)) {
    decisions.push(decisionOn(step, record, step.leavesTrace ? guardOf(step.event) : null));
    if (step.verdict.outcome !== 'changed') continue;
    const { patch, writesView } = step.verdict;
    after = { ...after, ...patch };
    if (writesView) viewEvent = step.event.n;
    else if (VIEW_FIELD in patch) viewEvent = null;
  }
  const patch = difference(record.fields, after);
  // The view isn't looked up. When nothing else differs, there was no view to clear.
  if (Object.keys(patch).some((name) => name !== VIEW_FIELD))
    return { decisions, change: { target, record, patch, viewEvent } };
  return { decisions: decisions.map(undone), change: undefined };
}

function decisionOn({ event, verdict }: Step, record: MatchedRecord, guard: Buffer | null): Decision {
  const found = { event, guard, record: record.id };
  if (verdict.outcome === 'failed') return { ...found, outcome: 'failed', fault: verdict };
  return { ...found, outcome: verdict.outcome === 'changed' ? 'planned' : verdict.outcome };
}

/** Events that cancel each other out leave nothing to write. */
const undone = (one: Decision): Decision =>
  one.outcome === 'planned' ? { ...one, outcome: 'unchanged' } : one;

function ambiguity(record: MatchedRecord | undefined): Fault {
  return record
    ? { code: 'OTHER_CUSTOMER', message: 'the policy belongs to another customer than the event says' }
    : { code: 'SEVERAL_RECORDS', message: 'several records have this key' };
}
