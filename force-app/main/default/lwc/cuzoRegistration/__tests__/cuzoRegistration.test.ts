import { registration, registrationFields, registrationWords, saysDeceased } from 'c/cuzoRegistration';
import { MYPV, MYVIVIUM, ZONES } from 'c/cuzoZones';

type Fields = Readonly<Record<string, unknown>>;

const reader =
  (fields: Fields) =>
  ({ fieldApiName }: { readonly fieldApiName: string }): unknown =>
    fields[fieldApiName];

const FLAG = 'CuZo_MyPV_Onboarded__c';
const DAY = 'CuZo_MyPV_Onboarding_Date__c';
const AS_OF = 'CuZo_MyPV_As_Of__c';
const WORD = '2026-11-20T02:00:00.000Z';

describe('c/cuzoRegistration', () => {
  test.each<[string, Fields, ReturnType<typeof registration>, RegExp]>([
    [
      'registered on a day',
      { [FLAG]: true, [DAY]: '2024-03-28', [AS_OF]: WORD },
      { kind: 'registered', day: '2024-03-28' },
      /^Geregistreerd sinds 28 mrt\.? 2024$/,
    ],
    [
      'registered before the zone kept days',
      { [FLAG]: true, [DAY]: null, [AS_OF]: WORD },
      { kind: 'registered', day: null },
      /^Geregistreerd, /,
    ],
    [
      'registered, the day closed to the agent',
      { [FLAG]: true, [AS_OF]: WORD },
      { kind: 'registered', day: null },
      /^Geregistreerd, /,
    ],
    [
      'registered, an empty day',
      { [FLAG]: true, [DAY]: '' },
      { kind: 'registered', day: null },
      /^Geregistreerd, /,
    ],
    [
      'not registered',
      { [FLAG]: false, [DAY]: null, [AS_OF]: WORD },
      { kind: 'not-registered' },
      /^Niet geregistreerd$/,
    ],
    [
      'no word of the zone',
      { [FLAG]: false, [AS_OF]: null },
      { kind: 'nothing-known' },
      /^Nog niets bekend$/,
    ],
    ['an empty word', { [FLAG]: false, [AS_OF]: '' }, { kind: 'nothing-known' }, /^Nog niets bekend$/],
    ['the word closed to the agent', { [FLAG]: false }, { kind: 'nothing-known' }, /^Nog niets bekend$/],
    ['an empty flag', { [FLAG]: null, [AS_OF]: null }, { kind: 'nothing-known' }, /^Nog niets bekend$/],
    ['no access to the flag', { [DAY]: '2024-03-28' }, { kind: 'no-access' }, /^U hebt geen toegang/],
  ])('%s', (_, fields, said, words) => {
    expect(registration(reader(fields), MYPV)).toEqual(said);
    expect(registrationWords(said)).toMatch(words);
  });

  test("each zone has fields of its own, and one zone's word says nothing of the other", () => {
    const names = ZONES.flatMap(registrationFields).map(({ fieldApiName }) => fieldApiName);
    expect(new Set(names).size).toBe(6);
    const read = reader({ [FLAG]: true, CuZo_MyVivium_Onboarded__c: false });
    expect(registration(read, MYVIVIUM)).toEqual({ kind: 'nothing-known' });
  });
});

test.each<[unknown, boolean | null]>([
  ['2026-06-03', true],
  [true, true],
  [null, false],
  ['', false],
  [false, false],
  [undefined, null],
])('a field of death that holds %j: %s', (value, isDead) => {
  expect(saysDeceased(value)).toBe(isDead);
});
