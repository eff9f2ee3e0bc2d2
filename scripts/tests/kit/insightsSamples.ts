import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import type { TestOrg } from '../../local-org/testOrg.ts';

type Fields = Readonly<Record<string, unknown>>;
export interface Customer {
  readonly key: string;
  readonly fields: Fields;
}
export interface Policy {
  readonly owner: Customer;
  readonly isActive: boolean;
  readonly fields: Fields;
}
/** What was inserted. */
export interface Samples {
  readonly customers: readonly Customer[];
  readonly policies: readonly Policy[];
}

const recordsOf = (name: string): readonly Fields[] =>
  (JSON.parse(readFileSync(join(ROOT, 'config/samples', name), 'utf8')) as { records: readonly Fields[] })
    .records;

interface Told {
  readonly type: string;
  readonly subject: string;
  readonly source: string;
  readonly data: Readonly<Record<string, unknown>>;
}
const told: readonly Told[] = ['1-mypv', '2-myvivium'].flatMap((name) =>
  readFileSync(join(ROOT, 'config/samples/feed', `${name}.ndjson`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Told),
);

/** Of each zone: how field names have it, its source in the feed, its code, and the brand of its policies. */
export const ZONE_NAMES = [
  ['MyPV', '/portals/mypv', 'MYPV', 'P&V'],
  ['MyVivium', '/portals/myvivium', 'MYVIVIUM', 'Vivium'],
] as const;

/** The sample customers and policies with what the sample feed says of them, and differences here and there. */
export function insertSamples(org: TestOrg): Samples {
  const customers: Customer[] = [];
  const policies: Policy[] = [];
  const views = new Map(
    told.filter(({ type }) => type.includes('policy-view')).map((event) => [event.subject, event.data]),
  );
  for (const account of recordsOf('Account.json')) {
    const number = account.Customer_Number__c;
    const fields = Object.fromEntries(
      ZONE_NAMES.flatMap(([zone, source]) => {
        const said = told.findLast(
          (event) =>
            event.type.includes('registration') && event.source === source && event.subject === number,
        );
        return said === undefined
          ? []
          : [
              [`CuZo_${zone}_Onboarded__c`, said.data.registered],
              [`CuZo_${zone}_Onboarding_Date__c`, said.data.registeredOn],
              [`CuZo_${zone}_As_Of__c`, '2026-11-21T03:00:00Z'],
            ];
      }),
    );
    const Name = String(account.LastName ?? account.Name);
    customers.push({
      key: (account.attributes as { referenceId: string }).referenceId,
      fields: { Name, ...fields },
    });
  }
  const ids = org.insert('Account', ...customers.map(({ fields }) => fields));
  for (const policy of recordsOf('InsurancePolicy.json')) {
    const owner = customers.find(({ key }) => `@${key}` === policy.NameInsuredId);
    const view = views.get(String(policy.Name));
    if (!owner) throw new Error('a sample policy of nobody');
    const zone = ZONE_NAMES.find(([, , , brand]) => brand === policy.Brand__c)?.[2] ?? null;
    const differences = policies.length % 3;
    policies.push({
      owner,
      isActive: policy.Status === 'In Force',
      fields: {
        Name: policy.Name,
        NameInsuredId: ids[customers.indexOf(owner)],
        Status: policy.Status,
        CuZo_Zone__c: zone,
        CuZo_Hidden_Reason__c: view?.reason ?? null,
        CuZo_Differences__c: differences,
        CuZo_Difference_Fields__c: [null, 'premium', 'premium;renewal-date'][differences],
      },
    });
  }
  org.insert('InsurancePolicy', ...policies.map(({ fields }) => fields));
  org.insert(
    'CuZo_Sync_Run__c',
    { Run_Id__c: 'old', Started__c: '2026-10-01T02:00:00Z' },
    { Run_Id__c: 'before there were kinds', Started__c: '2026-11-20T02:00:00Z' },
    { Run_Id__c: 'new', Kind__c: 'Feed', Started__c: '2026-11-21T02:00:00Z' },
    { Run_Id__c: 'an hour of listen', Kind__c: 'Live', Started__c: '2026-11-21T09:00:00Z' },
  );
  return { customers, policies };
}
