import CuzoPills from 'c/cuzoPills';
import { emit, fail, look, mount, text } from 'kit';
import { getRecord } from 'lightning/uiRecordApi';

const ACCOUNT = '001000000000001AAA';

/** What UI API gives for an account; a field that is left out is one without access. */
const account = (fields: Readonly<Record<string, unknown>>) => ({
  apiName: 'Account',
  id: ACCOUNT,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, displayValue: null }]),
  ),
});

const nothing = {
  CuZo_MyPV_Onboarded__c: false,
  CuZo_MyPV_Onboarding_Date__c: null,
  CuZo_MyPV_As_Of__c: null,
  CuZo_MyVivium_Onboarded__c: false,
  CuZo_MyVivium_Onboarding_Date__c: null,
  CuZo_MyVivium_As_Of__c: null,
};

async function pills(fields: Readonly<Record<string, unknown>>) {
  const element = await mount(CuzoPills, { recordId: ACCOUNT });
  await emit(getRecord, account({ ...nothing, ...fields }));
  return look(element, 'li');
}

describe('c-cuzo-pills', () => {
  test('has a pill for each zone, in their order, by the names agents know', async () => {
    expect((await pills({})).map(text)).toEqual([
      'CuZo MyPV Onboarded Nog niets bekend',
      'CuZo MyVivium Onboarded Nog niets bekend',
    ]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, string, string]>([
    [
      'registered on a day',
      { CuZo_MyPV_Onboarded__c: true, CuZo_MyPV_Onboarding_Date__c: '2024-03-28' },
      'Geregistreerd sinds 28 mrt 2024',
      'utility:success',
    ],
    [
      'registered, day unknown',
      { CuZo_MyPV_Onboarded__c: true, CuZo_MyPV_As_Of__c: '2026-11-20T02:00:00.000Z' },
      'Geregistreerd, dag onbekend',
      'utility:success',
    ],
    [
      'not registered',
      { CuZo_MyPV_As_Of__c: '2026-11-20T02:00:00.000Z' },
      'Niet geregistreerd',
      'utility:clear',
    ],
    ['nothing known', {}, 'Nog niets bekend', 'utility:question'],
  ])('%s: words and an icon of its own', async (_, fields, words, icon) => {
    const [mypv, myvivium] = await pills(fields);
    expect(text(mypv).replace(/\.(?= \d{4}$)/, '')).toBe(`CuZo MyPV Onboarded ${words}`);
    expect(look(mypv!, 'lightning-icon')).toMatchObject([{ iconName: icon }]);
    expect(text(myvivium)).toBe('CuZo MyVivium Onboarded Nog niets bekend');
  });

  test('leaves out a zone whose fields the agent may not read', async () => {
    const element = await mount(CuzoPills, { recordId: ACCOUNT });
    await emit(getRecord, account({ CuZo_MyVivium_Onboarded__c: true }));
    expect(look(element, 'li').map(text)).toEqual(['CuZo MyVivium Onboarded Geregistreerd, dag onbekend']);
  });

  test('says quietly that there is no access to any', async () => {
    const element = await mount(CuzoPills, { recordId: ACCOUNT });
    await emit(getRecord, account({}));
    expect(text(element)).toMatch(/^U hebt geen toegang tot deze gegevens/);
    expect(look(element, 'li')).toEqual([]);
  });

  test('says that it loads', async () => {
    expect(text(await mount(CuzoPills, { recordId: ACCOUNT }))).toBe('Bezig met laden');
  });

  test('says what went wrong', async () => {
    const element = await mount(CuzoPills, { recordId: ACCOUNT });
    await fail(getRecord, 'The requested resource does not exist');
    expect(text(element)).toMatch(/^De gegevens konden niet worden geladen .* The requested resource/);
  });
});
