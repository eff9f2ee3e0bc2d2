import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** How long an org takes for what is done at once here, in milliseconds. */
export interface OrgTimes {
  /** Of every request, before it is processed: the way to the data centre and back, and the org's own work on an empty request. */
  readonly roundTrip: number;
  /** For each record of an sObject Collections request. */
  readonly collectionsRow: number;
  /** Until a Bulk job is taken from its queue. */
  readonly bulkQueue: number;
  /** For each row of an ingest job, all its parallel batches taken together. */
  readonly bulkRow: number;
  /** For each row of a query job. */
  readonly bulkQueryRow: number;
}

/**
 * The times of a usual org. Salesforce publishes none. One is measured by others: 76,380 accounts in 82.7 seconds of
 * processing by one Bulk API 2.0 job in a test org (log in salesforcecli/plugin-data pull request 1098). The others are our own
 * estimates: a data centre in another country, a second for 200 records without automation of their own, ten seconds in a
 * queue at night, and ten thousand rows of a query in a second.
 */
export const LIKE_AN_ORG: OrgTimes = {
  roundTrip: 100,
  collectionsRow: 5,
  bulkQueue: 10_000,
  bulkRow: 82_700 / 76_380,
  bulkQueryRow: 0.1,
};

/** No time at all. */
export const AT_ONCE: OrgTimes = {
  roundTrip: 0,
  collectionsRow: 0,
  bulkQueue: 0,
  bulkRow: 0,
  bulkQueryRow: 0,
};

/** Reads `roundTrip=50,bulkQueue=0`: what isn't named is as in LIKE_AN_ORG. Throws an Error for anything else. */
export function orgTimes(text: string): OrgTimes {
  const given = text.split(',').filter((part) => part !== '');
  const named = given.map((part): [string, number] => {
    const [name = '', value = ''] = part.split('=');
    if (!Object.hasOwn(LIKE_AN_ORG, name) || !/^\d+(?:\.\d+)?$/.test(value))
      throw new Error(
        `${part} isn't one of ${Object.keys(LIKE_AN_ORG).join(', ')} with a number of milliseconds, as roundTrip=50`,
      );
    return [name, Number(value)];
  });
  return { ...LIKE_AN_ORG, ...Object.fromEntries(named) };
}

const COLLECTIONS = /\/composite\/sobjects(\/|\?|$)/;

/** Makes the APIs as slow as that. Bulk jobs have a pace of their own. */
export function registerTimes(app: FastifyInstance, { roundTrip, collectionsRow }: OrgTimes): void {
  if (roundTrip > 0)
    app.addHook('onRequest', async ({ url }) => {
      if (url.startsWith('/services/')) await delay(roundTrip);
    });
  if (collectionsRow > 0)
    app.addHook('preHandler', async ({ url, body }) => {
      if (COLLECTIONS.test(url)) await delay(recordsIn(body) * collectionsRow);
    });
}

function recordsIn(body: unknown): number {
  const records = typeof body === 'object' && body !== null && 'records' in body ? body.records : undefined;
  return Array.isArray(records) ? records.length : 0;
}
