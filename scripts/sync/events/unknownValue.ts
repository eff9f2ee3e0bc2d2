/**
 * Kinds of values that the job may not know: a policy's brand that the configuration maps to no zone, a policy without a
 * brand where brands are mapped, codes that the contract doesn't list.
 */
export type UnknownKind = 'brand' | 'no brand' | 'product' | 'reason' | 'document';

export interface UnknownValue {
  readonly what: UnknownKind;
  /** As it stands in the org or the feed; never a value about a person. '' where there is none. */
  readonly value: string;
}
