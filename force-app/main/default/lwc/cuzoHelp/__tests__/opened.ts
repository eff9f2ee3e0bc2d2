import CuzoHelp from 'c/cuzoHelp';
import { emitResults, look, mount, press } from 'kit';
import { graphql } from 'lightning/graphql';

type Fields = Readonly<Record<string, unknown>>;

export const ACCOUNT = '001000000000001AAA';
export const SETTINGS = {
  recordId: ACCOUNT,
  brandField: 'Brand__c',
  customerNumberField: 'Number__c',
  emailField: 'Email__c',
  mobileField: 'Mobile__c',
  birthDateField: 'Born__c',
  deceasedField: 'Died__c',
  personField: 'Person__c',
};
export const PERSON = {
  Name: 'Test "Test" Test',
  Number__c: '10000001',
  Email__c: 'test@example.com',
  Mobile__c: '+32 470 00 00 01',
  Born__c: '2000-03-28',
  Died__c: null,
  Person__c: true,
  CuZo_MyPV_Onboarded__c: false,
  CuZo_MyPV_As_Of__c: '2026-11-20T02:00:00.000Z',
  CuZo_MyVivium_Onboarded__c: false,
  CuZo_MyVivium_As_Of__c: '2026-11-20T02:00:00.000Z',
};
const PORTAL = {
  Code__c: 'MYPV',
  Landing_URL_nl__c: 'https://my.pv.be/',
  Support_Email__c: 'mypv@pv.be',
  Support_Phone__c: '02/250.87.09',
  Opening_Hours__c: 'Mo-Th 08:30-17:00; Fr 08:30-16:00',
  Login_Methods__c: 'itsme;eid;activation-code',
  Checked_On__c: '2026-11-22',
  News_On__c: null,
};
export const POLICY = { Name: '111000171363', IsActive: true, Brand__c: 'P&V', CuZo_Product__c: 'car' };

const edges = (...all: readonly Fields[]) => ({
  edges: all.map((fields, at) => ({
    node: {
      Id: `id${at}`,
      ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
    },
  })),
});
export const others = (...all: readonly Fields[]) => ({
  data: { uiapi: { query: { Account: edges(...all) } } },
});

interface Given {
  readonly account?: Fields;
  readonly portal?: Fields;
  readonly policies?: readonly Fields[];
  readonly sameEmail?: object;
  readonly namesakes?: object;
  readonly settings?: Partial<typeof SETTINGS>;
}

/** The component, unfolded, with that customer's data from the org. */
export async function opened(given: Given = {}) {
  const element = await mount(CuzoHelp, { ...SETTINGS, ...given.settings });
  await press(look(element, 'button')[0]);
  const portals = edges({ ...PORTAL, ...given.portal });
  const query = {
    Account: edges({ ...PERSON, ...given.account }),
    CuZo_Portal__c: portals,
    facts: portals,
    InsurancePolicy: edges(...(given.policies ?? [POLICY])),
  };
  await emitResults(graphql, {
    CuzoHelp: { data: { uiapi: { query } } },
    CuzoHelpSameEmail: given.sameEmail ?? others(),
    CuzoHelpNamesakes: given.namesakes ?? others(),
  });
  return element;
}
