import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { forThisFile } from '../../tests/kit/ending.ts';
import { ndjson, notRegistered, registration, shown } from '../../tests/kit/events.ts';
import {
  BATCHED,
  binary,
  HMAC_KEY,
  LINES,
  raw,
  rawPost,
  REGISTERED,
  startReceiver,
  STRUCTURED,
  TOKEN,
  type TestReceiver,
} from '../../tests/kit/liveReceiver.ts';

const receiver: TestReceiver = forThisFile(startReceiver);
let before = 0;
beforeEach(() => {
  before = receiver.lines().length;
});
const added = (): readonly string[] => receiver.lines().slice(before);

test('an event in binary mode becomes the line that a feed would have, its headers decoded once', async () => {
  const { status, body } = await receiver.send({
    headers: binary({ 'ce-subject': '"caf%C3%A9 \\"1%2523"' }),
    body: REGISTERED,
  });
  expect([status, body]).toEqual([202, { accepted: 1, refused: 0, refusals: [] }]);
  expect(JSON.parse(added()[0] ?? '')).toMatchObject({
    id: 'binary-1',
    subject: 'café "1%23',
    datacontenttype: 'application/json',
    data: { registered: true, registeredOn: '2026-11-21' },
  });
});

test('an event in structured mode is kept as it came, but on one line', async () => {
  const event = registration('10002', '2026-11-21');
  const text = JSON.stringify(event, null, 2).replaceAll('\n', '\r\n');
  expect((await receiver.send({ headers: STRUCTURED, body: text })).status).toBe(202);
  expect(added()).toEqual([text.replaceAll(/[\r\n]/g, ' ')]);
});

test('of a batch every event is cut out of the raw text: digits, escapes and brackets in strings survive', async () => {
  const texts = [
    JSON.stringify(shown('90001', 'a ], "b" \\ {')).replace('"value":true', '"value":true,"x":1.10'),
    JSON.stringify(notRegistered('10003')).replace('10003', String.raw`\u0031\"0003`),
  ];
  const { status, body } = await receiver.send({
    headers: BATCHED,
    body: ` [ ${texts.join('\n ,\t')} ] `,
  });
  expect([status, body.accepted]).toEqual([202, 2]);
  expect(added().map((line) => line.trim())).toEqual(texts);
});

test('a refused event is told by index, code and pointer, never by a value; the others are taken', async () => {
  const twice = JSON.stringify(registration('10004', null)).replace('{', '{"id":"secret-id",');
  const inexact = JSON.stringify(shown('90002', 'x')).replace(
    '"value":true',
    '"value":0.12345678901234567891',
  );
  const batch = [registration('10005', null), { ...registration('1', 'secret-day') }];
  const body = `[${[...batch.map((one) => JSON.stringify(one)), twice, inexact, '17', '[]'].join()}]`;
  const got = await receiver.send({ headers: BATCHED, body });
  expect([got.status, got.body]).toEqual([
    202,
    {
      accepted: 1,
      refused: 5,
      refusals: [
        { index: 1, code: 'INVALID_VALUE', pointer: '/data/registeredOn' },
        { index: 2, code: 'DUPLICATE_KEY', pointer: '' },
        { index: 3, code: 'INEXACT_NUMBER', pointer: '/data/view/sections/0/items/0/value' },
        { index: 4, code: 'NOT_AN_OBJECT', pointer: '' },
        { index: 5, code: 'NOT_AN_OBJECT', pointer: '' },
      ],
    },
  ]);
  expect(got.text).not.toContain('secret');
});

test('when no event of a request is taken, the status says so too', async () => {
  const got = await receiver.send({ headers: STRUCTURED, body: '{}' });
  expect(got.status).toBe(400);
  expect(got.body).toMatchObject({ code: 'ALL_REFUSED', accepted: 0, refused: 1 });
  expect(got.body.refusals).toMatchObject([{ index: 0, code: 'MISSING' }]);
});

test('NDJSON and gzip are taken as a feed has them; an empty batch is fine', async () => {
  const events = [registration('10006', null), notRegistered('10007')];
  const zipped = gzipSync(ndjson([...events, '', 'no json']));
  const headers = { ...LINES, 'content-encoding': 'gzip' };
  const got = await receiver.send({ headers, body: zipped });
  expect([got.status, got.body.refusals]).toEqual([202, [{ index: 2, code: 'NOT_JSON', pointer: '' }]]);
  expect(added()).toEqual(events.map((one) => JSON.stringify(one)));
  expect((await receiver.send({ headers: BATCHED, body: '[]' })).status).toBe(202);
});

