import { hash } from 'node:crypto';
import { OWN_POLICY_FIELDS, VIEW_FIELD } from '../config/ownFields.ts';
import type { MatchedRecord, MatchedSubject } from '../events/record.ts';
import { viewHashOf } from '../events/policyView.ts';
import { userIdOf } from '../org/licences.ts';
import type { Org } from '../org/org.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import { queryTogether, soqlText } from '../org/query.ts';

const { viewHash, policyAsOf } = OWN_POLICY_FIELDS;

/** Gives subjects whose records have the hash of the view that stands there, whatever hash stands beside it. */
export type ReadViews = (subjects: readonly MatchedSubject[]) => Promise<readonly MatchedSubject[]>;

/**
 * Views are large and compared by the hash that the job writes beside them: who overwrites a view and leaves the hash would
 * never be noticed. So the views of policies that somebody else than the job's user changed last are read and compared
 * themselves, where an event would leave the policy as it is: all others are written anyway, or were written by the job.
 */
export function overwrittenViews(org: Org): ReadViews {
  let asked: Promise<string | null> | undefined;
  return async (subjects) => {
    const doubtful = subjects.flatMap(doubtfulRecords);
    if (doubtful.length === 0) return subjects;
    asked ??= ownUserId(org);
    const own = await asked;
    const ids = doubtful.filter(({ modifiedBy }) => own !== null && modifiedBy !== own).map(({ id }) => id);
    if (ids.length === 0) return subjects;
    const hashes = await hashesOf(ids, org);
    return subjects.map((subject) => ({
      ...subject,
      records: subject.records.map((record) => withHash(record, hashes.get(record.id))),
    }));
  };
}

/** Policies of which a zone has spoken and which an event would leave as they are, by their hash. */
function doubtfulRecords({ target, events, records }: MatchedSubject): readonly MatchedRecord[] {
  if (target !== 'InsurancePolicy') return [];
  const told = new Set(events.map(viewHashOf));
  return records.filter(
    ({ modifiedBy, fields }) =>
      modifiedBy !== null && (fields[policyAsOf] ?? null) !== null && told.has(hashIn(fields)),
  );
}

function hashIn(fields: MatchedRecord['fields']): string | null {
  const held = fields[viewHash];
  return typeof held === 'string' ? held : null;
}

/** By id; null where there is no view. */
async function hashesOf(ids: readonly string[], org: Org): Promise<ReadonlyMap<string, string | null>> {
  const soql = `SELECT Id, ${VIEW_FIELD} FROM InsurancePolicy WHERE Id IN (${ids.map(soqlText).join(',')})`;
  const records = await queryTogether(org, [soql]);
  return new Map(
    records.map(({ Id, [VIEW_FIELD]: view }) => [
      String(Id),
      typeof view === 'string' && view !== '' ? hash('sha256', view) : null,
    ]),
  );
}

function withHash(record: MatchedRecord, held: string | null | undefined): MatchedRecord {
  return held === undefined ? record : { ...record, fields: { ...record.fields, [viewHash]: held } };
}

/** null where the session may not ask who it is: then every view is taken for what its hash says. */
async function ownUserId(org: Org): Promise<string | null> {
  try {
    return await userIdOf(org);
  } catch (error) {
    if (error instanceof OrgRefusal) return null;
    throw error;
  }
}
