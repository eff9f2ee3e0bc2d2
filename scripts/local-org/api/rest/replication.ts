import { type JsonRecord, type Org, type QueryPage, OrgError } from '../../org.ts';
import type { ResourceRequest } from '../request.ts';
import { type Resource, ok } from '../resource.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/**
 * Changes are available for 30 days (SOAP API Developer Guide, getUpdated), deletions for 15 (REST guide, sObject Get
 * Deleted).
 */
const UPDATED_DAYS = 30;
const DELETED_DAYS = 15;
const MOST_IDS = 600_000;

interface Span {
  /** Milliseconds at a whole minute: Salesforce ignores the seconds of both. */
  readonly start: number;
  readonly end: number;
}

function moment(request: ResourceRequest, name: string): number {
  const text = request.query.get(name);
  if (text === null || text === '')
    throw new OrgError(400, 'MISSING_ARGUMENT', `Required parameter: ${name}`);
  // An unescaped plus arrives as a blank.
  const time = Date.parse(text.replace(' ', '+'));
  if (Number.isNaN(time)) throw new OrgError(400, 'INVALID_REPLICATION_DATE', `Invalid date: ${text}`);
  return Math.floor(time / MINUTE) * MINUTE;
}

const refused = (message: string): OrgError => new OrgError(400, 'INVALID_REPLICATION_DATE', message);

function spanOf(request: ResourceRequest, days: number): Span {
  const [start, end] = [moment(request, 'start'), moment(request, 'end')];
  if (end - start < MINUTE) throw refused('endDate must be at least one minute greater than startDate');
  // https://github.com/jsforce/jsforce/issues/406
  if (start < Date.now() - days * DAY) throw refused('startDate before org replication enabled date');
  return { start, end };
}

const literal = (time: number): string => new Date(time).toISOString();
const stamp = (time: number): string => literal(time).replace('Z', '+0000');

/** Where the next call should start: records may still change in the current minute. */
const latestDateCovered = ({ end }: Span): string =>
  stamp(Math.min(end, Math.floor(Date.now() / MINUTE) * MINUTE));

function rowsOf(soql: string, all: boolean, request: ResourceRequest, org: Org): readonly JsonRecord[] {
  const { caller, version } = request;
  let page: QueryPage = org.query(soql, caller, { version, all });
  if (page.totalSize > MOST_IDS)
    throw new OrgError(400, 'EXCEEDED_ID_LIMIT', `More than ${MOST_IDS} ids: ask for a shorter time.`);
  const rows = [...page.records];
  while (page.next !== undefined) {
    page = org.queryMore(page.next, caller, { version, all });
    rows.push(...page.records);
  }
  return rows;
}

const within = ({ start, end }: Span): string =>
  `SystemModstamp >= ${literal(start)} AND SystemModstamp < ${literal(end)}`;

function updated(request: ResourceRequest, org: Org): unknown {
  const span = spanOf(request, UPDATED_DAYS);
  const soql = `SELECT Id FROM ${request.param('object')} WHERE ${within(span)}`;
  return {
    ids: rowsOf(soql, false, request, org).map(({ Id }) => Id),
    latestDateCovered: latestDateCovered(span),
  };
}

function deleted(request: ResourceRequest, org: Org): unknown {
  const span = spanOf(request, DELETED_DAYS);
  const soql = `SELECT Id, SystemModstamp FROM ${request.param('object')} WHERE IsDeleted = true AND ${within(span)}`;
  return {
    deletedRecords: rowsOf(soql, true, request, org).map(({ Id, SystemModstamp }) => ({
      id: Id,
      deletedDate: SystemModstamp,
    })),
    earliestDateAvailable: stamp(Math.floor(Date.now() / MINUTE) * MINUTE - DELETED_DAYS * DAY),
    latestDateCovered: latestDateCovered(span),
  };
}

/** Describes the object, so that an unknown one is NOT_FOUND as on all its other paths. */
const known = (request: ResourceRequest, org: Org): void =>
  void org.describe(request.param('object'), request.caller);

export const REPLICATION_RESOURCES: readonly Resource[] = [
  {
    path: '/sobjects/:object/updated',
    handlers: {
      GET: (request, { org }) => {
        known(request, org);
        return ok(updated(request, org));
      },
    },
  },
  {
    path: '/sobjects/:object/deleted',
    handlers: {
      GET: (request, { org }) => {
        known(request, org);
        return ok(deleted(request, org));
      },
    },
  },
];
