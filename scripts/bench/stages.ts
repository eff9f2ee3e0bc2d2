import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../connect360/root.ts';
import type { Figure, Section } from './measure.ts';
import { cachedFeed } from './stagesFeed.ts';
import { startKnowingOrg } from './stagesOrg.ts';

/** Upper limit of the cost of checking, canonical views, hashes and staging, as a multiple of a bare JSON.parse loop. */
const STAGE_AIM = 3.5;
/** The same where the lines were settled the night before. */
const KNOWN_AIM = 2.2;
/** The job shares small machines with others, and a feed may be of any size. */
const MEMORY_AIM_MB = 200;
const GROWTH_AIM = 1.15;

const SMALL = 100_000;
const LARGE = 1_000_000;

/** Measures the stages before writing: their cost, and that memory doesn't grow with the feed. */
export const STAGES: Section = { name: 'stages', minutes: 10, gb: 3, measure: benchStages };

async function benchStages(scale: number, tries: number): Promise<readonly Figure[]> {
  const [small, large] = [Math.ceil(SMALL * scale), Math.ceil(LARGE * scale)];
  const { seen, unseen } = await stageRatios((await cachedFeed(small)).feed, tries);
  const peaks = [await peakOfPlan(small), await peakOfPlan(large)] as const;
  return [
    {
      name: `read, check and stage ${small} events`,
      unit: 'times',
      tries: unseen,
      aim: { atMost: STAGE_AIM },
    },
    {
      name: 'the same of lines known from last night',
      unit: 'times',
      tries: seen,
      aim: { atMost: KNOWN_AIM },
    },
    {
      name: `peak memory of plan, ${small} events`,
      unit: 'MB',
      tries: [peaks[0]],
      aim: { atMost: MEMORY_AIM_MB },
    },
    {
      name: `peak memory of plan, ${large} events`,
      unit: 'MB',
      tries: [peaks[1]],
      aim: { atMost: MEMORY_AIM_MB },
    },
    {
      name: 'the latter beside the former',
      unit: 'times',
      tries: [peaks[1] / peaks[0]],
      aim: { atMost: GROWTH_AIM },
    },
  ];
}

/** CPU time of reading, checking and staging, divided by that of a bare JSON.parse loop. */
async function stageRatios(
  feed: string,
  tries: number,
): Promise<{ readonly seen: readonly number[]; readonly unseen: readonly number[] }> {
  const [seen, unseen]: [number[], number[]] = [[], []];
  for (let count = 0; count < tries; count += 1) {
    const bare = await cpuSeconds('parse', feed);
    unseen.push((await cpuSeconds('stage', feed)) / bare);
    seen.push((await cpuSeconds('known', feed)) / bare);
  }
  return { seen, unseen };
}

async function cpuSeconds(work: 'parse' | 'stage' | 'known', feed: string): Promise<number> {
  const script = join(ROOT, 'scripts', 'bench', 'stagesWork.ts');
  return Number((await promisify(execFile)(process.execPath, [script, work, feed], { cwd: ROOT })).stdout);
}

/**
 * Peak resident memory in MB of `npm run -s sync -- plan`, by its own report: all stages but writing, in a process of its
 * own, against an org that has a record for every key.
 */
async function peakOfPlan(events: number): Promise<number> {
  const { feed, keys } = await cachedFeed(events);
  const org = await startKnowingOrg(keys);
  const folder = await mkdtemp(join(tmpdir(), 'bench-stages-'));
  try {
    const args = [
      'run',
      '-s',
      'sync',
      '--',
      'plan',
      '--feed',
      feed,
      '--state-dir',
      folder,
      '--json',
      '--quiet',
    ];
    const env = { ...process.env, SF_INSTANCE_URL: org.url, SF_ACCESS_TOKEN: 'none' };
    const stdout = await outputOf('npm', args, env);
    const { peakRssMb, read } = JSON.parse(stdout) as { peakRssMb: number; read: number };
    if (read < events) throw new Error(`the job has read ${read} of ${events} events`);
    return peakRssMb;
  } finally {
    org.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Exit code 1 is fine: the feed has bad lines on purpose. */
async function outputOf(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const ended = promisify(execFile)(file, args, { cwd: ROOT, env });
  const { stdout } = await ended.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error) return error;
    throw error;
  });
  return String(stdout);
}
