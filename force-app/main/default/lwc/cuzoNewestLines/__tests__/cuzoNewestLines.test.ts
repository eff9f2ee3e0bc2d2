import { newestLines } from 'c/cuzoNewestLines';

const run = (field: string, value: string | null) => ({ edges: [{ node: { Id: '1', [field]: { value } } }] });

test('has a line for each zone that is asked for and known, and marks an old one', () => {
  const data = {
    uiapi: {
      query: {
        MYPV: run('Newest_MyPV_Event__c', '2020-01-02T03:04:05.000Z'),
        MYVIVIUM: run('Newest_MyVivium_Event__c', null),
      },
    },
  };
  expect(newestLines(data, ['MYPV', 'MYVIVIUM'])).toEqual([
    { key: 'MYPV', words: expect.stringMatching(/^MyP&V: geen nieuwe gegevens sinds 2 jan/), isStale: true },
  ]);
  expect(newestLines(data, ['MYVIVIUM'])).toStrictEqual([]);
});
