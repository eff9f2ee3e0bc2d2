/**
 * Serves local orgs, each as `npm run org` starts it with the arguments of a task. They share nothing but the modules.
 */
import { startOrg, type RunningOrg } from '../../connect360/orgCommand.ts';
import type { OrgTask, OrgTaskEnd } from './orgHost.ts';

const orgs = new Map<string, RunningOrg>();

process.on('disconnect', () => process.exit());
process.on('message', (task: OrgTask) => void doTask(task));

async function doTask({ id, args }: OrgTask): Promise<void> {
  let end: OrgTaskEnd;
  try {
    end = { id, ...(args === undefined ? await closeOrg(id) : await openOrg(id, args)) };
  } catch (error) {
    end = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(end);
}

async function openOrg(id: string, args: readonly string[]): Promise<Pick<OrgTaskEnd, 'ready'>> {
  const org = await startOrg(args);
  orgs.set(id, org);
  return { ready: org.ready };
}

async function closeOrg(id: string): Promise<Pick<OrgTaskEnd, 'ready'>> {
  const org = orgs.get(id);
  orgs.delete(id);
  await org?.close();
  return {};
}
