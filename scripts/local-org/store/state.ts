import type { Components } from '../schema/components.ts';
import type { Features } from '../schema/features.ts';
import type { Schema } from '../schema/model.ts';
import type { Locks } from '../org.ts';
import type { Database } from './database.ts';
import type { Rights } from '../schema/rights.ts';

/** What the parts of the engine share, one per open org. A deploy replaces `schema` and `components`. */
export interface OrgState {
  readonly database: Database;
  schema: Schema;
  components: Components;
  readonly features: Features;
  /** The rights of each user, cached until set-up rows or metadata change. */
  readonly rights: Map<string, Rights>;
  /** Rows saved by object, since the start or the last reset. */
  readonly rowsWritten: Map<string, number>;
  /** Ids of the rows that a running batch keeps locked. */
  readonly lockedBy: Map<string, Locks>;
  readonly now: () => Date;
}
