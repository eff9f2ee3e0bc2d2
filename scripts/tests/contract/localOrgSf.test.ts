import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sf } from './sf.ts';
import { sfIn } from './sf.ts';
import type { WidgetOrg } from './widgetOrg.ts';
import { startWidgetOrg, WIDGET_PROJECT } from './widgetOrg.ts';

// A command of the CLI takes 1 to 4 seconds; several come to one test.
const SLOW = 60_000;

let widgets: WidgetOrg;
let home: string;
let sf: Sf;

const asAdmin = ['--target-org', 'admin'];

const login = (to: Sf, alias: string): ReturnType<Sf> => {
  const { url, accessToken } = widgets.server.ready;
  return to(['org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', alias], {
    SF_ACCESS_TOKEN: accessToken,
  });
};

beforeAll(async () => {
  widgets = await startWidgetOrg({ empty: true });
  home = join(widgets.folder, 'home');
  mkdirSync(home);
  sf = sfIn(home, WIDGET_PROJECT);
  const { code, json } = await login(sf, 'admin');
  expect({ code, json }).toMatchObject({
    code: 0,
    json: { result: { username: widgets.server.ready.username } },
  });
  const deployed = await sf(['project', 'deploy', 'start', ...asAdmin]);
  expect(deployed).toMatchObject({
    code: 0,
    json: { result: { status: 'Succeeded', numberComponentErrors: 0 } },
  });
}, SLOW);

afterAll(() => widgets.close());

describe('sf org login', () => {
  test(
    'jwt logs in with the key of the org',
    async () => {
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
    },
    SLOW,
  );

  test(
    'a session that ended is renewed by the CLI itself',
    async () => {
      await widgets.call('POST', '/__local/faults', {
        rules: [{ path: '/query', times: 1, fault: { expireToken: true } }],
      });
      const jwt = sfIn(join(widgets.folder, 'jwt'), WIDGET_PROJECT);
      const rows = await jwt(['data', 'query', '-o', 'jwt', '-q', 'SELECT Username FROM User']);
      await widgets.call('POST', '/__local/faults', { rules: [] });
      expect(rows).toMatchObject({ code: 0, json: { result: { done: true } } });
    },
    SLOW,
  );
});

