import { readFileSync } from 'node:fs';
import { forThisFile } from '../kit/ending.ts';
import { contact, MYVIVIUM } from '../kit/events.ts';
import { startSyncBench } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

test('contact data: null clears, absent does not, the customer wins once and after go-live; a business account needs a role map', async () => {
  await bench.persons(['C1'], {
    PersonEmail: 'old@example.com',
    PersonMobilePhone: '0470 00 00 01',
    Phone: '02 000 00 01',
  });
  const address = {
    street: ' Kerkstraat ',
    houseNumber: '1',
    box: '2',
    postalCode: '9000',
    city: 'Gent',
    country: 'BE',
  };
  const changed = contact('C1', '2026-11-10T23:30:00Z', {
    email: ' New@Example.COM ',
    mobile: null,
    address,
  });
  await bench.persons(['C2'], { PersonMailingCity: 'Gent' });
  await bench.create('Account', [{ Name: 'Business B1', Customer_Number__c: 'B1' }]);
  const first = await bench.run('c', [
    changed,
    contact('C2', '2026-08-31T21:59:59Z', { email: 'x@example.com' }),
    contact('B1', '2026-11-10T10:00:00Z', { phone: '02 000 00 02' }),
  ]);
  expect(first).toMatchObject({ code: 1, report: { changed: 1, late: 1, failed: 1, rowsWritten: 1 } });
  expect(JSON.parse(readFileSync(first.report.failures ?? '', 'utf8'))).toMatchObject({
    code: 'NOT_A_PERSON_ACCOUNT',
    outcome: 'failed',
  });
  expect(await bench.accountOf('C1')).toMatchObject({
    PersonEmail: 'new@example.com',
    PersonMobilePhone: null,
    Phone: '02 000 00 01',
    PersonMailingStreet: 'Kerkstraat 1 bus 2',
    PersonMailingPostalCode: '9000',
    PersonMailingCity: 'Gent',
    PersonMailingCountry: 'België',
    CuZo_Contact_Changed_On__c: '2026-11-11',
    CuZo_Contact_As_Of__c: '2026-11-10T23:30:00.000+0000',
    CuZo_Contact_Zone__c: 'MYPV',
  });

  const { Id: id } = await bench.accountOf('C1');
  await bench.org.rest('PATCH', `sobjects/Account/${String(id)}`, { PersonEmail: 'agent@example.com' });
  const business = bench.config('business', (config) => ({
    ...config,
    roles: { ...(config.roles as object), business: { phone: 'Phone' } },
  }));
  const second = await bench.run(
    'c',
    [
      contact('C1', '2026-11-10T23:30:00.9Z', { email: 'new@example.com' }),
      contact('C2', '2026-11-12T10:00:00Z', { address: null }, MYVIVIUM),
      contact('B1', '2026-11-11T10:00:00Z', { phone: '02 000 00 03', email: 'b1@example.com' }),
    ],
    ...['--config', business],
  );
  expect(second.report).toMatchObject({ changed: 2, unchanged: 1, rowsWritten: 2 });
  expect(await bench.accountOf('C1')).toMatchObject({
    PersonEmail: 'agent@example.com',
    CuZo_Contact_Zone__c: 'MYPV',
  });
  expect(await bench.accountOf('C2')).toMatchObject({
    PersonMailingCity: null,
    CuZo_Contact_Zone__c: 'MYVIVIUM',
  });
  expect(await bench.accountOf('B1')).toMatchObject({ Phone: '02 000 00 03' });
});
