import { only, openTestOrg } from '../testOrg.ts';

test('nobody deactivates themselves, others can be', () => {
  const test_ = openTestOrg();
  const { admin } = test_.org;
  const other = test_.user('System Administrator');
  const change = (Id: string, record: object, caller = admin) =>
    only(test_.save('update', 'User', [{ Id, ...record }], {}, caller)).errors;
  expect(only(change(admin.userId, { IsActive: false }))).toMatchObject({ fields: ['IsActive'] });
  expect(change(admin.userId, { Title: 'x', IsActive: true })).toEqual([]);
  expect(change(other.userId, { IsActive: false })).toEqual([]);
  expect(test_.org.isActive(other.userId)).toBe(false);
  expect(test_.org.isActive(admin.userId)).toBe(true);
  test_.org.close();
});
