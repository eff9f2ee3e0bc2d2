import { BY_BULK, writeRuns } from '../../../tests/kit/writeRuns.ts';

const { memory, registerAll, resume, logged, jobs, onboarded } = writeRuns(BY_BULK);

/** What was logged with these words, without its time and level. */
const saidOf = (words: string): readonly object[] =>
  logged()
    .filter(({ msg }) => msg === words)
    .map(({ time: _time, level: _level, msg: _msg, ...rest }) => rest);
const faults = (): readonly unknown[] => logged().filter(({ level }) => Number(level) > 40);

test.each([
  [
    'names another record',
    (lines: readonly string[]) => lines.map(() => '"001X","FIELD_CUSTOM_VALIDATION_EXCEPTION:no:--","001X"'),
  ],
  ['is missing', () => []],
])('a failed row whose result %s is not taken for saved', async (_how, change) => {
  memory.refuse = (id) =>
    id === '001B' && memory.bulk.jobs.size === 1 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined;
  let readings = 0;
  memory.bulk.resultsOf = (kind, lines) => {
    if (kind !== 'failedResults') return lines;
    readings += 1;
    return change(lines);
  };
  const report = await registerAll();
  expect(report).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(onboarded()).toEqual([true, true, true]);
  expect(jobs()).toEqual(['JobComplete 3', 'JobComplete 1']);
  const job = { object: 'Account', job: '750-1', rows: 3, processed: 3, failed: 1 };
  expect(saidOf('the numbers of a Bulk job do not add up')).toEqual([job]);
  // Three times of the first job, once of the second.
  expect(readings).toBe(4);
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
  expect(faults()).toStrictEqual([]);
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
  const ended = { object: 'Account', job: '750-1', state, rows: 3, processed: 1 };
  expect(saidOf('a Bulk job ended early, its rest goes again')).toEqual([
    { ...ended, reason: 'UNKNOWN_EXCEPTION' },
  ]);
  expect(saidOf('Bulk job over')).toEqual([
    { ...ended, failed: 0 },
    { ...ended, job: '750-2', state: 'JobComplete', rows: 2, processed: 2, failed: 0 },
  ]);
  expect(faults()).toStrictEqual([]);
});

test('a row that the job has neither processed nor left out is not taken for saved', async () => {
  memory.bulk.onClose = (job) => {
    if (job.id !== '750-1') return;
    job.state = 'JobComplete';
    for (const id of ['001A', '001B']) {
      job.errors.set(id, '');
      Object.assign(memory.records.Account.get(id) ?? {}, { CuZo_MyPV_Onboarded__c: true });
    }
  };
  memory.bulk.resultsOf = (kind, lines) => (kind === 'unprocessedrecords' ? [] : lines);
  expect(await registerAll()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect([jobs(), onboarded()]).toEqual([
    ['JobComplete 3', 'JobComplete 1'],
    [true, true, true],
  ]);
});

test('a job that the org fails as a whole stops the run, which goes on later', async () => {
  memory.bulk.onClose = (job) => {
    if (memory.bulk.jobs.size === 1)
      Object.assign(job, { state: 'Failed', errorMessage: 'InvalidBatch : no such field' });
  };
  await expect(registerAll()).rejects.toMatchObject({
    code: 'JOB_FAILED',
    message: expect.stringContaining('750-1: InvalidBatch') as string,
  });
  // None of the three tries of a row is used up by it.
  let tries = 0;
  memory.refuse = (id) => {
    if (id === '001B') tries += 1;
    return id === '001B' && tries < 3 ? 'UNABLE_TO_LOCK_ROW' : undefined;
  };
  expect(await resume()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['Failed 3', 'JobComplete 3', 'JobComplete 1']);
  expect(saidOf('a Bulk job is lost, its rows go again')).toStrictEqual([]);
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

test('what is no alert of a duplicate rule is not tried by Collections', async () => {
  memory.refuse = (id) => (id === '001B' ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  const config = { ...BY_BULK, duplicateRules: 'save' } as const;
  expect(await registerAll({ config })).toMatchObject({ changed: 2, failed: 1 });
  expect(memory.sent).toStrictEqual([]);
});

test('a row that was matched again and still has an invalid id by Bulk fails', async () => {
  memory.refuse = (id) => (id === '001B' ? 'INVALID_CROSS_REFERENCE_KEY' : undefined);
  expect(await registerAll()).toMatchObject({ changed: 2, failed: 1 });
  expect(jobs()).toEqual(['JobComplete 3', 'JobComplete 1']);
});

test.each<[string, string, object]>([
  [
    'for what concerns the day',
    'ExceededQuota : no more today',
    {
      errorCode: 'ExceededQuota',
      verdict: 'day',
      message: expect.stringContaining('the Bulk job 750-1') as string,
    },
  ],
  ['without a word', '', { code: 'JOB_FAILED' }],
])('a job that the org fails %s stops the run', async (_why, errorMessage, error) => {
  memory.bulk.onClose = (job) => void Object.assign(job, { state: 'Failed', errorMessage });
  await expect(registerAll()).rejects.toMatchObject(error);
});
