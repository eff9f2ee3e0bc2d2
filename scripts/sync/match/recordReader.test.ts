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
