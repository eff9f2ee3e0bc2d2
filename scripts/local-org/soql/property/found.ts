import type { Made, Setting } from './setting.ts';
import { condition } from './conditions.ts';
import type { Row } from './rows.ts';

/** A statement and its expected result, computed from plain objects. */
export interface Case {
  readonly soql: string;
  /** Records without attributes, in order; groups without ORDER BY may be in any order. */
  readonly records: readonly object[];
  readonly totalSize: number;
  readonly inOrder: boolean;
  readonly features: readonly string[];
}

export interface Found {
  readonly rows: readonly Row[];
  readonly where: string;
  readonly features: readonly string[];
}

/** A random WHERE with the rows that it finds; sometimes no WHERE, with all rows. */
export function found(setting: Setting): Found {
  const { random, world, object, allRows } = setting;
  const made: Made | undefined = random.chance(0.85) ? condition(setting) : undefined;
  return {
    rows: world[object].filter((row) => (allRows || !row.deleted) && made?.holds(row) !== false),
    where: made === undefined ? '' : ` WHERE ${made.soql}`,
    features: made === undefined ? [] : ['WHERE', ...made.features],
  };
}
