/**
 * Preloaded into the job's process (`node --import`); the job itself knows nothing of it. Requests and changes of the job's
 * databases and files are points that are counted, and at one of them the process is struck.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { ORDER, type Order } from './order.ts';

const { trace, at, blow = 'SIGKILL' } = JSON.parse(process.env[ORDER] ?? '{}') as Order;
const { appendFileSync } = fs;
const passed = new Map<string, number>();
let stage = 'start';
let count = 0;
let isFull = false;

/** Passes a point: `before` or `after` something. */
function pass(when: 'before' | 'after', what: string): void {
  const point = `${stage}: ${when} ${what}`;
  const nth = (passed.get(point) ?? 0) + 1;
  passed.set(point, nth);
  count += 1;
  if (trace !== undefined) appendFileSync(trace, `${point}\n`);
  if (at === undefined) return;
  if ('count' in at ? at.count === count : at.point === point && at.nth === nth) strike();
}

function strike(): void {
  if (blow === 'full') isFull = true;
  else process.kill(process.pid, blow);
}

/** Keeps a database from growing: from then on SQLite answers SQLITE_FULL (PRAGMA max_page_count). */
function limitSize(db: DatabaseSync): void {
  exec.call(db, 'PRAGMA max_page_count = 1');
}

function around<T>(what: string, work: () => T): T {
  pass('before', what);
  const result = work();
  pass('after', what);
  return result;
}

/** What the current transaction of a database has done so far: `INSERT event`. */
const done = new WeakMap<DatabaseSync, Set<string>>();
const CHANGE = /\b(INSERT|UPDATE|DELETE)(?: OR \w+)?(?: INTO| FROM)? (?!SET\b)(\w+)/g;
const changesOf = (sql: string): readonly string[] =>
  [...sql.matchAll(CHANGE)].map(([, verb, table]) => `${String(verb)} ${String(table)}`);
const named = (db: DatabaseSync, what: string, changes: Iterable<string>): string =>
  [what, basename(db.location() ?? ''), [...new Set(changes)].sort().join()].join(' ');

interface SqliteMethods {
  readonly exec: (this: DatabaseSync, sql: string) => void;
  readonly prepare: (this: DatabaseSync, ...args: Parameters<DatabaseSync['prepare']>) => StatementSync;
}
const { exec, prepare } = DatabaseSync.prototype as SqliteMethods;
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  if (isFull) limitSize(this);
  const work = exec.bind(this, sql);
  if (sql === 'COMMIT') around(named(this, sql, done.get(this) ?? []), work);
  else change(this, 'exec', changesOf(sql), work);
  if (!this.isTransaction) done.delete(this);
};

/** Changes a database: inside a transaction the COMMIT is the point, otherwise the change itself. */
function change<T>(db: DatabaseSync, what: string, changes: readonly string[], work: () => T): T {
  if (changes.length === 0) return work();
  if (!db.isTransaction) return around(named(db, what, changes), work);
  const known = done.get(db);
  if (known) for (const one of changes) known.add(one);
  else done.set(db, new Set(changes));
  return work();
}

interface Origin {
  readonly db: DatabaseSync;
  readonly sql: string;
  readonly changes: readonly string[];
}
const origins = new WeakMap<StatementSync, Origin>();
DatabaseSync.prototype.prepare = function (this: DatabaseSync, ...args: Parameters<DatabaseSync['prepare']>) {
  const statement = prepare.apply(this, args);
  origins.set(statement, { db: this, sql: args[0], changes: changesOf(args[0]) });
  return statement;
};

type Run = (this: StatementSync, ...values: unknown[]) => ReturnType<StatementSync['run']>;
const { run } = StatementSync.prototype as { readonly run: Run };
StatementSync.prototype.run = function (this: StatementSync, ...values: unknown[]) {
  const origin = origins.get(this);
  const work = (): ReturnType<StatementSync['run']> => run.apply(this, values);
  if (!origin) return work();
  if (isFull) limitSize(origin.db);
  const result = change(origin.db, 'run', origin.changes, work);
  stage = stageAfter(origin.sql, values) ?? stage;
  return result;
};

/** The stage that the job has stored for its run. */
function stageAfter(sql: string, values: readonly unknown[]): string | undefined {
  if (sql.startsWith('INSERT INTO run ')) return 'reading';
  if (sql.startsWith('UPDATE run SET phase = ?')) return String(values[0]);
  return sql.startsWith("UPDATE run SET phase = 'finished'") ? 'settling' : undefined;
}

const send = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const body = typeof init?.body === 'string' ? init.body : '';
  const object = /"(?:type|object)":"(\w+)"/.exec(body)?.[1];
  if (object !== undefined) stage = `writing ${object}`;
  const url = input instanceof Request ? input.url : String(input);
  const what = [init?.method ?? 'GET', resource(url), ...wordsOf(body)].join(' ');
  pass('before', what);
  const answer = await send(input, init);
  pass('after', what);
  return answer;
};

/** What distinguishes requests to the same path: the state that they ask for, whether they hold one row or several. */
function wordsOf(body: string): readonly string[] {
  const [, state] = /"(?:state|Status__c)":"(\w+)"/.exec(body) ?? [];
  if (state !== undefined) return [state];
  const rows = body.match(/"attributes":/g)?.length ?? 0;
  return rows === 0 ? [] : [rows === 1 ? 'one row' : 'rows'];
}

/** The path below the version, without what differs from run to run. */
function resource(url: string): string {
  return new URL(url).pathname
    .replace(/^\/services\/data\/v\d+\.\d/, '')
    .replace(/\/Run_Id__c\/.*/, '/Run_Id__c/:run')
    .replace(/\/(?=\w*\d)\w{18}(?=\/|$)/g, '/:id');
}

const diskIsFull = (): Error =>
  Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

/** Standard output and error don't count as files of the job. */
const isStandard = (file: number): boolean => file <= 2;

const { renameSync, rmSync, writeSync, write, writev } = fs;
fs.renameSync = (from, to) => {
  around(`rename to ${basename(String(to))}`, () => {
    renameSync(from, to);
  });
};
fs.rmSync = (path, options) => {
  if (!fs.existsSync(path)) return;
  around(`remove ${basename(String(path)).replace(/\d+/, ':n')}`, () => {
    rmSync(path, options);
  });
};
fs.writeSync = ((...args: Parameters<typeof writeSync>) => {
  if (isStandard(args[0])) return writeSync(...args);
  if (isFull) throw diskIsFull();
  return around('writeSync', () => writeSync(...args));
}) as typeof writeSync;
const failing =
  (work: (...args: never[]) => void) =>
  (...args: unknown[]): void => {
    const isOurs = !isStandard(args[0] as number);
    if (isOurs) pass('before', 'write');
    const done = args.at(-1) as (error: Error) => void;
    if (isOurs && isFull) process.nextTick(done, diskIsFull());
    else work(...(args as never[]));
  };
fs.write = Object.assign(failing(write), write) as typeof write;
fs.writev = Object.assign(failing(writev), writev) as typeof writev;
syncBuiltinESMExports();
