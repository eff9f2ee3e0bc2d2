import type { Caller, JsonRecord, SaveResult } from '../org.ts';
import { type TestOrg, only, openTestOrg } from '../testOrg.ts';

let test_: TestOrg;
let now: Date;
beforeAll(() => {
  now = new Date();
  test_ = openTestOrg(() => now);
});
afterAll(() => {
  test_.org.close();
});
beforeEach(() => {
  test_.org.reset({ data: true });
  now = new Date('2026-11-22T10:00:00.789Z');
});

const widget = (record: Record<string, unknown>): SaveResult =>
  only(test_.save('insert', 'Widget__c', [{ Name: 'w', ...record }]));
const AT = '2026-11-22T10:00:00.000+0000';
const error = (result: SaveResult) => only(result.errors);

describe('insert', () => {
  test('gives an id with the prefix of the object and sets the system fields to the second', () => {
    const [id = ''] = test_.insert('Account', { Name: 'Acme' });
    expect(id).toMatch(/^001[0-9A-Za-z]{15}$/);
    expect(
      only(
        test_.rows(
          `SELECT CreatedDate, CreatedById, LastModifiedDate, LastModifiedById, OwnerId, SystemModstamp, IsDeleted FROM Account`,
        ),
      ),
    ).toEqual({
      CreatedDate: AT,
      CreatedById: test_.org.admin.userId,
      LastModifiedDate: AT,
      LastModifiedById: test_.org.admin.userId,
      OwnerId: test_.org.admin.userId,
      SystemModstamp: AT,
      IsDeleted: false,
    });
  });

  test('names the required fields that are missing', () => {
    expect(error(only(test_.save('insert', 'Account', [{}])))).toEqual({
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
      fields: ['Name'],
    });
  });

  test('refuses a field that does not exist', () => {
    expect(error(widget({ Colur__c: 'Red' }))).toEqual({
      statusCode: 'INVALID_FIELD',
      message: "No such column 'Colur__c' on sobject of type Widget__c",
      fields: [],
    });
  });

  test('refuses formulas, system fields and auto numbers', () => {
    expect(error(widget({ Double_Weight__c: 2, CreatedDate: '2020-01-01T00:00:00Z' }))).toEqual({
      statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message:
        'Unable to create/update fields: Double_Weight__c, CreatedDate. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      fields: ['Double_Weight__c', 'CreatedDate'],
    });
  });

  test('numbers the names that are automatic', () => {
    const [id = ''] = test_.insert('Widget__c', { Name: 'w' });
    test_.insert('Gadget__c', { Widget__c: id }, { Widget__c: id });
    expect(test_.column('SELECT Name FROM Gadget__c ORDER BY Name')).toEqual(['G-0001', 'G-0002']);
  });

  test('leaves the owner that is given', () => {
    const { userId } = test_.user('Standard User');
    test_.insert('Account', { Name: 'Acme', OwnerId: userId });
    expect(test_.column('SELECT OwnerId FROM Account')).toEqual([userId]);
  });

  test.each([
    ['Widget__c', { Id: 'a00Lo0000000zzz' }, 'cannot specify Id in an insert call'],
    ['Account', { Name: 'a', PersonEmail: 'a@b.be' }, /^Account: bad field names .* PersonEmail$/],
    ['UserLicense', { Name: 'l' }, 'entity type cannot be inserted: User License'],
  ])('into %s refuses %p', (object, record, message) => {
    const result = only(test_.save('insert', object, [record]));
    expect(result).toMatchObject({ id: null, success: false, created: false });
    expect(error(result).message).toMatch(message);
  });

  test('is refused to who may only read', () => {
    const user = test_.user('Standard User');
    expect(error(only(test_.save('insert', 'UserRole', [{ Name: 'r' }], {}, user)))).toMatchObject({
      statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      message: 'entity type cannot be inserted: Role',
    });
  });

  test('a detail needs its master', () => {
    expect(error(only(test_.save('insert', 'Gadget__c', [{}]))).message).toBe(
      'Required fields are missing: [Widget__c]',
    );
  });
});

