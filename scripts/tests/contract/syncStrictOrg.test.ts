import { forThisFile } from '../kit/ending.ts';
import { contact, registration, shown } from '../kit/events.ts';
import { startSyncBench, type Ended } from '../kit/syncBench.ts';

/** An org as a careful administrator sets it up. */
const FEATURES = [
  ...['--sharing', 'private'],
  '--state-country-picklists',
  ...['--duplicate-rule', 'Account:PersonEmail'],
];
const bench = forThisFile(() => startSyncBench(...FEATURES));

type Row = Readonly<Record<string, unknown>>;

/** The configuration for country picklists, changed. */
const codes = (name: string, change: object = {}): string =>
  bench.config(name, (config) => ({
    ...config,
    contact: { ...(config.contact as object), country: 'code' },
    roles: {
      ...(config.roles as object),
      person: { ...(config.roles as { person: object }).person, country: 'PersonMailingCountryCode' },
    },
    ...change,
  }));

const check = (...more: readonly string[]): Promise<Ended> =>
  bench.sync([
    'check',
    '--json',
    ...(more.includes('--config') ? [] : ['--config', codes('codes')]),
    ...more,
  ]);

async function count(object: string): Promise<string> {
  const answer = await bench.org.rest(
    'GET',
    `query?q=${encodeURIComponent(`SELECT COUNT() FROM ${object}`)}`,
  );
  return String((answer as { totalSize: number }).totalSize);
}

async function userId(username: string): Promise<string> {
  const [user] = await bench.org.query(`SELECT Id FROM User WHERE Username = '${username}'`);
  return String(user?.Id);
}

/** Shares records with the job's user as the sharing rules of config/sharing do: for reading and writing. */
async function share(accounts: Iterable<string>, policies: Iterable<string> = []): Promise<void> {
  const UserOrGroupId = await userId('sync@connect360.local');
  const levels = { AccountAccessLevel: 'Edit', OpportunityAccessLevel: 'None', CaseAccessLevel: 'None' };
  await bench.create(
    'AccountShare',
    [...accounts].map((AccountId) => ({ AccountId, UserOrGroupId, ...levels })),
  );
  await bench.create(
    'InsurancePolicyShare',
    [...policies].map((ParentId) => ({ ParentId, UserOrGroupId, AccessLevel: 'Edit' })),
  );
}

