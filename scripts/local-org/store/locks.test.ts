import type { LockFault, Locks } from '../org.ts';
import { field, lookup } from '../schema/field.ts';
import { testObject } from '../testObject.ts';
import type { Row } from './database.ts';
import { type LockTerms, lock, openLocks } from './locks.ts';
import type { OrgState } from './state.ts';

const DETAIL = testObject(
  'Gadget__c',
  lookup('Widget__c', 'Widget', 'Widget__c', { masterDetail: true }),
  lookup('Account__c', 'Account', 'Account'),
  field('Count__c', 'Count', 'double'),
);
let state: OrgState;
beforeEach(() => {
  state = { lockedBy: new Map<string, Locks>() } as unknown as OrgState;
});

const written = (rows: readonly Row[], terms: LockTerms = {}) => lock(state, DETAIL, rows, terms);
const row = (Id: string | null, master: string | null = null, account: string | null = null): Row => ({
  Id,
  Widget__c: master,
  Account__c: account,
  Count__c: 1,
});
// https://github.com/forcedotcom/SFDX-Data-Move-Utility/issues/814.
const locked = (...ids: readonly string[]) => ({
  statusCode: 'UNABLE_TO_LOCK_ROW',
  message: `unable to obtain exclusive access to this record or ${ids.length} records: ${ids.join(',')}`,
  fields: [],
});

// Salesforce, Record-Level Locking: "When you update child records, the system locks the parent and the child records".
test.each<[string, Row[], Row[], string[]]>([
  ['of the same record', [row('one')], [row('one')], ['one']],
  ['of another record', [row('one')], [row('two')], []],
  ['of the same master', [row('one', 'master')], [row('two', 'master')], ['master']],
  ['of the same record and master', [row('one', 'master')], [row('one', 'master')], ['one', 'master']],
  ['of the master itself', [row('one', 'master')], [row('master')], ['master']],
  ['of another master', [row('one', 'master')], [row('two', 'other')], []],
  ['of the master before', [row('one', 'before'), row('one', 'after')], [row('two', 'before')], ['before']],
  ['of the master after', [row('one', 'before'), row('one', 'after')], [row('two', 'after')], ['after']],
  ['of the same lookup', [row('one', null, 'account')], [row('two', null, 'account')], []],
  ['of new records', [row(null, 'master')], [row(null, 'other')], []],
])('a write %s meets the locks of a batch', (_name, batch, rows, ids) => {
  const [locks, other] = [openLocks(state), openLocks(state)];
  const expected = ids.length === 0 ? undefined : locked(...ids);
  expect(written(batch, { locks })).toBeUndefined();
  expect(written(batch, { locks })).toBeUndefined();
  expect(written(rows)).toEqual(expected);
  expect(written(rows, { locks: other })).toEqual(expected);
});

test('locks are kept until they are released, those of others longer', () => {
  const [locks, other] = [openLocks(state), openLocks(state)];
  written([row('one')], { locks });
  written([row('two')], { locks: other });
  expect(written([row('one'), row('two')], { locks })).toEqual(locked('two'));
  locks.release();
  expect(written([row('one')])).toBeUndefined();
  expect(written([row('two')])).toEqual(locked('two'));
  other.release();
  expect(written([row('two')])).toBeUndefined();
  expect(state.lockedBy.size).toBe(0);
});

test('a write without locks of its own keeps none, nor does one that is refused', () => {
  const locks = openLocks(state);
  written([row('one')]);
  expect(state.lockedBy.size).toBe(0);
  written([row('one')], { locks });
  expect(written([row('two'), row('one')], { locks: openLocks(state) })).toEqual(locked('one'));
  expect([...state.lockedBy.keys()]).toEqual(['one']);
});

describe('a fault that stands for locks of others', () => {
  const { random } = Math;
  beforeEach(() => {
    Math.random = () => 0.25;
  });
  afterEach(() => {
    Math.random = random;
  });

  test.each<[LockFault | undefined, boolean]>([
    [{ object: 'gadget__C', share: 1 }, true],
    [{ object: 'Gadget__c', share: 0.26 }, true],
    [{ object: 'Gadget__c', share: 0.25 }, false],
    [{ object: 'Gadget__c', share: 0 }, false],
    [{ object: 'Widget__c', share: 1 }, false],
    [undefined, false],
  ])('%j refuses a quarter: %p', (lockFault, refused) => {
    expect(written([row('one', 'before'), row('one', 'after')], { lockFault })).toEqual(
      refused ? locked('one') : undefined,
    );
  });
});
