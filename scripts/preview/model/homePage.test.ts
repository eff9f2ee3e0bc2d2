import { homePageName } from './homePage.ts';

const override = (more: Readonly<Record<string, string>>) => ({
  actionName: 'Tab',
  formFactor: 'Large',
  type: 'Flexipage',
  pageOrSobjectType: 'standard-home',
  ...more,
});
const standard = { profile: 'Standard User', formFactor: 'Large' } as const;

test('the page of the profile goes before that of the app, on a desktop only', () => {
  const app = {
    actionOverrides: [
      override({ content: 'Everybody' }),
      override({ content: 'Record', actionName: 'View' }),
    ],
    profileActionOverrides: [
      override({ content: 'Admins', profile: 'Admin' }),
      override({ content: 'Own', profile: 'Own Profile' }),
    ],
  };
  expect(homePageName(app, standard)).toBe('Everybody');
  expect(homePageName(app, { ...standard, profile: 'System Administrator' })).toBe('Admins');
  expect(homePageName(app, { ...standard, profile: 'Own Profile' })).toBe('Own');
  expect(homePageName(app, { ...standard, formFactor: 'Small' })).toBeUndefined();
});

test('an app without an assignment has the standard home', () => {
  expect(
    homePageName({ actionOverrides: override({ content: 'X', pageOrSobjectType: 'Account' }) }, standard),
  ).toBeUndefined();
  expect(homePageName(undefined, standard)).toBeUndefined();
});
