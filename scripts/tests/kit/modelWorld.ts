/** What the plain model of the contract is told with (contractModel.ts). Moments are tenths of a second, as-ofs whole seconds. */

export type ModelZone = 'mypv' | 'myvivium';

interface Common {
  readonly zone: ModelZone;
  readonly id: string;
  /** When the zone says that it happened. */
  readonly time: number;
  /** A customer or policy number. */
  readonly subject: string;
}

export type ModelEvent = Common &
  (
    | { readonly kind: 'registration'; readonly registered: boolean; readonly day: string | null }
    /** `phone` undefined: the zone doesn't keep it. */
    | { readonly kind: 'contact'; readonly changed: number; readonly phone: string | null | undefined }
    | {
        readonly kind: 'view';
        /** Title of the view that is shown; null where the policy is hidden. */
        readonly title: string | null;
        readonly product: string;
        readonly customer: string | undefined;
      }
    | { readonly kind: 'erased'; readonly of: 'customer' | 'policy' }
  );

/** The view of this title has a yearly premium, which Connect 360 holds too; other views have nothing to compare. */
export const TITLE_WITH_PREMIUM = 'one';
export const SHOWN_PREMIUM = 100;

/** The reason of every policy that is hidden. */
export const HIDDEN_REASON = 'ended';

interface ZoneState {
  registered: boolean;
  day: string | null;
  asOf: number | null;
}

export interface ModelAccount {
  readonly number: string;
  readonly isPerson: boolean;
  readonly zones: Record<ModelZone, ZoneState>;
  phone: string | null;
  contactAsOf: number | null;
  contactZone: ModelZone | null;
}

export interface ModelPolicy {
  readonly number: string;
  readonly account: ModelAccount;
  /** The zone of its brand; 'none' where the configuration has no zone for the brand; null without a brand. */
  readonly zone: ModelZone | 'none' | null;
  readonly isActive: boolean;
  shown: 'Shown' | 'Hidden' | null;
  reason: string | null;
  product: string | null;
  title: string | null;
  asOf: number | null;
  /** The yearly premium as Connect 360 has it. */
  premium: number | null;
  /** What the job keeps of its own accord: the zone of the brand, and in how many items zone and Connect 360 differ. */
  keptZone: string | null;
  differences: number | null;
  differing: string | null;
}

export type ModelOutcome =
  | 'changed'
  | 'unchanged'
  | 'late'
  | 'superseded'
  | 'foreign'
  | 'unmatched'
  | 'ambiguous'
  | 'failed';

/** An org and what the job remembers of it. */
export interface ModelWorld {
  readonly accounts: ModelAccount[];
  readonly policies: ModelPolicy[];
  /** Whether contact data is written, or its stamps alone. */
  readonly writesContact: boolean;
  /** Contact data changed before this moment is left alone. */
  readonly since: number;
  /** The newest moment that was heard about something, by `scope of subject`. */
  readonly heard: Map<string, number>;
  /** Events without a record, with the day on which they were kept first. */
  readonly kept: Map<string, { readonly event: ModelEvent; readonly day: number }>;
  /** Of which view the job knows what is compared, and the customer, by policy number. */
  readonly compared: Map<string, { readonly title: string; readonly customer: string }>;
}