test('a body of binary mode can not bring attributes into the event', async () => {
  const { status, body } = await receiver.send({
    headers: binary(),
    body: `${REGISTERED},"subject":"other","x":{}`,
  });
  expect([status, body.code]).toEqual([400, 'BODY_NOT_JSON']);
  const twice = await receiver.send({
    headers: binary({ 'ce-data': '{}' }),
    body: REGISTERED,
  });
  expect(twice.body.refusals).toEqual([{ index: 0, code: 'DUPLICATE_KEY', pointer: '' }]);
});

test('a repeated ce- header is a repeated key', async () => {
  const headers = Object.entries(binary()).map(([name, value]) => `${name}: ${value}`);
  expect(await raw(receiver.url, rawPost([...headers, 'Ce-Id: binary-2'], REGISTERED))).toContain(
    '"DUPLICATE_KEY"',
  );
});

test('tokens: any of the file, in the header or the query; no token, a wrong one or another scheme is 401', async () => {
  const ok = { headers: { ...BATCHED, authorization: 'none' }, body: '[]' };
  expect((await receiver.send(ok, `/events?access_token=${TOKEN}`)).status).toBe(202);
  const other = { ...ok, headers: { ...BATCHED, authorization: 'bearer another-token-012345' } };
  expect((await receiver.send(other)).status).toBe(202);
  for (const authorization of ['none', 'Bearer wrong-token-0123456', `Basic ${TOKEN}`, 'Bearer']) {
    const got = await receiver.send({ ...ok, headers: { ...BATCHED, authorization } });
    expect([got.status, got.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  }
});

test('a signature of the body stands for a token, but not of headers', async () => {
  const signed = (body: string | Buffer, signature?: string): Record<string, string> => ({
    'x-hub-signature-256': signature ?? `sha256=${createHmac('sha256', HMAC_KEY).update(body).digest('hex')}`,
  });
  const body = gzipSync(`[${JSON.stringify(registration('10008', null))}]`);
  const headers = { ...BATCHED, 'content-encoding': 'gzip' };
  expect((await receiver.send({ headers: { ...headers, ...signed(body) }, body })).status).toBe(202);
  expect((await receiver.send({ headers: { ...headers, ...signed('other') }, body })).status).toBe(401);
  expect((await receiver.send({ headers: { ...headers, ...signed('', 'sha1=00') }, body })).status).toBe(401);
  const inHeaders = await receiver.send({
    headers: { ...binary(), ...signed(REGISTERED) },
    body: REGISTERED,
  });
  expect([inHeaders.status, inHeaders.body.code]).toEqual([401, 'SIGNATURE_OF_HEADERS']);
});

test('the webhook handshake grants an allowed origin and a rate, and nothing to others', async () => {
  const ask = (origin?: string): ReturnType<TestReceiver['send']> =>
    receiver.send({
      method: 'OPTIONS',
      headers: {
        authorization: 'none',
        ...(origin === undefined ? {} : { 'WebHook-Request-Origin': origin }),
      },
    });
  const granted = await ask('Zone.example.com');
  expect(granted.status).toBe(200);
  expect(granted.headers.get('webhook-allowed-origin')).toBe('Zone.example.com');
  expect(granted.headers.get('webhook-allowed-rate')).toBe('1000000');
  expect(granted.headers.get('allow')).toBe('POST, OPTIONS');
  for (const got of [await ask('evil.example.com'), await ask()])
    expect(got.headers.get('webhook-allowed-origin')).toBeNull();
  const headers = { ...BATCHED, 'WebHook-Request-Origin': 'evil.example.com' };
  expect((await receiver.send({ headers, body: '[]' })).status).toBe(403);
});

test('requests beyond the rate, and events beyond the inbox, get 429 and the seconds to wait', async () => {
  const slow = await startReceiver({ rate: 6, inbox: { events: 2, bytes: 10_000 } });
  const send = (...subjects: readonly string[]): ReturnType<TestReceiver['send']> =>
    slow.send({ headers: LINES, body: ndjson(subjects.map((one) => notRegistered(one))) });
  expect((await send('1', '2', '3')).body.code).toBe('INBOX_FULL');
  const fast = await send('1');
  expect([fast.status, fast.body.code, fast.headers.get('retry-after')]).toEqual([429, 'TOO_FAST', '10']);
  expect(slow.lines()).toStrictEqual([]);
});

test('a body beyond the limit is refused before it is read, unzipped and not', async () => {
  const small = await startReceiver({ body: { one: 1000, together: 1500 } });
  const body = Buffer.alloc(100_000, ' ');
  expect((await small.send({ headers: LINES, body })).status).toBe(413);
  const bomb = { headers: { ...LINES, 'content-encoding': 'gzip' }, body: gzipSync(body) };
  expect((await small.send(bomb)).status).toBe(413);
  const streamed = new Blob([body]).stream();
  expect((await small.send({ headers: LINES, body: streamed, duplex: 'half' } as RequestInit)).status).toBe(
    413,
  );
});
