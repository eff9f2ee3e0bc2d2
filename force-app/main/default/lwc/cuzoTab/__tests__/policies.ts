type Values = Readonly<Record<string, string | number | boolean | null>>;

const fieldsOf = (values: Values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, displayValue: null }]));

/** A UI API record of a policy and its customer; a field that is left out has no access. */
export const policy = (fields: Values, customer: Values = {}) => ({
  apiName: 'InsurancePolicy',
  id: '0YT000000000001AAA',
  fields: {
    ...fieldsOf(fields),
    NameInsuredId: { value: '001000000000001AAA', displayValue: null },
    NameInsured: {
      value: { apiName: 'Account', id: '001000000000001AAA', fields: fieldsOf(customer) },
      displayValue: null,
    },
  },
});

/** A policy whose zone shows that document. */
export const shown = (view: unknown, fields: Values = {}, customer: Values = {}) =>
  policy(
    {
      CuZo_Visibility__c: 'Shown',
      CuZo_Hidden_Reason__c: null,
      CuZo_View__c: typeof view === 'string' ? view : JSON.stringify(view),
      CuZo_As_Of__c: '2026-11-20T02:30:00.000Z',
      ...fields,
    },
    customer,
  );

export const hidden = (reason: string | null, fields: Values = {}, customer: Values = {}) =>
  policy({ CuZo_Visibility__c: 'Hidden', CuZo_Hidden_Reason__c: reason, ...fields }, customer);

export const nothingKnown = (fields: Values = {}, customer: Values = {}) =>
  policy({ CuZo_Visibility__c: null, CuZo_View__c: null, CuZo_As_Of__c: null, ...fields }, customer);

const SAID = '2026-11-20T02:30:00.000Z';

/** What both zones reported of a customer: the day of registration, or null for not registered. */
export const customer = (mypv: string | null, myvivium: string | null): Values => ({
  CuZo_MyPV_Onboarded__c: mypv !== null,
  CuZo_MyPV_Onboarding_Date__c: mypv,
  CuZo_MyPV_As_Of__c: SAID,
  CuZo_MyVivium_Onboarded__c: myvivium !== null,
  CuZo_MyVivium_Onboarding_Date__c: myvivium,
  CuZo_MyVivium_As_Of__c: SAID,
});

const text = (code: string, value: string) => ({ code, kind: 'text', value });
const cover = (code: string, value: boolean) => ({ code, kind: 'covered', value });

/** The car of the agents' FAQ, section I.3. */
export const CAR = {
  v: 1,
  title: 'Audi - A5 Sportback (2011) (8TA) - 1EAA999',
  language: 'nl',
  sections: [
    {
      code: 'details',
      items: [
        text('vehicle', 'Audi - A5 Sportback (2011) (8TA) - 1EAA999'),
        text('contract-number', '111000171363'),
        { code: 'renewal-date', kind: 'date', value: '2024-02-14' },
        { code: 'annual-premium', kind: 'money', value: { amount: '504.92', currency: 'EUR' } },
      ],
    },
    {
      code: 'vehicle-information',
      items: [
        text('make', 'Audi'),
        text('model', 'A5 Sportback (2011) (8TA)'),
        text('number-plate', '1EAA999'),
        { code: 'power-kw', kind: 'number', value: { value: 100 } },
      ],
    },
    {
      code: 'passengers-others-driver',
      items: [
        cover('third-party-liability', true),
        cover('driver-protection', false),
        cover('legal-assistance', true),
      ],
    },
    {
      code: 'vehicle',
      items: [
        cover('glass-breakage', false),
        cover('fire', false),
        cover('natural-forces-animals', false),
        cover('theft', false),
        cover('own-damage', false),
      ],
    },
    {
      code: 'mobility',
      items: [
        cover('accident-assistance', true),
        cover('breakdown-assistance', false),
        cover('personal-assistance', false),
        cover('theft-assistance', false),
        cover('vehicle-upgrade', false),
        cover('tyres', false),
      ],
    },
    {
      code: 'contents-activities',
      items: [cover('motorcyclist-equipment', false), cover('private-contents', false)],
    },
    { code: 'main-driver', items: [text('first-name', 'JANNUONE'), text('last-name', 'JANNUONE')] },
  ],
};

/** A small view, for tests that don't depend on its size. */
export const BIKE = {
  v: 1,
  title: 'Fiets',
  sections: [{ code: 'details', items: [text('make', 'Achielle')] }],
};
