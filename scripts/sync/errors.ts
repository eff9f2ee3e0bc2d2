import { errorCode } from '../feed/errorCode.ts';

/** Exit codes of the job (docs/SYNC.md). */
export const EXIT = { finished: 0, withFaults: 1, refused: 2, stopped: 3 } as const;

interface Entry {
  readonly exit: 2 | 3;
  readonly what: string;
  readonly next: string;
}

/** Every error that ends a command. `{}` in `what` is replaced by the detail of the case. */
const CATALOGUE = {
  USAGE: { exit: 2, what: '{}', next: 'See `npm run -s sync -- --help`' },
  CONFIG: {
    exit: 2,
    what: 'The configuration can not be used: {}',
    next: 'Correct it; docs/SYNC.md tells every setting',
  },
  FEED: { exit: 2, what: '{}', next: '{}' },
  API_SHORT: {
    exit: 3,
    what: 'The org allows too little for the rest of the run today: {}',
    next: 'Wait until it allows more again and continue with `npm run -s sync -- resume`',
  },
  LOGIN: {
    exit: 2,
    what: 'Could not log in to the org: {}',
    next: 'Check the org alias or the SF_ variables of the environment; `--org-messages` on a terminal shows what the org says',
  },
  KEY_FILE_OPEN: {
    exit: 2,
    what: 'The file {} holds a secret and can be read by others',
    next: 'Give it mode 0600 (chmod 600) and start again',
  },
  NOT_READY: {
    exit: 2,
    what: 'The org is not ready for the job:\n{}',
    next: 'Correct this in the org or in the configuration; `check` looks again',
  },
  TOO_MANY_REJECTS: {
    exit: 2,
    what: 'Too many lines broke the contract: {}',
    next: 'Look at the rejects, ask the sender for a correct feed, or raise --max-rejects',
  },
  TOO_MANY_UNMATCHED: {
    exit: 2,
    what: 'Too many events have no record in the org: {}',
    next: 'Check that feed and org belong together, or raise --max-unmatched',
  },
  API_BUDGET: {
    exit: 2,
    what: 'The run would take too many API calls: {}',
    next: 'Wait until calls are free again, or raise apiShare in the configuration',
  },
  STATE_LOCKED: {
    exit: 2,
    what: 'Another run is using the state folder {}',
    next: 'Wait until it has ended',
  },
  STATE_FOLDER: {
    exit: 2,
    what: 'The state folder can not be used: {}',
    next: 'Check --state-dir and its access rights',
  },
  OTHER_ORG: {
    exit: 2,
    what: 'The state folder is of another org: {}',
    next: 'Log in to the org that the folder belongs to, or give this org a folder of its own with --state-dir',
  },
  UNFINISHED: {
    exit: 2,
    what: 'The state folder holds the unfinished run {}',
    next: 'End it first with `npm run -s sync -- resume`, or let `run --resume-first` do both',
  },
  CONFIG_CHANGED: {
    exit: 2,
    what: 'The configuration is not the one that the stopped run was planned by: {}',
    next: 'Put the settings back and continue with `npm run -s sync -- resume`, or plan anew what is not written yet with `npm run -s sync -- resume --replan`',
  },
  STAGED_GONE: {
    exit: 2,
    what: 'The stopped run can not go on: {}',
    next: 'Give it up with `npm run -s sync -- resume --discard` (what it has written stays) and feed its feed again with `run`',
  },
  STOPPED: { exit: 3, what: 'Stopped by {}', next: 'Continue with `npm run -s sync -- resume`' },
  STDIN_CUT: {
    exit: 3,
    what: 'Stopped before the end of standard input; nothing was written',
    next: 'Feed it again with `run`',
  },
  STDIN_GONE: {
    exit: 2,
    what: 'The run {} had not read its standard input to the end and is discarded; nothing was written',
    next: 'Feed it again with `run`',
  },
  ORG_GONE: {
    exit: 3,
    what: 'The org does not answer: {}',
    next: 'When it does again, continue with `npm run -s sync -- resume`',
  },
  ORG_REFUSES: {
    exit: 3,
    what: 'The org refused a request of the job: {}',
    next: 'Correct this in the org (`--org-messages` on a terminal shows what it says) and continue with `npm run -s sync -- resume`',
  },
  JOB_STUCK: {
    exit: 3,
    what: 'The Bulk job {} makes no progress',
    next: 'Look at it in Setup, Bulk Data Load Jobs; continue with `npm run -s sync -- resume`',
  },
  JOB_FAILED: {
    exit: 3,
    what: 'The org gave up the Bulk job {}',
    next: 'Correct this in the org, or raise bulkAbove to do without Bulk, and continue with `npm run -s sync -- resume`',
  },
  SESSION_ENDED: {
    exit: 3,
    what: 'The session with the org has ended and could not be renewed: {}',
    next: 'Log in again and continue with `npm run -s sync -- resume`',
  },
  DISK: {
    exit: 3,
    what: 'The state folder can not be written: {}',
    next: 'Free some space and continue with `npm run -s sync -- resume`',
  },
} as const satisfies Record<string, Entry>;

