import CuzoContactNotice from 'c/cuzoContactNotice';
import { emit, fail, look, mount, text } from 'kit';
import { graphql } from 'lightning/graphql';

jest.mock('lightning/navigation', () => {
  const GenerateUrl = Symbol('GenerateUrl');
  interface Reference {
    readonly attributes: { readonly objectApiName: string; readonly recordId: string };
  }
  const NavigationMixin = (Base: new () => object) =>
    class extends Base {
      [GenerateUrl]({ attributes }: Reference) {
        return Promise.resolve(`/${attributes.objectApiName}/${attributes.recordId}`);
      }
    };
  return { NavigationMixin: Object.assign(NavigationMixin, { GenerateUrl }) };
});

const ACCOUNT = '001000000000001AAA';
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const policy = (id: string, number: string, isActive: boolean, name: string | null = null) => ({
  node: { Id: id, Name: { value: number }, PolicyName: { value: name }, IsActive: { value: isActive } },
});
const answer = (changedOn: object, ...policies: object[]) => ({
  uiapi: {
    query: {
      Account: { edges: [{ node: { Id: ACCOUNT, ...changedOn } }] },
      InsurancePolicy: { edges: policies },
    },
  },
});
const changed = (value: string | null) => ({ CuZo_Contact_Changed_On__c: { value } });

async function notice(...given: Parameters<typeof answer>) {
  const element = await mount(CuzoContactNotice, { recordId: ACCOUNT });
  await emit(graphql, answer(...given));
  await emit(graphql, answer(...given));
  return element;
}

describe('c-cuzo-contact-notice', () => {
  test('tells of the change, what it did not change, and the active policies to look at', async () => {
    const element = await notice(
      changed(daysAgo(2)),
      policy('0Yv1', '111', true, 'Autoverzekering'),
      policy('0Yv2', '112', false),
      policy('0Yv3', '222', true),
    );
    expect(text(element)).toMatch(
      /^De klant heeft op .* contactgegevens gewijzigd in MyP&V of MyVivium\. Connect 360 heeft de nieuwe gegevens\. De adressen op de contracten worden niet automatisch aangepast\. Actieve polissen Autoverzekering · 111 222$/,
    );
    expect(look(element, 'a').map((link) => link.getAttribute('href'))).toEqual([
      '/InsurancePolicy/0Yv1',
      '/InsurancePolicy/0Yv3',
    ]);
  });

  test.each([
    ['MyP&V', true, false],
    ['MyVivium', false, true],
    ['MyVivium', undefined, true],
    ['MyP&V of MyVivium', true, true],
    ['MyP&V of MyVivium', false, false],
  ])('names the zone where it was: %s', async (zone, mypv, myvivium) => {
    const element = await notice({
      ...changed(daysAgo(2)),
      ...(mypv === undefined ? {} : { CuZo_MyPV_Onboarded__c: { value: mypv } }),
      CuZo_MyVivium_Onboarded__c: { value: myvivium },
    });
    expect(text(element)).toContain(`contactgegevens gewijzigd in ${zone}.`);
  });

  test.each([
    ['MYPV', 'MyP&V'],
    ['MYVIVIUM', 'MyVivium'],
    [null, 'MyP&V of MyVivium'],
    ['ANOTHER', 'MyP&V of MyVivium'],
  ])('of a customer of both zones, names the one that the job wrote: %s', async (code, zone) => {
    const element = await notice({
      ...changed(daysAgo(2)),
      CuZo_MyPV_Onboarded__c: { value: true },
      CuZo_MyVivium_Onboarded__c: { value: true },
      CuZo_Contact_Zone__c: { value: code },
    });
    expect(text(element)).toContain(`contactgegevens gewijzigd in ${zone}.`);
  });

  test('names the zone of the change, also when the customer is registered in the other one alone by now', async () => {
    const element = await notice({
      ...changed(daysAgo(2)),
      CuZo_MyPV_Onboarded__c: { value: true },
      CuZo_MyVivium_Onboarded__c: { value: false },
      CuZo_Contact_Zone__c: { value: 'MYVIVIUM' },
    });
    expect(text(element)).toContain('contactgegevens gewijzigd in MyVivium.');
  });

  test('has no list for a customer without active policies', async () => {
    const element = await notice(changed(daysAgo(0)), policy('0Yv2', '112', false));
    expect(text(element)).not.toContain('Actieve polissen');
    expect(look(element, 'c-cuzo-notice')).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['a change of more than 30 days ago', changed(daysAgo(32))],
    ['no change', changed(null)],
    ['no access', {}],
  ])('says nothing with %s', async (_, fields) => {
    expect(look(await notice(fields, policy('0Yv1', '111', true)), '*')).toStrictEqual([]);
  });

  test('is still there on the thirtieth day', async () => {
    expect(text(await notice(changed(daysAgo(29))))).toContain('contactgegevens');
  });

  test('says nothing when it cannot be read', async () => {
    const element = await mount(CuzoContactNotice, { recordId: ACCOUNT });
    await fail(graphql, 'FieldUndefined');
    expect(look(element, '*')).toStrictEqual([]);
  });
});
