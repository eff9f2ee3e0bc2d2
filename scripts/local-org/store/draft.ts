import type { Field, SObject } from '../schema/model.ts';
import type { Row } from './database.ts';

/** A record on its way into a table: as it will be, and as it was. */
export interface Draft {
  readonly object: SObject;
  readonly row: Row;
  readonly before: Row | null;
  /** The fields this write sets. */
  readonly written: ReadonlySet<Field>;
  readonly userId: string;
  readonly allowDuplicates: boolean;
}
