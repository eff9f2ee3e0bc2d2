import { CloudEvent, HTTP } from 'cloudevents';
import { gzipSync } from 'node:zlib';
import { forThisFile } from '../kit/ending.ts';
import { MYVIVIUM, registration, shown, type Sent } from '../kit/events.ts';
import { startListen, type ListenProcess } from '../kit/listenProcess.ts';
import { secretFile, TOKEN } from '../kit/liveReceiver.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSyncBench } from '../kit/syncBench.ts';

/** Events are sent by the SDK of CloudEvents, taken by one process of `listen` and brought into one org. */
const started = forThisFile(async () => {
  const bench = await startSyncBench();
  const ids = await bench.persons(['L-1', 'L-2', 'L-3', 'L-4']);
  await bench.policies(['LP-1'], String(ids.get('L-4')), { Brand__c: 'P&V' });
  const tokens = secretFile(bench.org.folder, 'tokens', TOKEN);
  const args = ['--every', '0.3', '--token-file', tokens, '--state-dir', bench.stateDir('live')];
  const listening = await startListen(args, bench.org.jwtEnv('sync@connect360.local'));
  if (!listening) throw new Error('listen did not start');
  return { bench, listening };
});

const MOST_MS = 60_000;

/** Waits until nothing waits: then every event is settled. */
async function untilSettled({ waiting }: ListenProcess): Promise<void> {
  const until = Date.now() + MOST_MS;
  while ((await waiting()) > 0 && Date.now() < until) await sleep(50);
}

const TODAY = new Date().toISOString().slice(0, 10);
const now = (): string => new Date().toISOString();

const sdkEvent = (one: Sent): CloudEvent<unknown> => new CloudEvent({ ...one, time: now() });

async function post(
  body: NonNullable<RequestInit['body']>,
  headers: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { events } = started.listening;
  const all = { ...(headers as Record<string, string>), authorization: `Bearer ${TOKEN}` };
  const answer = await fetch(events, { method: 'POST', headers: all, body });
  return { status: answer.status, ...((await answer.json()) as object) };
}

const accepted = (count: number): object => ({ status: 202, accepted: count, refused: 0, refusals: [] });

test('events of the CloudEvents SDK in binary, structured and batched mode are on the records within seconds', async () => {
  const { bench, listening } = started;
  const binary = HTTP.binary(sdkEvent(registration('L-1', TODAY)));
  expect(await post(String(binary.body), binary.headers)).toEqual(accepted(1));
  const structured = HTTP.structured(sdkEvent(registration('L-2', TODAY)));
  expect(await post(String(structured.body), structured.headers)).toEqual(accepted(1));
  const batch = JSON.stringify([
    sdkEvent(registration('L-3', TODAY, MYVIVIUM)),
    sdkEvent(shown('LP-1', 'Auto')),
  ]);
  const batched = { 'content-type': 'application/cloudevents-batch+json', 'content-encoding': 'gzip' };
  expect(await post(gzipSync(batch), batched)).toEqual(accepted(2));

  await untilSettled(listening);
  expect(await bench.accountOf('L-1')).toMatchObject({
    CuZo_MyPV_Onboarded__c: true,
    CuZo_MyPV_Onboarding_Date__c: TODAY,
  });
  expect(await bench.accountOf('L-2')).toMatchObject({ CuZo_MyPV_Onboarded__c: true });
  expect(await bench.accountOf('L-3')).toMatchObject({ CuZo_MyVivium_Onboarded__c: true });
  expect(await bench.policyOf('LP-1')).toMatchObject({ CuZo_Visibility__c: 'Shown' });
  const runs = await bench.org.query(
    "SELECT Kind__c, Status__c, Read__c, Changed__c FROM CuZo_Sync_Run__c WHERE Kind__c = 'Live'",
  );
  const sum = runs.reduce((total, run) => total + Number(run.Changed__c), 0);
  expect([runs.map(({ Status__c }) => Status__c), sum]).toEqual([runs.map(() => 'Finished'), 4]);
  const metrics = await (await fetch(`${listening.health}/metrics`)).text();
  expect(metrics).toContain('cuzo_listen_outcomes_total{outcome="changed"} 4\n');
  expect(metrics).toContain('cuzo_listen_requests_total{status="202"} 3\n');
});

test('a night of its own takes its turn between small runs; SIGTERM ends the process with 0', async () => {
  const { bench, listening } = started;
  const { code } = await bench.run('live', [registration('L-4', TODAY)]);
  expect(code).toBe(0);
  listening.kill('SIGTERM');
  expect(await listening.ended).toBe(0);
  expect(listening.log()).not.toMatch(/L-[1-4]/);
});
