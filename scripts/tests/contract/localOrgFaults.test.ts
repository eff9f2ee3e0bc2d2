import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { forThisFile } from '../kit/ending.ts';
import { type Answer, type WidgetOrg, startWidgetOrg } from '../kit/widgetOrg.ts';

const widgets = forThisFile(startWidgetOrg);

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);

afterEach(() => call('POST', '/__local/faults', { rules: [] }));

async function count(condition: string): Promise<number> {
  const { body } = await call(
    'GET',
    `/query?q=${encodeURIComponent(`SELECT COUNT() FROM Widget__c WHERE ${condition}`)}`,
  );
  return (body as { readonly totalSize: number }).totalSize;
}

describe('faults', () => {
  const rules = (...list: readonly unknown[]): Promise<Answer> =>
    call('POST', '/__local/faults', { rules: list });

  test('answer in place of the org, after some and for some requests', async () => {
    await rules({
      method: 'GET',
      path: '/limits',
      skip: 1,
      times: 1,
      fault: { status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE' }] },
    });
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await call('GET', '/limits')).status);
    expect(statuses).toEqual([200, 503, 200]);
  });

  test('reset the connection before anything, or after the write was done', async () => {
    await rules({ times: 1, fault: { reset: 0 } });
    await expect(call('POST', '/sobjects/Widget__c', { Name: 'never' })).rejects.toThrow('fetch failed');
    expect(await count("Name = 'never'")).toBe(0);
    await rules({ times: 1, fault: { reset: 1_000_000 } });
    await expect(call('POST', '/sobjects/Widget__c', { Name: 'lost answer' })).rejects.toThrow();
    expect(await count("Name = 'lost answer'")).toBe(1);
    await rules({ times: 1, method: 'POST', fault: { reset: 10 } });
    await expect(call('POST', '/sobjects/Widget__c', { Name: 'half sent' })).rejects.toThrow();
    expect(await count("Name = 'half sent'")).toBe(0);
  });

  test('lock rows, delay answers, end sessions', async () => {
    await rules({ times: 1, fault: { lock: { object: 'Widget__c', share: 1 } } });
    const locked = await call('POST', '/sobjects/Widget__c', { Name: 'locked' });
    expect(locked.body).toMatchObject([{ errorCode: 'UNABLE_TO_LOCK_ROW' }]);
    expect((await call('POST', '/sobjects/Widget__c', { Name: 'locked' })).status).toBe(201);
    await rules({ times: 1, fault: { delayMs: 60 } });
    const start = performance.now();
    await call('GET', '/limits');
    expect(performance.now() - start).toBeGreaterThan(50);
    const token = widgets.server.tokenFor(widgets.server.ready.username) ?? '';
    const own = { authorization: `Bearer ${token}` };
    expect((await call('GET', '/limits', undefined, own)).status).toBe(200);
    await rules({ times: 1, fault: { expireToken: true } });
    expect((await call('GET', '/limits', undefined, own)).status).toBe(401);
    expect((await call('GET', '/limits', undefined, own)).status).toBe(401);
  });

  test('that are none are refused', async () => {
    expect((await call('POST', '/__local/faults', { rules: [{ fault: { nothing: 1 } }] })).status).toBe(400);
  });
});

test('answers that are cut are not read as whole', async () => {
  await call('POST', '/__local/faults', { rules: [{ path: '/sobjects$', times: 1, fault: { reset: 200 } }] });
  const { port } = new URL(widgets.server.url);
  const received = await new Promise<Buffer>((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), '127.0.0.1', () => {
      const head = `GET /services/data/v66.0/sobjects HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${widgets.server.ready.accessToken}\r\naccept-encoding: gzip\r\n\r\n`;
      socket.write(head);
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      resolve(Buffer.concat(chunks));
    });
  });
  const body = received.subarray(received.indexOf('\r\n\r\n') + 4);
  expect(body.length).toBe(200);
  expect(() => gunzipSync(body)).toThrow('unexpected end of file');
});
