import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { DELIMITERS } from '../../local-org/api/bulk/csv.ts';
import { startServer } from '../../local-org/server.ts';
import { forThisFile } from '../kit/ending.ts';
import { jobsOf, type Jobs } from '../kit/widgetJobs.ts';
import { type Answer, type WidgetOrg, startWidgetOrg } from '../kit/widgetOrg.ts';

interface Limits {
  readonly DailyBulkApiBatches: { readonly Remaining: number };
}

const widgets = forThisFile(startWidgetOrg);

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);
const finished: Jobs['finished'] = (path) => jobsOf(call).finished(path);
const ingest: Jobs['ingest'] = (...args) => jobsOf(call).ingest(...args);

const idOf = ({ body }: Answer): string => (body as { readonly id: string }).id;

const insert = { object: 'Widget__c', operation: 'insert' };

describe('an upload of Bulk API 2.0', () => {
  test.each(Object.entries(DELIMITERS))('takes %s between columns and gives it back', async (name, mark) => {
    const format = { columnDelimiter: name, lineEnding: name === 'TAB' ? 'CRLF' : 'LF' };
    const end = name === 'TAB' ? '\r\n' : '\n';
    const { path } = await ingest(
      { ...insert, ...format },
      `Name${mark}Code__c${end}"a${mark}b"${mark}${name}${end}`,
    );
    expect((await call('GET', `${path}/successfulResults`)).body).toMatch(
      `"${mark}"true"${mark}"a${mark}b"${mark}"${name}"${end}`,
    );
  });

  test('takes an upload in chunks, and one that is zipped', async () => {
    async function send(body: BodyInit, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
      const path = `/jobs/ingest/${idOf(await call('POST', '/jobs/ingest', insert))}`;
      const { status } = await fetch(`${widgets.server.url}/services/data/v66.0${path}/batches`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${widgets.server.ready.accessToken}`,
          'content-type': 'text/csv; charset=UTF-8',
          ...headers,
        },
        body,
        duplex: 'half',
      } as RequestInit);
      expect(status).toBe(201);
      await call('PATCH', path, { state: 'UploadComplete' });
      return finished(path);
    }
    const done = { state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 0 };
    const pieces = ['Name,Notes__c\nchunk,"one\n', 'two"\nchu', 'nk,three\n'].map((text) =>
      Buffer.from(text),
    );
    expect(await send(Readable.toWeb(Readable.from(pieces)) as BodyInit)).toMatchObject(done);
    expect(await widgets.query("SELECT Id FROM Widget__c WHERE Name = 'chunk'")).toHaveLength(2);
    const zipped = gzipSync('Name\nzip\nzip\n');
    expect(await send(zipped, { 'content-encoding': 'gzip' })).toMatchObject(done);
    expect(await widgets.query("SELECT Id FROM Widget__c WHERE Name = 'zip'")).toHaveLength(2);
  });

  test('takes at most 150 MB', async () => {
    const path = `/services/data/v66.0/jobs/ingest/${idOf(await call('POST', '/jobs/ingest', insert))}/batches`;
    const { port } = new URL(widgets.server.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        const head = [
          `PUT ${path} HTTP/1.1`,
          'host: x',
          `authorization: Bearer ${widgets.server.ready.accessToken}`,
          'content-type: text/csv',
          `content-length: ${150 * 1024 * 1024 + 1}`,
        ];
        socket.write(`${head.join('\r\n')}\r\n\r\n`);
      });
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString());
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*REQUEST_ENTITY_TOO_LARGE/s);
  });

  test('waits before it processes as long as it is told, lists its jobs, and uses up the batches of the day', async () => {
    const slow = await startServer({ org: widgets.org, bulkDelayMs: 3_600_000 });
    async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
      const csv = typeof body === 'string';
      const response = await fetch(`${slow.url}/services/data/v66.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${slow.ready.accessToken}`,
          ...(body === undefined ? {} : { 'content-type': csv ? 'text/csv' : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: csv ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return text.startsWith('{') ? (JSON.parse(text) as unknown) : text;
    }
    const { id } = (await ask('POST', '/jobs/ingest', insert)) as { readonly id: string };
    await ask('PUT', `/jobs/ingest/${id}/batches`, 'Name\nlate\n');
    await ask('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
    expect(await ask('GET', `/jobs/ingest/${id}`)).toMatchObject({ state: 'UploadComplete' });
    expect(await ask('GET', '/jobs/ingest')).toMatchObject({
      done: true,
      nextRecordsUrl: null,
      records: [{ id, object: 'Widget__c', operation: 'insert', state: 'UploadComplete' }],
    });
    await ask('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' });
    expect(await ask('GET', `/jobs/ingest/${id}/unprocessedrecords`)).toBe('Name\nlate\n');
    await slow.close();

    const batches = async (): Promise<number> =>
      ((await call('GET', '/limits')).body as Limits).DailyBulkApiBatches.Remaining;
    const before = await batches();
    await ingest(insert, `Name\n${'counted\n'.repeat(2)}`);
    expect(await batches()).toBe(before - 1);
  });

  // https://life-improver.com/salesforce/salesforce-providing-multiple-batches-to-the-bulk-api-2-0/ (from Stack Exchange).
  test('refuses to close a job with two uploads', async () => {
    const job = idOf(await call('POST', '/jobs/ingest', insert));
    const path = `/jobs/ingest/${job}`;
    await call('PUT', `${path}/batches`, 'Name\none\n');
    expect((await call('PUT', `${path}/batches`, 'Name\ntwo\n')).status).toBe(201);
    expect(await call('PATCH', path, { state: 'UploadComplete' })).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'INVALIDJOB',
          message: `Found multipe contents for job: <${job.slice(0, 15)}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
        },
      ],
    });
    expect((await call('PATCH', path, { state: 'Aborted' })).status).toBe(200);
  });

  // forcedotcom/sf-fx-runtime-java (tests of sdk.bulk); dh-papi-sdk 1.1.2 on PyPI (README); the others from a public account
  // of upserts with Bulk API 2.0 (API 47.0, object LObjectScore__c).
  test.each([
    [{ object: 'Nowhere__c' }, 'INVALIDJOB', 'InvalidJob : Unable to find object: Nowhere__c'],
    [{ operation: 'merge' }, 'API_ERROR', "Invalid value: 'merge' supplied for property: 'operation'"],
    [{ contentType: 'JSON' }, 'API_ERROR', "Invalid value: 'JSON' supplied for property: 'contentType'"],
    [
      { operation: 'upsert' },
      'INVALIDJOB',
      'InvalidJob : External ID was blank for Widget__c. An External ID must be specified for upsert.',
    ],
    [
      { operation: 'upsert', externalIdFieldName: 'Stock__c' },
      'INVALIDJOB',
      'InvalidJob : Field name provided, Stock__c does not match an External ID for Widget__c',
    ],
  ])('makes no job of %j', async (change, errorCode, message) => {
    expect(await call('POST', '/jobs/ingest', { ...insert, ...change })).toMatchObject({
      status: 400,
      body: [{ errorCode, message }],
    });
  });
});