/** A request with the rights of a user: its status and the code of its error. */
async function asUser(token: string, method: string, path: string, body?: object): Promise<string> {
  const response = await fetch(new URL(`/services/data/v66.0/${path}`, bench.org.url), {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return `${response.status} ${/"errorCode":"(\w+)"/.exec(text)?.[1] ?? ''}`.trim();
}

interface Described {
  readonly name: string;
  readonly permissionable: boolean;
  readonly updateable: boolean;
}

async function describeAs(token: string, object: string): Promise<readonly Described[]> {
  const response = await fetch(new URL(`/services/data/v66.0/sobjects/${object}/describe`, bench.org.url), {
    headers: { Authorization: `Bearer ${token}` },
  });
  return ((await response.json()) as { fields?: readonly Described[] }).fields ?? [];
}

test('check tells how many records are not shared with the user, and is content when they are', async () => {
  const expected = [
    ...['--expect-accounts', await count('Account')],
    ...['--expect-policies', await count('InsurancePolicy')],
  ];
  const blind = await check(...expected);
  expect(blind.code).toBe(2);
  expect(blind.stderr).toMatch(/Account: the user sees 0 of \d+ records/);
  expect(blind.stderr).toMatch(/InsurancePolicy: the user sees 0 of \d+ records/);
  const ids = async (object: string) =>
    (await bench.org.query(`SELECT Id FROM ${object}`)).map(({ Id }) => String(Id));
  await share(await ids('Account'), await ids('InsurancePolicy'));
  const ready = await check(...expected);
  expect([ready.code, ready.stderr]).toEqual([0, '']);
  expect(JSON.parse(ready.stdout)).toMatchObject({
    ready: true,
    sees: { Account: Number(expected[1]), InsurancePolicy: Number(expected[3]) },
  });
  const jobs = (await bench.org.rest('GET', 'jobs/ingest')) as { records: readonly unknown[] };
  expect(jobs.records).toStrictEqual([]);
});

test('check tells which licence an integration user lacks', async () => {
  const [profile] = await bench.org.query(
    "SELECT Id FROM Profile WHERE Name = 'Minimum Access - API Only Integrations'",
  );
  const Username = 'bare@connect360.local';
  const settings = { LanguageLocaleKey: 'nl_NL', LocaleSidKey: 'nl_BE', TimeZoneSidKey: 'Europe/Brussels' };
  const names = { Username, LastName: 'Bare', Alias: 'bare', Email: 'bare@example.com' };
  await bench.create('User', [{ ...names, ...settings, EmailEncodingKey: 'UTF-8', ProfileId: profile?.Id }]);
  const env = bench.org.jwtEnv(Username);
  const refused = await bench.sync(['check', '--config', codes('codes')], { env });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('assign the permission set licence Salesforce API Integration');
});

/** What the job uses, of the fields that permissions are for. A person's data has its permission on the contact. */
const USED: Readonly<Record<string, readonly string[]>> = {
  Account:
    words(`CuZo_Contact_As_Of__c CuZo_Contact_Changed_On__c CuZo_Contact_Zone__c CuZo_MyPV_As_Of__c CuZo_MyPV_Onboarded__c
    CuZo_MyPV_Onboarding_Date__c CuZo_MyVivium_As_Of__c CuZo_MyVivium_Onboarded__c CuZo_MyVivium_Onboarding_Date__c
    Customer_Number__c PersonEmail PersonMobilePhone Phone`),
  Contact: ['Email', 'MobilePhone'],
  InsurancePolicy:
    words(`Brand__c CuZo_As_Of__c CuZo_Difference_Fields__c CuZo_Differences__c CuZo_Hidden_Reason__c CuZo_Product__c
    CuZo_View_Hash__c CuZo_View__c CuZo_Visibility__c CuZo_Zone__c PremiumAmount PremiumFrequency RenewalDate`),
};

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

/** Parts of the mailing address, which has one permission. */
const isMailing = (name: string): boolean => /^(?:Person)?Mailing/.test(name);

test('the job can not read or write a field that it does not use', async () => {
  const token = await bench.org.tokenFor('sync@connect360.local');
  for (const [object, names] of Object.entries(USED)) {
    const permissioned = (fields: readonly Described[]): readonly string[] =>
      fields.flatMap(({ name, permissionable }) => (permissionable && !isMailing(name) ? [name] : [])).sort();
    expect([object, permissioned(await describeAs(token, object))]).toEqual([object, names]);
    const others = permissioned(await describeAs(bench.org.accessToken, object)).filter(
      (name) => !names.includes(name),
    );
    expect(others.length).toBeGreaterThan(2);
    const [record] = await bench.org.query(`SELECT Id FROM ${object} LIMIT 1`);
    for (const name of others) {
      const soql = encodeURIComponent(`SELECT ${name} FROM ${object}`);
      const read = await asUser(token, 'GET', `query?q=${soql}`);
      const path = `sobjects/${object}/${String(record?.Id)}`;
      const written = await asUser(token, 'PATCH', path, { [name]: null });
      expect([object, name, read, written]).toEqual([
        object,
        name,
        '400 INVALID_FIELD',
        expect.stringMatching(/^40[03] (?:INVALID_FIELD|INSUFFICIENT_ACCESS)/),
      ]);
    }
  }
});

test('with its permission sets the job does all it does', async () => {
  for (const [number, how] of [
    ['LP1', {}],
    ['LP2', { bulkAbove: 0 }],
  ] as const) {
    const accounts = await bench.persons([number], { PersonMailingCountryCode: 'NL' });
    const account = accounts.get(number) ?? '';
    const policies = await bench.policies([`${number}-P`], account);
    await share(accounts.values(), policies.values());
    const address = {
      street: 'Kerkstraat',
      houseNumber: '1',
      postalCode: '9000',
      city: 'Gent',
      country: 'BE',
    };
    const ended = await bench.run(
      'least',
      [
        registration(number, '2026-11-01'),
        contact(number, '2026-11-10T10:00:00Z', {
          phone: '02 000 00 01',
          email: `${number}@example.com`,
          address,
        }),
        shown(`${number}-P`, 'a view'),
      ],
      '--config',
      codes(`least-${number}`, how),
    );
    expect([ended.code, ended.report.changed, ended.report.failed]).toEqual([0, 3, 0]);
    expect(await bench.accountOf(number)).toMatchObject({
      CuZo_MyPV_Onboarded__c: true,
      PersonEmail: `${number.toLowerCase()}@example.com`,
      PersonMailingCountry: 'Belgium',
    });
    expect(await bench.policyOf(`${number}-P`)).toMatchObject({ CuZo_Visibility__c: 'Shown' });
  }
  const runs = await bench.org.query("SELECT Status__c FROM CuZo_Sync_Run__c WHERE Status__c = 'Finished'");
  expect(runs.length).toBeGreaterThan(1);
});

test('an agent reads what the zones say and can not write it', async () => {
  const token = await bench.org.tokenFor('agent.nl@connect360.local');
  const own = "WHERE Owner.Username = 'agent.nl@connect360.local' LIMIT 1";
  for (const object of ['Account', 'InsurancePolicy']) {
    const [record] = await bench.org.query(`SELECT Id FROM ${object} ${own}`);
    const ours = (await describeAs(bench.org.accessToken, object))
      .filter(({ name }) => name.startsWith('CuZo_') && name !== 'CuZo_View_Hash__c')
      .map(({ name }) => name);
    const soql = encodeURIComponent(`SELECT ${ours.join()} FROM ${object}`);
    expect(await asUser(token, 'GET', `query?q=${soql}`)).toBe('200');
    for (const name of ours)
      expect([
        name,
        await asUser(token, 'PATCH', `sobjects/${object}/${String(record?.Id)}`, { [name]: null }),
      ]).toEqual([name, '400 INVALID_FIELD_FOR_INSERT_UPDATE']);
  }
  const [zone] = await bench.org.query('SELECT Id FROM CuZo_Portal__c LIMIT 1');
  const writes = [
    await asUser(token, 'PATCH', `sobjects/CuZo_Portal__c/${String(zone?.Id)}`, { Name: 'x' }),
    await asUser(token, 'POST', 'sobjects/CuZo_Portal__c', { Name: 'x' }),
    await asUser(token, 'POST', 'sobjects/CuZo_Sync_Run__c', { Status__c: 'Finished' }),
    await asUser(token, 'DELETE', `sobjects/CuZo_Portal__c/${String(zone?.Id)}`),
  ];
  expect(writes.filter((answer) => !answer.startsWith('4'))).toStrictEqual([]);
});

test('country names are refused at once where the org takes codes', async () => {
  const refused = await check(
    '--config',
    bench.config('names', (config) => config),
  );
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('name PersonMailingCountryCode instead and set contact.country to code');
});

test('a row that a duplicate rule alerts about fails, or is saved where the configuration says so, by Bulk too', async () => {
  const numbers = ['D1', 'D2', 'D3'];
  const accounts = await bench.persons(numbers);
  await share(accounts.values());
  const email = 'family@example.com';
  const sent = (number: string) => contact(number, '2026-11-10T10:00:00Z', { email });
  const run = (state: string, number: string, change: object): Promise<Ended> =>
    bench.run(state, [sent(number)], '--config', codes(state, change));
  expect((await run('first', 'D1', {})).report).toMatchObject({ changed: 1 });
  const refused = await run('refused', 'D2', {});
  expect(refused.report).toMatchObject({ changed: 0, failed: 1 });
  expect(refused.stderr).toContain('DUPLICATES_DETECTED');
  const save = { duplicateRules: 'save' };
  expect((await run('saved', 'D2', save)).report).toMatchObject({ changed: 1, failed: 0 });
  const byBulk = await run('bulk', 'D3', { ...save, bulkAbove: 0 });
  expect(byBulk.report).toMatchObject({ changed: 1, failed: 0, wroteBy: { Account: 'Bulk 2.0' } });
  const rows: readonly Row[] = await Promise.all(numbers.map((number) => bench.accountOf(number)));
  expect(rows.map(({ PersonEmail }) => PersonEmail)).toEqual([email, email, email]);
});
