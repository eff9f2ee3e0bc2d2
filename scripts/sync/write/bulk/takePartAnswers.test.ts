import { BY_BULK, writeRuns } from '../../../tests/kit/writeRuns.ts';

const { memory, registerAll, resume, logged, jobs, onboarded } = writeRuns(BY_BULK);

test.each([
  [
    'names another record',
    (lines: readonly string[]) => lines.map(() => '"001X","FIELD_CUSTOM_VALIDATION_EXCEPTION:no:--","001X"'),
  ],
  ['is missing', () => []],
])('a failed row whose result %s is not taken for saved', async (_how, change) => {
  memory.refuse = (id) =>
    id === '001B' && memory.bulk.jobs.size === 1 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined;
  memory.bulk.resultsOf = (kind, lines) => (kind === 'failedResults' ? change(lines) : lines);
  const report = await registerAll();
  expect(report).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(onboarded()).toEqual([true, true, true]);
  expect(jobs()).toEqual(['JobComplete 3', 'JobComplete 1']);
  expect(logged().map(({ msg }) => msg)).toContain('the numbers of a Bulk job do not add up');
});

test('results that the org has only a little later are read again', async () => {
  memory.refuse = (id) => (id === '001B' ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  let readings = 0;
  memory.bulk.resultsOf = (kind, lines) => {
    if (kind === 'failedResults') readings += 1;
    return kind === 'failedResults' && readings < 3 ? [] : lines;
  };
  const report = await registerAll();
  expect(report).toMatchObject({ changed: 2, failed: 1, rowsWritten: 2 });
  expect([jobs(), readings]).toEqual([['JobComplete 3'], 3]);
  expect(logged().filter(({ level }) => Number(level) > 40)).toStrictEqual([]);
});

test.each(['Aborted', 'Failed'] as const)('a job that is %s goes again with what is left', async (state) => {
  memory.bulk.onClose = (job) => {
    if (job.id !== '750-1') return;
    job.state = state;
    job.errors.set('001A', '');
    Object.assign(memory.records.Account.get('001A') ?? {}, { CuZo_MyPV_Onboarded__c: true });
  };
  expect(await registerAll()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual([`${state} 3`, 'JobComplete 2']);
});

test('a job that the org fails as a whole stops the run, which goes on later', async () => {
  memory.bulk.onClose = (job) => {
    if (memory.bulk.jobs.size === 1)
      Object.assign(job, { state: 'Failed', errorMessage: 'InvalidBatch : no such field' });
  };
  await expect(registerAll()).rejects.toMatchObject({ code: 'JOB_FAILED' });
  expect(await resume()).toMatchObject({
    changed: 3,
    rowsWritten: 3,
  });
});

test('one that it fails for a reason that passes goes again', async () => {
  memory.bulk.onClose = (job) => {
    if (memory.bulk.jobs.size === 1)
      Object.assign(job, { state: 'Failed', errorMessage: 'InternalServerError : busy' });
  };
  expect(await registerAll()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['Failed 3', 'JobComplete 3']);
});

test('where duplicates are refused, such a row fails', async () => {
  memory.refuse = (id) => (id === '001B' ? 'DUPLICATES_DETECTED' : undefined);
  expect(await registerAll({ config: { ...BY_BULK, duplicateRules: 'refuse' } })).toMatchObject({
    changed: 2,
    failed: 1,
  });
  expect(memory.sent).toStrictEqual([]);
});

test.each<[string, string, object]>([
  [
    'for what concerns the day',
    'ExceededQuota : no more today',
    { errorCode: 'ExceededQuota', verdict: 'day' },
  ],
  ['without a word', '', { code: 'JOB_FAILED' }],
])('a job that the org fails %s stops the run', async (_why, errorMessage, error) => {
  memory.bulk.onClose = (job) => void Object.assign(job, { state: 'Failed', errorMessage });
  await expect(registerAll()).rejects.toMatchObject(error);
});
