import type { Zone } from '../contract.ts';
import type { HiddenReason, Product } from './products.ts';

/** A policy as the org has it. */
export interface Policy {
  readonly number: string;
  readonly zone: Zone;
  readonly product: Product;
  readonly isActive: boolean;
  /** Why the zone doesn't show it, or null when it does. */
  readonly hidden: HiddenReason | null;
  /** Yearly premium, `504.92`. */
  readonly premium: string;
  readonly startDay: string;
  readonly renewal: { readonly year: number; readonly month: number };
}
