import { request } from 'node:http';
import { connect } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';
import { setTimeout as delay } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { collectGarbage, leastHeld } from '../kit/memory.ts';
import { type WidgetOrg, startWidgetOrg } from '../kit/widgetOrg.ts';

const MB = 1024 * 1024;

let widgets: WidgetOrg;
const failures: Error[] = [];

beforeAll(async () => {
  widgets = await startWidgetOrg({ empty: true, onFailure: (error) => failures.push(error) });
});

afterAll(() => widgets.close());

afterEach(() => {
  // A 500 is the server's own fault: no request may cause one.
  expect(failures.splice(0)).toStrictEqual([]);
});

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);

/** Sends a raw request with a body: fetch refuses a foreign Host and a broken path. */
function raw(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): Promise<{ readonly status: number; readonly text: string }> {
  const { port } = new URL(widgets.server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let text = '';
      answer.on('data', (data: Buffer) => (text += data.toString()));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const authorization = (): { readonly authorization: string } => ({
  authorization: `Bearer ${widgets.server.ready.accessToken}`,
});

const json = (path: string, body: string | Uint8Array, headers = {}): ReturnType<typeof raw> =>
  raw('POST', path, { ...authorization(), 'content-type': 'application/json', ...headers }, body);

const ACCOUNTS = '/services/data/v66.0/sobjects/Account';

async function accounts(): Promise<number> {
  const { body } = await call('GET', `/query?q=${encodeURIComponent('SELECT COUNT() FROM Account')}`);
  return (body as { readonly totalSize: number }).totalSize;
}

describe('what is for tests', () => {
  const reset = (headers: Readonly<Record<string, string>>): ReturnType<typeof raw> =>
    raw('POST', '/__local/reset', { 'content-type': 'application/json', ...headers }, '{"data":true}');

  test('is refused to a page of another site, by header and by Host, and does nothing then', async () => {
    await call('POST', '/sobjects/Account', { Name: 'stays' });
    const { host } = new URL(widgets.server.url);
    for (const headers of [
      { host },
      { host: 'evil.example', 'x-local-org': '1' },
      { host, 'x-local-org': '0' },
    ])
      expect(await reset(headers)).toMatchObject({ status: 403 });
    expect((await raw('GET', '/__local/stats', { host })).status).toBe(403);
    expect(await accounts()).toBe(1);
    expect((await reset({ host, 'x-local-org': '1' })).status).toBe(200);
    expect(await accounts()).toBe(0);
  });

  test('takes no pattern that hangs the server', async () => {
    const rules = [{ path: '((a+)+)+$', fault: { status: 503 } }];
    await call('POST', '/__local/faults', { rules });
    expect((await call('GET', `/limits?${'a'.repeat(60)}!`)).status).toBe(200);
    await call('POST', '/__local/faults', { rules: [] });
  });
});

describe('a deploy', () => {
  const MANIFEST = Buffer.from('<?xml version="1.0"?><Package><version>66.0</version></Package>');

  const soap = async (body: string): Promise<{ readonly status: number; readonly text: string }> =>
    raw(
      'POST',
      '/services/Soap/m/66.0',
      { 'content-type': 'text/xml', soapaction: '""' },
      `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header><SessionHeader><sessionId>${widgets.server.ready.accessToken}</sessionId></SessionHeader></soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
    );

  const bodyOf = (zip: Uint8Array): string =>
    `<deploy><ZipFile>${Buffer.from(zip).toString('base64')}</ZipFile></deploy>`;

  const deploy = (files: Readonly<Record<string, Uint8Array>>): ReturnType<typeof soap> =>
    soap(bodyOf(zipSync({ 'package.xml': MANIFEST, ...files })));

  const ZEROS = 'staticresources/zeros10.resource';

  /** The zip, whose last file is ZEROS, with more entries of the same bytes: compressing 400 MB takes long. APPNOTE.TXT 4.3.12, 4.3.16. */
  function withCopies(zip: Uint8Array, names: readonly string[]): Uint8Array {
    const bytes = Buffer.from(zip);
    const end = bytes.subarray(bytes.length - 22);
    const entry = bytes.subarray(bytes.length - 22 - 46 - ZEROS.length, bytes.length - 22);
    const copies = names.map((name) =>
      Buffer.concat([entry.subarray(0, 46), Buffer.from(`staticresources/${name}.resource`)]),
    );
    for (const at of [8, 10]) end.writeUInt16LE(end.readUInt16LE(at) + names.length, at);
    end.writeUInt32LE(end.readUInt32LE(12) + names.length * entry.length, 12);
    return Buffer.concat([bytes.subarray(0, bytes.length - 22), ...copies, end]);
  }

  test('beyond the limits of the platform is refused', async () => {
    const large = { 'staticresources/zeros.resource': new Uint8Array(21 * MB) };
    expect((await deploy(large)).text).toContain(
      'LIMIT_EXCEEDED: The file staticresources/zeros.resource is',
    );
  });

  test('of 400 MB unpacked takes less than 200 MB, and other requests are answered meanwhile', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `zeros${10 + index}`);
    const meta = Buffer.from(
      '<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><cacheControl>Private</cacheControl><contentType>application/zip</contentType></StaticResource>',
    );
    const manifest = `<?xml version="1.0"?><Package><types>${names.map((name) => `<members>${name}</members>`).join('')}<name>StaticResource</name></types><version>66.0</version></Package>`;
    const metas = Object.fromEntries(
      names.map((name) => [`staticresources/${name}.resource-meta.xml`, meta]),
    );
    const zip = zipSync({ 'package.xml': Buffer.from(manifest), ...metas, [ZEROS]: new Uint8Array(20 * MB) });
    const body = bodyOf(withCopies(zip, names.slice(1)));
    collectGarbage();
    const idle = process.memoryUsage();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss() - idle.rss);
    }, 20);
    const { text } = await soap(body);
    const id = /<id>(\w+)<\/id>/.exec(text)?.[1] ?? '';
    let answered = 0;
    let status = '';
    while (!status.includes('<done>true</done>')) {
      status = (await soap(`<checkDeployStatus><asyncProcessId>${id}</asyncProcessId></checkDeployStatus>`))
        .text;
      answered += 1;
      await delay(10);
    }
    clearInterval(watch);
    expect(status).toContain('<status>Succeeded</status>');
    expect(answered).toBeGreaterThan(3);
    expect(most).toBeLessThan(200 * MB);
    const held = await leastHeld(() => {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers - idle.heapUsed - idle.arrayBuffers;
    }, 20 * MB);
    expect(held).toBeLessThan(20 * MB);
  });

  test('with a DOCTYPE around it is refused', async () => {
    const { text } = await raw(
      'POST',
      '/services/Soap/m/66.0',
      { 'content-type': 'text/xml' },
      '<!DOCTYPE x><x/>',
    );
    expect(text).toContain('DOCTYPE is disallowed');
  });

  test('nested without end is refused', async () => {
    expect((await soap('<a>'.repeat(20_000) + '</a>'.repeat(20_000))).status).toBe(500);
    const field = Buffer.from(`<CustomObject>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</CustomObject>`);
    expect((await deploy({ 'objects/X__c.object': field })).status).toBe(200);
  });
});

describe('a body', () => {
  test('nested 100,000 deep is no error of the server', async () => {
    for (const body of [`{"a":`.repeat(100_000), `{"Name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`]) {
      const { status, text } = await json(ACCOUNTS, body);
      expect({ status, code: (JSON.parse(text) as { errorCode: string }[])[0]?.errorCode }).toEqual({
        status: 400,
        code: 'JSON_PARSER_ERROR',
      });
    }
  });

  test('of GraphQL that is nested without end is invalid syntax', async () => {
    const filters = (depth: number): string =>
      `{and:[`.repeat(depth) + '{Name:{eq:"x"}}' + ']}'.repeat(depth);
    const ask = (query: string): ReturnType<typeof raw> =>
      json('/services/data/v66.0/graphql', JSON.stringify({ query }));
    const accountsWhere = (depth: number): string =>
      `{uiapi{query{Account(where:${filters(depth)}){totalCount}}}}`;
    for (const query of ['{a'.repeat(20_000) + '}'.repeat(20_000), accountsWhere(3_000)]) {
      const { status, text } = await ask(query);
      expect({ status, text }).toMatchObject({
        status: 200,
        text: expect.stringContaining('InvalidSyntax') as string,
      });
    }
    expect((await ask(accountsWhere(400))).text).toContain('"totalCount":0');
    expect((await ask('{a'.repeat(900) + '}'.repeat(900))).text).toContain('ValidationError');
  });

  test('may be compressed', async () => {
    const zipped = (bytes: Uint8Array, more = {}): ReturnType<typeof raw> =>
      json(ACCOUNTS, bytes, { 'content-encoding': 'gzip', ...more });
    const body = gzipSync('{"Name":"compressed"}');
    expect((await zipped(body)).status).toBe(201);
    expect((await zipped(body, { 'content-length': String(body.length) })).status).toBe(201);
    expect((await zipped(deflateSync('{"Name":"deflated"}'), { 'content-encoding': 'deflate' })).status).toBe(
      201,
    );
    expect(await zipped(Buffer.from('{"Name":"a"}'), { 'content-encoding': 'deflate' })).toMatchObject({
      status: 400,
      text: expect.stringContaining('INVALID_INPUT') as string,
    });
    expect(await zipped(Buffer.from('{"Name":"not compressed"}'))).toMatchObject({
      status: 400,
      text: expect.stringContaining('The request body is not in GZIP format') as string,
    });
    expect((await zipped(gzipSync(Buffer.alloc(60 * MB)))).status).toBe(413);
  });

  test('that is large gives its memory back', async () => {
    const large = (): ReturnType<typeof raw> => json(ACCOUNTS, `{"Name":"x","Nope":"${'é'.repeat(6 * MB)}"}`);
    expect((await large()).status).toBe(400);
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    for (let n = 0; n < 2; n += 1) await large();
    const held = await leastHeld(() => process.memoryUsage().heapUsed - before, 10 * MB);
    expect(held).toBeLessThan(10 * MB);
    expect((await json(ACCOUNTS, ' '.repeat(51 * MB))).text).toContain(
      'Maximum size of request is 52428800 bytes',
    );
  });

  test('that is a list says so', async () => {
    const { body } = await call('POST', '/sobjects/Account', []);
    expect(body).toEqual([
      {
        errorCode: 'JSON_PARSER_ERROR',
        message: 'Cannot deserialize instance of object from START_ARRAY value [line:1, column:1]',
      },
    ]);
  });
});

test('errors of the web framework are those of an org', async () => {
  expect(await raw('GET', '/services/data/v66.0/sobjects/%zz', authorization())).toEqual({
    status: 404,
    text: '[{"message":"The requested resource does not exist","errorCode":"NOT_FOUND"}]',
  });
});

// The form of Jetty's own errors, as "Bad Message 431" and "Bad Message 414" are reported of Salesforce.
test.each([
  ['a method that HTTP does not have', 'FOO / HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a head that is none', 'GET / HTTP/1.1\r\nno colon\r\n\r\n'],
])('%s is a bad message', async (_what, head) => {
  const { port } = new URL(widgets.server.url);
  const answer = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(head));
    socket.on('data', (data) => (text += data.toString()));
    socket.on('end', () => {
      resolve(text);
    });
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(answer).toContain('<h1>Bad Message 400</h1><pre>reason: Bad Request</pre>');
});

test('a log-in by SOAP is answered by a SOAP fault', async () => {
  const login =
    '<login xmlns="urn:partner.soap.sforce.com"><username>a</username><password>b</password></login>';
  for (const path of ['/services/Soap/u/66.0', '/services/Soap/c/66.0']) {
    const { status, text } = await raw('POST', path, { 'content-type': 'text/xml' }, login);
    expect(status).toBe(500);
    expect(text).toContain(
      '<faultstring>INVALID_LOGIN: Invalid username, password, security token; or user locked out.</faultstring>',
    );
  }
});
