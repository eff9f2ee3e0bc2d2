import { DOCUMENT_TYPES, HIDDEN_REASONS, PRODUCTS } from '../../feed/knownCodes.ts';
import type { EventOf } from '../../feed/contract.ts';
import type { UnknownValue } from './unknownValue.ts';

const isOneOf = (known: readonly string[], code: string): boolean => known.includes(code);

/** Codes in a policy event that the contract doesn't list. They are stored and shown as they are. */
export function unknownCodes({ data }: EventOf<'be.pv.cuzo.policy-view.v1'>): readonly UnknownValue[] {
  const met: UnknownValue[] = [];
  if (!isOneOf(PRODUCTS, data.product)) met.push({ what: 'product', value: data.product });
  if (!data.shown && !isOneOf(HIDDEN_REASONS, data.reason)) met.push({ what: 'reason', value: data.reason });
  const types = data.shown ? new Set(data.view.documents?.map(({ type }) => type)) : [];
  for (const type of types) if (!isOneOf(DOCUMENT_TYPES, type)) met.push({ what: 'document', value: type });
  return met;
}
