import { metadata, packageZip } from '../local-org/metadata/fixture.ts';
import { type TestOrg, openTestOrg } from '../local-org/testOrg.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageModel } from './page/pageModel.ts';
import { createPreview } from './preview.ts';
import { buildPage } from './model/buildPage.ts';
import { viewerOf } from './model/viewer.ts';

let test_: TestOrg;
let username: string;
beforeAll(() => {
  test_ = openTestOrg();
  const page = (type: string, region: string, label: string): string =>
    metadata(
      'FlexiPage',
      `<flexiPageRegions><itemInstances><componentInstance><componentInstanceProperties><name>richTextValue</name><value>${label}</value></componentInstanceProperties><componentName>flexipage:richText</componentName><identifier>text</identifier></componentInstance></itemInstances><name>${region}</name><type>Region</type></flexiPageRegions><masterLabel>${label}</masterLabel><template><name>${type === 'HomePage' ? 'home:desktopTemplate' : 'flexipage:defaultAppHomeTemplate'}</name></template><type>${type}</type>`,
    );
  const app = (label: string, home: string, tabs: readonly string[]): string =>
    metadata(
      'CustomApplication',
      `${home}<formFactors>Large</formFactors><label>${label}</label><navType>Standard</navType>${tabs.map((tab) => `<tabs>${tab}</tabs>`).join('')}<uiType>Lightning</uiType>`,
    );
  const { messages } = test_.org.deploy(
    packageZip(
      {
        'flexipages/Start.flexipage': page('HomePage', 'top', 'Start'),
        'flexipages/Health.flexipage': page('AppPage', 'main', 'Health'),
        'tabs/Health.tab': metadata(
          'CustomTab',
          '<flexiPage>Health</flexiPage><label>Health of jobs</label><motif>Custom53: Bell</motif>',
        ),
        'applications/Admins.app': app('Admins', '', ['Health']),
        'applications/Sales.app': app(
          'Sales',
          '<actionOverrides><actionName>Tab</actionName><content>Start</content><formFactor>Large</formFactor><skipRecordTypeSelect>false</skipRecordTypeSelect><type>Flexipage</type><pageOrSobjectType>standard-home</pageOrSobjectType></actionOverrides>',
          ['standard-home', 'standard-Account'],
        ),
        'permissionsets/Sales.permissionset': metadata(
          'PermissionSet',
          '<applicationVisibilities><application>Sales</application><visible>true</visible></applicationVisibilities><label>Sales</label><hasActivationRequired>false</hasActivationRequired>',
        ),
      },
      {
        CustomApplication: ['Admins', 'Sales'],
        CustomTab: ['Health'],
        FlexiPage: ['Start', 'Health'],
        PermissionSet: ['Sales'],
      },
    ),
    {},
    test_.org.admin,
  );
  expect(messages.flatMap(({ problem }) => problem ?? [])).toStrictEqual([]);
  const { userId } = test_.user('Standard User', 'Sales');
  username = String(test_.column(`SELECT Username FROM User WHERE Id = '${userId}'`)[0]);
});
afterAll(() => {
  test_.org.close();
});

function page(path: string, asked: Readonly<Record<string, string>> = {}): PageModel {
  const viewer = viewerOf(test_.org, new URLSearchParams(asked), {
    defaultUser: username,
    defaultApp: 'Sales',
  });
  if (viewer === undefined) throw new Error('there is no such user');
  return buildPage(test_.org, viewer, path, { accessToken: '', orgName: '', deeds: [] });
}

test("home is the page that the user's app assigns, at both of its addresses", () => {
  for (const path of ['/', '/lightning/page/home']) {
    const { app, content } = page(path);
    expect(app).toMatchObject({
      label: 'Sales',
      others: [],
      items: [
        { label: 'Home', current: true },
        { label: 'Accounts', current: false },
      ],
    });
    expect(content).toMatchObject({
      kind: 'homePage',
      title: 'Home',
      flexiPage: {
        template: 'home:desktopTemplate',
        regions: { top: [{ properties: { richTextValue: 'Start' } }] },
      },
    });
  }
  expect(page('/', { formFactor: 'Small' }).content.kind).toBe('home');
});

test('a tab shows its app page; the apps of a user are those that a permission set gives, an administrator has all', () => {
  const [admin] = test_.column(`SELECT Username FROM User WHERE Id = '${test_.org.admin.userId}'`);
  const { app, content } = page('/lightning/n/Health', { as: String(admin), app: 'Admins' });
  expect(content).toMatchObject({
    kind: 'appPage',
    tab: 'Health',
    title: 'Health of jobs',
    flexiPage: { regions: { main: [{ name: 'flexipage:richText' }] } },
  });
  expect(app).toMatchObject({
    label: 'Admins',
    others: [{ label: 'Sales', path: '/lightning/app/c__Sales' }],
    items: [{ label: 'Health of jobs', current: true }],
  });
  expect(page('/', { as: String(admin) }).app.label).toBe('Sales');
  expect(page('/', { app: 'Admins' }).app.label).toBe('Sales');
});

test('the address of an app leads to its first tab, for those who have the app', async () => {
  const { handle } = createPreview({
    org: test_.org,
    tokenFor: () => 'token',
    defaultUser: username,
    orgName: '',
  });
  async function answer(url: string): Promise<readonly unknown[]> {
    const headers = new Map<string, unknown>();
    let status = 0;
    const response = {
      setHeader: (name: string, value: unknown) => headers.set(name, value),
      writeHead: (code: number) => {
        status = code;
      },
      end: () => undefined,
    };
    const request = { url, method: 'GET', headers: { host: '127.0.0.1' } };
    await handle(request as unknown as IncomingMessage, response as unknown as ServerResponse);
    return [status, headers.get('Location')];
  }
  const [admin] = test_.column(`SELECT Username FROM User WHERE Id = '${test_.org.admin.userId}'`);
  const as = new URLSearchParams({ as: String(admin) }).toString();
  expect(await answer(`/lightning/app/c__Admins?${as}&app=Sales`)).toEqual([
    302,
    `/lightning/n/Health?${as}&app=Admins`,
  ]);
  expect(await answer('/lightning/app/c__Sales')).toEqual([302, '/lightning/page/home?app=Sales']);
  expect(await answer('/lightning/app/c__Admins')).toEqual([404, undefined]);
});
