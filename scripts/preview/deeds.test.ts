import { deedButtons, runDeed, type BarDeed } from './deeds.ts';

const RECORD = '001000000000001AAA';
const OWN = { 'x-local-org': '1' };
const done: string[] = [];

const DEED: BarDeed = {
  name: 'wave',
  object: 'Account',
  words: (language) => ({ label: `wave in ${language}`, done: 'waved' }),
  run(recordId) {
    if (recordId !== RECORD) return Promise.reject(new Error('nobody is there'));
    done.push(recordId);
    return Promise.resolve();
  },
};

const ask = (path: string, headers: Readonly<Record<string, string>> = OWN) =>
  runDeed([DEED], new URL(path, 'http://127.0.0.1'), headers);

test('a page of the object has the button, in the language of the user', () => {
  expect(deedButtons([DEED], { object: 'Account', recordId: RECORD }, 'fr')).toEqual([
    { label: 'wave in fr', done: 'waved', path: `/preview/deeds/wave?record=${RECORD}` },
  ]);
  expect(deedButtons([DEED], { object: 'InsurancePolicy', recordId: RECORD }, 'fr')).toStrictEqual([]);
});

test('its address has it done, and tells what went wrong', async () => {
  expect(await ask(`/preview/deeds/wave?record=${RECORD}`)).toEqual([200, '']);
  expect(done).toEqual([RECORD]);
  expect(await ask('/preview/deeds/wave?record=001000000000002AAA')).toEqual([500, 'nobody is there']);
});

test.each([
  ['another name', `/preview/deeds/jump?record=${RECORD}`, OWN, 404],
  ['no record', '/preview/deeds/wave', OWN, 404],
  ['what is no id', "/preview/deeds/wave?record=001'OR'1", OWN, 404],
  ['a page of another site', `/preview/deeds/wave?record=${RECORD}`, {}, 403],
] as const)('nothing is done for %s', async (_who, path, headers, status) => {
  const before = done.length;
  expect((await ask(path, headers))[0]).toBe(status);
  expect(done).toHaveLength(before);
});
