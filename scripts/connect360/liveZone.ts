import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Org } from '../local-org/org.ts';
import type { BarDeed } from '../preview/deeds.ts';
import { loadConfig } from '../sync/config/loadConfig.ts';
import { ROOT } from './root.ts';
import { jobEnvironment, JOB, type JwtLogin } from './sampleRun.ts';

const CONFIG = join(ROOT, 'config', 'sync.json');

/** MyP&V as it would send its events while they happen, to the job's `listen` in a process of its own. */
export interface LiveZone {
  /** Sends that the customer has registered just now. Throws when it isn't taken. */
  readonly register: (customerNumber: string) => Promise<void>;
  /** Ends `listen`. */
  readonly close: () => Promise<void>;
}

/** Starts `listen` on a free port with a token of its own, kept in `folder`. Throws when it doesn't start. */
export async function startLiveZone(login: JwtLogin, stateDir: string, folder: string): Promise<LiveZone> {
  const token = randomBytes(32).toString('hex');
  const tokens = join(folder, 'tokens');
  writeFileSync(tokens, `${token}\n`, { mode: 0o600 });
  const args = [
    'listen',
    '--port',
    '0',
    '--token-file',
    tokens,
    '--state-dir',
    stateDir,
    '--every',
    '1',
    '--json',
  ];
  const listening = spawn(process.execPath, [JOB, ...args, '--quiet'], {
    cwd: ROOT,
    env: jobEnvironment(login),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(listening, 'close');
  const first = await Promise.race([once(createInterface({ input: listening.stdout }), 'line'), ended]);
  if (listening.exitCode !== null) throw new Error('listen did not start, see its messages above');
  const { events } = JSON.parse(String(first[0])) as { readonly events: string };
  return {
    async register(customerNumber) {
      const answer = await fetch(events, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents+json' },
        body: JSON.stringify(registered(customerNumber, new Date().toISOString())),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async close() {
      listening.kill('SIGTERM');
      await ended;
    },
  };
}

const registered = (subject: string, time: string): object => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/portals/mypv',
  type: 'be.pv.cuzo.registration.v1',
  subject,
  time,
  data: { registered: true, registeredOn: time.slice(0, 10) },
});

const WORDS: Readonly<Record<string, ReturnType<BarDeed['words']>>> = {
  nl_NL: { label: 'Deze klant registreert zich nu', done: 'Verstuurd naar listen' },
  fr: { label: 'Ce client s’inscrit maintenant', done: 'Envoyé à listen' },
  de: { label: 'Dieser Kunde registriert sich jetzt', done: 'An listen gesendet' },
};
const ENGLISH = { label: 'This customer registers now', done: 'Sent to listen' };

/** The button on the page of an account: what happens when the customer scans the code. `zone`: once it has started. */
export function registerNow(org: Org, zone: () => LiveZone | undefined): BarDeed {
  const field = loadConfig(CONFIG).roles.customerNumber;
  return {
    name: 'register',
    object: 'Account',
    words: (language) => WORDS[language] ?? ENGLISH,
    async run(recordId) {
      const live = zone();
      if (!live) throw new Error('listen has not started yet');
      const soql = `SELECT ${field} FROM Account WHERE Id = '${recordId}'`;
      const [account] = org.query(soql, org.admin, { version: '66.0' }).records;
      const number = account?.[field];
      if (typeof number !== 'string') throw new Error('The account has no customer number');
      await live.register(number);
    },
  };
}
