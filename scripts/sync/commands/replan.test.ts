import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { contact, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { addPerson, QUICK } from '../../tests/kit/memoryOrg.ts';
import { memoryRuns } from '../../tests/kit/memoryRuns.ts';
import { TEST_NOW } from '../../tests/kit/quickJob.ts';
import type { Config } from '../config/config.ts';
import type { Thresholds } from '../config/thresholds.ts';
import { SyncError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import { status } from './status.ts';

const { memory, stateDir, runWith, resume: resumeAs } = memoryRuns();
beforeEach(() => {
  for (const [id, number] of [
    ['001A', 'C-1'],
    ['001B', 'C-2'],
    ['001C', 'C-3'],
  ] as const)
    addPerson(memory, id, number);
  const policy = { NameInsuredId: '001A', IsActive: true, Brand__c: 'P.V' };
  memory.records.InsurancePolicy.set('0YTA', { Name: 'P-1', ...policy });
});

const gone = new SyncError('ORG_GONE', 'for a test');

/** One row per request, so that a run can stop between rows. */
const ONE: Config = { ...QUICK, rowsPerRequest: 1 };
const STAMP: Config = { ...ONE, contact: { ...ONE.contact, write: 'stamp' } };
const BRANDS: Config = { ...ONE, brands: { ...ONE.brands, 'P.V': 'mypv' } };

const phoneOf = (customer: string): Sent =>
  contact(customer, '2026-11-03T10:00:00Z', { phone: `02 000 00 0${customer.slice(-1)}` });
const FEED = [
  registration('C-1', '2026-11-01'),
  phoneOf('C-1'),
  phoneOf('C-2'),
  phoneOf('C-3'),
  shown('P-1', 'a view'),
  shown('P-1', 'of the other zone', MYVIVIUM),
];

/** A run that stops at the n-th request that begins like this. */
async function stopped(start: string, nth = 1, config = ONE, thresholds: Thresholds = {}): Promise<void> {
  let count = 0;
  memory.onRequest = (request) => {
    if (!request.startsWith(start)) return;
    count += 1;
    if (count >= nth) throw gone;
  };
  await expect(runWith({ config, thresholds }, ...FEED)).rejects.toBe(gone);
  memory.onRequest = () => undefined;
}

const resume = (config: Config, replan = false): Promise<Report | undefined> => resumeAs({ config }, replan);

test.each([
  ['reading', '/no request'],
  ['planning', 'POST /composite'],
  ['writing', 'PATCH /composite/sobjects'],
])(
  'stopped while %s, a run is not resumed with other settings, which are named; it stays resumable',
  async (phase, at) => {
    if (phase === 'reading') {
      await stopped('POST /composite');
      const db = new DatabaseSync(join(stateDir(), 'state.db'));
      db.exec("UPDATE run SET phase = 'reading'");
      db.close();
    } else await stopped(at);
    const before = await status(stateDir(), TEST_NOW, 36);
    expect(before.runs).toMatchObject([{ phase }]);
    const requests = memory.requests.length;
    for (let time = 0; time < 2; time += 1) {
      const error: unknown = await resume({ ...STAMP, maxRejects: 1 }).catch((one: unknown) => one);
      expect(error).toMatchObject({
        code: 'CONFIG_CHANGED',
        exit: 2,
        message: expect.stringContaining(
          '\n- contact.write was "full", is "stamp"\n- maxRejects was 0.1, is 1',
        ),
        next: expect.stringContaining('resume --replan'),
      });
    }
    expect(await status(stateDir(), TEST_NOW, 36)).toEqual(before);
    expect(memory.requests).toHaveLength(requests);
    expect(await resume({ ...ONE, bulkAbove: 7, apiShare: 0.9 })).toMatchObject({ changed: 4, foreign: 2 });
  },
);

test('--replan plans what is not written yet anew; what is written stays and is counted', async () => {
  await stopped('PATCH /composite/sobjects', 2);
  expect(memory.records.Account.get('001A')).toMatchObject({ Phone: '02 000 00 01' });
  const report = await resume({ ...STAMP, brands: BRANDS.brands }, true);
  expect(report).toMatchObject({ read: 6, changed: 5, foreign: 1, failed: 0, rowsWritten: 4 });
  for (const id of ['001B', '001C']) {
    expect(memory.records.Account.get(id)).not.toHaveProperty('Phone');
    expect(memory.records.Account.get(id)).toMatchObject({ CuZo_Contact_As_Of__c: '2026-11-03T10:00:00Z' });
  }
  expect(memory.records.InsurancePolicy.get('0YTA')).toMatchObject({ CuZo_Visibility__c: 'Shown' });
});

test('--replan gives refused rows another try, of a row that was written in part too', async () => {
  memory.refuse = (id) => (id === '001B' ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  await stopped('PATCH /composite/sobjects', 3);
  memory.refuse = () => undefined;
  expect(await resume(STAMP, true)).toMatchObject({ changed: 4, failed: 0, failures: null, rowsWritten: 3 });
});

test('stopped while planning anew, a run goes on by the settings of then, and is not lost when they are refused', async () => {
  await stopped('PATCH /composite/sobjects', 2);
  memory.onRequest = (request) => {
    if (request === 'POST /composite') throw gone;
  };
  await expect(resume(STAMP, true)).rejects.toBe(gone);
  memory.onRequest = () => undefined;
  expect(await status(stateDir(), TEST_NOW, 36)).toMatchObject({ runs: [{ phase: 'replanning' }] });
  await expect(resume(ONE)).rejects.toMatchObject({ code: 'CONFIG_CHANGED' });
  await expect(resume({ ...STAMP, apiShare: 0 })).rejects.toMatchObject({ code: 'API_SHORT' });
  expect(await resume(STAMP)).toMatchObject({ changed: 4, rowsWritten: 3 });
  expect(memory.records.Account.get('001C')).not.toHaveProperty('Phone');
});

test('thresholds of the command line hold for the rest of the run', async () => {
  await stopped('PATCH /composite/sobjects', 1, ONE, { maxUnmatched: 1 });
  expect(await resume(ONE)).toMatchObject({ changed: 4 });
});
