import { join } from 'node:path';
import { resumeRun } from '../../sync/commands/resume.ts';
import { runFeed } from '../../sync/commands/run.ts';
import type { Config } from '../../sync/config/config.ts';
import type { Job } from '../../sync/job.ts';
import type { Org } from '../../sync/org/org.ts';
import type { Report } from '../../sync/report/report.ts';
import type { Sent } from './events.ts';
import { folderForFile } from './folder.ts';
import { memoryOrg, QUICK, type MemoryOrg } from './memoryOrg.ts';
import { feedOf, quickJob, type QuickJob } from './quickJob.ts';

/** What a run has otherwise than the others of its file. */
export interface OtherJob extends Partial<Omit<Job, 'now'>> {
  /** Its time, in milliseconds since 1970. */
  readonly now?: number;
}

type Line = Sent | string;

/** The job's runs on an org in memory. Each test has an org and a state folder of its own. */
export interface MemoryRuns {
  /** The org: the same object for all tests, which is made anew for each. */
  readonly memory: MemoryOrg;
  readonly open: () => Promise<Org>;
  /** Holds the feeds and the state folder. */
  readonly folder: () => string;
  readonly stateDir: () => string;
  /** A feed of these lines, as the command line names it. */
  readonly feed: (...lines: readonly Line[]) => ReturnType<typeof feedOf>;
  readonly job: (other?: OtherJob) => Job;
  /** What the job logged that was made last. */
  readonly logged: () => QuickJob['logged'];
  /** Runs a feed of these lines. */
  readonly run: (...lines: readonly Line[]) => Promise<Report>;
  readonly runWith: (other: OtherJob, ...lines: readonly Line[]) => Promise<Report>;
  readonly resume: (other?: OtherJob, replan?: boolean) => Promise<Report | undefined>;
}

export function memoryRuns(config: Config = QUICK): MemoryRuns {
  const memory = {} as MemoryOrg;
  let place: ReturnType<typeof folderForFile>;
  let logged: QuickJob['logged'] = [];
  beforeEach(() => {
    place = folderForFile('runs-');
    memoryOrg(QUICK, undefined, memory);
  });
  afterEach(() => place.remove());

  const open = (): Promise<Org> => Promise.resolve(memory.org);
  const folder = (): string => place.folder;
  const stateDir = (): string => join(place.folder, 'state');
  const feed: MemoryRuns['feed'] = (...lines) => feedOf(place.folder, lines);
  function job({ config: own = config, now, ...other }: OtherJob = {}): Job {
    const quick = quickJob(own, now);
    logged = quick.logged;
    return { ...quick.job, ...other };
  }
  const runWith: MemoryRuns['runWith'] = (other, ...lines) =>
    runFeed(job(other), stateDir(), feed(...lines), open);
  return {
    memory,
    open,
    folder,
    stateDir,
    feed,
    job,
    logged: () => logged,
    run: (...lines) => runWith({}, ...lines),
    runWith,
    resume: (other, replan) => resumeRun(job(other), stateDir(), open, replan),
  };
}
