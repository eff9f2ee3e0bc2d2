import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ZONES, type Zone } from '../contract.ts';
import { MANIFEST_NAME } from '../manifest.ts';
import { ACCOUNT_COLUMNS, POLICY_COLUMNS } from './crmRows.ts';
import { openCustomers } from './customer.ts';
import type { Shares } from './shares.ts';
import { openNames } from './names.ts';
import { openTally, type Expected } from './outcomes.ts';
import { openParts, type Parts } from './parts.ts';
import { openPolicies } from './drawnPolicies.ts';
import { openRandom } from './random.ts';
import { openEventWriter } from './eventWriter.ts';
import { openCustomerWriter } from './customerWriter.ts';

/** Size, shares and target folder of the generated data. */
export interface GenerateOptions extends Shares {
  readonly customers: number;
  readonly policies: number;
  readonly seed: number;
  /** Average characters of a view's JSON. */
  readonly viewSize: number;
  readonly linesPerFile: number;
  readonly gzip: boolean;
  /** A folder without `crm` and `feed`. */
  readonly out: string;
}

/**
 * One ingest job of the Bulk API takes 150 MB (Salesforce's limit); quotes and accents take more than a byte per character.
 */
const CSV_SIZE = 80_000_000;
/** Customers between two waits for the disk. */
const STRIDE = 32;

/**
 * Writes `crm/*.csv` (the org as yesterday's run left it), `feed/` (today's snapshot with its manifest) and `expected.json`
 * (what a run of that feed on that org must report, with config/sync.json as it is), and returns the last. The same options
 * give the same bytes; memory doesn't grow with the numbers. Throws EEXIST when `out` has been used before.
 */
export async function generate(options: GenerateOptions): Promise<Expected> {
  const { customers, policies, seed, out } = options;
  const crm = join(out, 'crm');
  const feed = join(out, 'feed');
  await mkdir(out, { recursive: true });
  for (const folder of [crm, feed]) await mkdir(folder);

  const csv = (name: string, columns: readonly string[]): Parts =>
    openParts({
      folder: crm,
      name: (part) => (part === 1 ? `${name}.csv` : `${name}-${part}.csv`),
      gzip: false,
      isListed: false,
      header: columns.join(','),
      maxLines: Infinity,
      maxSize: CSV_SIZE,
    });
  const lines = Object.fromEntries(ZONES.map((zone) => [zone, feedParts(zone, feed, options)])) as Record<
    Zone,
    Parts
  >;
  const files = {
    accounts: csv('Account', ACCOUNT_COLUMNS),
    policies: csv('InsurancePolicy', POLICY_COLUMNS),
  };

  const random = openRandom(seed);
  const tally = openTally();
  const customerAt = openCustomers(random, openNames(seed));
  const policyAt = openPolicies(random, options.viewSize);
  const writeCustomer = openCustomerWriter(random, openEventWriter(lines, tally), tally, options, files);
  const series = [...Object.values(files), ...Object.values(lines)];

  let next = 0;
  for (let index = 0; index < customers; index += 1) {
    const customer = customerAt(index);
    const end = firstPolicyOf(index + 1);
    const owned = Array.from({ length: end - next }, (_, place) => policyAt(next + place, customer));
    next = end;
    writeCustomer(index, customer, owned);
    if (index % STRIDE === 0) for (const parts of series) await parts.drain();
  }
  for (const parts of Object.values(files)) await parts.close();
  const entries = (await Promise.all(ZONES.map((zone) => lines[zone].close()))).flat();
  await writeFile(join(feed, MANIFEST_NAME), json({ files: entries }));
  const expected = tally.total();
  await writeFile(join(out, 'expected.json'), json(expected));
  return expected;

  /** Policies are assigned to customers in order: none to twice the mean each, and in the end all of them. */
  function firstPolicyOf(index: number): number {
    if (index === customers) return policies;
    random.start(5, index);
    return Math.floor(((index + random.next()) * policies) / customers);
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const feedParts = (zone: Zone, folder: string, { gzip, linesPerFile }: GenerateOptions): Parts =>
  openParts({
    folder,
    name: (part) => `${zone}-${String(part).padStart(4, '0')}.ndjson${gzip ? '.gz' : ''}`,
    gzip,
    isListed: true,
    maxLines: linesPerFile,
    maxSize: Infinity,
  });
