import { contact, hidden, registration, shown } from '../../tests/kit/events.ts';
import { addPerson } from '../../tests/kit/memoryOrg.ts';
import { memoryRuns } from '../../tests/kit/memoryRuns.ts';
import { TEST_NOW } from '../../tests/kit/quickJob.ts';
import { status } from '../commands/status.ts';
import { SyncError } from '../errors.ts';

const { memory, stateDir, run, resume } = memoryRuns();
beforeEach(() => {
  addPerson(memory, '001A', 'C-1');
});

const kept = async (): Promise<number> => (await status(stateDir(), TEST_NOW, 36)).kept;

function policy(id: string, number: string, account = '001A'): void {
  memory.records.InsurancePolicy.set(id, { Name: number, NameInsuredId: account, IsActive: true });
}

/** Changes something in the org just before the first rows of an object are written. */
function beforeWriting(change: () => void): void {
  let done = false;
  memory.onRequest = (request) => {
    if (done || request !== 'PATCH /composite/sobjects') return;
    done = true;
    change();
  };
}

const EVENT = registration('C-1', '2026-11-01');

test('a record that is deleted between match and write: its event is kept, the run goes on', async () => {
  addPerson(memory, '001B', 'C-2');
  beforeWriting(() => memory.records.Account.delete('001A'));
  const report = await run(EVENT, registration('C-2', null));
  expect(report).toMatchObject({ changed: 1, unmatched: 1, failed: 0, rowsWritten: 1 });
  expect(await kept()).toBe(1);
  addPerson(memory, '001C', 'C-1');
  memory.onRequest = () => undefined;
  expect(await run()).toMatchObject({ retried: 1, rowsWritten: 1 });
  expect(memory.records.Account.get('001C')).toMatchObject({ CuZo_MyPV_Onboarding_Date__c: '2026-11-01' });
});

test('of a merge the heir of the number gets the events, several of one record too', async () => {
  beforeWriting(() => {
    memory.records.Account.delete('001A');
    addPerson(memory, '001B', 'C-1');
  });
  const changed = contact('C-1', '2026-11-03T10:00:00Z', { phone: '02 000 00 01' });
  expect(await run(EVENT, changed)).toMatchObject({ changed: 2, unmatched: 0, rowsWritten: 1 });
  expect(memory.records.Account.get('001B')).toMatchObject({
    CuZo_MyPV_Onboarding_Date__c: '2026-11-01',
    Phone: '02 000 00 01',
  });
});

test('an heir that has been written for its own number already gets the other one too', async () => {
  addPerson(memory, '001B', 'C-2');
  memory.refuse = (id) => {
    if (id !== '001A') return undefined;
    memory.records.Account.delete('001A');
    Object.assign(memory.records.Account.get('001B') ?? {}, { Customer_Number__c: 'C-1' });
    return 'ENTITY_IS_DELETED';
  };
  const changed = contact('C-2', '2026-11-03T10:00:00Z', { phone: '02 000 00 02' });
  expect(await run(EVENT, changed)).toMatchObject({ changed: 2, rowsWritten: 2 });
  expect(memory.records.Account.get('001B')).toMatchObject({
    CuZo_MyPV_Onboarding_Date__c: '2026-11-01',
    Phone: '02 000 00 02',
  });
});

test('an event that said nothing new of the record that has gone is looked up again with the others', async () => {
  await run(EVENT);
  beforeWriting(() => {
    memory.records.Account.delete('001A');
    addPerson(memory, '001B', 'C-1');
  });
  const later = registration('C-1', '2026-11-01', { time: '2026-11-21T12:00:00Z' });
  const changed = contact('C-1', '2026-11-03T10:00:00Z', { phone: '02 000 00 01' });
  expect(await run(later, changed)).toMatchObject({ changed: 2, unchanged: 0 });
  expect(memory.records.Account.get('001B')).toMatchObject({ CuZo_MyPV_Onboarded__c: true });
});

test('what goes away again is kept, not looked up for ever', async () => {
  memory.refuse = (id) => {
    memory.records.Account.delete(id);
    addPerson(memory, `${id}+`, 'C-1');
    return 'ENTITY_IS_DELETED';
  };
  expect(await run(EVENT)).toMatchObject({ unmatched: 1, failed: 0, rowsWritten: 0 });
  expect(await kept()).toBe(1);
});

test('a refused id may be another than the record: found again and refused again, the event fails', async () => {
  memory.refuse = () => 'INVALID_CROSS_REFERENCE_KEY';
  expect(await run(EVENT)).toMatchObject({ unmatched: 0, failed: 1, failures: expect.any(String) });
  memory.refuse = () => {
    memory.records.Account.delete('001A');
    return 'INVALID_CROSS_REFERENCE_KEY';
  };
  expect(await run({ ...EVENT, id: 'again' })).toMatchObject({ unmatched: 1, failed: 0, failures: null });
});

test('a record that goes while its row is written event by event', async () => {
  policy('0YTA', 'P-1');
  let refusals = 0;
  memory.refuse = (id) => {
    if (id !== '001A') return undefined;
    refusals += 1;
    if (refusals === 2) memory.records.Account.delete('001A');
    return refusals < 2 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : 'ENTITY_IS_DELETED';
  };
  const changed = contact('C-1', '2026-11-03T10:00:00Z', { phone: '02 000 00 01' });
  const report = await run(EVENT, changed, shown('P-1', 'a view'));
  expect(report).toMatchObject({ changed: 1, unmatched: 2, failed: 0, failures: null });
  expect(await kept()).toBe(2);
});

test('policies go with their account: each is looked up again, the one that stays is written', async () => {
  policy('0YTA', 'P-1');
  policy('0YTB', 'P-2');
  memory.onRequest = (request) => {
    if (request !== 'PATCH /composite/sobjects') return;
    memory.records.InsurancePolicy.delete('0YTA');
    policy('0YTC', 'p-1');
    memory.records.InsurancePolicy.delete('0YTB');
  };
  expect(await run(shown('P-1', 'a view'), hidden('P-2', 'ended'))).toMatchObject({
    changed: 1,
    unmatched: 1,
  });
  expect(memory.records.InsurancePolicy.get('0YTC')).toMatchObject({ CuZo_Visibility__c: 'Shown' });
});

test('the same when the record goes while the run is stopped, or the run stops before it has looked again', async () => {
  policy('0YTA', 'P-1');
  const gone = new SyncError('ORG_GONE', 'for a test');
  memory.onRequest = (request) => {
    if (request === 'PATCH /composite/sobjects') throw gone;
  };
  await expect(run(EVENT, shown('P-1', 'a view'))).rejects.toBe(gone);
  memory.records.Account.delete('001A');
  let looks = 0;
  memory.onRequest = (request) => {
    if (request !== 'POST /composite') return;
    looks += 1;
    throw gone;
  };
  await expect(resume()).rejects.toBe(gone);
  expect(looks).toBe(1);
  memory.onRequest = () => undefined;
  addPerson(memory, '001B', 'C-1');
  policy('0YTB', 'P-1', '001B');
  memory.records.InsurancePolicy.delete('0YTA');
  expect(await resume()).toMatchObject({ changed: 2, rowsWritten: 2 });
  expect(memory.records.Account.get('001B')).toMatchObject({ CuZo_MyPV_Onboarded__c: true });
  expect(memory.records.InsurancePolicy.get('0YTB')).toMatchObject({ CuZo_Visibility__c: 'Shown' });
});
