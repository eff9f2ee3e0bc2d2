import type { Instant } from '../../feed/instant.ts';
import type { Config } from '../config/config.ts';
import { OWN_POLICY_FIELDS, VIEW_FIELD } from '../config/ownFields.ts';
import { keptFields, type ComparedItems } from '../events/comparison.ts';
import type { StagedEvent } from '../events/event.ts';
import type { CountryCodes } from '../events/eventRule.ts';
import { ruleOf } from '../events/eventRules.ts';
import { viewHashOf } from '../events/policyView.ts';
import { difference, type Fields, type MatchedRecord, type MatchedSubject } from '../events/record.ts';
import { replay, type ItemsOf, type Step } from '../events/replay.ts';
import type { GuardScope } from '../state/asOfs.ts';
import type { KeptItems } from '../state/compared.ts';
import type { Decision, Fault, SubjectPlan } from '../staging/plans.ts';
import type { UnknownValue } from '../events/unknownValue.ts';
import { resolve, type Resolved } from './resolve.ts';

/** What the state folder remembers of a scope: the newest instant, and the key that it is stored under. */
export interface Seen {
  readonly at: (subjectKey: string) => (scope: GuardScope) => Instant | undefined;
  readonly key: (scope: GuardScope, subjectKey: string) => Buffer;
  /** The compared items of a policy's view by its hash, as an earlier run has kept them; undefined where they aren't known. */
  readonly items: (subjectKey: string, view: string) => ComparedItems | undefined;
}

/** Plans the events of one subject: an outcome for each, and one row for all that change something. */
export function planSubject(
  subject: MatchedSubject,
  config: Config,
  seen: Seen,
  countries: CountryCodes = new Map(),
  itemsOf: ItemsOf = () => undefined,
): SubjectPlan {
  const resolved = resolve(subject, config);
  const { record } = resolved;
  const unknown = record && subject.target === 'InsurancePolicy' ? unknownBrand(record, config) : undefined;
  return { ...planResolved(subject, resolved, config, seen, countries, itemsOf), unknown };
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
  itemsOf: ItemsOf,
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
  const verdicts = new Set<Step['verdict']['outcome']>();
  for (const step of replay(record, events, seen.at(subjectKey), config, countries, itemsOf)) {
    const found = decisionOn(step, record, step.leavesTrace ? guardOf(step.event) : null);
    decisions.push({ ...found, compared: itemsLeft(step, record, itemsOf) });
    verdicts.add(step.verdict.outcome);
    if (step.verdict.outcome !== 'changed') continue;
    const { patch, writesView } = step.verdict;
    after = { ...after, ...patch };
    // One view event is left of each policy; what comes after it and changes something clears the view.
    viewEvent = writesView ? step.event.n : null;
  }
  // Where all that the zone says is late, no event brings along what the job keeps of its own accord: the row goes without one.
  if (target === 'InsurancePolicy' && verdicts.size === 1 && verdicts.has('late'))
    after = { ...after, ...keptFields(after, record, knownItems(record, seen, subjectKey), config) };
  const patch = difference(record.fields, after);
  // The view isn't looked up. When nothing else differs, there was no view to clear.
  if (Object.keys(patch).some((name) => name !== VIEW_FIELD))
    return { decisions, change: { target, record, patch, viewEvent } };
  return { decisions: decisions.map(undone), change: undefined };
}

function knownItems({ fields }: MatchedRecord, seen: Seen, subjectKey: string): ComparedItems | undefined {
  const view = fields[OWN_POLICY_FIELDS.viewHash];
  return typeof view === 'string' ? seen.items(subjectKey, view) : undefined;
}

/** The compared items of the view that an event leaves on the policy. */
function itemsLeft({ event, verdict }: Step, record: MatchedRecord, itemsOf: ItemsOf): KeptItems | undefined {
  if (verdict.outcome !== 'changed' && verdict.outcome !== 'unchanged') return undefined;
  const [view, items] = [viewHashOf(event), itemsOf(event)];
  return typeof view === 'string' && items ? { view, items, customer: record.customer } : undefined;
}

function decisionOn({ event, verdict }: Step, record: MatchedRecord, guard: Buffer | null): Decision {
  const found = { event, guard, record: record.id };
  if (verdict.outcome === 'failed') return { ...found, outcome: 'failed', fault: verdict };
  if (verdict.outcome !== 'changed') return { ...found, outcome: verdict.outcome };
  return { ...found, outcome: 'planned', asOfStays: verdict.keepsAsOf !== undefined };
}

/** Events that cancel each other out leave nothing to write. */
const undone = (one: Decision): Decision =>
  one.outcome === 'planned' ? { ...one, outcome: 'unchanged' } : one;

function ambiguity(record: MatchedRecord | undefined): Fault {
  return record
    ? { code: 'OTHER_CUSTOMER', message: 'the policy belongs to another customer than the event says' }
    : { code: 'SEVERAL_RECORDS', message: 'several records have this key' };
}
