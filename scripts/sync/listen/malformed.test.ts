import { gzipSync } from 'node:zlib';
import { forThisFile } from '../../tests/kit/ending.ts';
import { registration } from '../../tests/kit/events.ts';
import {
  BATCHED,
  binary,
  LINES,
  raw,
  rawPost,
  REGISTERED,
  startReceiver,
  STRUCTURED,
  type TestReceiver,
} from '../../tests/kit/liveReceiver.ts';

const receiver: TestReceiver = forThisFile(startReceiver);

interface Malformed {
  readonly name: string;
  readonly send: () => Promise<{ readonly status: number; readonly text: string }>;
  readonly statuses: readonly number[];
}

const SECRET = 'jan.peeters@example.com';
const VALID = JSON.stringify(registration(SECRET, '2026-11-21'));

/** Cuts, doubles or changes a text at places that differ from `n` to `n`. */
function malformed(n: number): Malformed {
  const cut = VALID.slice(0, 1 + ((n * 37) % (VALID.length - 2)));
  const refused = [400];
  const post = (headers: Record<string, string>, body: RequestInit['body']) => () =>
    receiver.send({ headers, body: body ?? null });
  const kinds: readonly Malformed[] = [
    { name: 'structured, cut', send: post(STRUCTURED, cut), statuses: refused },
    { name: 'batch, cut', send: post(BATCHED, `[${VALID},${cut}`), statuses: refused },
    { name: 'batch of one cut event', send: post(BATCHED, `[${cut}]`), statuses: refused },
    { name: 'batch that is an object', send: post(BATCHED, VALID), statuses: refused },
    { name: 'batch with a comma too many', send: post(BATCHED, `[${VALID},]`), statuses: refused },
    { name: 'two events, structured', send: post(STRUCTURED, VALID + VALID), statuses: refused },
    { name: 'line, cut', send: post(LINES, cut), statuses: refused },
    { name: 'a feed as a JSON array of lines', send: post(LINES, `[${VALID}]`), statuses: refused },
    { name: 'not UTF-8', send: post(STRUCTURED, Buffer.from(VALID, 'utf16le')), statuses: refused },
    {
      name: 'gzip, cut',
      send: post({ ...LINES, 'content-encoding': 'gzip' }, gzipSync(VALID).subarray(0, 20 + n)),
      statuses: refused,
    },
    { name: 'no gzip', send: post({ ...LINES, 'content-encoding': 'gzip' }, VALID), statuses: refused },
    { name: 'brotli', send: post({ ...LINES, 'content-encoding': 'br' }, VALID), statuses: [415] },
    { name: 'plain JSON', send: post({ 'content-type': 'application/json' }, VALID), statuses: [415] },
    { name: 'avro', send: post({ 'content-type': 'application/cloudevents+avro' }, VALID), statuses: [415] },
    {
      name: 'latin1',
      send: post({ 'content-type': 'application/cloudevents+json; charset=iso-8859-1' }, VALID),
      statuses: [415],
    },
    {
      name: 'overlong UTF-8 in a header',
      send: post(binary({ 'ce-subject': '%C0%A0' }), REGISTERED),
      statuses: refused,
    },
    { name: 'binary, cut', send: post(binary(), REGISTERED.slice(0, 1 + (n % 40))), statuses: refused },
    { name: 'binary, no data', send: post(binary(), ''), statuses: refused },
    {
      name: 'binary, one attribute missing',
      send: post(without(binary(), n), REGISTERED),
      statuses: [400],
    },
    {
      name: 'nested too deeply',
      send: post(STRUCTURED, `${'['.repeat(100_000 + n)}${']'.repeat(100_000 + n)}`),
      statuses: refused,
    },
    {
      name: 'key twice',
      send: post(STRUCTURED, VALID.replace('{', `{"subject":"${SECRET}",`)),
      statuses: refused,
    },
    { name: 'GET', send: () => receiver.send({ method: 'GET' }), statuses: [405] },
    {
      name: 'PUT',
      send: () => receiver.send({ method: 'PUT', headers: STRUCTURED, body: VALID }),
      statuses: [405],
    },
    {
      name: 'another path',
      send: () => receiver.send({ headers: STRUCTURED, body: VALID }, `/events/${n}`),
      statuses: [404],
    },
    {
      name: 'longer than it says',
      send: () =>
        statusOf(
          raw(
            receiver.url,
            rawPost(['Content-Type: application/x-ndjson'], cut).replace(
              /Content-Length: \d+/,
              `Content-Length: 9999`,
            ),
          ),
        ),
      statuses: [0, 400],
    },
  ];
  return kinds[n % kinds.length]!;
}

const ATTRIBUTES = ['ce-specversion', 'ce-id', 'ce-source', 'ce-type', 'ce-subject', 'ce-time'];

const without = (headers: Readonly<Record<string, string>>, n: number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== ATTRIBUTES[Math.floor(n / 25) % ATTRIBUTES.length]),
  );

async function statusOf(answer: Promise<string>): Promise<{ status: number; text: string }> {
  const text = await answer.catch(() => '');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text };
}

test('a hundred malformed requests get an answer that says what to do, take nothing, tell nothing and break nothing', async () => {
  for (let n = 0; n < 100; n += 1) {
    const { name, send, statuses } = malformed(n);
    const { status, text } = await send();
    expect([name, statuses.includes(status), status]).toEqual([name, true, status]);
    expect(text).not.toContain(SECRET);
    if (status >= 400)
      expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({
        next: expect.stringMatching(/\w/) as string,
      });
  }
  expect(receiver.lines()).toStrictEqual([]);
  expect(receiver.errors).toStrictEqual([]);
  expect((await receiver.send({ headers: STRUCTURED, body: VALID })).status).toBe(202);
});
