import type { ContactData, Source, Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';

/** The objects whose records events speak of. */
export type Target = 'Account' | 'InsurancePolicy';

export interface RegistrationBody {
  readonly registered: boolean;
  readonly registeredOn: string | null;
}

/** What a zone says of a policy; the view document itself travels apart, by its hash. */
export interface PolicyViewBody {
  readonly product: string;
  readonly customer?: string;
  readonly reason: string | null;
  readonly hash: string | null;
}

export type EventBody =
  | { readonly kind: 'registration'; readonly data: RegistrationBody }
  | { readonly kind: 'contact'; readonly data: ContactData }
  | { readonly kind: 'policy-view'; readonly data: PolicyViewBody }
  | { readonly kind: 'erased'; readonly data: null };

/** An event that keeps to the contract, ready to be staged. */
export interface CheckedEvent {
  readonly source: Source;
  readonly zone: Zone;
  readonly id: string;
  readonly target: Target;
  /** As it was sent; compared without case, as the org compares keys. */
  readonly subject: string;
  /** When the zone spoke. */
  readonly time: Instant;
  /** What decides which of several is newest: `time`, or `changedAt` of contact data. */
  readonly instant: Instant;
  readonly body: EventBody;
  /** Canonical view document of a policy that is shown. */
  readonly view: string | null;
}
