import { EXIT, type Ending } from '../errors.ts';
import type { RunSoFar } from '../job.ts';
import type { Log } from '../report/log.ts';
import { reportAfterwards } from '../report/output.ts';
import type { Report } from '../report/report.ts';
import { keepTold, lastTold, type Channel, type LastTold } from '../state/lastTold.ts';
import { FORMS, type Form } from './forms.ts';
import {
  endingNotification,
  faultsNotification,
  recoveredNotification,
  type Notification,
} from './notification.ts';
import { post } from './post.ts';

/** Whom to tell, and how. */
export interface Notifying {
  readonly form: Form;
  readonly address: URL;
  readonly stateDir: string;
  readonly command: string;
  /** The same is not told again within so many hours. */
  readonly repeatHours: number;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Tells of runs that somebody has to look at, and of the first one after them that was fine. */
export interface Notifier {
  /** Keeps what is known of the run that is going on, to be told when it doesn't finish. */
  readonly onRun: (run: RunSoFar) => void;
  /** A run finished, with or without faults; `others` finished before it in the same command. */
  readonly finished: (report: Report, ...others: readonly Report[]) => Promise<void>;
  /** A command ended otherwise. */
  readonly ended: (ending: Ending) => Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;

/** Whatever goes wrong with telling is logged, and changes nothing else. */
export function openNotifier(notifying: Notifying, channel: Channel): Notifier {
  const { form, address, stateDir, command, repeatHours, log, now } = notifying;
  let run: RunSoFar | undefined;

  const toldOf = (runId: string | null) => ({ command, runId, at: new Date(now()).toISOString() });

  async function send(notification: Notification): Promise<boolean> {
    const refused = await post(address, FORMS[form](notification));
    if (refused === undefined) return true;
    log.warn({ reason: refused }, 'the notification could not be posted; the run has ended all the same');
    return false;
  }

  async function tellFault(notification: Notification): Promise<void> {
    const { event, errorCode, at } = notification;
    const last = lastTold(stateDir, channel);
    const isSame = last?.event === event && last.errorCode === errorCode && last.isTold;
    // After "fine again" an error is news. Faults of single events come and go with each small run.
    const isNews = last?.isOpen === false && event !== 'faults';
    if (isSame && !isNews && Date.parse(at) - Date.parse(last.at) < repeatHours * HOUR_MS) return;
    const isTold = await send(notification);
    await keep({ event, errorCode, at, isTold, isOpen: true });
  }

  function keep(told: LastTold): Promise<void> {
    return reportAfterwards(log, 'what was told last', () => {
      keepTold(stateDir, channel, told);
    });
  }

  return {
    onRun: (one) => {
      run = one;
    },
    finished: async (report, ...others) => {
      const faulty = [report, ...others].find((one) => one.exitCode === EXIT.withFaults);
      run = undefined;
      if (faulty) {
        await tellFault(faultsNotification(toldOf(faulty.runId), faulty));
        return;
      }
      const told = toldOf(report.runId);
      const last = lastTold(stateDir, channel);
      // When it could not be posted, the next run that is fine tries again.
      if (last?.isOpen === true && (await send(recoveredNotification(told, report, last))))
        await keep({ ...last, isOpen: false });
    },
    ended: async (ending) => {
      const { runId = null, counts = null } = run ?? {};
      run = undefined;
      await tellFault(endingNotification(toldOf(runId), ending, counts));
    },
  };
}
