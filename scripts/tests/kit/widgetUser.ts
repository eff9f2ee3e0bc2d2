import { type Answer, type WidgetOrg, startWidgetOrg } from './widgetOrg.ts';

/** An org with an account, three widgets alpha, beta and gamma (two of them the account's), and a French-speaking user. */
export interface WidgetUser extends WidgetOrg {
  readonly account: string;
  /** The id of alpha. */
  readonly widget: string;
  /** Headers of a user with the permission set Widget_User, which doesn't include Notes__c. */
  readonly asUser: Readonly<Record<string, string>>;
}

export const idOf = ({ body }: Answer): string => (body as { readonly id: string }).id;

export async function startWithUser(): Promise<WidgetUser> {
  const widgets = await startWidgetOrg();
  const { call } = widgets;

  const account = idOf(await call('POST', '/sobjects/Account', { Name: 'Holder', Key__c: 'H1' }));
  const records = ['alpha', 'beta', 'gamma'].map((Name, index) => ({
    attributes: { type: 'Widget__c' },
    Name,
    Code__c: `C${index}`,
    Account__c: index < 2 ? account : null,
    Price__c: 1504.9 + index,
    Stock__c: 1200 * index,
    Kind__c: index === 0 ? 'round' : null,
    Built_On__c: `2026-03-0${index + 1}`,
    Checked_At__c: '2026-03-01T10:00:00.000Z',
    Notes__c: 'kept from users',
  }));
  const saved = (await call('POST', '/composite/sobjects', { records })).body as { id: string }[];
  const widget = saved[0]?.id ?? '';
  const [profile] = await widgets.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const [set] = await widgets.query("SELECT Id FROM PermissionSet WHERE Name = 'Widget_User'");
  const user = idOf(
    await call('POST', '/sobjects/User', {
      Username: 'reader@widgets.example.com',
      LastName: 'Reader',
      Alias: 'reader',
      Email: 'reader@example.com',
      ProfileId: profile?.Id,
      LanguageLocaleKey: 'fr',
      LocaleSidKey: 'fr_BE',
      TimeZoneSidKey: 'Europe/Brussels',
      EmailEncodingKey: 'UTF-8',
    }),
  );
  await call('POST', '/sobjects/PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set?.Id });
  const asUser = { authorization: `Bearer ${widgets.server.tokenFor('reader@widgets.example.com') ?? ''}` };
  return { ...widgets, account, widget, asUser };
}
