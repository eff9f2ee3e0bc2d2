/**
 * What the job may meet and not know: a brand of a policy without a zone in the configuration, a policy without a brand where
 * brands are mapped, codes that the contract doesn't list.
 */
export type UnknownKind = 'brand' | 'no brand' | 'product' | 'reason' | 'document';

export interface UnknownValue {
  readonly what: UnknownKind;
  /** As the org or the feed has it: no value of a person. '' where there is none. */
  readonly value: string;
}
