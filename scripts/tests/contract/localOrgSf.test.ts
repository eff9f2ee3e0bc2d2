import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SfCommand } from '../../connect360/sf.ts';
import { ROOT } from '../../connect360/root.ts';
import { forThisFile } from '../kit/ending.ts';
import { metadataFiles } from '../kit/metadataFiles.ts';
import { login, sfIn, startWidgetOrg, WIDGET_PROJECT } from '../kit/widgetOrg.ts';

const widgets = forThisFile(() => startWidgetOrg({ empty: true }));
let home: string;
let sf: SfCommand;

const asAdmin = ['--target-org', 'admin'];
const NO_NAMES = new URL('fixtures/noNames.js', import.meta.url).href;

beforeAll(async () => {
  home = join(widgets.folder, 'home');
  mkdirSync(home);
  sf = sfIn(home, WIDGET_PROJECT);
  const { code, json } = await login(sf, widgets);
  expect({ code, json }).toMatchObject({
    code: 0,
    json: { result: { username: widgets.server.ready.username } },
  });
  const deployed = await sf(['project', 'deploy', 'start', ...asAdmin]);
  expect(deployed).toMatchObject({
    code: 0,
    json: { result: { status: 'Succeeded', numberComponentErrors: 0 } },
  });
});

/** A project that holds nothing yet. */
function emptyProject(name: string): { readonly source: string; readonly there: SfCommand } {
  const project = join(widgets.folder, name);
  const source = join(project, 'force-app', 'main', 'default');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(project, 'sfdx-project.json'), readFileSync(join(WIDGET_PROJECT, 'sfdx-project.json')));
  return { source, there: sfIn(home, project) };
}
const committed = (project: string) => metadataFiles(join(project, 'force-app', 'main', 'default'));

describe('sf org login', () => {
  test('jwt logs in with the key of the org', async () => {
    const { url, clientId, jwtKeyFile, username } = widgets.server.ready;
    const jwtHome = join(widgets.folder, 'jwt');
    mkdirSync(jwtHome);
    const args = [
      'org',
      'login',
      'jwt',
      '--instance-url',
      url,
      '--client-id',
      clientId,
      '--username',
      username,
    ];
    const good = await sfIn(
      jwtHome,
      WIDGET_PROJECT,
    )([...args, '--jwt-key-file', jwtKeyFile, '--alias', 'jwt']);
    expect(good).toMatchObject({ code: 0, json: { result: { username, instanceApiVersion: '66.0' } } });
    const shown = await sf(['org', 'display', ...asAdmin]);
    expect(shown).toMatchObject({ code: 0, json: { result: { connectedStatus: 'Connected' } } });
    const rows = await sfIn(
      jwtHome,
      WIDGET_PROJECT,
    )(['data', 'query', '-o', 'jwt', '-q', 'SELECT Name FROM Organization']);
    expect(rows).toMatchObject({ code: 0, json: { result: { totalSize: 1 } } });
  });

  test('a session that ended is renewed by the CLI itself', async () => {
    await widgets.call('POST', '/__local/faults', {
      rules: [{ path: '/query', times: 1, fault: { expireToken: true } }],
    });
    const jwt = sfIn(join(widgets.folder, 'jwt'), WIDGET_PROJECT);
    const rows = await jwt(['data', 'query', '-o', 'jwt', '-q', 'SELECT Username FROM User']);
    await widgets.call('POST', '/__local/faults', { rules: [] });
    expect(rows).toMatchObject({ code: 0, json: { result: { done: true } } });
  });
});

describe('sf org login that fails', () => {
  test('ends with an exit code and the reason', async () => {
    const { url } = widgets.server.ready;
    const other = sfIn(join(widgets.folder, 'refused'), WIDGET_PROJECT);
    // Sequentially: two commands that create the files of the same new HOME read each other's half-written ones.
    const token = await other(['org', 'login', 'access-token', '--instance-url', url, '--no-prompt'], {
      SF_ACCESS_TOKEN: '00D000000000001!nobody',
    });
    const unknown = await other(['org', 'display', '--target-org', 'nobody']);
    expect(token).toMatchObject({ code: 1, json: { name: 'AuthCodeUsernameRetrievalError' } });
    expect(token.json?.message).toContain('Bad_OAuth_Token');
    expect(unknown).toMatchObject({ code: 2, json: { name: 'NamedOrgNotFoundError' } });
    // Refused by the org, the CLI tries its assertion on Salesforce's own login hosts: it must not find them.
    const { clientId, jwtKeyFile } = widgets.server.ready;
    const jwt = ['org', 'login', 'jwt', '--instance-url', url, '--client-id', clientId];
    const nobody = await other([...jwt, '--username', 'nobody@example.com', '--jwt-key-file', jwtKeyFile], {
      NODE_OPTIONS: `--import=${NO_NAMES}`,
    });
    expect(nobody).toMatchObject({ code: 1, json: { name: 'JwtGrantError' } });
    expect(nobody.json?.message).toContain("user hasn't approved this consumer");
  });
});