describe('sf project deploy', () => {
  test(
    'REST deploys as SOAP does, and a dry run changes nothing',
    async () => {
      const rest = await sf(['project', 'deploy', 'start', '--dry-run', ...asAdmin], {
        SF_ORG_METADATA_REST_DEPLOY: 'true',
      });
      expect(rest).toMatchObject({ code: 0, json: { result: { status: 'Succeeded', checkOnly: true } } });
    },
    SLOW,
  );

  test(
    'a broken component fails the deploy with its problem, and nothing of it stays',
    async () => {
      const project = join(widgets.folder, 'broken');
      const fields = join(project, 'force-app/main/default/objects/Widget__c/fields');
      mkdirSync(fields, { recursive: true });
      writeFileSync(
        join(project, 'sfdx-project.json'),
        readFileSync(join(WIDGET_PROJECT, 'sfdx-project.json')),
      );
      const field = (name: string, body: string): void => {
        const xml = `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label>${body}</CustomField>`;
        writeFileSync(join(fields, `${name}.field-meta.xml`), xml);
      };
      field('Fine__c', '<type>Text</type><length>10</length>');
      field(
        'Broken__c',
        '<type>Lookup</type><referenceTo>Nowhere__c</referenceTo><relationshipName>Broken</relationshipName>',
      );
      const failed = await sfIn(home, project)(['project', 'deploy', 'start', ...asAdmin]);
      expect(failed.code).toBe(1);
      const { details } = failed.json.result as {
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
    },
    SLOW,
  );
});

describe('sf data', () => {
  test(
    'creates, reads, changes and deletes a record',
    async () => {
      const record = ['-s', 'Widget__c', ...asAdmin];
      const created = await sf([
        'data',
        'create',
        'record',
        ...record,
        '-v',
        "Name='First' Stock__c=12 Price__c=1000.5 Active__c=true",
      ]);
      expect(created).toMatchObject({ code: 0, json: { result: { success: true } } });
      const { id } = created.json.result as { id: string };
      const changed = await sf(['data', 'update', 'record', ...record, '-i', id, '-v', "Kind__c='square'"]);
      expect(changed).toMatchObject({ code: 0 });
      const read = await sf(['data', 'get', 'record', ...record, '-w', "Name='First'"]);
      expect(read).toMatchObject({
        code: 0,
        json: { result: { Id: id, Stock__c: 12, Price__c: 1000.5, Active__c: true, Kind__c: 'square' } },
      });
      const removed = await sf(['data', 'delete', 'record', ...record, '-i', id]);
      expect(removed).toMatchObject({ code: 0 });
      expect(await widgets.query("SELECT Id FROM Widget__c WHERE Name = 'First'")).toEqual([]);
    },
    SLOW,
  );

  test(
    'says what the org says when a write is refused',
    async () => {
      const create = ['data', 'create', 'record', '-s', 'Widget__c', ...asAdmin, '-v'];
      const [price, kind] = await Promise.all([
        sf([...create, "Name='Bad' Price__c=-1"]),
        sf([...create, "Name='Bad' Kind__c='oval'"]),
      ]);
      expect(price).toMatchObject({
        code: 1,
        json: { name: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: "A price can't be negative." },
      });
      expect(kind).toMatchObject({ code: 1, json: { name: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' } });
    },
    SLOW,
  );

  test(
    'imports a tree, queries it with parents, exports it again',
    async () => {
      const file = join(widgets.folder, 'accounts.json');
      const widget = { attributes: { type: 'Widget__c', referenceId: 'w1' }, Name: 'Part', Code__c: 'P1' };
      const account = {
        attributes: { type: 'Account', referenceId: 'a1' },
        Name: 'Whole',
        Widgets__r: { records: [widget] },
      };
      writeFileSync(file, JSON.stringify({ records: [account] }));
      const imported = await sf(['data', 'import', 'tree', '--files', file, ...asAdmin]);
      expect(imported).toMatchObject({ code: 0, json: { result: [{ refId: 'a1' }, { refId: 'w1' }] } });
      const queried = await sf([
        'data',
        'query',
        '-q',
        "SELECT Name, Account__r.Name FROM Widget__c WHERE Code__c = 'P1'",
        ...asAdmin,
      ]);
      expect(queried).toMatchObject({
        code: 0,
        json: { result: { records: [{ Name: 'Part', Account__r: { Name: 'Whole' } }] } },
      });
      const out = join(widgets.folder, 'exported');
      mkdirSync(out);
      const tree =
        "SELECT Id, Name, (SELECT Name, Code__c FROM Widgets__r) FROM Account WHERE Name = 'Whole'";
      const exported = await sf(['data', 'export', 'tree', '-q', tree, '--output-dir', out, ...asAdmin]);
      expect(exported.code).toBe(0);
      const text = readdirSync(out)
        .map((name) => readFileSync(join(out, name), 'utf8'))
        .join('\n');
      expect(text).toContain('"Whole"');
      expect(text).toContain('"P1"');
    },
    SLOW,
  );

  test(
    'a wrong query fails with the text and place of Salesforce',
    async () => {
      const failed = await sf(['data', 'query', '-q', 'SELECT Nmae FROM Account', ...asAdmin]);
      expect(failed).toMatchObject({ code: 1, json: { name: 'INVALID_FIELD' } });
      expect(failed.json.message).toContain("No such column 'Nmae' on entity 'Account'");
      expect(failed.json.message).toContain('ERROR at Row:1:Column:8');
    },
    SLOW,
  );

  test(
    'upserts and deletes in bulk and tells which rows failed',
    async () => {
      const csv = join(widgets.folder, 'bulk.csv');
      writeFileSync(csv, 'Code__c,Name,Price__c\nB1,One,1\nB2,"Two, ""quoted""\nand broken",2\n');
      const bulk = ['-s', 'Widget__c', '--wait', '2', ...asAdmin];
      const done = await sf(['data', 'upsert', 'bulk', ...bulk, '-i', 'Code__c', '-f', csv]);
      expect(done).toMatchObject({
        code: 0,
        json: { result: { jobInfo: { numberRecordsProcessed: 2, numberRecordsFailed: 0 } } },
      });
      writeFileSync(csv, 'Code__c,Name,Price__c\nB1,One,1\nB3,Three,-3\n');
      const failed = await sf(['data', 'upsert', 'bulk', ...bulk, '-i', 'Code__c', '-f', csv]);
      expect(failed.code).toBe(1);
      expect(
        await widgets.query("SELECT Code__c, Name FROM Widget__c WHERE Code__c LIKE 'B%' ORDER BY Code__c"),
      ).toMatchObject([
        { Code__c: 'B1', Name: 'One' },
        { Code__c: 'B2', Name: 'Two, "quoted"\nand broken' },
      ]);
    },
    SLOW,
  );
});

describe('sf on the whole org', () => {
  test(
    'assigns a permission set',
    async () => {
      const assigned = await sf(['org', 'assign', 'permset', '-n', 'Widget_User', ...asAdmin]);
      expect(assigned).toMatchObject({ code: 0, json: { result: { failures: [] } } });
      const rows = await widgets.query(
        "SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Widget_User'",
      );
      expect(rows).toHaveLength(1);
    },
    SLOW,
  );

  test(
    'describes and lists objects, shows limits, calls any resource',
    async () => {
      const [described, listed, limits, rest, missing, sets, types] = await Promise.all([
        sf(['sobject', 'describe', '-s', 'Widget__c', ...asAdmin]),
        sf(['sobject', 'list', '--sobject', 'custom', ...asAdmin]),
        sf(['org', 'list', 'limits', ...asAdmin]),
        sf(['data', 'query', '--use-tooling-api', '-q', 'SELECT Id FROM ApexClass', ...asAdmin]),
        sf(['sobject', 'describe', '-s', 'Nowhere__c', ...asAdmin]),
        sf(['org', 'list', 'metadata', '-m', 'PermissionSet', ...asAdmin]),
        sf(['org', 'list', 'metadata-types', ...asAdmin]),
      ]);
      expect(described).toMatchObject({ code: 0, json: { result: { name: 'Widget__c', label: 'Widget' } } });
      expect(listed).toMatchObject({ code: 0, json: { result: ['Widget__c'] } });
      const named = limits.json.result as { name: string; max: number }[];
      expect(named).toContainEqual(expect.objectContaining({ name: 'DailyApiRequests', max: 1_000_000 }));
      expect(rest).toMatchObject({ code: 1, json: { name: 'INVALID_TYPE' } });
      expect(missing).toMatchObject({ code: 1, json: { name: 'NOT_FOUND' } });
      expect(sets).toMatchObject({ code: 0, json: { result: [{ fullName: 'Widget_User' }] } });
      const { metadataObjects } = types.json.result as { metadataObjects: { xmlName: string }[] };
      expect(metadataObjects.map(({ xmlName }) => xmlName)).toContain('FlexiPage');
    },
    SLOW,
  );
});
