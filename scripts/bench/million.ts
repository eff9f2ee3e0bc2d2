import { join } from 'node:path';
import type { Figure, Section } from './measure.ts';
import { on } from './sync.ts';
import { syncData } from './syncData.ts';
import { timeJob } from './syncJob.ts';

/** A feed of a million events; its records are about a tenth fewer. */
const CUSTOMERS = 250_000;
const POLICIES = 640_000;
const MEMORY_AIM_MB = 200;

/** A first load of a million events, rows written: memory doesn't grow with the feed. One try. */
export const MILLION: Section = { name: 'million', minutes: 25, gb: 12, measure: measureMillion };

const say = (text: string): void => void process.stderr.write(`  ${text} ...\n`);

async function measureMillion(scale: number): Promise<readonly Figure[]> {
  const size = { customers: Math.ceil(CUSTOMERS * scale), policies: Math.ceil(POLICIES * scale) };
  const data = await syncData('million', size, say, 'first load');
  say('the first load by the job');
  const { wall, stages, report } = await on(data.firstDb, (org) =>
    timeJob(org, data.feed, join(org.folder, 'state')),
  );
  const cpu = [...stages.values()].reduce((sum, stage) => sum + stage.cpu, 0);
  return [
    { name: 'events', unit: 'events', tries: [report.read] },
    { name: 'rows written', unit: 'rows', tries: [report.rowsWritten] },
    { name: 'wall', unit: 's', tries: [wall] },
    { name: 'own CPU an event', unit: 'us', tries: [(cpu * 1e6) / report.read] },
    { name: 'API calls', unit: 'calls', tries: [report.apiCalls] },
    { name: 'peak memory', unit: 'MB', tries: [report.peakRssMb], aim: { atMost: MEMORY_AIM_MB } },
  ];
}