describe('sf project deploy', () => {
  test('REST deploys as SOAP does, and a dry run changes nothing', async () => {
    const rest = await sf(['project', 'deploy', 'start', '--dry-run', ...asAdmin], {
      SF_ORG_METADATA_REST_DEPLOY: 'true',
    });
    expect(rest).toMatchObject({ code: 0, json: { result: { status: 'Succeeded', checkOnly: true } } });
  });

  test('a broken component fails the deploy with its problem, and nothing of it stays', async () => {
    const project = join(widgets.folder, 'broken');
    const fields = join(project, 'force-app/main/default/objects/Widget__c/fields');
    mkdirSync(fields, { recursive: true });
    writeFileSync(
      join(project, 'sfdx-project.json'),
      readFileSync(join(WIDGET_PROJECT, 'sfdx-project.json')),
    );
    function field(name: string, body: string): void {
      const xml = `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label>${body}</CustomField>`;
      writeFileSync(join(fields, `${name}.field-meta.xml`), xml);
    }
    field('Fine__c', '<type>Text</type><length>10</length>');
    field(
      'Broken__c',
      '<type>Lookup</type><referenceTo>Nowhere__c</referenceTo><relationshipName>Broken</relationshipName>',
    );
    const failed = await sfIn(home, project)(['project', 'deploy', 'start', ...asAdmin]);
    expect(failed.code).toBe(1);
    const { details } = failed.json?.result as {
      details: { componentFailures: { fullName: string; problem: string }[] };
    };
    expect(details.componentFailures).toEqual([
      expect.objectContaining({
        fullName: 'Widget__c.Broken__c',
        problem: expect.stringContaining('Nowhere__c') as string,
      }),
    ]);
    const query = await sf(['data', 'query', '-q', 'SELECT Fine__c FROM Widget__c', ...asAdmin]);
    expect(query).toMatchObject({ code: 1, json: { name: 'INVALID_FIELD' } });
  });
});

describe('sf project retrieve', () => {
  test('gives back what was deployed, and tells what there is', async () => {
    const { source, there } = emptyProject('retrieved');
    const types = ['CustomObject', 'Layout', 'PermissionSet'].flatMap((type) => ['--metadata', type]);
    const retrieved = await there(['project', 'retrieve', 'start', ...types, ...asAdmin]);
    expect(retrieved).toMatchObject({ code: 0, json: { result: { success: true } } });
    const ours = Object.entries(committed(WIDGET_PROJECT)).filter(([file]) => !file.includes('/Account/'));
    expect(metadataFiles(source)).toEqual(Object.fromEntries(ours));

    const [listed, unknown] = await Promise.all([
      there(['org', 'list', 'metadata', '-m', 'CustomObject', ...asAdmin]),
      there(['org', 'list', 'metadata', '-m', 'Nowhere', ...asAdmin]),
    ]);
    expect(listed.json?.result).toContainEqual(
      expect.objectContaining({ fullName: 'Widget__c', fileName: 'objects/Widget__c.object' }),
    );
    expect(unknown).toMatchObject({ code: 1, json: { name: 'sf:INVALID_TYPE' } });
  });
});

