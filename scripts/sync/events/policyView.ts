import { viewDocument } from '../../feed/canonicalView.ts';
import type { EventOf } from '../../feed/contract.ts';
import { KEPT_POLICY_FIELDS, OWN_POLICY_FIELDS, VIEW_FIELD } from '../config/ownFields.ts';
import { TEXT_TYPES } from '../org/fieldNeed.ts';
import { CODES_LENGTH } from './comparison.ts';
import type { EventCore } from './event.ts';
import type { EventRule } from './eventRule.ts';
import { stamped } from './stamped.ts';
import { unknownCodes } from './unknownCodes.ts';

/**
 * What is staged of a view event: the hash of its document, null when the policy is hidden. The document is staged in a
 * table of its own.
 */
interface PolicyViewData {
  readonly product: string;
  readonly customer: string | undefined;
  readonly reason: string | null;
  readonly hash: string | null;
}

const { visibility, hiddenReason, product, viewHash, policyAsOf } = OWN_POLICY_FIELDS;
const { zone, differences, differenceFields } = KEPT_POLICY_FIELDS;
const VIEW_LENGTH = 131_072;
const HASH_LENGTH = 64;

/** The hash of the view that an event leaves on its policy, null where it hides it; undefined for an event of another type. */
export function viewHashOf({ kind, data }: Pick<EventCore, 'kind' | 'data'>): string | null | undefined {
  return kind === 'policy-view' ? (data as PolicyViewData).hash : undefined;
}

function kept(data: EventOf<'be.pv.cuzo.policy-view.v1'>['data'], hash: string | null): PolicyViewData {
  return {
    product: data.product,
    customer: data.customer,
    reason: data.shown ? null : data.reason,
    hash,
  };
}

/** A zone shows a policy, or hides it and says why. */
export const POLICY_VIEW: EventRule<EventOf<'be.pv.cuzo.policy-view.v1'>, PolicyViewData> = {
  targets: ['InsurancePolicy'],
  keep: ({ data }) => {
    if (!data.shown) return { target: 'InsurancePolicy', data: kept(data, null) };
    const { hash, text } = viewDocument(data.view);
    return { target: 'InsurancePolicy', data: kept(data, hash), view: text };
  },
  keepKnown: kept,
  newestPer: 'zone',
  erases: false,
  guards: () => ['policy'],
  asOf: () => policyAsOf,
  customer: ({ customer }) => customer,
  unknown: unknownCodes,
  effect: (data, situation) => {
    const effect = stamped(situation, policyAsOf, {
      [visibility]: data.hash === null ? 'Hidden' : 'Shown',
      [hiddenReason]: data.reason,
      [product]: data.product,
      [viewHash]: data.hash,
    });
    if (effect.outcome !== 'changed' || !(viewHash in effect.patch)) return effect;
    return data.hash === null
      ? { ...effect, patch: { ...effect.patch, [VIEW_FIELD]: null } }
      : { ...effect, writesView: true };
  },
  remembered: 'unless written',
  writes: () => [
    ...[visibility, hiddenReason, product].map((name) => ({ name, types: TEXT_TYPES, isWritten: true })),
    { name: VIEW_FIELD, types: ['textarea'], length: VIEW_LENGTH, isWritten: true },
    { name: viewHash, types: TEXT_TYPES, length: HASH_LENGTH, isWritten: true },
    { name: policyAsOf, types: ['datetime'], isWritten: true },
    { name: zone, types: ['picklist'], isWritten: true },
    { name: differences, types: ['double'], isWritten: true },
    { name: differenceFields, types: TEXT_TYPES, length: CODES_LENGTH, isWritten: true },
  ],
};