describe('update', () => {
  test('takes ids of 15 and 18 characters and a key in any case, and moves the modstamp', () => {
    const [id = ''] = test_.insert('Widget__c', { Name: 'w' });
    expect(only(test_.save('update', 'Widget__c', [{ id: id.slice(0, 15), name: 'x' }]))).toEqual({
      id,
      success: true,
      created: false,
      errors: [],
    });
    expect(test_.column('SELECT Name FROM Widget__c')).toEqual(['x']);
  });

  test.each([
    [{ Name: 'x' }, 'MISSING_ARGUMENT', 'Id not specified in an update call'],
    [{ Id: null, Name: 'x' }, 'MISSING_ARGUMENT', 'Id not specified in an update call'],
    [{ Id: '', Name: 'x' }, 'MISSING_ARGUMENT', 'Id not specified in an update call'],
    [{ Id: '003Lo0000000zzz', Name: 'x' }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
    [{ Id: 'abc', Name: 'x' }, 'MALFORMED_ID', 'malformed id abc'],
    [{ Id: 'a00Lo0000000zzz', Name: 'x' }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
  ])('%p is refused', (record, statusCode, message) => {
    expect(error(only(test_.save('update', 'Widget__c', [record])))).toMatchObject({ statusCode, message });
  });

  test('a required field cannot be cleared, and a record in the bin is gone', () => {
    const [id = ''] = test_.insert('Account', { Name: 'Acme' });
    expect(error(only(test_.save('update', 'Account', [{ Id: id, Name: null }]))).statusCode).toBe(
      'REQUIRED_FIELD_MISSING',
    );
    test_.save('delete', 'Account', [{ Id: id }]);
    expect(error(only(test_.save('update', 'Account', [{ Id: id, Name: 'x' }])))).toMatchObject({
      statusCode: 'ENTITY_IS_DELETED',
      message: 'entity is deleted',
    });
  });
});

describe('update by another user', () => {
  let id: string;
  beforeEach(() => {
    id = only(test_.insert('Widget__c', { Name: 'w', Code__c: 'c' }));
    now = new Date('2026-11-22T11:00:00Z');
  });
  const STAMPS = 'CreatedDate, CreatedById, LastModifiedDate, LastModifiedById, SystemModstamp';
  const change = (record: object, caller: Caller, object = 'Widget__c') =>
    only(test_.save('update', object, [{ Id: id, ...record }], {}, caller));

  test('changes who wrote it last, and when', () => {
    const other = test_.user('System Administrator');
    expect(change({ Name: 'x' }, other).success).toBe(true);
    const LATER = '2026-11-22T11:00:00.000+0000';
    const after = {
      CreatedDate: AT,
      CreatedById: test_.org.admin.userId,
      LastModifiedDate: LATER,
      LastModifiedById: other.userId,
      SystemModstamp: LATER,
    };
    expect(test_.rows(`SELECT ${STAMPS} FROM Widget__c`)).toEqual([after]);
    expect(change({}, other).success).toBe(true);
    expect(test_.rows(`SELECT ${STAMPS}, Code__c FROM Widget__c`)).toEqual([{ ...after, Code__c: 'c' }]);
  });

  test.each<readonly [string, string, () => string]>([
    ['no right to edit', 'User', () => test_.org.admin.userId],
    ['a record of somebody else', 'Widget__c', () => id],
  ])('is refused with %s', (_name, object, of) => {
    const reader = test_.user('Minimum Access - API Only Integrations', 'Reader');
    const refused = only(test_.save('update', object, [{ Id: of() }], {}, reader));
    expect(refused).toMatchObject({ id: of(), success: false });
    expect(error(refused).statusCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  });

  test('is refused of what nobody writes', () => {
    const [Id] = test_.column('SELECT Id FROM UserLicense LIMIT 1');
    expect(error(only(test_.save('update', 'UserLicense', [{ Id }]))).statusCode).toBe(
      'INSUFFICIENT_ACCESS_OR_READONLY',
    );
  });

  test.each([
    [{ Colur__c: 'Red' }, 'INVALID_FIELD'],
    [{ Colour__c: 'Pink' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
  ])('with %p is refused by the id', (record, statusCode) => {
    expect(change(record, test_.org.admin)).toMatchObject({ id, success: false, errors: [{ statusCode }] });
  });
});

test('the contact of a person is closed, whatever is written to it', () => {
  test_.insert('Account', { LastName: 'P' });
  const [Id] = test_.column('SELECT Id FROM Contact');
  const change = (record: object) => only(test_.save('update', 'Contact', [{ Id, ...record }]));
  expect(change({})).toMatchObject({ id: Id, success: true });
  expect(change({ LastName: 'x', Phone: '1' })).toMatchObject({
    id: Id,
    errors: [{ fields: ['LastName', 'Phone'] }],
  });
  test_.insert('Contact', { LastName: 'free' });
  const [free] = test_.column("SELECT Id FROM Contact WHERE Name = 'free'");
  expect(only(test_.save('update', 'Contact', [{ Id: free, LastName: 'x' }])).success).toBe(true);
});

test('a write is stopped by the lock of a batch, or by a fault', () => {
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

describe('what belongs to a record', () => {
  const update = (object: string, record: JsonRecord) =>
    only(test_.save('update', object, [record])).errors.map(({ fields }) => fields.join());

  test('the contact of a person', () => {
    const result = only(test_.save('insert', 'Account', [{ LastName: 'P' }]));
    expect(result).toMatchObject({ success: true, created: true });
    const { id: Id } = result;
    const names = () => [test_.column('SELECT Name FROM Account'), test_.column('SELECT Name FROM Contact')];
    expect(names()).toEqual([['P'], ['P']]);
    expect(update('Account', { Id, LastName: 'Q' })).toStrictEqual([]);
    expect(names()).toEqual([['Q'], ['Q']]);
    expect(update('Account', { Id, Name: 'x' })).toEqual(['Name']);
  });

  test('no contact of a business', () => {
    const [Id] = test_.insert('Account', { Name: 'F' });
    expect(update('Account', { Id, Name: null, LastName: 'P' })).toEqual(['LastName']);
  });

  test('shares, until it has another owner', () => {
    const { userId } = test_.user('Standard User');
    const [ParentId] = test_.insert('Widget__c', { Name: 'w' });
    test_.insert('Widget__Share', { ParentId, UserOrGroupId: userId, AccessLevel: 'Edit' });
    const shares = () => test_.column('SELECT AccessLevel FROM Widget__Share');
    update('Widget__c', { Id: ParentId, Name: 'x' });
    expect(shares()).toEqual(['Edit']);
    update('Widget__c', { Id: ParentId, OwnerId: userId });
    expect(shares()).toStrictEqual([]);
  });
});
