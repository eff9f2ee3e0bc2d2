import { type TestOrg, only, openTestOrg } from '../testOrg.ts';

let test_: TestOrg;
let widgets: readonly string[];

beforeEach(() => {
  test_ = openTestOrg();
  widgets = test_.insert('Widget__c', { Name: 'one' }, { Name: 'two' });
});

afterEach(() => {
  test_.org.close();
});

const codes = (...args: Parameters<TestOrg['save']>): readonly (string | undefined)[] =>
  test_.save(...args).map(({ errors }) => errors[0]?.statusCode);
const LOCKED = 'UNABLE_TO_LOCK_ROW';

test('a detail keeps its master locked until its locks are released, for all but those who hold them', () => {
  const [one = '', two = ''] = widgets;
  const locks = test_.org.openLocks();
  const [gadget = ''] = test_.insert('Gadget__c', { Widget__c: one });
  expect(codes('update', 'Gadget__c', [{ Id: gadget }], { locks })).toEqual([undefined]);

  expect(codes('insert', 'Gadget__c', [{ Widget__c: one }, { Widget__c: two }])).toEqual([LOCKED, undefined]);
  expect(codes('update', 'Widget__c', [{ Id: one }, { Id: two }])).toEqual([LOCKED, undefined]);
  expect(codes('delete', 'Widget__c', [{ Id: one }])).toEqual([LOCKED]);
  expect(codes('upsert', 'Gadget__c', [{ Widget__c: one }], { locks })).toEqual([undefined]);
  expect(only(test_.save('delete', 'Gadget__c', [{ Id: gadget }])).errors).toEqual([
    {
      statusCode: LOCKED,
      message: `unable to obtain exclusive access to this record or 2 records: ${gadget},${one}`,
      fields: [],
    },
  ]);

  locks.release();
  expect(codes('delete', 'Gadget__c', [{ Id: gadget }])).toEqual([undefined]);
});

test('a lookup locks nothing but its own record', () => {
  const [account = ''] = test_.insert('Account', { Name: 'Acme' });
  const locks = test_.org.openLocks();
  test_.save('update', 'Widget__c', [{ Id: widgets[0], Account__c: account }], { locks });
  expect(codes('update', 'Account', [{ Id: account, Name: 'Other' }])).toEqual([undefined]);
  locks.release();
});

test('a record that is refused locks nothing', () => {
  const locks = test_.org.openLocks();
  expect(
    codes('update', 'Widget__c', [{ Id: widgets[0], Name: 'x', Colour__c: 'none such' }], { locks }),
  ).toEqual(['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']);
  expect(codes('update', 'Widget__c', [{ Id: widgets[0], Name: 'y' }])).toEqual([undefined]);
});
