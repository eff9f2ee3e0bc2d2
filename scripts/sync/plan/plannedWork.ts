import type { Config } from '../config/config.ts';
import type { Target } from '../events/event.ts';
import type { PlannedTarget, PlannedWork } from '../report/plannedWork.ts';
import type { WriteApis } from '../staging/chosen.ts';
import { fieldCounts, type Loads } from '../staging/rows.ts';
import type { Staging } from '../staging/staging.ts';
import { callsOf, callsToWrite } from './chooseApis.ts';

/** Counts what a run would write, down to the fields. */
export function plannedWork(staging: Staging, loads: Loads, apis: WriteApis, config: Config): PlannedWork {
  const plannedFor = (target: Target): PlannedTarget => ({
    rows: loads[target].rows,
    fields: fieldCounts(staging, target),
    way: apis[target],
    apiCalls: callsOf(apis[target], loads[target], config),
  });
  return {
    apiCalls: callsToWrite(loads, apis, config),
    objects: { Account: plannedFor('Account'), InsurancePolicy: plannedFor('InsurancePolicy') },
  };
}