describe('sf on the whole org', () => {
  test('says that the limit of calls is reached', async () => {
    // https://github.com/SalesforceLabs/OrgCheck/issues/181
    const body = [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }];
    await widgets.call('POST', '/__local/faults', {
      rules: [{ path: '/(sobjects|limits)/?$', fault: { status: 403, body } }],
    });
    const [listed, limits] = await Promise.all([
      sf(['sobject', 'list', '--sobject', 'all', ...asAdmin]),
      sf(['org', 'list', 'limits', ...asAdmin]),
    ]);
    await widgets.call('POST', '/__local/faults', { rules: [] });
    const refused = {
      code: 1,
      json: { name: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' },
    };
    expect(listed).toMatchObject(refused);
    expect(limits).toMatchObject(refused);
  });

  test('assigns a permission set', async () => {
    const [assigned, unknown] = await Promise.all([
      sf(['org', 'assign', 'permset', '-n', 'Widget_User', ...asAdmin]),
      sf(['org', 'assign', 'permset', '-n', 'Nowhere', ...asAdmin]),
    ]);
    expect(unknown).toMatchObject({ code: 1, json: { result: { successes: [], failures: [{}] } } });
    expect(assigned).toMatchObject({ code: 0, json: { result: { failures: [] } } });
    const rows = await widgets.query(
      "SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Widget_User'",
    );
    expect(rows).toHaveLength(1);
  });

  test('describes and lists objects, shows limits, calls any resource', async () => {
    const limitsPath = '/services/data/v66.0/limits';
    const [described, listed, limits, rest, nothing, tooling, missing, sets, types] = await Promise.all([
      sf(['sobject', 'describe', '-s', 'Widget__c', ...asAdmin]),
      sf(['sobject', 'list', '--sobject', 'custom', ...asAdmin]),
      sf(['org', 'list', 'limits', ...asAdmin]),
      sf(['api', 'request', 'rest', limitsPath, ...asAdmin]),
      sf(['api', 'request', 'rest', '/services/data/v66.0/nothing', ...asAdmin]),
      sf(['data', 'query', '--use-tooling-api', '-q', 'SELECT Id FROM ApexClass', ...asAdmin]),
      sf(['sobject', 'describe', '-s', 'Nowhere__c', ...asAdmin]),
      sf(['org', 'list', 'metadata', '-m', 'PermissionSet', ...asAdmin]),
      sf(['org', 'list', 'metadata-types', ...asAdmin]),
    ]);
    expect(described).toMatchObject({ code: 0, json: { result: { name: 'Widget__c', label: 'Widget' } } });
    expect(listed).toMatchObject({ code: 0, json: { result: ['Widget__c'] } });
    const named = limits.json?.result as { name: string; max: number }[];
    expect(named).toContainEqual(expect.objectContaining({ name: 'DailyApiRequests', max: 1_000_000 }));
    expect(rest).toMatchObject({
      code: 0,
      json: { result: { statusCode: 200, body: { DailyApiRequests: { Max: 1_000_000 } } } },
    });
    expect(nothing).toMatchObject({
      code: 1,
      json: { result: { statusCode: 404, body: [{ errorCode: 'NOT_FOUND' }] } },
    });
    expect(tooling).toMatchObject({ code: 1, json: { name: 'INVALID_TYPE' } });
    expect(missing).toMatchObject({ code: 1, json: { name: 'NOT_FOUND' } });
    expect(sets).toMatchObject({ code: 0, json: { result: [{ fullName: 'Widget_User' }] } });
    const { metadataObjects } = types.json?.result as { metadataObjects: { xmlName: string }[] };
    expect(metadataObjects.map(({ xmlName }) => xmlName)).toContain('FlexiPage');
  });
});

// Last, as the org holds more from here on.
test('gives force-app back, file for file, by a manifest of what the org holds', async () => {
  const deployed = await sfIn(home, ROOT)(['project', 'deploy', 'start', '-d', 'force-app/main', ...asAdmin]);
  expect(deployed).toMatchObject({ code: 0, json: { result: { status: 'Succeeded' } } });
  const { source, there } = emptyProject('manifest');
  const manifest = ['--from-org', 'admin', '--name', 'package.xml'];
  expect(await there(['project', 'generate', 'manifest', ...manifest])).toMatchObject({ code: 0 });
  const retrieved = await there(['project', 'retrieve', 'start', '-x', 'package.xml', ...asAdmin]);
  expect(retrieved).toMatchObject({ code: 0, json: { result: { success: true } } });
  // Standard objects come with a file of their own, as from an org; ours has nothing in it.
  const came = Object.fromEntries(
    Object.entries(metadataFiles(source)).filter(
      ([file]) => !/^objects\/(\w+)(?<!__c)\/\1\.object-meta/.test(file),
    ),
  );
  const both = { ...committed(WIDGET_PROJECT), ...committed(ROOT) };
  expect(Object.keys(came).sort()).toEqual(Object.keys(both).sort());
  expect(Object.keys(both).filter((file) => came[file] !== both[file])).toStrictEqual([]);
});
