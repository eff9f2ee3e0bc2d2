/** What the job requires of a field of the org. `types` are describe types; without it any type will do. */
export interface FieldNeed {
  readonly name: string;
  readonly types?: readonly string[];
  /** Characters that it must be able to hold. */
  readonly length?: number;
  readonly isWritten?: boolean;
}

/** Describe types that hold a text. */
export const TEXT_TYPES = ['string', 'picklist', 'textarea', 'combobox'] as const;
