import type { Field, SObject } from '../schema/model.ts';
import type { Row } from './database.ts';

/** A record that is being written: as it will be, and as it was. */
export interface Draft {
  readonly object: SObject;
  readonly row: Row;
  readonly before: Row | null;
  /** The fields that this write sets. */
  readonly written: ReadonlySet<Field>;
  readonly userId: string;
  readonly allowDuplicates: boolean;
}
