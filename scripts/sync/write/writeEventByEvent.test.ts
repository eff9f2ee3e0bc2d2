import { erased, registration, shown } from '../../tests/kit/events.ts';
import { addPerson } from '../../tests/kit/memoryOrg.ts';
import { phoned, registered, THREE_TRIES, writeRuns } from '../../tests/kit/writeRuns.ts';

const { memory, run, runWith } = writeRuns(THREE_TRIES);

test('of a refused row with several events only the faulty one fails; the row counts once', async () => {
  memory.refuse = (id) =>
    id === '001A' && memory.sent.length < 3 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined;
  const report = await run(registered('A'), phoned('A', '02 000 00 01'), registered('B'));
  expect(report).toMatchObject({ failed: 1, changed: 2, rowsWritten: 2 });
  expect(memory.sent).toEqual([['001A', '001B'], ['001A'], ['001A']]);
  expect(memory.records.Account.get('001A')).toMatchObject({ Phone: '02 000 00 01' });
  expect(memory.records.Account.get('001A')).not.toHaveProperty('CuZo_MyPV_Onboarded__c');
});

test('a row of which every event is refused is not written', async () => {
  memory.refuse = () => 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
  expect(await run(registered('A'), phoned('A', '02 000 00 01'))).toMatchObject({
    failed: 2,
    changed: 0,
    rowsWritten: 0,
  });
});

test('events of several rows that were refused go in turns, first with first', async () => {
  memory.refuse = () => (memory.sent.length === 1 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  const lines = ['A', 'B'].flatMap((letter) => [registered(letter), phoned(letter, '02 000 00 01')]);
  expect(await run(...lines)).toMatchObject({ failed: 0, changed: 4, rowsWritten: 2 });
  expect(memory.sent).toEqual([
    ['001A', '001B'],
    ['001A', '001B'],
    ['001A', '001B'],
  ]);
});

test('a lock while rows are written event by event is waited for, those that were not locked go on', async () => {
  const NO = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
  const LOCKED = 'UNABLE_TO_LOCK_ROW';
  const answers = [NO, NO, undefined, LOCKED, LOCKED];
  memory.refuse = () => answers.shift();
  const lines = ['A', 'B'].flatMap((letter) => [registered(letter), phoned(letter, '02 000 00 01')]);
  expect(await run(...lines)).toMatchObject({ failed: 0, changed: 4 });
  expect(memory.sent).toEqual([['001A', '001B'], ['001A', '001B'], ['001B'], ['001B'], ['001A', '001B']]);
});

test('an event that stays locked while its row is written event by event fails, the next one is tried', async () => {
  const refusals = [
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    ...Array.from({ length: 3 }, () => 'UNABLE_TO_LOCK_ROW'),
  ];
  memory.refuse = () => refusals.shift();
  expect(await run(registered('A'), phoned('A', '02 000 00 01'))).toMatchObject({
    failed: 1,
    changed: 1,
    rowsWritten: 1,
  });
  expect(memory.sent).toHaveLength(5);
});

test('what an erasure and a newer view say of a policy goes one after the other, with the document', async () => {
  memory.records.InsurancePolicy.set('0YTA1', { Name: 'P-A1', NameInsuredId: '001A', IsActive: true });
  const refusals = ['FIELD_CUSTOM_VALIDATION_EXCEPTION'];
  await run(shown('P-A1', 'old', { time: '2026-11-20T10:00:00Z' }));
  memory.sent.length = 0;
  memory.refuse = () => refusals.shift();
  const lines = [erased('P-A1', 'policy'), shown('P-A1', 'new', { time: '2026-11-21T11:00:00Z' })];
  expect(await run(...lines)).toMatchObject({ changed: 2, rowsWritten: 1 });
  expect(memory.sent).toHaveLength(3);
  expect(memory.records.InsurancePolicy.get('0YTA1')?.CuZo_View__c).toContain('"new"');
});

test('when an erasure is refused, what the org holds already is not written again', async () => {
  await run(registered('A'));
  memory.sent.length = 0;
  memory.refuse = () => 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
  const later = { time: '2026-11-21T12:00:00Z' };
  const lines = [
    erased('C-A', 'customer', { time: '2026-11-21T11:00:00Z' }),
    registration('C-A', '2026-11-01', later),
  ];
  expect(await run(...lines)).toMatchObject({ failed: 1, unchanged: 1, changed: 0, rowsWritten: 0 });
  expect(memory.sent).toHaveLength(2);
});

test('a run that is to stop sends no further rows event by event', async () => {
  const controller = new AbortController();
  memory.refuse = () => (memory.sent.length <= 3 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  memory.onRequest = (request) => {
    if (request === 'PATCH /composite/sobjects' && memory.sent.length === 3) controller.abort('SIGTERM');
  };
  const { signal } = controller;
  const lines = ['A', 'B', 'C'].flatMap((letter) => [registered(letter), phoned(letter, '02 000 00 01')]);
  const config = { ...THREE_TRIES, rowsPerRequest: 1 };
  await expect(runWith({ config, signal }, ...lines)).rejects.toMatchObject({ code: 'STOPPED' });
  expect(memory.sent.slice(3)).toEqual([['001A'], ['001A']]);
});

test('what was written of a record that then disappears is not written to the one in its place', async () => {
  const answers = ['FIELD_CUSTOM_VALIDATION_EXCEPTION', undefined, 'ENTITY_IS_DELETED'];
  memory.refuse = () => {
    if (answers.length === 1) {
      memory.records.Account.delete('001A');
      addPerson(memory, '001+A', 'C-A');
    }
    return answers.shift();
  };
  expect(await run(registered('A'), phoned('A', '02 000 00 01'))).toMatchObject({ changed: 2, failed: 0 });
  expect(memory.sent).toEqual([['001A'], ['001A'], ['001A'], ['001+A']]);
  expect(memory.records.Account.get('001+A')).toMatchObject({ Phone: '02 000 00 01' });
  expect(memory.records.Account.get('001+A')).not.toHaveProperty('CuZo_MyPV_Onboarded__c');
});
