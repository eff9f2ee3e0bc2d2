import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../connect360/root.ts';
import { openOrg } from '../../local-org/engine.ts';
import type { Ready } from '../../local-org/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-org-process-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const start = (...args: readonly string[]): ReturnType<typeof spawn> =>
  spawn(process.execPath, [join(ROOT, 'scripts', 'org.ts'), ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

async function printed(...args: readonly string[]): Promise<{ code: number; text: string }> {
  const child = start(...args);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (text += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, text };
}

const readyOf = (child: ReturnType<typeof spawn>): Promise<Ready> =>
  new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line) as Ready);
    });
    child.once('close', () => {
      reject(new Error('the local org ended'));
    });
  });

test('every write that was acknowledged survives a kill -9, that of a Bulk job under way too', async () => {
  const file = join(folder, 'org.db');
  const child = start('--empty', '--data', file, '--locking', '600000');
  const { url, accessToken } = await readyOf(child);
  async function call(method: string, path: string, body: unknown): Promise<{ id: string }> {
    const csv = typeof body === 'string';
    const response = await fetch(`${url}/services/data/v66.0/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': csv ? 'text/csv' : 'application/json',
      },
      body: csv ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return (text === '' ? {} : JSON.parse(text)) as { id: string };
  }
  const { id } = await call('POST', 'jobs/ingest', { object: 'Account', operation: 'insert' });
  await call('PUT', `jobs/ingest/${id}/batches`, 'Name\nBulk\nBulk\n');
  await call('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' });
  async function processed(): Promise<unknown> {
    const response = await fetch(`${url}/services/data/v66.0/jobs/ingest/${id}`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    return ((await response.json()) as Readonly<Record<string, unknown>>).numberRecordsProcessed;
  }
  while ((await processed()) !== 2) await new Promise((resolve) => setTimeout(resolve, 10));

  let acknowledged = 0;
  const writing = (async () => {
    for (;;) {
      await call('POST', 'sobjects/Account', { Name: 'One by one' });
      acknowledged += 1;
      if (acknowledged === 50) child.kill('SIGKILL');
    }
  })();
  await expect(writing).rejects.toThrow('fetch failed');
  expect(existsSync(file)).toBe(true);

  const org = openOrg({ file });
  const count = (name: string): number =>
    org.query(`SELECT COUNT() FROM Account WHERE Name = '${name}'`, org.admin, { version: '66.0' }).totalSize;
  expect(count('Bulk')).toBe(2);
  expect(count('One by one')).toBeGreaterThanOrEqual(acknowledged);
  org.close();
});

test('the command says what it takes, and refuses what it does not', async () => {
  const [help, wrong] = await Promise.all([printed('--help'), printed('--locking', 'soon')]);
  expect(help.code).toBe(0);
  for (const option of ['--port', '--data', '--empty', '--locking']) expect(help.text).toContain(option);
  expect(wrong.code).toBe(1);
  expect(wrong.text).toContain('a time is a whole number of milliseconds');
});
