import { forThisFile } from '../kit/ending.ts';
import { type Answer, type WidgetOrg, startWidgetOrg } from '../kit/widgetOrg.ts';

const widgets = forThisFile(() =>
  startWidgetOrg({ empty: true, locking: { held: () => held, batchRows: 4 } }),
);
/** What every chunk of 200 rows of a Bulk job awaits before it releases its locks. */
let held: Promise<unknown> = Promise.resolve();

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);

const idOf = ({ body }: Answer): string => (body as { readonly id: string }).id;

/** A new account with that many policies. */
async function accountWith(policies: number): Promise<{ account: string; policies: readonly string[] }> {
  const account = idOf(await call('POST', '/sobjects/Account', { Name: 'Insured' }));
  const records = Array.from({ length: policies }, (_, index) => ({
    attributes: { type: 'InsurancePolicy' },
    Name: `P${index}`,
    NameInsuredId: account,
  }));
  const { body } = await call('POST', '/composite/sobjects', { records });
  return { account, policies: (body as { readonly id: string }[]).map(({ id }) => id) };
}

async function started(rows: readonly string[]): Promise<string> {
  const path = `/jobs/ingest/${idOf(await call('POST', '/jobs/ingest', { object: 'InsurancePolicy', operation: 'update' }))}`;
  await call('PUT', `${path}/batches`, `Id,PremiumAmount\n${rows.map((id) => `${id},7`).join('\n')}\n`);
  await call('PATCH', path, { state: 'UploadComplete' });
  return path;
}

async function until(
  path: string,
  fits: (job: Readonly<Record<string, unknown>>) => boolean,
): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const job = (await call('GET', path)).body as Readonly<Record<string, unknown>>;
    if (fits(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const finished = (path: string): ReturnType<typeof until> =>
  until(path, ({ state }) => state === 'JobComplete');

// The text: https://github.com/roblesterjr04/EloquentSalesForce/issues/59 (REST),
// https://github.com/forcedotcom/SFDX-Data-Move-Utility/issues/814 (Bulk).
const text = (id: string): string => `unable to obtain exclusive access to this record or 1 records: ${id}`;

// https://developer.salesforce.com/docs/atlas.en-us.256.0.draes.meta/draes/draes_object_relationships_record_level_locking.htm:
// "when you update child records, the system locks the parent and the child records".
describe('with locking', () => {
  test('two jobs that touch policies of one account at once cost one of them its rows', async () => {
    const shared = await accountWith(3);
    const other = await accountWith(1);
    let letGo = (): void => undefined;
    held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const first = await started(shared.policies.slice(0, 1));
    await until(first, ({ numberRecordsProcessed }) => numberRecordsProcessed === 1);
    const second = await started([...shared.policies.slice(1, 2), ...other.policies]);
    await until(second, ({ numberRecordsProcessed }) => numberRecordsProcessed === 2);

    const refused = {
      status: 400,
      body: [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: text(shared.account) }],
    };
    const [third] = shared.policies.slice(2);
    expect(await call('PATCH', `/sobjects/InsurancePolicy/${third}`, { PremiumAmount: 1 })).toMatchObject(
      refused,
    );
    expect(await call('PATCH', `/sobjects/Account/${shared.account}`, { Phone: '1' })).toMatchObject(refused);
    expect(
      await call('POST', '/sobjects/InsurancePolicy', { Name: 'New', NameInsuredId: shared.account }),
    ).toMatchObject(refused);
    expect(await call('DELETE', `/sobjects/Account/${shared.account}`)).toMatchObject(refused);

    letGo();
    expect(await finished(first)).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 0 });
    expect(await finished(second)).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    expect((await call('GET', `${second}/failedResults`)).body).toContain(
      `"UNABLE_TO_LOCK_ROW:${text(shared.account)}:--","${shared.policies[1]}","7"`,
    );
    expect((await call('PATCH', `/sobjects/InsurancePolicy/${third}`, { PremiumAmount: 1 })).status).toBe(
      204,
    );
  });

  test('the batches of one job lose rows where they share an account, and none when the rows are in its order', async () => {
    held = Promise.resolve();
    const [one, two] = [await accountWith(4), await accountWith(4)];
    const mixed = one.policies.flatMap((id, index) => [id, two.policies[index] ?? '']);
    expect(await finished(await started(mixed))).toMatchObject({
      numberRecordsProcessed: 8,
      numberRecordsFailed: 4,
    });
    expect(await finished(await started([...one.policies, ...two.policies]))).toMatchObject({
      numberRecordsProcessed: 8,
      numberRecordsFailed: 0,
    });
  });
});

test('without locking the same writes at once go through', async () => {
  const plain = await startWidgetOrg({ empty: true });
  try {
    const account = idOf(await plain.call('POST', '/sobjects/Account', { Name: 'Insured' }));
    const names = Array.from({ length: 450 }, (_, index) => `P${index},${account}`).join('\n');
    const job = { object: 'InsurancePolicy', operation: 'insert' };
    const paths = await Promise.all(
      [1, 2].map(async () => {
        const path = `/jobs/ingest/${idOf(await plain.call('POST', '/jobs/ingest', job))}`;
        await plain.call('PUT', `${path}/batches`, `Name,NameInsuredId\n${names}\n`);
        await plain.call('PATCH', path, { state: 'UploadComplete' });
        return path;
      }),
    );
    for (const path of paths) {
      let info: Readonly<Record<string, unknown>> = {};
      while (info.state !== 'JobComplete')
        info = (await plain.call('GET', path)).body as Readonly<Record<string, unknown>>;
      expect(info).toMatchObject({ numberRecordsProcessed: 450, numberRecordsFailed: 0 });
    }
  } finally {
    await plain.close();
  }
});
