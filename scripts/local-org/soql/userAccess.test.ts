import type { Caller } from '../org.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const test_ = orgForFile(undefined, { sharing: { contact: 'Private', account: 'ReadWrite' } });
const who: Record<string, Caller> = {};
const ids: Record<string, string> = {};

beforeAll(() => {
  who.admin = test_.org.admin;
  who.agent = test_.user('Standard User', 'Reader');
  who.guest = test_.user('Minimum Access - Salesforce');
  const ownerOf = ({ userId }: Caller) => ({ OwnerId: userId });
  const one = (object: string, values: object): string => only(test_.insert(object, { ...values }));
  ids.account = one('Account', { Name: 'a' });
  ids.agents = one('Account', { Name: 'b', ...ownerOf(who.agent) });
  ids.contact = one('Contact', { LastName: 'c' });
  ids.widget = one('Widget__c', { Name: 'w' });
  ids.own = one('Widget__c', { Name: 'own', ...ownerOf(who.agent) });
  ids.gadget = one('Gadget__c', { Widget__c: ids.widget });
  ids.gone = one('Account', { Name: 'gone' });
  test_.save('delete', 'Account', [{ Id: ids.gone }]);
  ids.none = `${ids.account.slice(0, 10)}zzzzz`;
  ids.foreign = 'zzz000000000001AAA';
});

const NAMES =
  'RecordId, MaxAccessLevel, HasReadAccess, HasEditAccess, HasDeleteAccess, HasTransferAccess, HasAllAccess';
const ask = (where: string, names = 'RecordId') =>
  test_.rows(`SELECT ${names} FROM UserRecordAccess WHERE ${where}`);

/** Each right by its letter, as in HasReadAccess, HasEditAccess and so on; `A` for HasAllAccess. */
const RIGHTS = {
  R: 'HasReadAccess',
  E: 'HasEditAccess',
  D: 'HasDeleteAccess',
  T: 'HasTransferAccess',
  A: 'HasAllAccess',
};

test.each([
  ['admin', 'account', 'All', 'REDTA'],
  ['admin', 'widget', 'All', 'REDTA'],
  // The detail of a master has no owner to transfer it from.
  ['admin', 'gadget', 'Delete', 'RED'],
  ['admin', 'gone', 'None', ''],
  ['admin', 'none', 'None', ''],
  ['admin', 'foreign', 'None', ''],
  ['agent', 'account', 'Edit', 'RE'],
  ['agent', 'agents', 'All', 'REDTA'],
  ['agent', 'contact', 'None', ''],
  ['agent', 'widget', 'Read', 'R'],
  ['agent', 'own', 'Transfer', 'RET'],
  ['agent', 'gadget', 'None', ''],
  ['guest', 'account', 'None', ''],
  ['guest', 'widget', 'None', ''],
])('%s has to %s the access %s', (name, record, MaxAccessLevel, letters) => {
  const id = ids[record] ?? '';
  const row = only(ask(`UserId = '${who[name]!.userId}' AND RecordId = '${id}'`, NAMES));
  const rights = Object.entries(RIGHTS).map(([letter, right]) => [right, letters.includes(letter)]);
  expect(row).toEqual({
    RecordId: expect.stringMatching(new RegExp(`^${id}`)),
    MaxAccessLevel,
    ...Object.fromEntries(rights),
  });
});

describe('answers', () => {
  test('a row for each record in the order asked for, once, with the columns that were named', () => {
    const { records } = test_.org.query(
      `SELECT recordid, HASREADACCESS FROM userrecordaccess WHERE recordId IN ('${ids.own}', '${ids.widget}', '${ids.own}') AND userID = '${who.agent!.userId}'`,
      test_.org.admin,
      { version: '66.0' },
    );
    expect(records).toEqual(
      [ids.own, ids.widget].map((RecordId) => ({
        attributes: { type: 'UserRecordAccess' },
        RecordId,
        HasReadAccess: true,
      })),
    );
  });

  test('at most 200 records at once', () => {
    const among = (count: number): string =>
      Array.from({ length: count }, (_, n) => `'001${String(n).padStart(12, '0')}'`).join(',');
    const user = `UserId = '${test_.org.admin.userId}'`;
    expect(ask(`${user} AND RecordId IN (${among(200)})`)).toHaveLength(200);
    expect(test_.refusal(() => ask(`${user} AND RecordId IN (${among(201)})`)).errorCode).toBe(
      'MALFORMED_QUERY',
    );
  });
});

const USER = "UserId = '005000000000001AAA'";
const OTHER = "'005000000000002AAA'";
const RECORD = "RecordId = '001000000000001AAA'";

test.each([
  USER,
  RECORD,
  `${USER} OR ${RECORD}`,
  `${USER} AND (NOT ${RECORD})`,
  `${USER} AND ${RECORD} AND ${RECORD}`,
  `${USER} AND RecordId != '001000000000001AAA'`,
  `${USER} AND RecordId > '001000000000001AAA'`,
  `${USER} AND RecordId IN (SELECT Id FROM Account)`,
  `${USER} AND DAY_ONLY(RecordId) = '001000000000001AAA'`,
  `UserId IN ('005000000000001AAA', ${OTHER}) AND ${RECORD}`,
])('is refused that is filtered by %s', (where) => {
  expect(test_.refusal(() => ask(where))).toEqual({
    status: 400,
    errorCode: 'MALFORMED_QUERY',
    message:
      'UserRecordAccess must be filtered by a single UserId and one or more RecordId values, at most 200',
  });
});

test('is refused without a filter', () => {
  expect(test_.refusal(() => test_.rows('SELECT RecordId FROM UserRecordAccess')).message).toContain(
    'must be filtered',
  );
});

test.each([
  ['Name', 'Name'],
  ['COUNT(RecordId)', ''],
])('is refused that selects %s', (names, column) => {
  expect(test_.refusal(() => ask(`${USER} AND ${RECORD}`, names))).toMatchObject({
    errorCode: 'INVALID_FIELD',
    message: expect.stringContaining(`No such column '${column}' on entity 'UserRecordAccess'`),
  });
});

test('is refused with what is no id', () => {
  expect(test_.refusal(() => ask(`${USER} AND RecordId = 'abc'`))).toEqual({
    status: 400,
    errorCode: 'INVALID_QUERY_FILTER_OPERATOR',
    message: 'invalid ID field: abc',
  });
});
