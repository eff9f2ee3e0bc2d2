import { kindsWhere } from '../events/eventRules.ts';
import type { Kind } from '../events/event.ts';
import { inTransaction } from '../state/sqlite.ts';
import { dropKeptOfErased } from '../staging/erasedCustomers.ts';
import type { Staging } from '../staging/staging.ts';

const listed = (kinds: readonly Kind[]): string => kinds.map((kind) => `'${kind}'`).join(', ');

const ERASING = listed(kindsWhere(({ erases }) => erases));
/** The kinds of event of which the newest counts, whichever zone sent it. */
const PER_RECORD = listed(kindsWhere(({ newestPer }) => newestPer === 'record'));

/** An erasure counts for its zone and target; of several the newest counts. */
const OLDER_ERASURES = `
  UPDATE event SET outcome = 'superseded' WHERE n IN (
    SELECT n FROM (
      SELECT n, row_number() OVER (PARTITION BY target, zone, subject_key ORDER BY instant DESC, id DESC) AS place
      FROM event WHERE kind IN (${ERASING}))
    WHERE place > 1)`;

/** What a zone sent about a record before it erased it. */
const BEFORE_ERASURE = `
  UPDATE event SET outcome = 'superseded' WHERE n IN (
    SELECT older.n FROM event AS erasure
    JOIN event AS older ON older.target = erasure.target AND older.subject_key = erasure.subject_key
      AND older.zone = erasure.zone AND older.kind NOT IN (${ERASING})
    WHERE erasure.kind IN (${ERASING}) AND erasure.outcome IS NULL
      AND (older.time, older.id) < (erasure.time, erasure.id))`;

/**
 * Of the events with one key the newest counts. A policy view is compared within its zone only: one zone's event may
 * supersede the other's only once the brand of the policy is known.
 */
const OLDER_WORDS = `
  UPDATE event SET outcome = 'superseded' WHERE n IN (
    SELECT n FROM (
      SELECT n, row_number() OVER (
        PARTITION BY kind, subject_key, CASE WHEN kind IN (${PER_RECORD}) THEN '' ELSE zone END
        ORDER BY instant DESC, id DESC, source DESC) AS place
      FROM event WHERE kind NOT IN (${ERASING}) AND outcome IS NULL AND (target, subject_key) IN (
        SELECT target, subject_key FROM event GROUP BY target, subject_key, kind HAVING count(*) > 1))
    WHERE place > 1)`;

/** Marks every staged event that a newer one supersedes (docs/FEED.md). */
export function supersedeOlder(staging: Staging): void {
  inTransaction(staging, () => {
    for (const statement of [OLDER_ERASURES, BEFORE_ERASURE, OLDER_WORDS]) staging.exec(statement);
    dropKeptOfErased(staging);
  });
}
