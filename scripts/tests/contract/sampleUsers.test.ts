import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARING_DEFAULTS } from '../../connect360/featureOptions.ts';
import { type Connect360Server, serveConnect360 } from '../../connect360/serve.ts';
import { connect360Template } from '../../connect360/template.ts';
import { openOrg } from '../../local-org/engine.ts';
import type { Org } from '../../local-org/org.ts';
import { folderForFile } from '../kit/folder.ts';

let org: Org;
let server: Connect360Server;
const { folder, remove } = folderForFile('sample-users-');

beforeAll(async () => {
  const file = join(folder, 'org.db');
  copyFileSync(await connect360Template(), file);
  org = openOrg({ file, features: { sharing: SHARING_DEFAULTS.private } });
  server = await serveConnect360(org, 0);
});

afterAll(async () => {
  await server.close();
  org.close();
  await remove();
});

function caller(name: string): { readonly userId: string } {
  const user = org.findUser(`${name}@connect360.local`);
  if (user === undefined) throw new Error(`there is no user ${name}`);
  return user;
}

const names = (user: string, object: string): readonly string[] =>
  org
    .query(`SELECT Name FROM ${object} ORDER BY Name`, caller(user), { version: '66.0' })
    .records.map((record) => String(record.Name));

test.each(['Account', 'InsurancePolicy'])(
  'with private sharing each agent has %s records of their own',
  (object) => {
    const [dutch, french, manager, admin] = ['agent.nl', 'agent.fr', 'manager', 'admin'].map((user) =>
      names(user, object),
    );
    expect(dutch?.length).toBeGreaterThan(3);
    expect(french?.length).toBeGreaterThan(3);
    expect(dutch?.filter((name) => french?.includes(name))).toStrictEqual([]);
    // The manager stands above both; what the administrator keeps is nobody's else.
    expect(manager).toEqual([...(dutch ?? []), ...(french ?? [])].sort());
    expect(admin?.length).toBeGreaterThan(manager?.length ?? 0);
    expect(names('none', object)).toStrictEqual([]);
  },
);

test("the job's user has the integration licence and no page, the agents have theirs", async () => {
  const { records } = org.query(
    `SELECT Profile.UserLicense.Name, (SELECT PermissionSetLicense.DeveloperName FROM PermissionSetLicenseAssignments)
     FROM User WHERE Username = 'sync@connect360.local'`,
    org.admin,
    { version: '66.0' },
  );
  expect(records).toMatchObject([
    {
      Profile: { UserLicense: { Name: 'Salesforce Integration' } },
      PermissionSetLicenseAssignments: {
        records: [{ PermissionSetLicense: { DeveloperName: 'SalesforceAPIIntegrationPsl' } }],
      },
    },
  ]);
  const page = await fetch(new URL('/?as=sync', server.ready.url));
  expect([page.status, await page.text()]).toEqual([403, 'Access Restricted for API Only Users']);
});
