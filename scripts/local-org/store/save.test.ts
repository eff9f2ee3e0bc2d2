import type { Caller, SaveResult } from '../org.ts';
import { type TestOrg, only, openTestOrg } from '../testOrg.ts';

let test_: TestOrg;
beforeAll(() => {
  test_ = openTestOrg();
});
afterAll(() => {
  test_.org.close();
});
beforeEach(() => {
  test_.org.reset({ data: true });
});

const error = (result: SaveResult) => only(result.errors);

// https://help.salesforce.com/s/articleView?id=000384876
test('an id that is there twice is refused twice', () => {
  const [Id = ''] = test_.insert('Account', { Name: 'a' });
  expect(
    test_
      .save('update', 'Account', [
        { Id, Name: 'b' },
        { Id: Id.slice(0, 15), Name: 'c' },
      ])
      .map((each) => error(each).message),
  ).toEqual([`Duplicate id specified: ${Id}`, `Duplicate id specified: ${Id.slice(0, 15)}`]);
});

describe('a request', () => {
  const NOT_FOUND = { status: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' };

  test('is refused of an object that is not there for the user', () => {
    const user = test_.user('Minimum Access - API Only Integrations');
    expect(test_.refusal(() => test_.save('insert', 'Nope__c', []))).toEqual(NOT_FOUND);
    expect(test_.refusal(() => test_.save('insert', 'Widget__c', [], {}, user))).toEqual(NOT_FOUND);
    const [set] = test_.column("SELECT Id FROM PermissionSet WHERE Name = 'Reader'");
    test_.insert('PermissionSetAssignment', { AssigneeId: user.userId, PermissionSetId: set });
    expect(test_.save('insert', 'Widget__c', [], {}, user)).toEqual([]);
  });

  test('that can not be read writes nothing', () => {
    expect(
      test_.refusal(() => test_.save('insert', 'Widget__c', [{ Name: 'a' }, { Weight__c: {} }])).errorCode,
    ).toBe('JSON_PARSER_ERROR');
    expect(test_.rows('SELECT Id FROM Widget__c')).toEqual([]);
  });

  test('counts the rows that are written', () => {
    test_.save('insert', 'Account', [{}]);
    expect(test_.org.rowsWritten).toEqual({});
    test_.save('insert', 'Account', [{ Name: 'a' }, {}, { Name: 'b' }]);
    test_.save('insert', 'account', [{ Name: 'c' }]);
    expect(test_.org.rowsWritten).toEqual({ Account: 3 });
  });

  test('is stopped by the lock of a batch, or by a fault', () => {
    const [id = ''] = test_.insert('Widget__c', { Name: 'w' });
    const locks = test_.org.openLocks();
    test_.save('update', 'Widget__c', [{ Id: id, Name: 'x' }], { locks });
    const code = (result: SaveResult) => result.errors[0]?.statusCode;
    const add = (caller: Caller) =>
      code(only(test_.save('insert', 'Gadget__c', [{ Widget__c: id }], {}, caller)));
    const { admin } = test_.org;
    expect(add(admin)).toBe('UNABLE_TO_LOCK_ROW');
    const change = only(test_.save('update', 'Widget__c', [{ Id: id, Name: 'y' }]));
    expect([change.id, code(change)]).toEqual([id, 'UNABLE_TO_LOCK_ROW']);
    locks.release();
    expect(add({ ...admin, lockFault: { object: 'Gadget__c', share: 1 } })).toBe('UNABLE_TO_LOCK_ROW');
    expect(add(admin)).toBeUndefined();
  });
});

describe('with the rules of an org', () => {
  let ruled: TestOrg;
  beforeAll(() => {
    ruled = openTestOrg(undefined, {
      stateCountryPicklists: true,
      duplicateRules: [{ object: 'Account', fields: ['Phone'], action: 'alert' }],
    });
  });
  afterAll(() => {
    ruled.org.close();
  });
  const codes = (...of: Parameters<TestOrg['save']>) =>
    ruled.save(...of).map(({ id, errors }) => [id, errors[0]?.statusCode]);

  test('a country that is not in the list is refused', () => {
    const wrong = { Name: 'b', BillingCountry: 'Nowhere' };
    const [Id = ''] = ruled.insert('Account', { Name: 'a' });
    expect(codes('insert', 'Account', [wrong])).toEqual([[null, 'FIELD_INTEGRITY_EXCEPTION']]);
    expect(codes('update', 'Account', [{ Id, ...wrong }])).toEqual([[Id, 'FIELD_INTEGRITY_EXCEPTION']]);
  });

  test('a duplicate is saved when the caller allows it', () => {
    const same = [{ Name: 'a', Phone: '1' }];
    ruled.insert('Account', ...same);
    expect(codes('insert', 'Account', same)).toEqual([[null, 'DUPLICATES_DETECTED']]);
    expect(codes('insert', 'Account', same, {}, { ...ruled.org.admin, allowDuplicates: true })).toEqual([
      [expect.stringMatching(/^001/), undefined],
    ]);
  });
});

describe('all or none', () => {
  test('one failure takes the others back', () => {
    const results = test_.save('insert', 'Account', [{ Name: 'a' }, {}, { Name: 'c' }], { allOrNone: true });
    expect(results.map((result) => error(result).statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    ]);
    expect(results.every((result) => result.id === null)).toBe(true);
    expect(
      test_.org.query('SELECT COUNT() FROM Account', test_.org.admin, { version: '66.0' }).totalSize,
    ).toBe(0);
  });

  test('without it the good ones stay', () => {
    expect(test_.save('insert', 'Account', [{ Name: 'a' }, {}]).map((result) => result.success)).toEqual([
      true,
      false,
    ]);
    expect(test_.org.rowsWritten).toMatchObject({ Account: 1 });
  });

  test('atomically undoes what was saved inside when it throws', () => {
    expect(() =>
      test_.org.atomically(() => {
        test_.insert('Account', { Name: 'a' });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(test_.rows('SELECT Id FROM Account')).toEqual([]);
  });
});
