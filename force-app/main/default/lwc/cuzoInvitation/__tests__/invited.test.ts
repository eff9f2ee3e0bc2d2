import ACCOUNT_DEATH from '@salesforce/schema/Account.CuZo_MyPV_Onboarding_Date__c';
import { MYPV, MYVIVIUM } from 'c/cuzoZones';
import { isDeceased, needsInvitation, standing, zoneToInvite, zoneToShow, type Standing } from '../invited';

type Kind = Standing['registration']['kind'];

const inZone = (zone: Standing['zone'], kind: Kind, hasContract: boolean | null): Standing => ({
  zone,
  registration: { kind } as Standing['registration'],
  hasContract,
});

test.each<[Kind, boolean | null, boolean]>([
  ['registered', true, false],
  ['registered', null, false],
  ['not-registered', true, true],
  ['not-registered', null, true],
  ['not-registered', false, false],
  ['nothing-known', true, true],
] as [Kind, boolean | null, boolean][])('%s with contract %s: to invite %s', (kind, has, invited) => {
  expect(needsInvitation(inZone(MYPV, kind, has))).toBe(invited);
});

test.each<[string, [Kind, boolean | null], [Kind, boolean | null], string]>([
  ['a contract without registration first', ['registered', true], ['not-registered', true], 'MYVIVIUM'],
  ['a contract before an unknown one', ['not-registered', null], ['registered', true], 'MYVIVIUM'],
  ['an unknown contract before none', ['not-registered', false], ['registered', null], 'MYVIVIUM'],
  ['of two alike the first', ['not-registered', true], ['not-registered', true], 'MYPV'],
  ['of two unknown ones the first', ['registered', null], ['not-registered', null], 'MYPV'],
  ['of none the first', ['not-registered', false], ['not-registered', false], 'MYPV'],
] as [string, [Kind, boolean | null], [Kind, boolean | null], string][])(
  'the zone to invite to: %s',
  (_what, mypv, myvivium, code) => {
    const standings = [inZone(MYPV, ...mypv), inZone(MYVIVIUM, ...myvivium)];
    expect(zoneToInvite(standings)?.code).toBe(code);
    expect(standings.map(({ zone }) => zone.code)).toEqual(['MYPV', 'MYVIVIUM']);
  },
);

test('the page shows the zone that was chosen, else that of the link, else the one to invite to', () => {
  const standings = [inZone(MYPV, 'registered', true), inZone(MYVIVIUM, 'not-registered', true)];
  const link = (code?: string) => ({ type: 'x', attributes: {}, state: { c__zone: code } }) as never;
  expect(zoneToShow(standings, 'MYPV', link('MYVIVIUM'))).toBe(MYPV);
  expect(zoneToShow(standings, 'OTHER', link('MYPV'))).toBe(MYPV);
  expect(zoneToShow(standings, null, link('OTHER'))).toBe(MYVIVIUM);
  expect(zoneToShow(standings, null, link())).toBe(MYVIVIUM);
  expect(zoneToShow(standings, null, undefined)).toBe(MYVIVIUM);
  expect(zoneToShow([], null, undefined)).toBe(MYPV);
});

test('who has died is told by the field that the page names, and by nothing else', () => {
  const row = (value: unknown) => ({ Id: '001', [ACCOUNT_DEATH.fieldApiName]: { value } });
  expect(isDeceased(row('2026-01-02'), ACCOUNT_DEATH)).toBe(true);
  expect(isDeceased(row(null), ACCOUNT_DEATH)).toBe(false);
  expect(isDeceased({ Id: '001' }, ACCOUNT_DEATH)).toBe(false);
  expect(isDeceased(undefined, ACCOUNT_DEATH)).toBe(false);
  expect(isDeceased(row('2026-01-02'), null)).toBe(false);
});

test('what is known of a customer: the registration as the record says, the contract as the policies say', () => {
  const account = {
    Id: '001',
    CuZo_MyPV_Onboarded__c: { value: true },
    CuZo_MyPV_Onboarding_Date__c: { value: '2024-10-08' },
    CuZo_MyPV_As_Of__c: { value: '2026-11-20T02:30:00.000Z' },
  };
  expect(standing(account, MYPV, null)).toMatchObject({
    zone: MYPV,
    registration: { kind: 'registered' },
    hasContract: null,
  });
  expect(standing(undefined, MYPV, [])).toMatchObject({
    registration: { kind: 'no-access' },
    hasContract: false,
  });
});
