import { deployedOrg } from '../deployedOrg.ts';
import { recordPageName } from './recordPage.ts';

const override = (more: Readonly<Record<string, string>>) => ({
  actionName: 'View',
  type: 'Flexipage',
  pageOrSobjectType: 'Widget__c',
  ...more,
});
const widget = { object: 'Widget__c', recordType: 'Blue', isPersonAccount: false };
const viewer = { profile: 'Standard User', formFactor: 'Large' } as const;
const orgDefault = deployedOrg({
  CustomObject: {
    Widget__c: { actionOverrides: [{ actionName: 'View', type: 'Flexipage', content: 'Org_Page' }] },
  },
});

test("the org's default page shows a record when the app assigns none", () => {
  expect(recordPageName(orgDefault, {}, widget, viewer)).toBe('Org_Page');
});

test("the app's page goes before the org's default", () => {
  const app = { actionOverrides: [override({ content: 'App_Page' })] };
  expect(recordPageName(orgDefault, app, widget, viewer)).toBe('App_Page');
});

test('the page of app, record type and profile goes before the page of the app', () => {
  const app = {
    actionOverrides: [override({ content: 'App_Page' })],
    profileActionOverrides: [
      override({ content: 'Red_Page', recordType: 'Widget__c.Red', profile: 'Standard User' }),
      override({ content: 'Other_Page', recordType: 'Widget__c.Blue', profile: 'Other' }),
      override({ content: 'Blue_Page', recordType: 'Widget__c.Blue', profile: 'Standard User' }),
    ],
  };
  expect(recordPageName(orgDefault, app, widget, viewer)).toBe('Blue_Page');
});

test('a page for the desktop is not for a phone', () => {
  const app = { actionOverrides: [override({ content: 'App_Page', formFactor: 'Large' })] };
  expect(recordPageName(deployedOrg({}), app, widget, { ...viewer, formFactor: 'Small' })).toBeUndefined();
});

test('record types of person accounts are those of PersonAccount', () => {
  const app = {
    profileActionOverrides: [
      override({
        content: 'Person_Page',
        pageOrSobjectType: 'Account',
        recordType: 'PersonAccount.Individual',
      }),
    ],
  };
  const person = { object: 'Account', recordType: 'Individual', isPersonAccount: true };
  expect(recordPageName(deployedOrg({}), app, person, viewer)).toBe('Person_Page');
});
