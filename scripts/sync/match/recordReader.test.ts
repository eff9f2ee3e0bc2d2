import { configFile } from '../config/config.ts';
import { recordReader } from './recordReader.ts';

const config = configFile.parse({
  contact: { since: '2026-09-01T00:00:00Z' },
  comparedFields: 'use=Use__c',
});

test('a policy reads the same from CSV, which has only text; a picklist has the text of the org beside it', () => {
  const read = recordReader('InsurancePolicy', config, new Map([['Use__c', new Map([['P', 'Private']])]]));
  const rest = {
    Id: 'P',
    CuZo_Differences__c: 2,
    CuZo_As_Of__c: '2026-11-22T09:00:00.000+0000',
    Use__c: 'P',
  };
  const csv = { ...rest, CuZo_Differences__c: '2', CuZo_As_Of__c: '2026-11-22T09:00:00.000Z' };
  expect(read(csv)).toEqual(read(rest));
  expect(read(rest)).toMatchObject({
    fields: { CuZo_Differences__c: 2, CuZo_As_Of__c: '2026-11-22T09:00:00Z', CuZo_Zone__c: null },
    held: { Use__c: { value: 'P', display: 'Private' }, PremiumAmount: { value: null } },
  });
});

const ASKED = { Name: 'p', NameInsuredId: 'A', Brand__c: 'P&V', IsActive: true };

test('an account as events need it: active, of no brand, and whoever changed it', () => {
  const read = recordReader('Account', config, new Map());
  const given = { Id: 'A', Customer_Number__c: 'K1', IsPersonAccount: true, CuZo_MyPV_Onboarded__c: true };
  const account = read({
    ...given,
    LastModifiedById: 'U',
    CuZo_MyPV_As_Of__c: '2026-11-22T04:30:00.000-0530',
  });
  expect(account).toEqual({
    id: 'A',
    accountId: 'A',
    isPersonAccount: true,
    customer: 'K1',
    brand: null,
    isActive: true,
    modifiedBy: null,
    held: {},
    fields: expect.objectContaining({
      CuZo_MyPV_Onboarded__c: true,
      CuZo_MyPV_As_Of__c: '2026-11-22T10:00:00Z',
      CuZo_MyVivium_As_Of__c: null,
      PersonEmail: null,
    }) as unknown,
  });
  expect(read({ ...given, IsPersonAccount: false }).isPersonAccount).toBe(false);
});

test.each([
  ['in full', { NameInsured: { Customer_Number__c: 'K1' }, LastModifiedById: 'U' }, {}],
  [
    'whose account has no number',
    { NameInsured: { Customer_Number__c: null } },
    { customer: null, modifiedBy: null },
  ],
  ['whose account can not be read', { NameInsured: null }, { customer: null, modifiedBy: null }],
  [
    'that is not active, of no brand',
    { NameInsured: { Customer_Number__c: 'K1' }, LastModifiedById: 'U', IsActive: false, Brand__c: null },
    { isActive: false, brand: null },
  ],
])('a policy as events need it: one %s', (_what, given, over) => {
  expect(recordReader('InsurancePolicy', config, new Map())({ Id: 'P', ...ASKED, ...given })).toMatchObject({
    id: 'P',
    accountId: 'A',
    isPersonAccount: false,
    customer: 'K1',
    brand: 'P&V',
    isActive: true,
    modifiedBy: 'U',
    ...over,
  });
});

test('where the org keeps no brand, none is read', () => {
  const noBrand = { ...config, roles: { ...config.roles, policyBrand: null } };
  expect(recordReader('InsurancePolicy', noBrand, new Map())({ Id: 'P', ...ASKED }).brand).toBeNull();
});

test('an empty number stays empty, and a date-time that is none is an error of the org', () => {
  const read = recordReader('InsurancePolicy', config, new Map());
  expect(read({ Id: 'P', ...ASKED }).fields).toMatchObject({ CuZo_Differences__c: null });
  expect(read({ Id: 'P', ...ASKED, CuZo_Differences__c: 0 }).fields).toMatchObject({
    CuZo_Differences__c: 0,
  });
  expect(() => read({ Id: 'P', ...ASKED, CuZo_As_Of__c: 'today' })).toThrow(
    'the org gave a date-time that is none',
  );
});
