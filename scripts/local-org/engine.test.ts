import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { openOrg } from './engine.ts';
import { metadata, packageZip, widgetPackage } from './metadata/fixture.ts';
import { type LockFault, OrgError } from './org.ts';

/** What a refused call answers. */
function refusal(work: () => unknown): Pick<OrgError, 'errorCode' | 'status'> {
  try {
    work();
  } catch (error) {
    if (error instanceof OrgError) return { status: error.status, errorCode: error.errorCode };
    throw error;
  }
  throw new Error('it was not refused');
}

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('engine-'));
});

const version = '66.0';

test('a file reopens as it was: schema, records, administrator, settings', () => {
  const file = join(folder, 'org.db');
  const first = openOrg({ file, adminUsername: 'boss@example.com' });
  first.deploy(widgetPackage(), {}, first.admin);
  first.save(
    { operation: 'insert', object: 'Widget__c', records: [{ Name: 'w', Code__c: 'c' }] },
    first.admin,
  );
  first.setSetting('key', 'value');
  const { orgId, admin } = first;
  first.close();
  const second = openOrg({ file, adminUsername: 'other@example.com' });
  expect(second.query('SELECT Code__c FROM Widget__c', second.admin, { version }).records).toMatchObject([
    { Code__c: 'c' },
  ]);
  expect(second).toMatchObject({ orgId, admin });
  expect(second.findUser('BOSS@example.com')?.userId).toBe(admin.userId);
  expect(second.findUser('other@example.com')).toBeUndefined();
  expect(second.setting('key')).toBe('value');
  expect(second.components('PermissionSet').has('Reader')).toBe(true);
  second.close();
});

test('an object that is deployed anew keeps its key prefix in a file that is opened later', () => {
  const file = join(folder, 'org.db');
  const create = (org: ReturnType<typeof openOrg>, object: string, record: object): string =>
    String(org.save({ operation: 'insert', object, records: [{ ...record }] }, org.admin)[0]?.id).slice(0, 3);
  const first = openOrg({ file, adminUsername: 'boss@example.com' });
  first.deploy(widgetPackage(), {}, first.admin);
  const prefix = create(first, 'Widget__c', { Name: 'w' });
  const changed = `<label>Thing</label><nameField><label>Name</label><type>Text</type></nameField>
    <pluralLabel>Things</pluralLabel><sharingModel>Read</sharingModel><deploymentStatus>Deployed</deploymentStatus>`;
  const more = { 'objects/Widget__c.object': metadata('CustomObject', changed) };
  const { success } = first.deploy(packageZip(more, { CustomObject: ['Widget__c'] }), {}, first.admin);
  first.close();
  const second = openOrg({ file, adminUsername: 'boss@example.com' });
  expect([success, create(second, 'Widget__c', { Name: 'x' })]).toEqual([true, prefix]);
  second.close();
});

test('each new org has an id of its own', () => {
  const [one, other] = [openOrg(), openOrg()];
  expect(one.orgId).toMatch(/^00D\w{15}$/);
  expect(other.orgId).not.toBe(one.orgId);
  one.close();
  other.close();
});

test('every acknowledged write survives a kill of the process', async () => {
  const file = join(folder, 'org.db');
  const script = `
    import { openOrg } from ${JSON.stringify(new URL('engine.ts', import.meta.url).href)};
    const org = openOrg({ file: ${JSON.stringify(file)} });
    for (let n = 1; ; n += 1) {
      org.save({ operation: 'insert', object: 'Account', records: [{ Name: 'A' + n }] }, org.admin);
      process.stdout.write(n + '\\n');
    }`;
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let output = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > 50) child.kill('SIGKILL');
    });
    child.on('close', () => {
      resolve();
    });
  });
  const acknowledged = Math.max(...output.split('\n').slice(0, -1).map(Number));
  const org = openOrg({ file });
  const found = org.query('SELECT COUNT() FROM Account', org.admin, { version }).totalSize;
  org.close();
  expect(acknowledged).toBeGreaterThanOrEqual(50);
  expect(found).toBeGreaterThanOrEqual(acknowledged);
});

test('one record is read by id or external id, the fields that were named or all', () => {
  const org = openOrg({ file: join(folder, 'org.db') });
  org.deploy(widgetPackage(), {}, org.admin);
  const [saved] = org.save(
    {
      operation: 'insert',
      object: 'Widget__c',
      records: [
        { Name: 'w', Code__c: 'K', Serial__c: 's' },
        { Name: 'x', Serial__c: 'S' },
      ],
    },
    org.admin,
  );
  const id = saved?.id ?? '';
  const attributes = { type: 'Widget__c', url: `/services/data/v66.0/sobjects/Widget__c/${id}` };
  expect(org.retrieve('widget__c', id.slice(0, 15), org.admin, { version, fields: ['name'] })).toEqual({
    attributes,
    Id: id,
    Name: 'w',
  });
  expect(org.retrieveByExternalId('Widget__c', 'Code__c', 'k', org.admin, { version })).toMatchObject({
    Id: id,
    Code__c: 'K',
    Weight__c: null,
  });
  const several = (): unknown =>
    org.retrieveByExternalId('Widget__c', 'Serial__c', 's', org.admin, { version });
  expect(refusal(several).status).toBe(300);
  expect(refusal(() => org.retrieve('Widget__c', 'a00Lo0000000zzz', org.admin, { version }))).toEqual({
    status: 404,
    errorCode: 'NOT_FOUND',
  });
  org.close();
});

test('reset forgets the counts, and with data the records but not users and schema', () => {
  const org = openOrg({});
  org.save({ operation: 'insert', object: 'Account', records: [{ Name: 'a' }] }, org.admin);
  org.reset({ data: false });
  expect(org.rowsWritten).toEqual({});
  expect(org.query('SELECT COUNT() FROM Account', org.admin, { version }).totalSize).toBe(1);
  org.reset({ data: true });
  expect(org.query('SELECT COUNT() FROM Account', org.admin, { version }).totalSize).toBe(0);
  expect(org.query('SELECT COUNT() FROM User', org.admin, { version }).totalSize).toBe(1);
  org.close();
});

test('work that is undone is not counted either', () => {
  const org = openOrg({});
  const insert = () =>
    org.save({ operation: 'insert', object: 'Account', records: [{ Name: 'a' }] }, org.admin);
  insert();
  expect(() =>
    org.atomically(() => {
      insert();
      throw new Error('undone');
    }),
  ).toThrow('undone');
  expect(org.rowsWritten).toEqual({ Account: 1 });
  expect(org.query('SELECT COUNT() FROM Account', org.admin, { version }).totalSize).toBe(1);
  org.close();
});

test('a lock fault refuses rows of its object', () => {
  const org = openOrg({});
  const insert = (lockFault?: LockFault) =>
    org.save(
      { operation: 'insert', object: 'Account', records: [{ Name: 'a' }] },
      { ...org.admin, lockFault },
    )[0];
  expect(insert({ object: 'Account', share: 1 })).toMatchObject({
    success: false,
    errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW' }],
  });
  expect(insert({ object: 'Contact', share: 1 })).toMatchObject({ success: true });
  expect(insert()).toMatchObject({ success: true });
  org.close();
});
