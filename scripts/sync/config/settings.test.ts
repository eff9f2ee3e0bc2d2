import { QUICK } from '../../tests/kit/memoryOrg.ts';
import { planningSettings, settingsChanged } from './settings.ts';

test('every setting that a run is planned by is told by its place, with what it was and is', () => {
  const { roles, contact } = QUICK;
  const now = {
    ...QUICK,
    brands: { 'P&V': 'mypv', 'P.V': 'myvivium' },
    roles: {
      ...roles,
      policyBrand: null,
      person: { ...roles.person, email: undefined },
      business: { phone: 'Phone' },
    },
    contact: { ...contact, write: 'stamp' },
    maxUnmatched: 0.5,
  } as const;
  expect(settingsChanged(planningSettings(QUICK), planningSettings(now))).toEqual([
    'brands.P.V was not set, is "myvivium"',
    'brands.Vivium was "myvivium", is not set',
    'contact.write was "full", is "stamp"',
    'maxUnmatched was 0.2, is 0.5',
    'roles.business.phone was not set, is "Phone"',
    'roles.person.email was "PersonEmail", is not set',
    'roles.policyBrand was "Brand__c", is null',
  ]);
});

test('settings that only tell how the work is done may change', () => {
  const now = {
    ...QUICK,
    apiShare: 1,
    bulkAbove: 7,
    keysPerQuery: 3,
    keepReportsDays: 2,
    waits: { ...QUICK.waits, stuck: 9 },
  };
  expect(settingsChanged(planningSettings(QUICK), planningSettings(now))).toStrictEqual([]);
});