/** What nobody has foreseen; a run that it ends can be resumed. */
export const UNEXPECTED = {
  code: 'UNEXPECTED',
  exit: EXIT.stopped,
  what: 'An unexpected fault',
  next: 'Continue with `npm run -s sync -- resume`; when it comes again, report the stack in the log',
} as const;

/** How a command ended, without the detail of the case: neither files nor users nor anything of a feed. */
export interface Ending {
  readonly code: string;
  readonly exit: 2 | 3;
  readonly headline: string;
  readonly next: string;
}

/** What the catalogue leaves to the case. */
const GENERAL: Readonly<Record<string, Partial<Pick<Ending, 'headline' | 'next'>>>> = {
  STOPPED: { headline: 'Stopped by a signal' },
  USAGE: {
    headline: 'The command line can not be used',
    next: 'The last line of the log names the option',
  },
  FEED: {
    headline: 'The feed can not be used',
    next: 'The last line of the log names the file and what is wrong with it: get it again',
  },
};

/** The ending that an error stands for; without one, an unexpected fault. */
export function endingOf(error: SyncError | undefined): Ending {
  if (!error) return { ...UNEXPECTED, headline: UNEXPECTED.what };
  const { code, exit } = error;
  const { what, next }: Entry = CATALOGUE[code];
  const headline = what.replaceAll(/:?\s*\{\}/g, '');
  return { code, exit, headline, next, ...GENERAL[code] };
}

export type ErrorCode = keyof typeof CATALOGUE;
export const ERROR_CODES = Object.keys(CATALOGUE) as readonly ErrorCode[];

/** An error that ends a command: its message says what happened and why, `next` what to do about it. */
export class SyncError extends Error {
  readonly code: ErrorCode;
  readonly exit: 2 | 3;
  readonly next: string;
  /** The text that replaced `{}`. */
  readonly detail: string;

  constructor(code: ErrorCode, detail = '', next?: string, cause?: unknown) {
    const entry: Entry = CATALOGUE[code];
    super(
      entry.what.replace('{}', () => detail),
      cause === undefined ? {} : { cause },
    );
    this.name = 'SyncError';
    this.code = code;
    this.exit = entry.exit;
    this.next = next ?? entry.next;
    this.detail = detail;
  }

  /** The same error with another instruction. */
  with(next: string): SyncError {
    return new SyncError(this.code, this.detail, next, this.cause);
  }
}

/** SQLite's result code for a full disk or a failed write. */
const SQLITE_FULL = 13;
const SQLITE_IOERR = 10;

/** Whether a write failed for want of space, or because the disk refuses it. */
export function isDiskFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return error.errcode === SQLITE_FULL || error.errcode === SQLITE_IOERR;
  return ['ENOSPC', 'EDQUOT', 'EROFS'].includes(errorCode(error));
}
