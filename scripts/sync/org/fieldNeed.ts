/** What a field of the org must be for the job. `types` are describe types; none: any. */
export interface FieldNeed {
  readonly name: string;
  readonly types?: readonly string[];
  /** Characters that it must hold. */
  readonly length?: number;
  readonly isWritten?: boolean;
}

/** Describe types that hold a text. */
export const TEXT_TYPES = ['string', 'picklist', 'textarea', 'combobox'] as const;
